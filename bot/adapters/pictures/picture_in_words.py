"""The picture of a card for whoever cannot see it: what stands on it, in the order in which it is looked at.

A part that may not be seen, or was never asked for, is not spoken of; what is not known is said to be so.
"""

from __future__ import annotations

from bot.core.coaching.cards.change import read_change
from bot.core.coaching.cards.grading import kind_of
from bot.core.coaching.cards.models import CardField, EntryState, ValueCard
from bot.core.coaching.cards.readiness import readiness_of
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.texts import rungs_of
from bot.core.coaching.cards.visibility import name_of_card
from bot.core.coaching.cards.wording import clipped
from bot.core.messages import Argument, Message
from bot.core.people import Company

SHORT = 40
"""Characters of a card's name, where it stands in a sentence."""
_YES, _NO, _ABSENT = "yes", "no", "absent"


def alt_text(card: ValueCard, company: Company) -> Message:
    """Who, the figure of what changes, how sure it is, how ready both sides are, the ladder, the smallest try."""
    told: dict[str, Argument] = {
        "firm": clipped(company.name, 60).rstrip("."),
        "name": clipped(name_of_card(card), SHORT),
    }
    told["has_name"] = _YES if told["name"] else _ABSENT
    for name, most in ((CardField.WHO, 110), (CardField.CHANGE, 150), (CardField.TRY, 90)):
        told |= {str(name): clipped(_words(card, name), most), f"has_{name}": _state(card, name)}
    return Message("sheet-alt", {**told, **_figure(card), **_proof(card), **_ladder(card)})


def _figure(card: ValueCard) -> dict[str, Argument]:
    """The two states that are drawn, one beside the other."""
    change = read_change(_words(card, CardField.CHANGE))
    if change is None or change.before is None or change.after is None:
        return {"figure": _ABSENT, "before": "", "after": ""}
    return {"figure": _YES, "before": clipped(change.before.words, 40), "after": clipped(change.after.words, 40)}


def _proof(card: ValueCard) -> dict[str, Argument]:
    is_there = any(_state(card, one) != _ABSENT for one in (CardField.EVIDENCE, CardField.EVIDENCE_KIND))
    ready = readiness_of(card)
    levels = {"trl": str(ready.technology or ""), "crl": str(ready.customer or "")}
    return {"evidence": str(kind_of(card) or "none") if is_there else _ABSENT, "readiness": _readiness(card), **levels}


def _readiness(card: ValueCard) -> str:
    if all(_state(card, one) == _ABSENT for one in (CardField.TRL, CardField.CRL)):
        return _ABSENT
    ready = readiness_of(card)
    kinds = {(True, True): "both", (True, False): "technology", (False, True): "customer", (False, False): "neither"}
    return kinds[ready.technology is not None, ready.customer is not None]


def _ladder(card: ValueCard) -> dict[str, Argument]:
    rungs = rungs_of(card)
    return {"rungs": clipped(" → ".join(rungs), 150), "ladder": _YES if rungs else _ABSENT}


def _state(card: ValueCard, name: CardField) -> str:
    if _words(card, name):
        return _YES
    return _ABSENT if card.entry(name).state is EntryState.UNASKED else _NO


def _words(card: ValueCard, name: CardField) -> str:
    entry = card.entry(name)
    is_known = entry.is_said and not is_not_yet(name, entry)
    return " ".join(entry.words.split()).rstrip("。.") if is_known else ""
