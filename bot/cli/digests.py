"""`minori digest`: what a coordinator would receive, without sending it."""

import datetime
from collections.abc import Callable
from typing import Annotated

import typer

from bot.bootstrap import Library, open_library
from bot.cli.console import Terminal
from bot.cli.people import find_person
from bot.core.calendars import zone_of
from bot.core.digests.models import Line
from bot.core.digests.service import DigestService
from bot.core.digests.unanswered.drawing import counts, places_of
from bot.core.digests.unanswered.service import UnansweredPreview, UnansweredService
from bot.core.digests.wording import LABELS, Preview, age_of, sentence, title_of
from bot.core.messages import Message
from bot.core.people import Member, Role, access_guides
from bot.errors import UsageError


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the command `digest`."""

    @app.command("digest", help=teach("help-digest"))
    def digest(
        who: Annotated[str, typer.Option("--for", metavar="NAME", help=teach("help-digest-for"))],
        preview: Annotated[bool, typer.Option("--preview", help=teach("help-digest-preview"))] = False,
        on: Annotated[
            str | None,
            typer.Option("--on", metavar="YYYY-MM-DD", help=teach("help-digest-on"), show_default=False),
        ] = None,
        unanswered: Annotated[bool, typer.Option("--unanswered", help=teach("help-digest-unanswered"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        if not preview:
            raise UsageError("digest-preview-only")
        day, terminal = _day(on) if on else None, open_terminal()
        with open_library(terminal.settings) as library:
            if unanswered:
                admin = _admin(library, who)
                told = _unanswered_service(library).preview(admin, day or _today(library, admin))
                _tell_unanswered(terminal, admin, told, as_json=as_json)
                return
            member = _coordinator(library, who)
            service = _service(library)
            seen = service.preview(member, service.hour_of(member, day or _today(library, member)))
            comes_on = library.calendars.days_of(member).add_working_days(seen.reader.today, 0)
        if comes_on != seen.reader.today:
            days = {"day": seen.reader.today.isoformat(), "comes": comes_on.isoformat()}
            terminal.note(terminal.message(Message("digest-preview-day-off", days)))
        _tell(terminal, member, seen, as_json=as_json)


def _service(library: Library) -> DigestService:
    # Imported here: every other command starts without it.
    from bot.bootstrap_digests import make_digests
    from bot.bootstrap_introductions import introductions_of, make_introductions
    from bot.bootstrap_meetings import make_meetings

    meetings = make_meetings(library).service
    found = introductions_of(make_introductions(library, meetings))
    return make_digests(library, meetings, introductions=found)


def _unanswered_service(library: Library) -> UnansweredService:
    from bot.bootstrap_unanswered import make_unanswered

    return make_unanswered(library)


def _admin(library: Library, who: str) -> Member:
    member = find_person([one for one in library.database.people.people() if not one.has_left], who)
    if not access_guides(member):
        raise UsageError("unanswered-no-admin", name=member.name)
    return member


def _coordinator(library: Library, who: str) -> Member:
    member = find_person([one for one in library.database.people.people() if not one.has_left], who)
    if Role.COORDINATOR not in member.roles:
        raise UsageError("digest-no-coordinator", name=member.name)
    return member


def _today(library: Library, member: Member) -> datetime.date:
    return library.clock.now().astimezone(zone_of(member.time_zone)).date()


def _day(words: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(words.strip())
    except ValueError as error:
        raise UsageError("digest-bad-day", given=words[:40]) from error


def _tell(terminal: Terminal, member: Member, seen: Preview, *, as_json: bool) -> None:
    rows = [_row(terminal, line, seen) for line in seen.lines]
    day = seen.reader.today.isoformat()
    if as_json:
        terminal.json({"date": day, "for": member.name, "lines": rows, "more": seen.more, "empty": not rows})
        return
    if not rows:
        terminal.out(terminal.text("digest-empty-week"))
        return
    terminal.out(terminal.text("digest-preview-heading", name=member.name, day=day))
    for line, row in zip(seen.lines, rows, strict=True):
        firm, text, age = str(row["firm"]) or _title(terminal, line), str(row["text"]), age_of(line, seen.reader)
        button = terminal.message(Message(LABELS[line.first.next]))
        said = {"firm": firm, "text": text, "age": terminal.message(age), "action": button}
        terminal.out(terminal.message(Message("digest-preview-line", said)))
    if seen.more:
        terminal.out(terminal.text("digest-preview-more", count=seen.more))


def _row(terminal: Terminal, line: Line, seen: Preview) -> dict[str, str | int]:
    """`firm` is "" where the line names none; `age_days` is negative for a day to come."""
    fact = line.first
    return {
        "kind": str(fact.kind),
        "firm": fact.firm,
        "text": terminal.message(sentence(line, seen.reader)),
        "age_days": seen.reader.age(fact),
        "action": str(fact.next),
    }


def _title(terminal: Terminal, line: Line) -> str:
    title = title_of(line)
    return title if isinstance(title, str) else terminal.message(title)


def _tell_unanswered(terminal: Terminal, admin: Member, told: UnansweredPreview, *, as_json: bool) -> None:
    week, reader = told.report.week, told.reader
    span = {"first": reader.day(week.first_day), "last": reader.day(week.last_day)}
    if as_json:
        terminal.json({"for": admin.name, **told.as_json()})
        return
    if told.report.is_empty:
        terminal.out(terminal.text("unanswered-empty", **span))
        return
    terminal.out(terminal.text("unanswered-preview-heading", name=admin.name, **span))
    for topic in told.report.topics:
        said = "、".join(terminal.message(one) for one in counts(topic, reader))
        heading = topic.heading(reader.locale)
        terminal.out(terminal.text("unanswered-preview-topic", heading=heading, counts=said))
    if told.report.others:
        terminal.out(terminal.text("unanswered-others", count=len(told.report.others)))
    for wrong in told.report.wrong:
        people = terminal.text("unanswered-people", count=wrong.people)
        terminal.out(terminal.text("unanswered-preview-wrong", title=wrong.title, people=people))
        for place in places_of(wrong):
            terminal.out(terminal.text("unanswered-preview-place", place=terminal.message(place)))
