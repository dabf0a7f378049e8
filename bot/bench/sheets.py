"""How long the files of a value card take, beside what one would use instead.

For the page that is LibreOffice, which turns the slide into a PDF and a picture (where it is installed), and Pillow,
which writes the same facts as plain lines onto a picture of the same size: no figure, no layout, the least there is.
Every file is of another card. `first_ms` is the first one in a new process, from the start of the interpreter's work:
libraries, sentences and fonts still to be loaded. `cold_ms` is the first one of a server that has its sentences,
`started_ms` the same after it has warmed up, which it does beside its serving in `warming_ms`. `cpu_ms` is the work of
the processors (median).
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time as real_time
from collections.abc import Callable, Sequence
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from bot.adapters.pictures.hand_outs import CardHandOuts
from bot.adapters.pictures.sheet_lines import sheet_lines
from bot.adapters.pictures.typeface import FONTS
from bot.adapters.pictures.warming import warm_up
from bot.adapters.sentences import FluentSentences
from bot.bench.sheet_samples import AT, FIRM, long_card, numbered, typical_card
from bot.core.coaching.cards.models import ValueCard
from bot.core.coaching.cards.sheet_wording import card_sheet
from bot.core.messages import Message
from bot.core.outgoing import ENDINGS
from bot.resources import prompts_folder

Progress = Callable[[int, int], None]

_A4 = (1240, 1754)
"""Pixels at 150 dots an inch, those of our picture."""
_CARDS = {"typical": typical_card, "long": long_card}
_KINDS = ("png", "pdf", "pptx", "md", "xlsx")
_OFFICE = "soffice"
_OFFICE_SECONDS = 120
_OFFICE_ROUNDS = 3


def measure_sheets(rounds: int, *, progress: Progress) -> list[dict[str, Any]]:
    """One row for each file and card, then those of the baselines, then the ratios."""
    rows: list[dict[str, Any]] = []
    steps = [(kind, card) for card in _CARDS for kind in _KINDS]
    for number, (kind, card) in enumerate(steps, start=1):
        makers = [maker(kind, numbered(_CARDS[card](), each)) for each in range(rounds)]
        first = {"first_ms": _first(kind, card), **_started(kind, card)}
        rows.append({"system": "minori", "file": kind, "card": card, **first, **_timed(makers)})
        progress(number, len(steps) + 2)
    rows.append(_pillow(rounds))
    progress(len(steps) + 1, len(steps) + 2)
    rows += _office()
    progress(len(steps) + 2, len(steps) + 2)
    return [*rows, *_ratios(rows)]


def maker(kind: str, card: ValueCard) -> Callable[[], bytes]:
    """What makes a file of the card, in Japanese."""
    (file,) = (one for one in CardHandOuts()(card, FIRM, "ja") if ENDINGS[one.media_type] == f".{kind}")
    say = _say()
    return lambda: file.make(say)


def print_first(kind: str, card: str, started: float) -> None:
    """Run in a new process: the milliseconds since `started` (real_time.perf_counter) until the first file is made."""
    maker(kind, _CARDS[card]())()
    sys.stdout.write(f"{(real_time.perf_counter() - started) * 1000:.1f}")


def print_started(kind: str, card: str, *, is_warm: bool) -> None:
    """Run in a new process: how long a server warms up, and after that until the first file is made."""
    sentences, started = _sentences(), real_time.perf_counter()
    if is_warm:
        warm_up(sentences)
    warmed = real_time.perf_counter()
    maker(kind, _CARDS[card]())()
    ended = real_time.perf_counter()
    sys.stdout.write(f"{(warmed - started) * 1000:.1f} {(ended - warmed) * 1000:.1f}")


@cache
def _sentences() -> FluentSentences:
    """Read, and ready to be said."""
    sentences = FluentSentences(prompts_folder() / "sentences")
    sentences.say(Message("sheet-card"), locale="ja")
    return sentences


@cache
def _say() -> Callable[[Message], str]:
    sentences = _sentences()
    return lambda message: sentences.say(message, locale="ja")


def _timed(makers: Sequence[Callable[[], bytes]]) -> dict[str, float]:
    taken, worked, size = [], [], 0
    for make in makers:
        started, work = real_time.perf_counter(), _processor_seconds()
        size = len(make())
        taken.append((real_time.perf_counter() - started) * 1000)
        worked.append((_processor_seconds() - work) * 1000)
    taken.sort()
    return {
        "p50_ms": round(statistics.median(taken), 1),
        "p95_ms": round(taken[min(len(taken) - 1, int(len(taken) * 0.95))], 1),
        "cpu_ms": round(statistics.median(worked), 1),
        "kb": round(size / 1000, 1),
    }


def _processor_seconds() -> float:
    """What this process and those it waited for have used of the processors: other programs beside it do not count."""
    return real_time.process_time() + sum(os.times()[2:4])


def _first(kind: str, card: str) -> float:
    code = (
        "import time; started = time.perf_counter()\n"
        f"from bot.bench.sheets import print_first; print_first({kind!r}, {card!r}, started)"
    )
    return float(_printed(code))


def _started(kind: str, card: str) -> dict[str, float]:
    """The first file of a server that has warmed up, and of one that has not."""
    code = "from bot.bench.sheets import print_started; print_started({!r}, {!r}, is_warm={})"
    _, cold = map(float, _printed(code.format(kind, card, False)).split())
    warming, started = map(float, _printed(code.format(kind, card, True)).split())
    return {"cold_ms": cold, "warming_ms": warming, "started_ms": started}


def _printed(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    return ran.stdout


def _pillow(rounds: int) -> dict[str, Any]:
    sheet = card_sheet(typical_card(), firm=FIRM.name, say=_say(), on=AT.date())
    font = ImageFont.truetype(str(FONTS / "NotoSansJP-Regular.ttf"), 20)

    def draw() -> bytes:
        page, written = Image.new("RGB", _A4, "white"), BytesIO()
        lines = (line[at : at + 54] for line in sheet_lines(sheet) for at in range(0, len(line), 54))
        ImageDraw.Draw(page).multiline_text((75, 75), "\n".join(lines), "black", font)
        page.save(written, "PNG")
        return written.getvalue()

    return {"system": "pillow", "file": "png", "card": "typical", **_timed([draw] * rounds)}


def _office() -> list[dict[str, Any]]:
    """LibreOffice, once for each file: it starts anew every time, as it would behind a bot."""
    program = shutil.which(_OFFICE)
    if program is None:
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        slide = folder / "slide.pptx"
        slide.write_bytes(maker("pptx", typical_card())())
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to"]

        def convert(kind: str) -> bytes:
            ran = [*command, kind, "--outdir", name, str(slide)]
            subprocess.run(ran, check=True, capture_output=True, timeout=_OFFICE_SECONDS)  # noqa: S603
            return slide.with_suffix(f".{kind}").read_bytes()

        convert("pdf")  # makes the profile
        rows = []
        for kind in ("png", "pdf"):
            times = _timed([partial(convert, kind)] * _OFFICE_ROUNDS)
            rows.append({"system": "libreoffice", "file": kind, "card": "typical", **times})
        return rows


def _ratios(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ours = {row["file"]: row["p50_ms"] for row in rows if row["system"] == "minori" and row["card"] == "typical"}
    return [
        {
            "ratio": f"{row['system']} / minori",
            "file": row["file"],
            "times": round(row["p50_ms"] / ours[row["file"]], 2),
        }
        for row in rows
        if row["system"] != "minori"
    ]
