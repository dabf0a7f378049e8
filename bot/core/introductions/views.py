"""What a coordinator sees: what waits, one introduction with both quotes, the words to sound a side out with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core import actions
from bot.core.introductions.models import Part, Reason, Source, State, Told
from bot.core.introductions.ports import TroubleName
from bot.core.introductions.seeing import Seen
from bot.core.introductions.sounding import LONGEST
from bot.core.introductions.telltales import Telltale
from bot.core.messages import (
    MOST_CHOICES,
    PAGE,
    Choice,
    Fact,
    Field,
    Headed,
    Item,
    Locale,
    Message,
    Offer,
    Quoted,
    Reply,
    Said,
)
from bot.core.messages import Part as Shown
from bot.core.people import Member

TEXT, PERSON, UNTIL = "text", "person", "until"


def listed(seen: Sequence[Seen], page: int) -> Reply:
    """What is under way and what waits, a page of it."""
    title = Message("introduction-list-title")
    if not seen:
        return Reply(title=title, parts=(Said(Message("introduction-list-none")),))
    pages = -(-len(seen) // PAGE)
    page = min(max(page, 1), pages)
    parts: list[Shown] = [Said(Message("introduction-list", {"count": len(seen), "page": page, "pages": pages}))]
    parts += [Item(one.title, tuple(_stands(one)), (_show(one),)) for one in seen[(page - 1) * PAGE : page * PAGE]]
    return Reply(title=title, parts=tuple(parts), offers=tuple(_turning(page, pages)))


def _turning(page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.INTRODUCTIONS, str(page - 1), Message("page-before"))
    if page < pages:
        yield Offer(actions.INTRODUCTIONS, str(page + 1), Message("page-after"))


def _show(one: Seen) -> Offer:
    return Offer(actions.INTRODUCTION_SHOW, one.introduction.id, Message("introduction-offer-show"))


def _stands(one: Seen) -> Iterator[Message]:
    yield Message(f"introduction-stands-{one.stands()}")
    for part in one.firms:
        side = one.introduction.side(part)
        if side.asked_at is not None:
            answer = f"introduction-side-{side.answer}" if side.answer else "introduction-side-none"
            yield Message(answer, {"firm": one.firms[part], "name": one.people[part]})


def shown(
    one: Seen,
    reason: Reason | None,
    trouble_name: TroubleName,
    *,
    quoted: Collection[Part],
    locale: Locale,
    said: Sequence[Shown] = (),
) -> Reply:
    """The quotes that may be seen and why, how far it is, and what can be done. Without a reason it stands no more."""
    parts: list[Shown] = [*said, *(Said(line) for line in _stands(one))]
    is_passed = one.is_across and not one.waits
    if reason is None and not is_passed:
        parts.append(Said(Message("introduction-gone")))
    if reason is not None and not is_passed:
        names = [trouble_name(id, locale) for id in reason.common.troubles]
        for part in Part:
            parts += _side(one, part, reason, is_quoted=part in quoted)
        why = Message("introduction-why-trouble", {"trouble": "・".join(names)}) if names else None
        parts.append(Said(why or Message("introduction-why-deed")))
    offers = tuple(_offers(one, is_there=reason is not None))
    return Reply(title=Message("introduction-title"), parts=tuple(parts), offers=offers)


def _side(one: Seen, part: Part, reason: Reason, *, is_quoted: bool) -> Iterator[Shown]:
    """One side: its firm and its words, as far as they may be seen."""
    is_named = part in one.firms
    named = {"firm": one.firms[part]} if is_named else {}
    yield Headed(Message(f"introduction-{part}" if is_named else f"introduction-{part}-across", named))
    if not is_quoted:
        yield Said(Message("introduction-not-shared"))
        return
    told = reason.told(part)
    yield Said(_from(told))
    yield Quoted(reason.quote(part), about=told.place.id if told.place.source is Source.CARD else "")


def _from(told: Told) -> Message:
    if told.place.source is Source.ENCOUNTER:
        return Message("introduction-from-issue")
    return Message(f"introduction-from-{told.place.field}")


def _offers(one: Seen, *, is_there: bool) -> Iterator[Offer]:
    id = one.introduction.id
    for part in one.asked_next() if is_there and (one.waits or not _is_away(one)) else ():
        label = Message("introduction-offer-ask", {"firm": one.firms[part]})
        yield Offer(actions.INTRODUCTION_ASK_FORM, f"{id}:{part}", label)
    if one.waits:
        yield Offer(actions.INTRODUCTION_AWAY_FORM, id, Message("introduction-offer-away"))
    if _is_away(one):
        yield Offer(actions.INTRODUCTION_BACK, id, Message("introduction-offer-back"))
    if _is_open(one):
        confirm = Message("introduction-withdraw-confirm")
        yield Offer(actions.INTRODUCTION_WITHDRAW, id, Message("introduction-offer-withdraw"), confirm=confirm)


def _is_away(one: Seen) -> bool:
    return one.stands() == State.PUT_AWAY


def _is_open(one: Seen) -> bool:
    """Can it be withdrawn, as far as they can see?"""
    return one.stands() in ("open", "passed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """What in words tells of the other side, and the same words in general. `seal` is of words that may be sent all
    the same; "" where they are refused."""

    found: Sequence[Telltale]
    in_general: str
    seal: str


def ask_form(
    one: Seen,
    part: Part,
    people: Sequence[Member],
    *,
    values: Mapping[str, str],
    told: Telling | None = None,
    fault: Message | None = None,
) -> Reply:
    """To choose who is asked, and to change the words. Where nothing of what they tell is refused, the button sends
    exactly these words all the same."""
    parts: list[Shown] = [Fact(Message("introduction-label-asked"), one.firms[part])]
    if fault is not None:
        parts.append(Said(fault))
    parts += advice(told) if told else ()
    choices = tuple(Choice(person.id, person.name) for person in people[:MOST_CHOICES])
    label = Message("introduction-submit-anyway" if told and told.seal else "introduction-submit")
    return Reply(
        title=Message("introduction-ask-title"),
        parts=(
            *parts,
            Field(
                name=PERSON,
                label=Message("introduction-field-person"),
                kind="choice",
                choices=choices,
                initial=values.get(PERSON, ""),
            ),
            Field(
                name=TEXT,
                label=Message("introduction-field-text"),
                kind="lines",
                hint=Message("introduction-hint-text"),
                initial=values.get(TEXT, ""),
                longest=LONGEST,
            ),
        ),
        submit=Offer(
            actions.INTRODUCTION_ASK_SEND,
            f"{one.introduction.id}:{part}:{told.seal if told else ''}",
            label,
            is_main=True,
        ),
    )


def advice(told: Telling, *, is_draft_shown: bool = True) -> Iterator[Shown]:
    """What tells, kind by kind, each with what to write instead; then the same in general."""
    refused = "introduction-telltales-refused" if not told.seal else "introduction-telltales"
    yield Said(Message(refused))
    for kind in dict.fromkeys(one.kind for one in told.found):
        words = "、".join(one.shown for one in told.found if one.kind is kind)
        yield Said(Message(f"introduction-telltale-{kind}", {"words": words}))
    if is_draft_shown:
        yield Said(Message("introduction-in-general"))
        yield Quoted(told.in_general)


def away_form(one: Seen, fault: Message | None = None) -> Reply:
    """For good, or until a day."""
    until = Field(
        name=UNTIL,
        label=Message("introduction-field-until"),
        kind="date",
        hint=Message("introduction-hint-until"),
        is_required=False,
    )
    faults = (Said(fault),) if fault else ()
    submit = Offer(
        actions.INTRODUCTION_AWAY_SEND, one.introduction.id, Message("introduction-submit-away"), is_main=True
    )
    return Reply(title=Message("introduction-away-title"), parts=(Said(one.title), *faults, until), submit=submit)


def answered(one: Seen, part: Part) -> Reply:
    """To the coordinator: what a side said."""
    side = one.introduction.side(part)
    told = {"firm": one.firms[part], "name": one.people[part]}
    parts: list[Shown] = [
        Said(Message("introduction-told-answer")),
        Said(Message(f"introduction-side-{side.answer}", told)),
    ]
    if one.is_across:
        is_passed = one.stands() == "passed"
        parts += [Said(Message("introduction-told-passed"))] if is_passed else []
    elif one.introduction.state is not State.OPEN:
        parts.append(Said(Message("introduction-told-over")))
    elif one.asked_next():
        parts.append(Said(Message("introduction-told-next")))
    return Reply(parts=tuple(parts), offers=(_show(one),))


def requested(one: Seen) -> Reply:
    """To the coordinator: a firm of another one's wishes it, and theirs might be asked."""
    firm = one.firms[one.own]
    return Reply(parts=(Said(Message("introduction-told-requested", {"firm": firm})),), offers=(_show(one),))


def closed(one: Seen, part: Part) -> Reply:
    """To the coordinator: nobody answered until the last day."""
    told = {"firm": one.firms[part], "name": one.people[part]}
    return Reply(parts=(Said(Message("introduction-told-closed", told)),), offers=(_show(one),))


def told(one: Seen) -> Reply:
    """To the coordinator: both know of each other."""
    return Reply(parts=(Said(Message("introduction-told-made")), Said(one.title)), offers=(_show(one),))
