"""The words of unanswered questions, by rule: known terms, guides' headings, names taken out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.bootstrap import Library, open_library
from bot.bootstrap_unanswered import RuledLanguage
from bot.core.digests.unanswered.models import Known, Unanswered
from bot.core.digests.unanswered.topics import grouped
from bot.core.guides.details import COORDINATOR, QA, GuideOptions
from bot.core.guides.loading import FileToAdd
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role
from bot.settings import Settings

NOW = datetime(2026, 11, 10, tzinfo=UTC)
GUIDE = "# 就業規則の手引\n\n本文です。\n".encode()


def asked(id: str, text: str, company_id: str | None = "a", topic: str = "") -> Unanswered:
    return Unanswered(id=id, text=text, asked_at=NOW, asker=f"U{id}", company_id=company_id, topic=topic)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(Settings(data_dir=tmp_path / "minori-data")) as library:
        firm = Company(id="a", name="株式会社山田製作所")
        member = Member(id="m", address="U1", name="佐々木 一郎", roles=frozenset({Role.MEMBER}), added_at=NOW)
        library.database.people.change(lambda _: Changes(companies=(firm,), people=(member,)))
        yield library


def test_terms_are_known_by_where_they_stand(library: Library) -> None:
    library.guides.add(files=[FileToAdd(file_name="rules.md", content=GUIDE)])
    language = RuledLanguage(library.database)
    one = asked("1", "就業規則と醤油の補助金", topic="business-card-apps")
    found = {term.names["ja"]: term.known for term in language.terms([one])["1"]}
    assert found == {
        "名刺管理アプリ": Known.TOPIC,
        "就業規則": Known.OUTLINE,
        "醤油": Known.ASKED,
        "補助金": Known.FIELD,
    }


def test_the_title_of_a_coordinators_answer_makes_no_word_known(library: Library) -> None:
    options = GuideOptions(
        id="qa-1", title="醤油の表示はどうするか", edition="2026-10-01", kind=QA, sources=(COORDINATOR,)
    )
    file = FileToAdd(file_name="qa-1.md", content=GUIDE.replace(b"# ", b"## "), options=options)
    library.guides.add(files=[file])
    found = RuledLanguage(library.database).terms([asked("1", "醤油について")])["1"]
    assert [term.known for term in found] == [Known.ASKED]


def test_alike_questions_in_both_languages_come_under_one_heading(library: Library) -> None:
    language = RuledLanguage(library.database)
    questions = [asked("1", "補助金はありますか"), asked("2", "Is there any subsidy?", "b"), asked("3", "寒い")]
    pairs = language.alike([one.text for one in questions])
    topics, others = grouped(questions, language.terms(questions), pairs, names=language.naming())
    assert [(one.heading("ja"), one.heading("en"), len(one.questions)) for one in topics] == [("補助金", "subsidy", 2)]
    assert [one.id for one in others] == ["3"]


def test_names_make_no_heading_and_are_taken_out_of_wording(library: Library) -> None:
    language = RuledLanguage(library.database)
    is_named = language.naming()
    assert [is_named(one) for one in ("山田製作所の機械", "佐々木一郎", "補助金")] == [True, True, False]
    freed = language.freed(asked("1", "山田製作所の佐々木さんは 03-1234-5678 か a@example.jp へ"))
    assert freed == "〇〇の〇〇さんは 〇〇 か 〇〇 へ"
