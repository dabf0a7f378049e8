"""What a press does: why it came, hear no more of it, what somebody wishes, the list of what is coming."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from bot.core import actions
from bot.core.clock import Clock
from bot.core.messages import Message, Offer, Pressed, Reply, Said
from bot.core.nudges import settings
from bot.core.nudges.models import Bundle, Item
from bot.core.nudges.ports import NudgeStore, WishStore
from bot.core.nudges.reading import Reader, aside, settings_offer, upcoming_offer
from bot.core.nudges.turns import Subject
from bot.core.nudges.upcoming import Upcoming
from bot.core.nudges.why import Why
from bot.core.people import Member
from bot.core.scheduled import StandingOf

Handler: TypeAlias = Callable[[Pressed, Member], Reply]


class Pressing:
    """Handlers of what belongs to nudges themselves; each is for the reader of the nudge alone."""

    def __init__(
        self,
        store: NudgeStore,
        wishes: WishStore,
        why: Why,
        upcoming: Upcoming,
        standings: Mapping[str, StandingOf],
        clock: Clock,
        leave: Sequence[Offer],
    ) -> None:
        self._store, self._wishes, self._why, self._upcoming = store, wishes, why, upcoming
        self._standings, self._clock, self._leave = standings, clock, tuple(leave)

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.NUDGE_WHY: self._show_why,
            actions.NUDGE_MUTE: self._mute,
            actions.NUDGE_UNMUTE: self._unmute,
            actions.NUDGE_SETTINGS: self._settings,
            actions.NUDGE_SETTINGS_SEND: self._settings_send,
            actions.NUDGE_UPCOMING: self._list_in_sheet,
            actions.NUDGE_UPCOMING_PAGE: self._list,
        }

    def _show_why(self, pressed: Pressed, member: Member) -> Reply:
        found = self._told(pressed.reference, member)
        return self._why.reply(*found, self._reader(member)) if found else aside(Message("nudge-not-yours"))

    def _mute(self, pressed: Pressed, member: Member) -> Reply:
        found = self._told(pressed.reference, member)
        if found is None:
            return aside(Message("nudge-not-yours"))
        _, item = found
        self._wishes.mute(member.id, item.subject_kind, item.subject_id, self._clock.now())
        unmute = Offer(actions.NUDGE_UNMUTE, pressed.reference, Message("nudge-offer-unmute"))
        return self._said(Message("nudge-muted"), unmute)

    def _unmute(self, pressed: Pressed, member: Member) -> Reply:
        found = self._told(pressed.reference, member)
        if found is None:
            return aside(Message("nudge-not-yours"))
        _, item = found
        self._wishes.unmute(member.id, item.subject_kind, item.subject_id)
        mute = Offer(actions.NUDGE_MUTE, pressed.reference, Message("nudge-offer-mute"))
        return self._said(Message("nudge-unmuted"), mute)

    def _settings(self, pressed: Pressed, member: Member) -> Reply:
        values = settings.as_values(self._wishes.preference(member.id))
        return settings.form(values, self._reader(member), self._muted(member), leave=self._leave)

    def _settings_send(self, pressed: Pressed, member: Member) -> Reply:
        reader = self._reader(member)
        wish = settings.wish_of(pressed.values, reader)
        if wish.preference is None:
            muted = self._muted(member)
            return settings.form(pressed.values, reader, muted, leave=self._leave, fault=wish.fault)
        self._wishes.put_preference(wish.preference, self._clock.now())
        for kind, id in wish.again:
            self._wishes.unmute(member.id, kind, id)
        said = (Said(Message("nudge-settings-kept")), *map(Said, settings.said_of(wish.preference, reader)))
        # Beside the message from which it was opened, which stays.
        return Reply(title=Message("nudge-settings-title"), parts=said, offers=(upcoming_offer(),), is_aside=True)

    def _list_in_sheet(self, pressed: Pressed, member: Member) -> Reply:
        return self._upcoming.reply(self._reader(member), page=_page(pressed.reference), in_sheet=True)

    def _list(self, pressed: Pressed, member: Member) -> Reply:
        return self._upcoming.reply(self._reader(member), page=_page(pressed.reference))

    def _said(self, message: Message, *offers: Offer) -> Reply:
        return Reply(title=Message("nudge-why-title"), parts=(Said(message),), offers=(*offers, settings_offer()))

    def _told(self, reference: str, member: Member) -> tuple[Bundle, Item] | None:
        """The matter of a bundle that a button names; None where it is not this person's."""
        bundle_id, _, ordinal = reference.rpartition(":")
        bundle = self._store.bundle(bundle_id)
        if bundle is None or bundle.person_id != member.id or not ordinal.isdecimal():
            return None
        return next(((bundle, one) for one in bundle.items if one.ordinal == int(ordinal)), None)

    def _muted(self, member: Member) -> list[tuple[Subject, Message | str]]:
        """What they hear nothing of, by its title; what is closed by now has none and is left out."""
        found = list[tuple[Subject, Message | str]]()
        for kind, id in self._wishes.muted(member.id)[: settings.MOST_MUTED]:
            told = self._store.told(kind, id)
            item = next((one for bundle in told for one in bundle.items if one.subject_id == id), None)
            standing_of = self._standings.get(kind)
            if item is None or standing_of is None:
                continue
            standing = standing_of(id, item.matter, item.step, member, self._clock.now())
            if standing is not None:
                found.append(((kind, id), standing.title))
        return found

    def _reader(self, member: Member) -> Reader:
        return Reader(member, self._clock.now())


def _page(reference: str) -> int:
    return int(reference) if reference.isdecimal() else 1
