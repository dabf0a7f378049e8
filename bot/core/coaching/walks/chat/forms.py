"""The sheets of a walk: fields that keep what was typed, with the reason on top where it could not be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core import actions
from bot.core.coaching.cards.models import SubjectKind
from bot.core.coaching.walks.chat.reader import Reader
from bot.core.coaching.walks.models import Walk, WalkLength
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Reply, Said
from bot.core.people import Member

SUBJECT, KIND, LENGTH, TRADE, OWNER = "subject", "kind", "length", "trade", "owner"
WHEN, DAY = "when", "day"
QUESTION, WORDS, COLLEAGUE = "question", "words", "colleague"
ALLOWED = "allowed"
OTHER_DAY = "other"
Typed = Mapping[str, str]
_PAUSES = (("tomorrow", 1), ("week", 7), ("two_weeks", 14), ("month", 30))
_TWO_WEEKS = "two_weeks"
_LONGEST_SUBJECT = 200


def form(
    title: Message,
    *,
    about: Sequence[Part] = (),
    fields: Iterable[Field],
    submit: Offer,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """A form; with `why` on top and what was typed in its fields where it was sent and could not be used."""
    given = typed or {}
    filled = tuple(replace(one, initial=given.get(one.name, one.initial)) for one in fields)
    reason: tuple[Part, ...] = (Said(why),) if why else ()
    return Reply(title=title, parts=(*reason, *about, *filled), submit=submit)


def start_form(
    counts: Mapping[WalkLength, int],
    *,
    action: str,
    reference: str,
    trades: Sequence[Choice],
    owners: Sequence[Choice],
    is_trade_required: bool,
    is_again: bool,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """What, how long, in which trade; for a coordinator also whose words they will be."""
    kinds = tuple(Choice(str(one), Message(f"walk-kind-{one}")) for one in SubjectKind)
    lengths = tuple(Choice(str(one), Message(f"walk-length-{one}", {"count": counts[one]})) for one in WalkLength)
    fields = [
        *([_owner_field(owners)] if owners else []),
        Field(
            name=SUBJECT,
            label=Message("walk-field-subject"),
            hint=Message("walk-hint-subject"),
            is_required=False,
            longest=_LONGEST_SUBJECT,
        ),
        Field(name=KIND, label=Message("walk-field-kind"), kind="choice", choices=kinds, initial=kinds[0].value),
        Field(
            name=LENGTH, label=Message("walk-field-length"), kind="choice", choices=lengths, initial=lengths[0].value
        ),
        *([_trade_field(trades, is_trade_required)] if trades else []),
    ]
    about: tuple[Part, ...] = (Said(Message("walk-again-about")),) if is_again else ()
    submit = Offer(action, reference, Message("walk-submit-start"), is_main=True)
    return form(Message("walk-start-title"), about=about, fields=fields, submit=submit, typed=typed, why=why)


def named(member: Member) -> str:
    """Somebody with their firm."""
    return f"{member.name}（{member.company.name}）" if member.company else member.name


def by_firm(member: Member) -> tuple[str, str]:
    """People of one firm together, by name."""
    return (member.company.name if member.company else "", member.name)


def pause_form(walk: Walk, reader: Reader, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """Until when it rests: two weeks where nothing else is said."""
    days = [
        Choice(name, Message(f"walk-pause-{name}", {"day": reader.day(reader.today + timedelta(days=after))}))
        for name, after in _PAUSES
    ]
    other = Choice(OTHER_DAY, Message("walk-pause-other"))
    fields = (
        Field(
            name=WHEN,
            label=Message("walk-field-pause"),
            kind="choice",
            choices=(*days, other),
            initial=_TWO_WEEKS,
        ),
        Field(name=DAY, label=Message("walk-field-pause-day"), kind="date", is_required=False),
    )
    submit = Offer(actions.WALK_PAUSE_SEND, walk.id, Message("walk-submit-pause"), is_main=True)
    about = (Said(Message("walk-pause-about")),)
    return form(Message("walk-pause-title"), about=about, fields=fields, submit=submit, typed=typed, why=why)


def pause_until(typed: Typed, today: date) -> date | None:
    """The day that was chosen; None where another day was wanted and none is said."""
    after = dict(_PAUSES).get(typed.get(WHEN, ""))
    if after is not None:
        return today + timedelta(days=after)
    return day_of(typed.get(DAY, ""))


def date_form(walk: Walk, question: str, asked: Message, *, initial: str = "", why: Message | None = None) -> Reply:
    """A day as the answer."""
    day = Field(name=DAY, label=Message("walk-field-day"), kind="date", initial=initial)
    submit = Offer(actions.WALK_DATE_SEND, f"{walk.id}:{question}", Message("walk-submit-answer"), is_main=True)
    return form(Message("walk-date-title"), about=(Said(asked),), fields=(day,), submit=submit, why=why)


def pick_form(walk: Walk, answered: Sequence[Choice], *, why: Message | None = None) -> Reply:
    """Which answer is to be put right?"""
    if not answered:
        return Reply(title=Message("walk-correct-title"), parts=(Said(Message("walk-record-nothing")),))
    which = Field(name=QUESTION, label=Message("walk-field-which"), kind="choice", choices=tuple(answered))
    submit = Offer(actions.WALK_CORRECT_PICK, walk.id, Message("walk-submit-pick"), is_main=True)
    return form(Message("walk-correct-title"), fields=(which,), submit=submit, why=why)


def correct_form(
    walk: Walk, question: str, asked: Message, field: Field, *, why: Message | None = None, typed: Typed | None = None
) -> Reply:
    """Other words in the place of an answer."""
    submit = Offer(actions.WALK_CORRECT_SEND, f"{walk.id}:{question}", Message("walk-submit-correct"), is_main=True)
    about = (Said(asked),)
    return form(Message("walk-correct-title"), about=about, fields=(field,), submit=submit, typed=typed, why=why)


def length_form(walk: Walk, counts: Mapping[WalkLength, int]) -> Reply:
    """Shorter or longer from here on."""
    lengths = tuple(Choice(str(one), Message(f"walk-length-{one}", {"count": counts[one]})) for one in WalkLength)
    field = Field(
        name=LENGTH,
        label=Message("walk-field-length"),
        kind="choice",
        choices=lengths,
        initial=str(walk.length),
        hint=Message("walk-hint-length"),
    )
    submit = Offer(actions.WALK_LENGTH_SEND, walk.id, Message("walk-submit-length"), is_main=True)
    return form(Message("walk-length-title"), fields=(field,), submit=submit)


def hand_form(walk: Walk, colleagues: Sequence[Member], *, why: Message | None = None) -> Reply:
    """Whom to ask to answer the rest."""
    title = Message("walk-hand-title")
    if not colleagues:
        return Reply(title=title, parts=(Said(Message("walk-hand-nobody")),))
    choices = tuple(Choice(one.id, one.name) for one in colleagues[:MOST_CHOICES])
    field = Field(name=COLLEAGUE, label=Message("walk-field-colleague"), kind="choice", choices=choices)
    submit = Offer(actions.WALK_HAND_SEND, walk.id, Message("walk-submit-hand"), is_main=True)
    return form(title, about=(Said(Message("walk-hand-about")),), fields=(field,), submit=submit, why=why)


def model_form(company_id: str, facts: Sequence[Part], *, is_allowed: bool) -> Reply:
    """May a language model be used for the firm's words?"""
    choices = (Choice("no", Message("walk-model-no")), Choice("yes", Message("walk-model-yes")))
    field = Field(
        name=ALLOWED,
        label=Message("walk-field-model"),
        kind="choice",
        choices=choices,
        initial="yes" if is_allowed else "no",
    )
    submit = Offer(actions.WALK_MODEL_SEND, company_id, Message("walk-submit-model"), is_main=True)
    about = (Said(Message("walk-model-about")), *facts)
    return form(Message("walk-model-title"), about=about, fields=(field,), submit=submit)


def done(title: Message, said: Message, behind: Reply, *, offers: Sequence[Offer] = ()) -> Reply:
    """The sheet says what was done; the message behind it becomes how the walk stands."""
    return Reply(title=title, parts=(Said(said),), offers=tuple(offers), behind=behind)


def day_of(value: str) -> date | None:
    """The day of a date field; None where it is empty, or no day."""
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def _owner_field(owners: Sequence[Choice]) -> Field:
    return Field(
        name=OWNER,
        label=Message("walk-field-owner"),
        kind="choice",
        choices=tuple(owners[:MOST_CHOICES]),
        hint=Message("walk-hint-owner"),
    )


def _trade_field(trades: Sequence[Choice], is_required: bool) -> Field:
    return Field(
        name=TRADE,
        label=Message("walk-field-trade"),
        kind="choice",
        choices=tuple(trades),
        hint=Message("walk-hint-trade"),
        is_required=is_required,
    )
