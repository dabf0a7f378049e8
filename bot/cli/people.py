"""`minori people …`: import, list, show, remove."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from operator import attrgetter
from pathlib import Path
from typing import Annotated

import typer

from bot.adapters.people_file import text_of
from bot.bootstrap import Library, make_handovers, make_membership, open_library
from bot.cli.console import CommandFailed, Terminal
from bot.cli.people_views import member_values, plan_values, print_member, print_people, print_plan
from bot.core.membership.importing import ImportPlan, ImportRefused
from bot.core.membership.models import email_key, name_key
from bot.core.membership.roster.models import records_of
from bot.core.people import Member, Role
from bot.errors import UsageError


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `people`."""
    people = typer.Typer(help=teach("help-people"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(people, name="people")
    _add_importing(people, teach, open_terminal)
    _add_looking(people, teach, open_terminal)
    _add_removing(people, teach, open_terminal)


def _add_importing(people: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @people.command("import", help=teach("help-people-import"))
    def import_(
        file: Annotated[Path, typer.Argument(metavar="FILE.csv", help=teach("help-people-import-file"))],
        apply: Annotated[bool, typer.Option("--apply/--dry-run", help=teach("help-people-import-apply"))] = False,
        by: Annotated[
            str | None, typer.Option("--by", metavar="NAME", help=teach("help-people-import-by"), show_default=False)
        ] = None,
        encoding: Annotated[
            str | None, typer.Option("--encoding", help=teach("help-guides-add-encoding"), show_default=False)
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        text = text_of(_read(file), file_name=file.name, encoding=encoding)
        with open_library(terminal.settings) as library:
            membership = make_membership(library)
            take = membership.bring_in if apply else membership.plan
            try:
                plan = take(text=text, by=by or _who(terminal, library))
            except ImportRefused as error:
                _say_problems(terminal, error)
                raise CommandFailed from error
            if apply:
                _replan(library, plan)
            people = {one.id: one for one in (*library.database.people.people(), *(one.after for one in plan.people))}
        if as_json:
            for row in plan_values(plan, people):
                terminal.json({**row, "applied": apply})
            return
        print_plan(terminal, plan, people, applied=apply)
        if apply and (plan.changes.people or plan.changes.companies):
            terminal.note(terminal.text("people-undo-how"))

    @people.command("undo", help=teach("help-people-undo"))
    def undo(
        by: Annotated[
            str | None, typer.Option("--by", metavar="NAME", help=teach("help-people-import-by"), show_default=False)
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            taken = make_membership(library).take_out(by=by or _who(terminal, library))
        counts = Counter(kind for kind, _id in records_of(taken.edits))
        if as_json:
            terminal.json({"taken_back": taken.id, "people": counts["person"], "companies": counts["company"]})
        else:
            said = {"people": counts["person"], "companies": counts["company"]}
            terminal.out(terminal.text("people-undone", **said))


def _replan(library: Library, plan: ImportPlan) -> None:
    """Reminders follow the working hours that a table changes."""
    hours = attrgetter("works_from", "works_until", "works_on", "time_zone")
    moved = [one.after.id for one in plan.people if one.before and hours(one.before) != hours(one.after)]
    if moved:
        # Imported here: every other table is taken in without it.
        from bot.bootstrap_meetings import make_meetings

        make_meetings(library).service.replan_people(*moved)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError("people-import-unreadable", path=str(file), reason=error.strerror or "") from error


def _who(terminal: Terminal, library: Library) -> str:
    """Who adds them, as people will read it: the only admin there is, else "an administrator"."""
    admins = [one for one in library.database.people.people(role=Role.ADMIN) if not one.has_left]
    return admins[0].name if len(admins) == 1 else terminal.text("people-import-by")


def _say_problems(terminal: Terminal, error: ImportRefused) -> None:
    terminal.note(terminal.text(error.key, count=len(error.problems)))
    for problem in error.problems:
        said = terminal.message(problem)
        line = str(problem.arguments.get("line", ""))
        terminal.note(f"  - {terminal.text('people-import-line', line=line, problem=said) if line else said}")


def _add_looking(people: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @people.command("list", help=teach("help-people-list"))
    def list_(
        everybody: Annotated[bool, typer.Option("--all", help=teach("help-people-list-all"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            found = library.database.people.people()
        if as_json:
            for one in found:
                terminal.json(member_values(one))
            return
        shown = [one for one in found if everybody or one.main_role is not Role.GUEST]
        print_people(terminal, shown, hidden=len(found) - len(shown))

    @people.command("show", help=teach("help-people-show"))
    def show(
        who: Annotated[str, typer.Argument(metavar="WHO", help=teach("help-people-who"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            people_ = library.database.people
            member = find_person(people_.people(), who)
            coordinator_id = member.company.coordinator_id if member.company else None
            coordinator = people_.by_id(coordinator_id) if coordinator_id else None
        if as_json:
            terminal.json(member_values(member))
            return
        print_member(terminal, member, coordinator)


def _add_removing(people: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @people.command("remove", help=teach("help-people-remove"))
    def remove(
        who: Annotated[str, typer.Argument(metavar="WHO", help=teach("help-people-who"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            member = find_person(library.database.people.people(), who)
            membership = make_membership(library, on_leaving=lambda one: _leave(library, one))
            erased = membership.leave(member=member)
        if as_json:
            counts = {"questions": erased.questions, "ratings": erased.ratings} if erased else {}
            terminal.json({"id": member.id, "name": member.name, "removed": erased is not None, **counts})
        elif erased is None:
            terminal.out(terminal.text("people-removed-already", name=member.name))
        else:
            counted = terminal.text(
                "people-removed", name=member.name, questions=erased.questions, ratings=erased.ratings
            )
            terminal.out(counted)


def _leave(library: Library, member: Member) -> None:
    """What they asked is withdrawn, their lists are forgotten; encounters stay with their firm."""
    # Imported here: every other command starts without it.
    from bot.bootstrap_meetings import make_meetings

    meetings = make_meetings(library)
    make_handovers(library).withdraw_all(member)
    meetings.catching.forget(member.id)
    meetings.service.leave(member)


def find_person(people: Sequence[Member], who: str) -> Member:
    """Somebody by id, Slack ID, e-mail address, or a name that only one person has. Raises UsageError."""
    wanted = unicodedata.normalize("NFKC", who).strip()
    exact = [one for one in people if wanted in (one.id, one.address) or (one.email and one.email == email_key(who))]
    found = exact or [one for one in people if name_key(one.name) == name_key(who)]
    if not found:
        near = _near(people, name_key(who))
        raise UsageError("people-unknown-near" if near else "people-unknown", who=who, near=_named(near))
    if len(found) > 1:
        raise UsageError("people-ambiguous", who=who, count=len(found), near=_named(found))
    return found[0]


_NAMED = 5
"""So many people are named where somebody is not found, or several are."""


def _near(people: Sequence[Member], wanted: str) -> list[Member]:
    """Whose name has what was typed in it, or nearly is it."""
    if not wanted:
        return []
    named = [one for one in people if one.name]
    close = set(get_close_matches(wanted, [name_key(one.name) for one in named], n=_NAMED, cutoff=0.6))
    return [one for one in named if wanted in name_key(one.name) or name_key(one.name) in close]


def _named(people: Sequence[Member]) -> str:
    """Each with that by which they can be given; a few of many."""
    known = sorted(people, key=lambda one: (name_key(one.name), one.id))
    said = [f"{one.name} {one.address or one.email or one.id}" for one in known[:_NAMED]]
    return ", ".join([*said, "…"] if len(known) > _NAMED else said)
