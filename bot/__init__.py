"""Minori (実り): an innovation coordinator's assistant for Japanese regional SMEs."""
