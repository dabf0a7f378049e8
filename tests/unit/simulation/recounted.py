"""The numbers of a region once more, by other code: straight from the rows, with plain loops and nothing of the product
but the tables. It says what it counts in its own words; where it and the product differ, one of them is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, Table, select

from bot.adapters.storage.tables import (
    bundle,
    bundle_item,
    colleague_request,
    delivery,
    encounter,
    encounter_change,
    encounter_issue,
    person,
    question,
)

JAPAN = ZoneInfo("Asia/Tokyo")
LADDER = ["cards", "second_meeting", "shared_issue", "joint_study", "trial", "adoption", "continuing"]
Row = dict[str, Any]


@dataclass
class Rows:
    """Every row of a table as a dictionary, read once."""

    engine: Engine
    read: dict[str, list[Row]] = field(default_factory=dict)

    def of(self, table: Table) -> list[Row]:
        if table.name not in self.read:
            with self.engine.connect() as connection:
                self.read[table.name] = [dict(row._mapping) for row in connection.execute(select(table))]
        return self.read[table.name]


def day(moment: datetime) -> date:
    return moment.astimezone(JAPAN).date()


class Recount:
    """Counts for one coordinator: the encounters of all firms, their own visits and those of others in their firms."""

    def __init__(self, engine: Engine, *, first: date, last: date, now: datetime) -> None:
        self.rows, self.first, self.last, self.now, self.today = Rows(engine), first, last, now, day(now)
        self.cases = {
            row["id"]: row
            for row in self.rows.of(encounter)
            if row["company_id"] and row["state"] in ("open", "sleeping", "closed")
        }
        self.meetings = {id: row for id, row in self.cases.items() if row["kind"] == "meeting"}
        changes = sorted(self.rows.of(encounter_change), key=lambda row: (row["encounter_id"], row["ordinal"]))
        self.changes = [row for row in changes if not row["is_undone"] and row["encounter_id"] in self.cases]

    def within(self, on: date) -> bool:
        return self.first <= on <= self.last

    def goals(self) -> dict[str, int]:
        found = {"met": 0, "partly": 0, "not_met": 0, "unsaid": 0}
        for row in self.changes:
            if row["kind"] == "outcome" and row["encounter_id"] in self.meetings:
                found[row["detail"]["outcome"]] += self.within(date.fromisoformat(row["detail"]["on"]))
        for row in self.meetings.values():
            meets_at = row["body"].get("meets_at")
            if not meets_at:
                continue
            at, step = datetime.fromisoformat(meets_at), row["body"].get("next_step") or {}
            is_unsaid = not row["body"].get("outcome") or step.get("is_meeting", False)
            found["unsaid"] += is_unsaid and at <= self.now and self.within(day(at))
        return found

    def began(self, row: Row) -> date:
        days = [day(row["created_at"])]
        if row["met_on"]:
            days.append(row["met_on"])
        return min(days)

    def ladder(self, id: str) -> list[tuple[date, str]]:
        """Every stage of an encounter with its day, backwards from where it stands now."""
        moved = [row for row in self.changes if row["encounter_id"] == id and row["kind"] == "stage"]
        stage, found = self.cases[id]["stage"], list[tuple[date, str]]()
        for row in reversed(moved):
            assert row["detail"]["to"] == stage, f"the moves of {id} do not lead to where it stands"
            found.insert(0, (max(day(row["at"]), self.began(self.cases[id])), stage))
            stage = row["detail"]["from"]
        return [(self.began(self.cases[id]), stage), *found]

    def steps(self) -> dict[str, tuple[int, int, int, int | None]]:
        """Moved on, ended, on the way, and after how many days half had moved on."""
        ladders = {id: self.ladder(id) for id in self.meetings}
        found = {}
        for rung, stage in enumerate(LADDER[:-1]):
            ways = list[tuple[int, str]]()
            for id, ladder in ladders.items():
                names = [name for _, name in ladder]
                if stage not in names or not self.within(ladder[names.index(stage)][0]):
                    continue
                since = ladder[names.index(stage)][0]
                later = [on for on, name in ladder[names.index(stage) :] if LADDER.index(name) > rung]
                row = self.meetings[id]
                if later:
                    ways.append(((later[0] - since).days, "moved"))
                elif row["state"] == "closed":
                    ways.append(((day(datetime.fromisoformat(row["body"]["ended_at"])) - since).days, "ended"))
                else:
                    ways.append(((self.today - since).days, "waits"))
            counts = [sum(how == wanted for _, how in ways) for wanted in ("moved", "ended", "waits")]
            found[stage] = (counts[0], counts[1], counts[2], half_way(ways))
        return found

    def stalls(self) -> dict[str, list[int]]:
        """The ages of what stands at each wall, by what is missing."""
        found: dict[str, list[int]] = {"wall_1": [], "wall_2": [], "wall_3": []}
        for row in self.meetings.values():
            if row["state"] != "open":
                continue
            body, rung = row["body"], LADDER.index(row["stage"])
            step = body.get("next_step") or {}
            whole = all(step.get(name) for name in ("text", "owner_id", "due_on", "due_time"))
            if row["stage"] == "trial" and not all(body.get(name) for name in ("measure", "decision_on", "payer")):
                wall = "wall_3"
            elif rung >= 3 and not all(body.get(name) for name in ("market", "end_user", "decider")):
                wall = "wall_2"
            elif not whole:
                wall = "wall_1"
            else:
                continue
            counted = [row["last_contact_on"]]
            if body.get("counts_from"):
                counted.append(date.fromisoformat(body["counts_from"]))
            found[wall].append(max(0, (self.today - max(counted)).days))
        return {wall: sorted(ages) for wall, ages in found.items()}

    def reminders(self) -> dict[tuple[str, int], list[int]]:
        """Of each matter and step: acted on, passed over, still open."""
        roots = {("encounter", id): id for id in self.cases}
        for kind, table in (("issue", encounter_issue), ("request", colleague_request)):
            roots |= {(kind, row["id"]): row["encounter_id"] for row in self.rows.of(table)}
        sent = {
            row["subject_id"] for row in self.rows.of(delivery) if row["kind"] == "nudge" and row["state"] == "sent"
        }
        messages = {row["id"]: row for row in self.rows.of(bundle) if row["id"] in sent}
        told = list[tuple[str, str, datetime, str, int]]()
        for item in self.rows.of(bundle_item):
            root = roots.get((item["subject_kind"], item["subject_id"]))
            if item["bundle_id"] in messages and root in self.cases:
                message = messages[item["bundle_id"]]
                told.append((str(root), message["person_id"], message["created_at"], item["matter"], item["step"] + 1))
        found: dict[tuple[str, int], list[int]] = {}
        for root, whose, at, matter, step in told:
            if self.within(day(at)):
                later = [when for where, who, when, _, _ in told if (where, who) == (root, whose) and when > at]
                found.setdefault((matter, min(step, 5)), [0, 0, 0])[self.fate(root, whose, at, later)] += 1
        return found

    def fate(self, root: str, whose: str, at: datetime, later: list[datetime]) -> int:
        acts = [
            row["at"]
            for row in self.changes
            if row["encounter_id"] == root and row["by_id"] == whose and row["kind"] != "undone" and row["at"] >= at
        ]
        if acts and (not later or min(acts) <= min(later)):
            return 0
        return 1 if later or self.cases[root]["state"] == "closed" else 2

    def answers(self) -> dict[str, int]:
        """The questions of firms' people, by how they ended."""
        theirs = {row["address"] for row in self.rows.of(person) if row["company_id"]}
        found: dict[str, int] = {}
        for row in self.rows.of(question):
            if row["asker"] in theirs and self.within(day(row["asked_at"])):
                found[row["state"]] = found.get(row["state"], 0) + 1
        return found

    def report(self) -> dict[str, int]:
        """What a funder is told."""
        visits = {id: row for id, row in self.cases.items() if row["kind"] == "support_visit"}
        days = {(id, self.began(row)) for id, row in visits.items()}
        for row in self.changes:
            if row["encounter_id"] in visits and row["kind"] == "contact":
                days.add((row["encounter_id"], date.fromisoformat(row["detail"]["on"])))
        alive = {
            id: row
            for id, row in self.meetings.items()
            if self.began(row) <= self.last and not (row["state"] == "closed" and self.ended(row) < self.first)
        }
        counted = {"visits": sum(self.within(on) for _, on in days), "cases": len(alive)}
        for stage in LADDER:
            ends = [[name for on, name in self.ladder(id) if on <= self.last][-1] for id in alive]
            counted[stage] = ends.count(stage)
        counted["over"] = sum(row["state"] == "closed" and self.ended(row) <= self.last for row in alive.values())
        ahead = [row for row in self.changes if row["kind"] == "stage" and row["encounter_id"] in self.meetings]
        counted["moves"] = sum(
            self.within(day(row["at"])) and LADDER.index(row["detail"]["to"]) > LADDER.index(row["detail"]["from"])
            for row in ahead
        )
        counted["hand_overs"] = sum(row["kind"] == "owner" and self.within(day(row["at"])) for row in self.changes)
        seen = {self.cases[id]["company_id"] for id, on in days if self.within(on)}
        counted["firms"] = len(seen | {row["company_id"] for row in alive.values()})
        return counted

    def ended(self, row: Row) -> date:
        return day(datetime.fromisoformat(row["body"]["ended_at"]))


def half_way(ways: list[tuple[int, str]]) -> int | None:
    """The day on which half of all have moved on, by counting days up: each day a part of those who were neither
    moved nor ended before it, as large as the part of them still watched that moves."""
    untouched, moved = 1.0, 0.0
    for on in range(max((days for days, _ in ways), default=-1) + 1):
        watched = sum(days >= on for days, _ in ways)
        if not watched:
            return None
        here = sum(way == (on, "moved") for way in ways)
        gone = sum(way == (on, "ended") for way in ways)
        moved += untouched * here / watched
        if moved >= 0.5 - 1e-9:
            return on
        untouched *= 1 - (here + gone) / watched
    return None
