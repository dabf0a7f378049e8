"""Cells as people and office programs write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from bot.core.membership.cells import (
    days_of,
    email_of,
    locale_of,
    none_is_meant,
    roles_of,
    slack_id_of,
    time_of,
    time_zone_of,
)
from bot.core.membership.models import company_key, email_key, name_key
from bot.core.people import Role

WEEK = frozenset({1, 2, 3, 4, 5})


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("月火水木金", WEEK),
        ("月〜金", WEEK),
        ("月～金", WEEK),
        ("月-金", WEEK),
        ("月曜から金曜", WEEK),
        ("月曜日・水曜日", {1, 3}),
        ("平日", WEEK),
        ("平日、土", WEEK | {6}),
        ("毎日", {1, 2, 3, 4, 5, 6, 7}),
        ("金〜月", {5, 6, 7, 1}),
        ("Mon-Fri", WEEK),
        ("Mon, wed / FRIDAY", {1, 3, 5}),
        ("１２３４５", WEEK),
        ("1-5", WEEK),
        ("毎月", None),
        ("月、祝", None),
        ("8", None),
    ],
)
def test_weekdays(text: str, days: set[int] | None) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9:00", time(9)),
        ("０９：００", time(9)),
        ("8:30:00", time(8, 30)),
        ("9時", time(9)),
        ("17時15分", time(17, 15)),
        ("9", time(9)),
        ("24:00", None),
        ("9:60", None),
        ("午後5時", None),
    ],
)
def test_times(text: str, value: time | None) -> None:
    assert time_of(text) == value


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("社員", {Role.MEMBER}),
        ("コーディネーター・管理者", {Role.COORDINATOR, Role.ADMIN}),
        ("ｺｰﾃﾞｨﾈｰﾀｰ", {Role.COORDINATOR}),
        ("Member; Admin", {Role.MEMBER, Role.ADMIN}),
        ("member+coordinator/admin", {Role.MEMBER, Role.COORDINATOR, Role.ADMIN}),
        ("社員＋管理者", {Role.MEMBER, Role.ADMIN}),
        ("ゲスト", {Role.GUEST}),
        ("ゲスト・社員", None),
        ("社長", None),
        ("・", None),
    ],
)
def test_roles(text: str, roles: set[Role] | None) -> None:
    assert roles_of(text) == roles


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (locale_of, "日本語", "ja"),
        (locale_of, "EN", "en"),
        (locale_of, "fr", None),
        (time_zone_of, "Asia/Tokyo", "Asia/Tokyo"),
        (time_zone_of, "日本時間", "Asia/Tokyo"),
        (time_zone_of, "Tokyo", None),
        (slack_id_of, "Ｕ０１２３ａｂｃ", "U0123ABC"),
        (slack_id_of, "W012ABC", "W012ABC"),
        (slack_id_of, "C012ABC", None),
        (slack_id_of, "@sato", None),
        (email_of, "Ichiro@Yamada.Example.JP", "ichiro@yamada.example.jp"),
        (email_of, "ｉｃｈｉｒｏ＠ｙａｍａｄａ.ｊｐ", "ichiro@yamada.jp"),
        (email_of, "mailto:a@b.jp", "a@b.jp"),
        (email_of, "a@b", None),
        (email_of, "a@b.jp, c@d.jp", None),
        (email_of, "佐藤 <a@b.jp>", None),
    ],
)
def test_other_cells(read: Callable[[str], Any], text: str, value: str | None) -> None:
    assert read(text) == value


def test_nobody_is_not_the_same_as_nothing_said() -> None:
    assert all(none_is_meant(text) for text in ("なし", "－", "None"))
    assert not none_is_meant("")


@pytest.mark.parametrize(
    "name",
    [
        "㈱山田製作所",
        "（株）山田製作所",
        "(株)山田製作所",
        "株式会社 山田製作所",
        "株式会社　山田製作所",
        "㍿山田製作所",
    ],
)
def test_one_firm_under_several_spellings(name: str) -> None:
    assert company_key(name) == company_key("株式会社山田製作所")


@pytest.mark.parametrize("name", ["山田製作所", "山田製作所株式会社", "㈲山田製作所", "株式会社山田製作"])
def test_firms_that_are_not_the_same(name: str) -> None:
    assert company_key(name) != company_key("株式会社山田製作所")


def test_keys_of_people() -> None:
    assert email_key(" A＠B.jp ") == "a@b.jp"
    assert name_key("鈴木　花子") == name_key("鈴木花子")
