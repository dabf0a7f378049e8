"""What a call was given: query, form and JSON read alike, each value by the type its method wants."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.workspace.errors import ApiError

_TRUE = frozenset({"1", "true", "True"})
_FALSE = frozenset({"", "0", "false", "False"})
_TS = re.compile(r"\d{9,11}\.\d{1,6}")


class Arguments:
    """The arguments of one call; a value that is not given, or null, counts as absent."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = {name: value for name, value in given.items() if value is not None}

    def __contains__(self, name: str) -> bool:
        return name in self._given

    def everything(self) -> dict[str, Any]:
        """Return all that was given but the token."""
        return {name: value for name, value in self._given.items() if name != "token"}

    def text(self, name: str, default: str = "") -> str:
        """Return a string, or a number written out. Raises ApiError invalid_arguments for anything else."""
        value = self._given.get(name, default)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise refused(f"must be a string: {name}")
        return str(value)

    def required(self, name: str) -> str:
        """Return a string that must be there and not empty. Raises ApiError invalid_arguments."""
        value = self.text(name)
        if not value:
            raise refused(f"missing required field: {name}")
        return value

    def flag(self, name: str) -> bool | None:
        """Return a boolean, given as one or as "1", "true", "0", "false"; None if absent."""
        value = self._given.get(name)
        if value is None or isinstance(value, bool):
            return value
        written = str(value)
        if written not in _TRUE | _FALSE:
            raise refused(f"must be a boolean: {name}")
        return written in _TRUE

    def number(self, name: str, default: int, *, error: str = "invalid_arguments") -> int:
        """Return a whole number. Raises ApiError `error`."""
        try:
            return int(self.text(name, str(default)) or default)
        except ValueError:
            raise ApiError(error, messages=[f"[ERROR] must be a number: {name}"]) from None

    def parsed(self, name: str, *, error: str) -> Any:
        """Return a JSON value, given as such or written in a string; None if absent. Raises ApiError `error`."""
        value = self._given.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise ApiError(error, messages=[f"[ERROR] {name} must be valid JSON"]) from None

    def names(self, name: str) -> list[str]:
        """Return a list given as one, as JSON, or with commas between. Raises ApiError invalid_arguments."""
        value = self._given.get(name, "")
        if isinstance(value, str) and value.startswith("["):
            value = self.parsed(name, error="invalid_arguments")
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise refused(f"must be a list of strings: {name}")
        return value

    def ts(self, name: str, *, error: str) -> str:
        """Return a timestamp in the length the workspace writes it, "" if absent. Raises ApiError `error`."""
        value = self.text(name)
        if value in ("", "0", "now"):
            return ""
        if value.isdigit():
            value += ".0"
        if not _TS.fullmatch(value):
            raise ApiError(error, messages=[f"[ERROR] {value} is not a valid {name}"])
        seconds, _, fraction = value.partition(".")
        return f"{seconds}.{fraction:0<6}"


def refused(message: str) -> ApiError:
    """Return the refusal of an argument."""
    return ApiError("invalid_arguments", messages=[f"[ERROR] {message}"])
