"""The whole of it in both languages: every sentence has its words, and everything fits into Slack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.core import actions
from bot.core.meetings import owing
from bot.core.meetings.funding import Programme
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import Change, ChangeKind, Ending, Reason, Stage, State
from bot.core.messages import Field, Item, Locale, Message, Offer, Reply
from bot.core.owed import Owed
from bot.core.people import Member
from bot.platforms.slack.drawing import SlackDrawing
from bot.workspace.blocks import validate_blocks, validate_view
from tests.unit.core.meetings.chat.desk import Desk, all_offers, messages_of, speaking
from tests.unit.core.meetings.office import EVERYBODY, FRIDAY, ITO, SATO, TANAKA

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff（）、。]")
STEP = {"step": "Send it", "day": "2026-11-25", "time": "10:00"}


@cache
def dialogue(locale: Locale) -> tuple[Reply, ...]:
    """Most of what can be seen of an encounter, by everybody who sees something."""
    return tuple(_dialogue(locale))


def _dialogue(locale: Locale) -> Iterator[Reply]:
    desk = spoken(locale)
    yield from forms_and_presses(desk)
    yield from colleagues(desk)
    yield from endings(locale)
    yield from walls(locale)
    yield from reminders(locale)
    yield from drafts(desk)
    yield from typed(desk)
    yield from desk.seen
    yield from (one.behind for one in desk.seen if one.behind is not None)


def spoken(locale: Locale) -> Desk:
    desk = Desk()
    speaking(desk, locale)
    for one in EVERYBODY:
        member = person(desk, one.id)
        firm = replace(member.company, name="Aoi") if member.company else None
        desk.people.put(replace(member, name=one.id.title(), company=firm))
    names = {"partner": "Acme", "contact": "Smith", "event": "Fair", "title": "Head", "topic": "Inspection"}
    desk.captured(person(desk, "tanaka"), **names)
    return desk


def forms_and_presses(desk: Desk) -> Iterator[Reply]:
    tanaka, sato = person(desk, "tanaka"), person(desk, "sato")
    yield desk.chat.card(desk.now(), tanaka)
    shown = [name for name in desk.chat.handlers if name.endswith("_form") and name.startswith("meeting_")]
    for action in shown:
        yield desk.press(tanaka, action, "e1")
    sends = [name for name in desk.chat.handlers if name.endswith("_send") and name.startswith("meeting_")]
    for action in sends:
        yield desk.press(tanaka, action, "e1")
    yield desk.press(tanaka, actions.MEETING_PREPARE_SEND, "e1", goal="g", question="q", bring="b")
    yield desk.press(tanaka, actions.MEETING_OUTCOME_SEND, "e1", outcome="met", learned="l", **STEP)
    yield desk.press(tanaka, actions.MEETING_LATER_SEND, "e1", when="day", day="2026-12-02")
    yield desk.press(tanaka, actions.MEETING_CONTACT_SEND, "e1", day="2026-11-20", what="met", note="n")
    for action in (actions.MEETING_SHOW, actions.MEETING_MORE, actions.MEETING_HISTORY):
        yield desk.press(tanaka, action, "e1")
        yield desk.press(sato, action, "e1")
    yield Reply(parts=tuple(desk.chat.home_parts(tanaka)))
    yield Reply(parts=tuple(desk.chat.home_parts(sato)))


def person(desk: Desk, id: str) -> Member:
    found = desk.people.by_id(id)
    assert found is not None
    return found


def colleagues(desk: Desk) -> Iterator[Reply]:
    tanaka, ito = person(desk, "tanaka"), person(desk, "ito")
    yield desk.press(tanaka, actions.MEETING_ASK_SEND, "e1", to="ito", note="Please")
    (request,) = desk.store.requests("e1")
    yield from composed(desk, request.id, "ito", "tanaka")
    yield desk.press(ito, actions.MEETING_TALK_FORM, request.id)
    yield desk.press(ito, actions.MEETING_TALK_SEND, request.id, note="When?")
    yield desk.chat.card(desk.now(), tanaka)
    yield from composed(desk, request.id, "ito", "tanaka")
    yield desk.press(ito, actions.MEETING_ACCEPT, request.id)
    yield from composed(desk, request.id, "ito", "tanaka")
    yield desk.chat.card(desk.now(), tanaka)
    yield desk.offered(ito, desk.chat.card(desk.now(), ito), actions.MEETING_UNDO)
    yield from composed(desk, request.id, "ito", "tanaka")
    yield desk.press(tanaka, actions.MEETING_TAKE_BACK, request.id)
    yield from composed(desk, request.id, "ito", "tanaka")
    for again in (actions.MEETING_ACCEPT, actions.MEETING_TALK_FORM):
        yield desk.press(ito, again, request.id)


def composed(desk: Desk, subject: str, *ids: str) -> Iterator[Reply]:
    for kind in owing.KINDS:
        for id in ids:
            owed = Owed(kind=kind, subject_id=subject, occurrence="1", person=person(desk, id).address)
            addressed = desk.chat.composers[kind](owed)
            if addressed is not None:
                yield addressed.reply


def endings(locale: Locale) -> Iterator[Reply]:
    presses: list[tuple[str, dict[str, str]]] = [
        (actions.MEETING_GREETING, {}),
        (actions.MEETING_SLEEP_SEND, {"when": "day", "day": "2026-12-24"}),
        *((actions.MEETING_DECLINE_SEND, {"reason": str(reason)}) for reason in Reason),
    ]
    for action, values in presses:
        desk = spoken(locale)
        tanaka = person(desk, "tanaka")
        yield desk.press(tanaka, action, "e1", **values)
        card = desk.chat.card(desk.now(), tanaka)
        yield card
        yield desk.press(person(desk, "sato"), actions.MEETING_SHOW, "e1")
        yield Reply(parts=tuple(desk.chat.home_parts(tanaka)))
        yield desk.press(tanaka, actions.MEETING_DONE, "e1")
        undone = desk.offered(tanaka, card, actions.MEETING_UNDO)
        yield undone
        yield desk.press(tanaka, actions.MEETING_REOPEN, "e1")
    desk = spoken(locale)
    desk.service.write_for(
        NewEncounter(id="e2", partner="Acme"), by=person(desk, "sato"), member=person(desk, "tanaka")
    )
    yield from composed(desk, "e2", "tanaka")
    yield desk.chat.card(desk.now("e2"), person(desk, "ito"))
    yield desk.press(person(desk, "tanaka"), actions.MEETING_REFUSE, "e2")
    yield from composed(desk, "e2", "sato")


def walls(locale: Locale) -> Iterator[Reply]:
    for stage in Stage:
        desk = spoken(locale)
        tanaka = person(desk, "tanaka")
        desk.store.rows["e1"] = replace(desk.now(), stage=stage)
        yield desk.chat.card(desk.now(), tanaka)
        yield desk.press(tanaka, actions.MEETING_NAME_FORM, "e1")
        yield Reply(parts=tuple(desk.chat.home_parts(person(desk, "sato"))))
        for to in Stage:
            asked = desk.press(tanaka, actions.MEETING_STAGE_SEND, "e1", stage=str(to))
            while asked.submit is not None and asked.submit.action == actions.MEETING_NAME_SEND:
                yield asked
                field = next(part for part in asked.parts if isinstance(part, Field))
                value = "2027-01-29" if field.kind == "date" else "Named"
                asked = desk.offered(tanaka, asked, actions.MEETING_NAME_SEND, value=value)
            yield asked
        for kind in IssueKind:
            yield desk.press(tanaka, actions.MEETING_ISSUE_SEND, "e1", kind=str(kind), text=f"About {kind}", day="")
        desk.pass_time(days=2)
        yield desk.chat.card(desk.now(), tanaka)
        desk.store.rows["e1"] = replace(desk.now(), stage=Stage.CONTINUING)
        yield desk.press(tanaka, actions.MEETING_ACHIEVE, "e1")


def reminders(locale: Locale) -> Iterator[Reply]:
    """Each matter at each step, as it would stand in a nudge's message."""
    desk = spoken(locale)
    tanaka, sato, since = person(desk, "tanaka"), person(desk, "sato"), FRIDAY + timedelta(days=1)
    desk.pass_time(days=2)
    one = desk.now()
    asleep = replace(one, state=State.SLEEPING, wakes_on=FRIDAY.date())
    dated, planned = replace(one, meets_at=FRIDAY), replace(one, meets_at=FRIDAY + timedelta(days=10))
    trial = replace(one, stage=Stage.TRIAL, decision_on=FRIDAY.date(), measure="Half")
    unconfirmed = replace(one, state=State.UNCONFIRMED, confirm_by="tanaka")
    for row, matter in (
        (one, "no_next_step"),
        (asleep, "wake"),
        (planned, "prepare"),
        (dated, "outcome"),
        (trial, "trial_decision"),
        (unconfirmed, "confirm"),
    ):
        desk.store.rows["e1"] = row
        for step in range(5):
            standing = desk.chat.standings["encounter"]("e1", matter, step, tanaka, since)
            assert standing is not None, matter
            yield as_item(standing.title, standing.details, standing.ask, standing.offers)
    desk.service.put_programme(Programme(id="p1", name="Inspection", owner_id="sato", fiscal_year=2026))
    yield desk.press(sato, actions.SUCCESSION_FORM, "p1")
    yield desk.press(sato, actions.SUCCESSION_UNDECIDED, "p1")
    yield desk.press(sato, actions.SUCCESSION_AGAIN, "p1")
    yield desk.press(sato, actions.SUCCESSION_SEND, "p1", next="suzuki")


def as_item(
    title: Message | str, details: tuple[Message | str, ...], ask: Message | None, offers: tuple[Offer, ...]
) -> Reply:
    return Reply(parts=(Item(title, (*details, *((ask,) if ask else ())), offers),))


def drafts(desk: Desk) -> Iterator[Reply]:
    tanaka = person(desk, "tanaka")
    locale = tanaka.locale or "ja"
    for purpose in ("thanks", "follow_up"):
        for form in ("mail", "telephone", "letter"):
            for level in ("polite", "very_polite"):
                yield desk.press(
                    tanaka,
                    actions.MEETING_DRAFT_SHOW,
                    "e1",
                    purpose=purpose,
                    form=form,
                    level=level,
                    language=locale,
                )


def typed(desk: Desk) -> Iterator[Reply]:
    tanaka = person(desk, "tanaka")
    desk.press(tanaka, actions.MEETING_STEP_SEND, "e1", **STEP)
    lines = ("done", "not yet", "let it rest until 1 March", "let it rest", "postpone to next Wednesday", "ask Ito")
    more = (
        "postpone to next Wednesday at 10",
        "a greeting only",
        "drop it",
        "ask Emma",
        "I spoke to them",
        "postpone it to",
    )
    reasons = ("too expensive", "bad timing", "no capacity", "no need", "no reply", "another supplier", "no decision")
    for line in (*lines, *more, *(f"drop it, {reason}" for reason in reasons)):
        reply = desk.type(tanaka, line)
        if reply is not None:
            yield reply
    desk.captured(tanaka, id="e2", partner="Other", contact="Jones", event="Expo")
    which = desk.type(tanaka, "done")
    assert which is not None
    yield which


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_has_its_words(locale: Locale, sentences: FluentSentences) -> None:
    count = 0
    for reply in dialogue(locale):
        for message in messages_of(reply):
            said = sentences.say(message, locale=locale)
            assert said.strip()
            if locale == "en":
                assert not _JAPANESE.search(said), said
            count += 1
    assert count > 3_000


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_fits_into_slack(locale: Locale, sentences: FluentSentences) -> None:
    drawing = SlackDrawing(sentences, locale)
    for reply in dialogue(locale):
        drawn = drawing.message(reply)
        validate_blocks(drawn.blocks, "message")
        validate_view(drawing.sheet(reply, private={"conversation": "C", "message": "1.0"}))
        validate_view(drawing.home(reply))
        assert drawn.cut == ()
        labels = [sentences.say(one.label, locale=locale) for one in all_offers(reply) if one.label]
        assert all(len(label) <= 30 for label in labels), labels


@pytest.mark.parametrize("kind", ChangeKind)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_change_has_its_sentence(kind: ChangeKind, locale: Locale, sentences: FluentSentences) -> None:
    desk = spoken(locale)
    change = Change(id="c", encounter_id="e1", kind=kind, by_id="tanaka", at=desk.clock.now(), detail={})
    desk.store.history.append(change)
    tanaka = person(desk, "tanaka")
    for row in (desk.now(), replace(desk.now(), state=State.CLOSED, ending=Ending.ACHIEVED)):
        desk.store.rows["e1"] = row
        for reply in (desk.chat.card(row, tanaka), desk.press(tanaka, actions.MEETING_HISTORY, "e1")):
            assert all(sentences.say(message, locale=locale) for message in messages_of(reply))


def test_words_as_long_as_can_be_fit_as_well(sentences: FluentSentences) -> None:
    desk = Desk()
    long = "長い言葉。" * 400
    desk.captured(partner=long, contact=long, title=long, event=long, topic=long)
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", step=long, day="2026-11-25", time="10:00")
    desk.press(TANAKA, actions.MEETING_PREPARE_SEND, "e1", goal=long, question=long, bring=long)
    drawing = SlackDrawing(sentences, "ja")
    forms = [name for name in desk.chat.handlers if name.endswith("_form") and name.startswith("meeting_")]
    replies = [desk.press(TANAKA, action, "e1") for action in forms]
    for reply in (*replies, desk.chat.card(desk.now(), TANAKA), desk.press(SATO, actions.MEETING_SHOW, "e1")):
        validate_blocks(drawing.message(reply).blocks, "message")
        validate_view(drawing.sheet(reply))
    assert isinstance(desk.chat.card(desk.now(), ITO), Reply)
