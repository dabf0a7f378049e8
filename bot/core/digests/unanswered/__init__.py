"""What was asked and not answered, and guides that were marked wrong: weekly for admins, in nobody's words."""
