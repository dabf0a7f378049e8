"""A question in a chat: answered, judged, looked behind; drawn anew from its record; nothing for the wrong reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.core.actions import ASK, HAND_OVER, RATE_OFF, RATE_USEFUL, SHOW_PASSAGE
from bot.core.answering.in_chat import ChatAnswers
from bot.core.answering.models import SourcePassage
from bot.core.answering.prompts import Prompt
from bot.core.answering.service import Model
from bot.core.messages import Asked, Passage, Place, Quoted, Reply, Said
from bot.errors import UsageError
from tests.fakes.answering import World, make_world, passage
from tests.fakes.corpus import analyser

PASSAGES = [
    passage("g", 1, "実証シートの書き方", "実証シートには、成功の基準と判断の日を先に書きます。"),
    passage("g", 2, "支払う人", "実証のあとに誰が支払うかを、始める前に決めておきます。"),
    passage(
        "staff", 1, "面談の記録", "面談の記録は、当日のうちに支援機関の台帳へ書き写します。", audience=("coordinator",)
    ),
]
QUESTION = "実証シートには何を先に書きますか"


@pytest.fixture
def world() -> World:
    return make_world(PASSAGES, analyser())


@pytest.fixture
def chat(world: World) -> ChatAnswers:
    return ChatAnswers(answering=world.service, log=world.log)


def ask(chat: ChatAnswers, text: str, *, thread: str = "1", readers: frozenset[str] = frozenset()) -> Reply:
    place = Place(conversation="D1", thread=thread)
    asked = Asked(id=text + thread, address="U1", place=place, text=text)
    return chat.ask(asked, locale="ja", may_read=lambda one: may_read(one, readers))


def may_read(one: SourcePassage, readers: frozenset[str]) -> bool:
    return not one.audience or bool(readers & set(one.audience))


def actions(reply: Reply) -> list[str]:
    return [offer.action for offer in reply.offers]


def test_an_answer_can_be_opened_judged_and_given_to_a_person(chat: ChatAnswers, world: World) -> None:
    reply = ask(chat, QUESTION)
    assert reply.state == "answered"
    assert {SHOW_PASSAGE, RATE_USEFUL, RATE_OFF, HAND_OVER} <= set(actions(reply))
    assert world.log.asked[0].asker == "U1"


def test_what_was_said_of_an_answer_is_kept_once_and_thanked_for(chat: ChatAnswers, world: World) -> None:
    first = ask(chat, QUESTION)
    question_id = world.log.asked[0].id
    rated = chat.rate(question_id, address="U1", is_useful=True)
    assert rated == chat.rate(question_id, address="U1", is_useful=True)
    assert [part.message.key for part in rated.parts if isinstance(part, Said)][-1] == "rated-useful"
    assert RATE_USEFUL not in actions(rated)
    assert HAND_OVER in actions(rated)
    quotes = [part.text for part in first.parts if isinstance(part, Quoted)]
    assert [part.text for part in rated.parts if isinstance(part, Quoted)] == quotes
    assert RATE_USEFUL in actions(chat.again(question_id, address="U2")), "somebody else has not said anything yet"


def test_an_answer_drawn_anew_from_its_record_is_the_answer_that_was_given(chat: ChatAnswers, world: World) -> None:
    first = ask(chat, QUESTION)
    again = chat.again(world.log.asked[0].id, address="U1")
    assert again.parts == first.parts
    assert again.offers == first.offers
    assert [one.quote for one in again.sources] == [one.quote for one in first.sources]


def test_the_passage_is_shown_between_its_neighbours_with_the_quote_marked(chat: ChatAnswers) -> None:
    reply = ask(chat, QUESTION)
    opens = next(offer for offer in reply.offers if offer.action == SHOW_PASSAGE)
    sheet = chat.passage(opens.reference, may_read=lambda one: True)
    passages = [part for part in sheet.parts if isinstance(part, Passage)]
    assert [part.heading for part in passages] == ["実証シートの書き方", "支払う人"]
    assert passages[0].quote
    assert passages[0].quote in passages[0].text
    assert not passages[1].quote


def test_a_guide_for_others_is_neither_quoted_nor_opened(chat: ChatAnswers, world: World) -> None:
    question = "面談の記録はいつまでに台帳へ書き写しますか"
    assert ask(chat, question).state == "not_in_guides"
    answered = ask(chat, question, thread="2", readers=frozenset({"coordinator"}))
    assert answered.state == "answered"
    opens = next(offer for offer in answered.offers if offer.action == SHOW_PASSAGE)
    with pytest.raises(UsageError):
        chat.passage(opens.reference, may_read=lambda one: may_read(one, frozenset()))


def test_a_new_message_in_a_direct_conversation_goes_on_with_the_last_one(chat: ChatAnswers, world: World) -> None:
    ask(chat, QUESTION, thread="1")
    assert ask(chat, "それには何を先に書きますか", thread="2").state == "answered"
    assert str(world.log.asked[1].answer["searched_as"]).startswith(QUESTION)


def test_what_is_not_on_record_is_said(chat: ChatAnswers) -> None:
    acts: tuple[Callable[[], Reply], ...] = (
        lambda: chat.rate("nobody", address="U1", is_useful=True),
        lambda: chat.passage("nobody:1", may_read=lambda one: True),
        lambda: chat.again("nobody", address="U1"),
    )
    for act in acts:
        with pytest.raises(UsageError):
            act()


def test_several_questions_at_once_that_are_declined_are_offered_one_at_a_time(chat: ChatAnswers) -> None:
    reply = ask(chat, "会議室の料金はいくらですか？ あと、駐車場はどこですか？")
    assert reply.state == "not_in_guides"
    assert [offer.text for offer in reply.offers if offer.action == ASK] == [
        "会議室の料金はいくらですか？",
        "駐車場はどこですか？",
    ]
    assert actions(reply)[-1] == HAND_OVER
    said = [part.message.key for part in reply.parts if isinstance(part, Said)]
    assert "answer-ask-apart" in said
    assert "answer-nearest" not in said


class Overhearing:
    """A model that remembers what it was told, and says nothing."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def stream(self, *, system: str, user: str) -> Iterator[str]:
        self.told.append(user)
        yield '{"none": true}\n'


def test_words_that_may_name_a_contact_go_to_no_model() -> None:
    model = Overhearing()
    prompt = Prompt(version=1, system="Answer in ${language}.", user="${passages}\n${question}")
    world = make_world(PASSAGES, analyser(), model=Model(chat=model, prompt=prompt))
    chat = ChatAnswers(answering=world.service, log=world.log)

    def asked(id: str, *, with_model: bool) -> Reply:
        one = Asked(id=id, address="U1", place=Place(conversation="D1", thread=id), text=QUESTION)
        return chat.ask(one, locale="ja", may_read=lambda _: True, with_model=with_model)

    assert asked("1", with_model=False).state == "answered"
    assert model.told == []
    asked("2", with_model=True)
    assert len(model.told) == 1
