"""A table of people: what it changes, what it leaves, and every problem named at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import count

import pytest

from bot.core.membership.importing import ImportPlan, ImportRefused, PlanState, plan_import
from bot.core.membership.models import Snapshot
from bot.core.people import Company, Member, Role, Sharing

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FIRM = Company(id="f1", name="株式会社山田製作所", coordinator_id="p2", sharing=Sharing.WORDS, sharing_by="p1")
SATO = Member(
    id="p1",
    address="U0SATO",
    name="佐藤 一郎",
    email="ichiro@yamada.jp",
    roles=frozenset({Role.MEMBER}),
    company=FIRM,
    works_until=time(16, 0),
    added_by="鈴木 花子",
    added_at=AT,
)
SUZUKI = Member(
    id="p2",
    address="U0SUZU",
    name="鈴木 花子",
    email="h@minato.jp",
    roles=frozenset({Role.COORDINATOR}),
    added_by="x",
    added_at=AT,
)
GUEST = Member(id="g1", address="U0GUEST", name="tanaka", email="megumi@yamada.jp", added_at=AT, welcomed_at=AT)
HEAD = "氏名,会社,役割,Slack ID,メール,担当コーディネーター\n"


def plan(text: str, *people: Member, companies: Sequence[Company] = (FIRM,)) -> ImportPlan:
    numbers = count(1)
    snapshot = Snapshot(people=people or (SATO, SUZUKI), companies=companies)
    return plan_import(text, snapshot, by="鈴木 花子", at=AT, new_id=lambda: f"n{next(numbers)}")


def problems(text: str, *people: Member) -> list[tuple[str, str]]:
    with pytest.raises(ImportRefused) as refused:
        plan(text, *people)
    assert refused.value.arguments["count"] == len(refused.value.problems)
    return [(str(one.arguments.get("line", "")), one.key) for one in refused.value.problems]


def test_somebody_new_in_a_new_firm() -> None:
    made = plan(HEAD + "海野 渚,海野技研,,U0UMI,nagisa@umino.jp,鈴木花子\n")
    (person,), (firm,) = made.people, made.companies
    assert (person.state, person.line, firm.state) == (PlanState.NEW, 2, PlanState.NEW)
    assert firm.after.coordinator_id == "p2"
    assert person.after.company == firm.after
    assert person.after.roles == {Role.MEMBER}
    assert (person.after.added_by, person.after.added_at) == ("鈴木 花子", AT)
    assert made.untouched == 2
    assert (made.changes.people, made.changes.companies) == ((person.after,), (firm.after,))


def test_the_same_table_again_changes_nothing() -> None:
    made = plan(HEAD + "佐藤 一郎,㈱山田製作所,社員,U0SATO,ICHIRO@yamada.jp,鈴木　花子\n")
    assert [one.state for one in made.people] == [PlanState.UNCHANGED]
    assert [one.state for one in made.companies] == [PlanState.UNCHANGED]
    assert (made.changes.people, made.changes.companies) == ((), ())
    assert made.companies[0].after == FIRM, "what the firm shares stays as it was"


def test_empty_cells_leave_what_is_known() -> None:
    (person,) = plan("name,email,role,works_until\n,ichiro@yamada.jp,,\n").people
    assert (person.state, person.after) == (PlanState.UNCHANGED, SATO)


def test_a_change_of_role_puts_the_roles_whole() -> None:
    made = plan("name,role,slack_id\n,admin,U0SUZU\n")
    assert made.people[0].after.roles == {Role.ADMIN}
    assert made.people[0].state is PlanState.CHANGED


def test_by_slack_id_before_e_mail_and_never_by_name() -> None:
    moved = plan(HEAD + "佐藤 一郎,,,U0SATO,new@yamada.jp,\n").people[0]
    assert (moved.after.id, moved.after.email) == ("p1", "new@yamada.jp")
    again = plan(HEAD + "佐藤 一郎,,,U0OTHER,ichiro@yamada.jp,\n").people[0]
    assert (again.after.id, again.after.address) == ("p1", "U0OTHER")
    namesake = plan(HEAD + "佐藤 一郎,,,U0THIRD,other@yamada.jp,\n").people[0]
    assert namesake.state is PlanState.NEW


def test_a_guest_who_is_named_now_keeps_what_is_on_record() -> None:
    made = plan(HEAD + "田中 恵,株式会社山田製作所,,,megumi@yamada.jp,\n", SATO, SUZUKI, GUEST)
    after = made.people[0].after
    assert (after.id, after.address, after.welcomed_at) == ("g1", "U0GUEST", AT)
    assert (after.name, after.roles, after.company) == ("田中 恵", frozenset({Role.MEMBER}), FIRM)


def test_two_records_of_one_person_become_one() -> None:
    named = replace(SATO, address="", roles=frozenset({Role.COORDINATOR}))
    guest = replace(GUEST, email="")
    made = plan(HEAD + ",,,U0GUEST,ichiro@yamada.jp,\n", named, SUZUKI, guest)
    assert made.joined == ("g1",)
    assert made.changes.removed == ("g1",)
    assert (made.people[0].after.id, made.people[0].after.address) == ("p1", "U0GUEST")
    assert made.people[0].after.welcomed_at == AT
    assert made.untouched == 1


def test_somebody_who_left_stays_so() -> None:
    gone = replace(SATO, left_at=AT)
    after = plan(HEAD + "佐藤一郎,,,U0SATO,,\n", gone, SUZUKI).people[0].after
    assert (after.name, after.left_at) == ("佐藤一郎", AT)


def test_a_coordinator_of_the_same_table() -> None:
    made = plan(
        HEAD
        + "海野 渚,海野技研,社員,U0UMI,,林@minato\n".replace("林@minato", "hayashi@minato.jp")
        + "林 健,みなと産業支援センター,コーディネーター,,hayashi@minato.jp,\n"
    )
    firm = next(one.after for one in made.companies if one.after.name == "海野技研")
    assert firm.coordinator_id == made.people[1].after.id
    assert made.people[0].after.company == firm


def test_none_takes_away() -> None:
    made = plan(HEAD + "佐藤 一郎,なし,ゲスト,U0SATO,,\n")
    assert made.people[0].after.company is None
    made = plan(HEAD + "佐藤 一郎,,,U0SATO,,なし\n")
    assert made.companies[0].after.coordinator_id is None


def test_spellings_of_a_new_firm_are_one_firm() -> None:
    made = plan(HEAD + "海野,㈱海野技研,,U0UMI,,\n浜,株式会社　海野技研,,U0HAMA,,\n磯,有限会社海野技研,,U0ISO,,\n")
    assert [one.after.name for one in made.companies] == ["㈱海野技研", "有限会社海野技研"]
    assert made.people[0].after.company == made.people[1].after.company


def test_words_of_a_table_cannot_turn_the_line_they_stand_in() -> None:
    made = plan(HEAD + '"海野\u202e\n渚\u200b",,,U0UMI,,\n')
    assert made.people[0].after.name == "海野 渚"


def test_unusual_names_stay_as_they_are_written() -> None:
    # 神 and 﨑 as their holders write them: normalising would make other characters of them.
    name = "\ufa19\ufa11 ﾊﾅｺ"
    assert plan(HEAD + f"{name},,,U0KAN,,\n").people[0].after.name == name


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff氏名,メール\n海野,a@b.jp\n",
        "氏名\tメール\n海野\ta@b.jp\n",
        "氏名;メール\n海野;a@b.jp\n",
        "\n,,\n氏名,メール,\n海野,a@b.jp,\n,,\n\n　,\n",
        "氏名,メール\r\n海野,a@b.jp\r\n\r\n",
        "氏名,メール\r海野,a@b.jp\r",
        'Name,"E-Mail"\n"海野",a@b.jp\n',
        "ＮＡＭＥ,Ｅメール\n海野,a@b.jp\n",
    ],
)
def test_tables_as_office_programs_save_them(text: str) -> None:
    made = plan(text)
    assert [(one.after.name, one.after.email) for one in made.people] == [("海野", "a@b.jp")]
    assert made.ignored == ()


def test_columns_that_mean_nothing_are_named() -> None:
    assert plan("氏名,部署,メール,電話\n海野,製造,a@b.jp,012\n").ignored == ("部署", "電話")


def test_every_problem_of_every_line_at_once() -> None:
    found = problems(
        "氏名,会社,役割,Slack ID,メール,担当コーディネーター,曜日,勤務開始,勤務終了,言語,時間帯\n"
        "海野,,社長,C01,a@b,,祝,25:00,,fr,Tokyo\n"
        ",,,U0NEW,,,,,,,\n"
        "浜,,,,,,,,,,\n"
        '"改\n行",,社員,U0A,,,,,,,\n'
        "磯,,,U0B,,誰か,,,,,\n"
        "岸,岸工業,,U0C,,誰か,,,,,\n"
        "波,岸工業,ゲスト,U0D,,,,17:00,9:00,,\n"
    )
    assert found == [
        ("2", "people-import-slack-id"),
        ("2", "people-import-email"),
        ("2", "people-import-role"),
        ("2", "people-import-locale"),
        ("2", "people-import-time-zone"),
        ("2", "people-import-time"),
        ("2", "people-import-days"),
        ("3", "people-import-no-name"),
        ("4", "people-import-no-key"),
        ("5", "people-import-no-company"),
        ("7", "people-import-coordinator-without-company"),
        ("8", "people-import-coordinator-unknown"),
        ("9", "people-import-guest-with-company"),
        ("9", "people-import-hours"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("", "people-import-empty")]),
        ("氏名,メール\n", [("", "people-import-empty")]),
        ("海野,a@b.jp\n", [("", "people-import-no-name-column"), ("", "people-import-no-key-column")]),
        ("氏名,会社\n海野,海野技研\n", [("", "people-import-no-key-column")]),
        ("氏名,メール,email\n海野,a@b.jp,\n", [("", "people-import-column-twice")]),
        ("氏名,メール\n海野,a@b.jp,余り\n", [("2", "people-import-too-many-cells")]),
        ('氏名,メール\n海野,a@b.jp\n"浜,c@d.jp\n磯,e@f.jp\n', [("3", "people-import-broken-line")]),
        ("氏名,メール\n海野,a@b.jp\n浜,A@B.jp\n", [("3", "people-import-twice")]),
        ("氏名,Slack ID\n海野,U0A\n浜,Ｕ０Ａ\n", [("3", "people-import-twice")]),
        ("氏名,Slack ID,メール\n佐藤,U0SATO,\n佐藤,,ichiro@yamada.jp\n", [("3", "people-import-same-person")]),
        ("氏名,Slack ID,メール\n佐藤,U0SATO,h@minato.jp\n", [("2", "people-import-two-people")]),
        (f"氏名,メール\n{'長' * 101},a@b.jp\n", [("2", "people-import-cell-too-long")]),
        (
            "氏名,会社,メール,担当\n海野,海野技研,a@b.jp,h@minato.jp\n浜,海野技研,c@d.jp,なし\n",
            [("3", "people-import-two-coordinators")],
        ),
        ("氏名,会社,メール,担当\n海野,海野技研,a@b.jp,佐藤一郎\n", [("2", "people-import-coordinator-unknown")]),
    ],
)
def test_problems(text: str, expected: list[tuple[str, str]]) -> None:
    assert problems(text) == expected


def test_two_coordinators_of_one_name_need_an_address() -> None:
    other = replace(SUZUKI, id="p3", address="U0TWO", email="two@minato.jp")
    row = "海野,海野技研,,U0UMI,,{}\n"
    assert problems(HEAD + row.format("鈴木花子"), SUZUKI, other) == [("2", "people-import-coordinator-ambiguous")]
    made = plan(HEAD + row.format("U0TWO"), SUZUKI, other)
    assert made.companies[0].after.coordinator_id == "p3"


def test_an_e_mail_address_of_two_people_needs_the_slack_id() -> None:
    other = replace(SATO, id="p4", address="U0FOUR")
    assert problems(HEAD + "佐藤,,,,ichiro@yamada.jp,\n", SATO, other) == [("2", "people-import-email-ambiguous")]
    guest = replace(GUEST, email=SATO.email)
    assert plan(HEAD + "佐藤,,,,ichiro@yamada.jp,\n", SATO, guest).people[0].after.id == "p1"


def test_a_table_that_never_ends_is_refused() -> None:
    rows = "".join(f"海野,a{number}@b.jp\n" for number in range(20_001))
    assert problems("氏名,メール\n" + rows) == [("", "people-import-too-long")]
