"""Files that go with a reply, and everything that can fail on their way: never lost in silence, never twice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from slack_sdk.errors import SlackApiError

from bot.core import actions, outgoing
from bot.core.messages import Message as Sentence
from bot.core.messages import OutgoingFile, Quoted, Reply, Request, Said, Say
from bot.core.outgoing import CSV, PNG
from bot.platforms.slack.uploading import NotUploaded, why_not
from bot.workspace.records import File, Message
from tests.fakes.router import ScriptedRouter
from tests.platforms.slack.desk_world import DeskWorld, Died, in_channel, play
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, PERSON, TOKENS

pytestmark = pytest.mark.loopback
TITLE, IN_WORDS = Sentence("handover-label-answered"), "あおい精機は三件です。"


def _content(say: Say) -> bytes:
    return f"見出し,{say(TITLE)}\n".encode()


TABLE = OutgoingFile(
    name=Sentence("state-answered"), title=TITLE, media_type=CSV, make=_content, in_words=(Quoted(IN_WORDS),)
)
REPLY = Reply(parts=(Said(Sentence("courtesy-thanks")),), files=(TABLE,))
PICTURE = replace(TABLE, media_type=PNG, alt_text=Sentence("courtesy-help"))


def of(reply: Reply) -> ScriptedRouter:
    def script(_: Request) -> Reply:
        return reply

    return ScriptedRouter(script)


def carrying(world: DeskWorld, channel: str = "") -> list[Message]:
    return [one for one in world.ours(channel) if one.files]


def files(world: DeskWorld) -> Sequence[File]:
    return [file for file in world.state.files.values() if file.channels]


def texts(world: DeskWorld, channel: str = "") -> str:
    return "\n".join(one.text for one in world.ours(channel))


def test_a_file_comes_right_after_the_words_in_their_thread(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = world.said()
        await world.take(body)
        words, carrier = world.ours()
        (file,) = files(world)
        assert words.text
        assert (carrier.files, carrier.thread_ts) == ([file.id], body["event"]["ts"])
        assert file.content == _content(lambda key: world.sentences.say(key, locale="ja"))
        assert (file.name, file.channels) == (f"{world.sentences.say(TABLE.name, locale='ja')}.csv", [world.dm])
        assert file.title == world.sentences.say(TITLE, locale="ja")
        assert IN_WORDS not in texts(world)

    play(scenario, tmp_path, of(REPLY))


def test_it_is_made_in_the_readers_language_and_a_picture_has_its_words(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        (file,) = files(world)
        assert file.title == world.sentences.say(TITLE, locale="en")
        assert file.title in file.content.decode()
        assert file.alt_txt == " ".join(world.sentences.say(Sentence("courtesy-help"), locale="en").split())

    router = of(replace(REPLY, files=(PICTURE,)))
    router.locales[PERSON] = "en"
    play(scenario, tmp_path, router)


def test_several_files_come_in_one_message(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        (carrier,) = carrying(world)
        assert [world.state.file(id).mimetype for id in carrier.files] == ["text/csv", "image/png"]

    play(scenario, tmp_path, of(replace(REPLY, files=(TABLE, PICTURE))))


def _without_scope(world: DeskWorld) -> None:
    world.state.app = replace(TOKENS, scopes=TOKENS.scopes - {"files:write"})


GET, PUT, SHOW = "files.getUploadURLExternal", "upload", "files.completeUploadExternal"
FAULTS: dict[str, tuple[Callable[[DeskWorld], object], str]] = {
    "no permission": (_without_scope, "再インストール"),
    "not so fast, the address": (lambda world: world.faults.rate_limit(GET, times=3), "混み合って"),
    "not so fast, the bytes": (lambda world: world.faults.rate_limit(PUT), "混み合って"),
    "not so fast, showing it": (lambda world: world.faults.rate_limit(SHOW, times=3), "混み合って"),
    "a server error, the address": (lambda world: world.faults.server_error(GET), "途中で切れました"),
    "a server error, the bytes": (lambda world: world.faults.server_error(PUT), "途中で切れました"),
    "hung up, the address": (lambda world: world.faults.accept_then_hang_up(GET), "途中で切れました"),
    "hung up, the bytes": (lambda world: world.faults.accept_then_hang_up(PUT), "途中で切れました"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_could_not_be_sent_is_said_with_what_to_do_and_with_its_words(name: str, tmp_path: Path) -> None:
    prepare, told = FAULTS[name]

    async def scenario(world: DeskWorld) -> None:
        prepare(world)
        await world.take(world.said())
        assert files(world) == []
        assert told in texts(world)
        assert IN_WORDS in texts(world)
        assert world.sentences.say(Sentence("courtesy-thanks"), locale="ja").rstrip("。") in texts(world)
        assert await world.take_up() == 0

    play(scenario, tmp_path, of(REPLY), faults=True)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up"])
def test_whether_it_is_shown_is_not_claimed_where_it_is_not_known(fault: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        getattr(world.faults, fault)(SHOW)
        await world.take(world.said())
        assert carrying(world) == []
        assert "確かめられませんでした" in texts(world)

    play(scenario, tmp_path, of(REPLY), faults=True)


def test_a_lost_answer_is_no_lost_file(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        world.faults.lose_response(SHOW)
        await world.take(world.said())
        assert len(carrying(world)) == 1
        assert "確かめられませんでした" not in texts(world)

    play(scenario, tmp_path, of(REPLY), faults=True)


def test_one_file_that_fails_keeps_no_other_back(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        assert [file.mimetype for file in files(world)] == ["image/png"]
        assert "file-RuntimeError" in texts(world)
        assert IN_WORDS in texts(world)

    def broken(_: Say) -> bytes:
        raise RuntimeError("no room")

    play(scenario, tmp_path, of(replace(REPLY, files=(replace(TABLE, make=broken), PICTURE))))


def test_what_is_too_large_is_said_before_anything_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "LARGEST", 3)

    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        assert "MB を超える" in texts(world)
        assert not {GET, SHOW} & set(world.client.calls)

    play(scenario, tmp_path, of(REPLY))


def _calls_of_a_whole_answer(tmp_path: Path) -> int:
    counted: list[int] = []

    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        counted.append(len(world.client.calls))

    play(scenario, tmp_path, of(REPLY))
    return counted[0]


def test_a_process_that_dies_anywhere_leaves_one_message_and_one_file(tmp_path: Path) -> None:
    calls = _calls_of_a_whole_answer(tmp_path)
    assert calls >= 5
    for moment in ("dies_before", "dies_after"):
        for number in range(calls):

            async def scenario(world: DeskWorld, moment: str = moment, number: int = number) -> None:
                body = world.said()
                setattr(world.client, moment, number)
                item = await world.arrived(body)
                try:
                    await world.desk.take(item)
                    await world.inbox.finish(item.id)
                except Died:
                    world.restart()
                    await world.take_up()
                words = [one for one in world.ours() if not one.files]
                assert (len(words), len(carrying(world))) == (1, 1), (moment, number, world.client.calls)

            play(scenario, tmp_path, of(REPLY))


@pytest.mark.parametrize("is_on_the_page", [False, True])
def test_a_press_that_says_something_brings_its_file_there(is_on_the_page: bool, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        upon = None if is_on_the_page else world.posted("前の答え")
        await world.take(world.pressed(actions.FILE_AS_GUIDE, upon=upon))
        (carrier,) = carrying(world)
        assert carrier.channel == world.dm
        assert carrier.thread_ts == (upon.ts if upon else None)

    play(scenario, tmp_path, of(REPLY))


def test_the_file_of_a_changed_message_stands_under_it(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え", channel=CHANNEL)
        await world.take(world.pressed(actions.HAND_OVER, upon=message))
        (carrier,) = carrying(world, CHANNEL)
        assert carrier.thread_ts == message.ts
        assert message.text != "前の答え"

    play(scenario, tmp_path, of(REPLY))


@pytest.mark.parametrize("reply", [REPLY, replace(REPLY, is_aside=True)], ids=["a sheet", "for one alone"])
def test_what_one_person_is_shown_in_a_channel_brings_its_file_to_them_alone(reply: Reply, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え", channel=CHANNEL)
        is_aside = reply.is_aside
        action = actions.HAND_OVER if is_aside else actions.SHOW_PASSAGE
        view = None if is_aside else world.sheet().id
        await world.take(world.pressed(action, "q-1:1", upon=message), view_id=view)
        assert carrying(world, CHANNEL) == []
        (carrier,) = carrying(world)
        assert set(world.state.channel(carrier.channel).members) == {PERSON, BOT_USER}

    play(scenario, tmp_path, of(reply))


def test_what_is_whispered_to_who_asked_in_a_channel_brings_its_file_to_them_alone(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(in_channel(world.said(channel=CHANNEL)))
        assert carrying(world, CHANNEL) == []
        assert len(carrying(world)) == len(world.whispered()) == 1

    play(scenario, tmp_path, of(replace(REPLY, is_aside=True)))


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (NotUploaded(0), "file-not-sent-refused"),
        (NotUploaded(413), "file-not-sent-refused"),
        (NotUploaded(429), "file-not-sent-busy"),
        (NotUploaded(503), "file-not-sent-broken"),
        (TimeoutError(), "file-not-sent-broken"),
        (asyncio.IncompleteReadError(b"", 1), "file-not-sent-broken"),
    ],
)
def test_every_trouble_has_its_sentence(error: Exception, key: str) -> None:
    assert why_not(error, "資料").key == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("missing_scope", "file-not-sent-permission"),
        ("file_uploads_disabled", "file-not-sent-forbidden"),
        ("file_type_not_allowed", "file-not-sent-forbidden"),
        ("file_upload_size_restricted", "file-not-sent-restricted"),
        ("channel_not_found", "file-not-sent-refused"),
        ("ratelimited", "file-not-sent-busy"),
        ("internal_error", "file-not-sent-broken"),
    ],
)
def test_every_refusal_of_slack_has_its_sentence(name: str, key: str) -> None:
    assert why_not(_refusal(name), "資料").key == key


def _refusal(name: str) -> SlackApiError:
    return SlackApiError("refused", {"ok": False, "error": name})  # type: ignore[no-untyped-call]
