"""Where the words of a caught line go, over the whole database: nowhere before a click, never among the questions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.storage.tables import metadata
from bot.bootstrap import Application, open_application, open_library
from bot.bootstrap_chat import Chat, make_chat
from bot.core.membership.models import Profile
from bot.core.messages import Asked, Dropped, Place, Pressed, Reply, Request
from bot.settings import Settings
from tests.unit.core.meetings.catching.hall import offer

PEOPLE = "会社,氏名,役割,Slack ID\n越前精工,田中,社員,UTANAKA\n"
PLACE = Place(conversation="DUTANAKA", present=frozenset({"UTANAKA"}))
LINE = "昨日、展示会で丸山工業の佐々木さんと名刺交換。来週水曜10時にサンプルを送る"
PASTED = "昨日の展示会で\n丸山工業 佐々木さん\n青葉食品 高橋さん"
FILE = "会社名,氏名,電話\n丸山工業,佐々木,090-1111-2222\n青葉食品,高橋,090-3333-4444\n"
MAY_HOLD = {"encounter", "encounter_change", "known_party", "card_list", "nudge"}
WORDS = ("丸山", "佐々木", "090-1111", "サンプルを送る")


@pytest.fixture
def application(prepared_data: Path, tmp_path: Path) -> Iterator[Application]:
    folder = tmp_path / "minori-data"
    shutil.copytree(prepared_data, folder)
    with open_library(Settings(data_dir=folder)) as library, open_application(library) as application:
        yield application


@pytest.fixture
def chat(application: Application) -> Chat:
    chat = make_chat(application)
    chat.membership.bring_in(text=PEOPLE, by="test")
    return chat


def said(chat: Chat, request: Request) -> Reply:
    outcome = chat.router.handle(request, Profile(address="UTANAKA", name="田中", locale="ja"))
    assert outcome.reply is not None
    return outcome.reply


def asked(text: str) -> Asked:
    return Asked(id=f"ask {text}", address="UTANAKA", place=PLACE, text=text)


def pressed(reply: Reply, label: str, number: int = 0) -> Pressed:
    one = offer(reply, label, number)
    return Pressed(id="press", address="UTANAKA", place=PLACE, action=one.action, reference=one.reference)


def tables_with(application: Application, *words: str) -> set[str]:
    """The tables in which one of the words stands, whatever the column, opened where it is sealed. A row itself says
    only the beginning of long values."""
    with application.library.database.engine.connect() as connection:
        return {
            table.name
            for table in metadata.sorted_tables
            if any(word in str(tuple(row)) for row in connection.execute(select(table)) for word in words)
        }


def test_a_line_is_nowhere_before_a_click_and_never_among_the_questions(chat: Chat, application: Application) -> None:
    reply = said(chat, asked(LINE))
    said(chat, pressed(reply, "catch-offer-drop"))
    assert tables_with(application, *WORDS) == set()
    said(chat, pressed(reply, "catch-offer-record"))
    found = tables_with(application, *WORDS)
    assert "encounter" in found
    assert found <= MAY_HOLD


def test_a_list_is_with_its_owner_alone_and_without_telephone_numbers(chat: Chat, application: Application) -> None:
    said(chat, asked(PASTED))
    assert tables_with(application, *WORDS) == {"card_list"}
    dropped = Dropped(id="f", address="UTANAKA", place=PLACE, file_name="名簿.csv", content=FILE.encode("cp932"))
    reply = said(chat, dropped)
    assert tables_with(application, *WORDS) == {"card_list"}
    said(chat, pressed(reply, "catch-offer-keep", 1))
    assert tables_with(application, *WORDS) <= MAY_HOLD
    assert tables_with(application, "090-") == set()


def test_what_is_asked_after_all_is_a_question(chat: Chat, application: Application) -> None:
    said(chat, pressed(said(chat, asked(LINE)), "catch-offer-ask"))
    assert tables_with(application, "丸山") == {"question"}
