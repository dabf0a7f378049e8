"""Moving a stage on or back; what the second and the third wall ask for, one at a time; issues."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import actions
from bot.core.meetings.chat.fields import Typed, form, submit_of
from bot.core.meetings.chat.forms import DAY, about
from bot.core.meetings.chat.wording import name_of, stage_label
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import Encounter, Stage
from bot.core.meetings.results import Missing
from bot.core.messages import MOST_CHOICES, Choice, Fact, Field, Message, Part, Reply, Said
from bot.core.people import Member

STAGE, VALUE = "stage", "value"
KIND, TEXT, OWNER = "kind", "text", "owner"


def stage_form(encounter: Encounter, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """To which stage: all seven, the present one chosen."""
    choices = tuple(Choice(str(one), stage_label(one)) for one in Stage)
    field = Field(
        name=STAGE,
        label=Message("meeting-field-stage"),
        kind="choice",
        choices=choices,
        hint=Message("meeting-hint-stage"),
        initial=str(encounter.stage),
    )
    now = Fact(Message("meeting-label-stage"), stage_label(encounter.stage))
    return form(
        Message("meeting-stage-title"),
        about=(*about(encounter), now),
        fields=(field,),
        submit=submit_of(actions.MEETING_STAGE_SEND, encounter.id, Message("meeting-submit-stage")),
        typed=typed,
        why=why,
    )


def name_form(missing: Missing, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """One question of a wall, with an example. What is asked next travels in the reference: encounter, stage, name."""
    name = missing.names[0]
    field = Field(
        name=VALUE,
        label=Message(f"meeting-ask-{name}"),
        kind="date" if name == "decision_on" else "line",
        hint=Message(f"meeting-example-{name}"),
        longest=300,
    )
    is_moving = missing.to != missing.encounter.stage
    before: Part = Said(
        Message(
            "meeting-name-before" if is_moving else "meeting-name-here",
            {"number": missing.number, "total": missing.total},
        )
    )
    return form(
        Message("meeting-name-title"),
        about=(*about(missing.encounter), Fact(Message("meeting-label-stage"), stage_label(missing.to)), before),
        fields=(field,),
        submit=submit_of(
            actions.MEETING_NAME_SEND,
            f"{missing.encounter.id}:{missing.to}:{name}",
            Message("meeting-submit-next" if len(missing.names) > 1 else "meeting-submit"),
        ),
        typed=typed,
        why=why,
    )


def issue_form(
    encounter: Encounter,
    people: Sequence[Member],
    member: Member,
    *,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """An open issue: which kind, what, who looks after it, until when."""
    kinds = tuple(Choice(str(one), Message(f"meeting-issue-{one}")) for one in IssueKind)
    fields = (
        Field(name=KIND, label=Message("meeting-field-issue-kind"), kind="choice", choices=kinds),
        Field(name=TEXT, label=Message("meeting-field-issue"), hint=Message("meeting-hint-issue"), longest=300),
        Field(
            name=OWNER,
            label=Message("meeting-field-issue-owner"),
            kind="choice",
            choices=choices_of(people),
            initial=member.id,
        ),
        Field(name=DAY, label=Message("meeting-field-issue-day"), kind="date", is_required=False),
    )
    return form(
        Message("meeting-issue-title"),
        about=about(encounter),
        fields=fields if people else (fields[0], fields[1], fields[3]),
        submit=submit_of(actions.MEETING_ISSUE_SEND, encounter.id, Message("meeting-submit")),
        typed=typed,
        why=why,
    )


def choices_of(people: Sequence[Member]) -> tuple[Choice, ...]:
    """People to choose from."""
    return tuple(Choice(one.id, name_of(one)) for one in people[:MOST_CHOICES])
