"""A `Function` built of the words that say it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.coaching.listening.ports import SpokenWord
from bot.core.coaching.uses.clauses import Span
from bot.core.coaching.uses.models import Function
from bot.core.coaching.uses.phrases import between, dictionary, nouns, telling, things
from bot.core.coaching.uses.vocabulary import Vocabulary


class Building:
    """Builds functions with the classes and kinds that a vocabulary knows."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def built(
        self,
        sentence: str,
        words: Sequence[SpokenWord],
        place: tuple[int, Span, int],
        tail: Span,
        *,
        verb_class: str,
        forms: tuple[str, ...],
    ) -> Function:
        """A function whose clause, thing and を stand at `place`, and its verb phrase at `tail`."""
        start, thing, mark = place
        before = between(sentence, words, start, thing.start)
        how = between(sentence, words, mark + 1, tail.start)
        named, verb = between(sentence, words, thing.start, thing.end), dictionary(sentence, words, tail)
        kinds = self._vocabulary.kinds_of(things(thing.of(words)))
        return Function(
            said=between(sentence, words, start, tail.end),
            text=f"{before}{named}を{how}{verb}",
            object=named,
            verb=verb,
            verb_form=" ".join(forms),
            modifiers=tuple(one for one in (before, how) if one),
            verb_class=self._vocabulary.sense_of(forms, kinds, verb_class),
            kinds=kinds,
            object_words=nouns(thing.of(words)),
            words=tuple(dict.fromkeys(telling(words[start : tail.start]))),
        )

    def derived(
        self,
        *,
        said: str,
        thing: Sequence[SpokenWord],
        verb: str,
        forms: tuple[str, ...],
        verb_class: str,
        before: Sequence[SpokenWord] = (),
    ) -> Function:
        """A function that is not said as one: put together from the words of its thing and a plain verb."""
        how = "".join(one.surface for one in before)
        named = "".join(one.surface for one in thing)
        kinds = self._vocabulary.kinds_of(things(thing))
        return Function(
            said=said,
            text=f"{how}{named}を{verb}",
            object=named,
            verb=verb,
            verb_form=" ".join(forms),
            modifiers=(how,) if how else (),
            verb_class=self._vocabulary.sense_of(forms, kinds, verb_class),
            kinds=kinds,
            object_words=nouns(thing),
            words=(*nouns(thing), *telling(before)),
            is_derived=True,
        )
