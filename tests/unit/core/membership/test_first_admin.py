"""Whoever has the word from the machine becomes the first admin, once, and in private alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.membership.first_admin import FirstAdmin, word_of
from bot.core.messages import Asked, Place, Reply, Said
from bot.core.people import Member, Role
from tests.fakes.people import FakePeople

NOW = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)
GUEST = Member(id="mori", address="U0MORI", name="森", added_at=NOW)
WORD = word_of(b"secret", "here")


def said(people: FakePeople, text: str, *, is_direct: bool = True, word: str = WORD) -> list[str] | None:
    place = Place(conversation="D1", is_direct=is_direct)
    asked = Asked(id="1", address="U0MORI", place=place, text=text)
    member = people.by_id("mori")
    assert member is not None
    reply: Reply | None = FirstAdmin(people=people, word=lambda: word).claimed(asked, member)
    return [one.message.key for one in reply.parts if isinstance(one, Said)] if reply else None


def test_the_word_makes_the_first_admin_and_nobody_after() -> None:
    people = FakePeople(GUEST)
    assert FirstAdmin(people=people, word=lambda: WORD).wanted() == WORD
    assert said(people, f" {WORD.upper()} ") == ["first-admin-is-you", "first-admin-go-on"]
    now = people.by_id("mori")
    assert now is not None
    assert now.roles == {Role.ADMIN}
    assert said(people, WORD) == ["first-admin-is-there"]
    assert FirstAdmin(people=people, word=lambda: WORD).wanted() == ""


@pytest.mark.parametrize("text", ["admin-aaaa-bbbb-cccc-dddd", WORD[:-1], f"{WORD}x", "admin-", "管理者とは何ですか"])
def test_other_words_are_words_as_any(text: str) -> None:
    people = FakePeople(GUEST)
    assert said(people, text) is None


def test_not_where_others_read_along_nor_for_who_has_left_nor_without_a_word() -> None:
    assert said(FakePeople(GUEST), WORD, is_direct=False) is None
    assert said(FakePeople(replace(GUEST, left_at=NOW)), WORD) is None
    assert said(FakePeople(GUEST), WORD, word="") is None


def test_another_machine_has_another_word() -> None:
    words = {WORD, word_of(b"other", "here"), word_of(b"secret", "there")}
    assert len(words) == 3
    assert word_of(b"", "here") == ""
    assert len(WORD) == len("admin-") + 19
