"""What crosses the pipe: one JSON object from the child, a document or a refusal.

The child has touched hostile bytes, so the guard believes nothing: every field is checked for type, and text is
cleaned again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.core.guides.characters import one_line
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.messages import Message
from bot.errors import Argument, DocumentRefused

_LONGEST_ARGUMENT = 400


class AnswerMalformed(ValueError):
    """The child's answer is not in the agreed form."""


def encode_document(document: ExtractedDocument, missing_limits: tuple[str, ...]) -> bytes:
    """The child's answer when the file could be read."""
    blocks = [[b.kind.value, b.text, b.level, b.page, list(b.asked)] for b in document.blocks]
    warnings = [[w.key, dict(w.arguments)] for w in document.warnings]
    answer = {"blocks": blocks, "pages": document.pages, "details": document.details, "warnings": warnings}
    return json.dumps({**answer, "missing_limits": missing_limits}, ensure_ascii=False).encode("utf-8", "replace")


def encode_refusal(key: str, arguments: Mapping[str, Argument]) -> bytes:
    """The child's answer when the file is refused."""
    return json.dumps({"refused": key, "arguments": dict(arguments)}, ensure_ascii=False).encode("utf-8", "replace")


def decode_answer(data: bytes, *, file_name: str) -> ExtractedDocument:
    """The document. Raises DocumentRefused (with `file` added) or AnswerMalformed."""
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise AnswerMalformed("not JSON") from error
    if not isinstance(answer, dict):
        raise AnswerMalformed("not an object")
    if "refused" in answer:
        key = _text(answer["refused"])
        if not key.startswith("refused-"):
            raise AnswerMalformed("unknown refusal")
        raise DocumentRefused(key, **{**_arguments(answer.get("arguments")), "file": file_name})
    try:
        return _document(answer, file_name)
    except (KeyError, TypeError, ValueError) as error:
        raise AnswerMalformed("a field is missing or of the wrong type") from error


def _document(answer: Mapping[str, Any], file_name: str) -> ExtractedDocument:
    pages = answer["pages"]
    return ExtractedDocument(
        blocks=tuple(block for item in answer["blocks"] if (block := _block(item)).text),
        pages=None if pages is None else _number(pages),
        details={_text(name): _detail(value) for name, value in answer["details"].items()},
        warnings=tuple(
            Message(_text(key), {**_arguments(arguments), "file": file_name}) for key, arguments in answer["warnings"]
        ),
    )


def _block(item: Any) -> Block:
    kind, text, level, page, asked = item
    return Block(
        kind=BlockKind(kind),
        text=one_line(_text(text)),
        level=_number(level),
        page=None if page is None else _number(page),
        asked=tuple(one_line(_text(question)) for question in asked),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise AnswerMalformed("expected text")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise AnswerMalformed("expected a number")
    return value


def _detail(value: Any) -> str | list[str]:
    return [one_line(_text(item)) for item in value] if isinstance(value, list) else one_line(_text(value))


def _arguments(value: Any) -> dict[str, Argument]:
    if not isinstance(value, dict):
        raise AnswerMalformed("expected arguments")
    arguments: dict[str, Argument] = {}
    for name, argument in value.items():
        if isinstance(argument, str):
            arguments[_text(name)] = one_line(argument)[:_LONGEST_ARGUMENT]
        else:
            arguments[_text(name)] = _number(argument)
    return arguments
