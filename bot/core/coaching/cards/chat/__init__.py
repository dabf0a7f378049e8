"""What is typed and pressed about value cards, and how they are shown."""
