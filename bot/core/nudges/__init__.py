"""Nudges: which cadence makes them due, when a person may be told, what is said and why."""
