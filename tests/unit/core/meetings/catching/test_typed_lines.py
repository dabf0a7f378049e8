"""One line typed: proposed, corrected, kept by a click and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core import actions
from bot.core.meetings.catching.drafts import MOST_UNITS, Draft, draft_of, reference_of, units
from bot.core.meetings.models import Kind
from bot.core.messages import Field, Message, Offer
from tests.unit.core.meetings.catching.hall import Hall, channel, direct, facts, keys, labels, offer, quoted
from tests.unit.core.meetings.office import GUEST, ITO, KATO, MORI, SATO, TANAKA

LINE = "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る"


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    return Hall(sentences)


def test_a_line_is_proposed_and_nothing_is_kept(hall: Hall) -> None:
    reply = hall.typed(LINE)
    assert facts(reply) == {
        "company": "山田製作所",
        "person": "田中",
        "title": "—",
        "event": "展示会",
        "met-on": "11月19日（木）",
        "step": "サンプルを送る",
        "due": Message("catch-due", {"day": "11月25日（水）", "time": "10:00"}),
    }
    assert labels(reply) == ["catch-offer-record", "catch-offer-fix", "catch-offer-drop", "catch-offer-ask"]
    assert hall.records() == []
    assert hall.lists.rows == {}


def test_a_press_keeps_it_once_and_shows_its_card(hall: Hall) -> None:
    record = offer(hall.typed(LINE), "catch-offer-record")
    first, second = hall.press(record), hall.press(record)
    (kept,) = hall.records()
    assert first == second
    assert quoted(first) == [f"card {kept.id} open"]
    assert (kept.partner, kept.contact, kept.event, kept.met_on) == ("山田製作所", "田中", "展示会", date(2026, 11, 19))
    assert kept.next_step is not None
    step = (kept.next_step.text, kept.next_step.due_on, kept.next_step.due_time)
    assert step == ("サンプルを送る", date(2026, 11, 25), "10:00")


def test_two_lines_are_two_encounters(hall: Hall) -> None:
    for id in ("a1", "a2"):
        hall.press(offer(hall.typed(LINE, id=id), "catch-offer-record"))
    assert len(hall.records()) == 2


def test_what_was_heard_is_kept_in_the_words_as_typed(hall: Hall) -> None:
    reply = hall.typed("昨日、展示会で山田製作所の田中さんと名刺交換。樹脂の接着にお困りとのこと。")
    assert facts(reply)["topic"] == "樹脂の接着にお困りとのこと"


@pytest.mark.parametrize(
    "text",
    [
        "展示会で名刺交換した相手に、次に何をすればよいですか",
        "補助金の申請書は誰が書きますか",
        "ありがとうございます",
        "",
    ],
)
def test_a_question_is_none_of_ours(hall: Hall, text: str) -> None:
    assert hall.type(text) is None
    assert hall.catching.maybe(hall.asked(text), TANAKA) is None


def test_a_line_that_is_nearly_one_can_be_kept_after_all(hall: Hall) -> None:
    text = "山田製作所の田中さん、来週"
    assert hall.type(text) is None
    after_all = hall.catching.maybe(hall.asked(text), TANAKA)
    assert after_all is not None
    assert after_all.label == Message("catch-offer-line")
    assert facts(hall.press(after_all))["company"] == "山田製作所"
    assert hall.records() == []


def test_the_form_corrects_every_field_and_keeps(hall: Hall) -> None:
    form = hall.press(offer(hall.typed(LINE), "catch-offer-fix"))
    held = {part.name: part.initial for part in form.parts if isinstance(part, Field)}
    assert held == {
        "company": "山田製作所",
        "person": "田中",
        "title": "",
        "event": "展示会",
        "met_on": "2026-11-19",
        "topic": "",
        "step": "サンプルを送る",
        "day": "2026-11-25",
        "time": "10:00",
        "meeting": "words",
    }
    sent = hall.send(form, person="田中 太郎", title="部長", day="2026-11-26", time="")
    (kept,) = hall.records()
    assert (kept.contact, kept.title) == ("田中 太郎", "部長")
    assert kept.next_step is not None
    assert (kept.next_step.due_on, kept.next_step.due_time) == (date(2026, 11, 26), "")
    assert quoted(sent) == [f"card {kept.id} open"]
    assert sent.behind is not None
    assert quoted(sent.behind) == [f"card {kept.id} open"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"company": "", "person": ""}, "meeting-refused-nobody"),
        ({"met_on": "2026-11-30"}, "meeting-refused-day-to-come"),
        ({"day": "2026-11-01"}, "meeting-refused-day-gone"),
        ({"met_on": "きのう"}, "meeting-form-day-unread"),
        ({"step": ""}, "catch-step-missing"),
    ],
)
def test_a_form_that_cannot_be_used_says_why_and_keeps_what_was_typed(
    hall: Hall, changed: dict[str, str], why: str
) -> None:
    form = hall.press(offer(hall.typed(LINE), "catch-offer-fix"))
    again = hall.send(form, topic="ひとこと", **changed)
    assert keys(again)[0] == why
    held = {part.name: part.initial for part in again.parts if isinstance(part, Field)}
    assert held["topic"] == "ひとこと"
    assert again.submit is not None
    assert hall.records() == []


def test_a_line_is_dropped_and_taken_up_again(hall: Hall) -> None:
    proposed = hall.typed(LINE)
    dropped = hall.press(offer(proposed, "catch-offer-drop"))
    assert keys(dropped) == ["catch-dropped"]
    back = hall.press(offer(dropped, "catch-offer-back"))
    assert facts(back) == facts(proposed)
    hall.press(offer(back, "catch-offer-record"))
    assert len(hall.records()) == 1
    assert quoted(hall.press(offer(proposed, "catch-offer-drop")))[0].endswith("open")


def test_only_who_typed_it_presses(hall: Hall) -> None:
    reply = hall.press(offer(hall.typed(LINE), "catch-offer-record"), ITO, place=channel(TANAKA, ITO))
    assert keys(reply) == ["catch-not-yours"]
    assert reply.is_aside
    assert hall.records() == []


@pytest.mark.parametrize("present", [(TANAKA, MORI), (TANAKA, SATO), (TANAKA, GUEST)])
def test_where_somebody_from_outside_reads_along_nothing_of_it_is_said(hall: Hall, present: tuple[object, ...]) -> None:
    place = channel(*[one for one in (TANAKA, MORI, SATO, GUEST) if one in present])
    reply = hall.type(LINE, place=place)
    assert reply is not None
    assert reply.is_aside
    assert keys(reply) == ["catch-in-private"]
    assert reply.offers == ()
    record = offer(hall.typed(LINE), "catch-offer-record")
    assert keys(hall.press(record, place=place)) == ["catch-in-private"]


def test_among_colleagues_it_is_proposed(hall: Hall) -> None:
    reply = hall.type(LINE, place=channel(TANAKA, ITO))
    assert reply is not None
    assert not reply.is_aside
    unknown = replace(channel(TANAKA), present=None)
    hidden = hall.type(LINE, place=unknown)
    assert hidden is not None
    assert hidden.is_aside


def test_a_guest_and_an_admin_ask_questions_only(hall: Hall) -> None:
    assert hall.type(LINE, GUEST) is None
    assert hall.type(LINE, KATO) is None
    assert keys(hall.press(Offer(actions.CATCH_FORM, ""), GUEST)) == ["meeting-refused-guest"]


def test_words_that_are_not_said_to_us_are_not_read(hall: Hall) -> None:
    overheard = replace(hall.asked(LINE, place=channel(TANAKA, ITO)), is_addressed=False)
    assert hall.catching.line(overheard, TANAKA) is None


def test_the_form_from_the_page_and_from_a_word(hall: Hall) -> None:
    assert labels(hall.typed("記録")) == ["catch-offer-form"]
    form = hall.press(Offer(actions.CATCH_FORM, ""), id="p-form")
    first = hall.send(form, company="山田製作所", id="s1")
    assert quoted(first)
    hall.send(form, company="山田製作所", id="s2")
    assert [one.partner for one in hall.records()] == ["山田製作所"]


def test_somebody_written_otherwise_is_recognised_and_asked_about(hall: Hall) -> None:
    hall.captured(partner="株式会社山田製作所", contact="田中")
    reply = hall.typed("昨日、展示会で㈱山田製作所の田中さんと名刺交換")
    assert "catch-like" in keys(reply)
    assert labels(reply)[:2] == ["catch-offer-same", "catch-offer-other"]
    hall.press(offer(reply, "catch-offer-same"))
    assert len(hall.records()) == 2


def test_whoever_is_written_the_same_is_not_asked_about(hall: Hall) -> None:
    hall.captured(partner="山田製作所", contact="田中")
    assert "catch-like" not in keys(hall.typed(LINE))


def test_a_draft_fits_a_button_whatever_is_typed() -> None:
    draft = Draft(id="i" * 36, by_id="b", topic='😀"\\@' * 800, next_step="\n" * 900, partner="社" * 300)
    assert units(reference_of(draft)) <= MOST_UNITS
    assert "@" not in reference_of(draft)
    assert draft_of(reference_of(replace(draft, topic="a@b", next_step="", partner=""))) is not None


@pytest.mark.parametrize("reference", ["", "x", "[]", '{"i":1}', '{"i":"a","b":"c","o":"2026-99-99"}', "{" * 3000])
def test_a_reference_of_something_else_is_no_draft(hall: Hall, reference: str) -> None:
    assert draft_of(reference) is None
    assert keys(hall.press(Offer(actions.CATCH_RECORD, reference))) == ["catch-unreadable"]


def test_a_draft_comes_back_as_it_was() -> None:
    draft = Draft(
        id="1",
        by_id="2",
        kind=Kind.SUPPORT_VISIT,
        firm_id="3",
        partner="山田@製作所",
        contact="田中",
        title="部長",
        event="展示会",
        topic="接着",
        met_on=date(2026, 11, 19),
        next_step="送る",
        due_on=date(2026, 11, 25),
        due_time="10:00",
        same_id="4",
    )
    assert draft_of(reference_of(draft)) == draft


def test_the_place_of_a_person_alone_is_private(hall: Hall) -> None:
    record = offer(hall.typed(LINE), "catch-offer-record")
    assert not hall.press(record, place=direct(TANAKA)).is_aside


@pytest.mark.parametrize(
    "text",
    [
        "出会いを記録したい",
        "出会いを記録してください。",
        "新しい出会いの記録をお願いします",
        "面談を記録する",
        "record",
    ],
)
def test_whoever_wants_to_record_gets_the_form(hall: Hall, text: str) -> None:
    assert labels(hall.typed(text)) == ["catch-offer-form"]


@pytest.mark.parametrize("text", ["名刺交換しました", "昨日、名刺交換した。", "今日は名刺を交換してきました"])
def test_whoever_met_nobody_by_name_is_asked_for_it(hall: Hall, text: str) -> None:
    reply = hall.typed(text)
    assert keys(reply)[0] == "catch-proposed-nobody"
    assert labels(reply)[0] == "catch-offer-fix"


@pytest.mark.parametrize(
    "text", ["記録の方法を教えて", "名刺交換しましたらどうしますか", "名刺交換の記録はどこですか", "記録を見る"]
)
def test_what_only_sounds_like_it_stays_a_question(hall: Hall, text: str) -> None:
    assert hall.type(text) is None
