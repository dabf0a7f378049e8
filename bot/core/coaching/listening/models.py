"""What was heard in an answer: signs, each with the words it was read from, and at most one question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.messages import Message


class SignKind(StrEnum):
    """What shows specification talk. Never shown to whoever spoke."""

    TWO_CUSTOMERS = "two_customers"
    """Two or more fields or customers in one breath."""
    NUMBERS_WITHOUT_PERSON = "numbers_without_person"
    EMPTY_PRAISE = "empty_praise"
    OWN_COMPANY_SUBJECT = "own_company_subject"
    NO_BENEFICIARY = "no_beneficiary"
    INDUSTRY_WORDS_ONLY = "industry_words_only"
    """Words of the present industry, and nobody outside it."""
    NO_CHANGE = "no_change"
    NO_COMPARISON = "no_comparison"
    NO_TODAY_COST = "no_today_cost"
    """What today's way costs is not said."""
    NO_EVIDENCE = "no_evidence"
    NO_FUNCTION = "no_function"
    """Nothing is said to be done to anything. Heard in walks alone, where a function was asked for."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and the words that show it, verbatim; for what is missing, the core words that were looked at."""

    kind: SignKind
    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What one answer shows. `signs` are all that were found, the weightiest first; `question` is None where there is
    nothing to ask: no sign, or each was asked about already."""

    signs: tuple[Sign, ...] = ()
    question: Message | None = None
    asked_about: SignKind | None = None
    """The sign that `question` is made for."""

    @property
    def needs_question(self) -> bool:
        """True where something is left to ask."""
        return self.question is not None
