"""What is on a web page beside the article: scripts, navigation, forms, hidden parts, a wiki's own furniture."""

from __future__ import annotations

import re
from typing import Any

_DROPPED_TAGS = frozenset({
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select",
    "textarea", "input", "iframe", "object", "embed", "svg", "canvas", "video", "audio", "map", "dialog",
    "menu", "rt", "rp", "img", "picture", "figure-caption",
})  # fmt: skip
_DROPPED_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "alert"}
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CHROME_NAME = re.compile(
    r"(?:^|[\s_-])(?:bread-?crumbs?|topic-?path|global-?nav|g-?nav|nav(?:bar|igation)?|site-?(?:header|footer)|side-?bar|"
    r"pager|pagination|sns|share|social|cookie|banner|advert\w*|ads?|related|recommend\w*|toc|skip-?link|"
    r"navbox\w*|vertical-navbox|catlinks|mw-editsection\S*|mw-jump-link|mw-indicators|printfooter|reference|references?-?list|"
    r"reflist|hatnote|noprint|metadata|ambox|sistersitebox|siteSub|jump-to-nav|mw-navigation|authority-control|"
    r"mw-cite-backlink|wb-langlinks\S*|after-portlet\S*|infobox-caption|portal\w*|shortdescription)(?:$|[\s_-])",
    re.I,
)
_KEPT_TAGS = frozenset({"html", "body", "main", "article"})
_LEAST_SHARE = 0.5


def without_chrome(tree: Any) -> Any:
    """The tree with everything dropped that is no part of the text; text that follows a dropped element stays."""
    for head in tree.xpath("//main//header | //article//header"):
        # The head of an article holds its title and may hold lists of languages, authors and buttons.
        for beside in head.xpath(".//ul | .//ol | .//input"):
            beside.drop_tree()
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.getparent() is not None and _is_chrome(element):
            element.drop_tree()
    return tree


def _is_chrome(element: Any) -> bool:
    tag = element.tag.lower()
    if tag in _KEPT_TAGS:
        return False
    if tag == "header" and element.xpath("ancestor::article|ancestor::main") and element.xpath(".//h1|.//h2"):
        return False
    if tag in _DROPPED_TAGS or "hidden" in element.attrib:
        return True
    if element.get("aria-hidden") == "true" or element.get("role") in _DROPPED_ROLES:
        return True
    if _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(names.strip()) and _CHROME_NAME.search(names) is not None and not _holds_most(element)


def _holds_most(element: Any) -> bool:
    """Some sites call the box around everything `nav` or `share`: what holds most of the text is the text."""
    body = element.getroottree().find("//body")
    return body is not None and len(element.text_content()) > _LEAST_SHARE * max(1, len(body.text_content()))


def article_of(tree: Any) -> Any:
    """The main or article element that holds most of the text, else the body."""
    body = tree.find("body")
    whole = body if body is not None else tree
    total = max(1, _letters(whole))
    candidates = whole.xpath(".//*[@id='mw-content-text'] | .//main | .//*[@role='main'] | .//article")
    best = max(candidates, key=_letters, default=None)
    return best if best is not None and _letters(best) >= _LEAST_SHARE * total else whole


def _letters(element: Any) -> int:
    return len(re.sub(r"\s", "", element.text_content()))
