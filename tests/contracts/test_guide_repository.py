"""What every GuideShelf and its unit of work must do: the database and the fake of the service's tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from bot.adapters.storage.database import open_database
from bot.core.guides.models import (
    Block,
    BlockKind,
    ExtractedDocument,
    GuideDetails,
    NewRelease,
    Passage,
    Release,
    ReleaseState,
)
from bot.core.guides.shelf import StartWork
from bot.core.messages import Message
from bot.errors import GuideNotFound
from tests.databases import DATABASES, MakeAddress
from tests.fakes.guide_shelf import FakeGuides


@pytest.fixture(params=[*DATABASES, "fake"])
def start(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[StartWork]:
    if request.param == "fake":
        yield FakeGuides().start
        return
    database = open_database(make_address(request.param))
    yield database.guides_work
    assert database.check() == []
    database.close()


DOCUMENT = ExtractedDocument(
    blocks=(Block(kind=BlockKind.PARAGRAPH, text="お礼を送ります。", page=3),),
    pages=4,
    warnings=(Message("guides-edition-unknown", {"date": "2026-10-01", "share": 0.5, "count": 2}),),
)


def new_release(guide_id: str = "出会い", content: bytes = b"one") -> NewRelease:
    details = GuideDetails(
        id=guide_id,
        title="出会いの準備",
        edition_on=date(2026, 4, 1),
        kind="plan",
        audience=("member",),
        sources=("Minori 編集室", "PNAS"),
        region="福井県",
        valid_until=date(2027, 3, 31),
    )
    return NewRelease(details=details, original=content, file_name="a.md", bundled=False, document=DOCUMENT)


def passages(guide_id: str, number: int) -> list[Passage]:
    return [
        Passage(
            id=f"{guide_id}@{number}/{ordinal}",
            guide_id=guide_id,
            release_number=number,
            ordinal=ordinal,
            heading_path=("準備", "目的"),
            text=f"第{number}版の{ordinal}。\n・一つ目",
            page=3,
            page_to=4,
            asked=("何を準備する",),
        )
        for ordinal in (1, 2)
    ]


def publish(start: StartWork, guide_id: str = "出会い", content: bytes = b"one") -> Release:
    with start() as work:
        number = work.guides.next_number(guide_id)
        release = work.guides.publish(new_release(guide_id, content), passages(guide_id, number))
        work.commit()
    return release


def states(start: StartWork, guide_id: str = "出会い") -> Sequence[str]:
    with start(writing=False) as work:
        return [str(release.state) for release in work.guides.releases(guide_id)]


def revision(start: StartWork) -> int:
    with start(writing=False) as work:
        return work.guides.revision()


def test_an_empty_shelf(start: StartWork) -> None:
    with start(writing=False) as work:
        assert work.guides.releases() == []
        assert work.guides.current("出会い") is None
        assert work.guides.previous("出会い") is None
        assert work.guides.next_number("出会い") == 1
        assert work.guides.revision() == 0
        assert work.guides.current_passages() == []


def test_what_is_published_comes_back_as_it_was(start: StartWork) -> None:
    release = publish(start, content=b"\x00bytes")
    with start(writing=False) as work:
        assert work.guides.current("出会い") == release
        assert work.guides.releases() == [release]
        assert work.guides.passages("出会い", 1) == passages("出会い", 1)
        assert work.guides.current_passages() == passages("出会い", 1)
        assert work.guides.original(release.original_sha256) == b"\x00bytes"
    expected = new_release()
    assert (release.number, release.state, release.details) == (1, ReleaseState.CURRENT, expected.details)
    assert (release.pages, release.passage_count, release.warnings) == (4, 2, DOCUMENT.warnings)
    assert release.loaded_at.tzinfo is not None


def test_leaving_without_commit_undoes_everything(start: StartWork) -> None:
    publish(start)
    with start() as work:
        work.guides.publish(new_release(content=b"two"), passages("出会い", 2))
        work.guides.retire("出会い")
    assert states(start) == ["current"]
    assert revision(start) == 1


def test_an_exception_undoes_everything_and_passes_through(start: StartWork) -> None:
    def fail_in_the_middle() -> None:
        with start() as work:
            work.guides.publish(new_release(), passages("出会い", 1))
            raise KeyError("stop")

    with pytest.raises(KeyError):
        fail_in_the_middle()
    assert states(start) == []


def test_a_new_release_supersedes_the_current_one(start: StartWork) -> None:
    publish(start)
    second = publish(start, content=b"two")
    assert second.number == 2
    assert states(start) == ["superseded", "current"]
    with start(writing=False) as work:
        assert work.guides.current_passages() == passages("出会い", 2)
        assert work.guides.passages("出会い", 1) == passages("出会い", 1)


def test_passages_must_be_those_of_the_release(start: StartWork) -> None:
    with pytest.raises(ValueError), start() as work:
        work.guides.publish(new_release(), passages("出会い", 2))


def test_the_way_back_is_what_was_cited_before_and_not_the_number_before(start: StartWork) -> None:
    for content in (b"one", b"two", b"three"):
        publish(start, content=content)
    with start() as work:
        work.guides.set_current("出会い", 2)
        work.commit()
    publish(start, content=b"four")
    with start(writing=False) as work:
        back = work.guides.previous("出会い")
    assert back is not None
    assert back.number == 2  # three was given up; four took the place of two


def test_previous_of_the_first_release_is_none(start: StartWork) -> None:
    publish(start)
    with start(writing=False) as work:
        assert work.guides.previous("出会い") is None


def test_set_current_moves_the_citing_back_and_forth(start: StartWork) -> None:
    publish(start)
    publish(start, content=b"two")
    with start() as work:
        assert work.guides.set_current("出会い", 1).state is ReleaseState.CURRENT
        work.commit()
    assert states(start) == ["current", "superseded"]
    assert revision(start) == 3


def test_set_current_of_the_current_one_changes_nothing(start: StartWork) -> None:
    publish(start)
    with start() as work:
        assert work.guides.set_current("出会い", 1).number == 1
        work.commit()
    assert revision(start) == 1


def test_a_retired_guide_is_not_cited_and_can_come_back(start: StartWork) -> None:
    publish(start)
    with start() as work:
        assert work.guides.retire("出会い").state is ReleaseState.RETIRED
        work.commit()
    assert (states(start), revision(start)) == (["retired"], 2)
    with start() as work:
        assert work.guides.current("出会い") is None
        assert work.guides.current_passages() == []
        last = work.guides.previous("出会い")
        assert last is not None
        work.guides.set_current("出会い", last.number)
        work.commit()
    assert states(start) == ["current"]


def test_publishing_to_a_retired_guide_goes_back_to_what_was_retired(start: StartWork) -> None:
    publish(start)
    with start() as work:
        work.guides.retire("出会い")
        work.commit()
    publish(start, content=b"two")
    assert states(start) == ["superseded", "current"]
    with start(writing=False) as work:
        back = work.guides.previous("出会い")
    assert back is not None
    assert back.number == 1


def test_what_does_not_exist_is_not_found(start: StartWork) -> None:
    publish(start)
    with start() as work:
        with pytest.raises(GuideNotFound):
            work.guides.set_current("出会い", 9)
        with pytest.raises(GuideNotFound):
            work.guides.retire("ほか")
        with pytest.raises(GuideNotFound):
            work.guides.original("0" * 64)
        assert work.guides.passages("出会い", 9) == []


def test_releases_are_in_order_and_guides_are_apart(start: StartWork) -> None:
    publish(start, "b")
    publish(start, "a", b"two")
    publish(start, "b", b"three")
    with start(writing=False) as work:
        found = [(release.guide_id, release.number) for release in work.guides.releases()]
        cited = [passage.id for passage in work.guides.current_passages()]
    assert found == [("a", 1), ("b", 1), ("b", 2)]
    assert cited == ["a@1/1", "a@1/2", "b@2/1", "b@2/2"]


def test_the_same_file_is_recognised(start: StartWork) -> None:
    release = publish(start)
    with start(writing=False) as work:
        assert work.guides.from_file(file_name="a.md", sha256=release.original_sha256) == [release]
        assert work.guides.from_file(file_name="b.md", sha256=release.original_sha256) == []
        assert work.guides.from_file(file_name="a.md", sha256="0" * 64) == []


def test_the_same_bytes_may_be_two_guides(start: StartWork) -> None:
    first, second = publish(start, "a"), publish(start, "b")
    assert first.original_sha256 == second.original_sha256
