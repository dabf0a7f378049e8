"""A bundle as its reader sees it: what still stands of each matter, and what can be done. Closed ones are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from bot.core import messages
from bot.core.actions import NUDGE_WHY, SHOW_ADVICE
from bot.core.messages import Headed, Message, Offer, Part, Quoted, Reply, Said, Source
from bot.core.nudges.gathering import MOST_SUBJECTS
from bot.core.nudges.models import Bundle, Item
from bot.core.nudges.ports import Advice
from bot.core.nudges.reading import Reader, settings_offer, upcoming_offer
from bot.core.nudges.turns import Subject
from bot.core.reactions import in_bundle
from bot.core.scheduled import Standing, StandingOf

SHOWN = messages.PAGE
"""Matters shown with their buttons; the others are named."""
NAMED = MOST_SUBJECTS - SHOWN
MOST_SOURCES = 5


LookAhead = Callable[[Sequence[Subject]], object]
"""These are about to be asked how they stand, one by one."""


def no_look_ahead(_: Sequence[Subject]) -> None:
    """Nothing is read before it is asked for."""


@dataclass(frozen=True, slots=True)
class Live:
    """A subject that still stands: each of its matters as it is now."""

    items: tuple[Item, ...]
    standings: tuple[Standing, ...]

    @property
    def first(self) -> Standing:
        """What is shown of it first."""
        return self.standings[0]


@dataclass(slots=True)
class _Sources:
    """Citations as they come up, each once."""

    kept: list[Source] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    """The passage behind each."""

    def number(self, source: Source, question: str) -> int:
        """Its number in this reply; 0 where there are too many. `question` is what the guides were asked."""
        known = next((one.number for one in self.kept if one.passage_id == source.passage_id), 0)
        if not known and len(self.kept) < MOST_SOURCES:
            known = len(self.kept) + 1
            self.kept.append(replace(source, number=known))
            self.offers.append(Offer(SHOW_ADVICE, question, Message("offer-show-passage", {"number": known})))
        return known


class Drawing:
    """Draws bundles. `standings` says for each kind of subject how one stands."""

    def __init__(
        self,
        *,
        standings: Mapping[str, StandingOf],
        advice: Advice,
        look_ahead: LookAhead = no_look_ahead,
    ) -> None:
        self._standings, self._advice, self._look_ahead = standings, advice, look_ahead

    def live(self, bundle: Bundle, reader: Reader, silent: Sequence[Subject] = ()) -> list[Live]:
        """The subjects of a bundle that still stand for its reader, in order; the muted ones left out."""
        found = list[Live]()
        self._look_ahead([(item.subject_kind, item.subject_id) for item in bundle.items])
        for subject, group in groupby(bundle.items, key=lambda item: (item.subject_kind, item.subject_id)):
            if subject in silent:
                continue
            standing = [(item, self.standing(bundle, item, reader)) for item in group]
            items = tuple(item for item, one in standing if one)
            if items:
                found.append(Live(items, tuple(one for _, one in standing if one)))
        return found

    def standing(self, bundle: Bundle, item: Item, reader: Reader) -> Standing | None:
        """How one matter stands."""
        standing_of = self._standings.get(item.subject_kind)
        if standing_of is None:
            return None
        return standing_of(item.subject_id, item.matter, item.step, reader.member, bundle.created_at)

    def reply(self, bundle: Bundle, live: Sequence[Live], reader: Reader) -> Reply:
        """The whole message; a sentence where nothing of it stands any more."""
        if not live:
            return Reply(parts=(Said(Message("nudge-all-settled")),))
        sources, rest = _Sources(), live[SHOWN:]
        parts = [*self._heading(bundle, live, reader)]
        for one in live[:SHOWN]:
            parts += self._shown(bundle, one, reader, sources)
        if rest:
            parts += _rest(rest)
        offers = (*sources.offers, upcoming_offer(), settings_offer())
        return Reply(parts=tuple(parts), sources=tuple(sources.kept), offers=offers)

    def _heading(self, bundle: Bundle, live: Sequence[Live], reader: Reader) -> Iterator[Part]:
        yield Headed(Message("nudge-heading", {"day": reader.day(bundle.day), "count": len(live)}))
        if any(item.is_late for one in live for item in one.items):
            yield Said(Message("nudge-late"))

    def _shown(self, bundle: Bundle, live: Live, reader: Reader, sources: _Sources) -> Iterator[Part]:
        first = live.first
        if first.done:
            yield from _done(bundle, first)
            return
        asks = [one.ask for one in live.standings if one.ask]
        cited = self._cited(live, reader, sources)
        offers = {(offer.action, offer.reference): offer for one in live.standings for offer in one.offers}
        buttons = [_within(offer, bundle) for offer in offers.values()]
        why = Offer(NUDGE_WHY, f"{bundle.id}:{live.items[0].ordinal}", Message("nudge-offer-why"))
        yield messages.Item(first.title, first.details, (*buttons, why), words=(*asks, *cited))

    def _cited(self, live: Live, reader: Reader, sources: _Sources) -> Iterator[Message]:
        for question in dict.fromkeys(one.question for one in live.standings if one.question):
            source = self._advice(question, (reader.member,))
            number = sources.number(source, question) if source else 0
            if source and number:
                # The first line is enough here.
                first = next(iter(source.quote.splitlines()), "")
                yield Message("nudge-cited", {"quote": first, "number": number})


def _done(bundle: Bundle, standing: Standing) -> Iterator[Part]:
    """What the reader has changed, in the place of what was asked; with the way back."""
    said, other = list[Message | str](), list[Part]()
    for part in standing.done:
        if isinstance(part, Said):
            said.append(part.message)
        elif isinstance(part, Quoted):
            said.append(part.text)
        else:
            other.append(part)
    undo = (_within(standing.undo, bundle),) if standing.undo else ()
    yield messages.Item(standing.title, offers=undo, words=tuple(said))
    yield from other


def _within(offer: Offer, bundle: Bundle) -> Offer:
    return replace(offer, reference=in_bundle(offer.reference, bundle.id))


def _rest(rest: Sequence[Live]) -> Iterator[Part]:
    """What has no room, named: whatever is told once can be found by its name."""
    titles = [one.first.title for one in rest[:NAMED]]
    words = [title for title in titles if isinstance(title, str)]
    if words == titles:
        yield Said(Message("nudge-rest-named", {"count": len(rest), "titles": " / ".join(words)}))
        return
    # As details: a line of its own would be a block each, and a message has room for fifty.
    yield messages.Item(Message("nudge-rest", {"count": len(rest)}), tuple(titles))
