"""A town becomes known to the product: by a table of people, and by what people enter in the chat themselves."""

from __future__ import annotations

import csv
import io
from itertools import count

from bot.bootstrap import Library, load_starters
from bot.core import actions
from bot.core.membership.service import MembershipService
from bot.core.messages import Message, Offer
from bot.simulation.desk import Desk
from bot.simulation.town import Firm, Person, Town

_HEADS = "氏名 会社 役割 言語 SlackID メール 担当コーディネーター 時間帯 勤務開始 勤務終了".split()
_LABEL = Message("calendar-form-submit")


def settle(town: Town, library: Library, desk: Desk) -> None:
    """Bring in the people; each enters their days off and how often they want to hear."""
    numbers = count(1)
    # Ids that are drawn anew each time would change what comes first, and with it every number.
    membership = MembershipService(
        people=library.database.people,
        clock=library.clock,
        starters=load_starters(),
        new_id=lambda: f"id{next(numbers):06}",
    )
    membership.bring_in(text=_table(town), by="simulation")
    enter_days(town, desk)


def enter_days(town: Town, desk: Desk) -> None:
    """Everybody enters their days off, and how often they want to hear."""
    for firm in town.firms:
        _enter_days(firm, desk)
    for person in town.people:
        for first, last in person.leave:
            _send(desk, person.address, "person", {"from": first.isoformat(), "until": last.isoformat()})
        if person.pace != "normal":
            _choose_pace(person, desk)


def _table(town: Town) -> str:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_HEADS)
    for one in town.people:
        after = _mail(town.by_firm[one.firm].coordinator) if one.firm else ""
        role = "コーディネーター" if one.is_coordinator else "社員"
        hours = f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"
        writer.writerow([one.name, one.firm, role, "ja", one.address, _mail(one.address), after, one.zone, *hours])
    return table.getvalue()


def _mail(address: str) -> str:
    return f"{address.lower()}@example.jp"


def _enter_days(firm: Firm, desk: Desk) -> None:
    who = firm.people[0]
    for first, last in firm.closed:
        _send(desk, who, "company", {"kind": "off", "from": first.isoformat(), "until": last.isoformat()})
    for day in firm.working:
        _send(desk, who, "company", {"kind": "working", "from": day.isoformat()})
    for partner, weekdays in firm.days_off:
        off = ",".join(map(str, sorted(weekdays)))
        _send(desk, who, "partner", {"partner": partner, "weekdays": off})


def _send(desk: Desk, address: str, scope: str, values: dict[str, str]) -> None:
    desk.sends(address, desk.presses(address, Offer(actions.ABSENCE_FORM, scope, _LABEL)), values)


def _choose_pace(person: Person, desk: Desk) -> None:
    sheet = desk.presses(person.address, Offer(actions.NUDGE_SETTINGS, "-", _LABEL))
    times = {"time_1": "09:00", "time_2": "13:00", "time_3": "16:30"} if person.pace == "fuller" else {}
    desk.sends(person.address, sheet, {"pace": person.pace, **times})
