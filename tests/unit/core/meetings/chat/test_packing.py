"""引き継ぎ資料: who gets one, where, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.adapters.pack_workbook import drawn_pack
from bot.core import actions
from bot.core.meetings.chat.packing import Packing
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import ChangeKind, Stage
from bot.core.messages import Item, Message, Place, Reply
from bot.core.outgoing import XLSX, MadeFile, made
from bot.core.people import Sharing
from tests.catalogues import strict_sentences
from tests.chat.sent_files import everything_in
from tests.unit.core.meetings.chat.desk import Desk, direct, sharing, words
from tests.unit.core.meetings.office import FRIDAY, ITO, KATO, MORI, SATO, STEP, SUZUKI, TANAKA

SECRETS = ("山田", "太郎", "展示会", "サンプル", "工場", "検査", "認証", "田中", "伊藤", "秘密")


def opened() -> Desk:
    """An encounter of a firm with words in every place that has any."""
    desk = Desk()
    desk.at_stage(Stage.JOINT_STUDY)
    service = desk.service
    service.set_step("e1", replace(STEP, text="秘密のサンプルを送る"), by=ITO)
    service.open_issue("e1", IssueKind.LEGAL, "認証", by=TANAKA)
    service.contact("e1", by=TANAKA, on=FRIDAY.date(), what="met", note="秘密の話")
    return desk


def pack(desk: Desk, member: object, place: Place | None = None) -> Reply:
    return desk.press_in(place or direct(member), member, actions.PACK, "")  # type: ignore[arg-type]


def file_of(reply: Reply) -> MadeFile:
    (file,) = reply.files
    return made(replace(file, make=lambda say: drawn_pack(file.make.args[0], say)), _say)  # type: ignore[attr-defined]


def _say(message: Message) -> str:
    return strict_sentences().say(message, locale="ja")


def said_instead(reply: Reply) -> str:
    return words(Reply(parts=reply.files[0].in_words))


def test_a_coordinator_gets_the_outline_that_the_firm_shares_and_no_word_more() -> None:
    reply = pack(opened(), SATO)
    file = file_of(reply)
    assert (file.media_type, file.name) == (XLSX, "引き継ぎ資料 2026-11-20.xlsx")
    [row] = list(load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert {"あおい精機", "共同検討", str(STEP.due_on)} <= {str(cell).removesuffix(" 00:00:00") for cell in row}
    for secret in SECRETS:
        assert secret not in everything_in(file.content), secret
        assert secret not in said_instead(reply), secret
        assert secret not in words(reply), secret


def test_an_outlines_history_is_what_the_coordinator_sees_anyway() -> None:
    [row] = opened().service.handover_pack(SATO).rows
    kinds = {line.change.kind for line in row.history}
    assert kinds <= {ChangeKind.CAPTURED, ChangeKind.CONTACT, ChangeKind.STAGE}
    assert ChangeKind.CONTACT in kinds


def test_where_the_firm_shares_its_words_they_are_in_it() -> None:
    desk = opened()
    sharing(desk, Sharing.WORDS)
    reply = pack(desk, SATO)
    for secret in ("山田", "秘密のサンプル", "認証", "田中 健"):
        assert secret in everything_in(file_of(reply).content), secret
    assert "秘密のサンプル" in said_instead(reply)


@pytest.mark.parametrize("chosen", [Sharing.NOTHING, Sharing.UNDECIDED])
def test_of_a_firm_that_shares_nothing_there_is_none(chosen: Sharing) -> None:
    desk = opened()
    sharing(desk, chosen)
    assert pack(desk, SATO).files == ()


def test_ones_own_is_whole_and_others_get_nothing() -> None:
    desk = opened()
    assert "山田" in everything_in(file_of(pack(desk, TANAKA)).content)
    for member in (SUZUKI, MORI):
        reply = pack(desk, member)
        assert (reply.files, words(reply)) == ((), "")
    # An admin looks after guides and sees nothing of a firm; so does whoever has left.
    for nobody in (KATO, replace(TANAKA, left_at=FRIDAY)):
        assert (pack(desk, nobody).files, pack(desk, nobody).is_aside) == ((), True)
        assert desk.type(nobody, "引き継ぎ資料") is None


PLACES: Mapping[str, Place] = {
    "with another firm": Place(conversation="C1", is_direct=False, present=frozenset({TANAKA.address, MORI.address})),
    "with a stranger": Place(conversation="C1", is_direct=False, present=frozenset({TANAKA.address, "U-strange"})),
    "with a coordinator": Place(conversation="C1", is_direct=False, present=frozenset({TANAKA.address, SATO.address})),
    "with nobody knows whom": Place(conversation="C1", is_direct=False),
    "among the firm's own": Place(conversation="C1", is_direct=False, present=frozenset({TANAKA.address, ITO.address})),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("member", [TANAKA, SATO])
def test_in_front_of_others_nobody_gets_one(place: str, member: object) -> None:
    desk = opened()
    pressed, typed = pack(desk, member, PLACES[place]), desk.type(member, "引き継ぎ資料", place=PLACES[place])  # type: ignore[arg-type]
    for reply in (pressed, typed):
        assert reply is not None
        assert (reply.files, reply.is_aside, words(reply)) == ((), True, "")


@pytest.mark.parametrize(
    "asked",
    [
        "引き継ぎ資料",
        "引継ぎ資料をください。",
        "「引継資料」をお願いいたします",
        "引き継ぎ資料が欲しいです",
        "引継ぎパックを作ってください",
        "hand-over pack",
        "Handover pack, please",
        "Ｈａｎｄ-ｏｖｅｒ ｐａｃｋ！",
    ],
)
def test_it_is_asked_for_in_words(asked: str) -> None:
    reply = opened().type(TANAKA, asked)
    assert reply is not None
    assert len(reply.files) == 1


@pytest.mark.parametrize(
    "asked", ["引き継ぎ資料には何を書きますか", "引継ぎ", "資料をください", "what is a hand-over pack?"]
)
def test_a_question_about_it_is_a_question(asked: str) -> None:
    assert opened().type(TANAKA, asked) is None


def test_in_words_twenty_and_how_many_more() -> None:
    desk = Desk()
    for number in range(23):
        desk.captured(id=f"m{number}", by=TANAKA)
    parts = pack(desk, TANAKA).files[0].in_words
    assert sum(isinstance(part, Item) for part in parts) == 20
    assert parts[-1].message == Message("pack-more", {"count": 3})  # type: ignore[union-attr]


def test_it_is_written_when_it_is_sent_and_not_before() -> None:
    desk, written = opened(), list[int]()

    def write(*_: object) -> bytes:
        written.append(1)
        return b"PK"

    packing = Packing(service=desk.service, clock=desk.clock, write=write)
    reply = packing._pack(direct(TANAKA), TANAKA)
    assert written == []
    assert made(reply.files[0], _say).content == b"PK"
    assert written == [1]
