"""A handful of passages, the analyser, and guides in a real database, for tests of searching."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.adapters.japanese import SudachiAnalyser, SudachiNames
from bot.adapters.storage.database import Database, open_database
from bot.core.answering.searchable import PassageToIndex, SearchablePassage, analyse
from bot.core.guides.models import ExtractedDocument, GuideDetails, NewRelease, Passage
from tests.databases import prepared_sqlite


@functools.cache
def analyser() -> SudachiAnalyser:
    """One dictionary for the whole run: it takes a moment to open."""
    return SudachiAnalyser()


@functools.cache
def names() -> SudachiNames:
    """The same for names; each one that is open has 80 MB of the dictionary in memory."""
    return SudachiNames()


PASSAGES = (
    PassageToIndex(
        id="meet@1/1",
        heading_path=("出会いの準備", "会う前に目的を書く"),
        asked=("会う前に何をすればよいか",),
        text="出会いの目的を一文で書く。相手の会社の仕事を三つ調べる。",
    ),
    PassageToIndex(
        id="meet@1/2",
        heading_path=("出会いの準備", "名刺の渡し方"),
        text="名刺は両手で渡す。名刺交換のあとで用件を一つだけ話す。",
    ),
    PassageToIndex(
        id="trial@1/1",
        heading_path=("試行の進め方", "費用と期間"),
        text="試行は2週間で終える。費用は5万円までにする。\n・測る数を一つ決める",
    ),
    PassageToIndex(
        id="desk@1/1", heading_path=("相談窓口",), text="特許は知財総合支援窓口に相談する。相談は無料です。"
    ),
    PassageToIndex(id="beyond:weather", text="", asked=("明日の天気はどうですか",)),
)


@functools.cache
def searchable() -> tuple[SearchablePassage, ...]:
    """The passages, analysed."""
    return tuple(analyse(passage, analyser()) for passage in PASSAGES)


def frequency(form: str) -> int:
    """In how many of the passages a word form stands."""
    return sum(form in passage.forms for passage in searchable())


def many(count: int) -> list[PassageToIndex]:
    """Passages that differ in one number and two nouns."""
    nouns = "価値 出会い 準備 窓口 試行 技術 用途 会社 相談 記録 目的 計画 提案 見本 道具 工場".split()
    return [
        PassageToIndex(
            id=f"many@1/{number}",
            text=f"{nouns[number % 16]}と{nouns[(number // 16) % 16]}の話、その{number}番。続きは次の節で読む。",
        )
        for number in range(count)
    ]


def publish(database: Database, guide_id: str, texts: Sequence[str], *, bundled: bool = False) -> None:
    """A new release of a guide whose passages are these texts."""
    details = GuideDetails(
        id=guide_id,
        title=f"{guide_id}の手引き",
        edition_on=date(2026, 4, 1),
        kind="plan",
        audience=(),
        sources=("試験",),
    )
    with database.guides_work() as work:
        number = work.guides.next_number(guide_id)
        document = ExtractedDocument(blocks=(), pages=1)
        original = "\n".join((guide_id, *texts)).encode()
        new = NewRelease(
            details=details, original=original, file_name=f"{guide_id}.md", bundled=bundled, document=document
        )
        work.guides.publish(new, [_passage(guide_id, number, place, text) for place, text in enumerate(texts, start=1)])
        work.commit()


def _passage(guide_id: str, number: int, place: int, text: str) -> Passage:
    return Passage(
        id=f"{guide_id}@{number}/{place}",
        guide_id=guide_id,
        release_number=number,
        ordinal=place,
        heading_path=(f"{place}節",),
        text=text,
        page=None,
        page_to=None,
    )


def go_back(database: Database, guide_id: str) -> None:
    """Cite the release before again."""
    with database.guides_work() as work:
        before = work.guides.previous(guide_id)
        assert before is not None
        work.guides.set_current(guide_id, before.number)
        work.commit()


def retire(database: Database, guide_id: str) -> None:
    """Cite a guide no more."""
    with database.guides_work() as work:
        work.guides.retire(guide_id)
        work.commit()


def small_database(folder: Path) -> Database:
    """A database with two guides of three and two passages."""
    database = open_database(prepared_sqlite(folder / "minori.sqlite3"))
    publish(database, "meet", ["出会いの目的を一文で書く。", "名刺は両手で渡す。", "お礼は翌日までに送る。"])
    publish(database, "trial", ["試行は2週間で終える。", "費用は5万円までにする。"])
    return database
