"""What of a card somebody may see, and nothing beside it: what they may not see is absent, not blanked.

For anybody outside the firm no person is named, nothing tells how often it was changed, and of the uses only those are
there that the firm ticked and that quote nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.coaching.cards.models import (
    GROUP_OF,
    CardField,
    Decision,
    FieldGroup,
    Reach,
    Use,
    UseSource,
    ValueCard,
)
from bot.core.coaching.cards.terms import as_told_outside
from bot.core.people import Company, Member, access_card, access_card_changing, access_coordinating

ALL_GROUPS: frozenset[FieldGroup] = frozenset(FieldGroup)


def is_own(viewer: Member, company_id: str) -> bool:
    """Is somebody of the firm?"""
    return viewer.company is not None and viewer.company.id == company_id and not viewer.has_left


def groups_for(card: ValueCard, viewer: Member, company: Company) -> frozenset[FieldGroup]:
    """The groups of fields that somebody may see.

    What a coordinator wrote down and nobody of the firm has confirmed is seen by the firm and by who wrote it alone.
    """
    if is_own(viewer, card.company_id):
        return ALL_GROUPS
    if not card.confirmed_by:
        return ALL_GROUPS if _wrote(card, viewer, company) else frozenset()
    return frozenset(group for group in FieldGroup if access_card(viewer, company, card.reach_of(group)))


def _wrote(card: ValueCard, viewer: Member, company: Company) -> bool:
    """Did this coordinator write down what nobody of the firm has confirmed, and do they look after the firm still?"""
    return not card.confirmed_by and viewer.id == card.by_id and access_coordinating(viewer, company)


def may_change(viewer: Member, card: ValueCard) -> bool:
    """May somebody correct, share and delete it?"""
    return access_card_changing(viewer, card.company_id)


def visible(card: ValueCard, viewer: Member, company: Company) -> ValueCard | None:
    """The card as somebody may see it: whole for its firm; None where no group, or nothing in any, may be seen."""
    if is_own(viewer, card.company_id) or _wrote(card, viewer, company):
        return card
    return _cut_down(card, groups_for(card, viewer, company))


def for_handing_out(card: ValueCard) -> ValueCard | None:
    """The card as anybody in the region sees it, for its firm to hand out; None where what it is, for whom and what
    changes is not shared there."""
    groups = frozenset(group for group in FieldGroup if card.reach_of(group) is Reach.REGION)
    return _cut_down(card, groups) if FieldGroup.VALUE in groups else None


def _cut_down(card: ValueCard, groups: frozenset[FieldGroup]) -> ValueCard | None:
    entries = {name: as_told_outside(name, entry) for name, entry in card.entries.items() if GROUP_OF[name] in groups}
    if not any(entry.is_said for entry in entries.values()):
        return None
    moments = [card.entry(name).at for name in entries]
    return replace(
        card,
        walk_id="",
        version=1,
        by_id="",
        at=max((moment for moment in moments if moment is not None), default=card.at),
        entries=entries,
        uses=tuple(_told(card.uses)) if FieldGroup.IDEAS in groups else (),
        reach={group: card.reach_of(group) for group in FieldGroup if group in groups},
        confirmed_by="",
    )


def name_of_card(card: ValueCard) -> str:
    """What it is about, in the owner's words; "" where that may not be seen or is not known."""
    return " ".join(card.entry(CardField.SUBJECT).words.split())


def _told(uses: tuple[Use, ...]) -> Iterator[Use]:
    """Without what quotes another firm's card, or a town's plan: who may read that is for its guide to say."""
    for use in uses:
        if use.decision is Decision.TICKED and use.source in (UseSource.FIELD, UseSource.CHALLENGE):
            yield replace(use, decided_by="", decided_at=None, ask_first="")


def takes_back(before: ValueCard, after: ValueCard) -> bool:
    """Does the region no longer see something that it saw? What was offered from it then goes everywhere."""
    return bool(_in_region(before) - _in_region(after))


def _in_region(card: ValueCard) -> set[tuple[CardField, str]]:
    shown = ((name, entry) for name, entry in card.entries.items() if card.reach_of(GROUP_OF[name]) is Reach.REGION)
    told = ((name, as_told_outside(name, entry)) for name, entry in shown)
    return {(name, entry.words) for name, entry in told if entry.is_said}


def is_shared(card: ValueCard) -> bool:
    """Does anything of it go beyond the firm?"""
    return any(reach is not Reach.FIRM for reach in card.reach.values())
