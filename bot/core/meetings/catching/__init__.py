"""Catching encounters in seconds: a typed line, a pile of cards, a calendar file, a form, the menu of a message."""
