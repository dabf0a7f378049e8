"""What people see and press of an encounter: cards, forms, words typed, what is owed to them."""
