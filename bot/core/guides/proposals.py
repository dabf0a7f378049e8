"""Guides by chat: a file that an admin drops is read and shown, and published only by a press; a press undoes it.

Every press can come twice: what was decided first stays, and the reply says how it stands.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.core.guides import proposal_replies as replies
from bot.core.guides.details import PLAN, GuideOptions
from bot.core.guides.loading import FileToAdd, LoadState
from bot.core.guides.models import ReleaseState
from bot.core.guides.service import GuideService
from bot.core.messages import Dropped, Message, Part, Pressed, Reply, Said
from bot.core.people import Member, access_guides
from bot.errors import DocumentRefused, GuideNotFound, UsageError

GUIDES_A_PAGE = 10


class ProposalState(StrEnum):
    """Where a dropped file stands."""

    WAITING = "waiting"
    PUBLISHED = "published"
    PUT_AWAY = "put_away"
    UNDONE = "undone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A file that was dropped. `guide_id` and `number` are set once it is published; `content` is empty after that."""

    id: str
    by_address: str
    file_name: str
    content: bytes
    state: ProposalState
    guide_id: str | None = None
    number: int | None = None


class Proposals(Protocol):
    """Where dropped files wait. Each call is one transaction and raises StorageError."""

    def keep(self, proposal: Proposal) -> None:
        """Keep a dropped file; the same id again changes nothing."""
        ...

    def by_id(self, id: str) -> Proposal | None:
        """A dropped file."""
        ...

    def decide(
        self,
        id: str,
        *,
        seen: ProposalState,
        state: ProposalState,
        guide_id: str | None = None,
        number: int | None = None,
    ) -> bool:
        """Change its state where it still is `seen`; False where somebody decided before. The content goes."""
        ...


class GuideDesk:
    """The use cases. `published` is called after each change of what is cited, to bring the indexes up at once."""

    def __init__(
        self, *, guides: GuideService, proposals: Proposals, published: Callable[[], None], with_bundled: bool = True
    ) -> None:
        self._guides, self._proposals = guides, proposals
        self._published, self._with_bundled = published, with_bundled
        # One press after the other: a second one of the same button finds what the first has done.
        self._deciding = threading.Lock()

    def drop(self, dropped: Dropped, member: Member, *, admins: Sequence[Member], present: Collection[Member]) -> Reply:
        """Read a file and show what it would become. Anybody but an admin is told who can."""
        if not access_guides(member):
            return replies.only_admins(admins)
        if not all(access_guides(one) for one in present):
            return Reply(parts=(Said(Message("proposal-in-private")),))
        try:
            prepared = self._guides.prepare(file_name=dropped.file_name, content=dropped.content)
        except DocumentRefused as error:
            return replies.refused(dropped.file_name, error)
        if prepared.state == LoadState.UNCHANGED:
            return Reply(parts=(Said(prepared.message),))
        self._proposals.keep(_proposal(dropped))
        return replies.proposed(prepared, dropped.id)

    def set_aside(self, dropped: Dropped, member: Member) -> bool:
        """Keep a file that may be something else, until somebody wants it as a guide; False for who loads none."""
        if not access_guides(member):
            return False
        self._proposals.keep(_proposal(dropped))
        return True

    def take_up(self, id: str, member: Member) -> Reply:
        """Show what a file that was set aside would become as a guide; of one that was decided on, how it stands."""
        _require_admin(member)
        proposal = self._proposals.by_id(id)
        if proposal is None:
            raise UsageError("proposal-unknown")
        if proposal.state != ProposalState.WAITING:
            return self._standing(id)
        try:
            prepared = self._guides.prepare(file_name=proposal.file_name, content=proposal.content)
        except DocumentRefused as error:
            return replies.refused(proposal.file_name, error)
        if prepared.state == LoadState.UNCHANGED:
            return Reply(parts=(Said(prepared.message),))
        return replies.proposed(prepared, id)

    def publish(self, pressed: Pressed, member: Member) -> Reply:
        """Make a dropped file the edition that is cited."""
        with self._deciding:
            return self._publish(self._mine(pressed, member), GuideOptions())

    def publish_plan(self, pressed: Pressed, member: Member) -> Reply:
        """The same as a town's plan, whatever the file says of its kind."""
        with self._deciding:
            return self._publish(self._mine(pressed, member), GuideOptions(kind=PLAN))

    def _publish(self, proposal: Proposal, options: GuideOptions) -> Reply:
        if proposal.state == ProposalState.WAITING:
            file = FileToAdd(file_name=proposal.file_name, content=proposal.content, options=options)
            try:
                # An edition older than the present one was shown as such before it was published.
                (loaded,) = self._guides.add(files=[file], allow_older=True)
            except DocumentRefused as error:
                return replies.refused(proposal.file_name, error)
            self._proposals.decide(
                proposal.id,
                seen=ProposalState.WAITING,
                state=ProposalState.PUBLISHED,
                guide_id=loaded.release.guide_id,
                number=loaded.release.number,
            )
            self._published()
        return self._standing(proposal.id)

    def put_away(self, pressed: Pressed, member: Member) -> Reply:
        """Forget a dropped file."""
        proposal = self._mine(pressed, member)
        self._proposals.decide(proposal.id, seen=ProposalState.WAITING, state=ProposalState.PUT_AWAY)
        return self._standing(proposal.id)

    def undo(self, pressed: Pressed, member: Member) -> Reply:
        """Cite again what was cited before: the edition before, or nothing of the guide."""
        with self._deciding:
            return self._undo(self._mine(pressed, member))

    def _undo(self, proposal: Proposal) -> Reply:
        if proposal.state == ProposalState.PUBLISHED and proposal.guide_id is not None:
            shown = self._guides.show(guide_id=proposal.guide_id).release
            if shown.number != proposal.number or shown.state is not ReleaseState.CURRENT:
                return Reply(parts=(Said(Message("proposal-changed-since", {"title": shown.details.title})),))
            try:
                self._guides.rollback(guide_id=proposal.guide_id)
            except UsageError:
                # Nothing was cited before it.
                self._guides.retire(guide_id=proposal.guide_id)
            self._proposals.decide(proposal.id, seen=ProposalState.PUBLISHED, state=ProposalState.UNDONE)
            self._published()
        return self._standing(proposal.id)

    def retire(self, pressed: Pressed, member: Member) -> Message:
        """Stop citing a guide, from the page. Returns what to say there. Raises UsageError, GuideNotFound."""
        _require_admin(member)
        release = self._guides.retire(guide_id=pressed.reference)
        self._published()
        return Message("guides-page-retired", {"title": release.details.title})

    def roll_back(self, pressed: Pressed, member: Member) -> Message:
        """Cite an earlier edition again, or a retired guide, from the page. Returns what to say there.

        The reference is the guide and the release that was cited when the button was drawn (`cited_now`): the same
        press again changes nothing. Raises UsageError, GuideNotFound.
        """
        _require_admin(member)
        guide_id, _, seen = pressed.reference.partition(":")
        with self._deciding:
            release = self._guides.show(guide_id=guide_id).release
            if replies.cited_now(release) == seen:
                release = self._guides.rollback(guide_id=guide_id)
                self._published()
        if not replies.cited_now(release) and seen:
            return Message("guides-page-retired", {"title": release.details.title})
        edition = release.details.edition_on.isoformat()
        return Message("guides-page-rolled-back", {"title": release.details.title, "edition": edition})

    def show(self, pressed: Pressed, member: Member) -> Reply:
        """A guide as it is quoted, for an admin. Raises GuideNotFound."""
        _require_admin(member)
        return replies.shown(self._guides.show(guide_id=pressed.reference))

    def home_parts(self, member: Member, *, page: int = 1) -> Sequence[Part]:
        """The guides on an admin's page, and how to add one; nothing for anybody else."""
        if not access_guides(member):
            return ()
        guides = [one for one in self._guides.list() if self._with_bundled or not one.shown.bundled]
        # What people brought comes before what came with the program.
        guides.sort(key=lambda one: (one.shown.bundled, one.is_retired, one.guide_id))
        pages = max(1, -(-len(guides) // GUIDES_A_PAGE))
        page = min(max(page, 1), pages)
        shown = guides[(page - 1) * GUIDES_A_PAGE : page * GUIDES_A_PAGE]
        return replies.guides_page(shown, total=len(guides), turns=replies.page_turns(page, pages))

    def _mine(self, pressed: Pressed, member: Member) -> Proposal:
        _require_admin(member)
        proposal = self._proposals.by_id(pressed.reference)
        if proposal is None:
            raise UsageError("proposal-unknown")
        return proposal

    def _standing(self, proposal_id: str) -> Reply:
        """The reply of a proposal as it stands now."""
        proposal = self._proposals.by_id(proposal_id)
        if proposal is None:
            raise UsageError("proposal-unknown")
        if proposal.state != ProposalState.PUBLISHED or proposal.guide_id is None:
            return Reply(parts=(Said(Message(f"proposal-{proposal.state}", {"file": proposal.file_name})),))
        try:
            release = self._guides.show(guide_id=proposal.guide_id, number=proposal.number).release
        except GuideNotFound:
            raise UsageError("proposal-unknown") from None
        return replies.published(release, proposal.id)


def _proposal(dropped: Dropped) -> Proposal:
    return Proposal(
        id=dropped.id,
        by_address=dropped.address,
        file_name=dropped.file_name,
        content=dropped.content,
        state=ProposalState.WAITING,
    )


def _require_admin(member: Member) -> None:
    if not access_guides(member):
        raise UsageError("guides-only-admins-press")
