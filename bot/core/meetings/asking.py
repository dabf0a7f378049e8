"""What a reminder asks: one question or one suggested step for each matter, its tone rising gently to a decision.

What a step of a cadence asks for (`asks` in prompts/cadences/) chooses the sentence, the question that the guides are
asked for a citation, and the buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.meetings.chat import buttons, colleague_forms
from bot.core.meetings.chat.wording import Reader, occasion, short
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.planned import is_awaited
from bot.core.messages import Locale, Message, Offer

_LONGEST = 120
_THANKED_WITHIN = timedelta(days=7)
"""So long after a contact a thank-you is in its place; later, as when something is taken up again, it is not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What somebody is reminded of. `asker` is who asked, who has the issue, or who wrote the encounter."""

    encounter: Encounter
    reader: Reader
    issue: Issue | None = None
    request: ColleagueRequest | None = None
    asker: str = ""
    asker_has_left: bool = False


def details_of(asked: Asked) -> tuple[Message | str, ...]:
    """Place, topic and what is next, quoted from the record."""
    one, reader = asked.encounter, asked.reader
    found: list[Message | str] = []
    met = occasion(one, reader)
    if met is not None:
        found.append(met)
    if is_awaited(one) and one.meets_at is not None:
        found.append(Message("meeting-detail-meets", {"when": reader.when(one.meets_at)}))
    if one.topic:
        found.append(Message("meeting-detail-topic", {"topic": short(one.topic, _LONGEST)}))
    if asked.issue is not None:
        found.append(Message(f"meeting-issue-{asked.issue.kind}"))
        if asked.issue.owner_id != reader.id:
            found.append(Message("meeting-issue-owner", {"name": asked.asker}))
    step = _step(asked)
    return (*found, step) if step else tuple(found)


def _step(asked: Asked) -> Message | None:
    step, reader = asked.encounter.next_step, asked.reader
    if step is None or asked.issue is not None or asked.encounter.state != State.OPEN:
        return None
    text = short(step.text, _LONGEST)
    if step.due_on is None:
        return Message("meeting-detail-step", {"step": text})
    if not step.due_time:
        return Message("meeting-detail-step-day", {"step": text, "day": reader.day(step.due_on)})
    when = {"day": reader.day(step.due_on), "time": step.due_time}
    return Message("meeting-detail-step-time", {"step": text, **when})


def ask_of(asks: str, asked: Asked, requests: tuple[ColleagueRequest, ...]) -> tuple[Message, str, tuple[Offer, ...]]:
    """The sentence, the question to the guides ("" for none), the buttons."""
    if asks == "thanks" and asked.reader.today - asked.encounter.last_contact_on > _THANKED_WITHIN:
        asks = "next_step"
    sentence = _SENTENCES.get(asks, _next_step)(asked)
    question = _QUESTIONS.get(asks, {}).get(asked.reader.locale, "")
    return sentence, question, _offers(asks, asked, requests)


def _offers(asks: str, asked: Asked, requests: tuple[ColleagueRequest, ...]) -> tuple[Offer, ...]:
    one = asked.encounter
    if asked.request is not None:
        return (colleague_forms.accept(asked.request), colleague_forms.talk(asked.request))
    if asked.issue is not None:
        label = Message("meeting-offer-issue-close")
        close = Offer(actions.MEETING_ISSUE_CLOSE, asked.issue.id, label, is_main=True)
        return (close, buttons.show(one), buttons.later_beside(one, asked.reader.today))
    if asks == "confirm":
        return buttons.to_confirm(one)
    if asks == "wake" or one.state == State.SLEEPING:
        return buttons.waking(one)
    if asks in _MAIN:
        return (buttons.main(_MAIN[asks], one), *_beside(asks, asked, requests))
    if asks == "decision":
        return buttons.deciding(one, requests)
    return tuple(buttons.steps_of(one, requests, now=asked.reader.now))


def _beside(asks: str, asked: Asked, requests: tuple[ColleagueRequest, ...]) -> tuple[Offer, ...]:
    one = asked.encounter
    later = buttons.later_beside(one, asked.reader.today)
    if asks == "thanks":
        step = Offer(actions.MEETING_STEP_FORM, one.id, Message("meeting-offer-first-step"))
        contact = Offer(actions.MEETING_CONTACT_FORM, one.id, Message("meeting-offer-contact"))
        return (step, contact, later, buttons.decline(one))
    if asks in ("trial", "trial_ahead"):
        return (buttons.show(one), later, buttons.decline(one))
    if asks == "goal":
        later = buttons.later_before(one, asked.reader)
    return (later, buttons.ask_or_take_back(one, requests), buttons.decline(one))


_MAIN = {
    "goal": actions.MEETING_PREPARE_FORM,
    "outcome": actions.MEETING_OUTCOME_FORM,
    "thanks": actions.MEETING_DRAFT_FORM,
    "trial": actions.MEETING_STAGE_FORM,
    "trial_ahead": actions.MEETING_CONTACT_FORM,
}


def _of_goal(asked: Asked) -> Message:
    one = asked.encounter
    if not one.goal or one.meets_at is None:
        return Message("meeting-nudge-goal")
    # It was put off to a day before the meeting, for which all is known.
    day = asked.reader.day(one.meets_at.astimezone(zone_of(asked.reader.time_zone)).date())
    return Message("meeting-nudge-goal-known", {"day": day, "goal": short(one.goal, _LONGEST)})


def _next_step(_: Asked) -> Message:
    return Message("meeting-nudge-next_step")


def _of_step(asked: Asked) -> Message:
    step = asked.encounter.next_step
    if step is None:
        return _next_step(asked)
    # On the day itself it is still to come.
    key = "meeting-nudge-step-today" if step.due_on == asked.reader.today else "meeting-nudge-step"
    return Message(key, {"step": short(step.text, _LONGEST)})


def _of_time(asked: Asked) -> Message:
    step = asked.encounter.next_step
    is_day_known = step is not None and step.due_on is not None
    return Message("meeting-nudge-time" if is_day_known else "meeting-nudge-day")


def _of_trial(asked: Asked) -> Message:
    one, measure = asked.encounter, {"measure": short(asked.encounter.measure, _LONGEST) or "—"}
    if one.decision_on is not None and one.decision_on < asked.reader.today:
        return Message("meeting-nudge-trial-after", {"day": asked.reader.day(one.decision_on), **measure})
    return Message("meeting-nudge-trial", measure)


def _of_trial_ahead(asked: Asked) -> Message:
    one = asked.encounter
    day = asked.reader.day(one.decision_on) if one.decision_on else "—"
    return Message("meeting-nudge-trial_ahead", {"day": day, "measure": short(one.measure, _LONGEST) or "—"})


def _of_issue(asked: Asked) -> Message:
    issue = asked.issue
    text = short(issue.text, _LONGEST) if issue else "—"
    if issue is None or issue.due_on is None:
        return Message("meeting-nudge-issue", {"issue": text, "day": "—"})
    key = "meeting-nudge-issue-past" if issue.due_on < asked.reader.today else "meeting-nudge-issue"
    return Message(key, {"issue": text, "day": asked.reader.day(issue.due_on)})


def _of_request(asked: Asked) -> Message:
    text = short(asked.request.text, _LONGEST) if asked.request else ""
    if asked.asker_has_left:
        return Message("meeting-nudge-request-left", {"name": asked.asker})
    if not text:
        return Message("meeting-nudge-request-whole", {"name": asked.asker})
    return Message("meeting-nudge-request", {"name": asked.asker, "text": text})


_SENTENCES: Mapping[str, Callable[[Asked], Message]] = {
    "confirm": lambda asked: Message("meeting-nudge-confirm", {"name": asked.asker}),
    "goal": _of_goal,
    "outcome": lambda _: Message("meeting-nudge-outcome"),
    "step": _of_step,
    "time": _of_time,
    "thanks": lambda _: Message("meeting-nudge-thanks"),
    "next_step": _next_step,
    "decision": lambda _: Message("meeting-nudge-decision"),
    "wake": lambda _: Message("meeting-nudge-wake"),
    "trial": _of_trial,
    "trial_ahead": _of_trial_ahead,
    "issue": _of_issue,
    "request": _of_request,
}

_QUESTIONS: Mapping[str, Mapping[Locale, str]] = {
    "goal": {"ja": "面談の目的は、どう書けばいいですか", "en": "How do I set a goal for a meeting?"},
    "outcome": {"ja": "面談のあとに何を記録すればいいですか", "en": "What should I note after a meeting?"},
    "thanks": {
        "ja": "名刺交換のあと、お礼はどう伝えればいいですか",
        "en": "How should I thank somebody after exchanging cards?",
    },
    "next_step": {
        "ja": "次の一歩には、何を書けばいいですか",
        "en": "What should a next step say?",
    },
    "decision": {
        "ja": "続けるか、寝かせるか、見送るかを、いつ決めればいいですか",
        "en": "When do I decide whether to go on, to pause or to drop a contact?",
    },
    "trial_ahead": {"ja": "実証の前に何を決めておけばいいですか", "en": "What should be decided before a trial?"},
}

_STEPS: Mapping[str, tuple[str, ...]] = {
    "confirm": ("confirm",),
    "prepare": ("goal",),
    "outcome": ("outcome",),
    "next_step": ("step", "step", "step", "decision"),
    "set_time": ("time", "time", "decision"),
    "no_next_step": ("next_step", "thanks", "next_step", "next_step", "decision"),
    "wake": ("wake", "decision"),
    "trial_decision": ("trial_ahead", "trial_ahead", "trial"),
    "issue": ("issue",),
    "request": ("request",),
}


def asks_by_default(matter: str, step: int) -> str:
    """What the default cadence asks for; for where cadences are not at hand."""
    steps = _STEPS.get(matter, ("next_step",))
    return steps[min(step, len(steps) - 1)]
