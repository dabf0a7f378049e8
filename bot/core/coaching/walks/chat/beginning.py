"""How a walk begins, and goes on where it was: how it goes, the form, the first question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.coaching.cards.models import SubjectKind
from bot.core.coaching.walks.chat import buttons, forms
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.reader import progress_line, short, title_of
from bot.core.coaching.walks.given import NewWalk
from bot.core.coaching.walks.models import Walk, WalkLength, WalkState
from bot.core.coaching.walks.ports import Scripts
from bot.core.coaching.walks.results import Act, Done, Refused
from bot.core.messages import PAGE, Asked, Choice, Item, Message, Part, Place, Pressed, Reply, Said
from bot.core.people import Company, Member, Role, access_coordinating, access_walk, access_walk_here

_GOING = (WalkState.OPEN, WalkState.PAUSED)


class Beginning:
    """Begins and resumes."""

    def __init__(self, *, doors: Doors, drawing: Drawing, answering: Answering, scripts: Scripts) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._answering, self._scripts = answering, scripts

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.WALK_INTRO: lambda pressed, member: self.intro(pressed.place, member),
            actions.WALK_START_FORM: self._start_form,
            actions.WALK_START_SEND: self._start_send,
            actions.WALK_AGAIN_FORM: self._doors.seen(self._again_form),
            actions.WALK_AGAIN_SEND: self._doors.seen(self._again_send),
            actions.WALK_RESUME: self._doors.seen(self._resume),
        }

    def intro(self, place: Place, member: Member) -> Reply:
        """How it goes and how long it takes, with the button that begins; what goes on already comes first."""
        refused = self._refused(place, member)
        if refused is not None:
            return Reply(parts=(Said(refused),), is_aside=not place.is_direct)
        going = [one for one in self.going(member) if self._may_be_here(one, place, member)]
        items = tuple(self.item(one, member) for one in going[:PAGE])
        first: tuple[Part, ...] = (Said(Message("walk-going-on")), *items) if items else ()
        is_typing = member.company is None
        told = [Message("walk-intro"), Message("walk-intro-how"), Message("walk-intro-own")]
        if is_typing:
            told = [Message("walk-intro-typing"), Message("walk-intro-typing-then")]
        elif not place.is_direct:
            told.append(Message("walk-intro-channel"))
        told.append(Message("walk-intro-other" if place.is_direct else "walk-intro-other-channel"))
        start = buttons.start(is_main=not items)
        return Reply(parts=(*first, *(Said(one) for one in told)), offers=(start,))

    def going(self, member: Member) -> Sequence[Walk]:
        """The walks that somebody goes on with."""
        walks = self._service.walks(member, states=_GOING)
        return [one for one in walks if self._service.goes_on(one) == member.id]

    def item(self, walk: Walk, member: Member) -> Item:
        """A walk in a list, with the button that goes on."""
        reader, progress = self._doors.reader(member), self._service.progress(walk)
        details: list[Message | str] = [progress_line(progress)]
        if walk.state == WalkState.PAUSED and walk.paused_until:
            details.append(Message("walk-item-paused", {"day": reader.day(walk.paused_until)}))
        if walk.is_typed:
            details.append(Message("walk-item-typed", {"name": self._doors.name(walk.owner_id)}))
        return Item(title_of(walk), tuple(details), (buttons.resume(walk),))

    def resumed_by_word(self, asked: Asked, member: Member) -> Reply | None:
        """「続き」: the one walk there is, or which; None where there is none."""
        there = self._doors.here(asked.place, member)
        going = [one for one in self.going(member) if self._may_be_here(one, asked.place, member)]
        here = [
            one
            for one in self._service.walks(member, states=_GOING)
            if not there.is_direct and (one.conversation, one.thread) == (there.conversation, there.thread)
        ]
        found = here or going
        if not found:
            return None
        if len(found) > 1:
            items = tuple(self.item(one, member) for one in found[:PAGE])
            return Reply(parts=(Said(Message("walk-which-walk")), *items))
        return self._resumed(found[0], member, self._doors.act(asked, member))

    def _resume(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        return self._resumed(walk, member, self._doors.act(pressed, member))

    def _resumed(self, walk: Walk, member: Member, act: Act) -> Reply:
        self.pause_others(walk.id, member, act)
        result = self._service.resume(walk.id, act=act)
        if isinstance(result, Refused):
            return aside(result.message)
        said = (Said(Message("walk-resumed", {"title": short(walk.subject) or "—"})),) if result.change else ()
        return self._drawing.standing(result.walk, member, said=said)

    def _start_form(self, pressed: Pressed, member: Member, why: Message | None = None) -> Reply:
        return self._form(pressed, member, actions.WALK_START_SEND, "", why)

    def _start_send(self, pressed: Pressed, member: Member) -> Reply:
        new, act = self._new(pressed, member), self._doors.act(pressed, member)
        if not pressed.place.conversation:
            return aside(Message("walk-start-in-conversation"))
        if isinstance(new, Message):
            return self._start_form(pressed, member, new)
        result = self._service.start(new, act=act)
        if isinstance(result, Refused):
            return self._start_form(pressed, member, result.message)
        self.pause_others(result.walk.id, member, act)
        return self._begun(result, member)

    def _again_form(
        self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str], why: Message | None = None
    ) -> Reply:
        return self._form(pressed, member, actions.WALK_AGAIN_SEND, walk.id, why, before=walk)

    def _again_send(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        new = self._new(pressed, member, before=walk)
        if isinstance(new, Message):
            return self._again_form(pressed, member, walk, more, new)
        act = self._doors.act(pressed, member)
        result = self._service.start_again(walk.id, new, act=act)
        if isinstance(result, Refused):
            return self._again_form(pressed, member, walk, more, result.message)
        dropped = next(
            (one for one in reversed(self._service.changes(walk)) if one.detail.get("in_place") == result.walk.id), None
        )
        begun = self._begun(result, member)
        if dropped is None or begun.behind is None:
            return begun
        behind = replace(begun.behind, offers=(*begun.behind.offers, buttons.undo(walk, dropped.id)))
        return replace(begun, behind=replace(behind, parts=(Said(Message("walk-again-done")), *behind.parts)))

    def _begun(self, result: Done, member: Member) -> Reply:
        said = (Said(Message("walk-begun-typed" if result.walk.is_typed else "walk-begun")),)
        behind = self._drawing.standing(result.walk, member, said=said)
        title = Message("walk-start-title")
        return Reply(title=title, parts=(Said(Message("walk-begun-sheet")),), behind=behind)

    def _form(
        self,
        pressed: Pressed,
        member: Member,
        action: str,
        reference: str,
        why: Message | None,
        *,
        before: Walk | None = None,
    ) -> Reply:
        refused = self._refused(pressed.place, member)
        if refused is not None:
            return aside(refused)
        _, script = self._scripts.current()
        counts = {length: len(script.asked(length)) for length in WalkLength}
        reader = self._doors.reader(member)
        trades = [Choice(str(one), reader.words(texts)) for one, texts in script.trades.items()]
        owners = [Choice(one.id, forms.named(one)) for one in self._owners(member)] if before is None else []
        firms = [one.company for one in self._owners(member)] if member.company is None else [member.company]
        lacking = before is None and any(self._lacks_trade(one) for one in firms)
        return forms.start_form(
            counts,
            action=action,
            reference=reference,
            trades=trades if lacking else (),
            owners=owners,
            is_trade_required=member.company is not None,
            is_again=before is not None,
            typed=pressed.values if why else None,
            why=why,
        )

    def _new(self, pressed: Pressed, member: Member, before: Walk | None = None) -> NewWalk | Message:
        values = pressed.values
        length = next((one for one in WalkLength if str(one) == values.get(forms.LENGTH)), None)
        kind = next((one for one in SubjectKind if str(one) == values.get(forms.KIND)), SubjectKind.TECHNOLOGY)
        if length is None:
            return Message("walk-choose-length")
        owner = values.get(forms.OWNER, "")
        if before is None and member.company is None and not owner:
            return Message("walk-choose-owner")
        return NewWalk(
            length=length,
            locale=member.locale or "ja",
            subject_kind=kind,
            trade=values.get(forms.TRADE, "") or (before.trade if before else ""),
            subject=values.get(forms.SUBJECT, ""),
            owner_id=owner,
        )

    def pause_others(self, walk_id: str, member: Member, act: Act) -> None:
        """In a direct conversation one walk is open at a time, so that nobody's answer goes to another one."""
        if not act.here.is_direct:
            return
        for one in self._service.walks(member, states=(WalkState.OPEN,)):
            if one.id != walk_id and one.conversation == act.here.conversation:
                pausing = replace(act, request_id=f"{act.request_id} pauses")
                self._service.pause(one.id, act=pausing)

    def _owners(self, member: Member) -> list[Member]:
        """Whose words a coordinator may type: the people of the firms that they look after."""
        if Role.COORDINATOR not in member.roles:
            return []
        people = self._doors.directory.people(role=Role.MEMBER)
        theirs = [one for one in people if not one.has_left and access_coordinating(member, one.company)]
        return sorted(theirs, key=forms.by_firm)

    def _lacks_trade(self, company: Company | None) -> bool:
        now = self._doors.directory.company(company.id) if company else None
        return now is not None and not now.trade

    def _refused(self, place: Place, member: Member) -> Message | None:
        """Why no walk can begin there; None where it can."""
        if member.company is None or Role.MEMBER not in member.roles:
            is_able = bool(self._owners(member))
            return (
                Message("walk-refused-direct")
                if is_able and not place.is_direct and place.conversation
                else (None if is_able else Message("walk-refused-guest"))
            )
        here = self._doors.here(place, member)
        if not access_walk(member, member.company):
            return Message("walk-refused-guest")
        if access_walk_here(member, member.company, here.present, is_direct=here.is_direct):
            return None
        return Message("walk-refused-presence-unknown" if here.present is None else "walk-refused-outsiders")

    def _may_be_here(self, walk: Walk, place: Place, member: Member) -> bool:
        return self._service.refused_here(walk, member, self._doors.here(place, member)) is None
