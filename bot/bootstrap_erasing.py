"""What was deleted stays deleted: also after a backup from before has been restored."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from bot.adapters.storage.engine import sqlite_path
from bot.adapters.storage.erased_list import NAME, ErasedList, erased_in
from bot.bootstrap import Library
from bot.core.audited import Audited
from bot.core.coaching.walks.ending import erased
from bot.core.coaching.walks.models import ChangeKind, WalkChange
from bot.settings import Settings

_ACTION = "erased"


def erased_list(settings: Settings) -> ErasedList:
    """The list of this data folder."""
    return ErasedList(settings.data_dir / "keys" / NAME)


def note_before_restoring(settings: Settings) -> None:
    """What the database to be replaced knows to have been deleted goes on the list. Raises StorageError."""
    path = sqlite_path(settings.sqlalchemy_url)
    if path is not None:
        erased_list(settings).add(erased_in(path))


def erase_again(library: Library) -> int:
    """Delete what is on the list and has come back, and note what was deleted since. Returns how many walks and cards
    were deleted. Raises StorageError."""
    known = {one.subject_id for one in library.database.posted.erased()}
    kept = erased_list(library.settings)
    back = kept.ids() - known
    count = sum(_walk_again(library, id) or _card_again(library, id) for id in sorted(back))
    kept.add(known)
    return count


def note_erased(library: Library) -> int:
    """The same, as a routine: returns 0, as one that settles nothing."""
    erase_again(library)
    return 0


def _walk_again(library: Library, id: str) -> bool:
    walk = library.database.walks.by_id(id)
    if walk is None or walk.is_gone:
        return False
    now = library.clock.now()
    after = replace(erased(walk), version=walk.version + 1, updated_at=now)
    change = WalkChange(id=uuid4().hex, walk_id=id, kind=ChangeKind.ERASED, by_id="", at=now)
    audited = _audited(library, "walk", id, walk.company_id)
    return library.database.walks.change(walk, after, change=change, scheduled=(), audited=audited)


def _card_again(library: Library, id: str) -> bool:
    card = library.database.value_cards.by_id(id)
    if card is None:
        return False
    return library.database.value_cards.remove(id, audited=_audited(library, "value_card", id, card.company_id))


def _audited(library: Library, kind: str, id: str, company_id: str) -> Audited:
    """Nobody pressed it this time, and nobody is told once more."""
    return Audited(
        id=uuid4().hex,
        at=library.clock.now(),
        by_id="",
        action=_ACTION,
        subject_kind=kind,
        subject_id=id,
        company_id=company_id,
    )
