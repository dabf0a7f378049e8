"""What may stand in a claim: plain words in one line. No way out of the conversation, and no way into its markup.

A claim that carries a link, an address, a mention or markup is refused as a whole: whoever put it there did not get
it from the rules the model was given.
"""

from __future__ import annotations

import html
import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LOOKALIKES = str.maketrans({"꞉": ":", "∶": ":", "⁄": "/", "∕": "/", "⧸": "/", "․": ".", "‚": ","})
_CITATION_MARK = re.compile(r"\s*(?:[\[【]\s*P?\d{1,2}(?:\s*,\s*P?\d{1,2})*\s*[\]】]|[(（]\s*P\d{1,2}\s*[)）])", re.I)
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}|~~|`+")
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}\s|[-*+•・]\s?|>\s)")

_TOP_LEVEL = "com|net|org|info|biz|xyz|jp|io|co|dev|app|site|online|link|click|top|shop|me|ru|cn|tk|ly|gg|zip|mov|ai"
_SCHEME = re.compile(
    r"h(?:tt|xx)ps?:|h(?:tt|xx)ps?/|ftp:|www\d?\.|://|mailto:|javascript:|vbscript:|data:[a-z]+/|xn--"
    r"|(?:slack|file|tel|sms|line):[/+\d]"
)
_ADDRESS = re.compile(
    r"[^\W_][\s]?[.][a-z][a-z0-9-]+(?![a-z0-9-])"  # name.tld, in any script before the dot
    rf"|[.]\s+(?:{_TOP_LEVEL})(?![a-z])"
    rf"|(?:[(\[]\s*(?:[.]|dot)\s*[)\]]|\bdot|ドット)\s*(?:{_TOP_LEVEL}|コム|ジェーピー)(?![a-z])"
    r"|\d{1,3}(?:[.]\d{1,3}){3}"
    r"|//[a-z0-9]"
)
_ABBREVIATION = re.compile(r"(?:e\.g|i\.e|u\.s|a\.m|p\.m|vs|etc|no|fig)\.", re.I)
_MARKDOWN_LINK = re.compile(r"!\s*\[|\]\s*[(\[:]|<[^\s<>]*[|:][^<>]*>")
_MARKUP = re.compile(r"</?\s*[a-z!?#]|<[|]|[|]>|\[/?inst\]|\{\{|\$\{", re.I)


class UnsafeClaim(ValueError):
    """The text carries something that no claim may carry; `kind` is link, mention or markup."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def clean(text: str) -> str:
    """Return the text as one line of plain words.

    Removed quietly: invisible and control characters, emphasis marks, list and heading marks, source marks such as
    [P1]. Raises UnsafeClaim for links, addresses, mentions and markup, however they are written.
    """
    plain = _CONTROL.sub("", _INVISIBLE.sub("", text))
    _refuse_unsafe(plain)
    plain = _LINE_MARK.sub("", _CITATION_MARK.sub("", plain))
    plain = " ".join(_EMPHASIS.sub("", plain).split())
    _refuse_unsafe(plain)  # what removing marks may have put together
    return plain


def _refuse_unsafe(text: str) -> None:
    folded = unicodedata.normalize("NFKC", text.translate(_LOOKALIKES)).casefold()
    if html.unescape(folded) != folded:
        raise UnsafeClaim("markup")
    if "@" in folded or re.search(r"<\s*!|<\s*#", folded):
        raise UnsafeClaim("mention")
    if _MARKDOWN_LINK.search(folded) or _SCHEME.search("".join(folded.split())):
        raise UnsafeClaim("link")
    if _ADDRESS.search(_ABBREVIATION.sub("", folded)) or _split_stop(text):
        raise UnsafeClaim("link")
    if _MARKUP.search(folded):
        raise UnsafeClaim("markup")


def _split_stop(text: str) -> bool:
    """True for `name。tld` in small letters (a resolver reads 。 as a dot); 「IoT。AI は」 is two sentences."""
    return re.search(r"[A-Za-z0-9][。｡]\s*[a-z]{2,}", text) is not None
