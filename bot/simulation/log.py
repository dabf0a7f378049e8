"""The log of the product while a simulated year is lived."""

from __future__ import annotations

from typing import Any


class Log:
    """What the worker says: doubts are part of the year, errors are not."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def warning(self, event: str, **details: Any) -> None:
        """Goes on by itself."""

    def error(self, event: str, **details: Any) -> None:
        """Must not be."""
        self.errors.append(" ".join([event, *(f"{name}={value}" for name, value in details.items())]))
