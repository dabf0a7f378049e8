"""Which firms might be introduced to each other: few, each with its reason. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import log

from bot.core.introductions.models import Common, Introduction, Place, Reason, Told, pair_id
from bot.core.introductions.ports import Matching
from bot.core.people import Company, Member, Sharing, access_company, access_coordinating

MOST = 5
"""So many wait for a coordinator at once; there are more once some of them are put away or opened."""
_COMMON_TROUBLE = 2
"""A trouble that more firms than these lessen says little, where not one telling word is the same besides."""


def firms_of(coordinator: Member, companies: Iterable[Company]) -> list[Company]:
    """The firms that a coordinator looks after and that share something with them."""
    shares = (Sharing.OUTLINE, Sharing.WORDS)
    return [
        one for one in companies if access_coordinating(coordinator, one) and access_company(coordinator, one) in shares
    ]


def reasons(
    offers: Sequence[Told],
    needs: Sequence[Told],
    matching: Matching,
    *,
    without: Collection[str] = (),
) -> list[Reason]:
    """The best reason of each pair of firms that has one, the best pair first; no pair `without` (their ids)."""
    nearness, best = _Nearness(offers, matching), dict[str, tuple[float, Reason]]()
    for need in needs:
        for one, near in nearness.among(_found(need, offers, matching, without)):
            pair, worth = pair_id(one.offer.company_id, one.need.company_id), one.common.score + near
            if pair not in best or worth > best[pair][0]:
                best[pair] = (worth, one)
    ordered = sorted(best.values(), key=lambda one: (-one[0], one[1].offer.place.id, one[1].need.place.id))
    return [one for _, one in ordered]


def _found(
    need: Told,
    offers: Sequence[Told],
    matching: Matching,
    without: Collection[str],
) -> list[Reason]:
    found = list[Reason]()
    for offer in offers:
        is_open = offer.company_id != need.company_id and pair_id(offer.company_id, need.company_id) not in without
        common = matching.common(offer.text, need.text) if is_open else None
        if common is not None:
            found.append(Reason(offer=offer, need=need, common=common))
    return found


class _Nearness:
    """How much of a need's telling words a whole card says, rare ones more than such that many cards say."""

    def __init__(self, offers: Sequence[Told], matching: Matching) -> None:
        self._matching = matching
        self._cards: dict[str, set[str]] = {}
        for one in offers:
            self._cards.setdefault(one.place.id, set()).update(matching.words(one.text))
        self._told_by = Counter(word for words in self._cards.values() for word in words)

    def among(self, found: Sequence[Reason]) -> list[tuple[Reason, float]]:
        """Each with its nearness; none that have a trouble in common alone which many lessen."""
        firms: dict[str, set[str]] = {}
        for one in found:
            for trouble in one.common.troubles:
                firms.setdefault(trouble, set()).add(one.offer.company_id)
        near = [(one, self._near(one)) for one in found]
        return [(one, much) for one, much in near if much or not _says_little(one.common, firms)]

    def _near(self, one: Reason) -> float:
        both = self._cards[one.offer.place.id] & set(self._matching.words(one.need.text))
        return sum(log((len(self._cards) + 1) / (self._told_by[word] + 0.5)) for word in both)


def _says_little(common: Common, firms: dict[str, set[str]]) -> bool:
    return bool(common.troubles) and all(len(firms[one]) > _COMMON_TROUBLE for one in common.troubles)


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
