"""From specifications to a customer's words: listening, the value walk, and the value card that comes of it."""
