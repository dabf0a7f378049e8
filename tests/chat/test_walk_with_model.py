"""A value walk where a language model is set: nothing goes to it without the leave of the firm; with it, drafts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.bootstrap_coaching import make_walk_service
from bot.core.coaching.walks.results import Act, Done, Here
from bot.workspace.records import Message
from tests.chat.acting import People
from tests.chat.observing import Seen, observed
from tests.chat.stack import Stack, stacked
from tests.chat.transcripts import Step, Transcript
from tests.fakes.openai_behaviours import says
from tests.fakes.openai_server import OpenAIServer

pytestmark = pytest.mark.loopback
ABOUT = Transcript.model_validate({"about": "x", "steps": [{"who": "yamada", "says": "x", "sees": []}]})
WHO = "惣菜工場で、夜に機械を洗っている方です。カバーの付け外しで帰りが遅くなるのが、軽くなったそうです。"
DRAFT = "夜に機械を洗う方が、カバーの付け外しを早く終えて、早く帰れるようになります。"


async def _do(people: People, **step: object) -> list[Seen]:
    before = await people.act(Step.model_validate({"who": "yamada", "sees": [], **step}))
    if isinstance(before, Message) and step.get("called"):
        people.called[str(step["called"])] = before
    await people.stack.settled()
    seen = observed(people.state, people.stack.taken())
    for one in seen:
        if one.message is not None:
            people.called["last"] = one.message
    return seen


async def _begun(people: People) -> None:
    """A walk with its first answer given."""
    await _do(people, says="棚卸し")
    await _do(people, presses="はじめる", upon="last")
    await _do(people, submits={"取り上げるもの（ひとつだけ）": "機械カバー", "会社の業種": "金属加工"})


def _model(monkeypatch: pytest.MonkeyPatch, server: OpenAIServer) -> None:
    monkeypatch.setenv("MINORI_CHAT_MODEL", "openai:test")
    monkeypatch.setenv("MINORI_CHAT_BASE_URL", server.base_url)
    monkeypatch.setenv("MINORI_CHAT_API_KEY", "none")


async def _without_leave(data: Path) -> list[Seen]:
    """Everything that can be done in a walk, in the direct conversation and in the firm's channel."""
    seen: list[Seen] = []
    async with stacked(ABOUT, data) as stack:
        people = People(stack)
        await _begun(people)
        seen += await _do(people, says="うちは高品質な加工が自慢です。")
        seen += await _do(people, says=WHO)
        await _do(people, presses="答えではありませんでした", upon="last")
        seen += await _do(people, presses="質問として尋ねる", upon="last")
        await _do(people, says="実証シートには何を書けばよいですか？")
        seen += await _do(people, presses="質問として尋ねる", upon="last")
        seen += await _do(people, command="/minori 実証シートには何を書きますか")
        seen += await _do(people, at="山田製作所", says="@Minori 棚卸し", called="root")
        await _do(people, presses="はじめる", upon="last")
        await _do(people, submits={"取り上げるもの（ひとつだけ）": "機械カバー"})
        seen += await _do(people, at="山田製作所", under="root", says=WHO)
        seen += await _do(people, at="山田製作所", under="root", says="@Minori 実証シートには何を書きますか？")
    return seen


def test_without_the_firms_leave_no_word_goes_to_a_model(used_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with OpenAIServer(says("x")) as server:
        _model(monkeypatch, server)
        seen = asyncio.run(_without_leave(used_data))
        assert server.connections == 0, [one.texts for one in server.requests]
    answered = [one for one in seen if "回答（ガイドから）" in one.look.text]
    assert len(answered) >= 3
    assert not [one for one in seen if "下書き" in one.look.text]


async def _with_leave(data: Path) -> list[list[Seen]]:
    async with stacked(ABOUT, data) as stack:
        people = People(stack)
        told = [await _do(people, opens="home")]
        await _do(people, presses="選ぶ", nth=1, upon="home")
        told.append(await _do(people, submits={"御社のお言葉に、言語モデルを使ってよいですか": "使ってよい"}))
        await _begun(people)
        told.append(await _do(people, says=WHO))
        people.called["next"] = people.called["last"]
        told.append(await _do(people, presses="下書きを見る（言語モデル）", upon="next"))
        told.append(await _do(people, presses="下書きも残す", upon="last", times=2))
        await _do(people, presses="ほか", upon="next")
        told.append(await _do(people, presses="ここまでのお答え", upon="sheet"))
        await asyncio.to_thread(_finished, stack)
        told.append(await _do(people, says="価値カード"))
    return told


def _finished(stack: Stack) -> None:
    """The walk ends here, and its card is made."""
    service = make_walk_service(stack.library)
    (yamada,) = [one for one in stack.library.database.people.people() if one.address == "U01YAMADA"]
    (walk,) = service.walks(yamada)
    here = Here(conversation=walk.conversation, present=(yamada,))
    assert isinstance(service.finish(walk.id, act=Act(by=yamada, here=here, request_id="finish")), Done)
    (card,) = stack.library.database.value_cards.of_company(walk.company_id)
    assert DRAFT not in "".join(one.words for one in card.entries.values())


def test_with_it_a_draft_is_offered_marked_and_kept_by_a_press_alone(
    used_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OpenAIServer(says(DRAFT)) as server:
        _model(monkeypatch, server)
        home, chosen, answered, drafted, kept, so_far, card = asyncio.run(_with_leave(used_data))
        (request,) = server.requests
    assert "使いません（まだお選びいただいていません）" in home[-1].look.text
    assert any("使ってよい（山田 健一さんが" in one.look.text for one in chosen)
    assert "下書きを見る（言語モデル）" in answered[-1].look.labels
    # The one answer and its question, and nothing else of the firm.
    assert WHO in "".join(request.texts)
    assert "機械カバー" not in "".join(request.texts)
    for words in ("言語モデルがつくった下書きです。", WHO, "下書き（言語モデル）", DRAFT):
        assert words in drafted[-1].look.text
    assert "お言葉の下に、下書きとして残しました。" in kept[-1].look.text
    text = so_far[-1].look.text
    assert text.count(DRAFT) == 1
    assert text.index(WHO) < text.index("言語モデルの下書き（残すと選ばれたもの）") < text.index(DRAFT)
    assert "言語モデルに下書きを頼んだ回数：1回" in text
    # On the card as well: the owner's words are the card's, the draft stands below them, marked.
    text = card[-1].look.text
    assert text.count(DRAFT) == 1
    assert text.index(WHO) < text.index("言語モデルの下書き（残すと選ばれたもの。") < text.index(DRAFT)
