"""What a card says of an encounter, part by part. Pure: names and days come with the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.core import actions
from bot.core.meetings.chat.wording import Reader, due, occasion, short, stage_label, wall_says
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Encounter, Ending, Kind, NextStep, Stage, State, Wall
from bot.core.messages import Fact, Headed, Item, Message, Offer, Part, Said

_SHOWN_ISSUES = 6
_LONGEST = 400
"""Characters of one field on a card; the form shows all of it."""


@dataclass(frozen=True, slots=True)
class View:
    """One encounter for one reader. `name` says who somebody is."""

    encounter: Encounter
    reader: Reader
    name: Callable[[str | None], str]


def facts(view: View) -> Iterator[Part]:
    """Whom, where, when, how far; then what is next."""
    one, reader = view.encounter, view.reader
    if one.kind == Kind.SUPPORT_VISIT:
        yield Fact(Message("meeting-label-kind"), Message("meeting-kind-support_visit"))
    yield from _fact("meeting-label-title", one.title)
    met = occasion(one, reader)
    if met is not None:
        yield Fact(Message("meeting-label-met" if one.event else "meeting-label-met-on"), met)
    yield from _fact("meeting-label-topic", one.topic)
    if one.meets_at is not None:
        yield Fact(Message("meeting-label-planned"), reader.when(one.meets_at))
    if one.kind == Kind.MEETING:
        yield Fact(Message("meeting-label-stage"), stage_label(one.stage))
    if one.owner_id != reader.id:
        yield Fact(Message("meeting-label-owner"), view.name(one.owner_id))
    yield from _around_the_meeting(one)
    yield from _named(one, reader)


def _around_the_meeting(one: Encounter) -> Iterator[Part]:
    yield from _fact("meeting-label-goal", one.goal)
    yield from _fact("meeting-label-question", one.question)
    yield from _fact("meeting-label-bring", one.bring)
    if one.outcome is not None:
        yield Fact(Message("meeting-label-outcome"), Message(f"meeting-outcome-{one.outcome}"))
    yield from _fact("meeting-label-learned", one.learned)


def _named(one: Encounter, reader: Reader) -> Iterator[Part]:
    """What the second and third wall ask for, as far as it is named."""
    yield from _fact("meeting-label-market", one.market)
    yield from _fact("meeting-label-end_user", one.end_user)
    yield from _fact("meeting-label-decider", one.decider)
    yield from _fact("meeting-label-measure", one.measure)
    yield from _fact("meeting-label-decision_on", reader.day(one.decision_on) if one.decision_on else "")
    yield from _fact("meeting-label-payer", one.payer)


def next_step(view: View) -> Iterator[Part]:
    """The step with who and when, or in plain words what would help."""
    one = view.encounter
    if one.next_step is not None and one.state != State.CLOSED:
        yield from step_facts(one.next_step, view)
    if one.state == State.OPEN and one.postponed_until is not None and one.postponed_until > view.reader.today:
        yield Said(Message("meeting-postponed-until", {"day": view.reader.day(one.postponed_until)}))
    says = wall_says(one)
    if says is not None:
        yield Said(says)


def step_facts(step: NextStep, view: View) -> Iterator[Part]:
    """What is done next, by whom, when."""
    yield Fact(Message("meeting-label-step"), short(step.text, _LONGEST))
    if step.owner_id != view.reader.id:
        yield Fact(Message("meeting-label-step-owner"), view.name(step.owner_id))
    yield Fact(Message("meeting-label-due"), due(step, view.reader))


def state_of(view: View, *, is_said: bool = False) -> Iterator[Part]:
    """How it stands where it is not simply open. `is_said`: its sentence stands above already."""
    one, reader = view.encounter, view.reader
    if one.state == State.SLEEPING and one.wakes_on is not None and not is_said:
        yield Said(Message("meeting-state-sleeping", {"day": reader.day(one.wakes_on)}))
    if one.state == State.UNCONFIRMED and one.confirm_by == reader.id:
        yield Said(Message("meeting-confirm-then"))
    elif one.state == State.UNCONFIRMED:
        yield Said(Message("meeting-state-unconfirmed", {"name": view.name(one.confirm_by)}))
    if one.state == State.CLOSED and one.ending is not None:
        if not is_said:
            yield Said(Message(f"meeting-state-{one.ending}"))
        if one.ending == Ending.DECLINED and one.reason is not None:
            yield Fact(Message("meeting-label-reason"), Message(f"meeting-reason-{one.reason}"))
        yield from _fact("meeting-label-lesson", one.lesson)


def issues_of(issues: Sequence[Issue], view: View) -> Iterator[Part]:
    """The open ones with kind, owner, day and age."""
    open_ones = [one for one in issues if one.closed_on is None]
    if not open_ones or view.encounter.state == State.CLOSED:
        return
    yield Headed(Message("meeting-issues", {"count": len(open_ones)}))
    for issue in open_ones[:_SHOWN_ISSUES]:
        yield _issue(issue, view)
    if len(open_ones) > _SHOWN_ISSUES:
        yield Said(Message("meeting-issues-more", {"count": len(open_ones) - _SHOWN_ISSUES}))


def _issue(issue: Issue, view: View) -> Item:
    days = issue.age_days(view.reader.today)
    age = Message("meeting-issue-age", {"days": days}) if days > 0 else Message("meeting-issue-today")
    until = [Message("meeting-issue-due", {"day": view.reader.day(issue.due_on)})] if issue.due_on else []
    owner = Message("meeting-issue-owner", {"name": view.name(issue.owner_id)})
    details = (Message(f"meeting-issue-{issue.kind}"), owner, *until, age)
    close = Offer(actions.MEETING_ISSUE_CLOSE, issue.id, Message("meeting-offer-issue-close"))
    return Item(short(issue.text, 200), details, (close,))


def requests_of(requests: Sequence[ColleagueRequest], view: View) -> Iterator[Part]:
    """A colleague who was asked and has not taken it on."""
    for one in requests:
        if one.state == RequestState.ASKED:
            yield Said(Message("meeting-request-waiting", {"name": view.name(one.to_id)}))
        elif one.state == RequestState.TALK:
            yield Said(Message("meeting-request-talking", {"name": view.name(one.to_id)}))


def outline(view: View) -> Iterator[Part]:
    """Dates, stage and wall; no word and no contact."""
    one, reader = view.encounter, view.reader
    yield Said(Message("meeting-outline"))
    if one.kind == Kind.MEETING:
        yield Fact(Message("meeting-label-stage"), stage_label(one.stage))
    if one.met_on is not None:
        yield Fact(Message("meeting-label-met-on"), reader.day(one.met_on))
    yield Fact(Message("meeting-label-last-contact"), reader.day(one.last_contact_on))
    if one.next_step is not None and one.state == State.OPEN:
        yield Fact(Message("meeting-label-due"), due(one.next_step, reader))
    if one.decision_on is not None and one.stage == Stage.TRIAL:
        yield Fact(Message("meeting-label-decision_on"), reader.day(one.decision_on))
    yield Fact(Message("meeting-label-stands"), standing(one))


_WALLS = {Wall.CARDS: "meeting-at-wall_1", Wall.DEVELOPMENT: "meeting-at-wall_2", Wall.TRIAL: "meeting-at-wall_3"}


def standing(one: Encounter) -> Message:
    """How it stands, without a word of it."""
    if one.state == State.CLOSED:
        return Message(f"meeting-ended-{one.ending}" if one.ending else "meeting-ended-declined")
    if one.state != State.OPEN:
        return Message("meeting-stands-sleeping" if one.state == State.SLEEPING else "meeting-stands-unconfirmed")
    if one.wall is not None:
        return Message(_WALLS[one.wall])
    # A support visit stands at no wall, but does not move either before it has a next step.
    return Message("meeting-stands-moving" if one.next_step is not None else _WALLS[Wall.CARDS])


def rank(one: Encounter, reader: Reader) -> tuple[int, str]:
    """To be confirmed first, then what is late, then what stands at a wall, then by day; what rests last."""
    step = one.next_step
    day = step.due_on if step and step.due_on else one.since
    if one.state == State.UNCONFIRMED:
        return 0, day.isoformat()
    if one.state == State.SLEEPING:
        return 4, (one.wakes_on or day).isoformat()
    is_late = step is not None and step.due_on is not None and step.due_on < reader.today
    return (1 if is_late else 2 if one.wall else 3), day.isoformat()


def _fact(label: str, words: str) -> Iterator[Part]:
    if words:
        yield Fact(Message(label), short(words, _LONGEST))
