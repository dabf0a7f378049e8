"""Who might be introduced to whom, kept on record: few for each coordinator, none twice."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.clock import Clock, day_of
from bot.core.introductions.finding import MOST, firms_of, reasons, standing
from bot.core.introductions.models import Introduction, Part, Reason, State, introduction_of
from bot.core.introductions.ports import FirmWords, IntroductionStore, Matching, NewMatching
from bot.core.people import Company, Directory, Member, Role


class Looking:
    """Reads what firms say, as far as each coordinator may see it at that moment."""

    def __init__(
        self,
        *,
        store: IntroductionStore,
        directory: Directory,
        words: FirmWords,
        new_matching: NewMatching,
        clock: Clock,
    ) -> None:
        self._store, self._directory, self._words = store, directory, words
        self._new_matching, self._clock = new_matching, clock
        self._looked_at = ""

    def look(self) -> int:
        """Find what is new and forget what stands no more; return how many changed. Costs little while nothing that
        counts has changed since. Raises StorageError."""
        found = self._store.in_state((State.FOUND,))
        stamp = f"{self._words.stamp()} {' '.join(one.id for one in found)}"
        if stamp == self._looked_at:
            return 0
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if not one.has_left]
        known = {one.id for one in self._store.in_state(tuple(State))}
        matching, changed, firms = self._new_matching(), 0, self._directory.companies()
        reached = {one.id for member in staff for one in found if self._both(one, firms_of(member, firms))}
        lost = [one for one in found if one.id not in reached]
        for member in staff:
            new, gone = self._looked(member, firms_of(member, firms), found, known, matching)
            known |= {one.id for one in new}
            changed += self._store.put_found(new, gone=[*gone, *lost])
        self._looked_at = stamp
        return changed

    def reason(self, introduction: Introduction, viewer: Member) -> Reason | None:
        """Why, as it stands now and the coordinator may see it; None where it stands no more."""
        firms = firms_of(viewer, self._companies(introduction))
        if not self._both(introduction, firms):
            return None
        offers, needs = self._words.offers(viewer, firms), self._words.needs(viewer, firms)
        return standing(introduction, offers, needs, self._new_matching())

    def _looked(
        self,
        member: Member,
        firms: Sequence[Company],
        found: Sequence[Introduction],
        known: set[str],
        matching: Matching,
    ) -> tuple[list[Introduction], list[Introduction]]:
        """What is new for a coordinator, and what of theirs is gone."""
        if len(firms) < len(Part):
            return [], []
        offers, needs = self._words.offers(member, firms), self._words.needs(member, firms)
        theirs = [one for one in found if self._both(one, firms)]
        gone = [one for one in theirs if standing(one, offers, needs, matching) is None]
        room = max(0, MOST - len(theirs) + len(gone))
        best = reasons(offers, needs, matching, without=known)[:room] if room else []
        now = self._clock.now()
        return [introduction_of(one, on=day_of(now), at=now) for one in best], gone

    def _companies(self, introduction: Introduction) -> list[Company]:
        found = (self._directory.company(introduction.side(part).company_id) for part in Part)
        return [one for one in found if one is not None]

    @staticmethod
    def _both(introduction: Introduction, firms: Sequence[Company]) -> bool:
        ids = {one.id for one in firms}
        return introduction.giver.company_id in ids and introduction.needer.company_id in ids
