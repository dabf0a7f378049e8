"""Replies of any size stay within Slack's limits, and say so where something is left out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ANSWER_SEND, ASK, HAND_OVER, SHOW_PASSAGE
from bot.core.messages import (
    Choice,
    Claimed,
    Fact,
    Field,
    Headed,
    Item,
    Message,
    Offer,
    Passage,
    Quoted,
    Reply,
    Said,
    Source,
)
from bot.platforms.slack.drawing import SlackDrawing, limits
from bot.workspace.blocks import validate_blocks, validate_view

LETTERS = st.sampled_from("あ漢。、 \n\ta<&>*`@\U00020bb7👨\u200d\u0301\u3164\ue000")
WORDS = st.one_of(
    st.text(LETTERS, max_size=40),
    st.text(max_size=40),
    st.builds(lambda word, times: (word or "長い。") * times, st.text(LETTERS, max_size=8), st.integers(1, 2_500)),
)
NOTES = st.builds(lambda words: Message("answer-region", {"title": words, "region": words}), WORDS)
MAYBE = st.one_of(st.none(), NOTES)
REFERENCES = st.text("abc0-:", max_size=limits.BUTTON_VALUE)
OFFERS = st.builds(
    Offer, st.sampled_from([ASK, SHOW_PASSAGE, HAND_OVER]), REFERENCES, MAYBE, WORDS, MAYBE, st.booleans()
)
ROWS = st.lists(OFFERS, max_size=60).map(tuple)
EITHER = st.one_of(WORDS, NOTES)
CHOICES = st.lists(st.builds(Choice, st.text("ab1", min_size=1, max_size=150), EITHER), max_size=120)
FIELDS = st.builds(
    Field,
    name=st.text("abcdef", min_size=1, max_size=255),
    label=NOTES,
    kind=st.sampled_from(["line", "lines", "choice", "choices"]),
    hint=MAYBE,
    choices=CHOICES.map(tuple),
    initial=WORDS,
    is_required=st.booleans(),
    longest=st.integers(-5, 10_000),
)
PARTS = st.one_of(
    st.builds(Said, NOTES),
    st.builds(Headed, NOTES),
    st.builds(Quoted, WORDS, st.integers(0, 9)),
    st.builds(Claimed, WORDS, st.integers(0, 9)),
    st.builds(Fact, NOTES, EITHER),
    st.builds(Passage, WORDS, WORDS, WORDS),
    st.builds(Item, EITHER, st.lists(EITHER, max_size=4).map(tuple), ROWS),
    FIELDS,
)


def _one_name_each(parts: list[Any]) -> tuple[Any, ...]:
    names: set[str] = set()
    kept = []
    for part in parts:
        if not isinstance(part, Field) or part.name not in names:
            kept.append(part)
        names |= {part.name} if isinstance(part, Field) else set()
    return tuple(kept)


SOURCES = st.builds(
    Source, number=st.integers(1, 99), guide=WORDS, title=WORDS, edition=WORDS, edition_is_known=st.booleans(),
    page=st.one_of(st.none(), st.integers(1, 999)), heading=WORDS, quote=WORDS, passage=WORDS, passage_id=REFERENCES,
)  # fmt: skip
REPLIES = st.builds(
    Reply,
    state=st.sampled_from(["", "answered", "not_in_guides", "handed_over", "failed"]),
    parts=st.lists(PARTS, max_size=70).map(_one_name_each),
    sources=st.lists(SOURCES, max_size=12).map(tuple),
    offers=ROWS,
    title=MAYBE,
    submit=st.one_of(st.none(), st.builds(Offer, st.just(ANSWER_SEND), REFERENCES, MAYBE, WORDS, MAYBE)),
)
ANY_SIZE = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@ANY_SIZE
@given(REPLIES)
def test_a_message_of_any_size_is_taken(sentences: FluentSentences, reply: Reply) -> None:
    drawn = SlackDrawing(sentences, "ja").message(reply)
    validate_blocks(drawn.blocks, "message")
    assert drawn.blocks
    assert 0 < len(drawn.text.encode()) <= 4_000
    _buttons_are_told_apart(drawn.blocks)
    if any("blocks >" in one for one in drawn.cut):
        said = json.dumps(drawn.blocks, ensure_ascii=False)
        assert "省いています" in said or "表示していません" in said


@ANY_SIZE
@given(REPLIES)
def test_a_sheet_of_any_size_is_taken(sentences: FluentSentences, reply: Reply) -> None:
    view = SlackDrawing(sentences, "en").sheet(reply, private={"conversation": "D1"})
    validate_view(view)
    _buttons_are_told_apart(view["blocks"])


@ANY_SIZE
@given(REPLIES)
def test_a_home_page_of_any_size_is_taken(sentences: FluentSentences, reply: Reply) -> None:
    view = SlackDrawing(sentences, "ja").home(reply)
    validate_view(view)
    _buttons_are_told_apart(view["blocks"])


@ANY_SIZE
@given(st.lists(PARTS, max_size=5))
def test_a_stream_takes_any_part(sentences: FluentSentences, parts: list[Any]) -> None:
    drawing = SlackDrawing(sentences, "en")
    assert all(drawing.stream(part).endswith("\n") for part in parts)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_opening_sheet_is_taken(sentences: FluentSentences, locale: Any) -> None:
    validate_view(SlackDrawing(sentences, locale).opening_sheet())


def test_a_long_part_is_shown_in_pieces_whole(sentences: FluentSentences) -> None:
    text = "これは長い文です。" * 1_000
    drawn = SlackDrawing(sentences, "ja").message(Reply(parts=(Quoted(text),)))
    shown = "".join(run["text"] for block in drawn.blocks for run in block["elements"][0]["elements"])
    assert shown == text
    assert drawn.cut == ()


def test_too_much_is_cut_before_the_buttons_and_said(sentences: FluentSentences) -> None:
    ask = Offer(HAND_OVER, "q", Message("offer-hand-over"))
    parts = tuple(Quoted(f"{number}。" + "長" * 900) for number in range(30))
    drawn = SlackDrawing(sentences, "ja").message(Reply(parts=parts, offers=(ask,)))
    assert [block["type"] for block in drawn.blocks[-2:]] == ["context", "actions"]
    assert drawn.blocks[-2]["elements"][0]["text"] == "長いため、ここから先は省いています。"
    assert drawn.cut == ("parts: 30 blocks > 13",)


def test_a_row_with_too_many_long_buttons_keeps_as_many_as_fit(sentences: FluentSentences) -> None:
    offers = (Offer(HAND_OVER, "q", LONG, confirm=LONG),) * 40
    drawn = SlackDrawing(sentences, "ja").message(Reply(parts=(Said(NOTE),), offers=offers))
    assert [block["type"] for block in drawn.blocks] == ["rich_text", "context", "actions"]
    assert len(drawn.blocks[2]["elements"]) > 10


def test_a_long_label_keeps_the_last_headings(sentences: FluentSentences) -> None:
    whole = f"{'題' * 20} > {'節' * 10} > 目的を決める"
    (row,) = SlackDrawing(sentences, "ja").message(Reply(offers=(Offer(ASK, "q", text=whole),))).blocks
    (button,) = row["elements"]
    assert button["text"]["text"] == f"{'節' * 10} > 目的を決める"
    assert button["accessibility_label"] == whole


@pytest.mark.parametrize("reference", ["x" * 2_001, "\U00020bb7" * 1_001])
def test_a_reference_that_no_button_can_carry_is_refused(sentences: FluentSentences, reference: str) -> None:
    with pytest.raises(ValueError, match="hand_over is longer than 2000"):
        SlackDrawing(sentences, "ja").message(Reply(offers=(Offer(HAND_OVER, reference, Message("offer-hand-over")),)))


def test_what_no_sheet_can_carry_is_refused(sentences: FluentSentences) -> None:
    sheet = SlackDrawing(sentences, "ja").sheet
    label = Message("sources-heading")
    submit = Offer(ANSWER_SEND, "7", label)
    with pytest.raises(ValueError, match="same name"):
        sheet(Reply(parts=(Field(name="a", label=label), Field(name="a", label=label)), submit=submit))
    with pytest.raises(ValueError, match="more than 3000"):
        sheet(Reply(submit=submit), private={"a": "x" * 3_000})
    with pytest.raises(ValueError, match="field's name"):
        sheet(Reply(parts=(Field(name="", label=label),), submit=submit))
    with pytest.raises(ValueError, match="choice"):
        sheet(Reply(parts=(Field(name="a", label=label, kind="choice", choices=(Choice("", label),)),), submit=submit))


def _buttons_are_told_apart(blocks: list[dict[str, Any]]) -> None:
    """Every action_id once in the whole surface, and a number after a dot."""
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    rows += [[block["accessory"]] for block in blocks if "accessory" in block]
    names = [button["action_id"] for row in rows for button in row]
    assert len(names) == len(set(names))
    assert all(name.rpartition(".")[2].isdigit() for name in names)


NOTE = Message("sources-heading")
LONG = Message("answer-region", {"title": "長い" * 2_000, "region": "𠮷" * 2_000})
MANY = {
    "parts": Reply(parts=(Said(NOTE),) * 300),
    "headings": Reply(parts=(Headed(LONG),) * 300),
    "items": Reply(parts=(Item("題", ("点",), (Offer(ASK, "q", NOTE), Offer(ASK, "r", NOTE))),) * 300),
    "items with one button": Reply(parts=(Item("題", offers=(Offer(ASK, "q", NOTE),)),) * 300),
    "buttons": Reply(offers=(Offer(HAND_OVER, "q", NOTE),) * 60),
    "buttons of an item": Reply(parts=(Item("題", offers=(Offer(HAND_OVER, "q", NOTE),) * 60),)),
    "long buttons": Reply(offers=(Offer(ASK, "x" * 2_000, LONG, confirm=LONG),) * 300),
    "one long button": Reply(offers=(Offer(ASK, "x" * 2_000, LONG, confirm=LONG),)),
    "facts": Reply(parts=(Fact(NOTE, "𠮷" * 2_000),) * 300),
    "passages": Reply(parts=(Passage("題", "𠮷" * 9_000, "𠮷" * 5_000),) * 20),
}


@pytest.mark.parametrize("reply", MANY.values(), ids=MANY.keys())
def test_far_too_much_of_one_kind_is_taken_on_every_surface(sentences: FluentSentences, reply: Reply) -> None:
    drawing = SlackDrawing(sentences, "ja")
    validate_blocks(drawing.message(reply).blocks, "message")
    validate_view(drawing.home(reply))
    validate_view(drawing.sheet(reply))


@pytest.mark.parametrize("count", [1, 6, 7, 100, 101, 200])
def test_choices_are_as_many_as_a_field_takes(sentences: FluentSentences, count: int) -> None:
    choices = tuple(Choice(f"{number:150}", LONG) for number in range(count))
    field = Field(name="n" * 255, label=LONG, hint=LONG, kind="choice", choices=choices, initial=f"{0:150}")
    view = SlackDrawing(sentences, "en").sheet(Reply(parts=(field,), submit=Offer(ANSWER_SEND, "x" * 2_000, LONG)))
    validate_view(view)
    element = view["blocks"][0]["element"]
    groups = [group["options"] for group in element["option_groups"]] if count > 100 else [element["options"]]
    assert [len(group) for group in groups] == [min(100, count - start) for start in range(0, count, 100)]
    assert element["initial_option"] == groups[0][0]


def test_a_form_holds_as_many_words_as_a_field_takes(sentences: FluentSentences) -> None:
    fields = tuple(
        Field(name=f"f{number}", label=NOTE, kind="lines", initial="𠮷" * 5_000, longest=9_000) for number in range(9)
    )
    view = SlackDrawing(sentences, "ja").sheet(Reply(parts=fields, submit=Offer(ANSWER_SEND, "h", NOTE)))
    validate_view(view)
    assert view["blocks"][0]["element"]["max_length"] == 3_000
