"""Every `minori …` that a page shows can be parsed, and those of the README run, one after the other."""

from __future__ import annotations

import json
import re
import shlex
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from pptx import Presentation
from reportlab.pdfgen.canvas import Canvas
from typer.main import get_command

from bot.cli import main
from bot.cli.app import make_app
from tests.docs.test_pages import IDS, PAGES, code_of

README = next(page for page in PAGES if page.name == "README.md")
RUNS_ON = ("chat", "demo", "serve")
"""Commands that end when somebody says so."""


def commands_of(page: Path) -> list[list[str]]:
    """The arguments after `minori` of every command on a page."""
    starts = r"^(?:\S*/)?minori (?=[a-z-])|^docker compose run (?:--?\w+(?: \"[^\"]*\")? )*minori ?"
    return [shlex.split(re.sub(starts, "", piece)) for piece in code_of(page) if re.match(starts, piece)]


def parse(arguments: list[str]) -> None:
    """Walk to the command and have it parse the rest. Raises where either does not exist."""
    node: Any = get_command(make_app())
    rest = list(arguments)
    while rest and rest[0] in getattr(node, "commands", {}):
        node = node.commands[rest.pop(0)]
    if rest == ["--help"]:
        return
    assert not hasattr(node, "commands") or not rest, f"no command {rest} in {node.name}"
    if not hasattr(node, "commands"):
        node.make_context(node.name, rest)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_command_on_a_page_exists_with_its_options(page: Path) -> None:
    for arguments in commands_of(page):
        parse(arguments)


@pytest.mark.parametrize("arguments", [["aks", "x"], ["guides", "ad", "x"], ["guides", "add", "--no-such", "x"]])
def test_a_command_that_does_not_exist_is_found(arguments: list[str]) -> None:
    with pytest.raises(Exception, match=r"no command|No such option|no-such"):
        parse(arguments)


def test_the_readme_shows_every_command() -> None:
    root: Any = get_command(make_app())
    shown = {arguments[0] for arguments in commands_of(README)}
    assert set(root.commands) <= shown


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the files that the README speaks of; settings of the process are put back afterwards."""
    monkeypatch.chdir(tmp_path)
    canvas = Canvas("report.pdf")
    canvas.drawString(72, 720, "The annual report says how many meetings led to a second one.")
    canvas.save()
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = "実証の報告"
    slide.placeholders[1].text = "合わせ直しは1日8回から1回になりました。"
    slides.save("slides.pptx")
    Path("notes").mkdir()
    front_matter = "---\nid: trial-sheet\ntitle: 実証シートの書き方\nedition: 2030-01-01\n---\n"
    Path("notes/trial-sheet.md").write_text(front_matter + "# 実証シート\n\n決める日を書きます。\n", encoding="utf-8")
    Path("people.csv").write_text(
        "氏名,会社,メール\n佐藤 一郎,㈱山田製作所,ichiro@yamada.example.jp\n", encoding="cp932"
    )
    write("questions.jsonl", {"q": "実証の前に何を決めますか"})
    write(
        "P.jsonl",
        {"id": "1", "text": "名刺交換のお礼は翌営業日です。"},
        {"id": "2", "text": "実証には日付が要ります。"},
    )
    write("Q.jsonl", {"question": "お礼はいつ送りますか", "passage": "1"})
    with warnings.catch_warnings():
        yield tmp_path
    structlog.reset_defaults()


def write(name: str, *lines: dict[str, str]) -> None:
    Path(name).write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


@pytest.mark.loopback
def test_the_commands_of_the_readme_run(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = [arguments for arguments in commands_of(README) if arguments[0] not in RUNS_ON]
    assert len(ran) > 10
    for arguments in ran:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = capsys.readouterr()
        assert (arguments, ended.value.code, said.err if ended.value.code else "") == (arguments, 0, "")
        assert said.out or said.err
        if arguments[0] == "ask" and "--file" not in arguments:
            shows_what_it_says(said.out)


def shows_what_it_says(said: str) -> None:
    """The answer that both READMEs show is the one that is given; `…` stands for lines left out."""
    for page in (README, README.with_name("README.ja.md")):
        (shown,) = re.findall(r"^```text\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        place = 0
        for line in (line for line in shown.splitlines() if line.strip() not in {"", "…"}):
            place = said.find(line, place)
            assert place >= 0, f"{page.name} shows a line that is not said: {line}"
