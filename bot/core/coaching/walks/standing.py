"""How a walk stands when somebody is reminded of it: at most twice while it stands still, and one question only."""

from __future__ import annotations

from datetime import datetime

from bot.core.actions import WALK_CONFIRM, WALK_PAUSE_FORM, WALK_REFUSE, WALK_RESUME, WALK_SHOW
from bot.core.coaching.walks.anchors import waiting
from bot.core.coaching.walks.models import Walk, WalkState
from bot.core.coaching.walks.service import WalkService
from bot.core.messages import Message, Offer, Said
from bot.core.people import Member
from bot.core.scheduled import Standing


class WalkStandings:
    """The `StandingOf` of walks."""

    def __init__(self, service: WalkService) -> None:
        self._service = service

    def standing(self, subject_id: str, matter: str, step: int, reader: Member, since: datetime) -> Standing | None:
        """How it stands for whoever goes on with it; None where it is closed, or somebody else's by now. What the
        reader has done with it after `since` is told in the place of what was asked."""
        del matter, step
        walk = self._service.walk(subject_id, viewer=reader)
        if walk is None or self._service.goes_on(walk) != reader.id:
            return None
        title = (
            Message("walk-nudge-title", {"subject": walk.subject}) if walk.subject else Message("walk-nudge-nameless")
        )
        done = _done(walk) if walk.updated_at > since else None
        if done is not None:
            return Standing(title=title, done=(Said(done),))
        if not waiting(walk, reader.id):
            return None
        progress = self._service.progress(walk)
        told = Message("walk-nudge-progress", {"answered": progress.answered, "total": progress.total})
        return Standing(
            title=title,
            details=(told,),
            ask=_ask(walk),
            offers=_offers(walk),
            waiting=waiting(walk, reader.id)[0],
        )


def _ask(walk: Walk) -> Message:
    if walk.state == WalkState.UNCONFIRMED:
        return Message("walk-nudge-confirm")
    return Message("walk-nudge-resume" if walk.at else "walk-nudge-finish")


def _offers(walk: Walk) -> tuple[Offer, ...]:
    show = Offer(WALK_SHOW, walk.id, Message("walk-nudge-offer-show"))
    if walk.state == WalkState.UNCONFIRMED:
        confirm = Offer(WALK_CONFIRM, walk.id, Message("walk-nudge-offer-confirm"), is_main=True)
        certain = Message("walk-nudge-refuse-confirm")
        refuse = Offer(WALK_REFUSE, walk.id, Message("walk-nudge-offer-refuse"), confirm=certain)
        return (confirm, show, refuse)
    resume = Offer(WALK_RESUME, walk.id, Message("walk-nudge-offer-resume"), is_main=True)
    return (resume, Offer(WALK_PAUSE_FORM, walk.id, Message("walk-nudge-offer-pause")), show)


def _done(walk: Walk) -> Message | None:
    """What came of it after it was asked."""
    if walk.state == WalkState.PAUSED:
        return Message("walk-nudge-done-paused")
    if walk.state == WalkState.DONE:
        return Message("walk-nudge-done-finished")
    return Message("walk-nudge-done-going") if walk.state == WalkState.OPEN else None
