"""What surrounds an article on the web and is not part of it: breadcrumbs, buttons, calls to get in touch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.guides.lines import Line

_CRUMB = re.compile(r"(?:[0-9０-９]{1,2}[.．]\s*)?(?:トップ|ホーム|TOP|Home|HOME|Top)(?:ページ)?$")
_CRUMB_LINE = re.compile(r"(?:トップ|ホーム|TOP|Home|HOME)(?:ページ)?\s*[>＞»›/／|]\s*\S")
_NUMBERED = re.compile(r"([0-9０-９]{1,2})[.．]\s*\S")
_FOOTER = re.compile(
    r"(?:まずは)?お?気軽に(?:お問い?合わせ|ご相談)|^お問い?合わせは?こちら|資料(?:請求|ダウンロード)は?(?:こちら)?$|"
    r"^(?:.{0,8}(?:トップ|一覧|ホーム))(?:へ|に戻る|へ戻る)$|^(?:関連|おすすめ|人気|最新)(?:記事|コラム|情報)(?:一覧)?$|"
    r"^(?:この記事を)?シェア(?:する)?$|^ツイート(?:する)?$|"
    r"ページ(?:の先頭|トップ)(?:へ|に戻る|へ戻る)$|^PAGE ?TOP$|^(?:前|次)の記事|"
    r"^(?:Copyright|©|\(C\)|（C）)|All Rights Reserved|"
    r"^メ(?:ー)?ルマガ(?:ジン)?(?:登録|会員)|^プライバシーポリシー$|^サイトマップ$|"
    r"^(?:Contact us|Related (?:articles|posts)|Share this|Back to top|Cookie (?:policy|settings))",
    re.I,
)
_FOOTER_LINES = 14


def without_chrome(lines: Sequence[Line]) -> list[Line]:
    """The lines without a breadcrumb at the head and without the page's own footer at the end."""
    body = list(lines)
    first = _after_breadcrumb(body)
    last = _footer_start(body)
    return body[first:last] if first < last else body


def _after_breadcrumb(lines: Sequence[Line]) -> int:
    """The place after the breadcrumb; the window title that a browser puts before it goes as well."""
    for place, line in enumerate(lines[:8]):
        if _CRUMB_LINE.match(line.text) and len(line.text) < 120:
            return place + 1
        if _CRUMB.match(line.text):
            end, expected = place + 1, 2
            while end < len(lines) and (found := _NUMBERED.match(lines[end].text)) and int(found[1]) == expected:
                end, expected = end + 1, expected + 1
            return end
    return 0


def _footer_start(lines: Sequence[Line]) -> int:
    """The place where the footer begins: the first of its phrases among the last lines, all that follows included."""
    for place in range(max(1, len(lines) - _FOOTER_LINES, len(lines) // 2), len(lines)):
        if len(lines[place].text) <= 60 and _FOOTER.search(lines[place].text):
            return place
    return len(lines)
