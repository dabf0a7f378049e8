"""Specification talk: what shows it, and one question for it. Imports nothing of cards' texts nor of walks."""
