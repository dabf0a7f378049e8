"""What can be done with an encounter, as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.endings import needs_lesson
from bot.core.meetings.models import Encounter, Kind, Stage, State, Wall
from bot.core.meetings.planned import has_been, is_awaited
from bot.core.messages import Message, Offer

BESIDE, BEFORE = "beside", "before"
"""Behind the reference of 延期: it was not pressed for the next step."""


def offers_of(encounter: Encounter, requests: tuple[ColleagueRequest, ...] = (), *, now: datetime) -> tuple[Offer, ...]:
    """The buttons of a card: few, the one that helps most first; all others behind ほかの操作."""
    if encounter.state == State.CLOSED:
        return (_offer(actions.MEETING_REOPEN, encounter), _offer(actions.MEETING_HISTORY, encounter))
    if encounter.state == State.SLEEPING:
        return (
            _offer(actions.MEETING_REOPEN, encounter),
            _offer(actions.MEETING_SLEEP_FORM, encounter),
            more(encounter),
        )
    names, steps = naming(encounter), tuple(steps_of(encounter, requests, now=now))
    if names:
        steps = tuple(replace(one, is_main=False) for one in steps)
    return (*names, *steps, more(encounter))


def steps_of(encounter: Encounter, requests: tuple[ColleagueRequest, ...] = (), *, now: datetime) -> Iterator[Offer]:
    """完了 · 日時を決める · 延期 · お願いする · 今回は見送る, as far as they apply; for a meeting,
    how it is prepared, then how it went."""
    step = encounter.next_step
    if step is None:
        yield Offer(actions.MEETING_STEP_FORM, encounter.id, Message("meeting-offer-first-step"), is_main=True)
        yield _offer(actions.MEETING_CONTACT_FORM, encounter)
    else:
        complete = step.is_complete and not step.is_meeting
        set_time = Message("meeting-offer-set-time")
        finished = Offer(
            actions.MEETING_DONE, f"{encounter.id}:{encounter.version}", Message("meeting-offer-done"), is_main=complete
        )
        timed = Offer(actions.MEETING_STEP_FORM, encounter.id, set_time, is_main=not step.is_complete)
        if step.is_meeting:
            is_over = has_been(encounter, now)
            yield main(actions.MEETING_OUTCOME_FORM if is_over else actions.MEETING_PREPARE_FORM, encounter)
        yield from (finished, timed)
    yield later(encounter)
    yield ask_or_take_back(encounter, requests)
    yield decline(encounter)


def naming(encounter: Encounter) -> tuple[Offer, ...]:
    """What the second or the third wall asks for, one at a time, where something is missing."""
    if encounter.wall not in (Wall.DEVELOPMENT, Wall.TRIAL):
        return ()
    return (Offer(actions.MEETING_NAME_FORM, encounter.id, Message("meeting-offer-name"), is_main=True),)


def deciding(encounter: Encounter, requests: tuple[ColleagueRequest, ...] = ()) -> tuple[Offer, ...]:
    """続ける · 寝かせる · 今回は見送る"""
    go_on = Offer(actions.MEETING_STEP_FORM, encounter.id, Message("meeting-offer-go-on"), is_main=True)
    asked = ask_or_take_back(encounter, requests)
    return (go_on, _offer(actions.MEETING_SLEEP_FORM, encounter), decline(encounter), asked)


def waking(encounter: Encounter) -> tuple[Offer, ...]:
    """再開する · 寝かせる · 今回は見送る"""
    wake = Offer(actions.MEETING_REOPEN, encounter.id, Message("meeting-offer-reopen"), is_main=True)
    return (wake, _offer(actions.MEETING_SLEEP_FORM, encounter), decline(encounter))


def main(action: str, encounter: Encounter) -> Offer:
    """The one button that helps most."""
    return Offer(action, encounter.id, Message(_LABELS[action]), is_main=True)


def later(encounter: Encounter) -> Offer:
    """延期"""
    return Offer(actions.MEETING_LATER_FORM, encounter.id, Message("meeting-offer-later"))


def later_beside(encounter: Encounter, today: date) -> Offer:
    """延期 of something else than the next step: one that is due on a later day stays there."""
    step = encounter.next_step
    is_ahead = step is not None and step.is_complete and step.due_on is not None and step.due_on > today
    return replace(later(encounter), reference=f"{encounter.id}:{BESIDE}") if is_ahead else later(encounter)


def later_before(encounter: Encounter, reader: Reader) -> Offer:
    """延期 of what is asked before a meeting: to a day before it, as long as there is one."""
    day = meeting_day(encounter, reader)
    if day is None or day <= reader.today:
        return later_beside(encounter, reader.today)
    return replace(later(encounter), reference=f"{encounter.id}:{BEFORE}")


def meeting_day(encounter: Encounter, reader: Reader) -> date | None:
    """The day of its planned meeting, where the reader is."""
    meets_at = encounter.meets_at
    return meets_at.astimezone(zone_of(reader.time_zone)).date() if meets_at else None


def ask(encounter: Encounter) -> Offer:
    """お願いする"""
    return Offer(actions.MEETING_ASK_FORM, encounter.id, Message("meeting-offer-ask"))


def ask_or_take_back(encounter: Encounter, requests: tuple[ColleagueRequest, ...]) -> Offer:
    """お願いする, and お願いを取り下げる where somebody has been asked for the step and has not taken it on."""
    asked = next((one for one in requests if one.state in (RequestState.ASKED, RequestState.TALK)), None)
    if encounter.next_step is None or asked is None:
        return ask(encounter)
    return Offer(actions.MEETING_TAKE_BACK, asked.id, Message("meeting-offer-take-back"))


def decline(encounter: Encounter) -> Offer:
    """今回は見送る"""
    return Offer(actions.MEETING_DECLINE_FORM, encounter.id, Message("meeting-offer-decline"))


def more(encounter: Encounter) -> Offer:
    """Everything else."""
    return Offer(actions.MEETING_MORE, encounter.id, Message("meeting-offer-more"))


def history(encounter: Encounter) -> Offer:
    """What happened."""
    return _offer(actions.MEETING_HISTORY, encounter)


def sleep(encounter: Encounter) -> Offer:
    """寝かせる"""
    return _offer(actions.MEETING_SLEEP_FORM, encounter)


def contact(encounter: Encounter) -> Offer:
    """会った・話した"""
    return _offer(actions.MEETING_CONTACT_FORM, encounter)


def to_confirm(encounter: Encounter) -> tuple[Offer, ...]:
    """確認しました · 直す · 記録しない"""
    confirm = Offer(actions.MEETING_CONFIRM, encounter.id, Message("meeting-offer-confirm"), is_main=True)
    sure = Message("meeting-refuse-confirm")
    refuse = Offer(actions.MEETING_REFUSE, encounter.id, Message("meeting-offer-refuse"), confirm=sure)
    return (confirm, _offer(actions.MEETING_CORRECT_FORM, encounter), refuse)


def show(encounter: Encounter) -> Offer:
    """The whole card, beside the conversation."""
    return Offer(actions.MEETING_SHOW, encounter.id, Message("meeting-offer-show"))


def endings(encounter: Encounter) -> Iterator[Offer]:
    """今回は見送る · 寝かせる · ご挨拶のみ; steady business is an ending as well."""
    yield decline(encounter)
    yield _offer(actions.MEETING_SLEEP_FORM, encounter)
    if not needs_lesson(encounter):
        yield _offer(actions.MEETING_GREETING, encounter)
    if encounter.stage == Stage.CONTINUING:
        yield _offer(actions.MEETING_ACHIEVE, encounter)


def follow_up(encounter: Encounter) -> tuple[Offer, ...]:
    """What may follow a step that is done: it may have gone on to another stage, or be over; of a meeting that has been
    it is asked how it went."""
    asks = is_awaited(encounter)
    told = (main(actions.MEETING_OUTCOME_FORM, encounter),) if asks else ()
    first = Offer(actions.MEETING_STEP_FORM, encounter.id, Message("meeting-offer-first-step"), is_main=not asks)
    stage = (_offer(actions.MEETING_STAGE_FORM, encounter),) if encounter.kind == Kind.MEETING else ()
    return (*told, first, *stage, *endings(encounter))


def everything(encounter: Encounter) -> tuple[Offer, ...]:
    """What stands behind ほかの操作."""
    before = (actions.MEETING_PREPARE_FORM, actions.MEETING_OUTCOME_FORM, actions.MEETING_CONTACT_FORM)
    names = [*before, actions.MEETING_STAGE_FORM] if encounter.kind == Kind.MEETING else [*before]
    if encounter.stage.rank >= Stage.JOINT_STUDY.rank:
        names.append(actions.MEETING_ISSUE_FORM)
    names += [actions.MEETING_DRAFT_FORM, actions.MEETING_CORRECT_FORM, actions.MEETING_HISTORY]
    shown = [_offer(name, encounter) for name in names] if encounter.state == State.OPEN else []
    return (*shown, *endings(encounter)) if shown else (_offer(actions.MEETING_HISTORY, encounter),)


_LABELS = {
    actions.MEETING_PREPARE_FORM: "meeting-offer-prepare",
    actions.MEETING_OUTCOME_FORM: "meeting-offer-outcome",
    actions.MEETING_CONTACT_FORM: "meeting-offer-contact",
    actions.MEETING_STAGE_FORM: "meeting-offer-stage",
    actions.MEETING_ISSUE_FORM: "meeting-offer-issue",
    actions.MEETING_DRAFT_FORM: "meeting-offer-draft",
    actions.MEETING_CORRECT_FORM: "meeting-offer-correct",
    actions.MEETING_HISTORY: "meeting-offer-history",
    actions.MEETING_SLEEP_FORM: "meeting-offer-sleep",
    actions.MEETING_GREETING: "meeting-offer-greeting",
    actions.MEETING_ACHIEVE: "meeting-offer-achieve",
    actions.MEETING_REOPEN: "meeting-offer-reopen",
}


def _offer(action: str, encounter: Encounter) -> Offer:
    return Offer(action, encounter.id, Message(_LABELS[action]))
