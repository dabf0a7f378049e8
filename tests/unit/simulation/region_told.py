"""A small region, lived in a process of its own: what was said, pressed and written down, told as JSON.

python -m tests.unit.simulation.region_told <an empty folder> <the number>
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import inspect, text

from bot.bootstrap import Application
from bot.core.messages import Sentences
from bot.platforms.slack.drawing import SlackDrawing
from bot.simulation.region.conversations import Standing
from bot.simulation.region.living import Lived, Wanted, live

_FIRST, _LAST, _FIRMS = date(2026, 4, 1), date(2026, 4, 20), 6
_OF_THE_MACHINE = {"heartbeat", "index_pointer", "sealing_key"}
"""What is true of one machine at one moment alone: its own time, its keys, the names of its files."""
_MEASURED = {"build_id", "duration_ms"}


class Told:
    """What people see of it."""

    def __init__(self) -> None:
        self.records: dict[str, list[str]] = {}
        self._sentences: Sentences | None = None

    def look(self, application: Application) -> None:
        """Every row of every table; of what is sealed, how long it is."""
        self._sentences = application.library.sentences
        engine = application.library.database.engine
        with engine.connect() as connection:
            for table in sorted(set(inspect(engine).get_table_names()) - _OF_THE_MACHINE):
                found = connection.execute(text(f'SELECT * FROM "{table}"')).mappings().all()
                self.records[table] = sorted(
                    str({name: _seen(value) for name, value in row.items() if name not in _MEASURED}) for row in found
                )

    def messages(self, lived: Lived) -> Iterator[list[object]]:
        """As they stand in the conversations, in order; what is ours as it is drawn."""
        for one in lived.conversations.in_order():
            files = [(made.name, made.alt_text) for made in one.files]
            yield [one.conversation, one.ts, one.thread, one.by, one.text, one.delivery_id, files, self._drawn(one)]

    def _drawn(self, one: Standing) -> object:
        if one.reply is None or self._sentences is None:
            return None
        drawn = SlackDrawing(self._sentences, one.locale).message(one.reply)
        return [drawn.text, list(drawn.blocks)]


def _seen(value: object) -> object:
    return len(value) if isinstance(value, bytes) else value


def main(folder: Path, seed: int) -> None:
    """Live it, and print what came of it."""
    told = Told()
    lived = live(Wanted(first=_FIRST, last=_LAST, firms=_FIRMS, seed=seed), folder, ended=told.look)
    counted = {"pressed": lived.pressed, "refused": lived.refused, "missing": lived.missing, "sent": lived.sent}
    sys.stdout.write(json.dumps({"counted": counted, "messages": list(told.messages(lived)), "records": told.records}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
