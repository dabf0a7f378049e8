"""What a coordinator of the region sees, once more and by other code: straight from the rows of the tables."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Engine

from bot.adapters.storage.tables import company, handover, person
from tests.unit.simulation.recounted import LADDER, Recount, Row

_SHARES = ("outline", "words")


class Cockpit(Recount):
    """Counts for one coordinator: the firms they look after that share anything, and their own visits."""

    def __init__(self, engine: Engine, *, viewer: str, first: date, last: date, now: datetime) -> None:
        super().__init__(engine, first=first, last=last, now=now)
        self.viewer = viewer
        theirs = [row for row in self.rows.of(company) if row["coordinator_id"] in (viewer, None)]
        self.firms = {row["id"]: row["name"] for row in theirs if row["sharing"] in _SHARES}
        self.silent = {row["name"] for row in theirs if row["sharing"] not in _SHARES}
        self.cases = {
            id: row
            for id, row in self.cases.items()
            if row["company_id"] in self.firms or (row["kind"] == "support_visit" and row["owner_id"] == viewer)
        }
        self.meetings = {id: row for id, row in self.cases.items() if row["kind"] == "meeting"}
        self.changes = [row for row in self.changes if row["encounter_id"] in self.cases]

    def going_on(self, firm: str) -> list[Row]:
        """The encounters of a firm that are neither over nor asleep."""
        return [row for row in self.meetings.values() if row["company_id"] == firm and row["state"] == "open"]

    def wall(self, row: Row) -> str:
        """At which wall an encounter stands."""
        body, step = row["body"], row["body"].get("next_step") or {}
        if row["stage"] == "trial" and not all(body.get(name) for name in ("measure", "decision_on", "payer")):
            return "wall_3"
        if LADDER.index(row["stage"]) >= 3 and not all(body.get(name) for name in ("market", "end_user", "decider")):
            return "wall_2"
        whole = all(step.get(name) for name in ("text", "owner_id", "due_on", "due_time"))
        return "" if whole else "wall_1"

    def since(self, row: Row) -> date:
        """From when on it stands."""
        from_on = row["body"].get("counts_from")
        last: date = row["last_contact_on"]
        return max(last, date.fromisoformat(from_on)) if from_on else last

    def firm_line(self, firm: str) -> dict[str, int]:
        """A firm's line in the cockpit: how many go on, at which walls, since when, how many questions wait."""
        going_on = self.going_on(firm)
        found = {"open": len(going_on)}
        for wall in ("wall_1", "wall_2", "wall_3"):
            if count := sum(self.wall(row) == wall for row in going_on):
                found[wall] = count
        if going_on:
            found["oldest"] = max(0, max((self.today - self.since(row)).days for row in going_on))
        if count := sum(self.firm_of(row) == firm for row in self.waiting(self.viewer)):
            found["questions"] = count
        return found

    def firm_of(self, question: Row) -> str | None:
        """The firm of whoever asked."""
        return next((row["company_id"] for row in self.rows.of(person) if row["address"] == question["asker"]), None)

    def waiting(self, owner: str) -> list[Row]:
        """The questions that wait for somebody's answer."""
        return [row for row in self.rows.of(handover) if row["state"] == "waiting" and row["owner_id"] == owner]

    def bars(self) -> dict[str, tuple[int, int, int, int, int]]:
        """Of each stage: how many are in it, of these up to 30 days, up to 90, longer; and how many a week ago."""
        then, found = self.today - timedelta(days=7), {stage: [0, 0, 0, 0, 0] for stage in LADDER}
        for id, row in self.meetings.items():
            ladder = self.ladder(id)
            over = self.ended(row) if row["state"] == "closed" else None
            if over is None or over > self.today:
                came, stage = ladder[-1]
                days = (self.today - came).days
                found[stage][0] += 1
                found[stage][1 if days <= 30 else 2 if days <= 90 else 3] += 1
            if self.began(row) <= then and (over is None or over > then):
                found[[name for on, name in ladder if on <= then or (on, name) == ladder[0]][-1]][4] += 1
        return {stage: (one[0], one[1], one[2], one[3], one[4]) for stage, one in found.items()}

    def loads(self) -> dict[str, tuple[int, int, int]]:
        """Of every coordinator who is there: firms, questions that wait, and of these the late ones."""
        staff = [row for row in self.rows.of(person) if "coordinator" in row["roles"] and row["left_at"] is None]
        firms = [row["coordinator_id"] for row in self.rows.of(company)]
        return {
            row["name"]: (
                firms.count(row["id"]),
                len(self.waiting(row["id"])),
                sum(one["reply_by"] is not None and one["reply_by"] < self.now for one in self.waiting(row["id"])),
            )
            for row in staff
        }
