"""A firm's marked words at the command line, in the log, and in what a language model is sent."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

import pytest
import structlog
from pydantic import SecretStr
from sqlalchemy import select

from bot.adapters.storage.tables import failure
from bot.core import actions
from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.chat.ports import ModelChoice
from bot.core.figures.tables import FORMATS
from bot.logging_setup import set_up_logging
from bot.settings import Settings
from tests.chat.following import NEVER, VIEWERS, Everything, leaks, offers_in, the_world
from tests.chat.marked_words import ASKED, FACTS
from tests.chat.marks import MARK, marks_in, texts_of
from tests.chat.two_firms import World
from tests.cli.commands import inside
from tests.fakes.openai_behaviours import says
from tests.fakes.openai_server import OpenAIServer

pytestmark = pytest.mark.loopback


def _written(world: World, key: str) -> list[str]:
    """Everything that a person is offered as a file at the command line, of every kind and in every form."""
    name, out = world.people[key].name, world.library.settings.data_dir.parent / f"{key}.out"
    commands = [
        ["export", "--kind", kind, "--format", one, "--from", "2026-11-01"] for kind in FORMATS for one in FORMATS[kind]
    ]
    commands += [["meetings", "pack"]]
    found: list[str] = []
    for command in commands:
        out.unlink(missing_ok=True)
        with suppress(AssertionError):  # refused: then there is a sentence, and no file
            found.append(inside(*command, "--for", name, "--out" if command[0] == "export" else "--output", out).out)
        found += texts_of(out.read_bytes()) if out.exists() else []
    with suppress(AssertionError):
        found.append(inside("digest", "--for", name, "--preview", "--json", "--on", "2026-11-24").out)
    return found


def test_the_command_line_writes_nothing_of_another_firm_into_a_persons_file(used_data: Path) -> None:
    with the_world(Settings(data_dir=used_data)) as world:
        pass
    written = {key: _written(world, key) for key in (*VIEWERS, "yamada")}
    assert {key: leaked for key in VIEWERS if (leaked := leaks(world, key, written[key]))} == {}
    assert "zqmetcontactfirm" in marks_in(written["yamada"])
    assert {key for key, one in written.items() if one} >= {"yamada", "takahashi", "sato"}
    for command in (["audit", "--json"], ["people", "list", "--json"], ["doctor", "--json"]):
        assert marks_in(inside(*command).out) == set()


def test_no_log_and_no_failure_on_record_has_a_marked_word(used_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handlers, level = list(logging.root.handlers), logging.root.level
    set_up_logging("debug")
    try:
        with the_world(Settings(data_dir=used_data)) as world:
            everything = Everything(world)
            everything.of("yamada")
            for action in actions.SHOWN:
                # A reference that nothing begins with: what breaks there is written down.
                world.presses("yamada", action, "zqaskfirm:zqwalkrunning")
            for (action, reference), _ in everything.offers.items():
                if action not in NEVER and not action.startswith(("value_delete", "walk_erase")):
                    world.presses("sato", action, f"{reference}:zqaskfirm")
            structlog.get_logger("x").error("written")
            with world.library.database.engine.connect() as connection:
                failures = [str(one) for one in connection.execute(select(failure)).all()]
    finally:
        structlog.reset_defaults()
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)
    log = "".join(capsys.readouterr())
    assert "written" in log
    assert marks_in([log, *failures]) == set()


def test_no_prompt_has_a_word_of_a_firm_that_did_not_choose_a_model_nor_of_another_firm(used_data: Path) -> None:
    with OpenAIServer(says("下書きです。")) as server:
        settings = Settings(
            data_dir=used_data,
            chat_model="openai:test",
            chat_base_url=server.base_url,
            chat_api_key=SecretStr("none"),
        )
        with the_world(settings) as world:
            for key, words in (
                ("yamada", f"実証シートには何を書きますか？ {ASKED}"),
                ("takahashi", "実証シートとは？"),
            ):
                _ask_for_everything(world, key, words)
            assert server.requests, "a coordinator's question goes to the model"
            assert _marked(server) == []
            _with_a_model(world)
            _hold_a_walk(world, "sato")
            prompts = [one for request in server.requests for one in request.texts]
            assert _marked(server) == []
    assert any("金型を交換する方が" in one for one in prompts), "the firm that chose a model has drafts"


def _ask_for_everything(world: World, key: str, words: str) -> None:
    """Whatever might ask a language model."""
    everything = Everything(world)
    everything.of(key)
    world.says(key, FACTS[CardField.WHO])
    world.says(key, words)
    for (action, reference), values in everything.offers.items():
        if action.startswith(("walk_draft", "walk_ask", "value_", "use_", "digest_")) and action != "value_delete":
            world.presses(key, action, reference, values)
    for walk in world.walks.values():
        for question in ("who", "function", "change", walk.at):
            world.presses(key, "walk_draft", f"{walk.id}:{question}")


def _hold_a_walk(world: World, key: str) -> None:
    """With every draft that is offered, and every new use ticked."""
    everything = Everything(world)
    everything.of(key)
    (start,) = {one for one in everything.offers if one[0] == "walk_start_send"}
    world.presses(key, *start, {**everything.offers[start], "subject": "味噌"})
    for number in range(12):
        for offer, _ in list(offers_in(world.says(key, f"金型を交換する方が夜に機械を洗う時間が減ります{number}"))):
            if offer.action in ("walk_draft", "walk_use_tick"):
                world.presses(key, offer.action, offer.reference)


def _marked(server: OpenAIServer) -> list[str]:
    return [one for request in server.requests for one in request.texts if MARK.search(one)]


def _with_a_model(world: World) -> None:
    """The other firm lets a language model see its words."""
    sato = world.people["sato"]
    assert sato.company is not None
    choice = ModelChoice(company_id=sato.company.id, is_allowed=True, by_id=sato.id, at=world.clock.now())
    assert world.library.database.model_choices.choose_model(choice)
