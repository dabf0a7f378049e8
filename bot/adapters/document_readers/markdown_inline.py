"""Inline Markdown to the words a reader sees: emphasis, links, code and entities undone, pictures dropped."""

from __future__ import annotations

import html
import re

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_HIDDEN = {chr(0xE000 + ord(character)): character for character in "\\`*_{}[]()#+-.!|<>~"}
_CODE = re.compile(r"(`+)(.+?)\1")
_PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\((?:[^()]|\([^)]*\))*\)|\[[^\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_EMPHASIS = (
    re.compile(r"(\*\*\*|\*\*|\*)(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(?<!\w)(___|__|_)(?=\S)(.+?)(?<=\S)\1(?!\w)"),
    re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1"),
)


def _hide(text: str) -> str:
    return "".join(chr(0xE000 + ord(c)) if chr(0xE000 + ord(c)) in _HIDDEN else c for c in text)


def plain(text: str) -> str:
    """The words. Characters that were escaped or stand in code are kept as they are."""
    text = _ESCAPED.sub(lambda found: _hide(found[1]), text)
    text = _CODE.sub(lambda found: _hide(found[2].strip()), text)
    text = _PICTURE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", _BREAK.sub(" ", text))
    for _ in range(3):
        for pattern in _EMPHASIS:
            text = pattern.sub(r"\2", text)
    text = html.unescape(text)
    return "".join(_HIDDEN.get(character, character) for character in text)
