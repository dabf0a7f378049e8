"""What a model may say: parsing its lines, cleaning its words, checking its quotes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.answering.claim_parser import Claim, ClaimParser
from bot.core.answering.claim_text import UnsafeClaim, clean
from bot.core.answering.claims import PassageText, Reason, Rejection, VerifiedClaim, verify
from bot.core.answering.figures import figures, foreign_figures
from bot.core.japanese import sentences
from bot.resources import knowledge_folder
from tests.fakes.attacks import passages, rows

_LINE = '{"claim": "会う前に決めます。", "quote": "会う前に、決めておきます。", "source": "P1"}'
_CLAIM = Claim(text="会う前に決めます。", quote="会う前に、決めておきます。", passage_key="P1")


def _parse(text: str, piece: int = 3) -> tuple[list[Claim], ClaimParser]:
    parser = ClaimParser()
    found = [claim for at in range(0, len(text), piece) for claim in parser.feed(text[at : at + piece])]
    parser.finish()
    return found, parser


@pytest.mark.parametrize(
    "text",
    [
        _LINE,
        _LINE + "\n",
        f"```json\n{_LINE}\n```",
        f"はい、お答えします。\n\n{_LINE}\nご参考まで。",
        f"[{_LINE},]",
        json.dumps(json.loads(_LINE), ensure_ascii=False, indent=2),
        json.dumps({"claims": [json.loads(_LINE)]}, ensure_ascii=False),
        json.dumps({"claims": [json.loads(_LINE)]}, ensure_ascii=False, indent=2),
        _LINE.replace("}", ",}"),
        _LINE.replace('"', "“"),
        _LINE.replace('"P1"', "1"),
        _LINE.replace('"P1"', '["［ｐ１］"]'),
        _LINE.replace("claim", "text").replace("source", "passage"),
        f"<think>Let me see {{maybe}}</think>\n{_LINE}",
    ],
)
@pytest.mark.parametrize("piece", [1, 5, 10_000])
def test_the_ways_models_write_a_claim(text: str, piece: int) -> None:
    found, _ = _parse(text, piece)
    assert found == [_CLAIM]


@pytest.mark.parametrize(
    ("text", "malformed"),
    [
        ("", 0),
        ("お答えできません。", 0),
        ('{"claim": "a"}', 1),
        ('{"claim": "a", "quote": "b", "source": null}', 1),
        ('{"claim": "a", "quote": ["b"], "source": "P1"}', 1),
        ('{"claim": "a" "quote": "b"}', 1),
        ('{"claim": "", "quote": "b", "source": "P1"}', 1),
        ("{" * 8_000, 2),
        ("{x}{y}", 2),
    ],
)
def test_anything_else_is_dropped_and_counted(text: str, malformed: int) -> None:
    found, parser = _parse(text)
    assert found == []
    assert parser.malformed == malformed


def test_a_broken_line_costs_only_itself() -> None:
    found, parser = _parse('{"claim": "odd, "quote": "x", "source": "P1"}\n' + _LINE)
    assert found == [_CLAIM]
    assert parser.malformed == 1


def test_none_and_cut_off_are_told() -> None:
    assert _parse('{"none": true}')[1].says_none
    found, parser = _parse(_LINE + "\n" + _LINE[:30])
    assert found == [_CLAIM]
    assert parser.is_cut_off


@given(st.text(alphabet='{}[]",:\\ \nclaimquotesourceP1あ', max_size=200), st.integers(1, 9))
def test_no_text_breaks_the_parser_and_cuts_do_not_matter(text: str, piece: int) -> None:
    found, parser = _parse(text, piece)
    again, whole = _parse(text, 10_000)
    assert (found, parser.malformed) == (again, whole.malformed)


@pytest.mark.parametrize("row", rows("claims"), ids=lambda row: f"{row['kind']}: {row['claim'][:24]}")
def test_attacks_are_dropped_for_their_reason(row: dict[str, Any]) -> None:
    checked = verify(Claim(text=row["claim"], quote=row["quote"], passage_key=row["source"]), passages())
    assert isinstance(checked, Rejection)
    assert checked.reason in {Reason(reason) for reason in row["reasons"]}


def test_there_are_attacks_of_every_kind() -> None:
    attacks = rows("claims")
    reasons = {reason for row in attacks for reason in row["reasons"]}
    assert len(attacks) >= 60
    assert reasons == {str(reason) for reason in Reason} - {"quote-too-long"}


@pytest.mark.parametrize("row", rows("faithful"), ids=lambda row: row["claim"][:24])
def test_faithful_claims_are_shown_with_the_guides_own_sentence(row: dict[str, Any]) -> None:
    checked = verify(
        Claim(text=row["claim"], quote=row["quote"], passage_key=row["source"]), passages(), locale=row["locale"]
    )
    assert isinstance(checked, VerifiedClaim), checked
    text = passages()[row["source"]].text
    assert checked.quote == text[checked.start : checked.end]
    assert checked.quote in sentences(text)
    assert "*" not in checked.text
    assert "[P" not in checked.text


def _as_passage(text: str) -> dict[str, PassageText]:
    return {"P1": PassageText(key="P1", passage_id="g@1/1", title="", heading="", text=text)}


def test_every_sentence_of_the_bundled_guides_may_be_said_as_it_is() -> None:
    said = [
        line.lstrip("-*0123456789. ")
        for guide in sorted((knowledge_folder() / "guides").glob("*.md"))
        for line in guide.read_text(encoding="utf-8").split("---", 2)[2].splitlines()
        if line.strip()
        and not line.lstrip().startswith(("#", "|", "<!--", ">"))
        and "@" not in line
        and "://" not in line
    ]
    checked = 0
    for sentence in (sentence for line in said for sentence in sentences(line) if len(sentence) <= 300):
        result = verify(Claim(text=sentence, quote=sentence, passage_key="P1"), _as_passage(sentence), locale="ja")
        assert isinstance(result, VerifiedClaim), (sentence, result)
        checked += 1
    assert checked > 100


@pytest.mark.parametrize(
    ("ending", "turned"), [("ます。", "ません。"), ("です。", "ではありません。"), ("ません。", "ます。")]
)
def test_no_sentence_of_the_bundled_guides_can_be_turned_round(ending: str, turned: str) -> None:
    tried = 0
    for guide in sorted((knowledge_folder() / "guides").glob("*.md")):
        for sentence in sentences(guide.read_text(encoding="utf-8").split("---", 2)[2]):
            if sentence.endswith(ending) and "<" not in sentence and len(sentence) <= 290:
                claim = sentence.removesuffix(ending) + turned
                result = verify(Claim(text=claim, quote=sentence, passage_key="P1"), _as_passage(sentence))
                assert isinstance(result, Rejection), claim
                tried += 1
    assert tried


def test_a_quote_of_everything_supports_nothing() -> None:
    text = "値段の分かる表を持っていきます。" * 40
    checked = verify(Claim(text=text[:16], quote=text[:600], passage_key="P1"), _as_passage(text))
    assert checked == Rejection(reason=Reason.QUOTE_TOO_LONG)


def test_a_short_list_item_may_be_quoted_whole() -> None:
    there = _as_passage("持ち物\n・見本\n・価格表")
    whole = verify(Claim(text="持ち物は価格表です。", quote="・価格表", passage_key="P1"), there)
    part = verify(Claim(text="持ち物は価格表です。", quote="価格", passage_key="P1"), there)
    assert isinstance(whole, VerifiedClaim)
    assert part == Rejection(reason=Reason.QUOTE_TOO_SHORT)


@pytest.mark.parametrize(
    ("claim", "locale", "shown"),
    [
        ("会う前に、相手に何を聞くかを一つ決めておきます。", "en", False),
        ("Decide on one thing to ask before you meet.", "ja", False),
        ("Decide on one thing to ask before you meet.", "en", True),
    ],
)
def test_the_answer_is_in_the_language_asked_for(claim: str, locale: Any, shown: bool) -> None:
    quote = "会う前に、相手に何を聞くかを一つ決めておきます。"
    checked = verify(Claim(text=claim, quote=quote, passage_key="P1"), passages(), locale=locale)
    assert isinstance(checked, VerifiedClaim) is shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("- **大切**なのは、\n一つです。 [P1]", "大切なのは、 一つです。"),
        ("一つ\u200bです\u202e。\x07", "一つです。"),
        ("5 < 10 です (e.g. 3.5%)", "5 < 10 です (e.g. 3.5%)"),
        ("製造にIoT。AIも使います", "製造にIoT。AIも使います"),
        ("R&D の費用（P2）", "R&D の費用"),
    ],
)
def test_marks_are_removed_quietly(written: str, shown: str) -> None:
    assert clean(written) == shown


@pytest.mark.parametrize("written", ["evil[P1].com", "evi**l.example**", "h`ttp`s://x", "a [P1]@here", "<\u200bb>x"])
def test_what_marks_hide_is_found(written: str) -> None:
    with pytest.raises(UnsafeClaim):
        clean(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三十日以内", "３０日以内"),
        ("30日", "thirty days"),
        ("1億2,000万円", "一億二千万円"),
        ("300万円", "3 million yen"),
        ("3割", "30%"),
        ("令和8年", "2026年"),
        ("3か月", "three months"),
        ("3月31日", "March 31"),
        ("百五十社", "150社"),
        ("十分以内", "10分以内"),
        ("二〇二六年", "2026年"),
        ("twenty-five people", "25人"),
    ],
)
def test_one_figure_in_two_writings(one: str, other: str) -> None:
    assert not foreign_figures(one, other)
    assert figures(one)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("30日", "30万円"),
        ("3か月", "3月"),
        ("1.5倍", "15倍"),
        ("三十一日", "三十日"),
        ("4割", "4%"),
        ("March 31", "May 31"),
    ],
)
def test_two_figures(claim: str, source: str) -> None:
    assert foreign_figures(claim, source)


@pytest.mark.parametrize("text", ["一般に", "一番大切", "十分な準備", "第三者", "一緒に", "万一のとき", "one of them"])
def test_words_that_are_no_figures(text: str) -> None:
    assert figures(text) == frozenset()
