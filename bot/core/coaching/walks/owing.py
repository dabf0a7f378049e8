"""The kinds of messages that a walk owes; `subject_id` is the id of the walk. Each is owed once for a version of it."""

from __future__ import annotations

from bot.core.coaching.walks.models import Walk
from bot.core.owed import Owed
from bot.core.people import Member

CONFIRM = "walk_confirm"
"""To the owner: a coordinator typed what you said; is it yours?"""
CONFIRMED = "walk_confirmed"
"""To the coordinator who typed: it was confirmed."""
NOT_KEPT = "walk_not_kept"
"""To the coordinator who typed: it was not confirmed, and its words are erased."""
ASKED = "walk_asked"
"""To a colleague: would you answer the rest?"""
ACCEPTED = "walk_accepted"
"""To who asked: the colleague goes on with it."""
DECLINED = "walk_declined"
"""To who asked: the colleague cannot, and it is theirs as before."""
WITHDRAWN = "walk_withdrawn"
"""To the colleague: nothing to do any more."""

KINDS = (CONFIRM, CONFIRMED, NOT_KEPT, ASKED, ACCEPTED, DECLINED, WITHDRAWN)


def about(kind: str, walk: Walk, to: Member | None) -> tuple[Owed, ...]:
    """To somebody who can be reached; nothing to anybody else. `walk` is as it was before the change it follows."""
    if to is None or to.has_left or not to.address:
        return ()
    return (Owed(kind=kind, subject_id=walk.id, occurrence=f"{walk.version + 1}", person=to.address),)
