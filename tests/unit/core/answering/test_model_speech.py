"""A language model behind the service, over real HTTP: what it says is shown only where its quote was checked."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from bot.adapters.chat_model import ChatModelOptions, LangChainChatModel
from bot.core.answering.model_answer import ANSWER_VARIABLES
from bot.core.answering.models import Answer, State
from bot.core.answering.prompts import Prompt
from bot.core.answering.service import Model
from bot.resources import prompts_folder
from tests.fakes.answering import make_world
from tests.fakes.corpus import analyser
from tests.fakes.openai_behaviours import hangs_up_after, refuses, says, sends, slow
from tests.fakes.openai_server import Behaviour, OpenAIServer
from tests.unit.core.answering.test_service import ASKED, DECLINED, FEES, NEXT, PLANET, SHEET

pytestmark = pytest.mark.loopback

FIRST = "実証シートには、測るものと決める日を書きます。"
SECOND = "・測るものは数字で書きます。"


def claim(text: str, quote: str, source: str = "P1") -> str:
    """A line of the model."""
    return json.dumps({"claim": text, "quote": quote, "source": source}, ensure_ascii=False) + "\n"


TRUE = claim(FIRST, FIRST) + claim("測るものは数字で書きます。", SECOND)
LIE = claim("実証シートには、社長の印鑑を押します。", "実証シートには、社長の印鑑を押します。")


def ask(behaviour: Behaviour, *, deadline: float = 5.0, asked: str = ASKED) -> tuple[Answer, list[str], int]:
    """The answer, what the listener heard, and how many requests the model saw."""
    path = prompts_folder() / "models" / "answer.yaml"
    prompt = Prompt.parse(path.read_text(encoding="utf-8"), path=path.name, variables=ANSWER_VARIABLES)
    heard: list[str] = []
    with OpenAIServer(behaviour) as server:
        options = ChatModelOptions(
            spec="openai:test-model", base_url=server.base_url, api_key="sk-x", deadline=deadline, retries=0
        )
        chat = LangChainChatModel(options)
        chat.check()
        model = Model(chat=chat, prompt=prompt)
        world = make_world([SHEET, NEXT, FEES], analyser(), beyond=[PLANET], model=model)
        answer = world.service.answer(
            text=asked, conversation_id="c", locale="ja", listen=lambda statement, _: heard.append(statement.text)
        )
        assert [one.state for one in world.log.asked] == [answer.state]
        return answer, heard, len(server.requests)


def is_assembled(answer: Answer) -> bool:
    return answer.state is State.ANSWERED and all(statement.is_quote for statement in answer.statements)


def notes(answer: Answer) -> Sequence[str]:
    return [note.key for note in answer.notes_after]


def test_claims_are_spoken_in_order_with_their_quotes() -> None:
    answer, heard, _ = ask(says(TRUE, piece=5))
    assert heard == [statement.text for statement in answer.statements] == [FIRST, "測るものは数字で書きます。"]
    assert not any(statement.is_quote for statement in answer.statements)
    assert [source.number for source in answer.sources] == [1, 2]
    assert [source.quote for source in answer.sources] == [FIRST, SECOND]
    assert all(source.quote in source.passage for source in answer.sources)
    assert notes(answer) == []


def test_two_claims_from_one_quote_share_a_source() -> None:
    answer, _, _ = ask(says(claim(FIRST, FIRST) + claim("実証シートには決める日を書きます。", FIRST)))
    assert [statement.citation for statement in answer.statements] == [1, 1]
    assert len(answer.sources) == 1


def test_a_lie_between_truths_is_left_out() -> None:
    answer, heard, _ = ask(says(claim(FIRST, FIRST) + LIE))
    assert heard == [FIRST]
    assert "印鑑" not in "".join(statement.text for statement in answer.statements)


@pytest.mark.parametrize(
    ("behaviour", "note"),
    [
        (says(LIE), "model-note-nothing-verified"),
        (refuses(400), "model-note-failed"),
        (refuses(500), "model-note-failed"),
        (sends(b"<html>not what was asked for</html>", content_type="text/html"), "model-note-failed"),
        (hangs_up_after('{"claim": "'), "model-note-failed"),
    ],
    ids=["lying", "refusing", "broken", "malformed", "hanging up at once"],
)
def test_where_nothing_holds_the_assembled_answer_is_given_with_a_note(behaviour: Behaviour, note: str) -> None:
    answer, heard, _ = ask(behaviour)
    assert is_assembled(answer)
    assert note in notes(answer)
    assert heard == [statement.text for statement in answer.statements]


def test_a_model_beyond_its_deadline_is_not_waited_for() -> None:
    answer, _, _ = ask(slow(20, says(TRUE)), deadline=0.3)
    assert is_assembled(answer)
    assert "model-note-failed" in notes(answer)
    assert answer.duration_ms < 10_000


def test_hanging_up_in_the_middle_keeps_what_was_verified() -> None:
    answer, heard, _ = ask(hangs_up_after(claim(FIRST, FIRST)))
    assert heard == [FIRST]
    assert (answer.state, len(answer.sources)) == (State.ANSWERED, 1)
    assert notes(answer) == ["model-note-truncated"]


def test_what_is_declined_is_never_asked_of_the_model() -> None:
    answer, heard, requests = ask(says(TRUE), asked=DECLINED)
    assert (answer.state, heard, requests) == (State.NOT_IN_GUIDES, [], 0)
