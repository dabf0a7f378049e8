"""Checks what a model claims. A claim is shown only with a quote that the named passage really has.

The checks know nothing of the model and believe nothing it says. They are rather too strict: a rejected claim costs
a sentence, and the reader still gets the guide's own sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.answering.claim_parser import Claim
from bot.core.answering.claim_text import UnsafeClaim, clean
from bot.core.answering.figures import foreign_figures
from bot.core.answering.overlap import brings_sensitive_words, is_in_locale, is_supported
from bot.core.answering.polarity import turns_round
from bot.core.japanese import find_original, is_japanese, normalise, sentence_spans
from bot.core.messages import Locale

LONGEST_CLAIM = 300
"""Characters of a claim as shown."""
LONGEST_QUOTE = 400
"""Characters of a quote: who quotes everything supports anything."""
SHORTEST_QUOTE = 8
"""Normalised characters of a quote that is not a whole sentence or list item."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageText:
    """A passage as it was given to the model. `key` is "P1", "P2", …; `text` is what quotes are checked against."""

    key: str
    passage_id: str
    title: str
    heading: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VerifiedClaim:
    """A claim that passed every check.

    `quote` is `passage.text[start:end]`: the whole sentences of the guide that the model quoted from, in the
    guide's own characters, so that nobody sees half a sentence whose end says the opposite.
    """

    text: str
    passage_key: str
    passage_id: str
    quote: str
    start: int
    end: int


class Reason(StrEnum):
    """Why a claim is not shown."""

    UNKNOWN_PASSAGE = "unknown-passage"
    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_TOO_SHORT = "quote-too-short"
    QUOTE_TOO_LONG = "quote-too-long"
    LINK = "link"
    MENTION = "mention"
    MARKUP = "markup"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    LANGUAGE = "language"
    FOREIGN_FIGURE = "foreign-figure"
    OPPOSITE = "opposite"
    UNSUPPORTED = "unsupported"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejection:
    """A claim that is dropped and counted."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Where a quote stands: `start` to `end` are whole sentences; `meaning` is what the claim must agree with."""

    start: int
    end: int
    text: str
    meaning: str


def verify(
    claim: Claim, passages: Mapping[str, PassageText], *, locale: Locale | None = None
) -> VerifiedClaim | Rejection:
    """Check one claim against the passages the model was given (by key).

    `locale` is the language the answer must be in; None accepts either.
    """
    passage = passages.get(claim.passage_key)
    if passage is None:
        return Rejection(reason=Reason.UNKNOWN_PASSAGE)
    quotation = _find(claim.quote, passage.text)
    if isinstance(quotation, Rejection):
        return quotation
    try:
        text = clean(claim.text)
    except UnsafeClaim as unsafe:
        return Rejection(reason=Reason(unsafe.kind))
    reason = _fault_of_form(text, locale, passage) or _fault_of_content(text, quotation, passage)
    if reason is not None:
        return Rejection(reason=reason)
    return VerifiedClaim(
        text=text,
        passage_key=passage.key,
        passage_id=passage.passage_id,
        quote=quotation.text,
        start=quotation.start,
        end=quotation.end,
    )


def _find(quote: str, text: str) -> _Quotation | Rejection:
    """Find the quote in the passage's own characters, widened to whole sentences."""
    found = find_original(text, quote)
    if found is None:
        return Rejection(reason=Reason.QUOTE_NOT_FOUND)
    if found[1] - found[0] > LONGEST_QUOTE:
        return Rejection(reason=Reason.QUOTE_TOO_LONG)
    touched = [span for span in sentence_spans(text) if span[0] < found[1] and found[0] < span[1]]
    start, end = (touched[0][0], touched[-1][1]) if touched else found
    if len(normalise(quote)) < SHORTEST_QUOTE and _bare(quote) != _bare(text[start:end]):
        return Rejection(reason=Reason.QUOTE_TOO_SHORT)
    return _Quotation(start, end, text[start:end], text[_start_of_meaning(text, start, found[0]) : end])


def _bare(text: str) -> str:
    return normalise(text).strip(".,!? ")


def _start_of_meaning(text: str, sentence: int, quoted: int) -> int:
    """A Japanese sentence is decided at its end, so clauses before the quoted one say nothing of it.

    An English "not" may stand anywhere before; there the whole sentence counts.
    """
    if not is_japanese(text[sentence:quoted]):
        return sentence
    return max(sentence, text.rfind("、", sentence, quoted) + 1, text.rfind("，", sentence, quoted) + 1)


def _fault_of_form(text: str, locale: Locale | None, passage: PassageText) -> Reason | None:
    if not any(character.isalnum() for character in text):
        return Reason.EMPTY
    if len(text) > LONGEST_CLAIM:
        return Reason.TOO_LONG
    if not is_in_locale(text, locale, source=_all_words(passage)):
        return Reason.LANGUAGE
    return None


def _fault_of_content(text: str, quotation: _Quotation, passage: PassageText) -> Reason | None:
    source = _all_words(passage)
    # Not the whole passage: a figure of another sentence is exactly how a true quote is made to lie.
    if foreign_figures(text, quotation.text, passage.heading, passage.title):
        return Reason.FOREIGN_FIGURE
    if turns_round(text, quotation.meaning):
        return Reason.OPPOSITE
    if brings_sensitive_words(text, source):
        return Reason.SENSITIVE
    if not is_supported(text, quotation.text, source=source):
        return Reason.UNSUPPORTED
    return None


def _all_words(passage: PassageText) -> str:
    return "\n".join((passage.title, passage.heading, passage.text))
