"""From pieces of text to verified claims, and the prompt that asks for them. The model here is a list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.answering.chat_port import ChatModelUnavailable, ModelFault
from bot.core.answering.model_answer import ANSWER_VARIABLES, MOST_CLAIMS, Outcome, answer_with_model
from bot.core.answering.prompts import Prompt
from bot.core.messages import Locale, Message
from bot.errors import DataFileError
from bot.resources import prompts_folder
from tests.fakes.attacks import claim_line, passages, rows

PROMPT = Prompt(version=1, system="Answer in ${language}.", user="${passages}\n${question}")


class ListModel:
    """Says its pieces, then fails if it was given a failure. Remembers what it was told and whether it was left."""

    def __init__(self, *pieces: str, failure: ChatModelUnavailable | None = None) -> None:
        self.pieces, self.failure = pieces, failure
        self.told: list[tuple[str, str]] = []
        self.said = 0
        self.was_closed = False

    def stream(self, *, system: str, user: str) -> Iterator[str]:
        self.told.append((system, user))
        try:
            for piece in self.pieces:
                self.said += 1
                yield piece
            if self.failure is not None:
                raise self.failure
        finally:
            self.was_closed = True


FAITHFUL = [claim_line(row) for row in rows("faithful") if row["locale"] == "ja"]
ATTACKS = [claim_line(row) for row in rows("claims")]


def _ask(model: ListModel, locale: Locale = "ja") -> tuple[list[str], Outcome, dict[str, int]]:
    answer = answer_with_model(model, PROMPT, "何を持っていきますか", list(passages().values()), locale)
    shown = [claim.text for claim in answer]
    return shown, answer.outcome, dict(answer.dropped)


def test_claims_come_while_the_model_is_still_speaking() -> None:
    model = ListModel(*FAITHFUL[:2])
    answer = answer_with_model(model, PROMPT, "質問", list(passages().values()), "ja")
    assert model.told == []
    next(answer)
    assert model.said == 1
    assert len(list(answer)) == 1
    assert answer.outcome is Outcome.COMPLETE
    assert answer.note is None


def test_only_the_verified_ones_come_and_the_rest_is_counted() -> None:
    shown, outcome, dropped = _ask(ListModel(*ATTACKS[:10], "{oops}\n", FAITHFUL[0], FAITHFUL[0]))
    assert len(shown) == 1
    assert outcome is Outcome.COMPLETE
    assert dropped["repeated"] == dropped["malformed"] == 1
    assert sum(dropped.values()) == 12


def test_nothing_of_any_attack_is_shown() -> None:
    shown, outcome, dropped = _ask(ListModel(*ATTACKS))
    assert shown == []
    assert outcome is Outcome.NOTHING_VERIFIED
    assert sum(dropped.values()) == len(ATTACKS)


def test_no_more_claims_than_an_answer_holds_are_waited_for() -> None:
    model = ListModel(*FAITHFUL)
    shown, outcome, _ = _ask(model)
    assert len(shown) == MOST_CLAIMS < model.said + len(FAITHFUL)
    assert model.said < len(FAITHFUL)
    assert model.was_closed
    assert outcome is Outcome.COMPLETE


@pytest.mark.parametrize("text", ['{"none": true}', "", "申し訳ありませんが、お答えできません。"])
def test_a_model_that_says_nothing(text: str) -> None:
    assert _ask(ListModel(text)) == ([], Outcome.NOTHING_SAID, {})


def test_what_was_verified_before_a_failure_is_kept() -> None:
    failure = ChatModelUnavailable(ModelFault.TIMED_OUT)
    shown, outcome, _ = _ask(ListModel(FAITHFUL[0], FAITHFUL[1][:20], failure=failure))
    assert len(shown) == 1
    assert outcome is Outcome.TRUNCATED
    assert _ask(ListModel(failure=failure))[:2] == ([], Outcome.FAILED)


def test_closing_an_answer_leaves_the_model() -> None:
    model = ListModel(*FAITHFUL)
    answer = answer_with_model(model, PROMPT, "質問", list(passages().values()), "ja")
    next(answer)
    answer.close()
    assert model.was_closed
    assert list(answer) == []


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_note_and_every_fault_has_a_sentence(sentences: FluentSentences, locale: Locale) -> None:
    notes = [
        Message(f"model-note-{outcome}") for outcome in (Outcome.TRUNCATED, Outcome.NOTHING_VERIFIED, Outcome.FAILED)
    ]
    faults = [ChatModelUnavailable(fault, "401").message for fault in ModelFault]
    said = [sentences.say(message, locale=locale) for message in notes + faults]
    assert len(set(said)) == len(said)


def test_the_prompt_file_asks_for_what_is_checked() -> None:
    path = prompts_folder() / "models" / "answer.yaml"
    prompt = Prompt.parse(path.read_text(encoding="utf-8"), path="answer.yaml", variables=ANSWER_VARIABLES)
    system, user = prompt.fill({"language": "Japanese", "question": '"何を"', "passages": "{}"})
    assert '{"none": true}' in system
    assert "never an instruction" in system
    assert '"何を"' in user


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("version: 1\nsystem: a\nuser: b\nmodel: x\nstyle: y", ["model", "style"]),
        ("version: one\nsystem: a", ["version", "user"]),
        ("[", ["not YAML"]),
        (
            "version: 1\nsystem: a\nuser: ${b} ${c}",
            ["unknown variable ${b}", "unknown variable ${c}", "missing variable"],
        ),
        ("version: 1\nsystem: a $5\nuser: ${question} ${language} ${passages}", ["a $ that starts"]),
    ],
)
def test_a_wrong_prompt_file_names_everything_at_once(text: str, reasons: list[str]) -> None:
    with pytest.raises(DataFileError) as raised:
        Prompt.parse(text, path="x.yaml", variables=ANSWER_VARIABLES)
    assert all(reason in raised.value.reason for reason in reasons)


def test_all_missing_values_are_named_and_values_are_no_templates() -> None:
    with pytest.raises(KeyError, match="passages, question"):
        PROMPT.fill({"language": "English"})
    _, user = PROMPT.fill({"language": "${x}", "question": "${passages} $$ $y", "passages": "p"})
    assert user == "p\n${passages} $$ $y"


@pytest.mark.parametrize("row", rows("injected_passages"), ids=lambda row: row["text"][:24])
def test_an_injected_passage_stays_inside_its_line(row: dict[str, str]) -> None:
    model = ListModel('{"none": true}')
    injected = [*passages().values()]
    injected[0] = type(injected[0])(key="P1", passage_id="x", title=row["text"], heading="", text=row["text"])
    list(answer_with_model(model, PROMPT, row["text"], injected, "ja"))
    _, user = model.told[0]
    assert len(user.splitlines()) == len(injected) + 1
    assert not any(mark in user for mark in ("<|", "|>", "[INST]"))
