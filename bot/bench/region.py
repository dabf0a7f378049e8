"""A large region written straight into a database: many firms, their encounters with changes and reminders, questions.

For measuring what is read of all of them at once. Every second firm shares its words, the others their outline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert

from bot.adapters.storage.database import Database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.meeting_rows import change_row, encounter_row
from bot.adapters.storage.tables import bundle, bundle_item, delivery, encounter, encounter_change, question
from bot.core.meetings.models import Change, ChangeKind, Encounter, NextStep, Outcome, Stage, State
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role, Sharing

Progress = Callable[[int, int], None]
FIRST, TODAY = date(2026, 4, 1), date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
COORDINATOR = Member(
    id="coordinator", address="U0", name="高橋 由美", roles=frozenset({Role.COORDINATOR}), added_at=NOW
)
EVENTS = ("地域ものづくり展示会", "商談会", "技術交流会", "")
QUESTIONS_OF_A_FIRM = 10
_AT_ONCE = 1_000
_DAYS = (TODAY - FIRST).days


def fill(database: Database, *, firms: int, encounters: int, seed: int = 7, progress: Progress | None = None) -> None:
    """Write it: of each encounter its capture, up to five moves, a result, and two reminders that were sent."""
    chance = Random(seed)  # noqa: S311 - to repeat it
    companies = tuple(_company(number) for number in range(firms))
    people = tuple(_person(number, one) for number, one in enumerate(companies))
    database.people.change(lambda _: Changes(companies=companies, people=(COORDINATOR, *people)))
    for start in range(0, encounters, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, encounters))
        _write(database, [_lived(number, people[number % firms], chance) for number in numbers])
        if progress:
            progress(numbers.stop, encounters)
    asked = [_question(database, one, number) for one in people for number in range(QUESTIONS_OF_A_FIRM)]
    with writing(database.engine) as connection:
        connection.execute(insert(question), asked)


def _company(number: int) -> Company:
    sharing = Sharing.WORDS if number % 2 else Sharing.OUTLINE
    return Company(
        id=f"firm-{number}", name=f"株式会社北浜{number}製作所", coordinator_id=COORDINATOR.id, sharing=sharing
    )


def _person(number: int, company: Company) -> Member:
    roles = frozenset({Role.MEMBER})
    return Member(
        id=f"p{number}", address=f"U{number + 1}", name=f"佐藤{number}", company=company, roles=roles, added_at=NOW
    )


def _lived(number: int, owner: Member, chance: Random) -> tuple[Encounter, list[Change], list[datetime]]:
    began = datetime(2026, 4, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(_DAYS))
    changes = [_change(number, 0, ChangeKind.CAPTURED, began, owner)]
    at, stages = began, list(Stage)
    for rank in range(chance.randrange(0, 6)):
        at += timedelta(days=chance.randrange(1, 20))
        detail = {"from": str(stages[rank]), "to": str(stages[rank + 1])}
        changes.append(_change(number, len(changes), ChangeKind.STAGE, at, owner, detail))
    for kind in (ChangeKind.CONTACT, ChangeKind.STEP_SET, ChangeKind.STEP_DONE):
        at += timedelta(days=chance.randrange(1, 6))
        changes.append(_change(number, len(changes), kind, at, owner, {"on": at.date().isoformat()}))
    outcome = chance.choice(list(Outcome))
    detail = {"outcome": str(outcome), "on": at.date().isoformat()}
    changes.append(_change(number, len(changes), ChangeKind.OUTCOME, at, owner, detail))
    kept = [one for one in changes if one.at <= NOW]
    stage = next((Stage(one.detail["to"]) for one in reversed(kept) if one.kind is ChangeKind.STAGE), Stage.CARDS)
    told = [began + timedelta(days=after) for after in (1, 5)]
    return _encounter(number, owner, began, stage, kept[-1].at, chance), kept, told


def _encounter(number: int, owner: Member, began: datetime, stage: Stage, last: datetime, chance: Random) -> Encounter:
    is_closed, has_step = chance.random() < 0.2, chance.random() < 0.5
    step = (
        NextStep(text="見積もりを送る", owner_id=owner.id, due_on=last.date(), due_time="10:00") if has_step else None
    )
    return Encounter(
        id=f"{number:032x}",
        company_id=owner.company.id if owner.company else None,
        owner_id=owner.id,
        created_by=owner.id,
        created_at=began,
        updated_at=last,
        state=State.CLOSED if is_closed else State.OPEN,
        ended_at=last if is_closed else None,
        stage=stage,
        partner=f"丸山工業{number}",
        contact="佐々木",
        event=EVENTS[number % len(EVENTS)],
        topic="検査機の話をうかがった",
        goal="サンプルの評価の日を決める",
        met_on=began.date(),
        last_contact_on=last.date(),
        next_step=step,
    )


def _change(
    number: int, ordinal: int, kind: ChangeKind, at: datetime, by: Member, detail: dict[str, str] | None = None
) -> Change:
    id = f"{number:024x}{ordinal:08x}"
    return Change(id=id, encounter_id=f"{number:032x}", kind=kind, by_id=by.id, at=at, detail=detail or {})


def _write(database: Database, lived: list[tuple[Encounter, list[Change], list[datetime]]]) -> None:
    here = {"workspace_id": database.workspace_id}
    tables: dict[Any, list[dict[str, Any]]] = {
        encounter: [here | encounter_row(one) for one, _, _ in lived],
        encounter_change: [
            here | change_row(one, number) for _, changes, _ in lived for number, one in enumerate(changes, start=1)
        ],
    }
    for one, _, told in lived:
        for table, row in _messages(one, told):
            tables.setdefault(table, []).append(here | row)
    with writing(database.engine) as connection:
        for table, rows in tables.items():
            connection.execute(insert(table), rows)


def _messages(one: Encounter, told: list[datetime]) -> Iterator[tuple[Any, dict[str, Any]]]:
    for step, at in enumerate(told):
        id = f"{one.id[-28:]}{step:08x}"
        # A slot of its own: one person, day and slot is one bundle.
        slot = one.id[-5:]
        yield bundle, {"id": id, "person_id": one.owner_id, "day": at.date(), "slot": slot, "created_at": at}
        item = {"bundle_id": id, "ordinal": 0, "nudge_id": id, "occurrence": str(step), "subject_kind": "encounter"}
        matter = {"matter": "next_step", "cadence": "default", "since": at.date(), "step": step, "due_on": at.date()}
        yield bundle_item, {**item, **matter, "subject_id": one.id, "is_late": False}
        sent = {"id": id, "kind": "nudge", "subject_id": id, "occurrence": slot, "person": "U", "conversation": ""}
        yield delivery, {**sent, "thread": "", "state": "sent", "created_at": at, "next_at": at, "attempts": 1}


def _question(database: Database, one: Member, number: int) -> dict[str, Any]:
    states = ("answered", "answered", "not_in_guides", "handed_over")
    return {
        "workspace_id": database.workspace_id,
        "id": f"{one.id}-{number}",
        "conversation_id": one.id,
        "asked_at": NOW - timedelta(days=number * 11),
        "locale": "ja",
        "text": "",
        "state": states[number % len(states)],
        "answer": {},
        "duration_ms": 1,
        "asker": one.address,
    }
