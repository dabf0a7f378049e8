"""What is said of an entry: to its author, to whoever looks at it, to the firm whose wording it has, to its owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core import actions
from bot.core.entries.models import LONGEST_ANSWER, LONGEST_QUESTION, Entry, EntryState
from bot.core.messages import MOST_CHOICES, Choice, Fact, Field, Headed, Message, Offer, Part, Quoted, Reply, Said
from bot.core.people import Member

QUESTION, ANSWER, OWNER, UNTIL, NOTE = "question", "answer", "owner", "until", "note"
LONGEST_NOTE = 500


def name_of(member: Member | None) -> str:
    """The name to call somebody by."""
    return member.name if member and member.name else "—"


def said(message: Message) -> Reply:
    """A reply of one sentence."""
    return Reply(parts=(Said(message),))


def form(
    reference: str,
    *,
    initial: dict[str, str],
    owners: Sequence[Member],
    wrong: Sequence[Message] = (),
    hints: Sequence[Message] = (),
) -> Reply:
    """To word the question and the answer as they are to be cited. `wrong` says what to put right."""
    fields = (
        Field(
            name=QUESTION,
            label=Message("entry-field-question"),
            hint=Message("entry-field-question-hint"),
            initial=initial.get(QUESTION, "")[:LONGEST_QUESTION],
            longest=LONGEST_QUESTION,
        ),
        Field(
            name=ANSWER,
            label=Message("entry-field-answer"),
            kind="lines",
            hint=Message("entry-field-answer-hint", {"limit": LONGEST_ANSWER}),
            initial=initial.get(ANSWER, "")[:LONGEST_ANSWER],
            longest=LONGEST_ANSWER,
        ),
        Field(
            name=OWNER,
            label=Message("entry-field-owner"),
            kind="choice",
            choices=tuple(Choice(one.id, one.name) for one in owners[:MOST_CHOICES]),
            initial=initial.get(OWNER, ""),
        ),
        Field(name=UNTIL, label=Message("entry-field-until"), kind="date", initial=initial.get(UNTIL, "")),
    )
    return Reply(
        title=Message("entry-form-title"),
        parts=(*(Said(one) for one in (*wrong, *hints)), *fields),
        submit=Offer(actions.ENTRY_SEND, reference, Message("entry-form-submit"), is_main=True),
    )


def as_cited(entry: Entry, owner: Member | None) -> Iterator[Part]:
    """The entry as people will read it."""
    yield Headed(Message("entry-label-question"))
    yield Quoted(entry.question)
    yield Headed(Message("entry-label-answer"))
    yield Quoted(entry.answer)
    yield Fact(Message("entry-label-owner"), name_of(owner))
    yield Fact(Message("entry-label-until"), until(entry.valid_until))
    yield Fact(Message("entry-label-audience"), Message("entry-audience"))


def until(day: date) -> Message:
    """A last day."""
    return Message("entry-until", {"date": day.isoformat()})


def review(entry: Entry, *, author: Member | None, owner: Member | None, is_alone: bool) -> Reply:
    """Please look at this; `is_alone`: its author, because there is nobody else."""
    first = Message("entry-second-look") if is_alone else Message("entry-review", {"name": name_of(author)})
    publish = Offer(
        actions.ENTRY_PUBLISH,
        entry.id,
        Message("entry-offer-publish"),
        confirm=Message("entry-publish-confirm"),
        is_main=True,
    )
    back = Offer(actions.ENTRY_BACK_FORM, entry.id, Message("entry-offer-send-back"))
    mine = Offer(actions.ENTRY_FORM, f"entry:{entry.id}", Message("entry-offer-edit"))
    parts = (Said(first), *as_cited(entry, owner))
    return Reply(title=Message("entry-review-title"), parts=parts, offers=(publish, mine if is_alone else back))


def back_form(entry: Entry) -> Reply:
    """To say what should be different."""
    note = Field(name=NOTE, label=Message("entry-field-note"), kind="lines", longest=LONGEST_NOTE)
    return Reply(
        title=Message("entry-back-title"),
        parts=(Said(Message("entry-back-how")), note),
        submit=Offer(actions.ENTRY_BACK_SEND, entry.id, Message("entry-back-submit"), is_main=True),
    )


def consent(entry: Entry) -> Reply:
    """To the firm: may your question stand among the guides in these words?"""
    parts = (
        Said(Message("entry-consent")),
        Headed(Message("entry-label-question")),
        Quoted(entry.question),
        Said(Message("entry-consent-then")),
    )
    agree = Offer(actions.ENTRY_AGREE, entry.id, Message("entry-offer-agree"), is_main=True)
    return Reply(parts=parts, offers=(agree, Offer(actions.ENTRY_DECLINE, entry.id, Message("entry-offer-decline"))))


def agreed(entry: Entry) -> Reply:
    """Thank you; and the way back."""
    decline = Offer(
        actions.ENTRY_DECLINE,
        entry.id,
        Message("entry-offer-take-back"),
        confirm=Message("entry-take-back-confirm"),
    )
    return Reply(parts=(Said(Message("entry-agreed")), Quoted(entry.question)), offers=(decline,))


def standing(entry: Entry, *, reviewers: Sequence[Member]) -> Reply:
    """What became of it, for its author and its owner."""
    edit = Offer(actions.ENTRY_FORM, f"entry:{entry.id}", Message("entry-offer-edit"), is_main=True)
    quoted = Quoted(entry.question)
    if entry.state == EntryState.PROPOSED and reviewers:
        names = "、".join(one.name for one in reviewers[:3])
        return Reply(parts=(Said(Message("entry-now-proposed", {"names": names})), quoted))
    if entry.state == EntryState.PROPOSED:
        look = Offer(actions.ENTRY_LOOK, entry.id, Message("entry-offer-look"), is_main=True)
        return Reply(parts=(Said(Message("entry-now-alone")), quoted), offers=(look,))
    if entry.state == EntryState.SENT_BACK:
        words = (Headed(Message("entry-label-note")), Quoted(entry.note)) if entry.note else ()
        return Reply(parts=(Said(Message("entry-now-sent-back")), quoted, *words), offers=(edit,))
    if entry.state == EntryState.DECLINED:
        return Reply(parts=(Said(Message("entry-now-declined")),), offers=(edit,))
    if entry.state == EntryState.PUBLISHED:
        day = {"date": entry.valid_until.isoformat()}
        return Reply(parts=(Said(Message("entry-now-published", day)), quoted), offers=(edit, _retire(entry)))
    if entry.state in (EntryState.RETIRED, EntryState.EXPIRED):
        keep = Offer(actions.ENTRY_KEEP, entry.id, Message("entry-offer-again"))
        return Reply(parts=(Said(Message(f"entry-now-{entry.state}")), quoted), offers=(keep, edit))
    return Reply(parts=(Said(Message(f"entry-now-{entry.state}")), quoted))


def expiring(entry: Entry, *, owner: Member | None) -> Reply:
    """To its owner: is it still right?"""
    key = "entry-expiring" if entry.asked_count < 2 else "entry-expiring-soon"
    keep = Offer(actions.ENTRY_KEEP, entry.id, Message("entry-offer-keep"), is_main=True)
    edit = Offer(actions.ENTRY_FORM, f"entry:{entry.id}", Message("entry-offer-edit"))
    first = Said(Message(key, {"date": entry.valid_until.isoformat()}))
    return Reply(parts=(first, *as_cited(entry, owner)), offers=(keep, edit, _retire(entry)))


def _retire(entry: Entry) -> Offer:
    confirm = Message("entry-retire-confirm")
    return Offer(actions.ENTRY_RETIRE, entry.id, Message("entry-offer-retire"), confirm=confirm)
