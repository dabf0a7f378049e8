"""Introductions: what one firm can do beside what another one needs, sounded out one side at a time."""
