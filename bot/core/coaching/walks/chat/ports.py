"""What the chat side of a walk needs of the outside. What other features or machines give is joined in bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias

from bot.core.coaching.cards.models import CardField, Use
from bot.core.coaching.walks.models import Walk
from bot.core.messages import Locale, Offer, Reply
from bot.core.owed import Owed
from bot.core.people import Member


class PostedMessage(Protocol):
    """A message of ours in the chat."""

    @property
    def owed(self) -> Owed:
        """What it said."""
        ...


class PostedMessages(Protocol):
    """Our messages in the chat that were owed to somebody."""

    def by_message(self, conversation: str, message: str) -> PostedMessage | None:
        """What a message of ours was owed as; None for any other."""
        ...


CardOf: TypeAlias = Callable[[Walk, Member], Reply | None]
"""The card of a walk, as this person sees it, with what can be done with it; None where there is none."""

LeftOpen: TypeAlias = Callable[[Walk, Member], Collection[CardField]]
"""What the card of a walk leaves open, and what its walk was finished too early to ask."""

UsesFor: TypeAlias = Callable[[Walk, str, str, Locale], Sequence[Use]]
"""New uses for a function and a change, in the owner's words, the best first."""

UsesQuoted: TypeAlias = Callable[[Sequence[Use], str], None]
"""Is told which uses are shown to whom (by id): some of them quote another firm's card, which the audit log keeps."""


def no_quotes(_uses: Sequence[Use], _person_id: str) -> None:
    """Nothing is kept."""


TryKept: TypeAlias = Callable[[Walk, Member, "TryGiven"], Offer | None]
"""The button that proposes the smallest try as an encounter with its next step; None where it cannot be one."""

DayIn: TypeAlias = Callable[[str, date], date | None]
"""The day that words name, read on a day; None where they name none."""

TellsOfEncounter: TypeAlias = Callable[[str, Member], bool]
"""Does a line plainly tell of cards that were exchanged?"""


@dataclass(frozen=True, kw_only=True, slots=True)
class TryGiven:
    """The smallest try in the owner's words: what, with whom, by when, and what it may cost at most."""

    text: str
    with_whom: str = ""
    by: date | None = None
    cap: str = ""


class Drafting(Protocol):
    """A language model that may offer a draft in a customer's words. May be slow."""

    def draft(self, *, question: str, words: str, locale: Locale) -> str:
        """The draft; "" where there is none to offer, for whatever reason. Never raises."""
        ...


class ModelChoices(Protocol):
    """What a firm chose: whether a language model may be used for its words."""

    def allows_model(self, company_id: str) -> bool:
        """May it? False until somebody of the firm has said so."""
        ...

    def model_choice(self, company_id: str) -> ModelChoice | None:
        """The choice that counts; None where nobody has chosen."""
        ...

    def choose_model(self, choice: ModelChoice) -> bool:
        """Keep a choice with who made it and when; False where it was so already."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelChoice:
    """Whether a firm lets a language model see its words, who chose it, and when."""

    company_id: str
    is_allowed: bool
    by_id: str
    at: datetime


def no_card(_walk: Walk, _member: Member) -> Reply | None:
    """Where nothing draws cards."""
    return None


def nothing_open(_walk: Walk, _member: Member) -> Collection[CardField]:
    """Where there are no cards."""
    return ()


def no_uses(_walk: Walk, _function: str, _change: str, _locale: Locale) -> Sequence[Use]:
    """Where nobody knows of other uses."""
    return ()


def no_try(_walk: Walk, _member: Member, _try: TryGiven) -> Offer | None:
    """Where encounters are not kept."""
    return None


class NoModelChoices:
    """Where no firm can choose: no language model."""

    def allows_model(self, company_id: str) -> bool:
        """No."""
        del company_id
        return False

    def model_choice(self, company_id: str) -> ModelChoice | None:
        """None was made."""
        del company_id
        return None

    def choose_model(self, choice: ModelChoice) -> bool:
        """Nothing is kept."""
        del choice
        return False


def no_day(_text: str, _on: date) -> date | None:
    """Where nothing reads days: an ISO date alone is understood."""
    return None


def no_encounter(_text: str, _member: Member) -> bool:
    """Where nothing reads lines about encounters."""
    return False
