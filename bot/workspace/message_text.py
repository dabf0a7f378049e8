"""How Slack stores text: & < > escaped, mentions as <@U…>, channels as <#C…>, links in angle brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.workspace.records import Channel, User

# What an app may write between angle brackets; any other bracket is a character like others.
_TOKEN = r"<(?:[@#!][^<>\s][^<>]*|(?:https?://|mailto:|tel:|slack://)[^<>]+)>"  # noqa: S105 — no password
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt);)")
# Only what may stand in a URL as RFC 3986 has it: in Japanese a link ends where the next word begins.
_URL = r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]*[\w\-~/#@$&*+=%]"
_APP_PARTS = re.compile(rf"({_TOKEN})|({_URL})", re.ASCII)
_PERSON_LINK = re.compile(_URL, re.ASCII)


def escape(text: str) -> str:
    """Return the text with Slack's three control characters escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Undo `escape`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def person_text(typed: str, users: Iterable[User], channels: Iterable[Channel] = ()) -> str:
    """Return what Slack stores when a person types this: nothing they type acts, but @names, #channels and links."""
    names: dict[str, str] = {}
    for channel in channels:
        if channel.kind == "public" and channel.name:
            names[f"#{channel.name}"] = f"<#{channel.id}>"
    for user in users:
        for name in (user.name, user.display_name, user.real_name):
            if name:
                names[f"@{name}"] = f"<@{user.id}>"
    if not names:
        return _linked(typed)
    # The longest name first, so that @佐藤 does not cut @佐藤花子 short; and no Latin name inside a longer word.
    order = sorted(names, key=len, reverse=True)
    pattern = re.compile("(" + "|".join(re.escape(name) for name in order) + r")(?![A-Za-z0-9_])")
    parts = pattern.split(typed)
    return "".join(names[part] if part in names else _linked(part) for part in parts)


def _linked(typed: str) -> str:
    return _PERSON_LINK.sub(lambda link: f"<{link.group()}>", escape(typed))


def app_text(written: str) -> str:
    """Return what Slack stores when an app sends this: its <…> tokens stay, bare links become links."""
    result, end = [], 0
    for part in _APP_PARTS.finditer(written):
        result.append(_plain(written[end : part.start()]))
        result.append(part.group(1) or f"<{_plain(part.group(2))}>")
        end = part.end()
    result.append(_plain(written[end:]))
    return "".join(result)


def _plain(text: str) -> str:
    return _AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
