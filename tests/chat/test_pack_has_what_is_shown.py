"""A hand-over pack over real records: of the other firm's marked words only those that reach its reader, in no file
any other; and who took it out is in the audit log."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from bot.core.membership.models import SharingChoice
from bot.core.messages import Reply
from bot.core.outgoing import ICS, PDF, XLSX, made
from bot.core.people import Sharing
from bot.settings import Settings
from tests.chat.following import the_world
from tests.chat.sent_files import everything_in, text_of_pages
from tests.chat.two_firms import World

_MARK = re.compile(r"zq(?:\d|walk|met|ask)[a-z]{4,}")


@pytest.fixture
def world(used_data: Path) -> Iterator[World]:
    with the_world(Settings(data_dir=used_data)) as built:
        yield built


def asked(world: World, key: str, reference: str) -> Reply | None:
    """What follows on a press: the pack is promised, and comes when it is made."""
    reply = world.presses(key, "pack", reference)
    return reply if reply is None or reply.later is None else reply.later()


def texts(world: World, reply: Reply | None) -> list[str]:
    """Everything that stands in the files of a reply."""
    assert reply is not None
    read: dict[str, Callable[[bytes], str]] = {XLSX: everything_in, PDF: text_of_pages, ICS: _unfolded}
    say = partial(world.library.sentences.say, locale="ja")
    return [read[file.media_type](made(file, say).content) for file in reply.files]


def _unfolded(calendar: bytes) -> str:
    return calendar.decode().replace("\r\n ", "")


def choose(world: World, sharing: Sharing) -> None:
    yamada = world.people["yamada"]
    assert yamada.company is not None
    at = world.clock.now()
    world.library.database.people.choose_sharing(
        SharingChoice(company_id=yamada.company.id, sharing=sharing, chosen_by=yamada.id, chosen_at=at)
    )


def test_an_outline_has_no_word_of_encounters_and_of_cards_what_reaches_the_coordinator(world: World) -> None:
    found = texts(world, asked(world, "takahashi", "-"))
    assert len(found) == 3
    for text in found:
        marks = set(_MARK.findall(text))
        assert not [one for one in marks if one.endswith("firm") or one.startswith(("zqmet", "zqwalk"))], marks
    book, paper, _ = found
    assert [one for one in _MARK.findall(book) if one.endswith("coordinator")]
    assert [one for one in _MARK.findall(paper) if one.endswith("coordinator")]
    assert "株式会社山田製作所" in paper


def test_with_words_encounters_are_in_it_and_cards_as_before(world: World) -> None:
    choose(world, Sharing.WORDS)
    for text in texts(world, asked(world, "takahashi", "-"))[:2]:
        marks = set(_MARK.findall(text))
        assert {"zqmetfirm", "zqmetstepfirm", "zqmettopicfirm"} <= marks
        assert not [one for one in marks if re.match(r"zq\d", one) and one.endswith("firm")], marks
        assert not [one for one in marks if one.startswith("zqwalk")], marks


@pytest.mark.parametrize("sharing", [Sharing.NOTHING, Sharing.UNDECIDED])
def test_of_a_firm_that_shares_nothing_there_is_no_file(world: World, sharing: Sharing) -> None:
    choose(world, sharing)
    yamada = world.people["yamada"]
    assert yamada.company is not None
    assert texts(world, asked(world, "takahashi", yamada.company.id)) == []
    for text in texts(world, asked(world, "takahashi", "-")):
        assert not [one for one in _MARK.findall(text) if one.endswith("firm") or one.startswith("zqmet")]


@pytest.mark.parametrize("key", ["ito", "sato", "nakamura", "abe", "clark"])
def test_others_find_no_mark_in_theirs(world: World, key: str) -> None:
    yamada = world.people["yamada"]
    assert yamada.company is not None
    for reference in ("-", yamada.company.id):
        reply = asked(world, key, reference)
        assert not [one for text in texts(world, reply) for one in _MARK.findall(text)]


def test_the_firms_own_people_find_all_of_theirs(world: World) -> None:
    yamada = world.people["yamada"]
    assert yamada.company is not None
    book = texts(world, asked(world, "yamada", yamada.company.id))[0]
    marks = set(_MARK.findall(book))
    assert {"zqmetfirm", "zqmetcontactfirm"} <= marks
    assert len([one for one in marks if re.match(r"zq\d", one)]) >= 20


def test_each_pack_leaves_a_line_for_each_firm_in_it(world: World) -> None:
    for _ in range(2):
        asked(world, "takahashi", "-")
    takahashi, yamada = world.people["takahashi"], world.people["yamada"]
    assert yamada.company is not None
    kept = [one for one in world.library.database.audit.lines() if one.subject_kind == "pack"]
    of_it = [one for one in kept if one.company_id == yamada.company.id]
    assert [(one.by_id, one.action) for one in of_it] == [(takahashi.id, "exported")] * 2
    assert len({one.subject_id for one in of_it}) == 2
