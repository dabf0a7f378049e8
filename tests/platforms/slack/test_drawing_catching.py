"""What catching says, in both languages, within Slack's limits: every sentence, a page of a list, every form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core import actions
from bot.core.meetings.catching.models import Card, CardList, CardState, LeftOut, Likeness
from bot.core.meetings.catching.ports import Attendee, CalendarEvent
from bot.core.messages import Item, Locale, Offer, Reply
from bot.platforms.slack.drawing import SlackDrawing
from bot.workspace.blocks import validate_blocks, validate_view
from tests.unit.core.meetings.catching.hall import BOTH, PASTED, Hall, direct, labels, offer, offers_of
from tests.unit.core.meetings.office import FRIDAY, SATO, TANAKA

LONG = "とても長い名前の" * 30
LINE = "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る"


def drawn(reply: Reply, sentences: FluentSentences, locale: Locale) -> list[dict[str, object]]:
    """As a sheet where it is one; else as a message. Everything has to be said and to fit."""
    drawing = SlackDrawing(sentences, locale)
    if reply.title is not None or reply.submit is not None:
        view = drawing.sheet(reply, private={})
        validate_view(view)
        return list(view["blocks"])
    message = drawing.message(reply)
    validate_blocks(message.blocks, "message")
    return list(message.blocks)


def typed(hall: Hall) -> Iterator[Reply]:
    """Lines, their forms, what comes of them."""
    hall.captured(id="known", partner="株式会社山田製作所", contact="田中")
    proposed = hall.typed(LINE)
    yield proposed
    yield hall.typed(f"昨日、展示会で㈱山田製作所の田中さんと名刺交換。{LONG}")
    yield hall.typed("記録")
    fix = hall.press(offer(proposed, "catch-offer-fix"))
    yield fix
    yield hall.send(fix, step="")
    dropped = hall.press(offer(proposed, "catch-offer-drop"))
    yield dropped
    visit = hall.typed("今日、あおい精機を訪問。新しい検査機の相談", SATO, id="v1")
    yield visit
    yield hall.press(offer(visit, "catch-offer-fix"), SATO)
    written = hall.press(offer(visit, "catch-offer-for-president"), SATO)
    yield written
    yield hall.send(written, SATO, **{"for": "tanaka", "company": "アクメ"})
    note = Offer(actions.NOTE_MESSAGE, "")
    yield hall.press(note, values={"text": f"丸山工業の佐々木さんに明日送る。{LONG}"})


def listed(hall: Hall) -> Iterator[Reply]:
    """A list at every turn."""
    first = hall.typed(PASTED)
    yield first
    yield hall.press(offer(first, "catch-offer-fix", 1))
    about = hall.press(offer(first, "catch-offer-about"))
    yield about
    yield hall.send(about, event=LONG, step=LONG)
    reply = hall.press(offer(first, "catch-offer-keep", 1))
    yield reply
    yield hall.press(offer(reply, "catch-offer-later", 2))
    done = hall.press(offer(reply, "catch-offer-rest"))
    yield done
    yield hall.press(offer(done, "catch-offer-show-later"))
    yield Reply(parts=hall.catching.home_parts(TANAKA))
    yield hall.press(offer(done, "catch-offer-forget"))


def dated(hall: Hall) -> Iterator[Reply]:
    """A calendar."""
    someone = Attendee(mail="a@x.example", name="佐々木")
    events = [
        CalendarEvent(
            uid=str(number),
            starts_at=None if number == 3 else FRIDAY + timedelta(days=number - 2),
            starts_on=date(2026, 11, 26) if number == 3 else None,
            summary=LONG if number == 4 else "丸山工業 打ち合わせ",
            location=LONG,
            attendees=(someone,),
        )
        for number in range(9)
    ]
    hall.files.events_of["予定.ics"] = [*events, replace(events[0], uid="x", is_cancelled=True)]
    first = hall.drop("予定.ics", replace(TANAKA, email="t@aoi.example"))
    assert first is not None
    yield first
    yield hall.press(next(one for one in offers_of(first) if one.action == actions.CARDS_OUTCOME))
    yield hall.press(offer(first, "catch-offer-plan"))
    hall.files.events_of["社内.ics"] = []
    none = hall.drop("社内.ics", id="f2")
    assert none is not None
    yield none


@pytest.mark.parametrize("locale", BOTH)
@pytest.mark.parametrize("told", [typed, listed, dated])
def test_everything_is_said_and_fits(sentences: FluentSentences, told: object, locale: Locale) -> None:
    assert callable(told)
    hall = Hall(sentences)
    for member in (TANAKA, SATO):
        hall.people.put(replace(member, locale=locale))
    replies = list(told(hall))
    assert len(replies) >= 4
    for reply in replies:
        assert drawn(reply, sentences, locale)
        if reply.behind is not None:
            assert drawn(reply.behind, sentences, locale)


def crowded() -> CardList:
    """The fullest list there can be."""
    cards = [
        Card(
            number=number,
            partner=LONG[:200],
            contact=LONG[:200],
            title=LONG[:200],
            note=LONG[:200],
            event=LONG[:199],
            next_step=LONG[:200],
            due_on=date(2026, 11, 24),
            due_time="10:00",
            likeness=Likeness(name=LONG, number=1) if number % 4 == 3 else None,
            state=CardState.LATER if number in (5, 11) else CardState.WAITING,
        )
        for number in range(1, 21)
    ]
    return CardList(
        id="l" * 36,
        by_id=TANAKA.id,
        company_id="aoi",
        created_at=datetime(2026, 11, 20, tzinfo=UTC),
        event=LONG[:200],
        step=LONG[:200],
        due_on=date(2026, 11, 24),
        due_time="10:00",
        cards=tuple(cards),
        left_out=LeftOut(too_many=3),
    )


@pytest.mark.parametrize("locale", BOTH)
@pytest.mark.parametrize("page", [1, 2, 3])
def test_of_the_fullest_page_no_card_and_no_button_is_left_out(
    sentences: FluentSentences, locale: Locale, page: int
) -> None:
    hall = Hall(sentences)
    hall.lists.add(crowded())
    reply = hall.press(Offer(actions.CARDS_PAGE, f"{'l' * 36}:{page}"))
    cards = [part for part in reply.parts if isinstance(part, Item)]
    assert len(cards) == (8, 8, 4)[page - 1]
    wanted = [one.reference for one in offers_of(reply)]
    shown = [
        element["value"]
        for block in SlackDrawing(sentences, locale).message(reply).blocks
        for element in (*block.get("elements", ()), block.get("accessory", {}))
        if element.get("type") == "button"
    ]
    assert shown == wanted


def test_two_presses_in_any_order_read_the_same(sentences: FluentSentences) -> None:
    """What a press shows comes from the record alone."""
    hall = Hall(sentences)
    first = hall.typed(PASTED)
    hall.press(offer(first, "catch-offer-keep", 1))
    last = hall.press(offer(first, "catch-offer-greeting", 2))
    page = hall.press(Offer(actions.CARDS_PAGE, f"{hall.the_list().id}:1"), place=direct(TANAKA))
    assert labels(last) == labels(page)
