"""Exports as files: Excel, CSV, a calendar, JSON."""
