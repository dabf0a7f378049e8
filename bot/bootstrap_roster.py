"""The composition root of people and firms as an admin looks after them, and of what happens when somebody is gone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from uuid import uuid4

from bot.bootstrap import Library
from bot.bootstrap_meetings import Meetings
from bot.core.coaching.walks.models import WalkState
from bot.core.coaching.walks.results import Act, Here
from bot.core.coaching.walks.service import WalkService
from bot.core.handovers.service import HandOverService
from bot.core.membership.departing import Departing
from bot.core.membership.ports import TakesOver
from bot.core.membership.roster.service import Roster
from bot.core.membership.service import MembershipService
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Directory, Member, Role


def make_roster(
    library: Library,
    *,
    membership: MembershipService,
    meetings: Meetings,
    handovers: HandOverService,
    walks: WalkService,
    takes_over: TakesOver,
) -> Roster:
    """Join it."""
    people = library.database.people

    def departed(member: Member) -> None:
        """What they asked can reach them no more; what they looked after is offered to their colleagues. Questions they
        were to answer find somebody else within a minute, as with every coordinator who cannot answer."""
        handovers.withdraw_all(member)
        meetings.service.leave(member)
        _offer_walks(library, walks, member)

    def changed(ids: Collection[str]) -> None:
        meetings.service.replan_people(*ids)

    def last_day(member: Member, on: date) -> None:
        if Role.COORDINATOR in member.roles:
            meetings.service.leaves(member, on)

    return Roster(
        people=people,
        clock=library.clock,
        departing=Departing(
            people=people,
            clock=library.clock,
            on_departure=departed,
            takes_over=takes_over,
            new_id=lambda: uuid4().hex,
        ),
        welcome=lambda member: membership.greet(member, locale=member.locale or "ja"),
        on_changed=changed,
        on_last_day=last_day,
        holidays_until=lambda: library.calendars.file.until,
    )


def none_to_the_gone(composers: Mapping[str, Composer], directory: Directory) -> dict[str, Composer]:
    """Whatever is owed to somebody whose use was ended is not sent any more."""

    def guarded(compose: Composer) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            reader = directory.by_address(owed.person) if owed.person else None
            return None if reader is not None and reader.ended_by else compose(owed)

        return composed

    return {kind: guarded(compose) for kind, compose in composers.items()}


def _offer_walks(library: Library, walks: WalkService, member: Member) -> None:
    """A value walk that is not finished is offered to a colleague, who takes it over in one press. Whoever of the firm
    goes on with it has it anyway."""
    if member.company is None:
        return
    people = library.database.people.people(company_id=member.company.id)
    others = [one for one in people if one.id != member.id and one.address and not one.has_left]
    colleague = next((one for one in others if Role.MEMBER in one.roles), None)
    if colleague is None:
        return
    for walk in library.database.walks.of_person(member.id, states=(WalkState.OPEN, WalkState.PAUSED)):
        here = Here(conversation=walk.conversation, thread=walk.thread, is_direct=walk.is_direct)
        if walk.owner_id == member.id and not walk.asked_id:
            walks.ask_colleague(walk.id, colleague, act=Act(by=member, here=here, request_id=f"departed-{walk.id}"))
