"""From a card to the page that is handed out, in the words of whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.core.coaching.cards.grading import grade_of
from bot.core.coaching.cards.models import (
    GROUP_OF,
    CardField,
    Entry,
    EntryState,
    FieldGroup,
    Reach,
    UseSource,
    ValueCard,
)
from bot.core.coaching.cards.readiness import gap_sentence, readiness_of
from bot.core.coaching.cards.sheet import CardSheet, Scale, SheetUse, Told
from bot.core.coaching.cards.sheet_change import change_on_sheet
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.texts import one_line, rungs_of
from bot.core.coaching.cards.wording import label, not_yet, ticked
from bot.core.messages import Locale, Message, Say
from bot.core.spoken_dates import spoken_date

_LABELS: Mapping[str, str] = {
    "card": "sheet-card",
    "evidence": "sheet-evidence",
    "readiness": "sheet-readiness",
    "ladder": "sheet-ladder",
    "purpose": "sheet-purpose",
    "aim": "sheet-design-aim",
    "uses": "sheet-uses",
    "no-uses": "sheet-no-uses",
    "try": "sheet-try",
    "open": "sheet-open",
    "open-else": "sheet-open-else",
    "today": "value-card-label-today",
    "cut": "sheet-cut",
    "unknown": "sheet-unknown",
    "past": "sheet-past",
    "future": "sheet-future",
    "made-with": "sheet-made-with",
}
_GRADES = ("sheet-grade-said", "sheet-grade-measured", "sheet-grade-tested", "sheet-grade-paid")
_SHARING: Mapping[Reach, str] = {
    Reach.FIRM: "sheet-sharing-firm",
    Reach.COORDINATOR: "sheet-sharing-coordinator",
    Reach.REGION: "sheet-sharing-region",
}
_SOURCES: Mapping[UseSource, str] = {
    UseSource.FIELD: "sheet-use-field",
    UseSource.CHALLENGE: "sheet-use-challenge",
    UseSource.CARD: "sheet-use-card",
    UseSource.PLAN: "sheet-use-plan",
}
_LISTED_BELOW = frozenset(CardField) - {
    CardField.SUBJECT,
    CardField.WHO,
    CardField.SITUATION,
    CardField.CHANGE,
    CardField.TODAY,
    CardField.COST,
    CardField.EVIDENCE,
    CardField.EVIDENCE_KIND,
    CardField.HOLDER,
    CardField.CHALLENGE,
    CardField.TRY,
    CardField.TRY_WITH,
    CardField.TRY_BY,
    CardField.TRY_CAP,
    CardField.MAY_TELL,
    CardField.TRL,
    CardField.CRL,
}
"""What is not known is said in its place on the page; of the others there is a list at the foot."""
_REACHES = tuple(Reach)
_LEVELS = 9


def card_sheet(card: ValueCard, *, firm: str, say: Say, audience: Reach = Reach.FIRM, on: date) -> CardSheet:
    """The page of a card that was already cut down to what `audience` may see; `on` is the local day of its version."""
    locale: Locale = "en" if say(Message("sheet-language")) == "en" else "ja"
    facts = _Facts(card, say, locale)
    title = facts.words(CardField.SUBJECT)
    return _with_facts(
        CardSheet(
            language=locale,
            kind=say(Message(f"sheet-kind-{card.subject_kind}")),
            title=title or say(_untitled(card, audience)),
            is_titled=bool(title),
            firm=firm,
            dated=say(_dated(card, _day(on, locale), audience)),
            made_on=on,
            one_line=facts.one_line(),
            sharing=say(Message(_SHARING[audience])),
            is_secret=audience is not Reach.REGION,
            labels={name: say(Message(key)) for name, key in _LABELS.items()},
            change=change_on_sheet(card.entry(CardField.CHANGE), say),
        ),
        facts,
    )


def _with_facts(sheet: CardSheet, facts: _Facts) -> CardSheet:
    told = facts.told
    return replace(
        sheet,
        who=told(CardField.WHO),
        situation=told(CardField.SITUATION),
        today=told(CardField.TODAY),
        cost=told(CardField.COST),
        evidence=told(CardField.EVIDENCE),
        holder=told(CardField.HOLDER),
        grade=facts.grade(),
        function=told(CardField.FUNCTION),
        ladder=facts.ladder(),
        uses=facts.uses(),
        challenge=told(CardField.CHALLENGE),
        try_what=told(CardField.TRY, "sheet-try-what"),
        try_with=told(CardField.TRY_WITH),
        try_by=told(CardField.TRY_BY),
        try_cap=told(CardField.TRY_CAP),
        may_tell=told(CardField.MAY_TELL),
        trl=facts.level(CardField.TRL),
        crl=facts.level(CardField.CRL),
        gap=facts.gap(),
        open_questions=facts.open_questions(frozenset(CardField)),
        open_elsewhere=facts.open_questions(_LISTED_BELOW),
    )


def audience_of(card: ValueCard) -> Reach:
    """Who may read the page: the narrowest circle of what stands on it."""
    groups = {GROUP_OF[name] for name in card.entries} | ({FieldGroup.IDEAS} if card.uses else set())
    return min((card.reach_of(group) for group in groups), key=_REACHES.index, default=Reach.FIRM)


def _untitled(card: ValueCard, audience: Reach) -> Message:
    """What stands in the place of the name: to whoever may not see it nothing says that there is none."""
    is_hidden = audience is not Reach.FIRM and FieldGroup.VALUE not in card.reach
    return Message("sheet-title-hidden" if is_hidden else "sheet-untitled")


def _dated(card: ValueCard, day: str, audience: Reach) -> Message:
    """How often it was changed is for the firm alone."""
    if audience is Reach.FIRM:
        return Message("sheet-dated-version", {"day": day, "version": str(card.version)})
    return Message("sheet-dated", {"day": day})


def _day(on: date, locale: Locale) -> str:
    said = spoken_date(on, locale=locale, this_year=0)
    return said.partition("（")[0] if locale == "ja" else said.partition(" ")[2]


class _Facts:
    """The entries of a card, in the words of a page."""

    def __init__(self, card: ValueCard, say: Say, locale: Locale) -> None:
        self._card, self._say, self._locale = card, say, locale

    def is_there(self, *names: CardField) -> bool:
        """Was any of these asked, and may it be seen?"""
        return any(self._card.entry(name).state is not EntryState.UNASKED for name in names)

    def words(self, name: CardField) -> str:
        """What was said of it, "" for nothing."""
        entry = self._card.entry(name)
        return entry.words.strip() if entry.is_said else ""

    def told(self, name: CardField, heading: str = "") -> Told | None:
        """The fact under its heading; None where it was never asked or may not be seen."""
        if not self.is_there(name):
            return None
        named, entry = self._say(Message(heading) if heading else label(name)), self._card.entry(name)
        if is_not_yet(name, entry):
            return Told(label=named, words=self._say(not_yet(entry)), is_known=False)
        words = self._day_of(self.words(name)) if name is CardField.TRY_BY else self.words(name)
        return Told(label=named, words=words or self._say(Message("sheet-unknown")), is_known=bool(words))

    def _day_of(self, words: str) -> str:
        """A day is kept as YYYY-MM-DD; whatever else was said of it stays as it is."""
        try:
            return _day(date.fromisoformat(words), self._locale)
        except ValueError:
            return words

    def one_line(self) -> str:
        """For whom, what changes; the subject stands above it already. "" where neither was asked."""
        if not self.is_there(CardField.WHO, CardField.CHANGE):
            return ""
        rest: dict[CardField, Entry] = dict(self._card.entries)
        rest.pop(CardField.SUBJECT, None)
        return one_line(replace(self._card, entries=rest), self._say)

    def grade(self) -> Scale | None:
        """What stands behind it, of four; None where evidence was never asked for or may not be seen."""
        if not self.is_there(CardField.EVIDENCE, CardField.EVIDENCE_KIND):
            return None
        grade, names = grade_of(self._card), tuple(self._say(Message(key)) for key in _GRADES)
        shown = names[grade - 1] if grade else self._say(Message("sheet-unknown"))
        label = self._say(Message("sheet-grade"))
        return Scale(label=label, level=grade, levels=len(names), shown=shown, names=names)

    def level(self, name: CardField) -> Scale | None:
        """A readiness level, of nine."""
        if not self.is_there(name):
            return None
        readiness = readiness_of(self._card)
        level = readiness.technology if name is CardField.TRL else readiness.customer
        shown = f"{level} / {_LEVELS}" if level else self._say(Message("sheet-unknown"))
        return Scale(label=self._say(label(name)), level=level or 0, levels=_LEVELS, shown=shown)

    def gap(self) -> str:
        """The two levels in one sentence; "" where neither was asked for or may be seen."""
        is_there = self.is_there(CardField.TRL, CardField.CRL)
        return self._say(gap_sentence(readiness_of(self._card))) if is_there else ""

    def ladder(self) -> tuple[str, ...]:
        """The rungs, from the function upward."""
        rungs, function = rungs_of(self._card), self.words(CardField.FUNCTION)
        return (function, *rungs) if function and function not in rungs[:1] else rungs

    def uses(self) -> tuple[SheetUse, ...]:
        """What a person ticked, then where the owner saw it fit."""
        found = [
            SheetUse(name=use.name, reason=use.reason, source=self._say(Message(_SOURCES[use.source])))
            for use in ticked(self._card)
        ]
        own = self.words(CardField.ELSEWHERE)
        return (*found, *([SheetUse(name=own, reason="", source=self._say(Message("sheet-use-own")))] if own else []))

    def open_questions(self, wanted: frozenset[CardField]) -> tuple[str, ...]:
        """The headings of what of these was asked and is not known."""
        asked = {EntryState.UNKNOWN, EntryState.LATER}
        entries = ((name, self._card.entry(name)) for name in CardField if name in wanted)
        names = (name for name, entry in entries if entry.state in asked or is_not_yet(name, entry))
        return tuple(self._say(label(name)) for name in names)
