"""`minori audit`: who saw, took out or deleted what of which firm; and whether the log is as it was written."""

import datetime
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from bot.adapters.storage.audit import Line
from bot.adapters.storage.audit_chain import AuditChain
from bot.bootstrap import Library, audit_chain_of, open_library
from bot.cli.console import CommandFailed, Terminal
from bot.cli.people import find_person
from bot.core.calendars import zone_of
from bot.core.membership.models import name_key
from bot.core.messages import Message
from bot.errors import UsageError

_AT_MOST = 50
_ACTIONS = {
    "seen",
    "figures",
    "files",
    "exported",
    "previewed",
    "to_model",
    "told",
    "erased",
    "put_off",
    "put_off_undone",
    "setup",
    "ended",
    "resumed",
    "taken_over",
    "added",
    "leave",
    "calendar",
}
_OF_INTRODUCTIONS = {
    "sounded_out",
    "reminded",
    "introduced",
    "proposed",
    "put_away",
    "brought_back",
    "withdrawn",
    "ended",
}
_KINDS = {
    "person",
    "firm",
    "value_card",
    "encounter",
    "company",
    "pack",
    "digest",
    "walk",
    "encounters",
    "figures",
    "report",
    "questions",
    "question",
    "introduction",
}
_ZONE = "Asia/Tokyo"


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `audit`."""
    audit = typer.Typer(help=teach("help-audit"), invoke_without_command=True, rich_markup_mode=None)
    app.add_typer(audit, name="audit")
    _add_listing(audit, teach, open_terminal)
    _add_verifying(audit, teach, open_terminal)


def _add_listing(audit: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @audit.callback(invoke_without_command=True)
    def listed(
        context: typer.Context,
        company: Annotated[
            str, typer.Option("--company", metavar="NAME", help=teach("help-audit-company"), show_default=False)
        ] = "",
        by: Annotated[str, typer.Option("--by", metavar="NAME", help=teach("help-audit-by"), show_default=False)] = "",
        since: Annotated[
            datetime.datetime | None,
            typer.Option("--since", formats=["%Y-%m-%d"], metavar="DAY", help=teach("help-audit-since")),
        ] = None,
        until: Annotated[
            datetime.datetime | None,
            typer.Option("--until", formats=["%Y-%m-%d"], metavar="DAY", help=teach("help-audit-until")),
        ] = None,
        kind: Annotated[
            str, typer.Option("--kind", metavar="KIND", help=teach("help-audit-kind"), show_default=False)
        ] = "",
        page: Annotated[int, typer.Option("--page", min=1, help=teach("help-audit-page"))] = 1,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        if context.invoked_subcommand is not None:
            return
        terminal, wanted = open_terminal(), _kind(kind)
        with open_library(terminal.settings) as library:
            firm, person = _firm(library, company), _person(library, by)
            count, lines = library.database.audit.latest(
                company_id=firm,
                by_id=person,
                since=since.replace(tzinfo=zone_of(_ZONE)) if since else None,
                # Its last day is among them.
                before=until.replace(tzinfo=zone_of(_ZONE)) + datetime.timedelta(days=1) if until else None,
                kind=wanted,
                offset=(page - 1) * _AT_MOST,
                limit=_AT_MOST,
            )
            for line in lines:
                if as_json:
                    terminal.json(_values(line))
                else:
                    terminal.out(_sentence(terminal, library, line))
            if not as_json:
                _say_count(terminal, count, lines, page)


def _add_verifying(audit: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @audit.command("verify", help=teach("help-audit-verify"))
    def verify(
        accept: Annotated[bool, typer.Option("--accept", help=teach("help-audit-accept"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            chain: AuditChain = audit_chain_of(library)
            faults, (count, head) = chain.faults(), library.database.audit.head()
            for fault in faults:
                if as_json:
                    terminal.json({"fault": str(fault.kind), "number": fault.number})
                else:
                    terminal.out(terminal.text(f"audit-{fault.kind}", number=fault.number))
            if as_json:
                terminal.json({"rows": count, "head": head, "whole": not faults})
            if accept:
                chain.note(anew=True)
                terminal.note(terminal.text("audit-accepted", count=count))
            elif faults:
                raise CommandFailed
            else:
                chain.note()
                if not as_json:
                    terminal.out(terminal.text("audit-whole", count=count, head=head[:12] or "-"))


def _sentence(terminal: Terminal, library: Library, line: Line) -> str:
    one = line.audited
    person = library.database.people.by_id(one.by_id)
    company = library.database.people.company(one.company_id) if one.company_id else None
    action = one.action if one.action in _ACTIONS else "other"
    kind = one.subject_kind if one.subject_kind in _KINDS else "other"
    said = {
        "when": f"{one.at.astimezone(zone_of(_ZONE)):%Y-%m-%d %H:%M}",
        "who": person.name if person else one.by_id or "-",
        "firm": company.name if company else one.company_id or terminal.text("audit-whole-firm"),
        "what": terminal.message(Message(f"audit-of-{kind.replace('_', '-')}", {"id": one.subject_id[:8]})),
    }
    if one.subject_kind == "introduction" and one.action in _OF_INTRODUCTIONS:
        key = f"audit-introduction-{one.action.replace('_', '-')}"
        return terminal.text(key, when=said["when"], who=said["who"], firm=said["firm"], id=one.subject_id[:8])
    return terminal.text(f"audit-{action}", **said)


def _kind(words: str) -> str | None:
    """What was done, or to what; None for everything. Raises UsageError for a word that is neither."""
    known = _ACTIONS | _KINDS | _OF_INTRODUCTIONS
    if words and words not in known:
        raise UsageError("audit-no-kind", kind=words[:40], known=", ".join(sorted(known)))
    return words or None


def _values(line: Line) -> dict[str, str | int | None]:
    one = line.audited
    return {
        "number": line.number,
        "at": one.at.isoformat(),
        "by": one.by_id,
        "action": one.action,
        "subject_kind": one.subject_kind,
        "subject": one.subject_id,
        "company": one.company_id,
        "hash": line.hash,
    }


def _say_count(terminal: Terminal, count: int, lines: Sequence[Line], page: int) -> None:
    if not count:
        terminal.out(terminal.text("audit-none"))
    elif not lines:
        terminal.out(terminal.text("audit-no-page", page=page, count=count))
    elif count > len(lines):
        pages = -(-count // _AT_MOST)
        terminal.note(terminal.text("audit-page", page=page, pages=pages, count=count))


def _person(library: Library, who: str) -> str | None:
    return find_person(library.database.people.people(), who).id if who else None


def _firm(library: Library, name: str) -> str | None:
    if not name:
        return None
    found = [one for one in library.database.people.companies() if name in (one.id, one.name)]
    found = found or [one for one in library.database.people.companies() if name_key(one.name) == name_key(name)]
    if not found:
        raise UsageError("audit-no-firm", name=name)
    return found[0].id
