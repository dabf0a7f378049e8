"""What the page of a person says of Minori itself: what it can do, how to begin, what their firm shares, leaving."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.actions import ASK
from bot.core.membership.replies import change_sharing, leaving_item, page_of_the_left, sharing_facts
from bot.core.messages import Headed, Item, Message, Offer, Part, Said
from bot.core.people import Company, Member, Role, access_answering, access_guides, access_sharing_choice


def home_parts(
    member: Member,
    *,
    questions: Sequence[str],
    company: Company | None,
    chosen_by: str,
    before_leaving: Sequence[Part] = (),
) -> Iterator[Part]:
    """The sections in order. `company` is the member's firm as it is now, `chosen_by` the name of who chose for it.

    The way out comes last, behind what others have for the page (`before_leaving`).
    """
    if member.has_left:
        yield from page_of_the_left(is_ended=bool(member.ended_by))
        return
    yield Headed(Message("home-can-do"))
    yield from (Said(message) for message in _can_do(member))
    yield Headed(Message("home-starters"))
    for question in questions:
        yield Item(title=question, offers=(Offer(ASK, question, Message("home-ask")),))
    if company is not None and access_sharing_choice(member):
        yield Headed(Message("home-company", {"company": company.name}))
        yield from sharing_facts(company, chosen_by)
        yield Item(title=Message("home-sharing-change"), offers=(change_sharing(company),))
    yield from before_leaving
    yield Headed(Message("home-leaving"))
    yield leaving_item(member)


def _can_do(member: Member) -> Iterator[Message]:
    yield Message("home-can-ask")
    if member.main_role is not Role.GUEST:
        yield Message("home-can-record")
    yield Message("home-can-hand-over")
    if access_answering(member):
        yield Message("home-can-answer")
    if access_guides(member):
        yield Message("home-can-load")
    if member.main_role is Role.GUEST:
        yield Message("home-is-guest")
