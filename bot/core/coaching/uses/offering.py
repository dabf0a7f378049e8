"""New uses for a function, each with the state it would lessen and the reason; the firm's present trade comes last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.coaching.cards.models import CardField, Use, UseSource
from bot.core.coaching.troubles import Troubles
from bot.core.coaching.uses.fields import EntryKind, KnownEntry, KnownState
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.matching import LEAST, Likeness, likeness, says_enough, shared_words
from bot.core.coaching.uses.matrix import Cell, Matrix, challenge_of, matched, use_of
from bot.core.coaching.uses.models import Function, PlanPassage, SharedCard
from bot.core.coaching.uses.purposes import InCommon, Purposes, Rung
from bot.core.coaching.uses.ranking import Candidate, ranked
from bot.core.coaching.uses.wording import Words, joined, of_card, of_entry, of_purpose
from bot.core.messages import Locale, Say

_BREADTH = 0.3
"""What a second state of the same field adds, as a share of its score."""
_PURPOSE = 1.0
"""What a purpose and a word in common say, where nothing is known of the deed."""
_PLANNED = 0.5
"""What it adds that a town has written the challenge down."""
_SUFFERED_IN = (CardField.TODAY, CardField.COST, CardField.SITUATION, CardField.CHANGE, CardField.WHO)
"""Where a card says what its customers suffer from, the most telling first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """For what uses are sought. `function` and `change` (what changes and the rungs of what
    that is for, one a line) are the owner's words; `trade` is the firm's own; `decided` are
    the uses of the card so far: what was ticked or declined is not offered again. `cards` and `passages` are those that
    everybody may see who reads what is offered."""

    function: str
    change: str = ""
    trade: str = ""
    cards: tuple[SharedCard, ...] = ()
    passages: tuple[PlanPassage, ...] = ()
    decided: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A state of an entry, and what it has in common with a function: its best help, what it is for, or both."""

    likeness: Likeness | None
    purpose: InCommon | None
    mine: Function
    state: KnownState
    score: float


class Offering:
    """Offers uses from knowledge/fields.yaml and from cards that other firms share with the region."""

    def __init__(
        self, *, reader: FunctionReader, entries: Sequence[KnownEntry], troubles: Troubles | None = None
    ) -> None:
        self.reader, self.entries = reader, tuple(entries)
        self._purposes = Purposes(troubles, self.entries)
        self._by_id = {one.entry.id: one for one in entries}

    def offer(self, wanted: Wanted, *, locale: Locale, say: Say) -> tuple[Use, ...]:
        """Every use worth asking about, best first, in the language of whoever reads it."""
        mine = self.reader.read_all(wanted.function)
        known = {use.id for use in wanted.decided}
        known |= {f"{EntryKind.CHALLENGE}/{challenge_of(id)}" for id in known if challenge_of(id)}
        words = Words(vocabulary=self.reader.vocabulary, locale=locale, say=say)
        planned = [one for one in self._of_plans(mine, wanted, words) if one.use.id not in known]
        # A challenge that a plan speaks of is offered in the words of the plan.
        spoken = {one.about for one in planned}
        found = [one for one in self._of_entries(mine, wanted, words) if one.use.id not in spoken | known]
        of_cards = (one for one in self._of_cards(mine, wanted, words) if one.use.id not in known)
        return tuple(one.use for one in ranked([*planned, *found, *of_cards]))

    def matrix(self, function: str, passages: Sequence[PlanPassage], change: str = "") -> Matrix:
        """The functions in these words, and what they are for, beside the challenges that plans speak of."""
        mine = self.reader.read_all(function)
        return matched(mine, passages, self.entries, self.reader, self._purposes, change)

    def planned(self, cell: Cell, words: Words) -> Use:
        """A cell as a use that is ticked or declined."""
        troubles = self._purposes.troubles
        told = troubles.name(cell.purpose.trouble, words.locale) if cell.purpose and troubles else ""
        return use_of(cell, words, told)

    def who_knows(self, use: Use, *, locale: Locale) -> str:
        """Who there would know, as the entry says; "" where that is not known."""
        found = self._by_id.get(challenge_of(use.id) if use.source is UseSource.PLAN else use.reference)
        return found.entry.ask.of(locale) if found and use.source is not UseSource.CARD else ""

    def _of_plans(self, mine: Sequence[Function], wanted: Wanted, words: Words) -> Iterator[Candidate]:
        seen: set[str] = set()
        plans = matched(mine, wanted.passages, self.entries, self.reader, self._purposes, wanted.change)
        for cell in plans.cells:
            about = f"{cell.challenge.entry.kind}/{cell.challenge.entry.id}"
            if about not in seen:
                deed = cell.likeness.deed if cell.likeness else ""
                score = cell.score + _PLANNED
                yield Candidate(use=self.planned(cell, words), score=score, deed=deed, about=about)
            seen.add(about)

    def _of_entries(self, mine: Sequence[Function], wanted: Wanted, words: Words) -> Iterator[Candidate]:
        change = self.reader.tells(wanted.change) if wanted.change else frozenset()
        rungs = self._purposes.rungs(wanted.change)
        is_told = bool(wanted.change.strip())
        every = [(known, self._states(mine, known, change, rungs, is_told=is_told)) for known in self.entries]
        for known, found in every:
            if not found or found[0].score < LEAST:
                continue
            best, rest = found[0], found[1:2]
            entry = known.entry
            use = Use(
                id=f"{entry.kind}/{entry.id}",
                source=UseSource.FIELD if entry.kind is EntryKind.FIELD else UseSource.CHALLENGE,
                reference=entry.id,
                name=entry.name.of(words.locale),
                suffers=best.state.state.of(words.locale),
                reason=self._reason(best, words),
            )
            score = best.score + _BREADTH * sum(one.score for one in rest)
            deed = best.likeness.deed if best.likeness else ""
            yield Candidate(use=use, score=score, deed=deed, is_own=wanted.trade in map(str, entry.trades))

    def _states(
        self,
        mine: Sequence[Function],
        known: KnownEntry,
        change: frozenset[str],
        rungs: Sequence[Rung],
        *,
        is_told: bool,
    ) -> list[_Found]:
        """The states of an entry that have something in common with a function, the best first."""
        found: list[_Found] = []
        for state in known.states:
            purpose = self._purposes.in_common(rungs, state)
            scored = (self._meeting(one, state, change, purpose, is_told=is_told) for one in mine)
            best = max((one for one in scored if one), key=lambda one: one.score, default=None)
            found += [best] if best else []
        return sorted(found, key=lambda one: -one.score)

    def _meeting(
        self, mine: Function, state: KnownState, change: frozenset[str], purpose: InCommon | None, *, is_told: bool
    ) -> _Found | None:
        """What a function and a state have in common. Where it is told what changes (`is_told`), a verb alone is no
        reason: a thing that few fields have to do with, or a purpose, must be in common as well."""
        shared = shared_words(frozenset(mine.words) | change, state.words[mine.locale])
        added = shared + (purpose.score if purpose else 0.0)
        alike = [one for help in state.helps if (one := likeness(mine, help, self.reader.vocabulary))]
        good = [one for one in alike if not is_told or self._is_reason(one, purpose, state)]
        if good:
            best = max(good, key=lambda one: one.score)
            return _Found(best, purpose, mine, state, best.score + added)
        if purpose is None or not purpose.is_weighty or not self._is_of_it(mine, state):
            return None
        return _Found(None, purpose, mine, state, _PURPOSE + purpose.score + shared)

    def _is_reason(self, found: Likeness, purpose: InCommon | None, state: KnownState) -> bool:
        """Is there a purpose beside the deed, or is the same done to the same thing?"""
        named = frozenset(found.mine.object_words) & state.words[found.mine.locale]
        is_of_it = bool(named) or self._is_of_it(found.mine, state)
        if purpose is not None and (purpose.is_weighty or says_enough(found) or is_of_it):
            return True
        return bool(found.word) and not found.is_near and self._purposes.tells_apart(found.word)

    def _is_of_it(self, mine: Function, state: KnownState) -> bool:
        """Has a state to do with the thing itself: named by both, or, where the deed is not known, of its kind?"""
        told = state.words[mine.locale] | {word for help in state.helps for word in help.words}
        if any(self._purposes.tells_apart(word) for word in told & frozenset(mine.words)):
            return True
        kinds = {help.kinds[0] for help in state.helps if help.kinds}
        return not mine.verb_class and bool(kinds & set(mine.kinds[:1]))

    def _reason(self, found: _Found, words: Words) -> str:
        by_deed = of_entry(found.likeness, found.state.state, words) if found.likeness else ""
        if found.purpose is None or self._purposes.troubles is None:
            return by_deed
        trouble = self._purposes.troubles.name(found.purpose.trouble, words.locale)
        return joined(by_deed, of_purpose(found.purpose, found.mine, trouble, words), words)

    def _of_cards(self, mine: Sequence[Function], wanted: Wanted, words: Words) -> Iterator[Candidate]:
        for card in wanted.cards:
            theirs = self.reader.read_all(card.words.get(CardField.FUNCTION, ""))
            pairs = (likeness(one, other, self.reader.vocabulary) for one in mine for other in theirs)
            found = [one for one in pairs if one is not None and not one.is_near]
            suffers = next((card.words[name] for name in _SUFFERED_IN if card.words.get(name)), "")
            if not found or not suffers:
                continue
            best = max(found, key=lambda one: one.score)
            use = Use(
                id=f"card/{card.id}",
                source=UseSource.CARD,
                reference=card.id,
                name=card.words.get(CardField.WHO) or card.company_name,
                suffers=suffers,
                reason=of_card(best, card.company_name, words),
                quote=best.theirs.said,
            )
            yield Candidate(use=use, score=best.score, deed=best.deed)
