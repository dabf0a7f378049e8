"""What `minori doctor` says of messages owed in the chat, and of when what brings them last ran."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.adapters.storage.database import Database
from bot.cli.console import Terminal
from bot.cli.findings import Finding
from bot.core.deliveries.models import DeliveryState
from bot.core.nudges.silence import BACK

SILENT_FOR = timedelta(minutes=15)
"""Whoever is silent for longer, while a server runs, has stopped."""


def examine_deliveries(terminal: Terminal, database: Database, *, is_running: bool, now: datetime) -> Iterator[Finding]:
    """What is owed, in doubt or given up; messages that stood there twice; when each routine last ran (real `now`)."""
    counts = database.deliveries.counts()
    in_doubt = counts.get(DeliveryState.AMBIGUOUS, 0)
    waiting = counts.get(DeliveryState.PENDING, 0) + counts.get(DeliveryState.SENDING, 0)
    given_up, twins = counts.get(DeliveryState.DEAD, 0), database.deliveries.twins()
    text = terminal.text("doctor-deliveries", waiting=waiting, in_doubt=in_doubt, given_up=given_up, twins=twins)
    yield Finding("deliveries", True, text, terminal.text("doctor-twins-advice") if twins else "")
    # One that beats when it runs again after a silence beats once, and would be taken for another silence.
    beats = {name: at for name, at in database.heartbeats.all().items() if name != BACK}
    if not beats:
        yield Finding("ticks", True, terminal.text("doctor-ticks-none"))
        return
    ages = {name: max(timedelta(0), now - at) for name, at in beats.items()}
    named = ", ".join(f"{name} {_ago(age)}" for name, age in ages.items())
    silent = is_running and max(ages.values()) > SILENT_FOR
    advice = terminal.text("doctor-ticks-advice", minutes=SILENT_FOR // timedelta(minutes=1)) if silent else ""
    yield Finding("ticks", True, terminal.text("doctor-ticks", names=named), advice)


def _ago(age: timedelta) -> str:
    """`-1d 02:03:04`: how long ago, in a notation that needs no language."""
    seconds = int(age.total_seconds())
    days, rest = divmod(seconds, 86_400)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"-{days}d {clock}" if days else f"-{clock}"
