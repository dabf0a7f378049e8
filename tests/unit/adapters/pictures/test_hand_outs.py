"""The files of a card as they are sent: names, words for whoever cannot see, and what is said in their place."""

from __future__ import annotations

from dataclasses import replace

from bot.adapters.pictures.hand_outs import CardHandOuts, replaced_characters
from bot.core.coaching.cards.models import CardField, Entry, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.ports import HandOuts
from bot.core.messages import Fact
from bot.core.outgoing import MadeFile, made
from bot.core.people import Company
from tests.fakes.cards_to_draw import FIRM, WHOLE, card, filled, say_in

COMPANY = Company(id="firm", name=FIRM)
HAND_OUTS: HandOuts = CardHandOuts()


def sent(shown: ValueCard | None = None, *, company: Company = COMPANY) -> dict[str, MadeFile]:
    made_files = [made(file, say_in("ja")) for file in HAND_OUTS(shown or card(), company, "ja")]
    return {file.name.rsplit(".", 1)[1]: file for file in made_files}


def test_five_files_are_made_each_of_its_kind() -> None:
    files = sent()
    starts = {"png": b"\x89PNG", "pdf": b"%PDF-", "pptx": b"PK", "xlsx": b"PK", "md": b"# "}
    assert {ending: file.content[: len(starts[ending])] for ending, file in files.items()} == starts


def test_the_picture_says_in_words_what_stands_on_it() -> None:
    alt = sent()["png"].alt_text
    for words in (FIRM, WHOLE[CardField.SUBJECT], WHOLE[CardField.WHO], WHOLE[CardField.CHANGE], "4段階の3"):
        assert words in alt
    assert "図：これまでの「8時間」と、これからの「30分」を並べています。" in alt
    assert "技術の準備は9段階の8、お客様の準備は9段階の3。" in alt
    assert "薄い板を平らに保つ → 削り合わせをなくす → 約束した日に出荷する" in alt
    assert f"いちばん小さな試し：{WHOLE[CardField.TRY]}。" in alt


def test_the_picture_says_in_words_what_is_not_known_and_nothing_of_what_is_not_there() -> None:
    unknown = (CardField.WHO, CardField.CHANGE, CardField.EVIDENCE, CardField.TRL, CardField.TRY)
    assert sent(card({}, unknown=unknown, uses=()))["png"].alt_text.count("まだ分かっていません") == 5
    only = sent(card({CardField.SUBJECT: "研磨"}, uses=()))["png"].alt_text
    assert only == f"{FIRM}の価値カード「研磨」、A4縦の1枚。"


def test_the_longest_words_for_a_picture_are_whole() -> None:
    """Slack takes 1,000 characters: nothing is cut at its end."""
    longest = sent(filled("長" * 2_000), company=Company(id="firm", name="名" * 300))["png"].alt_text
    assert longest.endswith("…。")
    assert len(longest) < 1_000


def test_what_the_typeface_lacks_is_said_beside_the_page() -> None:
    shown = card({**WHOLE, CardField.WHO: "よい😀方"})
    assert replaced_characters(shown, COMPANY) == ("😀",)
    assert "〓" in sent(shown)["png"].title
    assert "😀" in sent(shown)["pdf"].title
    assert "〓" not in sent()["png"].title


def test_what_cannot_be_sent_is_said_in_words() -> None:
    for file in HAND_OUTS(card(), COMPANY, "ja"):
        assert WHOLE[CardField.CHANGE] in [part.value for part in file.in_words if isinstance(part, Fact)]


def test_what_may_not_be_seen_is_in_no_file_and_in_no_word_beside_it() -> None:
    secret = "誰にも言わない仕入先"
    shared = dict.fromkeys(FieldGroup, Reach.REGION)
    whole = card({**WHOLE, CardField.TODAY: secret}, reach=shared)
    entries: dict[CardField, Entry] = dict(whole.entries)
    del entries[CardField.TODAY]
    for file in HAND_OUTS(replace(whole, entries=entries), COMPANY, "ja"):
        assert secret not in repr(file.in_words)
        assert secret not in repr(file.alt_text)
    assert secret not in sent(replace(whole, entries=entries))["md"].content.decode()


def test_long_names_and_answers_make_files_all_the_same() -> None:
    long = Company(id="firm", name="株式会社" + "とても長い名前の" * 30)
    for file in sent(filled("長" * 2_000), company=long).values():
        assert len(file.content) < 2_000_000
        assert len(file.name) <= 100
