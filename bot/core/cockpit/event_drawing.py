"""The sheets in which a cadence and a programme are chosen for an event: asked, shown before it is done, done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.core import actions
from bot.core.cockpit.event_plan import LEFT, EventPlan, Paced, Programme
from bot.core.cockpit.firm_drawing import Reader
from bot.core.cockpit.gathering import is_coordinator
from bot.core.cockpit.models import mark_of
from bot.core.messages import MOST_CHOICES, Argument, Choice, Field, Item, Message, Offer, Part, Reply, Said

EVENT, CADENCE, PROGRAMME = "event", "cadence", "programme"
AS_IT_IS = "as_it_is"
PAGE = 10
"""Firms on a page of the preview."""
_DAYS_SHOWN = 3
TITLE = Message("cockpit-event-title")


def form(
    events: Sequence[str],
    cadences: Sequence[tuple[str, str]],
    programmes: Sequence[Programme],
    values: Mapping[str, str],
    *,
    back: Offer,
    hidden: int = 0,
    fault: Message | None = None,
) -> Reply:
    """Of which event, and what? Where no event is known, a sentence."""
    if not events:
        return Reply(title=TITLE, parts=(Said(Message("cockpit-event-none", {"hidden": hidden})),), offers=(back,))
    parts: list[Part] = [Said(fault)] if fault else []
    parts.append(Said(Message("cockpit-event-intro")))
    if hidden:
        parts.append(Said(Message("cockpit-event-hidden", {"count": hidden})))
    initial = values.get(EVENT, mark_of(events[0]) if len(events) == 1 else "")
    choices = tuple(Choice(mark_of(one), one) for one in events[:MOST_CHOICES])
    label = Message("cockpit-event-which")
    parts.append(Field(name=EVENT, label=label, kind="choice", choices=choices, initial=initial))
    parts.append(_choice(CADENCE, [Choice(*one) for one in cadences], values))
    if programmes:
        parts.append(_choice(PROGRAMME, [Choice(one.id, one.name) for one in programmes], values))
    submit = Offer(actions.COCKPIT_EVENT_SHOW, "-", Message("cockpit-put-off-submit"), is_main=True)
    return Reply(title=TITLE, parts=tuple(parts), submit=submit)


def _choice(name: str, choices: Sequence[Choice], values: Mapping[str, str]) -> Field:
    return Field(
        name=name,
        label=Message(f"cockpit-event-{name}"),
        kind="choice",
        choices=(Choice(AS_IT_IS, Message("cockpit-event-as-it-is")), *choices),
        initial=values.get(name, AS_IT_IS),
    )


def preview(
    plan: EventPlan, reader: Reader, names: Mapping[str, str], reference: str, page: int, fault: Message | None
) -> Reply:
    """How many encounters of which firms, before and after, what is left alone and why. `names`: what the wished
    cadence ("cadence") and programme ("programme") are called."""
    firms, back = _by_firm(plan), back_of(reader)
    pages = max(1, -(-len(firms) // PAGE))
    page = min(max(page, 1), pages)
    parts: list[Part] = [Said(fault)] if fault else []
    parts += [Said(one) for one in _summary(plan, names)]
    for company_id in firms[(page - 1) * PAGE : page * PAGE]:
        of_it = [one for one in plan.found.paced if one.company_id == company_id]
        parts.append(Item(plan.firms[company_id].name, words=tuple(_of_firm(plan, of_it, reader))))
    offers = [*_turning(reference, page, pages), back]
    if plan.moved or (plan.wished.programme_id and plan.found.paced):
        do = Offer(
            actions.COCKPIT_EVENT_DO, f"{reference}:{plan.mark}", Message("cockpit-event-offer-do"), is_main=True
        )
        offers.insert(0, do)
    return Reply(title=TITLE, parts=tuple(parts), offers=tuple(offers))


def _summary(plan: EventPlan, names: Mapping[str, str]) -> Iterator[Message]:
    event = plan.found.spellings[0] if plan.found.spellings else plan.wished.event
    firms = {one.company_id for one in plan.moved}
    counted: dict[str, Argument] = {"event": event, "count": len(plan.moved), "firms": len(firms)}
    if plan.wished.cadence:
        key = "cockpit-event-preview" if plan.moved else "cockpit-event-nothing-moves"
        yield Message(key, {**counted, "cadence": names[CADENCE]})
    if plan.wished.programme_id:
        every: dict[str, Argument] = {"event": event, "count": len(plan.found.paced), "firms": len(plan.firms)}
        yield Message("cockpit-event-preview-programme", {**every, "programme": names[PROGRAMME]})
    if others := plan.found.spellings[1:]:
        yield Message("cockpit-event-spellings", {"names": " / ".join(others)})
    for why in LEFT:
        if count := plan.left.get(why, 0):
            yield Message(f"cockpit-event-left-{why}", {"count": count})
    if plan.hidden:
        yield Message("cockpit-event-hidden", {"count": plan.hidden})


def _of_firm(plan: EventPlan, paced: Sequence[Paced], reader: Reader) -> Iterator[Message]:
    moved = sorted((one for one in paced if not one.left), key=lambda one: (one.then_on or date.max, one.id))
    if not plan.wished.cadence:
        yield Message("cockpit-matters", {"count": len(paced)})
        return
    yield Message("cockpit-event-of-firm", {"count": len(moved), "left": len(paced) - len(moved)})
    for one in moved[:_DAYS_SHOWN]:
        yield Message("cockpit-event-days", {"before": _day(one.now_on, reader), "after": _day(one.then_on, reader)})
    if len(moved) > _DAYS_SHOWN:
        yield Message("cockpit-more", {"count": len(moved) - _DAYS_SHOWN})


def _day(day: date | None, reader: Reader) -> str:
    return reader.day(day) if day else "–"


def _by_firm(plan: EventPlan) -> list[str]:
    """Those of which most is counted anew first."""
    moved = defaultdict[str, int](int)
    for one in plan.moved:
        moved[one.company_id] += 1
    return sorted(plan.firms, key=lambda id: (-moved[id], plan.firms[id].name, id))


def _turning(reference: str, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.COCKPIT_EVENT_PAGE, f"{reference}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.COCKPIT_EVENT_PAGE, f"{reference}:{page + 1}", Message("page-after"))


def back_of(reader: Reader) -> Offer:
    """Where somebody came from: the list of firms, or that of their own firm."""
    if is_coordinator(reader.member):
        return Offer(actions.COCKPIT_FIRMS, "1", Message("cockpit-offer-back"))
    return Offer(actions.COCKPIT_OURS, "1", Message("cockpit-offer-back-ours"))
