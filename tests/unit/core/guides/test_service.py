from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.core.clock import VirtualClock
from bot.core.guides.details import GuideOptions
from bot.core.guides.loading import FileToAdd, Loaded, LoadState
from bot.core.guides.models import ReleaseState
from bot.core.guides.refusals import GuidesRefused
from bot.core.guides.service import GuideService
from bot.core.messages import Message
from bot.errors import DocumentRefused, GuideNotFound, PersonError, UsageError
from tests.fakes.document_reader import FakeDocumentReader
from tests.fakes.guide_shelf import FakeGuides


class Desk:
    """A service with everything it stands on."""

    def __init__(self) -> None:
        self.reader = FakeDocumentReader()
        self.guides = FakeGuides()
        # 2026-09-30 in London, already 2026-10-01 in Japan.
        self.clock = VirtualClock(datetime(2026, 9, 30, 20, 0, tzinfo=UTC))
        self.service = GuideService(reader=self.reader, start=self.guides.start, clock=self.clock)

    def add(self, *files: FileToAdd, allow_older: bool = False) -> Sequence[Loaded]:
        return self.service.add(files=files, allow_older=allow_older)

    def sync(self, *files: FileToAdd) -> Sequence[Loaded]:
        return self.service.sync_bundled(files=files)

    def cited(self) -> list[str]:
        return [passage.text for passage in self.service.corpus().passages]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def file(
    name: str = "meet.md", head: str = "edition: 2026-04-01", body: str = "目的を書く。", bundled: bool = False
) -> FileToAdd:
    content = f"{head}\n\n{body}".encode()
    return FileToAdd(file_name=name, content=content, bundled=bundled)


def reasons(refused: pytest.ExceptionInfo[GuidesRefused]) -> dict[str, list[str]]:
    return {one.file_name: [reason.key for reason in one.reasons] for one in refused.value.refusals}


def test_prepare_shows_what_would_happen_and_writes_nothing(desk: Desk) -> None:
    given = file(head="", body="# 準備\n目的を書く。")
    prepared = desk.service.prepare(
        file_name=given.file_name, content=given.content, options=GuideOptions(title="出会い")
    )
    assert (prepared.state, prepared.details.id, prepared.details.title) == (LoadState.NEW, "meet", "出会い")
    assert [passage.id for passage in prepared.passages] == ["meet@1/1"]
    assert prepared.replaces is None
    assert prepared.warnings == (Message("guides-edition-unknown", {"date": "2026-10-01"}),)
    assert desk.guides.commits == 0
    assert desk.service.list() == []


def test_prepare_names_what_it_would_replace(desk: Desk) -> None:
    (first,) = desk.add(file())
    changed, same = file(body="問いを書く。"), file()
    prepared = desk.service.prepare(file_name=changed.file_name, content=changed.content)
    assert (prepared.state, prepared.replaces) == (LoadState.NEW_EDITION, first.release)
    assert prepared.passages[0].id == "meet@2/1"
    unchanged = desk.service.prepare(file_name=same.file_name, content=same.content)
    assert (unchanged.state, unchanged.replaces) == (LoadState.UNCHANGED, None)


def test_add_reports_each_file_and_its_progress(desk: Desk) -> None:
    told: list[tuple[int, int, str]] = []

    def progress(*, done: int, total: int, file_name: str) -> None:
        told.append((done, total, file_name))

    desk.add(file("a.md", body="甲。"))
    files = [file("a.md", body="乙。"), file("b.md", body="丙。"), file("c.md", body="丁。")]
    loaded = desk.service.add(files=files, progress=progress)
    assert [(one.file_name, one.state, one.release.number) for one in loaded] == [
        ("a.md", LoadState.NEW_EDITION, 2),
        ("b.md", LoadState.NEW, 1),
        ("c.md", LoadState.NEW, 1),
    ]
    assert loaded[0].replaced is not None
    assert told == [(1, 3, "a.md"), (2, 3, "b.md"), (3, 3, "c.md")]
    assert desk.cited() == ["乙。", "丙。", "丁。"]


def test_one_refusal_changes_nothing_and_all_reasons_are_named_at_once(desk: Desk) -> None:
    desk.add(file("old.md", head="edition: 2026-04-01"))
    before = desk.service.corpus()
    with pytest.raises(GuidesRefused) as refused:
        desk.add(
            file("good.md"),
            file("bad.md", body="DAMAGED"),
            file("keys.md", head="titel: x\nkind: y"),
            file("empty.md", body=""),
        )
    assert refused.value.key == "guides-nothing-changed"
    assert reasons(refused) == {
        "bad.md": ["refused-damaged"],
        "keys.md": ["guides-details-unknown-key", "guides-details-choice"],
        "empty.md": ["guides-no-text"],
    }
    assert desk.service.corpus() == before


def test_two_files_of_one_guide_are_refused(desk: Desk) -> None:
    with pytest.raises(GuidesRefused) as refused:
        desk.add(file("a/meet.md"), file("b/meet.md", body="問い。"))
    assert reasons(refused) == {"b/meet.md": ["guides-same-id"]}
    assert desk.cited() == []


def test_the_same_file_again_is_reported_and_changes_nothing(desk: Desk) -> None:
    desk.add(file())
    revision = desk.service.corpus().revision
    (again,) = desk.add(file())
    assert (again.state, again.release.number, again.replaced) == (LoadState.UNCHANGED, 1, None)
    assert desk.service.corpus().revision == revision


def test_the_same_file_without_an_edition_is_unchanged_on_another_day_too(desk: Desk) -> None:
    desk.add(file(head=""))
    desk.clock.advance(timedelta(days=30))
    assert desk.add(file(head=""))[0].state is LoadState.UNCHANGED


def test_other_details_or_a_better_reader_make_a_new_release_of_the_same_bytes(desk: Desk) -> None:
    desk.add(file())
    given = file()
    with_region = FileToAdd(file_name="meet.md", content=given.content, options=GuideOptions(region="福井県"))
    assert desk.add(with_region)[0].state is LoadState.NEW_EDITION
    desk.reader.suffix = "（改）"
    assert desk.add(with_region)[0].state is LoadState.NEW_EDITION
    assert desk.cited() == ["目的を書く。（改）"]


def test_an_older_edition_is_refused_unless_allowed(desk: Desk) -> None:
    desk.add(file(head="edition: 2026-04-01"))
    older = file(head="edition: 2025-04-01", body="昔の版。")
    with pytest.raises(GuidesRefused) as refused:
        desk.add(older, file("new.md"))
    assert reasons(refused) == {"meet.md": ["guides-older-edition"]}
    assert refused.value.refusals[0].reasons[0].arguments == {
        "guide": "meet",
        "edition": "2025-04-01",
        "current": "2026-04-01",
    }
    assert len(desk.service.list()) == 1
    assert desk.add(older, allow_older=True)[0].release.details.edition_on == date(2025, 4, 1)


def test_the_day_of_loading_is_no_edition_to_be_older_than(desk: Desk) -> None:
    desk.add(file(head=""))
    assert desk.add(file(head="edition: 2020"))[0].state is LoadState.NEW_EDITION


def test_warnings_are_returned_and_kept(desk: Desk) -> None:
    (loaded,) = desk.add(file(head=""))
    assert [warning.key for warning in loaded.warnings] == ["guides-edition-unknown"]
    assert desk.service.show(guide_id="meet").release.warnings == loaded.warnings


def test_a_second_guide_of_the_same_title_is_pointed_out(desk: Desk) -> None:
    desk.add(file("guide-2025.md", head="title: 公募要領"))
    (loaded,) = desk.add(file("guide-2026.md", head="title: 公募 要領\nedition: 2026"))
    assert Message("guides-same-title", {"title": "公募要領", "guide": "guide-2025"}) in loaded.warnings


def test_rollback_goes_back_step_by_step_to_what_was_cited(desk: Desk) -> None:
    for body in ("一。", "二。", "三。"):
        desk.add(file(body=body))
    assert desk.service.rollback(guide_id="meet").number == 2
    desk.add(file(body="四。"))
    assert desk.service.rollback(guide_id="meet").number == 2
    assert desk.service.rollback(guide_id="meet").number == 1
    with pytest.raises(UsageError) as nothing:
        desk.service.rollback(guide_id="meet")
    assert nothing.value.key == "guides-nothing-earlier"
    assert desk.service.rollback(guide_id="meet", to=4).number == 4
    assert desk.cited() == ["四。"]


def test_a_retired_guide_comes_back_by_rollback_or_by_adding(desk: Desk) -> None:
    desk.add(file(body="一。"))
    desk.add(file(body="二。"))
    assert desk.service.retire(guide_id="meet").state is ReleaseState.RETIRED
    assert desk.cited() == []
    assert desk.service.rollback(guide_id="meet").number == 2
    desk.service.retire(guide_id="meet")
    (back,) = desk.add(file(body="二。"))
    assert (back.state, back.release.number) == (LoadState.NEW_EDITION, 3)
    assert desk.cited() == ["二。"]


def test_what_cannot_be_done_says_why(desk: Desk) -> None:
    for attempt in (desk.service.rollback, desk.service.retire, desk.service.show):
        with pytest.raises(GuideNotFound) as missing:
            attempt(guide_id="meet")
        assert missing.value.key == "guides-not-found"
    desk.add(file())
    with pytest.raises(GuideNotFound):
        desk.service.rollback(guide_id="meet", to=7)
    with pytest.raises(GuideNotFound):
        desk.service.show(guide_id="meet", number=7)
    desk.service.retire(guide_id="meet")
    with pytest.raises(UsageError) as retired:
        desk.service.retire(guide_id="meet")
    assert retired.value.key == "guides-already-retired"


def test_list_shows_the_cited_release_of_each_guide(desk: Desk) -> None:
    desk.add(file("a.md", body="一。"), file("b.md", head="valid_until: 2026-09-30"))
    desk.add(file("a.md", body="二。"))
    desk.service.rollback(guide_id="a")
    desk.service.retire(guide_id="b")
    first, second = desk.service.list()
    assert (first.guide_id, first.shown.number, first.release_count) == ("a", 1, 2)
    assert (first.is_retired, first.has_expired) == (False, False)
    assert (second.guide_id, second.is_retired, second.has_expired) == ("b", True, True)


def test_show_gives_passages_as_they_are_quoted(desk: Desk) -> None:
    desk.add(file(body="# 準備\n一。"))
    desk.add(file(body="# 準備\n二。"))
    shown, earlier = desk.service.show(guide_id="meet"), desk.service.show(guide_id="meet", number=1)
    assert [passage.text for passage in shown.passages] == ["二。"]
    assert ([passage.text for passage in earlier.passages], earlier.release.state) == (
        ["一。"],
        ReleaseState.SUPERSEDED,
    )


def test_everything_the_service_says_has_a_sentence_in_both_languages(desk: Desk, sentences: FluentSentences) -> None:
    given = file("a.md", head="")
    said = [desk.service.prepare(file_name=given.file_name, content=given.content).message]
    for one in (given, given, file("a.md", head="edition: 2030\nvalid_until: 2026-01-01", body="二。")):
        (loaded,) = desk.add(one)
        said += [loaded.message, *loaded.warnings]
    said += [overview.state for overview in desk.service.list()]
    with pytest.raises(GuidesRefused) as refused:
        desk.add(file("b.md", head="id: a b\ntitel: x\nedition: y\nkind: z"), file("c.md", body=""))
    said += [reason for one in refused.value.refusals for reason in one.reasons]
    for error in (refused.value, _raised(lambda: desk.service.show(guide_id="z"))):
        said.append(Message(error.key, dict(error.arguments)))
    keys = {message.key for message in said}
    assert {
        "guides-would-be-new",
        "guides-loaded-new-edition",
        "guides-loaded-unchanged",
        "guides-state-expired",
    } <= keys
    for message in said:
        for locale in LOCALES:
            assert sentences.say(message, locale=locale)
    line = sentences.say(Message("guides-details-one-value", {"key": "region", "line": 6}), locale="ja")
    assert line == "6 行目の region には値を一つだけ書いてください。"


def _raised(call: Callable[[], object]) -> PersonError:
    with pytest.raises(PersonError) as error:
        call()
    return error.value


def test_an_unreadable_file_is_refused_by_prepare_as_it_is(desk: Desk) -> None:
    with pytest.raises(DocumentRefused) as refused:
        desk.service.prepare(file_name="a.md", content=b"DAMAGED")
    assert refused.value.key == "refused-damaged"


class TestBundled:
    """Guides that ship with Minori, at every start."""

    def test_they_are_loaded_once_and_read_once(self, desk: Desk) -> None:
        ours = [file("a.md", bundled=True), file("b.md", body="二。", bundled=True)]
        assert [one.release.bundled for one in desk.sync(*ours)] == [True, True]
        assert desk.sync(*ours) == ()
        assert desk.reader.read_files == ["a.md", "b.md"]

    def test_a_changed_one_takes_the_place_of_the_old(self, desk: Desk) -> None:
        desk.sync(file(bundled=True))
        (loaded,) = desk.sync(file(body="新しい。", bundled=True))
        assert (loaded.state, loaded.release.number) == (LoadState.NEW_EDITION, 2)

    def test_a_retired_one_stays_retired(self, desk: Desk) -> None:
        desk.sync(file(bundled=True))
        desk.service.retire(guide_id="meet")
        assert desk.sync(file(bundled=True), file("b.md", bundled=True))[0].file_name == "b.md"
        assert desk.sync(file(body="新しい。", bundled=True)) == ()
        assert desk.reader.read_files == ["meet.md", "b.md"]

    def test_an_admins_own_file_wins(self, desk: Desk) -> None:
        desk.sync(file(bundled=True))
        (own,) = desk.add(file(body="社内の版。"))
        assert [warning.key for warning in own.warnings] == ["guides-replaces-bundled"]
        desk.sync(file(head="edition: 2030", body="新しい。", bundled=True))
        assert desk.cited() == ["社内の版。"]

    def test_an_admins_file_that_was_there_first_wins_too(self, desk: Desk) -> None:
        desk.add(file(body="社内の版。"))
        assert desk.sync(file(bundled=True)) == []
        assert desk.cited() == ["社内の版。"]

    def test_a_rolled_back_one_is_not_loaded_again_but_the_next_edition_is(self, desk: Desk) -> None:
        desk.sync(file(body="一。", bundled=True))
        desk.sync(file(body="二。", bundled=True))
        desk.service.rollback(guide_id="meet")
        assert desk.sync(file(body="二。", bundled=True)) == ()
        assert desk.cited() == ["一。"]
        assert desk.sync(file(body="三。", bundled=True))[0].release.number == 3

    def test_a_damaged_one_is_named(self, desk: Desk) -> None:
        with pytest.raises(GuidesRefused) as refused:
            desk.sync(file(bundled=True), file("b.md", body="DAMAGED", bundled=True))
        assert reasons(refused) == {"b.md": ["refused-damaged"]}
