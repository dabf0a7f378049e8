"""Guides by chat: shown first, published by a press, undone by a press; nobody but an admin."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.actions import (
    GUIDE_PUBLISH,
    GUIDE_PUBLISH_PLAN,
    GUIDE_PUT_AWAY,
    GUIDE_ROLL_BACK,
    GUIDE_UNDO,
    TURN_PAGE,
)
from bot.core.clock import VirtualClock
from bot.core.guides.proposals import GuideDesk, Proposal, ProposalState
from bot.core.guides.service import GuideService
from bot.core.messages import Dropped, Fact, Headed, Item, Message, Passage, Place, Pressed, Reply, Said
from bot.core.people import Member, Role
from bot.errors import UsageError
from tests.fakes.document_reader import FakeDocumentReader
from tests.fakes.guide_shelf import FakeGuides

ADMIN = Member(id="a", address="UA", name="中村 直樹", roles=frozenset({Role.ADMIN}))
MEMBER = Member(id="m", address="UM", name="山田 健一", roles=frozenset({Role.MEMBER}))
PLACE = Place(conversation="D1", present=frozenset({"UA"}))
OLD, NEW = "edition: 2026-04-01\n\n# 準備\n目的を書く。", "edition: 2026-10-01\n\n# 準備\n目的と日付を書く。"


class FakeProposals:
    """Proposals in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Proposal] = {}

    def keep(self, proposal: Proposal) -> None:
        self.kept.setdefault(proposal.id, proposal)

    def by_id(self, id: str) -> Proposal | None:
        return self.kept.get(id)

    def decide(
        self,
        id: str,
        *,
        seen: ProposalState,
        state: ProposalState,
        guide_id: str | None = None,
        number: int | None = None,
    ) -> bool:
        before = self.kept[id]
        if before.state != seen:
            return False
        self.kept[id] = Proposal(
            id=id,
            by_address=before.by_address,
            file_name=before.file_name,
            content=b"",
            state=state,
            guide_id=guide_id or before.guide_id,
            number=number or before.number,
        )
        return True


class Office:
    """A desk with what it stands on."""

    def __init__(self) -> None:
        clock = VirtualClock(datetime(2026, 10, 5, 0, 0, tzinfo=UTC))
        self.guides = GuideService(reader=FakeDocumentReader(), start=FakeGuides().start, clock=clock)
        self.proposals, self.followed = FakeProposals(), 0
        self.desk = GuideDesk(guides=self.guides, proposals=self.proposals, published=self._follow)

    def _follow(self) -> None:
        self.followed += 1

    def drop(self, text: str, *, by: Member = ADMIN, id: str = "f1", present: tuple[Member, ...] = ()) -> Reply:
        dropped = Dropped(id=id, address=by.address, place=PLACE, file_name="meet.md", content=text.encode("utf-8"))
        return self.desk.drop(dropped, by, admins=[ADMIN], present=present or (by,))

    def cited(self) -> list[str]:
        return [passage.text for passage in self.guides.corpus().passages]


@pytest.fixture
def office() -> Office:
    return Office()


def press(action: str, reference: str = "f1") -> Pressed:
    return Pressed(id="p", address="UA", place=PLACE, action=action, reference=reference)


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said | Headed)]


def actions(reply: Reply) -> list[str]:
    return [offer.action for offer in reply.offers]


def test_a_file_is_shown_as_it_would_be_quoted_and_nothing_is_changed(office: Office) -> None:
    body = "\n".join(f"# 見出し{number}\n本文その{number}。" for number in range(1, 8))
    reply = office.drop(f"edition: 2026-04-01\n\n{body}")
    assert keys(reply)[:2] == ["proposal-read", "proposal-would-be-new"]
    facts = {part.label.key for part in reply.parts if isinstance(part, Fact)}
    assert {"fact-edition", "fact-pages", "fact-passages"} <= facts
    passages = [part.text for part in reply.parts if isinstance(part, Passage)]
    assert passages == ["本文その1。", "本文その4。", "本文その7。"]
    assert actions(reply) == [GUIDE_PUBLISH, GUIDE_PUBLISH_PLAN, GUIDE_PUT_AWAY]
    assert office.cited() == []


def test_published_by_a_press_once_however_often_it_is_pressed(office: Office) -> None:
    office.drop(OLD)
    first = office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    assert keys(first) == ["proposal-published"]
    assert actions(first) == [GUIDE_UNDO]
    assert office.desk.publish(press(GUIDE_PUBLISH), ADMIN) == first
    assert office.cited() == ["目的を書く。"]
    assert office.followed == 1
    assert office.proposals.kept["f1"].content == b"", "the bytes are kept by the release alone"


def test_published_as_a_plan_by_a_press_of_its_own(office: Office) -> None:
    office.drop(OLD)
    assert keys(office.desk.publish_plan(press(GUIDE_PUBLISH_PLAN), ADMIN)) == ["proposal-published"]
    (overview,) = office.guides.list()
    assert overview.shown.details.kind == "plan"
    (item,) = [part for part in office.desk.home_parts(ADMIN) if isinstance(part, Item)]
    assert "guides-kind-plan" in [one.key for one in item.details if isinstance(one, Message)]


def test_a_file_that_says_it_is_a_plan_is_shown_as_one_and_published_as_one(office: Office) -> None:
    reply = office.drop(f"kind: plan\n{OLD}")
    assert actions(reply) == [GUIDE_PUBLISH, GUIDE_PUT_AWAY]
    values = [part.value for part in reply.parts if isinstance(part, Fact) and part.label.key == "fact-kind"]
    assert values == [Message("guides-kind-plan")]
    office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    assert office.guides.list()[0].shown.details.kind == "plan"


def test_nobody_but_an_admin_publishes_a_plan(office: Office) -> None:
    office.drop(OLD)
    with pytest.raises(UsageError):
        office.desk.publish_plan(press(GUIDE_PUBLISH_PLAN), MEMBER)
    assert office.cited() == []


def test_undoing_a_first_edition_leaves_nothing_cited(office: Office) -> None:
    office.drop(OLD)
    office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    undone = office.desk.undo(press(GUIDE_UNDO), ADMIN)
    assert keys(undone) == ["proposal-undone"]
    assert office.cited() == []
    assert office.desk.undo(press(GUIDE_UNDO), ADMIN) == undone


def test_undoing_a_new_edition_brings_the_one_before_back(office: Office) -> None:
    office.drop(OLD)
    office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    shown = office.drop(NEW, id="f2")
    assert "proposal-would-be-edition" in keys(shown)
    assert [part.label.key for part in shown.parts if isinstance(part, Fact)][-1] == "fact-replaces"
    office.desk.publish(press(GUIDE_PUBLISH, "f2"), ADMIN)
    assert office.cited() == ["目的と日付を書く。"]
    late = office.desk.undo(press(GUIDE_UNDO, "f1"), ADMIN)
    assert keys(late) == ["proposal-changed-since"], "another edition has come since"
    office.desk.undo(press(GUIDE_UNDO, "f2"), ADMIN)
    assert office.cited() == ["目的を書く。"]


def test_an_older_edition_is_named_as_such_and_published_all_the_same(office: Office) -> None:
    office.drop(NEW)
    office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    assert "proposal-older" in keys(office.drop(OLD, id="f2"))
    office.desk.publish(press(GUIDE_PUBLISH, "f2"), ADMIN)
    assert office.cited() == ["目的を書く。"]


def test_put_away_forgets_it_and_cannot_be_published_any_more(office: Office) -> None:
    office.drop(OLD)
    assert keys(office.desk.put_away(press(GUIDE_PUT_AWAY), ADMIN)) == ["proposal-put_away"]
    assert keys(office.desk.publish(press(GUIDE_PUBLISH), ADMIN)) == ["proposal-put_away"]
    assert office.cited() == []
    assert office.proposals.kept["f1"].content == b""


def test_a_file_that_is_loaded_already_or_cannot_be_read_is_said_to_be_so(office: Office) -> None:
    office.drop(OLD)
    office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    assert keys(office.drop(OLD, id="f2")) == ["guides-would-be-unchanged"]
    assert keys(office.drop("DAMAGED", id="f3")) == ["refused-damaged"]
    assert set(office.proposals.kept) == {"f1"}


def test_anybody_else_is_told_who_can(office: Office) -> None:
    reply = office.drop(OLD, by=MEMBER)
    (said,) = reply.parts
    assert isinstance(said, Said)
    assert (said.message.key, said.message.arguments) == ("guides-only-admins", {"admins": "中村 直樹"})
    assert office.proposals.kept == {}
    with pytest.raises(UsageError):
        office.desk.publish(press(GUIDE_PUBLISH), MEMBER)


def test_where_others_read_along_nothing_is_read_out(office: Office) -> None:
    assert keys(office.drop(OLD, present=(ADMIN, MEMBER))) == ["proposal-in-private"]
    assert office.proposals.kept == {}


def test_the_page_lists_guides_by_tens_for_admins_alone(office: Office) -> None:
    for number in range(12):
        office.drop(f"id: g{number:02}\nedition: 2026-04-01\n\n# 準備\n本文{number}。", id=f"f{number}")
        office.desk.publish(press(GUIDE_PUBLISH, f"f{number}"), ADMIN)
    first = [part for part in office.desk.home_parts(ADMIN) if isinstance(part, Item)]
    assert len(first) == 11, "ten guides and the way to the next ones"
    assert [(offer.action, offer.reference) for offer in first[-1].offers] == [(TURN_PAGE, "guides:2")]
    second = [part for part in office.desk.home_parts(ADMIN, page=2) if isinstance(part, Item)]
    assert len(second) == 3
    assert office.desk.home_parts(MEMBER) == ()


def test_a_guide_is_retired_and_brought_back_from_the_page(office: Office) -> None:
    office.drop(OLD)
    office.desk.publish(press(GUIDE_PUBLISH), ADMIN)
    guide_id = office.proposals.kept["f1"].guide_id or ""
    assert office.desk.retire(press("guide_retire", guide_id), ADMIN).key == "guides-page-retired"
    assert office.cited() == []
    (item,) = (part for part in office.desk.home_parts(ADMIN) if isinstance(part, Item))
    assert GUIDE_ROLL_BACK in [offer.action for offer in item.offers]
    assert office.desk.roll_back(press(GUIDE_ROLL_BACK, guide_id), ADMIN).key == "guides-page-rolled-back"
    assert office.cited() == ["目的を書く。"]
    with pytest.raises(UsageError):
        office.desk.retire(press("guide_retire", guide_id), MEMBER)


@pytest.mark.parametrize(
    ("file_name", "key"),
    [("meet.md", "proposal-edition-unknown"), ("meet.pdf", "proposal-edition-unknown-here")],
)
def test_a_date_at_the_head_is_asked_for_only_where_one_can_be_written(
    office: Office, file_name: str, key: str
) -> None:
    content = "id: meet\n\n# 準備\n目的を書く。".encode()
    dropped = Dropped(id="f9", address=ADMIN.address, place=PLACE, file_name=file_name, content=content)
    assert key in keys(office.desk.drop(dropped, ADMIN, admins=[ADMIN], present=(ADMIN,)))


def test_a_file_that_was_set_aside_becomes_a_guide_when_it_is_asked_for(office: Office) -> None:
    dropped = Dropped(id="f9", address="UA", place=PLACE, file_name="meet.md", content=NEW.encode("utf-8"))
    assert not office.desk.set_aside(dropped, MEMBER)
    assert office.proposals.kept == {}
    assert office.desk.set_aside(dropped, ADMIN)
    assert GUIDE_PUBLISH in actions(office.desk.take_up("f9", ADMIN))
    with pytest.raises(UsageError):
        office.desk.take_up("f9", MEMBER)
    office.desk.publish(press(GUIDE_PUBLISH, "f9"), ADMIN)
    assert GUIDE_UNDO in actions(office.desk.take_up("f9", ADMIN))
