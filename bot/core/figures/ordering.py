"""In which order firms stand: by their names, never by their numbers. There is no table of who is ahead."""

from __future__ import annotations

import re
import unicodedata

_FORMS = re.compile(
    r"(株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|\(株\)|\(有\)|\(同\))"
)
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def by_name(name: str) -> tuple[str, str]:
    """A key: without the legal form, kana of both kinds alike, then as it is written."""
    plain = unicodedata.normalize("NFKC", name)
    bare = _FORMS.sub("", plain).strip() or plain
    return bare.casefold().translate(_TO_HIRAGANA), name
