"""The question that is asked now, as a message: how far it is, an example, what can be done instead of typing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core.coaching.trades import Trade, trade_of
from bot.core.coaching.walks.chat import buttons
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.ports import CardOf
from bot.core.coaching.walks.chat.reader import Reader, beginning, ladder_lines, progress_line, quoted
from bot.core.coaching.walks.chat.resting import Resting, words_of
from bot.core.coaching.walks.chat.small_try import SmallTry
from bot.core.coaching.walks.chat.uses import NewUses
from bot.core.coaching.walks.models import FollowUp, FollowUpKind, Walk, WalkState
from bot.core.coaching.walks.results import Asking
from bot.core.coaching.walks.script import Question, Texts
from bot.core.messages import Headed, Item, Message, Offer, Part, Quoted, Reply, Said
from bot.core.people import Member

_QUOTED = 200
"""Characters of an answer inside a sentence of ours."""
_THANKS = 4
"""Ways to thank, one after the other."""


class Drawing:
    """Draws walks. Nothing here changes anything."""

    def __init__(self, *, doors: Doors, resting: Resting, uses: NewUses, card_of: CardOf, small_try: SmallTry) -> None:
        self._doors, self._service = doors, doors.service
        self._resting, self._uses, self._card_of, self._small_try = resting, uses, card_of, small_try

    def standing(self, walk: Walk, member: Member, *, said: Sequence[Part] = (), offers: Sequence[Offer] = ()) -> Reply:
        """How it stands, for somebody who may see it; `said` comes first, `offers` last."""
        asking = self._service.asking(walk) if walk.state == WalkState.OPEN else None
        if asking is not None:
            return self.question(walk, asking, member, said=said, offers=offers)
        if walk.state == WalkState.DONE and self._is_round_over(walk):
            return self._after_round(walk, member, said, offers)
        reply = self._resting.reply(walk, self._doors.among(walk, member))
        parts, able = (*said, *reply.parts), (*reply.offers, *offers)
        return replace(reply, parts=parts, offers=able, locale=self._doors.language(walk))

    def _is_round_over(self, walk: Walk) -> bool:
        """Was the last thing that happened the end of a round of open questions?"""
        newest = next(reversed(self._service.changes(walk)), None)
        return newest is not None and newest.before is not None and bool(newest.before.round)

    def _after_round(self, walk: Walk, member: Member, said: Sequence[Part], offers: Sequence[Offer]) -> Reply:
        """The card as it is now, with what was answered."""
        over = (*said, Said(Message("walk-open-over")), *self._small_try.parts(walk, member))
        card = self._card_of(walk, self._doors.among(walk, member))
        if card is None:
            return Reply(parts=over, offers=tuple(offers), locale=self._doors.language(walk))
        headed = (Headed(card.title),) if card.title else ()
        parts, able = (*over, *headed, *card.parts), (*card.offers, *offers)
        return replace(card, title=None, parts=parts, offers=able, locale=self._doors.language(walk))

    def question(
        self,
        walk: Walk,
        asking: Asking,
        member: Member,
        *,
        said: Sequence[Part] = (),
        offers: Sequence[Offer] = (),
        is_hinted: bool = False,
    ) -> Reply:
        """What is asked now."""
        reader = self._doors.reader(self._doors.among(walk, member))
        trades = self._service.script_of(walk).trades
        parts = (
            *said,
            Headed(progress_line(asking.progress)),
            *_asked(asking, reader),
            *((Said(_hint(asking, reader)),) if is_hinted else ()),
            *_example(walk, asking, reader, trades),
            *self._uses.parts(walk, asking, reader),
        )
        able = buttons.of_question(walk, asking, reader, is_hinted=is_hinted)
        return Reply(parts=parts, offers=(*able, *offers), locale=self._doors.language(walk))

    def thanks(self, walk: Walk) -> tuple[Part, ...]:
        """For an answer; nothing where the next sentence thanks by itself."""
        if walk.follow_up is not None or not walk.at:
            return ()
        said = sum(bool(one.parts) for one in walk.answers)
        return (Said(Message(f"walk-thanks-{said % _THANKS + 1}")),)

    def so_far(self, walk: Walk, member: Member) -> Reply:
        """Everything that was answered, as a message."""
        told = self._resting.so_far(walk, self._doors.among(walk, member))
        headed = (Headed(told.title),) if told.title else ()
        offers = (buttons.resume(walk, is_main=False), buttons.correct(walk))
        return Reply(parts=(*headed, *told.parts), offers=offers, locale=self._doors.language(walk))

    def record(self, walk: Walk, question: Question, member: Member) -> Reply:
        """A question that is not asked any more, with what was said to it."""
        reader, known = self._doors.reader(self._doors.among(walk, member)), walk.answer(question.id)
        answered: tuple[Part, ...] = (Said(Message("walk-record-none")),)
        if known is not None and known.parts:
            answered = quoted(words_of(question, known.words, reader))
        elif known is not None:
            answered = (Said(Message(f"walk-record-{known.state}")),)
        return Reply(
            parts=(Said(reader.words(question.asks(walk.subject_kind))), *answered),
            offers=(buttons.correct(walk),),
            locale=self._doors.language(walk),
        )


def _asked(asking: Asking, reader: Reader) -> Iterator[Part]:
    pending = asking.follow_up
    if pending is not None and pending.message is not None:
        yield Said(pending.message)
    elif asking.again is not None:
        yield Said(_again(asking.again, pending, reader))
    else:
        yield from _first_asked(asking, reader)
    if asking.ladder and (pending is None or pending.kind == FollowUpKind.RUNG):
        yield Said(Message("walk-ladder"))
        yield Quoted(ladder_lines(asking.ladder))


def _first_asked(asking: Asking, reader: Reader) -> Iterator[Part]:
    if asking.question.caution is not None:
        yield Said(Message("walk-caution", {"words": asking.question.caution.text(reader.locale)}))
    yield Said(reader.words(asking.text))
    if asking.answer is not None and asking.answer.parts:
        yield Said(Message("walk-said-before"))
        yield from quoted(words_of(asking.question, asking.answer.words, reader))


def _again(again: Texts, pending: FollowUp | None, reader: Reader) -> Message:
    """The script's sentence; of a long answer it quotes the beginning."""
    words, whole = again.text(reader.locale), pending.quoted if pending is not None else ""
    return Message("walk-words", {"words": words.replace(whole, beginning(whole, _QUOTED)) if whole else words})


def _hint(asking: Asking, reader: Reader) -> Message:
    return Message("walk-hint", {"words": asking.question.hint.text(reader.locale)})


def _example(walk: Walk, asking: Asking, reader: Reader, trades: Mapping[Trade, Texts]) -> Iterator[Part]:
    """Small, and said to be one: as another firm of the trade might answer."""
    if asking.example is None or asking.question.choices or asking.follow_up is not None:
        return
    words, trade = asking.example.text(reader.locale), trade_of(walk.trade)
    if trade is Trade.OTHER:
        yield Item("", (Message("walk-example", {"words": words}),))
    else:
        named = {"words": words, "trade": trades[trade].text(reader.locale)}
        yield Item("", (Message("walk-example-of", named),))
