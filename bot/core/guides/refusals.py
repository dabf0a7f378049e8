"""Refusals of the guides feature that carry more than one reason, so that a person can put everything right at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.messages import Message
from bot.errors import DocumentRefused


class DetailsRefused(DocumentRefused):
    """Front matter or options cannot be used; `problems` names everything that is wrong with them."""

    def __init__(self, problems: Sequence[Message]) -> None:
        super().__init__("guides-details-refused", count=len(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """One file that was refused, and every reason."""

    file_name: str
    reasons: tuple[Message, ...]


class GuidesRefused(DocumentRefused):
    """At least one file of a command was refused, and so nothing at all was changed.

    The sentence says the number and that nothing was changed; `refusals` says which files and why.
    """

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__("guides-nothing-changed", count=len(refusals))
        self.refusals = tuple(refusals)


def reasons_of(error: DocumentRefused) -> tuple[Message, ...]:
    """Every reason a refusal carries, as sentences."""
    if isinstance(error, DetailsRefused):
        return error.problems
    return (Message(error.key, dict(error.arguments)),)
