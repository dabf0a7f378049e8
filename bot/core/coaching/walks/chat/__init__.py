"""What is typed and pressed in a value walk, and what is shown of it."""
