"""What a press does: adding a guide, not this time, put right, taking that back; looking, page by page; settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core import actions
from bot.core.audited import Looked, Looks
from bot.core.clock import Clock
from bot.core.digests.ports import HoursOf
from bot.core.digests.unanswered import choosing
from bot.core.digests.unanswered.drawing import NOW, near_guides, sheet, topic_sheet
from bot.core.digests.unanswered.models import Move, Moved, Subject, Topic, Week, WordingConsent, WrongGuide, readable
from bot.core.digests.unanswered.planning import Planning
from bot.core.digests.unanswered.ports import Language, UnansweredStore
from bot.core.digests.unanswered.reporting import Reporting, Told, last_week, week_before
from bot.core.messages import PAGE, Headed, Message, Offer, Pressed, Reply, Said
from bot.core.people import Member, access_guides, access_sharing_choice
from bot.core.reactions import Handler


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a button points at: `digest:kind:subject:page`."""

    digest_id: str
    kind: str
    subject: str
    page: str

    @classmethod
    def of(cls, reference: str) -> Pointed:
        """Read it; what is not there is ""."""
        parts = [*reference.split(":"), "", "", "", ""]
        return cls(*parts[:4])


class Pressing:
    """Handlers; those of a report are for admins alone, in private."""

    def __init__(
        self,
        *,
        store: UnansweredStore,
        reporting: Reporting,
        planning: Planning,
        language: Language,
        hours_of: HoursOf,
        looks: Looks,
        clock: Clock,
    ) -> None:
        self._store, self._reporting, self._planning = store, reporting, planning
        self._language, self._hours_of, self._looks, self._clock = language, hours_of, looks, clock

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        of_admins: Mapping[str, Handler] = {
            actions.UNANSWERED_ALL: self._page,
            actions.UNANSWERED_PAGE: self._page,
            actions.UNANSWERED_SHOW: self._show,
            actions.UNANSWERED_ADD: self._add,
            actions.UNANSWERED_SKIP: lambda pressed, member: self._done(pressed, member, Move.SKIPPED),
            actions.UNANSWERED_CORRECTED: lambda pressed, member: self._done(pressed, member, Move.CORRECTED),
            actions.UNANSWERED_UNDO: lambda pressed, member: self._done(pressed, member, None),
            actions.UNANSWERED_SETTINGS: self._settings,
            actions.UNANSWERED_SETTINGS_SEND: self._settings_send,
        }
        return {
            **{action: _for_admins(handler) for action, handler in of_admins.items()},
            actions.WORDING_FORM: self._wording,
            actions.WORDING_SEND: self._wording_send,
        }

    def _page(self, pressed: Pressed, member: Member) -> Reply:
        digest_id, _, page = pressed.reference.rpartition(":")
        week = self._week(digest_id, member)
        if week is None:
            return _aside("unanswered-not-yours")
        number = int(page) if page.isdecimal() else 1
        return sheet(self._reporting.told(week), self._planning.reader(member), digest_id=digest_id or NOW, page=number)

    def _show(self, pressed: Pressed, member: Member) -> Reply:
        """One heading; the wording only of firms that agreed, without names, each look kept in the audit log."""
        at = Pointed.of(pressed.reference)
        _, row = self._pointed(at, member)
        if not isinstance(row, Topic):
            return self._gone(at, member)
        may_read = readable(row.questions, self._store.consents())[:PAGE]
        for one in may_read:
            self._looks(member, action=Looked.SEEN, kind="question", id=one.id, company_id=one.company_id)
        wordings = [self._language.freed(one) for one in may_read]
        return topic_sheet(row, self._planning.reader(member), digest_id=at.digest_id, wordings=wordings)

    def _add(self, pressed: Pressed, member: Member) -> Reply:
        """The way to loading a guide; that somebody sees to it is seen by all."""
        at = Pointed.of(pressed.reference)
        told, row = self._pointed(at, member)
        if told is None or not isinstance(row, Topic):
            return self._gone(at, member)
        self._keep(row, Move.ADDING, member)
        told = self._reporting.moved(told.report)
        reader = self._planning.reader(member)
        parts = (
            Headed(Message("unanswered-about", {"heading": row.heading(reader.locale)})),
            Said(Message("unanswered-add-how")),
            Said(Message("guides-page-how")),
            *near_guides(row),
        )
        undo = Offer(actions.UNANSWERED_UNDO, f"{pressed.reference}:back", Message("unanswered-offer-undo"))
        behind = self._planning.redraw(at.digest_id, member, told)
        # In a sheet the page behind it is not seen; the message is.
        return Reply(
            title=Message("unanswered-add-title"),
            parts=parts,
            offers=(undo,),
            behind=behind,
            elsewhere=tuple(self._planning.elsewhere(told, besides=at.digest_id if behind else "")),
        )

    def _done(self, pressed: Pressed, member: Member, move: Move | None) -> Reply:
        """Keep it, or take it back; the message or the page is drawn as it stands then, and every other admin's."""
        at = Pointed.of(pressed.reference)
        told, row = self._pointed(at, member)
        if told is None or row is None:
            return self._gone(at, member)
        if move is None:
            self._store.take_back(*_subjects(row))
        else:
            self._keep(row, move, member)
        told = self._reporting.moved(told.report)
        message = self._planning.redraw(at.digest_id, member, told)
        others = tuple(self._planning.elsewhere(told, besides=at.digest_id if message else ""))
        if pressed.reference.endswith(":back"):
            said = (Said(Message("unanswered-taken-back")),)
            return Reply(title=Message("unanswered-add-title"), parts=said, behind=message, elsewhere=others)
        if at.page or message is None:
            number, reader = int(at.page) if at.page.isdecimal() else 1, self._planning.reader(member)
            page = sheet(told, reader, digest_id=at.digest_id, page=number)
            return replace(page, behind=message, elsewhere=others)
        return replace(message, elsewhere=others)

    def _gone(self, at: Pointed, member: Member) -> Reply:
        """It was answered meanwhile, or is put another way: the message is drawn as it stands now."""
        if self._week(at.digest_id, member) is None:
            return _aside("unanswered-not-yours")
        return replace(_aside("unanswered-gone"), behind=self._planning.redraw(at.digest_id, member))

    def _keep(self, row: Topic | WrongGuide, move: Move, member: Member) -> None:
        kind, ids = _subjects(row)
        now = self._clock.now()
        self._store.move([Moved(kind=kind, subject_id=id, move=move, by_id=member.id, at=now) for id in ids])

    def _pointed(self, at: Pointed, member: Member) -> tuple[Told | None, Topic | WrongGuide | None]:
        """What a button of theirs points at, as it stands now; None where it is there no more."""
        week = self._week(at.digest_id, member)
        if week is None:
            return None, None
        told = self._reporting.told(week)
        if at.kind == Subject.GUIDE:
            return told, next((one for one in told.report.wrong if one.guide_id == at.subject), None)
        return told, next((one for one in told.report.topics if one.id == at.subject), None)

    def _week(self, digest_id: str, member: Member) -> Week | None:
        """The week of a report of theirs; of the page, the last one."""
        if digest_id in (NOW, ""):
            return last_week(self._clock.now(), member, self._reporting.wish(member))
        digest = self._planning.digest(digest_id, member)
        return week_before(digest.day, member) if digest else None

    def _settings(self, pressed: Pressed, member: Member) -> Reply:
        return choosing.wish_form(choosing.as_values(self._reporting.wish(member)), self._hours_of(member))

    def _settings_send(self, pressed: Pressed, member: Member) -> Reply:
        hours = self._hours_of(member)
        filled = choosing.filled(pressed.values, member.id, hours)
        if filled.wish is None:
            return choosing.wish_form(pressed.values, hours, filled.fault)
        self._store.put_wish(replace(filled.wish, chosen_at=self._clock.now()))
        return choosing.kept(filled.wish)

    def _wording(self, pressed: Pressed, member: Member) -> Reply:
        if not _is_own(pressed.reference, member):
            return _aside("wording-not-yours")
        return choosing.wording_form(pressed.reference, self._store.consents().get(pressed.reference))

    def _wording_send(self, pressed: Pressed, member: Member) -> Reply:
        if not _is_own(pressed.reference, member):
            return _aside("wording-not-yours")
        is_given = pressed.values.get(choosing.WORDING) == choosing.YES
        consent = WordingConsent(company_id=pressed.reference, is_given=is_given, by_id=member.id, at=self._clock.now())
        self._store.put_consent(consent)
        key = "wording-kept-yes" if is_given else "wording-kept-no"
        return Reply(title=Message("wording-title"), parts=(Said(Message(key)),))


def _subjects(row: Topic | WrongGuide) -> tuple[Subject, Sequence[str]]:
    if isinstance(row, Topic):
        return Subject.QUESTION, [one.id for one in row.questions]
    return Subject.GUIDE, [row.guide_id]


def _is_own(company_id: str, member: Member) -> bool:
    return access_sharing_choice(member) and member.company is not None and member.company.id == company_id


def _for_admins(handler: Handler) -> Handler:
    """In private, for whoever looks after the guides now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        is_private = pressed.place.is_direct or not pressed.place.conversation
        return handler(pressed, member) if access_guides(member) and is_private else _aside("unanswered-not-yours")

    return press


def _aside(key: str) -> Reply:
    return Reply(parts=(Said(Message(key)),), is_aside=True)
