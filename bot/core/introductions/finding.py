"""Which firms might be introduced to each other: few, each with its reason. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bot.core.introductions.models import Introduction, Place, Reason, Told, pair_id
from bot.core.introductions.ports import Matching
from bot.core.people import Company, Member, Sharing, access_company, access_coordinating

MOST = 5
"""So many wait for a coordinator at once; there are more once some of them are put away or opened."""


def firms_of(coordinator: Member, companies: Iterable[Company]) -> list[Company]:
    """The firms that a coordinator looks after and that share something with them."""
    shares = (Sharing.OUTLINE, Sharing.WORDS)
    return [
        one for one in companies if access_coordinating(coordinator, one) and access_company(coordinator, one) in shares
    ]


def reasons(
    offers: Sequence[Told], needs: Sequence[Told], matching: Matching, *, without: Collection[str] = ()
) -> list[Reason]:
    """The best reason of each pair of firms that has one, the best pair first; no pair `without` (their ids)."""
    best: dict[str, Reason] = {}
    for need in needs:
        for offer in offers:
            if offer.company_id == need.company_id:
                continue
            pair = pair_id(offer.company_id, need.company_id)
            if pair in without:
                continue
            common = matching.common(offer.text, need.text)
            if common is not None and (pair not in best or common.score > best[pair].common.score):
                best[pair] = Reason(offer=offer, need=need, common=common)
    return sorted(best.values(), key=lambda one: (-one.common.score, one.offer.place.id, one.need.place.id))


def standing(
    introduction: Introduction, offers: Sequence[Told], needs: Sequence[Told], matching: Matching
) -> Reason | None:
    """The reason by which it was found, as it stands now; None where one of the two places says it no more, or may not
    be seen any more."""
    offer = _told(offers, introduction.giver.company_id, introduction.offer)
    need = _told(needs, introduction.needer.company_id, introduction.need)
    common = matching.common(offer.text, need.text) if offer and need else None
    return Reason(offer=offer, need=need, common=common) if offer and need and common else None


def _told(said: Sequence[Told], company_id: str, place: Place) -> Told | None:
    return next((one for one in said if one.company_id == company_id and one.place == place), None)
