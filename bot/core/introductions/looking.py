"""Who might be introduced to whom, kept on record: few for each coordinator, none twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from bot.core.clock import Clock, day_of
from bot.core.introductions.finding import MOST, firms_of, reasons, standing
from bot.core.introductions.keeping import Keeping
from bot.core.introductions.models import Introduction, Part, Reason, State, Told, introduction_of
from bot.core.introductions.ports import FirmWords, IntroductionStore, Matching, NewMatching
from bot.core.people import Company, Directory, Member, Role

_Read: TypeAlias = Callable[[Member, Sequence[Company]], Sequence[Told]]


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
        self._keeping = Keeping(directory)
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
        matching, changed, offered = self._new_matching(), 0, self._offered(staff)
        reached = {one.id for member in staff for one in found if self._is_needed_by(one, self._firms(member))}
        lost = [one for one in found if one.id not in reached]
        for member in staff:
            new, gone = self._looked(member, offered, found, known, matching)
            known |= {one.id for one in new}
            changed += self._store.put_found(new, gone=[*gone, *lost])
        self._looked_at = stamp
        return changed

    def reason(self, introduction: Introduction, viewer: Member) -> Reason | None:
        """Why, as it stands now and the coordinator of each side may see it; None where it stands no more."""
        offers = self._said(introduction, Part.GIVER, viewer, self._words.offers)
        needs = self._said(introduction, Part.NEEDER, viewer, self._words.needs)
        return standing(introduction, offers, needs, self._new_matching())

    def shows(self, introduction: Introduction, part: Part, viewer: Member) -> bool:
        """May somebody see the words of a side themselves? What a firm shares with the region every coordinator may."""
        firm = self._keeping.firm(introduction, part)
        read = self._words.offers if part is Part.GIVER else self._words.needs
        place = introduction.offer if part is Part.GIVER else introduction.need
        return firm is not None and any(told.place == place for told in read(viewer, [firm]))

    def _said(self, introduction: Introduction, part: Part, viewer: Member, read: _Read) -> Sequence[Told]:
        eyes, firm = self._keeping.eyes(introduction, part, viewer), self._keeping.firm(introduction, part)
        return read(eyes, firms_of(eyes, [firm])) if eyes is not None and firm is not None else ()

    def _firms(self, member: Member) -> list[Company]:
        return firms_of(member, self._directory.companies())

    def _offered(self, staff: Sequence[Member]) -> Mapping[str, Sequence[Told]]:
        """By coordinator, what the firms that are theirs alone can do, as that coordinator may see it."""
        firms = {one.id: [firm for firm in self._firms(one) if firm.coordinator_id == one.id] for one in staff}
        return {one.id: self._words.offers(one, firms[one.id]) if firms[one.id] else () for one in staff}

    def _looked(
        self,
        member: Member,
        offered: Mapping[str, Sequence[Told]],
        found: Sequence[Introduction],
        known: set[str],
        matching: Matching,
    ) -> tuple[list[Introduction], list[Introduction]]:
        """What is new for a coordinator whose firms need something, and what of theirs is gone."""
        firms = self._firms(member)
        if not firms:
            return [], []
        others = [told for id, some in offered.items() if id != member.id for told in some]
        offers, needs = [*self._words.offers(member, firms), *others], self._words.needs(member, firms)
        theirs = [one for one in found if self._is_needed_by(one, firms)]
        gone = [one for one in theirs if standing(one, offers, needs, matching) is None]
        room = max(0, MOST - len(theirs) + len(gone))
        best = reasons(offers, needs, matching, without=known)[:room] if room else []
        now = self._clock.now()
        return [introduction_of(one, on=day_of(now), at=now) for one in best], gone

    @staticmethod
    def _is_needed_by(introduction: Introduction, firms: Sequence[Company]) -> bool:
        return introduction.needer.company_id in {one.id for one in firms}
