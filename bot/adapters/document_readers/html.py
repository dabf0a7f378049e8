"""HTML: the article without its page. lxml builds the tree; no network, no entities from outside."""

from __future__ import annotations

import re
from typing import Any

from lxml import html as lxml_html

from bot.adapters.document_readers import findings
from bot.adapters.document_readers.encodings import decode, python_name
from bot.adapters.document_readers.html_blocks import Walker
from bot.adapters.document_readers.html_chrome import article_of, without_chrome
from bot.adapters.document_readers.plain_text import encoding_warnings
from bot.core.guides.characters import one_line
from bot.core.guides.models import ExtractedDocument
from bot.errors import DocumentRefused

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.I)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([A-Za-z0-9_\-]+)", re.I)
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.I | re.DOTALL)
_JUNK_TITLES = re.compile(r"^(?:untitled(?: document)?|無題(?:のドキュメント)?|document|index|new page \d*)$", re.I)
_DATES = (
    "//meta[@property='article:modified_time']/@content",
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='dateModified']/@content",
    "//meta[@name='date']/@content",
    "//meta[@name='DC.date']/@content",
)


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises DocumentRefused for an unclear encoding."""
    decoded = decode(content, encoding=encoding or _declared(content))
    findings.refuse_garbled(decoded.text)
    # lxml refuses text that still names an encoding of its own, and shows the rest of an inner document type.
    text = _DOCUMENT_TYPE.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text), count=1).replace("\0", "")
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    tree = lxml_html.document_fromstring(text, parser=parser, ensure_head_body=True)
    details = _details(tree)
    body = article_of(without_chrome(tree))
    walker = Walker()
    walker.walk(body)
    if not walker.blocks:
        raise DocumentRefused("refused-no-text")
    return ExtractedDocument(blocks=tuple(walker.blocks), details=details, warnings=encoding_warnings(decoded))


def _declared(content: bytes) -> str | None:
    """The encoding the page declares, if the page really decodes as that."""
    if content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    found = _META_CHARSET.search(content[:8192]) or _XML_CHARSET.search(content[:200])
    name = python_name(found[1].decode("ascii")) if found else None
    if name is None or name.startswith("utf-16"):
        return None
    try:
        content.decode(name)
    except UnicodeError:
        return None
    return name


def _details(tree: Any) -> dict[str, str | list[str]]:
    details: dict[str, str | list[str]] = {}
    titles = tree.xpath("//meta[@property='og:title']/@content") or tree.xpath("//head/title/text()")
    title = one_line(str(titles[0])) if titles else ""
    if title and not _JUNK_TITLES.match(title):
        details["title"] = title
    for path in _DATES:
        found = tree.xpath(path)
        if found and (date := re.match(r"\d{4}-\d{2}-\d{2}", str(found[0]))):
            details["modified"] = date.group()
            break
    return details
