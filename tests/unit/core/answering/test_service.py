"""The use cases of answering over small real parts: every state, and nothing between them."""

from __future__ import annotations

import pytest

from bot.adapters.japanese import SudachiAnalyser
from bot.core.answering.beyond import BeyondTopic
from bot.core.answering.models import LONGEST_QUESTION, MOST_CITATIONS, State, Statement
from bot.core.messages import Source
from bot.errors import IndexDamaged, ModelUnavailable, UsageError
from tests.fakes.answering import DamagedIndex, FakeLexicalIndex, FakeVectors, World, make_world, passage

SHEET = passage(
    "trial-sheet",
    1,
    "実証シートの書き方",
    "実証シートには、測るものと決める日を書きます。\n・測るものは数字で書きます。\n・決める日は日付で書きます。",
    asked=("実証シートには何を書くか",),
)
NEXT = passage("trial-sheet", 2, "実証シートを使う日", "実証シートは、決める日に机に置いて読み直します。")
FEES = passage("fees", 1, "会議室の料金", "会議室の料金は、半日で二千円です。", is_bundled=False)
PLANET = BeyondTopic(
    id="planets", ja="天体", en="planets", ask_at={"ja": "天文台"}, questions=("冥王星の衛星はいくつありますか",)
)
ASKED = "実証シートには何を書きますか？"
DECLINED = "冥王星の衛星はいくつありますか"


@pytest.fixture(scope="module")
def analyser() -> SudachiAnalyser:
    return SudachiAnalyser()


@pytest.fixture
def world(analyser: SudachiAnalyser) -> World:
    return make_world([SHEET, NEXT, FEES], analyser, beyond=[PLANET])


def test_answered_with_checked_citations_and_one_record(world: World) -> None:
    answer = world.service.answer(text=f"  {ASKED}\n", conversation_id="c", locale="ja")
    assert answer.state is State.ANSWERED
    assert answer.question == ASKED
    assert 1 <= len(answer.sources) <= MOST_CITATIONS
    for statement, source in zip(answer.statements, answer.sources, strict=True):
        assert statement.citation == source.number
        assert statement.text == source.quote
        assert source.quote in source.passage
    assert [(one.state, one.text) for one in world.log.asked] == [("answered", ASKED)]
    assert world.log.asked[0].answer["passages"] == [source.passage_id for source in answer.sources]


def test_follow_ups_come_from_headings_besides_those_cited(world: World) -> None:
    answer = world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    cited = {source.passage_id for source in answer.sources}
    assert answer.follow_ups
    assert not cited & {heading.passage_id for heading in answer.follow_ups}


def test_declined_with_headings_and_whom_to_ask(world: World) -> None:
    answer = world.service.answer(text=DECLINED, conversation_id="c", locale="ja")
    assert (answer.state, answer.statements, answer.sources) == (State.NOT_IN_GUIDES, (), ())
    (ask_at,) = (note for note in answer.notes_after if note.key == "declined-ask-at")
    assert ask_at.arguments == {"topic": "天体", "desk": "天文台"}
    english = world.service.answer(text=DECLINED, conversation_id="c", locale="en")
    assert "declined-ask-at" not in {note.key for note in english.notes_after}
    assert [one.state for one in world.log.asked] == ["not_in_guides"] * 2


def test_handed_over_only_from_the_record_and_once(world: World) -> None:
    world.service.answer(text=DECLINED, conversation_id="c", locale="ja")
    first = world.service.hand_over(conversation_id="c", locale="ja")
    again = world.service.hand_over(conversation_id="c", question_id=first.question_id, locale="ja")
    assert (first.state, first.question) == (State.HANDED_OVER, DECLINED)
    assert first.reference == again.reference
    assert len(world.log.handed_over) == 1


def test_nothing_is_handed_over_that_was_not_asked(world: World) -> None:
    world.service.answer(text=DECLINED, conversation_id="other", locale="ja")
    for wanted in (None, "unknown"):
        with pytest.raises(UsageError, match="hand-over-nothing-asked"):
            world.service.hand_over(conversation_id="c", question_id=wanted, locale="ja")
    assert not world.log.handed_over


def test_what_cannot_be_stored_has_failed_with_a_reference(world: World) -> None:
    world.log.broken = True
    answer = world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    assert (answer.state, answer.statements, answer.sources) == (State.FAILED, (), ())
    assert answer.reference == "M-000001"
    assert world.log.failures == [("answer", "StorageError")]


def test_a_hand_over_that_cannot_be_stored_is_not_claimed(world: World) -> None:
    world.service.answer(text=DECLINED, conversation_id="c", locale="ja")
    world.log.broken = True
    answer = world.service.hand_over(conversation_id="c", locale="ja")
    assert (answer.state, answer.reference) == (State.FAILED, "M-000001")
    assert not world.log.handed_over


def test_a_damaged_half_is_reported_and_the_other_answers(world: World, analyser: SudachiAnalyser) -> None:
    world.indexes.damaged = [DamagedIndex([])]
    answer = world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    assert answer.state is State.ANSWERED
    assert world.indexes.reported == {"lexical": 1}


def test_damaged_vectors_leave_the_words(world: World) -> None:
    world.indexes.vectors = FakeVectors(IndexDamaged("chroma", "no collection"))
    assert world.service.answer(text=ASKED, conversation_id="c", locale="ja").state is State.ANSWERED
    assert world.indexes.reported == {"vector": 1}


def test_an_embedder_that_does_not_answer_is_done_without(world: World) -> None:
    world.indexes.vectors = FakeVectors(ModelUnavailable("embedder", "busy"))
    assert world.service.answer(text=ASKED, conversation_id="c", locale="ja").state is State.ANSWERED
    assert not world.indexes.reported


def test_damage_without_end_has_failed(world: World) -> None:
    world.indexes.damaged = [DamagedIndex([]) for _ in range(9)]
    answer = world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    assert (answer.state, answer.reference) == (State.FAILED, "M-000001")


def test_a_retired_guide_is_not_cited_though_it_is_indexed(world: World) -> None:
    world.shelf.retired.add("trial-sheet")
    answer = world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    assert all(source.guide != "trial-sheet" for source in answer.sources)


def test_an_empty_library_declines(analyser: SudachiAnalyser) -> None:
    world = make_world([], analyser, index=FakeLexicalIndex)
    answer = world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    assert (answer.state, answer.nearest) == (State.NOT_IN_GUIDES, ())


def test_the_listener_hears_every_statement_once_in_order(world: World) -> None:
    heard: list[tuple[Statement, Source]] = []
    answer = world.service.answer(
        text=ASKED, conversation_id="c", locale="ja", listen=lambda statement, source: heard.append((statement, source))
    )
    assert heard == list(zip(answer.statements, answer.sources, strict=True))


def test_a_follow_up_goes_on_with_the_conversation_and_no_other(world: World) -> None:
    world.service.answer(text=ASKED, conversation_id="c", locale="ja")
    more = world.service.answer(text="もっと詳しく", conversation_id="c", locale="ja")
    assert [source.passage_id for source in more.sources][:1] == ["trial-sheet@1/2"]
    elsewhere = world.service.answer(text="もっと詳しく", conversation_id="d", locale="ja")
    assert elsewhere.state is State.NOT_IN_GUIDES


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "question-empty"), (" \x00\u3000", "question-empty"), ("あ" * (LONGEST_QUESTION + 1), "question-too-long")],
)
def test_what_is_no_question_is_refused_and_not_recorded(world: World, text: str, key: str) -> None:
    with pytest.raises(UsageError, match=key):
        world.service.answer(text=text, conversation_id="c", locale="ja")
    assert not world.log.asked


def test_the_longest_question_is_taken(world: World) -> None:
    text = "実証シート" * (LONGEST_QUESTION // 5)
    assert world.service.answer(text=text, conversation_id="c", locale="ja").state is not State.FAILED


def test_neighbours(world: World) -> None:
    assert [one.id for one in world.service.neighbours(passage_id="trial-sheet@1/2")] == [
        "trial-sheet@1/1",
        "trial-sheet@1/2",
    ]
    with pytest.raises(UsageError, match="passage-unknown"):
        world.service.neighbours(passage_id="nobody@1/1")
