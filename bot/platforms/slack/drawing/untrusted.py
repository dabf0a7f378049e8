"""Words of guides, models and people, so that they show and never act.

Everything we draw stands in `plain_text` objects and rich_text `text` elements, which Slack shows as they are:
`literal` is enough there. Two surfaces have a markup: the `text` of a message (mrkdwn) and a stream (Markdown). There,
what Slack would act on is escaped, and broken by a word joiner, which nobody sees.
"""

from __future__ import annotations

import re
import unicodedata

JOINER = "\u2060"
"""WORD JOINER: no width, no break; to a reader of links it ends the address."""

_UNSEEN = {"Cc", "Cf", "Co", "Cs"}
_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Letters that show nothing: joiners and fillers that are no format characters, so that a word looks whole but is not.
_FILLERS = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")

# Places after which (or, for a quote, before which) a joiner is put.
_ACTS = re.compile(
    r"(?<=[0-9A-Za-z+.\-]:)(?=\S)|(?<=:)(?=[0-9A-Za-z_/+\-])"  # schemes, :emoji:
    r"|(?<=@)(?=\S)"  # e-mail addresses, @here
    r"|(?<=<[!#@])(?=\S)"  # <!here>, <#C…>, <@U…>: escaped as well
    r"|(?<=\.)(?=\w)|(?<=[0-9A-Za-z\-]。)(?=[0-9A-Za-z])"  # names of hosts, in which 。 is a dot to IDNA
    r"|(?<=#)(?=\w)"  # names of channels
    r"|(?<=\])(?=[(\[:])"  # Markdown links, by reference as well
    r"|^(?=>)",  # quotes: Slack takes an escaped > too
    re.MULTILINE,
)
_MARKS = re.compile(r"[\\`*_~\[\]|]")
_NUMBERED = re.compile(r"^(\d+)([.)])", re.MULTILINE)
_LINE_MARKS = re.compile(r"^([#+=-])", re.MULTILINE)


def literal(text: str) -> str:
    """The text without what nobody can see: controls, direction marks, zero-width characters, halves of characters.

    Every kind of line end becomes a line feed, a tab a blank.
    """
    return "".join(
        character
        for character in _NEW_LINES.sub("\n", text).replace("\t", " ")
        if character == "\n" or not (character in _FILLERS or unicodedata.category(character) in _UNSEEN)
    )


def one_line(text: str) -> str:
    """The same on one line, for labels and titles."""
    return " ".join(literal(text).split())


def inert(text: str) -> str:
    """The text for a message's `text`: it mentions nobody, links nowhere, unfurls nothing."""
    return _escaped(_broken(literal(text)))


def markdown(text: str) -> str:
    """The text for Markdown: the same, and no mark of it is a mark. Lines lose the blanks at their ends."""
    lines = "\n".join(line.strip(" ") for line in literal(text).split("\n"))
    marked = _MARKS.sub(lambda mark: f"\\{mark.group()}", _broken(lines))
    return _escaped(_LINE_MARKS.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", marked)))


def _broken(text: str) -> str:
    """Word joiners at every place that makes an address, a mention or a link; full-width letters count as narrow."""
    narrow = "".join(_narrow(character) for character in text)
    places = sorted({found.start() for found in _ACTS.finditer(narrow)})
    parts = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return JOINER.join(parts)


def _narrow(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
