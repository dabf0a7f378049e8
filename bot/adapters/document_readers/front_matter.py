"""The YAML between two lines of `---` at the head of a Markdown or text file, passed on raw.

Which keys mean something is decided by the core; here only the form is checked: names with a value or a flat list.
"""

from __future__ import annotations

import re
from datetime import date

from bot.errors import DocumentRefused

_FENCE = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LOOKS_LIKE_YAML = re.compile(r"\A---[ \t]*\n[ \t]*[A-Za-z_][\w-]*:(?: |\n)")


def split(text: str) -> tuple[dict[str, str | list[str]], str]:
    """Front matter and the rest of the text (line breaks must be \\n). Raises DocumentRefused with the line."""
    found = _FENCE.match(text)
    if found is None:
        if _LOOKS_LIKE_YAML.match(text):
            raise DocumentRefused("refused-front-matter", line=1)
        return {}, text
    inside = found[1] or ""
    if not inside.strip() or not re.search(r"^[^\s#][^:\n]*:(?:\s|$)", inside, re.MULTILINE):
        # Two horizontal rules around prose; in Markdown this is common.
        return {}, text
    return _details(inside), text[found.end() :]


def _details(inside: str) -> dict[str, str | list[str]]:
    # Imported here: most files have no front matter, and the child should start quickly.
    import yaml

    try:
        raw = yaml.safe_load(inside)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DocumentRefused("refused-front-matter", line=(mark.line if mark else 0) + 2) from error
    except (yaml.YAMLError, ValueError) as error:
        raise DocumentRefused("refused-front-matter", line=_line_of_bad_value(inside)) from error
    if not isinstance(raw, dict):
        raise DocumentRefused("refused-front-matter", line=2)
    return {str(name): _value(value, _line_of(inside, str(name))) for name, value in raw.items() if value is not None}


def _value(value: object, line: int) -> str | list[str]:
    if isinstance(value, list):
        return [_scalar(item, line) for item in value if item is not None]
    return _scalar(value, line)


def _scalar(value: object, line: int) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return str(value).strip()
    raise DocumentRefused("refused-front-matter", line=line)


def _line_of(inside: str, name: str) -> int:
    """The line of the file on which a key stands; the opening fence is line 1."""
    for number, line in enumerate(inside.split("\n"), start=2):
        if line.partition(":")[0].strip("\"' ") == name:
            return number
    return 2


def _line_of_bad_value(inside: str) -> int:
    """YAML reports an impossible date (2026-13-45) without its place; look for it."""
    for number, line in enumerate(inside.split("\n"), start=2):
        value = line.partition(":")[2].strip()
        if re.fullmatch(r"\d{4}-\d\d?-\d\d?", value):
            try:
                date.fromisoformat(value)
            except ValueError:
                return number
    return 2
