"""Alembic's scripts; they are part of the package and run when a database is opened."""
