"""What we owe somebody in the chat: sent once, never lost."""
