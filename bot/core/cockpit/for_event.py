"""催しごとにまとめて決める: a cadence, and for a coordinator a programme, for everything of one event; looked at first,
and taken back within ten minutes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from bot.core import actions
from bot.core.audited import Audited, Looks
from bot.core.clock import Clock
from bot.core.cockpit import event_drawing as drawing
from bot.core.cockpit.event_plan import (
    EventBook,
    EventPlan,
    Kept,
    KeptStore,
    Programme,
    Wished,
    firms_with_words,
    firms_without_words,
)
from bot.core.cockpit.firm_drawing import Reader
from bot.core.cockpit.gathering import day_of, events_of, is_coordinator
from bot.core.cockpit.models import mark_of
from bot.core.cockpit.ports import Records
from bot.core.cockpit.put_off import BACK_WITHIN, Append
from bot.core.messages import Argument, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Directory, Member

OF_EVENT = "event"
CHOSEN, TAKEN_BACK = "event_chosen", "event_chosen_undone"
"""The actions in the audit log."""


class ForEvent:
    """The handlers. `append` keeps lines of the audit log."""

    def __init__(
        self,
        *,
        records: Records,
        book: EventBook,
        kept: KeptStore,
        directory: Directory,
        looks: Looks,
        append: Append,
        clock: Clock,
    ) -> None:
        self._records, self._book, self._kept, self._directory = records, book, kept, directory
        self._looks, self._append, self._clock = looks, append, clock

    def form(self, _pressed: Pressed, member: Member) -> Reply:
        """Which event, and what?"""
        return self._form(member, {})

    def preview(self, pressed: Pressed, member: Member) -> Reply:
        """What was filled in, shown before it is done."""
        values = pressed.values
        wished = self._wished(
            member, values.get(drawing.EVENT, ""), values.get(drawing.CADENCE, ""), values.get(drawing.PROGRAMME, "")
        )
        if wished is None:
            return self._form(member, values, Message("cockpit-event-choose"))
        return self._preview(member, wished)

    def page(self, pressed: Pressed, member: Member) -> Reply:
        """`mark:cadence:programme:page`: another page of that."""
        wished, page = self._read(member, pressed.reference)
        if wished is None:
            return self._form(member, {}, Message("cockpit-event-choose"))
        return self._preview(member, wished, page=int(page) if page.isdecimal() else 1)

    def do(self, pressed: Pressed, member: Member) -> Reply:
        """`mark:cadence:programme:plan`: do what was looked at; where that is something else by now, it is shown
        again."""
        wished, mark = self._read(member, pressed.reference)
        if wished is None:
            return self._form(member, {}, Message("cockpit-event-choose"))
        plan, now = self._plan(member, wished, with_days=False), self._clock.now()
        if plan.mark != mark:
            return self._preview(member, wished, Message("cockpit-put-off-changed"))
        before = tuple(self._book.before(plan.firms, wished))
        id = sha256(f"{member.id} {now.isoformat()} {plan.mark}".encode()).hexdigest()[:32]
        self._kept.keep(Kept(id=id, by_id=member.id, at=now, kind=OF_EVENT, before=before))
        self._book.put(plan.firms, wished, by=member, at=now)
        self._audit(member, CHOSEN, id, plan.firms)
        undo = Offer(actions.COCKPIT_EVENT_UNDO, id, Message("cockpit-offer-undo"))
        counted: dict[str, Argument] = {
            "count": len(plan.moved),
            "firms": len(plan.firms),
            **self._names(member, wished),
        }
        said = [Message("cockpit-event-done-cadence", counted)] if wished.cadence else []
        said += [Message("cockpit-event-done-programme", counted)] if wished.programme_id else []
        return self._said((*said, Message("cockpit-event-back-within")), member, undo)

    def undo(self, pressed: Pressed, member: Member) -> Reply:
        """Within ten minutes; the same once more changes nothing."""
        kept, now = self._kept.kept(pressed.reference), self._clock.now()
        if kept is None or kept.by_id != member.id or kept.kind != OF_EVENT:
            return _aside("cockpit-event-too-late")
        if not timedelta(0) <= now - kept.at <= BACK_WITHIN:
            return _aside("cockpit-event-too-late")
        firms = self._book.put_back(kept)
        if self._kept.undone(kept.id):
            self._audit(member, TAKEN_BACK, kept.id, firms)
        return self._said((Message("cockpit-event-undone"),), member)

    def _preview(self, member: Member, wished: Wished, fault: Message | None = None, page: int = 1) -> Reply:
        plan = self._plan(member, wished)
        self._looks.at_firms(member, plan.firms)
        reference = f"{mark_of(wished.event)}:{wished.cadence}:{wished.programme_id}"
        return drawing.preview(plan, self._reader(member), self._names(member, wished), reference, page, fault)

    def _plan(self, member: Member, wished: Wished, *, with_days: bool = True) -> EventPlan:
        firms = {one.id: one for one in firms_with_words(member, self._directory)}
        found = self._book.found(firms, wished.event, wished.cadence, with_days=with_days)
        met = {one.company_id for one in found.paced}
        return EventPlan(
            wished=wished,
            found=found,
            firms={id: one for id, one in firms.items() if id in met},
            hidden=firms_without_words(member, self._directory),
        )

    def _form(self, member: Member, values: Mapping[str, str], fault: Message | None = None) -> Reply:
        # The events that can be chosen are words of these firms.
        self._looks.at_firms(member, [one.id for one in firms_with_words(member, self._directory)])
        return drawing.form(
            self._events(member),
            self._book.cadences(member),
            self._programmes(member),
            values,
            back=drawing.back_of(self._reader(member)),
            hidden=firms_without_words(member, self._directory),
            fault=fault,
        )

    def _read(self, member: Member, reference: str) -> tuple[Wished | None, str]:
        mark, cadence, programme, last = ([*reference.split(":"), "", "", "", ""])[:4]
        return self._wished(member, mark, cadence, programme), last

    def _wished(self, member: Member, mark: str, cadence: str, programme_id: str) -> Wished | None:
        """What is known of it; None without an event, or where nothing is to change."""
        event = next((one for one in self._events(member) if mark_of(one) == mark), "")
        known = {name for name, _ in self._book.cadences(member)}
        programmes = {one.id for one in self._programmes(member)}
        wished = Wished(
            event=event,
            cadence=cadence if cadence in known else "",
            programme_id=programme_id if programme_id in programmes else "",
        )
        return wished if event and wished != Wished(event=event) else None

    def _events(self, member: Member) -> Sequence[str]:
        return events_of(self._records.cases([one.id for one in firms_with_words(member, self._directory)]))

    def _programmes(self, member: Member) -> Sequence[Programme]:
        """To which programme something counts is the coordinators' to say."""
        if not is_coordinator(member):
            return ()
        return self._book.programmes(day_of(self._clock.now(), member))

    def _names(self, member: Member, wished: Wished) -> dict[str, str]:
        cadence = dict(self._book.cadences(member)).get(wished.cadence, "")
        programmes = {one.id: one.name for one in self._programmes(member)}
        return {drawing.CADENCE: cadence, drawing.PROGRAMME: programmes.get(wished.programme_id, "")}

    def _said(self, said: Sequence[Message], member: Member, *offers: Offer) -> Reply:
        parts: tuple[Part, ...] = tuple(map(Said, said))
        return Reply(title=drawing.TITLE, parts=parts, offers=(*offers, drawing.back_of(self._reader(member))))

    def _audit(self, member: Member, action: str, id: str, firms: Collection[str]) -> None:
        """One line for each firm that is another's."""
        line = Audited(
            id="",
            at=self._clock.now(),
            by_id=member.id,
            action=action,
            subject_kind="encounters",
            subject_id=id,
            company_id=None,
        )
        own = member.company.id if member.company else None
        self._append(
            [
                replace(line, id=sha256(f"{action} {id} {firm}".encode()).hexdigest()[:32], company_id=firm)
                for firm in sorted(firms)
                if firm != own
            ]
        )

    def _reader(self, member: Member) -> Reader:
        return Reader(member=member, now=self._clock.now(), name_of=lambda _: "")


def _aside(key: str) -> Reply:
    return Reply(parts=(Said(Message(key)),), is_aside=True)
