"""What reaches a coordinator, and an admin, in their own conversation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.actions import REFER_FORM
from bot.core.handovers.models import HandOver, Turn, TurnKind
from bot.core.handovers.wording import (
    Reader,
    asked_by,
    name_of,
    nearest_of,
    question_of,
    reply_by,
    so_far,
    ways_to_answer,
)
from bot.core.messages import Headed, Message, Offer, Part, Quoted, Reply, Said
from bot.core.people import Member


def notice(
    handover: HandOver,
    *,
    asker: Member | None,
    passed_by: Member | None,
    turns: Sequence[Turn],
    nearest: Sequence[str],
    reader: Reader,
) -> Reply:
    """Please answer this. `passed_by` is the colleague who passed it on, if one did."""
    at = max((place for place, turn in enumerate(turns) if turn.kind in _GIVEN), default=None)
    last = None if at is None else turns[at]
    if last and last.kind == TurnKind.PASSED and passed_by:
        first = Message("handover-notice-passed", {"name": name_of(passed_by)})
    elif last and last.kind == TurnKind.REASSIGNED:
        first = Message("handover-notice-reassigned")
    else:
        first = Message("handover-notice")
    parts = (
        Said(first),
        *asked_by(handover, asker),
        *reply_by(handover, reader),
        *question_of(handover),
        *so_far(turns),
        *_note(turns, at),
        *nearest_of(nearest),
        Said(Message("handover-how")),
    )
    return Reply(parts=parts, offers=ways_to_answer(handover))


_GIVEN = frozenset({TurnKind.ASSIGNED, TurnKind.PASSED, TurnKind.REASSIGNED})


def _note(turns: Sequence[Turn], at: int | None) -> Iterator[Part]:
    """The word that came with the last passing on; earlier ones were written to somebody else."""
    if at and turns[at - 1].kind == TurnKind.NOTE and turns[at - 1].text:
        yield Headed(Message("handover-label-note"))
        yield Quoted(turns[at - 1].text)


def reminder(handover: HandOver, *, asker: Member | None, reader: Reader) -> Reply:
    """Past the date: please look, or ask somebody else."""
    when = reader.when(handover.reply_by) if handover.reply_by else ""
    parts = (
        Said(Message("handover-reminder", {"when": when})),
        *asked_by(handover, asker),
        *question_of(handover),
        Said(Message("handover-reminder-then")),
    )
    return Reply(parts=parts, offers=ways_to_answer(handover))


def reply(handover: HandOver, *, asker: Member | None, turns: Sequence[Turn], reader: Reader) -> Reply:
    """What was asked back has been replied to."""
    parts = (
        Said(Message("handover-reply")),
        *asked_by(handover, asker),
        *reply_by(handover, reader),
        *question_of(handover),
        *so_far(turns),
        Said(Message("handover-how")),
    )
    return Reply(parts=parts, offers=ways_to_answer(handover))


def withdrawn(handover: HandOver, *, asker: Member | None) -> Reply:
    """Nothing to do any more."""
    labelled = list(asked_by(handover, asker))[:1]
    return Reply(parts=(Said(Message("handover-was-withdrawn")), *labelled, *question_of(handover)))


def queue(handover: HandOver, *, owner: Member | None, is_late: bool, can_assign: bool, reader: Reader) -> Reply:
    """To an admin: nobody answers. No word of the question: an admin sees nothing of a firm."""
    when = reader.when(handover.created_at)
    if not is_late:
        first, then = Message("handover-queue-opened", {"when": when}), Message("handover-queue-opened-then")
    else:
        late = {"name": name_of(owner), "when": when}
        first = (
            Message("handover-queue-late", late) if owner else Message("handover-queue-late-unowned", {"when": when})
        )
        then = Message("handover-queue-late-assign" if can_assign else "handover-queue-late-nobody")
    offers = (Offer(REFER_FORM, handover.id, Message("handover-offer-assign")),) if can_assign else ()
    return Reply(parts=(Said(first), Said(then)), offers=offers)
