"""Nothing a guide, a model or a person wrote can mention, link or unfurl, on any surface."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ANSWER_SEND, ASK
from bot.core.messages import (
    Choice,
    Claimed,
    Fact,
    Field,
    Headed,
    Item,
    Message,
    Offer,
    Part,
    Passage,
    Quoted,
    Reply,
    Said,
    Source,
)
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.drawing.untrusted import inert, literal, markdown
from tests.fakes.attacks import rows
from tests.platforms.slack.markup import (
    QUOTES,
    acts_in_blocks,
    acts_in_markdown,
    acts_in_mrkdwn,
    as_read,
    words_in_blocks,
    words_of_markdown,
    words_of_mrkdwn,
)

ATTACKS = [row["text"] for row in rows("slack_words")]
LABEL = Message("sources-heading")


def in_every_place(words: str) -> Reply:
    """A reply with the words wherever words that are not ours can stand."""
    note = Message("answer-deadline", {"title": words, "date": words})
    return Reply(
        state="answered",
        title=note,
        parts=(
            Said(note),
            Headed(note),
            Quoted(words, 1),
            Claimed(words, 1),
            Claimed(words, 1),
            Fact(note, words),
            Passage(words, f"前{words}後", words),
            Item(words, (words, note), (Offer(ASK, words[:50], text=words),)),
            Field(name="a", label=note, hint=note, initial=words, kind="lines"),
            Field(name="b", label=note, kind="choice", choices=(Choice("1", words),)),
        ),
        sources=(source(words),),
        offers=(Offer(ASK, words[:50], text=words, confirm=note),),
        submit=Offer(ANSWER_SEND, "7", note, confirm=note),
    )


def source(words: str) -> Source:
    return Source(
        number=1, guide="g", title=words, edition=words, edition_is_known=True, page=3, heading=words, quote=words,
        passage=words, passage_id="g@1/1",
    )  # fmt: skip


def test_the_attacks_are_many_and_in_both_languages() -> None:
    assert len(ATTACKS) == len(set(ATTACKS)) >= 80
    assert {row["locale"] for row in rows("slack_words")} == {"ja", "en"}


@pytest.mark.parametrize("surface", ["message", "sheet", "form", "home"])
@pytest.mark.parametrize("words", ATTACKS, ids=ascii)
def test_blocks_show_the_words_and_do_nothing(words: str, surface: str, sentences: FluentSentences) -> None:
    drawing, reply = SlackDrawing(sentences, "ja"), in_every_place(words)
    drawn: Any
    if surface == "message":
        drawn = drawing.message(reply).blocks
    elif surface == "home":
        drawn = drawing.home(reply)
    else:
        drawn = drawing.sheet(reply if surface == "form" else Reply(parts=reply.parts, sources=reply.sources))
    assert acts_in_blocks(drawn) == []
    for line in literal(words).split("\n"):
        assert as_read(line) in as_read(words_in_blocks(drawn))


@pytest.mark.parametrize("words", ATTACKS, ids=ascii)
def test_the_text_of_a_message_shows_the_words_and_does_nothing(words: str, sentences: FluentSentences) -> None:
    text = SlackDrawing(sentences, "en").message(in_every_place(words)).text
    assert acts_in_mrkdwn(text) == []
    assert acts_in_mrkdwn(SlackDrawing(sentences, "ja").say(Message("answer-region", _region(words)))) == []


@pytest.mark.parametrize("words", ATTACKS, ids=ascii)
def test_a_stream_shows_the_words_and_does_nothing(words: str, sentences: FluentSentences) -> None:
    drawing = SlackDrawing(sentences, "ja")
    note = Message("answer-region", _region(words))
    parts: list[Part] = [
        Said(note),
        Claimed(words, 1),
        Fact(LABEL, words),
        Item(words, (words,)),
        Passage(words, words),
    ]
    for text in (*(drawing.stream(part) for part in parts), drawing.stream_note(note)):
        assert acts_in_markdown(text) == []
    assert acts_in_markdown(drawing.stream(Quoted(words, 1)), allowed=QUOTES) == []
    together = "".join(drawing.stream(part) for part in (Quoted(words), Claimed(words, 1), Quoted(words, 2)))
    assert acts_in_markdown(together, allowed=QUOTES) == []


@pytest.mark.parametrize("words", ATTACKS, ids=ascii)
def test_who_reads_a_stream_or_a_notice_reads_the_very_words(words: str) -> None:
    assert as_read(words_of_markdown(markdown(words))) == as_read(literal(words))
    assert as_read(words_of_mrkdwn(inert(words))) == as_read(literal(words))


@pytest.mark.parametrize("words", ["<@U0ATTACKER1>", "https://evil.example", "[a](https://evil.example)", "@here"])
def test_the_interpreter_sees_what_is_not_defended(words: str) -> None:
    assert acts_in_mrkdwn(words)
    assert acts_in_markdown(words)
    assert acts_in_blocks({"type": "mrkdwn", "text": words})
    assert acts_in_blocks({"type": "plain_text", "text": words})


def test_most_attacks_would_act_undefended() -> None:
    acting = [words for words in ATTACKS if acts_in_mrkdwn(words) or acts_in_markdown(words)]
    assert len(acting) > 120


def test_halves_of_characters_are_left_out() -> None:
    assert literal("実\ud800り\udfff") == "実り"
    assert inert("\ud800") == ""


def test_variants_of_characters_keep_their_selector() -> None:
    assert literal("葛\U000e0100城") == "葛\U000e0100城"


def _region(words: str) -> dict[str, str | int | float]:
    return {"title": words, "region": words}
