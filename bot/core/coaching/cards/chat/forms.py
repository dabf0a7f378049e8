"""Forms of a card: its fields group by group, its open questions, who may see what, two versions to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.coaching.cards.chat.doors import View
from bot.core.coaching.cards.correcting import LONGEST
from bot.core.coaching.cards.models import GROUP_OF, CardField, EvidenceKind, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.pages import open_fields
from bot.core.coaching.cards.readiness import LEVELS
from bot.core.coaching.cards.records import CardVersion
from bot.core.coaching.cards.wording import group_label, label, reach_label, title_of
from bot.core.messages import Choice, Fact, Field, Headed, Item, Message, Offer, Part, Pressed, Reply, Said

Typed = Mapping[str, str]
MOST_AT_ONCE = 8
"""Open questions in one form."""
_SHORT = frozenset(
    {CardField.SUBJECT, CardField.LISTENER, CardField.TRY_WITH, CardField.TRY_BY, CardField.TRY_CAP, CardField.HOLDER}
)
_FIELD = 3_000
"""Characters that a field of a form holds everywhere."""
ONE, OTHER = "one", "other"


def edit_menu(view: View) -> Reply:
    """Which part is to be put right?"""
    card = view.card
    items = [
        Item(
            group_label(group), (), (Offer(actions.VALUE_EDIT_FORM, f"{card.id}:{group}", Message("value-offer-edit")),)
        )
        for group in FieldGroup
    ]
    return Reply(title=Message("value-card-edit-title"), parts=(Headed(title_of(card)), *items))


def edit_form(card: ValueCard, group: FieldGroup, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """The fields of one group, as they are."""
    names = [name for name in CardField if GROUP_OF[name] is group]
    long = [name for name in names if _is_long(card, name)]
    fields = [_field(card, name) for name in names if name not in long]
    lengths = {name: len(card.entry(name).words) for name in long}
    left_out = [Fact(label(name), Message("walk-left-whole", {"length": lengths[name]})) for name in long]
    return _form(
        Message("value-card-edit-title"),
        about=(Headed(group_label(group)), *left_out),
        fields=fields,
        submit=Offer(actions.VALUE_EDIT_SEND, f"{card.id}:{group}:{card.version}", Message("value-card-save")),
        typed=typed,
        why=why,
    )


def open_form(card: ValueCard, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """The questions that are open; what is left empty stays open."""
    names = open_fields(card)
    left = len(names) - MOST_AT_ONCE
    more = (Said(Message("value-card-open-more", {"count": left})),) if left > 0 else ()
    return _form(
        Message("value-card-open-title"),
        about=(Said(Message("value-card-open-about")), *more),
        fields=[_field(card, name) for name in names[:MOST_AT_ONCE]],
        submit=Offer(actions.VALUE_OPEN_SEND, f"{card.id}:{card.version}", Message("value-card-save")),
        typed=typed,
        why=why,
    )


def typed_in(values: Typed) -> dict[CardField, str]:
    """What the form of some fields holds."""
    names = {str(name) for name in CardField}
    return {CardField(name): text for name, text in values.items() if name in names}


def really_typed(values: Mapping[CardField, str], *, base: Mapping[CardField, str]) -> dict[CardField, str]:
    """Only what is not as it stood when the form was opened: nobody overwrites what they did not touch."""
    return {name: text for name, text in values.items() if text.strip() != base.get(name, "").strip()}


def share_form(view: View, *, about: Sequence[Part] = ()) -> Reply:
    """Who may see which group of fields."""
    card = view.card
    choices = tuple(Choice(str(reach), reach_label(reach)) for reach in Reach)
    fields = [
        Field(
            name=str(group), label=group_label(group), kind="choice", choices=choices, initial=str(card.reach_of(group))
        )
        for group in FieldGroup
    ]
    return _form(
        Message("value-card-share-title"),
        about=(Said(Message("value-card-share-about")), *about),
        fields=fields,
        submit=Offer(actions.VALUE_SHARE_SEND, f"{card.id}:{card.version}", Message("value-card-share-submit")),
    )


def wanted_in(values: Typed) -> dict[FieldGroup, Reach]:
    """Who may see what, as it was chosen."""
    groups, reaches = {str(one) for one in FieldGroup}, {str(one) for one in Reach}
    return {FieldGroup(name): Reach(one) for name, one in values.items() if name in groups and one in reaches}


def caution(card: ValueCard, wanted: Mapping[FieldGroup, Reach], groups: Iterable[FieldGroup]) -> Reply:
    """What to think of before anything goes to the region; nothing is shared until it is agreed to."""
    chosen = ",".join(f"{group}={reach}" for group, reach in wanted.items())
    agree = Offer(
        actions.VALUE_SHARE_AGREE,
        f"{card.id}:{card.version}:{chosen}",
        Message("value-card-caution-agree"),
        is_main=True,
    )
    again = Offer(actions.VALUE_SHARE_FORM, card.id, Message("value-card-caution-again"))
    return Reply(
        title=Message("value-card-caution-title"),
        parts=(
            Said(Message("value-card-caution-first")),
            *(Headed(group_label(group)) for group in groups),
            Said(Message("value-card-caution-nda")),
            Said(Message("value-card-caution-patent")),
            Said(Message("value-card-caution-name")),
            Said(Message("value-card-caution-revoke")),
        ),
        offers=(again,),
        submit=agree,
    )


def agreed_in(chosen: str) -> dict[FieldGroup, Reach]:
    """What was agreed to, out of the reference of its button."""
    pairs = (one.partition("=") for one in chosen.split(","))
    return wanted_in({name: reach for name, _, reach in pairs})


def compare_form(card: ValueCard, versions: Sequence[CardVersion], names: Mapping[int, Message]) -> Reply:
    """Which two versions?"""
    choices = tuple(Choice(str(one.number), names[one.number]) for one in reversed(versions[-100:]))
    first = str(versions[-2].number if len(versions) > 1 else versions[-1].number)
    fields = (
        Field(name=ONE, label=Message("value-card-compare-one"), kind="choice", choices=choices, initial=first),
        Field(
            name=OTHER,
            label=Message("value-card-compare-other"),
            kind="choice",
            choices=choices,
            initial=str(versions[-1].number),
        ),
    )
    submit = Offer(actions.VALUE_COMPARE_SEND, card.id, Message("value-card-compare-submit"))
    return _form(Message("value-card-compare-title"), fields=fields, submit=submit)


def find_form(*, why: Message | None = None, typed: Typed | None = None) -> Reply:
    """What is looked for."""
    field = Field(name="words", label=Message("value-find-field"), hint=Message("value-find-hint"), longest=200)
    submit = Offer(actions.VALUE_FIND_SEND, "", Message("value-find-submit"))
    about = (Said(Message("value-find-about")),)
    return _form(Message("value-find-title"), about=about, fields=(field,), submit=submit, typed=typed, why=why)


def _is_long(card: ValueCard, name: CardField) -> bool:
    """Too long for a field of a form: in one it would be cut, and kept so."""
    return len(card.entry(name).words) > _FIELD


def _field(card: ValueCard, name: CardField) -> Field:
    entry, title = card.entry(name), label(name)
    words = entry.words if entry.is_said else ""
    if name is CardField.EVIDENCE_KIND:
        kinds = tuple(Choice(str(kind), Message(f"value-card-kind-{kind}")) for kind in EvidenceKind)
        known = words if words in {str(kind) for kind in EvidenceKind} else ""
        return Field(name=name, label=title, kind="choice", choices=kinds, initial=known, is_required=False)
    if name in (CardField.TRL, CardField.CRL):
        levels = tuple(Choice(str(level), _level(name, level)) for level in LEVELS)
        known = words if words in {str(level) for level in LEVELS} else ""
        return Field(name=name, label=title, kind="choice", choices=levels, initial=known, is_required=False)
    is_line = name in _SHORT and "\n" not in words
    return Field(
        name=name,
        label=title,
        kind="line" if is_line else "lines",
        initial=words,
        is_required=False,
        # What is too long already is not cut.
        longest=max(LONGEST, len(words)),
    )


def _level(name: CardField, level: int) -> Message:
    if name is CardField.TRL:
        return Message("value-card-level", {"level": level})
    bands = ("value-card-level-guessed", "value-card-level-asked", "value-card-level-bought")
    return Message(bands[(level - 1) // 3], {"level": level})


def _form(
    title: Message,
    *,
    about: Sequence[Part] = (),
    fields: Iterable[Field],
    submit: Offer,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    given = typed or {}
    kept = (replace(one, initial=given.get(one.name, one.initial)) for one in fields)
    long = (replace(one, longest=max(one.longest, len(one.initial))) for one in kept)
    reasons = (Said(why),) if why else ()
    return Reply(title=title, parts=(*reasons, *about, *long), submit=replace(submit, is_main=True))


def group_in(pressed: Pressed) -> FieldGroup | None:
    """The group that a reference names behind the card's id."""
    parts = pressed.reference.split(":")
    known = {str(group): group for group in FieldGroup}
    return known.get(parts[1]) if len(parts) > 1 else None
