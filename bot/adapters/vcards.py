"""Electronic business cards (vCard 2.1, 3.0 and 4.0) as rows of a participant list.

Read are FN, N, ORG, TITLE and NOTE; telephone numbers, addresses, mail and pictures are passed over unread. vCard 2.1
may be quoted-printable in Shift_JIS, as Japanese telephones and Windows write it. Source: RFC 6350 and vCard 2.1.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

from bot.adapters.document_readers.encodings import decode, python_name
from bot.errors import DocumentRefused

HEADER = ("会社名", "部署", "役職", "氏名", "備考")
MOST = 3_000
_WANTED = {"FN", "N", "ORG", "TITLE", "NOTE"}
_NAME = re.compile(rb"^(?:[\w-]+\.)?([A-Za-z-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):", re.ASCII)


def card_rows(content: bytes) -> Iterator[tuple[str, ...]]:
    """A header and a row for each card. Raises DocumentRefused where there is none."""
    cards = list(_cards(content))
    if not cards:
        raise DocumentRefused("refused-no-text")
    yield HEADER
    for card in cards[:MOST]:
        firm, _, department = card.get("ORG", "").partition("\x1f")
        yield firm, department.replace("\x1f", " "), card.get("TITLE", ""), _person(card), card.get("NOTE", "")


def _person(card: dict[str, str]) -> str:
    """As written in full; else family name and given name, the order of N."""
    if card.get("FN"):
        return card["FN"].replace("\x1f", " ")
    family, given = (*card.get("N", "").split("\x1f"), "", "")[:2]
    return f"{family} {given}".strip()


def _cards(content: bytes) -> Iterator[dict[str, str]]:
    card: dict[str, str] | None = None
    for line in _unfolded(_one_byte(content)):
        upper = line.strip().upper()
        if upper == b"BEGIN:VCARD":
            card = {}
        elif upper == b"END:VCARD" and card is not None:
            yield card
            card = None
        elif card is not None:
            name, value = _property(line)
            if name in _WANTED and value and name not in card:
                card[name] = value


def _one_byte(content: bytes) -> bytes:
    """UTF-16 has zero bytes between its letters; everything else is taken as it is."""
    return decode(content).text.encode() if b"\0" in content[:64] else content.removeprefix(b"\xef\xbb\xbf")


def _unfolded(content: bytes) -> Iterator[bytes]:
    """Lines with what is folded onto the next ones: by a blank, or in quoted-printable by = at the end."""
    held = b""
    for line in re.split(rb"\r\n|\n|\r", content):
        if held and (line[:1] in (b" ", b"\t") and not _is_soft(held)):
            held += line[1:]
        elif held and _is_soft(held):
            held = held[:-1] + line.lstrip(b" \t")
        else:
            if held:
                yield held
            held = line
    if held:
        yield held


def _is_soft(line: bytes) -> bool:
    return line.endswith(b"=") and b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _property(line: bytes) -> tuple[str, str]:
    """Its name and text, the parts of ORG and N parted by U+001F; ("", "") for what is none."""
    found = _NAME.match(line)
    if found is None:
        return "", ""
    name, parameters, value = found[1].decode().upper(), found[2].decode("ascii", "replace"), line[found.end() :]
    if name not in _WANTED:
        return name, ""
    if "QUOTED-PRINTABLE" in parameters.upper():
        value = quopri.decodestring(value)
    charset = re.search(r"CHARSET=\"?([\w.:-]+)", parameters, re.IGNORECASE)
    return name, _parts(_text(value, charset[1] if charset else ""), is_structured=name in ("ORG", "N"))


def _text(value: bytes, charset: str) -> str:
    for name in filter(None, (python_name(charset) if charset else None, "utf-8", "cp932")):
        try:
            return value.decode(name)
        except UnicodeError:
            continue
    return value.decode("utf-8", "replace")


def _parts(text: str, *, is_structured: bool) -> str:
    r"""Undo \n \, \; \\ ; a bare ; parts the parts."""
    pieces = re.split(r"(\\.)", text)
    said = []
    for piece in pieces:
        if len(piece) == 2 and piece[0] == "\\":
            said.append(" " if piece[1] in "nN" else piece[1])
        else:
            said.append(piece.replace(";", "\x1f") if is_structured else piece)
    return "".join(said).strip(" \x1f")
