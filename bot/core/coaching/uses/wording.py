"""The reason of an offered use, in words: what both sides have in common, both quoted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.coaching.uses.fields import SufferedState
from bot.core.coaching.uses.matching import Likeness
from bot.core.coaching.uses.models import Function, PlanPassage
from bot.core.coaching.uses.purposes import InCommon
from bot.core.coaching.uses.vocabulary import Vocabulary
from bot.core.messages import Argument, Locale, Message, Say


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The language in which reasons are given, and what names deeds and kinds of things in it."""

    vocabulary: Vocabulary
    locale: Locale
    say: Say


def of_entry(found: Likeness, state: SufferedState, words: Words) -> str:
    """Why a field or challenge is offered. In English the state is quoted, in Japanese the function that would help."""
    theirs = found.theirs.text if words.locale == "ja" else state.en
    arguments: dict[str, Argument] = {"mine": found.mine.text, "theirs": theirs, "deed": _deed(found, words)}
    if not found.kind:
        return words.say(Message("use-reason-deed", arguments))
    arguments["kind"] = words.vocabulary.kind_name(found.kind, words.locale)
    return words.say(Message("use-reason-near" if found.is_near else "use-reason-both", arguments))


def of_purpose(found: InCommon, mine: Function, trouble: str, words: Words) -> str:
    """Why a field is offered for what the function is for: the rung is quoted."""
    rung = " ".join(found.rung.split())
    arguments: dict[str, Argument] = {"mine": mine.text, "rung": rung, "trouble": trouble}
    return words.say(Message("use-reason-purpose", arguments))


def joined(first: str, second: str, words: Words) -> str:
    """Two reasons, one after the other."""
    return first + second if words.locale == "ja" else " ".join(one for one in (first, second) if one)


def of_card(found: Likeness, company: str, words: Words) -> str:
    """Why the customers of another firm are offered."""
    arguments: dict[str, Argument] = {"mine": found.mine.text, "theirs": found.theirs.text, "company": company}
    return words.say(Message("use-reason-card", arguments | {"deed": _deed(found, words)}))


def of_plan(found: Likeness, challenge: str, words: Words) -> str:
    """Why a passage of a town's plan is put beside a function. The passage itself is quoted beside it, not in it."""
    theirs = found.theirs.text if words.locale == "ja" else challenge
    arguments: dict[str, Argument] = {"mine": found.mine.text, "theirs": theirs, "deed": _deed(found, words)}
    return words.say(Message("use-reason-plan", arguments))


def of_plan_name(challenge: str, passage: PlanPassage, words: Words) -> str:
    """A challenge with the plan that speaks of it, and the page."""
    arguments: dict[str, Argument] = {"challenge": challenge, "title": passage.title}
    arguments["edition"] = passage.edition or "none"
    if passage.page is None:
        return words.say(Message("use-plan-name", arguments))
    return words.say(Message("use-plan-name-paged", arguments | {"page": passage.page}))


def _deed(found: Likeness, words: Words) -> str:
    return words.vocabulary.class_name(found.deed, words.locale) if found.deed else found.mine.verb
