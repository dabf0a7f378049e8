"""What `minori doctor` looks at: settings, disk, database, guides, people, indexes, the reader's guard, the
language model, and Slack."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from bot.adapters.document_readers.limits_probe import missing_limits
from bot.adapters.index_lock import IndexLock
from bot.adapters.storage.key_file import is_private, read_keys
from bot.bootstrap import Library, make_chat_model, open_application
from bot.cli.console import Terminal
from bot.cli.doctor_deliveries import examine_deliveries
from bot.cli.doctor_people import examine_people
from bot.cli.doctor_slack import examine_slack
from bot.cli.findings import Finding
from bot.cli.session import library_of
from bot.core.answering.chat_port import ChatModelUnavailable
from bot.core.clock import SystemClock
from bot.core.handovers.models import OPEN_STATES
from bot.errors import DependencyError, IndexesInUse, KeysNotFit

_LITTLE_DISK = 500_000_000


def examine(terminal: Terminal) -> list[Finding]:
    """Look at everything; nothing is changed but indexes that have to be made anew."""
    findings = [*_settings(terminal), _disk(terminal)]
    is_running = _is_running(terminal)
    try:
        with library_of(terminal) as library:
            findings += [*_database(terminal, library), *_keys(terminal), *_guides(terminal, library)]
            findings += [*examine_people(terminal, library), *_indexes(terminal, library)]
            real_now = SystemClock().now()
            findings += examine_deliveries(terminal, library.database, is_running=is_running, now=real_now)
    except KeysNotFit as error:
        # Its sentence says what to do.
        findings.append(Finding("keys", False, terminal.text(error.key, **error.arguments), ""))
    except DependencyError as error:
        text = terminal.text("doctor-database-closed", reason=error.reason)
        findings.append(Finding("database", False, text, terminal.text("doctor-database-advice")))
    slack = examine_slack(terminal, is_running=is_running)
    return [*findings, *_guard(terminal), *_model(terminal), *slack]


def _is_running(terminal: Terminal) -> bool:
    """Does another process work with this data, such as the bot in Slack?"""
    try:
        IndexLock(terminal.settings.data_dir / "indexes").release()
    except IndexesInUse:
        return True
    except DependencyError:
        return False
    return False


def _settings(terminal: Terminal) -> Iterator[Finding]:
    given = {name: value for name, value in terminal.settings.shown().items() if value}
    shown = ", ".join(f"{name}={value}" for name, value in given.items())
    yield Finding("settings", True, terminal.text("doctor-settings", settings=shown))


def _disk(terminal: Terminal) -> Finding:
    folder = terminal.settings.data_dir
    present = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(present).free
    text = terminal.text("doctor-disk", path=str(folder), megabytes=free // 1_000_000)
    is_well = free > _LITTLE_DISK
    return Finding("disk", is_well, text, "" if is_well else terminal.text("doctor-disk-advice"))


def _database(terminal: Terminal, library: Library) -> Iterator[Finding]:
    problems = library.database.check()
    for problem in problems:
        advice = terminal.text("doctor-database-advice")
        yield Finding("database", False, terminal.message(problem), advice)
    if not problems:
        yield Finding("database", True, terminal.text("doctor-database"))


def _keys(terminal: Terminal) -> Iterator[Finding]:
    """The database was opened: so they fit."""
    file = terminal.settings.sealing_keys
    ring = read_keys(file)
    if ring is None:
        return
    advice = terminal.text("doctor-keys-together") if terminal.settings.key_file is None else ""
    yield Finding("keys", True, terminal.text("doctor-keys", id=ring.newest.id, path=str(file)), advice)
    if not is_private(file):
        text, advice = terminal.text("doctor-keys-open", path=str(file)), terminal.text("doctor-keys-open-advice")
        yield Finding("keys_open", False, text, advice)


def _guides(terminal: Terminal, library: Library) -> Iterator[Finding]:
    guides = library.guides.list()
    cited = [guide for guide in guides if not guide.is_retired]
    expired = [guide.guide_id for guide in cited if guide.has_expired]
    text = terminal.text("doctor-guides", cited=len(cited), retired=len(guides) - len(cited))
    yield Finding("guides", bool(cited), text, "" if cited else terminal.text("doctor-guides-advice"))
    if expired:
        names = ", ".join(expired)
        yield Finding("expired", True, terminal.text("doctor-expired", guides=names))
    waiting = len(library.database.handovers.in_state(OPEN_STATES))
    yield Finding("handed_over", True, terminal.text("doctor-handed-over", count=waiting))


def _indexes(terminal: Terminal, library: Library) -> Iterator[Finding]:
    try:
        with open_application(library) as application:
            serving = application.indexes.serving(wait=True)
            key = "doctor-indexes-remade" if application.indexes.rebuilds else "doctor-indexes"
            text = terminal.text(key, passages=serving.lexical.size)
            yield Finding("indexes", serving.is_whole, text, "" if serving.is_whole else _half_advice(terminal))
    except IndexesInUse:
        yield Finding("indexes", True, terminal.text("doctor-indexes-in-use"))
    except DependencyError as error:
        text = terminal.text("doctor-indexes-broken", reason=error.reason)
        yield Finding("indexes", False, text, terminal.text("doctor-indexes-advice"))


def _half_advice(terminal: Terminal) -> str:
    """What to do where only words are searched: an outside embedder does not answer, or a folder is damaged."""
    embedder = terminal.settings.embedder
    if embedder != "local":
        return terminal.text("doctor-embedder-advice", embedder=embedder)
    return terminal.text("doctor-indexes-advice")


def _guard(terminal: Terminal) -> Iterator[Finding]:
    missing = missing_limits()
    if missing:
        text = terminal.text("doctor-guard-missing", limits=", ".join(missing))
        yield Finding("file_guard", True, text, terminal.text("doctor-guard-advice"))
    else:
        yield Finding("file_guard", True, terminal.text("doctor-guard"))


def _model(terminal: Terminal) -> Iterator[Finding]:
    model = make_chat_model(terminal.settings)
    if model is None:
        yield Finding("model", True, terminal.text("doctor-no-model"))
        return
    try:
        model.check()
    except ChatModelUnavailable as error:
        yield Finding("model", False, terminal.message(error.message), terminal.text("doctor-model-advice"))
    else:
        yield Finding("model", True, terminal.text("doctor-model", model=terminal.settings.chat_model or ""))
