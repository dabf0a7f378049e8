"""The pages say what is: settings, make targets, files and links exist, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, variable

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_of(page: Path) -> list[str]:
    """Lines of code blocks and pieces of inline code, comments dropped."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```\w*\n.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()] + inline


def setting_rows() -> dict[str, list[str]]:
    rows = [line for line in read("docs/settings.md").splitlines() if re.match(r"\| `(MINORI|SLACK)_", line)]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
    return {cell[0].strip("`"): cell[1:] for cell in cells}


def test_the_settings_page_has_every_setting_and_no_other() -> None:
    assert list(setting_rows()) == [variable(name) for name in Settings.model_fields]


@pytest.mark.parametrize("name", list(Settings.model_fields))
def test_the_settings_page_has_the_values_and_the_default(name: str) -> None:
    field = Settings.model_fields[name]
    accepts, default, meaning = setting_rows()[variable(name)]
    assert isinstance(field.json_schema_extra, dict)
    assert accepts.strip("`").replace("\\|", "|") == field.json_schema_extra["accepts"]
    assert meaning.startswith(str(field.description).split(";")[0].split(",")[0])
    if field.default_factory is not None:
        assert default == "see below"
    elif isinstance(field.default, bool):
        assert default == ("`on`" if field.default else "`off`")
    elif field.default is not None:
        assert default == f"`{field.default:g}`" if isinstance(field.default, float | int) else f"`{field.default}`"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_no_page_names_a_variable_that_does_not_exist(page: Path) -> None:
    known = {variable(name) for name in Settings.model_fields}
    assert set(re.findall(r"MINORI_[A-Z_]+[A-Z]", page.read_text(encoding="utf-8"))) <= known


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    dead = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_named_file_exists(page: Path) -> None:
    """Paths in inline code that begin with a folder of ours; `…` and `*` stand for any name."""
    named = {
        piece
        for piece in code_of(page)
        if re.match(r"^(bot|prompts|knowledge|tests|docs|\.ci)/[\w./*-]*$", piece) and "…" not in piece
    }
    assert sorted(piece for piece in named if not any(ROOT.glob(piece.rstrip("/")))) == []


def targets() -> set[str]:
    return set(re.findall(r"^\.PHONY: ([\w-]+)$", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_make_target_exists(page: Path) -> None:
    named = {match[1] for piece in code_of(page) if (match := re.match(r"^make ([a-z-]+)", piece))}
    assert named <= targets()


def test_make_explains_every_target() -> None:
    explained = set(re.findall(r"make ([\w-]+) {2,}", read("Makefile")))
    assert explained == targets() - {"help"}


def test_the_index_lists_every_page() -> None:
    index = read("docs/index.md")
    listed = {(ROOT / "docs" / link).resolve() for link in re.findall(r"\]\(([^)]+\.md)\)", index)}
    assert {page for page in PAGES if page.name != "index.md"} <= listed


def test_both_readmes_show_the_same_commands() -> None:
    english, japanese = (
        [line for line in code_of(ROOT / name) if line.startswith((".venv/", "make ", "export "))]
        for name in ("README.md", "README.ja.md")
    )
    assert english == japanese
