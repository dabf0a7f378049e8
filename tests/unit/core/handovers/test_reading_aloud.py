"""The whole dialogue in both languages: every sentence has its words, and none of another language slips in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.core import actions
from bot.core.messages import Locale, Place, Reply
from tests.unit.core.handovers.desk import EVERYBODY, Office, japan, offered, read_aloud

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff（）、。]")


def dialogue(locale: Locale) -> Iterator[Reply]:
    """A question that is asked back, passed on, forgotten, given to everybody, answered and added to."""
    people = [replace(one, locale=locale, name=one.id.title(), company=None) for one in EVERYBODY]
    sato, _, takahashi, kato, tanaka, mori = people
    office = Office(*people)
    office.store.near["q1"] = ["Near > by"]
    thread = Place(conversation="C-aoi", thread="1.5", is_direct=False)
    handover = office.hand_over(tanaka)
    office.store.rows[handover.id] = replace(handover, text="Question", owner_id="sato")
    yield office.service.confirmation(handover, tanaka)
    notice = office.deliver()[0]
    yield notice.reply
    draft = office.type(sato, "Where?", notice)
    assert draft
    yield draft
    yield office.press(sato, actions.ASK_BACK_FORM, handover.id)
    yield office.press(sato, actions.DRAFT_ASK_BACK, offered(draft)[actions.DRAFT_ASK_BACK])
    yield office.service.confirmation(office.now(handover), tanaka)
    yield Reply(parts=tuple(office.service.home_parts(tanaka)))
    reply = office.type(tanaka, "There.", thread)
    assert reply
    yield reply
    yield office.press(tanaka, actions.DRAFT_TO_COORDINATOR, offered(reply)[actions.DRAFT_TO_COORDINATOR])
    yield office.press(tanaka, actions.DRAFT_TO_COORDINATOR, offered(reply)[actions.DRAFT_TO_COORDINATOR])
    yield office.press(sato, actions.REFER_FORM, handover.id)
    yield office.press(sato, actions.REFER_SEND, handover.id, to="suzuki", note="Please.")
    for action in (actions.ANSWER_SEND, actions.WITHDRAW):
        yield office.press(sato, action, handover.id, text="x")
        yield office.press(mori, action, handover.id, text="x")
        yield office.press(sato, action, "no such", text="x")
    for day in range(27, 31):
        office.tick(japan(day, 9))
        yield Reply(parts=tuple(office.service.home_parts(takahashi)))
    for day in range(1, 10):
        office.tick(japan(day, 9, month=12))
        yield Reply(parts=(*office.service.home_parts(takahashi), *office.service.home_parts(tanaka)))
    yield office.press(kato, actions.REFER_FORM, handover.id)
    yield office.press(takahashi, actions.ANSWER_FORM, handover.id)
    yield office.press(takahashi, actions.ANSWER_SEND, handover.id, text=" ")
    for _ in range(2):
        yield office.press(takahashi, actions.ANSWER_SEND, handover.id, text="Here.")
    late = [one for one in office.chat.messages if one.to == "D-U-takahashi"]
    added = office.type(takahashi, "And here.", late[-1])
    assert added
    yield added
    for _ in range(2):
        yield office.press(takahashi, actions.DRAFT_SEND, offered(added)[actions.DRAFT_SEND])
    yield office.press(tanaka, actions.WITHDRAW, handover.id)
    second = office.hand_over(tanaka, 2, direct=True)
    office.store.rows[second.id] = replace(second, text="Question")
    office.deliver()
    yield office.press(tanaka, actions.WITHDRAW, second.id)
    office.deliver()
    yield from (one.reply for one in office.chat.messages)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_has_its_words(locale: Locale, sentences: FluentSentences) -> None:
    said = [read_aloud(reply, sentences, locale) for reply in dialogue(locale)]
    assert len(said) > 50
    assert all(said)
    for one in said:
        assert bool(_JAPANESE.search(one.replace("「", "").replace("」", ""))) or locale == "en"
        if locale == "en":
            assert not _JAPANESE.search(re.sub(r"[「」〔〕（）]", "", one)), one
        assert "—" not in one, f"somebody has no name: {one}"


@pytest.mark.parametrize("locale", LOCALES)
def test_titles_and_buttons_are_short_enough_for_any_platform(locale: Locale, sentences: FluentSentences) -> None:
    for reply in dialogue(locale):
        offers = [*reply.offers, *([reply.submit] if reply.submit else [])]
        labels = [sentences.say(one.label, locale=locale) for one in offers if one.label]
        assert all(len(label) <= 30 for label in labels), labels
        if reply.title:
            assert len(sentences.say(reply.title, locale=locale)) <= 24
