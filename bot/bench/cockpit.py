"""The cockpit over a large region: how long each press takes, from the press to the reply that is drawn."""

from __future__ import annotations

import tempfile
import time as real_time
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.bench.region import COORDINATOR, EVENTS, NOW, TODAY, Progress, fill
from bot.bootstrap import Library, open_library
from bot.bootstrap_changeovers import make_changeovers
from bot.bootstrap_cockpit import make_cockpit
from bot.bootstrap_digests import make_digests
from bot.bootstrap_meetings import make_meetings
from bot.core import actions
from bot.core.clock import VirtualClock
from bot.core.cockpit.models import mark_of
from bot.core.cockpit.service import Cockpit
from bot.core.meetings.service import MeetingService
from bot.core.membership.models import Changes
from bot.core.messages import Place, Pressed, Reply
from bot.core.people import Member, Role
from bot.core.reactions import Handler
from bot.peak_memory import peak_bytes
from bot.settings import Settings

_NEXT = Member(id="next", address="U1X", name="伊藤 誠", roles=frozenset({Role.COORDINATOR}), added_at=NOW)
UNTIL = (TODAY + timedelta(days=14)).isoformat()
NARROW = {"wall": "wall_1", "days": "30", "event": mark_of(EVENTS[0])}


def measure_cockpit(
    *, firms: int = 200, encounters: int = 10_000, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row for each press, on SQLite in a folder of its own: milliseconds by the clock the first time (`first_ms`,
    which also writes the lines of the audit log), the second time (`ms`), and of this process's own work (`cpu_ms`)."""
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        settings = Settings(data_dir=Path(folder) / "minori-data")
        with open_library(settings, clock=VirtualClock(NOW)) as library:
            fill(library.database, firms=firms, encounters=encounters, progress=progress)
            rows = _rows(library)
    size = {"firms": firms, "encounters": encounters}
    return [{**size, **row, "peak_mb": peak_bytes() // 2**20} for row in rows]


def _rows(library: Library) -> list[dict[str, Any]]:
    meetings = make_meetings(library)
    digests = make_digests(library, meetings.service)
    cockpit = make_cockpit(library, meetings.service, digests, meetings.nudges.when_last)
    somebody = library.database.people.by_id("p1")
    firm = somebody.company.id if somebody and somebody.company else ""

    def press(action: str, reference: str, values: dict[str, str], member: Member) -> Reply:
        place = Place(conversation="")
        pressed = Pressed(
            id="1", address=member.address, place=place, action=action, reference=reference, values=values
        )
        return cockpit.handlers[action](pressed, member)

    presses: list[tuple[str, str, str, dict[str, str], Member]] = [
        ("my firms", actions.COCKPIT_FIRMS, "1", {}, COORDINATOR),
        ("the tenth page", actions.COCKPIT_PAGE, "10", {}, COORDINATOR),
        ("the sheet to narrow down", actions.COCKPIT_SIFT_FORM, "-", {}, COORDINATOR),
        ("narrowed down", actions.COCKPIT_SIFT_SEND, "-", NARROW, COORDINATOR),
        ("a firm's page", actions.COCKPIT_FIRM, firm, {}, COORDINATOR),
        ("a page of its history", actions.COCKPIT_FIRM, f"{firm}:history:3", {}, COORDINATOR),
        ("the same for its own people", actions.COCKPIT_FIRM, firm, {}, somebody or COORDINATOR),
        ("my load", actions.COCKPIT_LOAD, "-", {}, COORDINATOR),
    ]
    place = Place(conversation="")
    # Firms with odd numbers share their words, and this event is theirs.
    event = {"event": mark_of(EVENTS[1]), "cadence": "fair"}
    until = {"until": UNTIL}
    presses += [
        ("the sheet for an event", actions.COCKPIT_EVENT_FORM, "-", {}, COORDINATOR),
        ("another pace for an event: looked at", actions.COCKPIT_EVENT_SHOW, "-", event, COORDINATOR),
        ("postponing: looked at", actions.COCKPIT_PUT_OFF_SHOW, "-", until, COORDINATOR),
    ]
    if somebody is not None:
        presses += [
            ("our encounters", actions.COCKPIT_OURS, "1", {}, somebody),
            ("what each of us carries", actions.COCKPIT_OURS_LOAD, "1", {}, somebody),
            ("postponing ours: looked at", actions.COCKPIT_OURS_PUT_OFF_SHOW, "-", until, somebody),
        ]
    rows = [
        {"what": name, **_timed(partial(press, action, reference, values, member))}
        for name, action, reference, values, member in presses
    ]
    rows.append({"what": "what stands on the page, narrowed down", **_timed(partial(cockpit.home_parts, COORDINATOR))})
    # As few as can be postponed at once.
    press(actions.COCKPIT_SIFT_SEND, "-", {"stage": "trial", "days": "90"}, COORDINATOR)
    for name, show, values in (
        ("another pace for an event: done", actions.COCKPIT_EVENT_SHOW, event),
        ("postponing: done", actions.COCKPIT_PUT_OFF_SHOW, until),
    ):
        rows.append({"what": name, **_done(cockpit.handlers, press(show, "-", values, COORDINATOR), place)})
    cleared = _timed(partial(press, actions.COCKPIT_CLEAR, "-", {}, COORDINATOR))
    return [*rows, {"what": "cleared", **cleared}, *_handing_over(library, meetings.service, cockpit)]


def _handing_over(library: Library, service: MeetingService, cockpit: Cockpit) -> list[dict[str, Any]]:
    """All firms go to somebody else, who gives them back."""
    library.database.people.change(lambda _: Changes(people=(_NEXT,)))
    changeovers = make_changeovers(library, service, listed=cockpit.listed)
    today = NOW.date().isoformat()
    terms = {"scope": "all", "to": _NEXT.id, "reason": "year_end", "from": today}
    asked = ""

    def press(action: str, reference: str, member: Member, values: dict[str, str] | None = None) -> Reply:
        pressed = Pressed(
            id="1",
            address=member.address,
            place=Place(conversation=""),
            action=action,
            reference=reference,
            values=values or {},
        )
        return changeovers.handlers[action](pressed, member)

    def look_first() -> None:
        nonlocal asked
        shown = press(actions.CHANGEOVER_SHOW, "all", COORDINATOR, terms)
        asked = next(one.reference for one in shown.offers if one.action == actions.CHANGEOVER_ASK)

    acts: list[tuple[str, Callable[[], object]]] = [
        ("handing over: what is asked", lambda: press(actions.CHANGEOVER_FORM, "listed", COORDINATOR)),
        ("handing over: looked at first", look_first),
        ("handing over: asked", lambda: press(actions.CHANGEOVER_ASK, asked, COORDINATOR)),
        ("handing over: what there is", lambda: press(actions.CHANGEOVER_LOOK, f"{asked}:9", _NEXT)),
        ("handing over: all accepted", lambda: press(actions.CHANGEOVER_ACCEPT, asked, _NEXT)),
        ("handing over: all given back", lambda: press(actions.CHANGEOVER_GIVE_BACK, asked, _NEXT)),
    ]
    return [{"what": name, **_timed(act)} for name, act in acts]


def _done(handlers: Mapping[str, Handler], looked_at: Reply, place: Place) -> dict[str, int]:
    """Doing what was looked at, then taking it back (`again`); each is done once."""
    took = list[int]()
    reply = looked_at
    for _ in ("done", "taken back"):
        offer = reply.offers[0]
        begun, worked = real_time.monotonic(), real_time.process_time()
        pressed = Pressed(
            id="1", address=COORDINATOR.address, place=place, action=offer.action, reference=offer.reference, values={}
        )
        reply = handlers[offer.action](pressed, COORDINATOR)
        took += [round(1000 * (real_time.monotonic() - begun)), round(1000 * (real_time.process_time() - worked))]
    return {"first_ms": took[0], "ms": took[2], "cpu_ms": max(took[1], took[3])}


def _timed(act: Callable[[], object]) -> dict[str, int]:
    begun = real_time.monotonic()
    act()
    again, worked = real_time.monotonic(), real_time.process_time()
    act()
    took = (again - begun, real_time.monotonic() - again, real_time.process_time() - worked)
    return dict(zip(("first_ms", "ms", "cpu_ms"), (round(1000 * one) for one in took), strict=True))
