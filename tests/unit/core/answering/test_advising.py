"""A citation that nobody asked for: the guides' words, for these readers, until the guides change; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.core.answering.advising import Advising
from bot.core.messages import Passage
from bot.core.people import Member, Role
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
ON_TRIALS = "実証シートには何を先に書きますか"
FOR_STAFF = "面談の記録はいつ台帳へ書き写しますか"
SATO = Member(id="sato", address="U1", name="佐藤", roles=frozenset({Role.MEMBER}))
ITO = Member(id="ito", address="U2", name="伊藤", roles=frozenset({Role.COORDINATOR}))


@dataclass
class Guides:
    """How often the guides have changed."""

    revision: int = 1


@pytest.fixture
def world() -> World:
    return make_world(PASSAGES, analyser())


@pytest.fixture
def guides() -> Guides:
    return Guides()


@pytest.fixture
def advising(world: World, guides: Guides) -> Advising:
    return Advising(answering=world.service, revision=lambda: guides.revision)


def test_the_guides_are_quoted_and_nothing_is_kept(advising: Advising, world: World) -> None:
    source = advising.on(ON_TRIALS, [SATO])
    assert source is not None
    assert source.number == 1
    assert source.quote in PASSAGES[0][0].text
    assert world.log.asked == []


def test_what_the_guides_do_not_say_is_not_said(advising: Advising) -> None:
    assert advising.on("来週の天気はどうですか", [SATO]) is None


def test_a_guide_for_some_is_quoted_only_where_all_readers_may_read_it(advising: Advising) -> None:
    assert advising.on(FOR_STAFF, [ITO]) is not None
    assert advising.on(FOR_STAFF, [ITO, SATO]) is None
    assert advising.on(FOR_STAFF, [SATO]) is None


def test_after_a_guide_was_retired_it_is_not_quoted_any_more(advising: Advising, world: World, guides: Guides) -> None:
    assert advising.on(ON_TRIALS, [SATO]) is not None
    world.shelf.retired.add("g")
    guides.revision += 1
    assert advising.on(ON_TRIALS, [SATO]) is None


def test_the_passage_opens_with_its_quote_marked(advising: Advising) -> None:
    reply = advising.passage(ON_TRIALS, [SATO])
    marked = [part for part in reply.parts if isinstance(part, Passage) and part.quote]
    assert len(marked) == 1
    with pytest.raises(UsageError):
        advising.passage(FOR_STAFF, [SATO])
