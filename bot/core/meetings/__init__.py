"""Encounters with the outside: a goal before, an outcome after, a next step, a stage, an ending."""
