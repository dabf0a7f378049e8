"""A card as a message: the same for everybody who may see the same of it, drawn from the record each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.coaching.cards.chat import buttons
from bot.core.coaching.cards.chat.doors import Doors, View
from bot.core.coaching.cards.models import GROUP_OF, CardField, EntryState, FieldGroup, Reach, UseSource, ValueCard
from bot.core.coaching.cards.pages import ladder
from bot.core.coaching.cards.readiness import gap_sentence, readiness_of
from bot.core.coaching.cards.records import CardVersion, VersionKind
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.texts import one_line
from bot.core.coaching.cards.wording import (
    clipped,
    fact,
    grade_sentence,
    group_label,
    label,
    not_yet,
    reach_label,
    ticked,
    title_of,
    use_line,
)
from bot.core.messages import Fact, Headed, Item, Message, Offer, Part, Quoted, Reply, Said

_ALWAYS = (
    CardField.WHO,
    CardField.SITUATION,
    CardField.CHANGE,
    CardField.TODAY,
    CardField.COST,
    CardField.EVIDENCE,
    CardField.FUNCTION,
)
_WHERE_SAID = (
    CardField.HOLDER,
    CardField.NOTICES,
    CardField.PAYS,
    CardField.REFRAMED,
    CardField.ELSEWHERE,
    CardField.CHALLENGE,
    CardField.TRY,
    CardField.TRY_WITH,
    CardField.TRY_BY,
    CardField.TRY_CAP,
    CardField.MAY_TELL,
)
_DONE = {
    VersionKind.ACCEPTED: "value-card-done-accepted",
    VersionKind.CORRECTED: "value-card-done-corrected",
    VersionKind.ANSWERED: "value-card-done-answered",
    VersionKind.RESTORED: "value-card-done-restored",
}


class Drawing:
    """Draws cards. Nothing here changes anything."""

    def __init__(self, *, service: CardService, doors: Doors) -> None:
        self._service, self._doors = service, doors

    def card(self, view: View, *, said: Sequence[Part] = ()) -> Reply:
        """How the card stands. What the reader changed within the last ten minutes stands on top with 取り消す; `said`
        comes before that."""
        parts, offers = self.just_done(view)
        return Reply(
            title=title_of(view.card),
            parts=(*said, *parts, *self._body(view)),
            offers=(*buttons.of_card(view.card, view=view), *offers),
        )

    def just_done(self, view: View) -> tuple[tuple[Part, ...], tuple[Offer, ...]]:
        """What the reader has just changed, and the way to take it back; nothing where that is longer ago."""
        newest: CardVersion | None = self._service.can_undo(view.card, by=view.member) if view.may_change else None
        if newest is None:
            return (), ()
        return (Said(Message(_DONE[newest.kind])),), (buttons.undo(view.card),)

    def sheet(self, view: View, *, title: Message, said: Sequence[Part]) -> Reply:
        """What was done, in the sheet in which it was; the message behind it becomes the card."""
        parts, offers = self.just_done(view)
        return Reply(title=title, parts=(*said, *parts), offers=offers, behind=self.card(view))

    def _body(self, view: View) -> Iterator[Part]:
        card = view.card
        yield Said(_audience(view))
        if not view.is_own:
            yield Fact(Message("value-card-label-firm"), view.company.name)
        if view.is_own and not card.confirmed_by:
            yield Said(Message("value-card-unconfirmed"))
        line = one_line(card, self._doors.say_for(view.member), groups=view.groups)
        if line:
            yield Quoted(line)
        yield from _facts(view)
        if FieldGroup.EVIDENCE in view.groups:
            yield Said(grade_sentence(card))
            yield Said(gap_sentence(readiness_of(card)))
        yield from _uses(view)
        count = len(view.left)
        if count:
            yield Said(Message("value-card-open-count", {"count": count}))
        if view.is_own:
            yield from shared_parts(view)


def _facts(view: View) -> Iterator[Part]:
    card = view.card
    for name in _ALWAYS:
        if GROUP_OF[name] in view.groups:
            yield _shown(view, name)
            yield from _drafts(card, name)
    if FieldGroup.VALUE in view.groups:
        yield from ladder(card)
        yield from _drafts(card, CardField.LADDER)
    for name in _WHERE_SAID:
        if GROUP_OF[name] in view.groups and card.entry(name).state is not EntryState.UNASKED:
            yield fact(card, name)
            yield from _drafts(card, name)


def _drafts(card: ValueCard, name: CardField) -> Iterator[Part]:
    """What a language model worded and somebody kept, marked as that, below the owner's words."""
    for draft in card.entry(name).drafts:
        yield Said(Message("value-card-draft"))
        yield Quoted(clipped(draft))


def _shown(view: View, name: CardField) -> Part:
    """A field; where it does not speak of a customer yet, its words with the way to say that they are right."""
    entry = view.card.entry(name)
    if not view.may_change or not is_not_yet(name, entry):
        return fact(view.card, name)
    how = Message("value-card-not-yet-outside")
    return Item(label(name), (how,), (buttons.accept(view.card, name),), words=(not_yet(entry),))


def _uses(view: View) -> Iterator[Part]:
    uses = ticked(view.card)
    if uses:
        yield Headed(Message("value-card-uses", {"count": len(uses)}))
        for use in uses[:6]:
            yield Quoted(use_line(use), about=use.reference if use.source is UseSource.CARD else "")


def shared_parts(view: View) -> Iterator[Part]:
    """Who may see which group, where any goes beyond the firm."""
    for group in FieldGroup:
        reach = view.card.reach_of(group)
        if reach is not Reach.FIRM:
            yield Fact(group_label(group), reach_label(reach))


def _audience(view: View) -> Message:
    """A mark of secrecy with its audience stands on every view."""
    if not view.is_own:
        return Message("value-card-audience-shown")
    is_shared = any(view.card.reach_of(group) is not Reach.FIRM for group in FieldGroup)
    return Message("value-card-audience-part" if is_shared else "value-card-audience-firm")
