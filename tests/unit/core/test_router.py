"""The router with all its features and the bundled guides: who is told what, where, and what a guessed id is worth."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap import Application, open_application, open_library
from bot.bootstrap_chat import Chat, make_chat
from bot.core import actions
from bot.core.actions import SHOWN
from bot.core.answering.in_chat import ChatAnswers
from bot.core.membership.models import Profile
from bot.core.messages import Asked, Dropped, Message, Opened, Part, Place, Pressed, Quoted, Reply, Said
from bot.core.router import Outcome
from bot.settings import Settings

QUESTION = "名刺交換のあとは何をすればいいですか"
FIRM = "会社,氏名,役割,Slack ID,メール\n"
PEOPLE = (
    FIRM
    + "越前精工,田中,社員,UTANAKA,tanaka@example.jp\n"
    + "若狭電子,木村,社員,UKIMURA,kimura@example.jp\n"
    + "支援センター,森,コーディネーター,UMORI,mori@example.jp\n"
    + "支援センター,佐藤,管理者,USATO,sato@example.jp\n"
)
TANAKA, KIMURA, MORI, SATO, STRANGER = "UTANAKA", "UKIMURA", "UMORI", "USATO", "USTRANGER"
NUMBERS = count()


@pytest.fixture(scope="module")
def application(prepared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    folder = tmp_path_factory.mktemp("router") / "minori-data"
    shutil.copytree(prepared_data, folder)
    with open_library(Settings(data_dir=folder)) as library, open_application(library) as application:
        yield application


@pytest.fixture(scope="module")
def chat(application: Application) -> Chat:
    chat = make_chat(application)
    chat.membership.bring_in(text=PEOPLE, by="test")
    return chat


def direct(address: str) -> Place:
    return Place(conversation=f"D{address}", thread=f"{next(NUMBERS)}", present=frozenset({address}))


def channel(*present: str, name: str = "C1") -> Place:
    return Place(conversation=name, thread=f"{next(NUMBERS)}", is_direct=False, present=frozenset(present))


def profile(address: str, locale: str = "ja") -> Profile:
    return Profile(address=address, name=address, locale="en" if locale == "en" else "ja")


def ask(chat: Chat, address: str, place: Place, text: str = QUESTION, *, addressed: bool = True) -> Outcome:
    asked = Asked(id=f"ask-{next(NUMBERS)}", address=address, place=place, text=text, is_addressed=addressed)
    return chat.router.handle(asked, profile(address))


def press(chat: Chat, address: str, place: Place, action: str, reference: str, **values: str) -> Reply:
    pressed = Pressed(
        id=f"press-{next(NUMBERS)}", address=address, place=place, action=action, reference=reference, values=values
    )
    reply = chat.router.handle(pressed, profile(address)).reply
    assert reply is not None
    return reply


def answered(outcome: Outcome) -> Reply:
    assert outcome.reply is not None
    return outcome.reply


def offered(reply: Reply, action: str) -> str:
    return next(offer.reference for offer in reply.offers if offer.action == action)


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def quotes(reply: Reply) -> list[str]:
    return [part.text for part in reply.parts if isinstance(part, Quoted)]


PRESSES = [actions.RATE_USEFUL, actions.RATE_OFF, actions.HAND_OVER, actions.SHOW_PASSAGE]


@pytest.mark.parametrize("action", PRESSES)
def test_a_question_is_told_of_in_its_own_conversation_only(chat: Chat, action: str) -> None:
    place = direct(TANAKA)
    reply = answered(ask(chat, TANAKA, place))
    reference = offered(reply, action)
    elsewhere = [
        (KIMURA, direct(KIMURA)),
        (SATO, channel(SATO, KIMURA)),
        (MORI, direct(MORI)),
        (KIMURA, Place(conversation="", present=frozenset({KIMURA}))),
        (KIMURA, Place(conversation=f"D{TANAKA}x", present=frozenset({KIMURA}))),
    ]
    for address, forged in elsewhere:
        refused = press(chat, address, forged, action, reference)
        assert (keys(refused), refused.is_aside) == (["question-unknown"], True), (address, forged)
        assert not refused.sources
        assert len(refused.parts) == 1
    unknown = press(chat, KIMURA, direct(KIMURA), action, "f" * 32 + (":1" if action == actions.SHOW_PASSAGE else ""))
    assert keys(unknown) == ["question-unknown"], "one that exists elsewhere is not told from one that does not"
    at_home = press(chat, TANAKA, replace(place, thread="another"), action, reference)
    assert "question-unknown" not in keys(at_home)
    assert not at_home.is_aside


def test_nobody_but_its_owner_reads_a_question_that_was_handed_over(chat: Chat) -> None:
    place = direct(TANAKA)
    secret = "当社の新しい合金の配合は、どの展示会で見せるべきですか"
    reply = answered(ask(chat, TANAKA, place, secret))
    press(chat, TANAKA, place, actions.HAND_OVER, offered(reply, actions.HAND_OVER))
    (handover,) = [one for one in chat.handovers._store.by_asker(TANAKA) if one.text == secret]
    of_owners = (
        actions.ANSWER_FORM, actions.ANSWER_SEND, actions.ASK_BACK_FORM, actions.ASK_BACK_SEND, actions.REFER_FORM,
        actions.REFER_SEND, actions.WITHDRAW,
    )  # fmt: skip
    for action in of_owners:
        for address in (KIMURA, SATO, STRANGER):
            said = press(chat, address, direct(address), action, handover.id, text="x", to=KIMURA)
            assert "合金" not in str(said), (action, address)
    now = chat.handovers._store.by_id(handover.id)
    assert now is not None
    assert now.is_open
    assert "合金" in str(press(chat, MORI, direct(MORI), actions.ANSWER_FORM, handover.id))


@pytest.mark.parametrize(
    "reference", ["", ":", "x", "f" * 32, "f" * 32 + ":1", "x" * 2_000, "%", "\x00", "guides:²", "'"]
)
@pytest.mark.parametrize("action", [*SHOWN, "", "nonsense", "answer_send.1"])
def test_a_forged_press_ends_in_a_kind_sentence(chat: Chat, action: str, reference: str) -> None:
    if action in (actions.LEAVE, actions.REJOIN):
        return
    for place in (direct(KIMURA), channel(KIMURA, TANAKA), Place(conversation="", present=frozenset({KIMURA}))):
        reply = press(chat, KIMURA, place, action, reference)
        assert reply.parts
        assert reply.state != "failed", reply


def test_an_action_that_nobody_offers_is_said_to_be_of_no_use(chat: Chat) -> None:
    reply = press(chat, KIMURA, direct(KIMURA), "nonsense", "")
    assert (keys(reply), reply.is_aside) == (["press-unknown"], True)


@pytest.mark.parametrize(
    "action",
    [actions.TURN_PAGE, actions.SHARE, actions.GUIDE_RETIRE, actions.GUIDE_PUBLISH, actions.GUIDE_PUBLISH_PLAN],
)
def test_what_is_for_ones_own_eyes_is_not_shown_among_others(chat: Chat, action: str) -> None:
    reply = press(chat, SATO, channel(SATO, KIMURA), action, "guides:1")
    assert (keys(reply), reply.is_aside) == (["press-unknown"], True)


def test_only_admins_do_anything_with_guides(chat: Chat) -> None:
    for action in (name for name in SHOWN if name.startswith("guide_")):
        for address in (KIMURA, MORI, STRANGER):
            reply = press(chat, address, direct(address), action, "guide")
            assert "guides-only-admins-press" in keys(reply), action


def test_talk_among_people_is_neither_answered_nor_kept(chat: Chat, application: Application) -> None:
    among = channel("UPASSER", KIMURA)
    assert ask(chat, "UPASSER", among, addressed=False).reply is None
    assert application.library.database.people.by_address("UPASSER") is None, "of who only passes by nothing is kept"
    assert ask(chat, KIMURA, among).reply is not None
    assert ask(chat, "UPASSER", among, addressed=False).reply is not None, "from then on the thread is ours"


def test_who_has_left_is_left_alone(chat: Chat) -> None:
    ours = channel("UGOER", KIMURA)
    ask(chat, "UGOER", ours)
    press(chat, "UGOER", direct("UGOER"), actions.LEAVE, "")
    assert ask(chat, "UGOER", channel("UGOER"), addressed=False).reply is None
    assert ask(chat, "UGOER", ours, addressed=False).reply is None
    assert keys(answered(ask(chat, "UGOER", direct("UGOER")))) == ["leave-has-left"]
    among_others = press(chat, "UGOER", ours, actions.RATE_OFF, "x")
    assert among_others.is_aside, "the message of the others stays"


@pytest.mark.parametrize("text", ["", "   ", "😀", ":smile:", "？", "ね" * 40_000, "\u200b", "&", "-- ' \x00"])
def test_whatever_is_written_ends_in_one_sentence_at_least(chat: Chat, text: str) -> None:
    reply = answered(ask(chat, TANAKA, direct(TANAKA), text))
    assert reply.parts
    assert reply.state != "failed"


def test_a_request_that_comes_again_gets_the_same_answer_and_is_kept_once(chat: Chat) -> None:
    place = direct(TANAKA)
    asked = Asked(id="twice", address=TANAKA, place=place, text=QUESTION)
    first, second = (answered(chat.router.handle(asked, profile(TANAKA))) for _ in range(2))
    assert quotes(first) == quotes(second)
    assert first.offers == second.offers
    heard: list[Part] = []
    chat.router.handle(asked, profile(TANAKA), hear=heard.append)
    assert not heard, "what was said before is not worked out again"


def test_every_sentence_to_a_person_is_in_their_language(chat: Chat) -> None:
    outcome = chat.router.handle(
        Pressed(id="p", address="UENGLISH", place=direct("UENGLISH"), action="nonsense", reference=""),
        profile("UENGLISH", "en"),
    )
    assert outcome.locale == "en"
    assert chat.router.locale_of(profile("UENGLISH", "ja")) == "en", "what we know goes before what is said now"
    assert chat.router.locale_of(Profile(address="UNOBODY", name="")) == "ja"


def test_a_failure_is_said_with_a_reference_and_destroys_nothing(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words of the database")

    place = direct(TANAKA)
    reference = offered(answered(ask(chat, TANAKA, place)), actions.RATE_USEFUL)
    monkeypatch.setattr(chat.router._presses._answers._log, "rate", broken)
    reply = press(chat, TANAKA, place, actions.RATE_USEFUL, reference)
    assert (reply.state, reply.is_aside, keys(reply)) == ("failed", True, ["answer-failed"])
    assert "secret" not in str(reply)


NARROW = """---
title: 社内の手順
audience: [coordinator]
edition: 2026-01-01
---
# 秘密の合言葉

## 合言葉

秘密の合言葉は「青い歯車」です。合言葉は毎朝、朝礼で確かめます。
"""


def test_what_is_for_some_is_quoted_only_where_none_but_they_read(chat: Chat) -> None:
    place = direct(SATO)
    dropped = Dropped(id="drop-1", address=SATO, place=place, file_name="shanai.md", content=NARROW.encode())
    proposal = answered(chat.router.handle(dropped, profile(SATO)))
    published = press(chat, SATO, place, actions.GUIDE_PUBLISH, offered(proposal, actions.GUIDE_PUBLISH))
    assert "失敗" not in str(published)
    question = "秘密の合言葉は何ですか"

    def told(address: str, where: Place) -> bool:
        return "青い歯車" in str(answered(ask(chat, address, where, question)))

    assert told(MORI, direct(MORI))
    assert told(MORI, channel(MORI))
    assert not told(KIMURA, direct(KIMURA))
    assert not told(MORI, channel(MORI, KIMURA)), "a member of a firm reads along"
    assert not told(MORI, channel(MORI, STRANGER)), "somebody unknown reads along"
    assert not told(MORI, replace(channel(MORI), present=None)), "nobody knows who reads along"
    assert not told(STRANGER, direct(STRANGER))
    seen = direct(MORI)
    passage = offered(answered(ask(chat, MORI, seen, question)), actions.SHOW_PASSAGE)
    assert "青い歯車" in str(press(chat, MORI, seen, actions.SHOW_PASSAGE, passage))
    joined = replace(seen, is_direct=False, present=frozenset({MORI, KIMURA}))
    assert "青い歯車" not in str(press(chat, KIMURA, joined, actions.SHOW_PASSAGE, passage)), "read by who joined since"


def test_a_file_is_read_only_where_none_but_admins_are(chat: Chat) -> None:
    for number, place in enumerate((channel(SATO, KIMURA), replace(channel(SATO), present=None))):
        dropped = Dropped(id=f"drop-in-{number}", address=SATO, place=place, file_name="a.md", content=NARROW.encode())
        assert keys(answered(chat.router.handle(dropped, profile(SATO)))) == ["proposal-in-private"]
    dropped = Dropped(id="drop-k", address=KIMURA, place=direct(KIMURA), file_name="a.md", content=NARROW.encode())
    refused = answered(chat.router.handle(dropped, profile(KIMURA)))
    assert "青い歯車" not in str(refused)
    assert not refused.offers


def test_draft_words_are_kept_until_the_guides_have_answered(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the two, the second attempt still has what was asked."""
    service = chat.handovers
    words: list[str | None] = ["名刺交換のあとは?"]
    dropped: list[str] = []
    monkeypatch.setattr(type(service), "draft_words", lambda *_: words[0])
    monkeypatch.setattr(type(service), "drop_draft", lambda *_: dropped.append("dropped"))
    pressed = Pressed(id="draft", address=TANAKA, place=direct(TANAKA), action=actions.DRAFT_TO_GUIDES, reference="d")
    first = answered(chat.router.handle(pressed, profile(TANAKA)))
    words[0] = None
    again = answered(chat.router.handle(pressed, profile(TANAKA)))
    assert dropped == ["dropped"]
    assert quotes(first) == quotes(again) != []
    other = replace(pressed, id="another press")
    assert keys(answered(chat.router.handle(other, profile(TANAKA)))) == ["press-unknown"]


def test_the_page_of_a_person_tells_nothing_of_others(chat: Chat) -> None:
    place = Place(conversation="", present=frozenset({KIMURA}))
    page = answered(chat.router.handle(Opened(id="o", address=KIMURA, place=place), profile(KIMURA)))
    assert "越前精工" not in str(page)
    assert "合金" not in str(page)
    assert Message("press-unknown") not in [part.message for part in page.parts if isinstance(part, Said)]


def test_words_that_name_a_contact_are_answered_without_a_model(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    with_model = list[bool]()
    ask = ChatAnswers.ask

    def watched(self: ChatAnswers, asked: Asked, **given: Any) -> Reply:
        with_model.append(given["with_model"])
        return ask(self, asked, **given)

    monkeypatch.setattr(ChatAnswers, "ask", watched)
    said = Asked(id="c1", address=TANAKA, place=direct(TANAKA), text="山田製作所の田中さんは昨日のお客様")
    chat.router.handle(said, profile(TANAKA))
    chat.router.handle(replace(said, id="c2", text=QUESTION), profile(TANAKA))
    assert with_model == [False, True]
