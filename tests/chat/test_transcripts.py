"""Every transcript of this folder, played over the whole of it; and the player, which must notice what is wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tests.chat.player import play
from tests.chat.transcripts import Transcript, transcripts

pytestmark = pytest.mark.loopback
WRITTEN = transcripts(Path(__file__).parent)
TALK: dict[str, Any] = {
    "who": "yamada",
    "at": "全体",
    "says": "@Minori 実証シートには何を書きますか？",
    "called": "question",
    "sees": [{"called": "answer"}],
}
SHEET: dict[str, Any] = {"who": "sato", "presses": "原文を見る [1]", "upon": "answer", "sees": [{"what": "sheet"}]}
MENU = "次の一歩にする / Next step"
NOTE: dict[str, Any] = {"who": "sato", "shortcut": MENU, "upon": "question", "sees": [{"what": "sheet"}]}


@pytest.mark.parametrize("name", WRITTEN)
def test_transcript(name: str, used_data: Path) -> None:
    print(asyncio.run(play(WRITTEN[name], used_data)))  # noqa: T201 - shown where the test fails


@pytest.mark.parametrize(
    ("step", "wrong", "complaint"),
    [
        pytest.param(TALK, {"sees": []}, "more than is written", id="a word too many"),
        pytest.param(TALK, {"sees": [{}, {}]}, "nothing like", id="silence"),
        pytest.param(TALK, {"sees": [{"at": "山田製作所"}]}, "nothing like", id="elsewhere"),
        pytest.param(TALK, {"sees": [{"outside": True}]}, "nothing like", id="outside of the thread"),
        pytest.param(TALK, {"sees": [{"what": "whisper"}]}, "nothing like", id="in a whisper"),
        pytest.param(TALK, {"sees": [{"has": ["味噌"]}]}, "no '味噌'", id="other words"),
        pytest.param(TALK, {"sees": [{"lacks": ["出典"]}]}, "'出典' is there", id="words that must not be"),
        pytest.param(TALK, {"sees": [{"buttons": ["送る"]}]}, "no button '送る'", id="no such button"),
        pytest.param(TALK, {"sees": [{"only_buttons": []}]}, "buttons", id="other buttons"),
        pytest.param(TALK, {"sees": [{"files": [{"name": "資料"}]}]}, "files", id="a file that does not come"),
        pytest.param(TALK, {"sees": [{}], "handovers": ["waiting"]}, "step 1", id="another record"),
        pytest.param(SHEET, {"who": "yamada", "sees": [{"what": "sheet", "who": "sato"}]}, "nothing like", id="whose"),
        pytest.param(SHEET, {"sees": [{"what": "sheet", "quotes": ["味噌"]}]}, "is not quoted", id="no such quote"),
        pytest.param(SHEET, {"presses": "送る"}, "no button '送る'", id="pressing what is not there"),
        pytest.param(NOTE, {"shortcut": "ほかのこと"}, "in the menu", id="choosing what is not there"),
        pytest.param(NOTE, {"who": "yamada", "sees": []}, "more than is written", id="a sheet too many"),
        pytest.param(SHEET, {"confirms": "よろしい"}, "asks ''", id="asked for nothing"),
        pytest.param(SHEET, {"presses": "コーディネーターに相談する"}, "asks 'お名前", id="not confirmed"),
    ],
)
def test_what_is_not_as_written_is_noticed(
    step: dict[str, Any], wrong: dict[str, Any], complaint: str, used_data: Path
) -> None:
    steps = [step | wrong] if step is TALK else [TALK, step | wrong]
    with pytest.raises(AssertionError, match=complaint):
        asyncio.run(play(Transcript.model_validate({"about": "x", "steps": steps}), used_data))


@pytest.mark.parametrize("wrong", [{"seas": []}, {"presses": "送る"}, {"who": ""}, {"says": None}])
def test_a_step_is_one_act_of_somebody_in_known_words(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Transcript.model_validate({"about": "x", "steps": [TALK | wrong]})


def test_there_are_transcripts() -> None:
    assert len(WRITTEN) >= 34
