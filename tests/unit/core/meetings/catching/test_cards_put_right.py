"""Cards that are put right, marked or come from a file; what is no list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.meetings.catching.models import CardList, CardState
from bot.core.meetings.catching.ports import Table
from bot.core.meetings.models import Ending, State
from bot.core.messages import Field
from tests.unit.core.meetings.catching.hall import PASTED, Hall, channel, facts, keys, labels, offer, offers_of, quoted
from tests.unit.core.meetings.office import ITO, KATO, TANAKA


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    return Hall(sentences)


def test_one_card_is_put_right(hall: Hall) -> None:
    form = hall.press(offer(hall.typed(PASTED), "catch-offer-fix", 1))
    sent = hall.send(form, person="佐々木 一郎", title="部長", step="電話する", day="2026-11-25", time="09:00")
    (kept,) = hall.records()
    assert (kept.contact, kept.title) == ("佐々木 一郎", "部長")
    assert kept.next_step is not None
    assert (kept.next_step.text, kept.next_step.due_time) == ("電話する", "09:00")
    assert sent.behind is not None
    assert "catch-card-kept" in keys(sent.behind)
    assert keys(hall.send(form)) == ["catch-kept"]
    assert len(hall.records()) == 1


def test_put_right_only_or_greeted(hall: Hall) -> None:
    first = hall.typed(PASTED)
    hall.send(hall.press(offer(first, "catch-offer-fix", 1)), then="wait", title="課長")
    assert hall.records() == []
    assert hall.the_list().cards[0].title == "課長"
    hall.send(hall.press(offer(first, "catch-offer-fix", 1)), then="greeting")
    assert [one.ending for one in hall.records()] == [Ending.GREETING]


def test_a_card_without_a_name_is_put_right_first(hall: Hall) -> None:
    reply = hall.typed("山田製作所 田中さん\n丸山工業 佐々木さん\n裏面に手書きあり")
    assert "catch-card-words" in keys(reply)
    third = [one.label.key for one in offers_of(reply) if one.reference.endswith(":3") and one.label]
    assert third == ["catch-offer-fix", "catch-offer-later"]
    form = hall.press(offer(reply, "catch-offer-fix", 3))
    assert keys(hall.send(form))[0] == "meeting-refused-nobody"
    assert keys(hall.send(form, company="山本鉄工")) == ["catch-kept"]


def test_the_rest_is_offered_only_while_there_is_one(hall: Hall) -> None:
    reply = hall.typed("山田製作所 田中さん\n丸山工業 佐々木さん\n裏面に手書きあり")
    reply = hall.press(offer(reply, "catch-offer-rest"))
    assert "catch-offer-fix" in labels(reply)
    assert "catch-offer-rest" not in labels(reply)


def test_pages_of_eight_go_on_by_themselves(hall: Hall) -> None:
    reply = hall.typed(PASTED)
    for number in range(1, 9):
        reply = hall.press(offer(reply, "catch-offer-later", number))
    assert {label for label in labels(reply) if label == "catch-offer-keep"}
    assert offer(reply, "catch-offer-keep", 9)
    assert keys(reply)[2] == "catch-card-later"
    back = hall.press(offer(reply, "page-before"))
    assert keys(back).count("catch-card-later") == 8


def test_those_left_for_later_are_shown_and_kept(hall: Hall) -> None:
    reply = hall.press(offer(hall.typed(PASTED), "catch-offer-later", 3))
    later = hall.press(offer(reply, "catch-offer-show-later"))
    hall.press(offer(later, "catch-offer-keep", 3))
    assert [one.contact for one in hall.records()] == ["渡辺"]
    hall.press(offer(reply, "catch-offer-show-later"))


def test_somebody_twice_on_a_list_is_asked_about(hall: Hall) -> None:
    reply = hall.typed("11/20 展示会\n㈱山田製作所 田中さん\n丸山工業 佐々木さん\n株式会社山田製作所 田中様")
    assert "catch-card-twice" in keys(reply)
    same = hall.press(offer(reply, "catch-offer-card-same", 3))
    assert "catch-card-same" in keys(same)
    back = hall.press(offer(same, "catch-offer-undo", 3))
    other = hall.press(offer(back, "catch-offer-card-other", 3))
    hall.press(offer(other, "catch-offer-keep", 3))
    assert [one.partner for one in hall.records()] == ["株式会社山田製作所"]


def test_somebody_met_before_is_asked_about(hall: Hall) -> None:
    hall.captured(partner="株式会社山田製作所", contact="田中")
    reply = hall.typed("11/20 展示会\n㈱山田製作所 田中さん\n丸山工業 佐々木さん")
    assert "catch-card-like" in keys(reply)
    same = hall.press(offer(reply, "catch-offer-card-same", 1))
    hall.press(offer(same, "catch-offer-keep", 1))
    assert len(hall.records()) == 2


def test_more_than_five_hundred_lines_are_counted(hall: Hall) -> None:
    text = "11/20 展示会\n" + "\n".join(f"山田製作所 田中{number}さん" for number in range(520))
    reply = hall.typed(text)
    assert "catch-list-too-many" in keys(reply)
    assert len(hall.the_list().cards) == 499


def test_prose_over_several_lines_is_no_list(hall: Hall) -> None:
    assert hall.type("こんにちは。\nよろしくお願いします。") is None
    assert hall.type("山田製作所の田中さん\n丸山工業の佐々木さん\nどちらに先に連絡すべきですか？") is None


def test_fields_of_a_card_say_what_holds_for_all(hall: Hall) -> None:
    form = hall.press(offer(hall.typed(PASTED), "catch-offer-fix", 1))
    held = {part.name: part.initial for part in form.parts if isinstance(part, Field)}
    assert (held["event"], held["step"], held["day"], held["time"]) == (
        "展示会",
        "お礼と次の一歩のご相談",
        "2026-11-24",
        "10:00",
    )


def test_where_and_when_are_asked_once_where_they_were_not_said(hall: Hall) -> None:
    reply = hall.typed("山田製作所 田中さん\n丸山工業 佐々木さん")
    assert "catch-list-asks-about" in keys(reply)
    assert offer(reply, "catch-offer-about").is_main


@pytest.mark.parametrize(
    ("pasted", "asks"),
    [
        ("11/18、展示会で山田製作所の田中さん\n11/19、商談会で丸山工業の佐々木さん", []),
        ("11/18 山田製作所 田中さん\n11/19 丸山工業 佐々木さん", ["catch-list-asks-where"]),
        ("展示会で山田製作所の田中さん\n11/19、商談会で丸山工業の佐々木さん", ["catch-list-asks-when"]),
        ("山田製作所 田中さん\n11/19、商談会で丸山工業の佐々木さん", ["catch-list-asks-about"]),
    ],
)
def test_where_and_when_are_asked_of_those_whose_line_does_not_say_it(hall: Hall, pasted: str, asks: list[str]) -> None:
    reply = hall.typed(pasted)
    assert [key for key in keys(reply) if key.startswith("catch-list-asks")] == asks
    assert offer(reply, "catch-offer-about").is_main == bool(asks)
    assert keys(reply).count("catch-card-met-on") == pasted.count("/")


HEADER = ("会社名", "氏名", "役職", "備考", "電話")
ROWS = (("ものづくりフェア2026 参加者名簿", "", "", "", ""), HEADER, ("㈱山田", "田中 太郎 様", "部長", "接着", "090"))


def test_a_dropped_list_is_gone_through_the_same_way(hall: Hall) -> None:
    hall.files.tables_of["名簿.xlsx"] = [Table(title="Sheet1", rows=ROWS)]
    reply = hall.drop("名簿.xlsx", text="今日の展示会")
    assert reply is not None
    assert facts(reply)["event"] == "展示会"
    hall.press(offer(reply, "catch-offer-keep", 1))
    (kept,) = hall.records()
    assert (kept.contact, kept.title, kept.topic) == ("田中 太郎", "部長", "接着")
    assert "catch-offer-as-guide" not in labels(reply)


def test_where_and_when_are_read_over_the_table(hall: Hall) -> None:
    hall.files.tables_of["a.csv"] = [Table(title="", rows=ROWS)]
    reply = hall.drop("a.csv")
    assert reply is not None
    assert facts(reply)["event"] == "ものづくりフェア2026"


def test_a_table_of_something_else_is_left_to_the_guides_where_an_admin_gave_it(hall: Hall) -> None:
    hall.files.tables_of["価格.csv"] = [Table(title="", rows=(("品番", "価格"), ("A", "1")))]
    admin = replace(TANAKA, roles=TANAKA.roles | KATO.roles)
    assert hall.drop("価格.csv", admin) is None
    assert hall.drop("価格.csv", KATO) is None
    assert hall.drop("壊れ.xlsx", admin) is None
    told = hall.drop("価格.csv")
    assert told is not None
    assert keys(told) == ["catch-file-no-list"]
    refused = hall.drop("壊れ.xlsx")
    assert refused is not None
    assert keys(refused) == ["refused-damaged"]


def test_an_admin_may_want_a_list_as_a_guide(hall: Hall) -> None:
    hall.files.tables_of["a.csv"] = [Table(title="", rows=ROWS)]
    admin = replace(TANAKA, roles=TANAKA.roles | KATO.roles)
    reply = hall.drop("a.csv", admin, id="f7")
    assert reply is not None
    assert hall.door.aside == ["f7"]
    shown = hall.press(offer(reply, "catch-offer-as-guide"), admin)
    assert quoted(shown) == ["guide f7"]
    assert keys(hall.press(offer(reply, "catch-offer-as-guide"))) == ["catch-not-yours"]


def test_files_come_in_private_and_others_are_not_ours(hall: Hall) -> None:
    hall.files.tables_of["a.csv"] = [Table(title="", rows=ROWS)]
    reply = hall.drop("a.csv", place=channel(TANAKA, ITO))
    assert reply is not None
    assert keys(reply) == ["catch-file-in-private"]
    assert hall.lists.rows == {}
    assert hall.drop("手引き.pdf") is None
    assert hall.drop("noextension") is None


def test_a_list_with_headings_alone(hall: Hall) -> None:
    hall.files.tables_of["a.csv"] = [Table(title="", rows=(HEADER,))]
    reply = hall.drop("a.csv")
    assert reply is not None
    assert keys(reply) == ["catch-file-empty"]


def test_of_two_presses_at_the_same_moment_none_is_lost(sentences: FluentSentences) -> None:
    hall = Hall(sentences)
    first = hall.typed(PASTED)
    change, overtaken = hall.lists.change, False

    def slow(before: CardList, after: CardList) -> bool:
        nonlocal overtaken
        if not overtaken:
            overtaken = True
            hall.press(offer(first, "catch-offer-greeting", 2))
        return change(before, after)

    hall.lists.change = slow  # type: ignore[method-assign]
    hall.press(offer(first, "catch-offer-keep", 1))
    assert [card.state for card in hall.the_list().cards[:3]] == [
        CardState.KEPT,
        CardState.GREETED,
        CardState.WAITING,
    ]
    assert len(hall.records()) == 2


def test_where_the_program_ended_between_record_and_list_the_same_press_goes_on(hall: Hall) -> None:
    before = hall.typed(PASTED)
    standing = hall.the_list()
    hall.press(offer(before, "catch-offer-keep", 1))
    hall.lists.rows[standing.id] = standing
    reply = hall.press(offer(before, "catch-offer-keep", 1))
    assert len(hall.records()) == 1
    assert hall.the_list().cards[0].state == CardState.KEPT
    hall.press(offer(reply, "catch-offer-undo", 1))
    assert hall.records()[0].state == State.TAKEN_BACK
