"""What people say, show and join, in every way Slack tells it: one request each, or none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.core.messages import Asked, Dropped, Opened, Reply, Request
from bot.errors import PersonError
from bot.platforms.slack import hearing
from bot.platforms.slack.arrivals import arrival_of
from bot.platforms.slack.reading import FileDropped
from bot.workspace.records import File
from bot.workspace.seed import SeedChannel
from tests.fakes.router import WHOLE, ScriptedRouter
from tests.platforms.slack import payloads
from tests.platforms.slack.desk_world import DeskWorld, Json, in_channel, play, replace_event
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, OTHER, PERSON, SEED

pytestmark = pytest.mark.loopback


def asked(world: DeskWorld) -> Asked:
    (one,) = world.router.asked
    assert isinstance(one, Asked), one
    return one


def test_what_is_said_directly_is_between_two(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = world.said("ねじは何本ですか")
        await world.take(body)
        place = asked(world).place
        assert (place.conversation, place.thread) == (world.dm, body["event"]["ts"])
        assert place.is_direct
        assert place.present == frozenset({PERSON})
        assert asked(world).is_addressed

    play(scenario, tmp_path)


def test_in_a_channel_everybody_there_is_counted(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(in_channel(world.said(channel=CHANNEL)))
        assert asked(world).place.present == frozenset({PERSON, OTHER})
        assert not asked(world).place.is_direct
        assert asked(world).text == "ねじは?"

    play(scenario, tmp_path)


def test_where_slack_does_not_say_who_is_there_nobody_claims_to_know(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        world.faults.server_error("conversations.members")
        await world.take(in_channel(world.said(channel=CHANNEL)))
        assert asked(world).place.present is None
        assert not asked(world).place.is_direct

    play(scenario, tmp_path)


def test_somebody_who_joins_reads_along_from_the_next_question_on(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        members = world.state.channel(CHANNEL).members
        members.remove(OTHER)
        await world.take(in_channel(world.said(channel=CHANNEL)))
        members.append(OTHER)
        joined = payloads.event("member_joined_channel", event_id="EvJ", user=OTHER, channel=CHANNEL)
        await world.take(joined)
        await world.take(in_channel(world.said(channel=CHANNEL)))
        present = [one.place.present for one in world.router.asked]
        assert present == [frozenset({PERSON}), frozenset({PERSON, OTHER})]
        assert len(world.ours(CHANNEL)) == 2, "nothing is said to who joins"

    play(scenario, tmp_path)


def test_several_people_talking_directly_are_a_channel_and_not_a_pair(tmp_path: Path) -> None:
    group = SeedChannel(id="G0GROUP", name="mpdm", kind="private", members=(PERSON, OTHER, BOT_USER))

    async def scenario(world: DeskWorld) -> None:
        message = world.state.say(PERSON, group.id, "ねじは?")
        unaddressed = payloads.said(message.text, ts=message.ts, channel=group.id, channel_type="mpim")
        assert arrival_of(unaddressed, bot_user_id=BOT_USER) is None
        await world.take(replace_event(unaddressed, text=f"<@{BOT_USER}> ねじは?"))
        assert asked(world).place.present == frozenset({PERSON, OTHER})
        assert not asked(world).place.is_direct

    play(scenario, tmp_path, seed=replace(SEED, channels=(*SEED.channels, group)))


NOT_SAID: dict[str, Json] = {
    "an edit": {"subtype": "message_changed", "message": {"text": "直した", "user": PERSON}, "user": None},
    "a deletion": {"subtype": "message_deleted", "deleted_ts": "1.0", "user": None},
    "a bot": {"bot_id": "B0OTHER", "subtype": "bot_message"},
    "a bot that posts as a person": {"bot_id": "B0OTHER"},
    "ourselves": {"user": BOT_USER},
    "a notice": {"subtype": "channel_join"},
    "a topic": {"subtype": "channel_topic"},
    "a reminder": {"subtype": "reminder_add"},
}


@pytest.mark.parametrize("event", NOT_SAID)
def test_what_nobody_said_is_not_answered(event: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = replace_event(in_channel(world.said(channel=CHANNEL)), **NOT_SAID[event])
        if arrival_of(body, bot_user_id=BOT_USER) is not None:
            await world.take(body)
        assert not world.router.asked
        assert not world.ours(CHANNEL)

    play(scenario, tmp_path)


@pytest.mark.parametrize("subtype", ["thread_broadcast", "me_message"])
def test_what_is_said_in_other_ways_is_said(subtype: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(replace_event(world.said(), subtype=subtype))
        assert asked(world).text == "ねじは?"
        assert len(world.ours()) == 1

    play(scenario, tmp_path)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("", ""), (f"<@{BOT_USER}>", ""), (":smile:", ":smile:"), ("😀", "😀"), ("ね" * 40_000, "ね" * 40_000),
     ("&lt;!channel&gt; &amp;", "<!channel> &")],
    ids=["nothing", "a mention", "an emoji", "another emoji", "40,000 characters", "signs"],
)  # fmt: skip
def test_whatever_is_written_is_one_question(text: str, meant: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(replace_event(world.said(), text=text))
        assert asked(world).text == meant
        assert len(world.ours()) == 1

    play(scenario, tmp_path)


def test_what_is_said_to_others_in_a_thread_of_ours_is_theirs(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        root = world.state.say(PERSON, CHANNEL, "はじめ")
        to_other = world.said("どうでしょう", channel=CHANNEL, thread_ts=root.ts)
        await world.take(replace_event(to_other, text=f"<@{OTHER}> どうでしょう"))
        shown = world.said("図です", channel=CHANNEL, thread_ts=root.ts)
        await world.take(replace_event(shown, files=[{"id": "F1", "name": "a.png"}], subtype="file_share"))
        assert not world.router.asked
        to_all = world.said("続けてください", channel=CHANNEL, thread_ts=root.ts)
        await world.take(to_all)
        assert not asked(world).is_addressed, "the router decides whether it is ours"

    play(scenario, tmp_path)


def dropped(world: DeskWorld, *files: Json, text: str = "") -> Json:
    return replace_event(world.said(text), files=list(files), subtype="file_share")


def kept(world: DeskWorld, number: int) -> Json:
    """A file in the workspace, as an event names it."""
    content = f"# {number}".encode()
    name = f"手引き{number}.md"
    file = File(id=f"F{number}", name=name, mimetype="text/markdown", user=PERSON, content=content, channels=[world.dm])
    world.state.files[file.id] = file
    url = f"{world.workspace.url}/files-pri/{SEED.team_id}-{file.id}/{file.name}"
    return {"id": file.id, "name": file.name, "size": len(file.content), "url_private": url}


def test_ten_files_are_ten_requests_with_an_answer_each_in_their_order(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = dropped(world, *(kept(world, number) for number in range(10)), text="今日の展示会 ")
        item = await world.arrived(body)
        await world.desk.take(item)
        requests = [one for one in world.router.asked if isinstance(one, Dropped)]
        assert [one.content for one in requests] == [f"# {number}".encode() for number in range(10)]
        assert {one.text for one in requests} == {"今日の展示会"}, "the words that came with them"
        assert len({one.id for one in requests}) == 10
        assert len(world.ours()) == 10
        assert {one.thread_ts for one in world.ours()} == {body["event"]["ts"]}
        world.restart()
        assert await world.take_up() == 1
        assert len(world.ours()) == 10, "taken up again, each goes on with its own message"

    play(scenario, tmp_path, ScriptedRouter(lambda _: Reply(parts=())))


@pytest.mark.parametrize("name", ["面談.ics", "参加者.csv", "参加者.xlsx", "名刺.vcf", "カード.VCF", "写真.heic"])
def test_a_file_of_any_kind_of_anybody_is_handed_on_as_it_is(name: str, tmp_path: Path) -> None:
    content = bytes(range(256))

    async def scenario(world: DeskWorld) -> None:
        file = world.state.add_file(PERSON, name, content)
        file.channels = [world.dm]
        url = f"{world.workspace.url}/files-pri/{SEED.team_id}-{file.id}/{file.name}"
        given = {"id": file.id, "name": name, "mode": "snippet", "size": file.size, "url_private_download": url}
        await world.take(dropped(world, given))
        (request,) = world.router.asked
        assert isinstance(request, Dropped)
        assert (request.file_name, request.content, request.text) == (name, content, "")

    play(scenario, tmp_path, ScriptedRouter(lambda _: Reply(parts=())))


def test_files_that_cannot_be_had_are_told_of_once_and_the_others_are_read(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        elsewhere = {"id": "F8", "name": "外の<!channel>.pdf", "size": 1, "url_private": "https://evil.example/a.pdf"}
        giant = {"id": "F9", "name": "大きい.pdf", "size": 10**9, "url_private": "https://files.slack.com/a.pdf"}
        body = dropped(world, elsewhere, giant, kept(world, 1))
        await world.desk.take(await world.arrived(body))
        first, second, third = world.ours()
        assert "外の" in first.text
        assert "<!channel>" not in first.text
        assert "50" in second.text
        assert [type(one) for one in world.router.asked] == [Dropped]
        world.restart()
        assert await world.take_up() == 1
        assert len(world.ours()) == 3
        assert third.ts in {one.ts for one in world.ours()}

    play(scenario, tmp_path, ScriptedRouter(lambda _: Reply(parts=())))


def test_a_file_that_slack_only_names_is_told_of(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(dropped(world, {"id": "F1", "mode": "tombstone", "name": "消えた.pdf"}))
        (said,) = world.ours()
        assert "消えた" in said.text
        assert not world.router.asked

    play(scenario, tmp_path)


def test_no_file_is_fetched_that_is_shown_to_a_channel_without_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(file: FileDropped, **_: Any) -> bytes:
        raise PersonError("unexpected")

    async def scenario(world: DeskWorld) -> None:
        monkeypatch.setattr(hearing, "fetch_file", refuse)
        root = world.state.say(PERSON, CHANNEL, "はじめ")
        body = world.said("", channel=CHANNEL, thread_ts=root.ts)
        await world.take(replace_event(body, files=[kept(world, 1)], subtype="file_share"))
        assert not world.ours(CHANNEL)

    play(scenario, tmp_path)


def test_being_invited_is_answered_once_in_the_language_of_who_invited(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = payloads.event("member_joined_channel", user=BOT_USER, channel=CHANNEL, inviter=OTHER)
        await world.desk.take(await world.arrived(body))
        world.restart()
        assert await world.take_up() == 1
        (said,) = world.ours(CHANNEL)
        assert "Thank you" in said.text or "Thanks" in said.text

    play(scenario, tmp_path, ScriptedRouter(locales={OTHER: "en"}))


def test_the_page_is_drawn_and_the_messages_tab_offers_questions(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(payloads.event("app_home_opened", event_id="Ev1", user=PERSON, channel=world.dm, tab="home"))
        assert world.state.home(PERSON) is not None
        assert [type(one) for one in world.router.asked] == [Opened]
        tab = payloads.event("app_home_opened", event_id="Ev2", user=PERSON, channel=world.dm, tab="messages")
        world.faults.accept_then_hang_up("assistant.threads.setSuggestedPrompts")
        await world.take(tab)
        await world.take({**tab, "event_id": "Ev3"})
        assert world.state.prompts
        assert not world.ours()

    play(scenario, tmp_path, ScriptedRouter(starters=("ねじは?", "x" * 300)))


def test_every_sentence_is_in_the_persons_language(tmp_path: Path) -> None:
    def refuse(_: Request) -> Reply:
        return replace(WHOLE, parts=())

    async def scenario(world: DeskWorld) -> None:
        statuses: list[str] = []
        world.state.subscribe(lambda _: statuses.extend(filter(None, world.state.statuses.values())))
        await world.take(world.said())
        (answer,) = world.ours()
        assert "Answered" in answer.text or "guide" in answer.text.lower(), answer.text
        assert statuses
        assert all(one.isascii() or "…" in one for one in statuses)
        gone = {"id": "F8", "name": "a.pdf", "size": 1, "url_private": "https://evil.example/a.pdf"}
        await world.take(dropped(world, gone))
        assert "a" in world.ours()[-1].text
        assert not any("ぁ" <= sign <= "ん" for sign in world.ours()[-1].text)

    play(scenario, tmp_path, ScriptedRouter(refuse, locales={PERSON: "en"}))
