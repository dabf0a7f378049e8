"""Two coordinators, a firm that shares its words and one that shares little, and everything that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, select

from bot.adapters.storage.tables import delivery, nudge
from bot.bootstrap import Library
from bot.bootstrap_changeovers import HoldingsOnRecord
from bot.bootstrap_meetings import make_meetings
from bot.core import actions
from bot.core.audited import Looking
from bot.core.changeovers.models import Changeover
from bot.core.changeovers.service import ChangeoverService
from bot.core.clock import VirtualClock
from bot.core.handovers.models import HandOver, HandOverState
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import Change, ChangeKind, Encounter, Kind
from bot.core.membership.models import Changes
from bot.core.messages import Item, Message, OutgoingFile, Part, Place, Pressed, Quoted, Reply, Said
from bot.core.nudges.slots import hours_of
from bot.core.people import Company, Member, Role, Sharing

START = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
OPEN_FIRM = Company(id="open", name="株式会社あおい", coordinator_id="giver", sharing=Sharing.WORDS)
SHY_FIRM = Company(id="shy", name="有限会社しずか", coordinator_id="giver", sharing=Sharing.OUTLINE)
MUTE_FIRM = Company(id="mute", name="株式会社むくち", coordinator_id="giver", sharing=Sharing.NOTHING)
FIRMS = (OPEN_FIRM, SHY_FIRM, MUTE_FIRM)
GIVER = Member(id="giver", address="UG", name="高橋", roles=frozenset({Role.COORDINATOR}), added_at=START)
RECEIVER = Member(id="receiver", address="UR", name="伊藤", roles=frozenset({Role.COORDINATOR}), added_at=START)
OTHER = Member(id="other", address="UO", name="別府", roles=frozenset({Role.COORDINATOR}), added_at=START)
ADMIN = Member(id="admin", address="UA", name="管理", roles=frozenset({Role.ADMIN}), added_at=START)
STAFF = Member(id="staff", address="US", name="山田", roles=frozenset({Role.MEMBER}), company=OPEN_FIRM, added_at=START)
MATE = replace(STAFF, id="mate", address="UM", name="鈴木")
SHY = replace(STAFF, id="shy-one", address="UY", name="静", company=SHY_FIRM)
SECRET = "丸山工業の検査機の話"


class House:
    """Everything joined over a database of its own; `library` has `clock`."""

    def __init__(self, library: Library, clock: VirtualClock) -> None:
        self.library, self.clock, self.database = library, clock, library.database
        people = (GIVER, RECEIVER, OTHER, ADMIN, STAFF, MATE, SHY)
        self.database.people.change(lambda _: Changes(companies=FIRMS, people=people))
        self.meetings = make_meetings(library).service
        self.packed: list[tuple[str, tuple[str, ...]]] = []
        self.listed: list[str] = []
        self.service = ChangeoverService(
            store=self.database.changeovers,
            holdings=HoldingsOnRecord(library, self.meetings),
            directory=self.database.people,
            calendars=library.calendars,
            hours_of=hours_of,
            listed=lambda _member: self.listed,
            packs=self._packs,
            looks=Looking(self.database.audit.append, now=clock.now),
            clock=clock,
        )

    def _packs(self, reader: Member, company_ids: Iterable[str], *, of: Member) -> Sequence[OutgoingFile]:
        assert of.id
        self.packed.append((reader.id, tuple(sorted(company_ids))))
        return ()

    def press(self, action: str, reference: str, member: Member, **values: str) -> Reply:
        """As somebody presses it where nobody else reads."""
        place = Place(conversation=f"D{member.id}")
        pressed = Pressed(
            id="p", address=member.address, place=place, action=action, reference=reference, values=values
        )
        return self.service.handlers[action](pressed, self.database.people.by_id(member.id) or member)

    def asked(
        self, *, reference: str = "all", by: Member = GIVER, to: Member = RECEIVER, first: str = "", **values: str
    ) -> Changeover:
        """Looked at, and asked."""
        given = {"scope": "all", "to": to.id, "reason": "other", "from": first or self.today.isoformat(), **values}
        shown = self.press(actions.CHANGEOVER_SHOW, reference, by, **given)
        id = next(one.reference for one in shown.offers if one.action == actions.CHANGEOVER_ASK)
        self.press(actions.CHANGEOVER_ASK, id, by)
        return self.one(id)

    def accept(self, one: Changeover, *, by: Member = RECEIVER) -> Changeover:
        self.press(actions.CHANGEOVER_ACCEPT, one.id, by)
        return self.one(one.id)

    def one(self, id: str) -> Changeover:
        found = self.database.changeovers.by_id(id)
        assert found is not None
        return found

    def coordinator(self, firm: Company) -> str | None:
        known = self.database.people.company(firm.id)
        return known.coordinator_id if known else None

    def coordinators(self) -> list[str | None]:
        return [self.coordinator(one) for one in FIRMS]

    def visit(self, id: str, firm: Company) -> Encounter:
        """A visit of the giver's, which is the giver's record."""
        now = self.clock.now()
        row = Encounter(
            id=id,
            company_id=firm.id,
            kind=Kind.SUPPORT_VISIT,
            owner_id=GIVER.id,
            created_by=GIVER.id,
            created_at=now,
            updated_at=now,
            topic=SECRET,
            last_contact_on=self.today,
        )
        return self._kept(row)

    def met(self, id: str, owner: Member = STAFF) -> Encounter:
        """Somebody of a firm met somebody."""
        return _encounter(self.meetings.capture(NewEncounter(id=id, partner="丸山工業", topic=SECRET), by=owner))

    def _kept(self, row: Encounter) -> Encounter:
        change = Change(
            id=f"c-{row.id}",
            encounter_id=row.id,
            kind=ChangeKind.CAPTURED,
            by_id=row.owner_id,
            at=row.created_at,
            detail={},
        )
        return self.database.encounters.add(row, change=change, scheduled=())

    def question(self, id: str, asker: Member, owner: Member = GIVER) -> None:
        """A question that waits for a coordinator."""
        one = HandOver(
            id=id,
            question_id=f"q-{id}",
            conversation_id="D",
            text=SECRET,
            locale="ja",
            created_at=self.clock.now(),
            state=HandOverState.WAITING,
            asker=asker.address,
            conversation="D",
            owner_id=owner.id,
            reply_by=self.clock.now() + timedelta(hours=1),
        )
        self.database.handovers.open(one, turns=(), owed=())

    def owner_of(self, question_id: str) -> str | None:
        found = self.database.handovers.by_id(question_id)
        return found.owner_id if found else None

    def meetings_of(self, id: str) -> Encounter:
        found = self.database.encounters.by_id(id)
        assert found is not None
        return found

    def nudges_of(self, id: str) -> list[Row[Any]]:
        """The nudges to come of an encounter."""
        with self.database.engine.connect() as connection:
            return list(connection.execute(select(nudge).where(nudge.c.root_id == id)))

    def away(self, member: Member, *, until: datetime) -> None:
        """On leave until a moment."""
        self.database.people.change(lambda _: Changes(people=(replace(member, away_until=until),)))

    def told(self, kind: str) -> list[str]:
        """To whom messages of a kind are owed."""
        with self.database.engine.connect() as connection:
            rows = connection.execute(select(delivery.c.person).where(delivery.c.kind == kind))
            return sorted(row.person for row in rows)

    def pass_days(self, days: int) -> None:
        """Each day at ten in the morning in Japan, with several ticks."""
        for _ in range(days):
            self.clock.advance(timedelta(days=1))
            for _ in range(3):
                self.service.due()

    def audited(self, action: str) -> list[str]:
        """The firms of the lines in the audit log."""
        return sorted((one.company_id or "") for one in self.database.audit.lines() if one.action == action)

    @property
    def today(self) -> date:
        return (self.clock.now() + timedelta(hours=9)).date()


def words(reply: Reply) -> str:
    """All that a reply says, arguments included."""
    return "\n".join(_words(part) for part in reply.parts) + repr([one.label for one in reply.offers])


def _words(part: Part) -> str:
    if isinstance(part, Said):
        return _said(part.message)
    if isinstance(part, Quoted):
        return part.text
    if isinstance(part, Item):
        shown = (part.title, *part.details, *part.words)
        return " ".join(_said(one) if isinstance(one, Message) else one for one in shown)
    return repr(part)


def _said(message: Message) -> str:
    return f"{message.key} {dict(message.arguments)}"


def _encounter(result: object) -> Encounter:
    found = getattr(result, "encounter", None)
    assert isinstance(found, Encounter), result
    return found
