"""`minori check`, `minori doctor`, `minori backup`, `minori restore`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.storage.keeping import backup as make_backup
from bot.adapters.storage.keeping import restore as take_back
from bot.adapters.storage.key_file import read_keys
from bot.bootstrap import open_library
from bot.cli.console import CommandFailed, Terminal
from bot.cli.doctor import examine
from bot.resources import knowledge_folder, prompts_folder


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add `doctor`, `check`, `backup` and `restore`."""
    _add_examining(app, teach, open_terminal)
    _add_copying(app, teach, open_terminal)


def _add_examining(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @app.command("doctor", help=teach("help-doctor"))
    def doctor(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        terminal = open_terminal()
        findings = examine(terminal)
        for finding in findings:
            if as_json:
                terminal.json({"what": finding.what, "ok": finding.is_well, "text": finding.text, "do": finding.advice})
                continue
            mark = "○" if finding.is_well else "×"
            terminal.out(f"{mark} {finding.text}")
            if finding.advice:
                terminal.out(f"   → {finding.advice}")
        if not all(finding.is_well for finding in findings):
            raise CommandFailed

    @app.command("check", help=teach("help-check"))
    def check(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        # It reads what the bot in Slack calls, whose library is slow to import.
        from bot.checks import check_data_files

        terminal = open_terminal()
        problems = check_data_files(
            prompts=prompts_folder(), knowledge=knowledge_folder(), reader=GuardedDocumentReader()
        )
        for problem in problems:
            reason = terminal.message(problem.reason)
            if as_json:
                terminal.json({"file": str(problem.path), "line": problem.line, "reason": reason})
            else:
                terminal.out(f"{problem.path}{f':{problem.line}' if problem.line else ''}: {reason}")
        if problems:
            raise CommandFailed
        if not as_json:
            terminal.out(terminal.text("check-all-well"))


def _add_copying(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @app.command("backup", help=teach("help-backup"))
    def backup(
        file: Annotated[Path, typer.Argument(metavar="FILE", help=teach("help-backup-file"))],
        overwrite: Annotated[bool, typer.Option("--overwrite", help=teach("help-backup-overwrite"))] = False,
    ) -> None:
        terminal = open_terminal()
        report = make_backup(terminal.settings.sqlalchemy_url, to=file, overwrite=overwrite)
        terminal.out(
            terminal.text(
                "backup-made",
                path=str(report.path),
                guides=report.guides,
                questions=report.questions,
                kilobytes=max(1, report.size // 1024),
            )
        )
        terminal.note(terminal.text("backup-keys-apart"))

    @app.command("restore", help=teach("help-restore"))
    def restore(
        file: Annotated[Path, typer.Argument(metavar="FILE", help=teach("help-restore-file"))],
        overwrite: Annotated[bool, typer.Option("--overwrite", help=teach("help-restore-overwrite"))] = False,
    ) -> None:
        # Imported here: every other command starts without it.
        from bot.bootstrap_erasing import erase_again, erased_list, note_before_restoring

        terminal = open_terminal()
        if overwrite:
            note_before_restoring(terminal.settings)
        report = take_back(terminal.settings.sqlalchemy_url, backup_file=file, overwrite=overwrite)
        terminal.out(terminal.text("restore-done", guides=report.guides, questions=report.questions))
        if report.kept_aside:
            terminal.out(terminal.text("restore-kept-aside", path=str(report.kept_aside)))
        ring = read_keys(terminal.settings.sealing_keys)
        missing = report.keys - (ring.ids if ring else frozenset())
        if missing:
            terminal.note(terminal.text("restore-keys-wanted", ids=", ".join(sorted(missing))))
        elif erased_list(terminal.settings).ids():
            with open_library(terminal.settings) as library:
                terminal.out(terminal.text("restore-erased-again", count=erase_again(library)))
