"""Which coordinator looks after which side of an introduction: always the firm's own as of now, so that an introduction
moves with the firm when it is handed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.core.introductions.models import Introduction, Part
from bot.core.people import Company, Member, Role, access_coordinating


class People(Protocol):
    """What it takes of the directory."""

    def by_id(self, id: str) -> Member | None:
        """The person with this id."""
        ...

    def company(self, id: str) -> Company | None:
        """The firm with this id."""
        ...


@dataclass(frozen=True, slots=True)
class Keeping:
    """Reads who it is from the directory."""

    directory: People

    def firm(self, one: Introduction, part: Part) -> Company | None:
        """The firm of a side."""
        return self.directory.company(one.side(part).company_id)

    def keeper(self, one: Introduction, part: Part) -> Member | None:
        """The coordinator of a side; for a firm that has none of its own, whoever asked. None while that is nobody."""
        firm = self.firm(one, part)
        asked_by = one.side(part).asked_by or one.coordinator_id
        found = self.directory.by_id((firm.coordinator_id or asked_by) if firm else "")
        is_there = found is not None and Role.COORDINATOR in found.roles and not found.has_left
        return found if is_there else None

    def kept(self, one: Introduction, viewer: Member) -> tuple[Part, ...]:
        """The sides that somebody looks after."""
        return tuple(part for part in Part if access_coordinating(viewer, self.firm(one, part)))

    def eyes(self, one: Introduction, part: Part, viewer: Member) -> Member | None:
        """Whoever may read the words of a side: the viewer where they look after it, otherwise its coordinator."""
        return viewer if access_coordinating(viewer, self.firm(one, part)) else self.keeper(one, part)

    def keepers(self, one: Introduction) -> tuple[Member, ...]:
        """The coordinators of both sides, one where it is the same; () while a side has none."""
        found = [self.keeper(one, part) for part in Part]
        there = [keeper for keeper in found if keeper is not None]
        return tuple({keeper.id: keeper for keeper in there}.values()) if len(there) == len(found) else ()
