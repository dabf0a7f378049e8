"""What is read of a card beside the conversation: its texts, its history, two versions side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.core import actions
from bot.core.coaching.cards.chat import buttons
from bot.core.coaching.cards.chat.doors import Doors, View
from bot.core.coaching.cards.models import FieldGroup
from bot.core.coaching.cards.pages import a4_page, memo, plan
from bot.core.coaching.cards.records import CardVersion, Difference, SharingRecord, VersionKind, differences
from bot.core.coaching.cards.texts import one_line, one_minute
from bot.core.coaching.cards.wording import group_label, label, reach_label, title_of, value_of
from bot.core.messages import PAGE, Fact, Headed, Item, Message, Offer, Part, Quoted, Reply, Said

_SHOWN_CHOICES = 10
_NAMED = 4
"""Fields that a line of the history names."""


def text_sheet(view: View, kind: str, doors: Doors) -> Reply:
    """One of the texts, and the way to the others."""
    kinds = buttons.TEXTS if view.is_own else buttons.OUTSIDE_TEXTS
    kind = kind if kind in kinds else "minute"
    others = tuple(buttons.text(view.card, one) for one in kinds if one != kind)
    return Reply(
        title=Message(f"value-offer-text-{kind}"),
        parts=(Headed(title_of(view.card)), *_text(view, kind, doors)),
        offers=others,
    )


def _text(view: View, kind: str, doors: Doors) -> Iterator[Part]:
    card, say = view.card, doors.say_for(view.member)
    if kind == "a4":
        yield from a4_page(card, groups=view.groups)
    elif kind == "memo":
        yield from memo(card)
    elif kind == "plan":
        yield from plan(card)
    else:
        make = one_line if kind == "line" else one_minute
        words = make(card, say, groups=view.groups)
        yield Quoted(words) if words else Said(Message("value-card-text-nothing"))
        yield Said(Message("value-card-text-copy"))
        if view.is_own:
            yield Said(Message("value-card-files-care"))


def history_sheet(
    view: View, versions: Sequence[CardVersion], choices: Sequence[SharingRecord], doors: Doors, *, page: int
) -> Reply:
    """Who changed what, the latest first, each with the way back to it; then who chose to share what."""
    card = view.card
    pages = max(1, -(-len(versions) // PAGE))
    page = min(max(page, 1), pages)
    latest = list(reversed(versions))[(page - 1) * PAGE : page * PAGE]
    before = {one.number: earlier for earlier, one in pairwise(versions)}
    items = [_version(view, one, before.get(one.number), doors) for one in latest]
    told = [_choice(view, one, doors) for one in reversed(choices[-_SHOWN_CHOICES:])] if page == 1 else []
    shared: list[Part] = [Headed(Message("value-card-history-shared")), *told] if told else []
    offers: list[Offer] = []
    if len(versions) > 1:
        offers.append(Offer(actions.VALUE_COMPARE_FORM, card.id, Message("value-offer-compare")))
    if page > 1:
        offers.append(Offer(actions.VALUE_HISTORY, f"{card.id}:{page - 1}", Message("page-before")))
    if page < pages:
        offers.append(Offer(actions.VALUE_HISTORY, f"{card.id}:{page + 1}", Message("page-after")))
    return Reply(
        title=Message("value-card-history-title"),
        parts=(Headed(title_of(card)), *items, *shared),
        offers=tuple(offers),
    )


def _version(view: View, one: CardVersion, before: CardVersion | None, doors: Doors) -> Item:
    card = view.card
    details: list[Message | str] = [version_kind(one)]
    changed = list(differences(before.entries, one.entries)) if before else []
    details += [label(each.name) for each in changed[:_NAMED]]
    if len(changed) > _NAMED:
        details.append(Message("value-card-history-more", {"count": len(changed) - _NAMED}))
    offers: tuple[Offer, ...] = ()
    if one.number != card.version and any(differences(card.entries, one.entries)):
        confirm = Message("value-card-restore-confirm", {"number": one.number})
        offers = (
            Offer(actions.VALUE_COMPARE, f"{card.id}:{one.number}:{card.version}", Message("value-offer-compare-now")),
            Offer(
                actions.VALUE_RESTORE,
                f"{card.id}:{card.version}:{one.number}",
                Message("value-offer-restore"),
                confirm=confirm,
            ),
        )
    return Item(version_name(view, one, doors), tuple(details), offers)


def version_name(view: View, one: CardVersion, doors: Doors) -> Message:
    """Which version, when, by whom."""
    when, name = view.when(one.at), doors.name(one.by_id)
    return Message("value-card-version", {"number": one.number, "when": when, "name": name})


def version_kind(one: CardVersion) -> Message:
    """How it came to be."""
    if one.kind is VersionKind.RESTORED:
        return Message("value-card-version-restored", {"number": one.of_number})
    return Message(f"value-card-version-{one.kind}")


def _choice(view: View, one: SharingRecord, doors: Doors) -> Item:
    told = {"when": view.when(one.at), "name": doors.name(one.by_id)}
    return Item(group_label(one.group), (reach_label(one.reach), Message("value-card-shared-by", told)))


def compared_sheet(
    view: View, found: Sequence[Difference], names: Mapping[int, Message], *, one: int, other: int
) -> Reply:
    """Field by field, before and after."""
    parts: list[Part] = [Headed(title_of(view.card))]
    parts += [
        Fact(Message("value-card-compare-one"), names[one]),
        Fact(Message("value-card-compare-other"), names[other]),
    ]
    if not found:
        parts.append(Said(Message("value-card-compare-same")))
    for each in found:
        parts.append(Headed(label(each.name)))
        parts.append(Fact(Message("value-card-compare-one"), value_of(each.name, each.before)))
        parts.append(Fact(Message("value-card-compare-other"), value_of(each.name, each.after)))
    return Reply(title=Message("value-card-compare-title"), parts=tuple(parts))


def shared_sheet_parts(view: View) -> Iterator[Part]:
    """How it stands after a choice: every group with who may see it."""
    for group in FieldGroup:
        yield Fact(group_label(group), reach_label(view.card.reach_of(group)))
