"""Minori in Slack: listeners translate in, the router decides, views translate out."""
