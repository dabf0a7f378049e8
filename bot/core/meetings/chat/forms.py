"""Before a meeting, after it, the next step, a contact: where people write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.meetings.chat.fields import Typed, form, submit_of
from bot.core.meetings.chat.meeting_choice import meeting_field
from bot.core.meetings.chat.wording import Reader, who
from bot.core.meetings.models import Encounter, NextStep, Outcome
from bot.core.meetings.planned import is_planned
from bot.core.messages import Choice, Fact, Field, Headed, Message, Offer, Part, Quoted, Reply, Said, Source

GOAL, QUESTION, BRING = "goal", "question", "bring"
OUTCOME, LEARNED = "outcome", "learned"
STEP, DAY, TIME = "step", "day", "time"
WHAT, NOTE = "what", "note"
WHEN = "when"
CONTACTS = ("met", "telephone", "mail")
"""How somebody was in contact."""
SHORT = 300


def prepare_form(
    encounter: Encounter,
    *,
    advice: Source | None = None,
    asked: str = "",
    card: Sequence[Part] = (),
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """What should be true afterwards, one question, what to bring. `advice` is what the guides say to `asked`."""
    fields = (
        _line(GOAL, Message("meeting-field-goal"), Message("meeting-hint-goal"), encounter.goal),
        _line(QUESTION, Message("meeting-field-question"), Message("meeting-hint-question"), encounter.question),
        _line(BRING, Message("meeting-field-bring"), Message("meeting-hint-bring"), encounter.bring),
    )
    reply = form(
        Message("meeting-prepare-title"),
        about=(*about(encounter), *card, *_advised(advice)),
        fields=fields,
        submit=submit_of(actions.MEETING_PREPARE_SEND, encounter.id, Message("meeting-submit")),
        typed=typed,
        why=why,
    )
    if advice is None:
        return reply
    passage = Offer(actions.SHOW_ADVICE, asked, Message("meeting-offer-passage"))
    return replace(reply, sources=(replace(advice, number=1),), offers=(passage,))


def _advised(advice: Source | None) -> tuple[Part, ...]:
    return (Headed(Message("meeting-advice")), Quoted(advice.quote, 1)) if advice else ()


def outcome_form(encounter: Encounter, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """How it went, what was learned, what is next: one form, thanks first."""
    choices = tuple(Choice(str(one), Message(f"meeting-outcome-{one}")) for one in Outcome)
    # What was told of the meeting before is not of the one that is told of now.
    known, learned = ("", "") if is_planned(encounter) else (str(encounter.outcome or ""), encounter.learned)
    asked = Message("meeting-field-outcome-goal") if encounter.goal else Message("meeting-field-outcome")
    fields = (
        Field(name=OUTCOME, label=asked, kind="choice", choices=choices, initial=known),
        _lines(LEARNED, Message("meeting-field-learned"), Message("meeting-hint-learned"), learned),
        *step_fields(None if is_planned(encounter) else encounter.next_step, is_required=False),
    )
    goal = (Fact(Message("meeting-label-goal"), encounter.goal),) if encounter.goal else ()
    return form(
        Message("meeting-outcome-title"),
        about=(Said(Message("meeting-outcome-thanks")), *about(encounter), *goal),
        fields=fields,
        submit=submit_of(actions.MEETING_OUTCOME_SEND, encounter.id, Message("meeting-submit")),
        typed=typed,
        why=why,
    )


def step_form(encounter: Encounter, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """The next step with the day and time of one's own action; never asked of the other side."""
    has_step = encounter.next_step is not None
    title = Message("meeting-set-time-title") if has_step else Message("meeting-first-step-title")
    own = Said(Message("meeting-own-time"))
    return form(
        title,
        about=(*about(encounter), own),
        fields=step_fields(encounter.next_step, is_required=True),
        submit=submit_of(actions.MEETING_STEP_SEND, encounter.id, Message("meeting-submit")),
        typed=typed,
        why=why,
    )


def step_fields(step: NextStep | None, *, is_required: bool) -> tuple[Field, ...]:
    """What, on which day, at what time; and whether that is a meeting."""
    text = Field(
        name=STEP,
        label=Message("meeting-field-step"),
        hint=Message("meeting-hint-step"),
        initial=step.text if step else "",
        is_required=is_required,
        longest=SHORT,
    )
    initial_day = step.due_on.isoformat() if step and step.due_on else ""
    day = Field(name=DAY, label=Message("meeting-field-day"), kind="date", initial=initial_day, is_required=is_required)
    at = Field(
        name=TIME,
        label=Message("meeting-field-time"),
        kind="time",
        hint=Message("meeting-hint-time"),
        initial=step.due_time if step else "",
        is_required=is_required,
    )
    counts = step is not None and step.is_meeting
    return (text, day, at, meeting_field(step.text if step else "", counts=counts))


def contact_form(
    encounter: Encounter,
    reader: Reader,
    *,
    is_named: bool,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """会った・話した: when, how, a word. From then on the count begins anew. Without `is_named` nothing says whom."""
    ways = tuple(Choice(way, Message(f"meeting-contact-{way}")) for way in CONTACTS)
    fields = (
        Field(name=DAY, label=Message("meeting-field-contact-day"), kind="date", initial=reader.today.isoformat()),
        Field(name=WHAT, label=Message("meeting-field-what"), kind="choice", choices=ways, initial=CONTACTS[0]),
        _lines(NOTE, Message("meeting-field-note"), Message("meeting-hint-note"), ""),
    )
    return form(
        Message("meeting-contact-title"),
        about=(*(about(encounter) if is_named else ()), Said(Message("meeting-contact-counts"))),
        fields=fields,
        submit=submit_of(actions.MEETING_CONTACT_SEND, encounter.id, Message("meeting-submit")),
        typed=typed,
        why=why,
    )


def later_form(
    encounter: Encounter,
    days: Sequence[Choice],
    *,
    of: str = "",
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """Until when it waits: one of a few days, or another. `of` is BESIDE for what is put off beside the next step,
    BEFORE for what is asked before a meeting."""
    reference = f"{encounter.id}:{of}" if of else encounter.id
    other = Choice(DAY, Message("meeting-later-other"))
    fields = (
        Field(
            name=WHEN,
            label=Message("meeting-field-later"),
            kind="choice",
            choices=(*days, other),
            initial=days[0].value if days else DAY,
        ),
        Field(name=DAY, label=Message("meeting-field-later-day"), kind="date", is_required=False),
    )
    return form(
        Message("meeting-later-title"),
        about=about(encounter),
        fields=fields,
        submit=submit_of(actions.MEETING_LATER_SEND, reference, Message("meeting-offer-later")),
        typed=typed,
        why=why,
    )


def about(encounter: Encounter) -> tuple[Part, ...]:
    """Whom the form is about."""
    return (Headed(who(encounter)),)


def _line(name: str, label: Message, hint: Message | None, initial: str) -> Field:
    return Field(name=name, label=label, hint=hint, initial=initial, is_required=False, longest=SHORT)


def _lines(name: str, label: Message, hint: Message | None, initial: str) -> Field:
    return Field(name=name, label=label, kind="lines", hint=hint, initial=initial, is_required=False)
