"""The page's text formats, as Slack draws them, and its words in two languages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visits

pytestmark = pytest.mark.loopback

_DRAW = """async ([module, name, text]) => {
  const made = (await import(`/page/text/${module}.js`))[name](text);
  const box = document.createElement("div");
  box.append(...[made].flat());
  return box.innerHTML;
}"""

MRKDWN = [
    ("*太字* です", "<b>太字</b> です"),
    ("これは*太字*です", "これは*太字*です"),
    ("これは *太字* です", "これは <b>太字</b> です"),
    ("これは\u200b*太字*\u200bです", "これは\u200b<b>太字</b>\u200bです"),
    ("「*太字*」", "「*太字*」"),
    ("(*bold*), _it_ ~no~", "(<b>bold</b>), <i>it</i> <s>no</s>"),
    ("* not bold*", "* not bold*"),
    ("*_both_*", "<b><i>both</i></b>"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("snake_case_name", "snake_case_name"),
    ("`a *b* c`", "<code>a *b* c</code>"),
    ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
    ("a\n&gt; q1\n&gt; q2\nb", "a<blockquote>q1<br>q2</blockquote>b"),
    ("```a *b*\n  c```", "<pre>a *b*\n  c</pre>"),
    ("<!here> :tada: :no_such:", "<span>@here</span> <span>🎉</span> :no_such:"),
    ("<@U0TANAKA> さん", "<span>@田中 一郎</span> さん"),
    ("<#C0ALL>", "<button>#全体連絡</button>"),
    ("<https://e.jp/a?b=1&amp;c|*見る*>", '<a href="https://e.jp/a?b=1&amp;c"><b>見る</b></a>'),
    ("<mailto:a@e.jp|a@e.jp>", '<a href="mailto:a@e.jp">a@e.jp</a>'),
    ("詳しくはhttps://e.jp/xです。", '詳しくは<a href="https://e.jp/x%E3%81%A7%E3%81%99">https://e.jp/xです</a>。'),
    ("<!date^0^{date_num} {time}|昔>", "<time>1970-01-01 09:00</time>"),
    ("<!date^0^{no_such}|昔>", "<time>昔</time>"),
]

MARKDOWN = [
    ("**太字**です", "<p><b>太字</b>です</p>"),
    ("**「太字」**です", "<p>**「太字」**です</p>"),
    ("**「太字」** です", "<p><b>「太字」</b> です</p>"),
    ("***両方*** *斜*と~~消~~", "<p><b><i>両方</i></b> <i>斜</i>と<s>消</s></p>"),
    ("snake_case_name _a_", "<p>snake_case_name <i>a</i></p>"),
    ("# 見出し\n本文", "<div>見出し</div><p>本文</p>"),
    ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("1. a\n2. b", '<ol start="1"><li>a</li><li>b</li></ol>'),
    ("- [x] 済\n- [ ] 未", "<ul><li><span>☑</span>済</li><li><span>☐</span>未</li></ul>"),
    ("> a\n> b", "<blockquote><p>a<br>b</p></blockquote>"),
    ("```py\nx = 1\n```", "<pre>x = 1</pre>"),
    ("[見る](https://e.jp) `c`", '<p><a href="https://e.jp/">見る</a> <code>c</code></p>'),
    ("まだ **途中", "<p>まだ **途中</p>"),
    ("---", "<hr>"),
]


def _bare(markup: str) -> str:
    """Markup without what only looks or explains."""
    markup = re.sub(r"<svg.*?</svg>", "", markup)
    kept = r' (?!href=|start=)[\w-]+="[^"]*"'
    return re.sub(r"<[^>]+>", lambda tag: re.sub(kept, "", tag.group()), markup)


@pytest.fixture
def page(visits: Visits) -> Page:
    return visits.open("U0SATO")


def _draw(page: Page, module: str, name: str, text: Any) -> str:
    return _bare(page.evaluate(_DRAW, [module, name, text]))


def test_mrkdwn(page: Page) -> None:
    assert [_draw(page, "mrkdwn", "mrkdwn", text) for text, _ in MRKDWN] == [wanted for _, wanted in MRKDWN]


def test_markdown(page: Page) -> None:
    assert [_draw(page, "markdown", "markdown", text) for text, _ in MARKDOWN] == [wanted for _, wanted in MARKDOWN]


def test_rich_text(page: Page) -> None:
    block = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "太字です", "style": {"bold": True}},
                    {"type": "user", "user_id": "U0TANAKA"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "ordered",
                "offset": 2,
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "三つ目"}]}],
            },
        ],
    }
    drawn = _draw(page, "rich_text", "richText", block)
    assert drawn == ('<div><div><b>太字です</b><span>@田中 一郎</span></div><ol start="3"><li>三つ目</li></ol></div>')


def test_both_catalogues_say_the_same_things(page: Page) -> None:
    words = page.evaluate("async () => (await import('/page/words.js')).catalogues")
    assert set(words["ja"]) == set(words["en"])
    blanks = {key: re.findall(r"\{\w+\}", text) for key, text in words["ja"].items()}
    assert {key: sorted(found) for key, found in blanks.items()} == {
        key: sorted(re.findall(r"\{\w+\}", text)) for key, text in words["en"].items()
    }
