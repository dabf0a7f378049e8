"""The scripts there are: the file of today for walks that begin, the stored text for each that has begun."""

from __future__ import annotations

from bot.core.coaching.walks.ports import WalkStore
from bot.core.coaching.walks.script import Script, digest_of, load_script
from bot.errors import DataFileError

_PATH = "prompts/interviews/value_walk.yaml"


class ScriptShelf:
    """The `Scripts` of a program: `text` is the file as it was read at start. Raises DataFileError."""

    def __init__(self, text: str, *, store: WalkStore, path: str = _PATH) -> None:
        self._store, self._text, self._digest = store, text, digest_of(text)
        self._known = {self._digest: load_script(text, path=path)}
        self._is_kept = False

    def current(self) -> tuple[str, Script]:
        """The digest and the script of the file, its text kept before anybody begins with it."""
        if not self._is_kept:
            self._store.keep_script(self._digest, self._text)
            self._is_kept = True
        return self._digest, self._known[self._digest]

    def of(self, digest: str) -> Script:
        """The script with this digest. Raises DataFileError where its text is gone or cannot be read."""
        if digest not in self._known:
            text = self._store.script(digest)
            if text is None:
                raise DataFileError(_PATH, f"the version {digest[:12]} that a walk began with is not on record")
            self._known[digest] = load_script(text, path=f"{_PATH} as stored ({digest[:12]})")
        return self._known[digest]
