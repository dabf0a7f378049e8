"""The people of the demonstration: the same in the workspace and in Minori, and only written once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import bot
from bot.bootstrap import Library, make_membership, open_library
from bot.core.people import Role
from bot.demo import BOT_USER_ID, DemoFile, demo_seed, load_demo, seed_people
from bot.settings import Settings


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(Settings(data_dir=tmp_path / "minori-data")) as library:
        yield library


@pytest.fixture(scope="module")
def demo() -> DemoFile:
    return load_demo()


def test_the_workspace_offers_what_the_manifest_does(demo: DemoFile) -> None:
    text = (Path(bot.__file__).parent.parent / "manifest.yaml").read_text(encoding="utf-8")
    features = yaml.safe_load(text)["features"]
    assert [(one.callback_id, one.name) for one in demo_seed(demo).shortcuts] == [
        (one["callback_id"], one["name"]) for one in features["shortcuts"]
    ]
    assert [(one.command, one.description) for one in demo_seed(demo).commands] == [
        (one["command"], one["description"]) for one in features["slash_commands"]
    ]


def test_there_are_two_firms_a_coordinator_and_an_admin(demo: DemoFile, library: Library) -> None:
    seed_people(library, demo)
    people = library.database.people.people()
    assert len({one.company.id for one in people if one.company and Role.MEMBER in one.roles}) >= 2
    assert any(Role.COORDINATOR in one.roles for one in people)
    assert any(Role.ADMIN in one.roles for one in people)
    assert all(firm.coordinator_id for firm in library.database.people.companies())


def test_minori_knows_them_by_the_address_and_in_the_language_they_have_there(demo: DemoFile, library: Library) -> None:
    seed_people(library, demo)
    known = [library.database.people.by_address(one.id) for one in demo.people]
    there = {user.id: user for user in demo_seed(demo).users}
    for member in filter(None, known):
        user = there[member.address]
        assert (member.name, member.email) == (user.real_name, user.email)
        assert user.locale.startswith(member.locale or "ja")
    assert sum(member is not None for member in known) >= 4


def test_a_second_start_changes_nothing_that_was_changed_since(demo: DemoFile, library: Library) -> None:
    seed_people(library, demo)
    first = next(one for one in library.database.people.people() if one.company)
    make_membership(library).leave(member=first)
    seed_people(library, demo)
    again = library.database.people.by_id(first.id)
    assert again is not None
    assert again.has_left
    assert len({one.address for one in library.database.people.people()}) == len(library.database.people.people())


def test_a_name_with_signs_of_a_table_is_only_a_name(demo: DemoFile, library: Library) -> None:
    name = '山田, "健"・一'
    odd = demo.people[0].model_copy(update={"name": name})
    seed_people(library, demo.model_copy(update={"people": [odd, *demo.people[1:]]}))
    member = library.database.people.by_address(odd.id)
    assert member is not None
    assert member.name == name


def test_the_bot_is_in_every_conversation_of_several_and_nobody_is_there_who_does_not_exist(demo: DemoFile) -> None:
    seed = demo_seed(demo)
    known = {user.id for user in seed.users} | {BOT_USER_ID}
    assert seed.channels
    for channel in seed.channels:
        assert BOT_USER_ID in channel.members
        assert set(channel.members) <= known
        assert len(set(channel.members)) == len(channel.members)
