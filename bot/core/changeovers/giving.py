"""What who hands over presses: choosing, looking at it first, asking, taking it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.changeovers import forms
from bot.core.changeovers.forms import Offered, Terms
from bot.core.changeovers.models import OPEN, Changeover, Reason, State, What
from bot.core.changeovers.moves import Moves
from bot.core.changeovers.ports import ChangeoverStore, HandOverPacks, Listed
from bot.core.changeovers.rules import firms_of, may_give, may_receive, portfolio, receivers
from bot.core.changeovers.seeing import Seeing, aside
from bot.core.changeovers.summing import Entry
from bot.core.clock import Clock
from bot.core.messages import Message, Pressed, Reply, Said, chosen_of
from bot.core.people import Directory, Member
from bot.core.reactions import Handler

OWN = "own"


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """What a form speaks of: whose, what of it, and what was said before where it is asked again."""

    giver: Member
    what: What
    before: Changeover | None = None
    firm_id: str = ""


class Giving:
    """Handlers; each is in private."""

    def __init__(
        self,
        *,
        store: ChangeoverStore,
        seeing: Seeing,
        moves: Moves,
        directory: Directory,
        listed: Listed,
        packs: HandOverPacks | None,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._store, self._seeing, self._moves, self._directory = store, seeing, moves, directory
        self._listed, self._packs, self._clock, self._new_id = listed, packs, clock, new_id

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.CHANGEOVER_FORM: self._form,
            actions.CHANGEOVER_SHOW: self._show,
            actions.CHANGEOVER_ASK: self._ask,
            actions.CHANGEOVER_FILES: self._files,
            actions.CHANGEOVER_WITHDRAW: self._withdraw,
        }

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        subject = self._subject(pressed.reference, member)
        if subject is None:
            return aside("changeover-not-yours")
        offered = self._offered(pressed.reference, subject, member)
        if not offered.entries:
            return aside("changeover-nothing")
        if not offered.receivers:
            return aside("changeover-nobody")
        return forms.form(offered, self._initial(pressed.reference, subject, member))

    def _show(self, pressed: Pressed, member: Member) -> Reply:
        """Kept as PREPARED, and shown: nothing happens before it is asked."""
        subject = self._subject(pressed.reference, member)
        if subject is None:
            return aside("changeover-not-yours")
        offered = self._offered(pressed.reference, subject, member)
        terms = forms.terms_of(pressed.values, self._today(member))
        if isinstance(terms, Message):
            return forms.form(offered, pressed.values, fault=terms)
        wanted = self._wanted(offered, subject, pressed.values)
        free = self._free(subject, wanted)
        if not may_give(member, subject.giver, terms.reason):
            return forms.form(offered, pressed.values, fault=Message("changeover-fault-cover"))
        one = self._made(subject, member, pressed.values.get(forms.TO, ""), free, terms)
        receiver = self._directory.by_id(one.receiver_id)
        if not free or not may_receive(receiver, one):
            fault = Message("changeover-fault-receiver" if free else "changeover-fault-items")
            return forms.form(offered, pressed.values, fault=fault)
        self._store.add(one)
        before = subject.before
        # The message that tells how another one ended still tells it.
        behind = self._seeing.card(before, member) if before and before.state is not State.PREPARED else None
        return replace(self._seeing.preview(one, member, wanted=wanted), behind=behind)

    def _ask(self, pressed: Pressed, member: Member) -> Reply:
        """What was looked at, once; where that is something else by now it is shown again."""
        one = self._theirs(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        if one.state is State.PREPARED:
            after = self._moves.ask(one.id, by=member)
            if after is None:
                return self._shown_again(one, member)
            one = after
        return self._seeing.card(one, member)

    def _files(self, pressed: Pressed, member: Member) -> Reply:
        """The pack, for the giver's own eyes, before it is asked for."""
        one = self._theirs(pressed.reference, member)
        if one is None or one.giver_id != member.id or one.what is not What.FIRMS:
            return aside("changeover-not-yours")
        theirs = {firm.id for firm in firms_of(self._directory, member)}
        wanted = [id for id in one.items if id in theirs]
        if self._packs is None:
            return aside("changeover-no-files")
        reply = self._seeing.preview(one, member) if one.state is State.PREPARED else self._seeing.card(one, member)
        said, later = Said(Message("changeover-files-sent")), partial(self._pack_of, self._packs, wanted, member)
        return replace(reply, parts=(said, *reply.parts), later=later)

    def _pack_of(self, packs: HandOverPacks, wanted: Sequence[str], member: Member) -> Reply:
        files = tuple(packs(member, wanted, of=member))
        return Reply(parts=(Said(Message("changeover-files-here" if files else "changeover-no-files")),), files=files)

    def _withdraw(self, pressed: Pressed, member: Member) -> Reply:
        one = self._theirs(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        after = self._moves.withdraw(one.id, by=member) or self._store.by_id(one.id) or one
        return self._seeing.card(after, member)

    def _subject(self, reference: str, member: Member) -> Subject | None:
        """None where it is not theirs to hand over."""
        kind, _, id = reference.partition(":")
        giver, what, before, firm_id, reason = member, What.FIRMS, None, "", None
        if kind == "again":
            before = self._theirs(id, member)
            found = self._directory.by_id(before.giver_id) if before else None
            if before is None or found is None:
                return None
            giver, what, reason = found, before.what, before.reason
        elif kind in ("of", forms.COVER):
            found = self._directory.by_id(id.partition(":")[0])
            if found is None:
                return None
            giver, reason = found, Reason.LEAVE if kind == forms.COVER else None
        elif kind == OWN:
            what = What.ENCOUNTERS
        elif kind == "firm":
            firm_id = id
        is_theirs = may_give(member, giver, reason)
        return Subject(giver=giver, what=what, before=before, firm_id=firm_id) if is_theirs else None

    def _offered(self, reference: str, subject: Subject, member: Member) -> Offered:
        entries = self._entries(subject)
        fixed = subject.before.items if subject.before else ((subject.firm_id,) if subject.firm_id else ())
        if fixed:
            entries = [one for one in entries if one.id in fixed]
        has_list = subject.what is What.FIRMS and subject.giver.id == member.id and not fixed
        return Offered(
            reference=reference,
            what=subject.what,
            entries=entries,
            receivers=receivers(self._directory, subject.giver, subject.what),
            fixed=bool(fixed),
            listed=(lambda: len(self._in_list(subject.giver))) if has_list else None,
        )

    def _entries(self, subject: Subject) -> list[Entry]:
        if subject.what is What.ENCOUNTERS:
            return [Entry(id=own.id, name=own.title) for own in self._seeing.holdings.own_encounters(subject.giver)]
        return [Entry(id=firm.id, name=firm.name) for firm in firms_of(self._directory, subject.giver)]

    def _in_list(self, giver: Member) -> list[str]:
        theirs = {firm.id for firm in firms_of(self._directory, giver)}
        return [id for id in self._listed(giver) if id in theirs]

    def _wanted(self, offered: Offered, subject: Subject, values: Mapping[str, str]) -> Sequence[str]:
        scope, known = values.get(forms.SCOPE, ""), [one.id for one in offered.entries]
        if offered.fixed or scope == forms.ALL:
            return known
        if scope == forms.LISTED:
            return self._in_list(subject.giver) if offered.listed is not None else ()
        chosen = set(chosen_of(values.get(forms.ITEMS, "")))
        return [id for id in known if id in chosen]

    def _free(self, subject: Subject, wanted: Sequence[str]) -> tuple[str, ...]:
        """Those that wait for nobody else's answer."""
        known = self._store.in_state(OPEN)
        if subject.what is What.FIRMS:
            return tuple(one.id for one in portfolio(self._directory, subject.giver, wanted, known).free)
        asked = {id for one in known if one.what is What.ENCOUNTERS for id in one.items}
        return tuple(id for id in wanted if id not in asked)

    def _made(self, subject: Subject, by: Member, to: str, items: tuple[str, ...], terms: Terms) -> Changeover:
        now, giver = self._clock.now(), subject.giver
        is_own = subject.what is What.ENCOUNTERS and giver.company is not None
        return Changeover(
            id=self._new_id(),
            what=subject.what,
            giver_id=giver.id,
            receiver_id=to,
            started_by=by.id,
            items=items,
            reason=terms.reason,
            from_on=terms.from_on,
            until_on=terms.until_on,
            note=terms.note,
            company_id=giver.company.id if is_own and giver.company else "",
            made_at=now,
            updated_at=now,
        )

    def _initial(self, reference: str, subject: Subject, member: Member) -> Mapping[str, str]:
        today, before = self._today(member), subject.before
        if before is not None:
            return {
                forms.FROM: max(before.from_on, today).isoformat(),
                forms.UNTIL: before.until_on.isoformat() if before.until_on else "",
                forms.REASON: str(before.reason),
                forms.NOTE: before.note,
            }
        return forms.initial_of(reference, today)

    def _shown_again(self, one: Changeover, member: Member) -> Reply:
        """It is no longer what was looked at: as it would be now, or that nothing of it is left."""
        giver = self._directory.by_id(one.giver_id)
        subject = Subject(giver=giver, what=one.what) if giver else None
        free = self._free(subject, one.items) if subject else ()
        receiver = self._directory.by_id(one.receiver_id)
        if not free or not may_receive(receiver, one):
            return aside("changeover-fault-items" if not free else "changeover-fault-receiver")
        after = replace(one.becomes(State.PREPARED, self._clock.now()), items=free)
        if not self._store.change(one, after):
            return aside("changeover-fault-items")
        return self._seeing.preview(after, member, wanted=one.items, fault=Message("changeover-changed"))

    def _theirs(self, id: str, member: Member) -> Changeover | None:
        """One that somebody gives, or started."""
        one = self._store.by_id(id)
        return one if one is not None and member.id in (one.giver_id, one.started_by) else None

    def _today(self, member: Member) -> date:
        return self._clock.now().astimezone(zone_of(member.time_zone)).date()
