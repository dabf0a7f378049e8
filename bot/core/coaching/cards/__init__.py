"""The value card: what a walk found out, its grade, its versions, who may see it."""
