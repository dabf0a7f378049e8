"""By what the list of firms is narrowed down: the sheet that asks, reading it back, and saying it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace

from bot.core import actions
from bot.core.cockpit.gathering import events_of, owners_of
from bot.core.cockpit.models import AGES, STAGES, WALLS, Case, Sift, mark_of
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Reply, Said

STAGE, WALL, DAYS, EVENT, OWNER = "stage", "wall", "days", "event", "owner"
ANY = "any"
NameOf = Callable[[str], str]
"""The name of a person by their id, "" for nobody."""


def form(sift: Sift, cases: Sequence[Case], name_of: NameOf, *, is_ours: bool = False) -> Reply:
    """The sheet, with what is on record; of many firms, or of one's own."""
    intro = Message("cockpit-ours-sift-intro" if is_ours else "cockpit-sift-intro")
    parts: tuple[Part, ...] = (Said(intro), *_fields(sift, cases, name_of))
    action = actions.COCKPIT_OURS_SIFT_SEND if is_ours else actions.COCKPIT_SIFT_SEND
    submit = Offer(action, "-", Message("cockpit-sift-submit"), is_main=True)
    return Reply(
        title=Message("cockpit-ours-sift-title" if is_ours else "cockpit-sift-title"), parts=parts, submit=submit
    )


def to_loosen(sift: Sift, count: Callable[[Sift], int], *, of: str) -> Iterator[Message]:
    """Where nothing fits: which one condition to leave, and how many there are then. `of`: "firms" or "encounters"."""
    found = [(name, count(looser)) for name, looser in _looser(sift)]
    for name, number in found:
        if number:
            yield Message("cockpit-loosen", {"field": name, "count": number, "of": of})
    if not any(number for _, number in found):
        yield Message("cockpit-loosen-several", {"conditions": len(found)})


def _looser(sift: Sift) -> Iterator[tuple[str, Sift]]:
    """Without one of its conditions each."""
    empty = Sift()
    for one in fields(Sift):
        if getattr(sift, one.name) != getattr(empty, one.name):
            yield one.name, replace(sift, **{one.name: getattr(empty, one.name)})


def sift_of(values: Mapping[str, str], cases: Sequence[Case]) -> Sift:
    """What was filled in; what is not known, or may not be seen any more, narrows nothing down."""
    marks, owners = {mark_of(one) for one in events_of(cases)}, set(owners_of(cases))
    days = {str(one): one for one in AGES}
    return Sift(
        stage=_among(STAGES, values.get(STAGE, "")),
        wall=_among(WALLS, values.get(WALL, "")),
        days=days.get(values.get(DAYS, ""), 0),
        event=_among(marks, values.get(EVENT, "")),
        owner_id=_among(owners, values.get(OWNER, "")),
    )


def in_words(sift: Sift, cases: Sequence[Case], name_of: NameOf) -> Iterator[Message]:
    """By what the list is narrowed down."""
    if sift.stage:
        yield Message(f"meeting-stage-{sift.stage}")
    if sift.wall:
        yield Message(f"cockpit-at-{sift.wall}")
    if sift.days:
        yield Message("cockpit-sifted-days", {"days": sift.days})
    if sift.event:
        event = next((one for one in events_of(cases) if mark_of(one) == sift.event), "")
        yield Message("cockpit-sifted-event", {"event": event}) if event else Message("cockpit-sifted-event-gone")
    if sift.owner_id:
        name = name_of(sift.owner_id) if sift.owner_id in owners_of(cases) else ""
        yield Message("cockpit-sifted-owner", {"name": name}) if name else Message("cockpit-sifted-owner-gone")


def _fields(sift: Sift, cases: Sequence[Case], name_of: NameOf) -> Iterator[Part]:
    stages = [Choice(one, Message(f"meeting-stage-{one}")) for one in STAGES]
    yield _choice(STAGE, stages, sift.stage)
    yield _choice(WALL, [Choice(one, Message(f"cockpit-wall-{one}")) for one in WALLS], sift.wall)
    ages = [Choice(str(one), Message("cockpit-sifted-days", {"days": one})) for one in AGES]
    yield _choice(DAYS, ages, str(sift.days or ""))
    if events := [Choice(mark_of(one), one) for one in events_of(cases)[: MOST_CHOICES - 1]]:
        yield _choice(EVENT, events, sift.event)
    people = [(id, name_of(id)) for id in owners_of(cases)[: MOST_CHOICES - 1]]
    if named := [Choice(id, name) for id, name in sorted(people, key=lambda one: (one[1], one[0])) if name]:
        yield _choice(OWNER, named, sift.owner_id)


def _choice(name: str, choices: list[Choice], held: str) -> Field:
    return Field(
        name=name,
        label=Message(f"cockpit-field-{name}"),
        kind="choice",
        choices=(Choice(ANY, Message("cockpit-any")), *choices),
        initial=held if held in {one.value for one in choices} else ANY,
    )


def _among(known: tuple[str, ...] | set[str], given: str) -> str:
    return given if given in known else ""
