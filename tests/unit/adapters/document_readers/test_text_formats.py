"""Markdown, plain text, HTML and CSV through the guard."""

from __future__ import annotations

import pytest

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.core.guides.models import ExtractedDocument
from bot.errors import DocumentRefused

READER = GuardedDocumentReader()
Shape = tuple[str, int, str]


def read(file_name: str, text: str) -> ExtractedDocument:
    return READER.read(file_name=file_name, content=text.encode())


def shapes(document: ExtractedDocument) -> list[Shape]:
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


MARKDOWN = """---
title: 試作の手引
edition: 2026-04-01
sources: [聞き取り, "ISO 56002"]
public: true
empty:
---
# 試作の手引 #
<!-- ask: 試作とは / 何から始める -->

約束は**日付**と[担当](https://example.invalid/a_(b))を
決めてから*始める*。![図](x.png)<!-- 内緒 -->

節の見出し
----------
> 引用された文です。

1. 聞く
   1. 困りごと
2. 書く
- [x] 見せる
  続きの行です。

| 項目 | 上限 |
|------|-----:|
| 費用 | 10\\|20万円 |
| 期限 | |

```python
print("# 見出しではない <!-- ask: 違う -->")
```

***
snake_case は_そのまま_で、`a*b*c` も &amp; も残る。[^1]

[^1]: 脚注は本文です。
[ref]: https://example.invalid
"""


def test_markdown() -> None:
    document = read("手引.md", MARKDOWN)
    assert document.details == {
        "title": "試作の手引",
        "edition": "2026-04-01",
        "sources": ["聞き取り", "ISO 56002"],
        "public": "true",
    }
    assert shapes(document) == [
        ("heading", 1, "試作の手引"),
        ("paragraph", 0, "約束は日付と担当を決めてから始める。"),
        ("heading", 2, "節の見出し"),
        ("paragraph", 0, "引用された文です。"),
        ("list_item", 1, "1. 聞く"),
        ("list_item", 2, "1. 困りごと"),
        ("list_item", 1, "2. 書く"),
        ("list_item", 1, "見せる続きの行です。"),
        ("table_row", 0, "項目: 費用 / 上限: 10|20万円"),
        ("table_row", 0, "項目: 期限"),
        ("paragraph", 0, 'print("# 見出しではない <!-- ask: 違う -->")'),
        ("paragraph", 0, "snake_case は_そのまま_で、a*b*c も & も残る。"),
    ]
    assert document.blocks[0].asked == ("試作とは", "何から始める")
    assert document.pages is None


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("---\ntitle: [一\nkind: x\n---\n本文\n", 3),
        ("---\ntitle: 一\nedition: 2026-13-45\n---\n本文\n", 3),
        ("---\ntitle: 一\nnested:\n  a: {b: c}\n---\n本文\n", 3),
        ("---\ntitle: 一\n本文に閉じる線がない\n", 1),
        ("---\na: &x [1]\nb: [*x, *x]\n---\n本文\n", 3),
    ],
)
@pytest.mark.parametrize("name", ["手引.md", "手引.txt"])
def test_broken_front_matter_is_refused_with_its_line(name: str, head: str, line: int) -> None:
    with pytest.raises(DocumentRefused) as caught:
        read(name, head)
    assert (caught.value.key, caught.value.arguments["line"]) == ("refused-front-matter", line)


def test_rules_around_prose_are_no_front_matter() -> None:
    assert shapes(read("線.md", "---\n普通の文です。\n\n---\n次の文です。\n"))[0][2] == "普通の文です。"


def test_plain_text_has_pages_only_where_it_has_page_breaks() -> None:
    document = read("頁.txt", "一枚目の文です。\n\f二枚目の文です。\n")
    assert [(block.page, block.text) for block in document.blocks] == [(1, "一枚目の文です。"), (2, "二枚目の文です。")]
    assert document.pages == 2
    assert read("頁なし.txt", "文です。").pages is None


def test_a_dated_article_knows_its_date() -> None:
    assert read("記事.txt", "題名\n\n2026年4月1日\n\n文です。\n").details == {"modified": "2026-04-01"}


HTML = """<!DOCTYPE html><html lang="ja"><head><title>試作の手引</title>
<meta property="article:modified_time" content="2026-04-01T09:00:00+09:00">
<style>p{}</style><script>var x = "<p>違う</p>";</script></head><body>
<header><a href="/">社名</a></header><nav><ul><li>トップ</li></ul></nav>
<div class="breadcrumb">トップ &gt; 手引</div>
<main><article><header><h1>試作の手引</h1><ul><li>English</li></ul></header>
<p>約束は<ruby>日付<rp>(</rp><rt>ひづけ</rt><rp>)</rp></ruby>と
担当を<b>決めて</b>から始める。<sup class="reference">[1]</sup></p>
<p style="display: none">隠れた文</p><p hidden>隠れた文</p>
<h2>決めること<span class="mw-editsection">[編集]</span></h2>
<ol start="3"><li>日付<ul><li>曜日</li></ul></li><li><p>担当</p></li></ol>
<dl><dt>上限</dt><dd>社長が決める。</dd></dl>
<table><tr><th>項目</th><th>上限</th></tr>
<tr><td rowspan="2">費用</td><td>10万円</td></tr><tr><td>20万円</td></tr></table>
<table><tr><td><p>並べるだけの表の左。</p></td></tr><tr><td><p>並べるだけの表の右。</p></td></tr></table>
一行目<br>二行目。<br>三行目。</article></main>
<aside>広告</aside><form><p>お問い合わせ</p></form><footer>Copyright</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "utf-16"])
def test_html(encoding: str) -> None:
    charset = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP"}.get(encoding, "utf-8")
    page = HTML.replace("<head>", f'<head><meta charset="{charset}">')
    document = READER.read(file_name="手引.html", content=page.encode(encoding))
    assert document.details == {"title": "試作の手引", "modified": "2026-04-01"}
    assert shapes(document) == [
        ("heading", 1, "試作の手引"),
        ("paragraph", 0, "約束は日付と担当を決めてから始める。"),
        ("heading", 2, "決めること"),
        ("list_item", 1, "3. 日付"),
        ("list_item", 2, "曜日"),
        ("list_item", 1, "4. 担当"),
        ("paragraph", 0, "上限"),
        ("list_item", 1, "社長が決める。"),
        ("table_row", 0, "項目: 費用 / 上限: 10万円"),
        ("table_row", 0, "項目: 費用 / 上限: 20万円"),
        ("paragraph", 0, "並べるだけの表の左。"),
        ("paragraph", 0, "並べるだけの表の右。"),
        ("paragraph", 0, "一行目 二行目。三行目。"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv(encoding: str, delimiter: str) -> None:
    rows = [["名前", "年齢", "住所"], ["山田太郎", "30", '"栃木県\n真岡市"'], ["佐藤花子", "", "東京都"], ["", "", ""]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    document = READER.read(file_name="名簿.csv", content=text.encode(encoding))
    assert [block.text for block in document.blocks] == [
        "名前: 山田太郎 / 年齢: 30 / 住所: 栃木県 真岡市",
        "名前: 佐藤花子 / 住所: 東京都",
    ]


def test_a_long_table_is_cut_and_said() -> None:
    document = read("長.csv", "番号,値\n" + "1,2\n" * 100_001)
    assert [warning.key for warning in document.warnings] == ["read-table-cut"]


def test_nothing_invisible_comes_out() -> None:
    document = read("見えない.md", "# 題\u202e名\u200b\n\n文\u0007の\ufeff中\u2066身。\n")
    assert [block.text for block in document.blocks] == ["題名", "文 の中身。"]
