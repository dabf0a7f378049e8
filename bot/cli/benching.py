"""`minori bench`: each command measures one thing, mostly beside what one would use instead."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.bootstrap import beyond_topics, bundled_files
from bot.cli.console import CommandFailed, Terminal


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `bench`."""
    bench = typer.Typer(help=teach("help-bench"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(bench, name="bench")
    kinds = (_add_retrieval, _add_answers, _add_lines, _add_listening, _add_transport, _add_arrivals, _add_tick)
    for add in (*kinds, _add_sheets, _add_figures, _add_digest, _add_cockpit, _add_packs):
        add(bench, teach, open_terminal)


def _add_retrieval(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("retrieval", help=teach("help-bench-retrieval"))
    def retrieval(
        passages: Annotated[Path, typer.Option("--passages", help=teach("help-bench-passages"))],
        questions: Annotated[Path, typer.Option("--questions", help=teach("help-bench-questions"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        # Imported here: every other command starts without them.
        from bot.bench.retrieval import measure_retrieval, read_passages, read_questions

        terminal = open_terminal()
        held, asked = read_passages(passages), read_questions(questions)
        with terminal.progress("progress-bench") as advance:
            rows = measure_retrieval(held, asked, embedder_name=terminal.settings.embedder, progress=advance)
        if as_json:
            for row in rows:
                terminal.json(row)
            return
        terminal.out(terminal.text("bench-retrieval-heading", passages=len(held), questions=len(asked)))
        terminal.out("  ".join(f"{name:>12}" for name in rows[0]))
        for row in rows:
            terminal.out("  ".join(f"{row[name]:>12}" for name in rows[0]))


def _add_answers(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("answers", help=teach("help-bench-answers"))
    def answers(
        questions: Annotated[list[Path], typer.Option("--questions", help=teach("help-bench-labelled"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.answers import measure_answers, read_labelled

        terminal = open_terminal()
        labelled = [row for path in questions for row in read_labelled(path)]
        with terminal.progress("progress-bench") as advance:
            report = measure_answers(labelled, bundled_files(), beyond_topics(), progress=advance)
        for row in report.rows():
            if as_json:
                terminal.json(row)
            else:
                terminal.out("  ".join(f"{name}={value}" for name, value in row.items()))
        if not as_json:
            for wrong in report.wrong:
                terminal.out(f"  ! {wrong.id}: {wrong.question} → {wrong.got}")


def _add_lines(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("lines", help=teach("help-bench-lines"))
    def lines(
        files: Annotated[list[Path], typer.Option("--file", help=teach("help-bench-lines-file"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.lines import measure_lines, read_lines

        terminal = open_terminal()
        labelled = [row for path in files for row in read_lines(path)]
        with terminal.progress("progress-bench") as advance:
            rows = measure_lines(labelled, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_listening(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("listening", help=teach("help-bench-listening"))
    def listening(
        files: Annotated[list[Path], typer.Option("--file", help=teach("help-bench-listening-file"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.listening import measure_listening, read_sentences

        terminal = open_terminal()
        labelled = [row for path in files for row in read_sentences(path)]
        with terminal.progress("progress-bench") as advance:
            rows = measure_listening(labelled, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_transport(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("acks", help=teach("help-bench-acks"))
    def acks(
        waiting: Annotated[int, typer.Option("--waiting", min=1, help=teach("help-bench-waiting"))] = 100,
        count: Annotated[int, typer.Option("--count", min=1, help=teach("help-bench-count"))] = 600,
        per_second: Annotated[float, typer.Option("--per-second", min=0.1, help=teach("help-bench-per-second"))] = 20,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.acks import measure_acks

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_acks(waiting=waiting, count=count, per_second=per_second, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)

    @bench.command("signatures", help=teach("help-bench-signatures"))
    def signatures(
        count: Annotated[int, typer.Option("--count", min=1, help=teach("help-bench-forged"))] = 100_000,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.signatures import measure_signatures

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            row = measure_signatures(count, progress=advance)
        _show(terminal, row, as_json=as_json)
        if row["accepted"] or row["server_errors"]:
            raise CommandFailed


def _add_arrivals(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("arrivals", help=teach("help-bench-arrivals"))
    def arrivals(
        rate: Annotated[float, typer.Option("--rate", min=0.1, help=teach("help-bench-rate"))] = 83,
        seconds: Annotated[float, typer.Option("--seconds", min=1, help=teach("help-bench-seconds"))] = 600,
        questions: Annotated[float, typer.Option("--questions", min=0, max=80, help=teach("help-bench-share"))] = 5,
        settle: Annotated[float, typer.Option("--settle", min=0, help=teach("help-bench-settle"))] = 60,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.arrivals import measure_arrivals

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_arrivals(
                rate=rate, seconds=seconds, questions=questions / 100, settle_s=settle, progress=advance
            )
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_tick(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("tick", help=teach("help-bench-tick"))
    def tick(
        encounters: Annotated[int, typer.Option("--encounters", min=1, help=teach("help-bench-encounters"))] = 100_000,
        due: Annotated[int, typer.Option("--due", min=0, help=teach("help-bench-due"))] = 1_000,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.tick import measure_tick

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_tick(encounters, due, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_sheets(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("sheets", help=teach("help-bench-sheets"))
    def sheets(
        count: Annotated[int, typer.Option("--count", min=1, help=teach("help-bench-sheets-count"))] = 20,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.sheets import measure_sheets

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_sheets(count, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_figures(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("figures", help=teach("help-bench-figures"))
    def figures(
        firms: Annotated[int, typer.Option("--firms", min=1, help=teach("help-bench-figures-firms"))] = 200,
        encounters: Annotated[int, typer.Option("--encounters", min=1, help=teach("help-bench-encounters"))] = 10_000,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.figures import measure_figures

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_figures(firms=firms, encounters=encounters, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_digest(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("digest", help=teach("help-bench-digest"))
    def digest(
        firms: Annotated[int, typer.Option("--firms", min=1, help=teach("help-bench-figures-firms"))] = 200,
        encounters: Annotated[int, typer.Option("--encounters", min=1, help=teach("help-bench-encounters"))] = 10_000,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.digest import measure_digest

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_digest(firms=firms, encounters=encounters, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_cockpit(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("cockpit", help=teach("help-bench-cockpit"))
    def cockpit(
        firms: Annotated[int, typer.Option("--firms", min=1, help=teach("help-bench-figures-firms"))] = 200,
        encounters: Annotated[int, typer.Option("--encounters", min=1, help=teach("help-bench-encounters"))] = 10_000,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.cockpit import measure_cockpit

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_cockpit(firms=firms, encounters=encounters, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _add_packs(bench: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @bench.command("packs", help=teach("help-bench-packs"))
    def packs(
        firms: Annotated[int, typer.Option("--firms", min=1, help=teach("help-bench-figures-firms"))] = 200,
        encounters: Annotated[int, typer.Option("--encounters", min=1, help=teach("help-bench-encounters"))] = 10_000,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        from bot.bench.packs import measure_packs

        terminal = open_terminal()
        with terminal.progress("progress-bench") as advance:
            rows = measure_packs(firms=firms, encounters=encounters, progress=advance)
        for row in rows:
            _show(terminal, row, as_json=as_json)


def _show(terminal: Terminal, row: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        terminal.json(row)
    else:
        terminal.out("  ".join(f"{name}={value}" for name, value in row.items()))
