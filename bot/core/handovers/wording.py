"""What several replies of a hand-over share: names, dates in the reader's words, the question and what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.actions import ANSWER_FORM, ASK_BACK_FORM, REFER_FORM
from bot.core.handovers.models import HandOver, Turn, TurnKind
from bot.core.messages import Fact, Headed, Locale, Message, Offer, Part, Quoted, Reply, Said
from bot.core.people import Member
from bot.core.spoken_dates import spoken_moment

NO_NAME = "—"


@dataclass(frozen=True, slots=True)
class Reader:
    """In which language and time zone somebody reads."""

    locale: Locale
    time_zone: str

    def when(self, moment: datetime) -> str:
        """A moment in the reader's words."""
        return spoken_moment(moment, locale=self.locale, time_zone=self.time_zone)


def reader_of(member: Member | None, otherwise: Locale = "ja") -> Reader:
    """How somebody reads; `otherwise` is the language where none is known of them."""
    if member is None:
        return Reader(otherwise, "Asia/Tokyo")
    return Reader(member.locale or otherwise, member.time_zone)


def name_of(member: Member | None) -> str:
    """The name to call somebody by."""
    return member.name if member and member.name else NO_NAME


def said(key: Message) -> Reply:
    """A reply of one sentence."""
    return Reply(parts=(Said(key),))


def said_aside(key: Message) -> Reply:
    """The same for whoever pressed alone: the message is somebody else's, and stays."""
    return Reply(parts=(Said(key),), is_aside=True)


def who(handover: HandOver, asker: Member | None) -> Message:
    """Who asked, with their firm."""
    if not handover.asker:
        return Message("handover-who-command-line")
    if asker is None or not asker.name:
        return Message("handover-who-unknown")
    if asker.company is None:
        return Message("handover-who-alone", {"name": asker.name})
    return Message("handover-who", {"name": asker.name, "company": asker.company.name})


def goes_to(handover: HandOver) -> Message:
    """Where the answer arrives, and who else reads it there."""
    if not handover.can_be_told:
        return Message("handover-goes-to-nowhere")
    return Message("handover-goes-to-direct" if handover.is_direct else "handover-goes-to-shared")


def asked_by(handover: HandOver, asker: Member | None) -> Iterator[Part]:
    """Who asked, and where the answer goes."""
    yield Fact(Message("handover-label-asker"), who(handover, asker))
    yield Fact(Message("handover-label-goes-to"), goes_to(handover))


def question_of(handover: HandOver) -> Iterator[Part]:
    """The question in the asker's words; nothing where they were erased."""
    if handover.text:
        yield Headed(Message("handover-label-question"))
        yield Quoted(handover.text)


_LABELS = {
    TurnKind.ASKED_BACK: "handover-label-asked-back",
    TurnKind.REPLIED: "handover-label-replied",
}


def so_far(turns: Iterable[Turn]) -> Iterator[Part]:
    """What was asked back, and what the asker replied."""
    for turn in turns:
        if turn.kind in _LABELS and turn.text:
            yield Headed(Message(_LABELS[turn.kind]))
            yield Quoted(turn.text)


def nearest_of(nearest: Sequence[str]) -> Iterator[Part]:
    """What the guides have that is nearest."""
    if nearest:
        yield Fact(Message("handover-label-nearest"), " / ".join(nearest))


def reply_by(handover: HandOver, reader: Reader) -> Iterator[Part]:
    """By when, where time runs."""
    if handover.reply_by:
        yield Fact(Message("handover-label-by"), Message("handover-by", {"when": reader.when(handover.reply_by)}))


def ways_to_answer(handover: HandOver) -> tuple[Offer, ...]:
    """What a coordinator can do with a question."""
    return (
        Offer(ANSWER_FORM, handover.id, Message("handover-offer-answer"), is_main=True),
        Offer(ASK_BACK_FORM, handover.id, Message("handover-offer-ask-back")),
        Offer(REFER_FORM, handover.id, Message("handover-offer-refer")),
    )
