"""How text is stored: what a person types does nothing; what an app sends keeps its own marks."""

from __future__ import annotations

import pytest

from bot.workspace.message_text import app_text, escape, person_text, unescape
from bot.workspace.state import WorkspaceState
from tests.unit.workspace.clients import SEED

STATE = WorkspaceState(SEED)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("<@U0SATO> & <!channel>", "&lt;@U0SATO&gt; &amp; &lt;!channel&gt;"),
        ("@Minoriに聞く", "<@U0BOT>に聞く"),
        ("@佐藤 花子さん、@miller も", "<@U0SATO>さん、<@U0MILLER> も"),
        ("@millers は人ではない", "@millers は人ではない"),
        ("#general で", "<#C0GENERAL> で"),
        ("#secret は知らない", "#secret は知らない"),
        ("https://example.jp/a?b=1&c=2。次", "<https://example.jp/a?b=1&amp;c=2>。次"),
        ("詳しくは(https://example.jp/)", "詳しくは(<https://example.jp/>)"),
    ],
)
def test_what_a_person_types(typed: str, stored: str) -> None:
    assert person_text(typed, STATE.users.values(), STATE.channels.values()) == stored


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("<@U0SATO> <#C0GENERAL|general> <!here>", "<@U0SATO> <#C0GENERAL|general> <!here>"),
        ("<https://example.jp/|要領>", "<https://example.jp/|要領>"),
        ("https://example.jp/a.", "<https://example.jp/a>."),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("&lt;escaped&gt; &amp; ready", "&lt;escaped&gt; &amp; ready"),
        ("@sato #general", "@sato #general"),
        ("<script>", "&lt;script&gt;"),
        ("<javascript:alert(1)|x>", "&lt;javascript:alert(1)|x&gt;"),
    ],
)
def test_what_an_app_sends(sent: str, stored: str) -> None:
    assert app_text(sent) == stored


def test_escaping_is_undone() -> None:
    text = "a < b && b > c; &lt;"
    assert unescape(escape(text)) == text
