"""What waits for whom, since when: from the record of an encounter alone, so that the same record waits for the same.

Cadences (prompts/cadences/) say how many days after `since` somebody is reminded of each matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Encounter, Kind, NextStep, Stage, State
from bot.core.meetings.planned import is_awaited
from bot.core.scheduled import Waiting

CONFIRM = "confirm"
PREPARE = "prepare"
OUTCOME = "outcome"
NEXT_STEP = "next_step"
SET_TIME = "set_time"
NO_NEXT_STEP = "no_next_step"
WAKE = "wake"
TRIAL_DECISION = "trial_decision"
ISSUE = "issue"
REQUEST = "request"
SUCCESSION = "succession"

ENCOUNTER_SUBJECT, ISSUE_SUBJECT = "encounter", "issue"
REQUEST_SUBJECT, PROGRAMME_SUBJECT = "request", "programme"

QUIET = timedelta(days=2)
"""Nobody is reminded of what they talked about today or yesterday."""


def waiting(
    encounter: Encounter,
    issues: Sequence[Issue] = (),
    requests: Sequence[ColleagueRequest] = (),
    *,
    zone: tzinfo = UTC,
) -> tuple[Waiting, ...]:
    """Everything that waits because of this encounter. `zone` is where its owner works: moments become days there.

    Nothing of a closed one. While it sleeps only its waking; while nobody has confirmed it only that.
    """
    if encounter.state == State.UNCONFIRMED and encounter.confirm_by:
        since = _day(encounter.created_at, zone)
        return (_encounter(encounter, CONFIRM, encounter.confirm_by, since, postpones=False),)
    if encounter.state == State.SLEEPING and encounter.wakes_on:
        return (_encounter(encounter, WAKE, encounter.owner_id, encounter.wakes_on, postpones=False),)
    if encounter.state != State.OPEN:
        return ()
    return (
        *_of_meeting(encounter, zone),
        *_of_step(encounter),
        *_of_trial(encounter),
        *_of_issues(encounter, issues, requests),
        *_of_requests(encounter, requests, zone),
    )


def waiting_for_succession(programme: Programme, people: Collection[str], last_day: date) -> tuple[Waiting, ...]:
    """Who looks after a programme next year is asked of these people; nothing once it is answered."""
    if programme.succession:
        return ()
    return tuple(
        Waiting(
            subject_kind=PROGRAMME_SUBJECT,
            subject_id=programme.id,
            matter=SUCCESSION,
            person_id=person_id,
            since=last_day,
        )
        for person_id in sorted(people)
    )


def _of_meeting(encounter: Encounter, zone: tzinfo) -> Iterator[Waiting]:
    if encounter.meets_at is None or not is_awaited(encounter):
        return
    day = _day(encounter.meets_at, zone)
    put_off = encounter.postponed_until
    if not encounter.goal or (put_off and put_off < day):
        yield _encounter(encounter, PREPARE, encounter.owner_id, day, comes_back=True)
    yield _after_contact(encounter, OUTCOME, encounter.owner_id, day)


def _of_step(encounter: Encounter) -> Iterator[Waiting]:
    step = encounter.next_step
    if step is not None:
        yield _step(encounter, step)
    elif encounter.kind == Kind.MEETING and not is_awaited(encounter):
        quiet = _quiet(encounter)
        since, owner_id = encounter.since, encounter.owner_id
        yield _encounter(encounter, NO_NEXT_STEP, owner_id, since, quiet_until=quiet, comes_back=True)


def _step(encounter: Encounter, step: NextStep) -> Waiting:
    if step.due_on is None or not step.is_complete:
        since, quiet = encounter.since, _quiet(encounter)
        return _encounter(encounter, SET_TIME, step.owner_id, since, quiet_until=quiet, comes_back=True)
    return _after_contact(encounter, NEXT_STEP, step.owner_id, step.due_on)


def _of_trial(encounter: Encounter) -> Iterator[Waiting]:
    if encounter.stage == Stage.TRIAL and encounter.decision_on:
        yield _encounter(encounter, TRIAL_DECISION, encounter.owner_id, encounter.decision_on)


def _of_issues(
    encounter: Encounter, issues: Sequence[Issue], requests: Sequence[ColleagueRequest]
) -> Iterator[Waiting]:
    accepted = {one.to_id for one in requests if one.state == RequestState.ACCEPTED}
    for issue in issues:
        if issue.closed_on is None and issue.due_on is not None:
            person = _reminded(issue, accepted | {encounter.owner_id})
            yield _waiting(encounter, ISSUE_SUBJECT, issue.id, ISSUE, person or encounter.owner_id, issue.due_on)


def _reminded(issue: Issue, willing: Collection[str]) -> str:
    """Nobody is reminded of what a colleague wrote under their name: then it is who opened the issue."""
    return issue.owner_id if issue.owner_id == issue.opened_by or issue.owner_id in willing else issue.opened_by


def _of_requests(encounter: Encounter, requests: Sequence[ColleagueRequest], zone: tzinfo) -> Iterator[Waiting]:
    for one in requests:
        if one.state == RequestState.ASKED:
            since = _day(one.asked_at, zone)
            yield _waiting(encounter, REQUEST_SUBJECT, one.id, REQUEST, one.to_id, since, postpones=False)


def _after_contact(encounter: Encounter, matter: str, person_id: str, day: date) -> Waiting:
    """A matter of a certain day; a real contact on that day or later sets its count back, and gives peace. One that
    was known when it was arranged for that very day does not: who met somebody this morning can want to call at four.
    """
    contact = encounter.last_contact_on
    if contact < day or contact == day == encounter.counts_from:
        return _encounter(encounter, matter, person_id, day)
    return _encounter(encounter, matter, person_id, contact, quiet_until=contact + QUIET)


def _quiet(encounter: Encounter) -> date | None:
    """Until when a contact gives peace; none where something was done since, such as writing down or setting a step."""
    contact = encounter.last_contact_on
    return contact + QUIET if contact > (encounter.counts_from or date.min) else None


def _encounter(
    encounter: Encounter,
    matter: str,
    person_id: str,
    since: date,
    *,
    postpones: bool = True,
    quiet_until: date | None = None,
    comes_back: bool = False,
) -> Waiting:
    return _waiting(
        encounter,
        ENCOUNTER_SUBJECT,
        encounter.id,
        matter,
        person_id,
        since,
        postpones=postpones,
        quiet_until=quiet_until,
        comes_back=comes_back,
    )


def _waiting(
    encounter: Encounter,
    subject_kind: str,
    subject_id: str,
    matter: str,
    person_id: str,
    since: date,
    *,
    postpones: bool = True,
    quiet_until: date | None = None,
    comes_back: bool = False,
) -> Waiting:
    """`postpones`: what was put off for the encounter is put off for this as well; `comes_back`: and comes on that
    day. Others keep their own days: an issue that is due in March is not asked about in December."""
    put_off = encounter.postponed_until if postpones else None
    not_before = max((day for day in (quiet_until, put_off) if day), default=None)
    return Waiting(
        subject_kind=subject_kind,
        subject_id=subject_id,
        matter=matter,
        person_id=person_id,
        since=since,
        company_id=encounter.company_id,
        not_before=not_before,
        comes_back=comes_back and put_off is not None and put_off == not_before,
        cadence=encounter.cadence,
        event=encounter.event,
        stage=str(encounter.stage),
        partner=encounter.partner,
    )


def _day(moment: datetime, zone: tzinfo) -> date:
    return moment.astimezone(zone).date()
