"""What the people of a simulation did, and what waits for whom after it: written a second time, from what they know.

A lead is an encounter as its people see it. All of it comes from what they typed and pressed and were not refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

MAIN, TRIAL, REQUEST, ANY = "main", "trial", "request", "*"
"""Under which heading something of a lead is told: its next step or decision, its trial, a request, one issue (its
words); or any of these, where a message has room for its name alone."""
_COME_BACK = ("no_next_step", "set_time")
_PEACE = timedelta(days=2)
"""Nobody is reminded of what they talked about today or yesterday."""


@dataclass(frozen=True, slots=True)
class Step:
    """A next step."""

    text: str
    owner: str
    due: date | None = None
    hour: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """One encounter. People are addresses, days are those of its owner."""

    key: str
    owner: str
    firm: str
    partner: str
    contact_on: date
    counts_from: date
    is_visit: bool = False
    state: str = "open"
    stage: str = "cards"
    step: Step | None = None
    postponed: date | None = None
    wakes: date | None = None
    decision_on: date | None = None
    asked: tuple[tuple[str, date, str], ...] = ()
    """Who is asked for it, since when, with which words; those who have not answered."""
    talks: tuple[tuple[str, date, str], ...] = ()
    """Who wants to talk about it first."""
    issues: tuple[tuple[str, str, date], ...] = ()
    """What is in the way, who looks after it, until when."""
    confirmer: str = ""
    stages: tuple[str, ...] = ("cards",)
    """The stages it has been in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """What waits for somebody, counted from `since`."""

    key: str
    group: str
    matter: str
    person: str
    since: date
    not_before: date | None = None
    comes_back: bool = field(default=False, compare=False)
    """It was put off to that day, and comes on it."""
    firm: str = ""
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which something waited, up to `until`."""

    wait: Wait
    began: datetime
    until: datetime


class Ledger:
    """All leads, the spells in which something waited, and when somebody acted."""

    def __init__(self) -> None:
        self.leads: dict[str, Lead] = {}
        self.spells: list[Spell] = []
        self.acts: dict[tuple[str, str], list[datetime]] = {}
        self.changed: dict[str, list[tuple[datetime, str]]] = {}
        """When a lead was in which state."""
        self.stopped: dict[str, str] = {}
        """Which leads stand before a wall, because nobody had an answer to its questions."""
        self._waits: dict[str, dict[Wait, datetime]] = {}

    def put(self, lead: Lead, at: datetime) -> None:
        """A lead is as it is now."""
        before = self.leads.get(lead.key)
        if lead.stage not in lead.stages:
            lead = replace(lead, stages=(*lead.stages, lead.stage))
        if before is None or before.state != lead.state:
            self.changed.setdefault(lead.key, []).append((at, lead.state))
        self.leads[lead.key] = lead
        now, known = set(waits_of(lead)), self._waits.setdefault(lead.key, {})
        for gone in [one for one in known if one not in now]:
            self.spells.append(Spell(gone, known.pop(gone), at))
        for new in now:
            known.setdefault(new, at)

    def act(self, person: str, key: str, at: datetime) -> None:
        """Somebody did something about a lead."""
        self.acts.setdefault((person, key), []).append(at)

    def waits(self, wait: Wait, at: datetime) -> None:
        """Something waits that belongs to no lead."""
        self._waits.setdefault(wait.key, {})[wait] = at

    def settle(self, key: str, at: datetime) -> None:
        """It does not wait any more."""
        self.spells += [Spell(one, began, at) for one, began in self._waits.pop(key, {}).items()]

    def close(self, at: datetime) -> None:
        """The simulation ends."""
        for key in list(self._waits):
            self.settle(key, at)

    def state_at(self, key: str, at: datetime) -> str:
        """In which state a lead was."""
        states = [state for since, state in self.changed.get(key, ()) if since <= at]
        return states[-1] if states else ""


def waits_of(lead: Lead) -> Iterator[Wait]:
    """What waits because of a lead, by the rules as they are told to people."""
    if lead.state == "unconfirmed":
        yield _wait(lead, MAIN, "confirm", lead.confirmer, lead.counts_from)
    elif lead.state == "sleeping" and lead.wakes:
        yield _wait(lead, MAIN, "wake", lead.owner, lead.wakes)
    elif lead.state == "open":
        yield from _of_step(lead)
        if lead.stage == "trial" and lead.decision_on:
            yield _wait(lead, TRIAL, "trial_decision", lead.owner, lead.decision_on, lead.postponed)
        for person, since, _ in lead.asked:
            yield _wait(lead, REQUEST, "request", person, since)
        for text, person, due in lead.issues:
            yield _wait(lead, text, "issue", person, due, lead.postponed)


def _of_step(lead: Lead) -> Iterator[Wait]:
    step, since = lead.step, max(lead.contact_on, lead.counts_from)
    peace = lead.contact_on + _PEACE
    quiet = _latest(peace if lead.contact_on > lead.counts_from else None, lead.postponed)
    if step is None:
        if not lead.is_visit:
            yield _wait(lead, MAIN, "no_next_step", lead.owner, since, quiet)
    elif step.due is None or not step.hour:
        yield _wait(lead, MAIN, "set_time", step.owner, since, quiet)
    elif lead.contact_on < step.due or lead.contact_on == step.due == lead.counts_from:
        yield _wait(lead, MAIN, "next_step", step.owner, step.due, lead.postponed)
    else:
        yield _wait(lead, MAIN, "next_step", step.owner, lead.contact_on, _latest(peace, lead.postponed))


def _latest(*days: date | None) -> date | None:
    return max((one for one in days if one), default=None)


def _wait(lead: Lead, group: str, matter: str, person: str, since: date, not_before: date | None = None) -> Wait:
    return Wait(
        key=lead.key,
        group=group,
        matter=matter,
        person=person,
        since=since,
        not_before=not_before,
        comes_back=matter in _COME_BACK and not_before is not None and not_before == lead.postponed,
        firm=lead.firm,
        partner=lead.partner,
    )
