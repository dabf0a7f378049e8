"""Days off of firms, of people, of outside firms: entering them, taking them back."""
