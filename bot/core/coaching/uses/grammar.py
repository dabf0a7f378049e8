"""Functions in somebody's words: 目的語+他動詞, what can be done, is done or happens, and names of processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.coaching.listening.ports import SpeechAnalyser, SpokenWord
from bot.core.coaching.uses import clauses
from bot.core.coaching.uses.building import Building
from bot.core.coaching.uses.clauses import Deed, Span
from bot.core.coaching.uses.english_grammar import english_functions
from bot.core.coaching.uses.models import Function
from bot.core.coaching.uses.phrases import between, last, telling
from bot.core.coaching.uses.vocabulary import Vocabulary, deed_forms, is_causing
from bot.core.japanese import is_japanese, sentences
from bot.core.messages import Message

_LONGEST = 1_000
"""Characters that are read: an answer of a walk is far shorter."""
_SHOWN = 60
_SUBJECTS = ("が", "は", "も")
_FOCUS = ("まで", "さえ", "だけ")
"""Particles that take the place of を."""


class FunctionReader:
    """Reads functions. Safe to use from several threads where its analyser is."""

    def __init__(self, *, analyser: SpeechAnalyser, vocabulary: Vocabulary) -> None:
        self._analyser, self.vocabulary = analyser, vocabulary
        self._building = Building(vocabulary)

    def read(self, text: str) -> Function | None:
        """The function that the words end in: one of a known class before one that is not; None where none is said."""
        found = self.read_all(text)
        known = [one for one in found if one.verb_class]
        best = known or list(found)
        return best[-1] if best else None

    def read_all(self, text: str) -> tuple[Function, ...]:
        """Every function in the words, in order, none twice."""
        found: dict[str, Function] = {}
        for line in text[:_LONGEST].splitlines():
            if not is_japanese(line):
                found.update((one.text, one) for one in english_functions(line, self.vocabulary))
                continue
            for sentence in sentences(line):
                found.update((one.text, one) for one in self._of_sentence(sentence))
        return tuple(found.values())

    def tells(self, text: str) -> frozenset[str]:
        """The normalised forms of what tells something in a text: nouns, verbs and adjectives."""
        return frozenset(telling(self._analyser.spoken_words(text[:_LONGEST])))

    def deeds(self, text: str) -> frozenset[str]:
        """The classes of everything that is done in a text, 冷やす as well as 冷却: for looking through cards."""
        read = {one.verb_class for one in self.read_all(text)}
        forms = [deed_forms((one,)) for one in self._analyser.spoken_words(text[:_LONGEST]) if one.is_deed]
        happening = {known.id for one in forms if (known := self.vocabulary.happening(one)) is not None}
        return frozenset((read | happening | {self.vocabulary.class_of(one)[0] for one in forms}) - {""})

    def _of_sentence(self, sentence: str) -> Sequence[Function]:
        words = self._analyser.spoken_words(sentence)
        said = [*self._done(sentence, words), *self._happening(sentence, words)]
        if said or any(clauses.is_object_mark(one) for one in words):
            return said
        return list(self._named(sentence, words))[:1]

    def _done(self, sentence: str, words: Sequence[SpokenWord]) -> Iterator[Function]:
        """「部屋を冷やす」. What only says how (「油を使って」, 「跡を残さず」) belongs to the function after it."""
        begins: int | None = None
        for mark, word in enumerate(words):
            if clauses.is_stop(word):
                begins = None
            thing = clauses.thing_before(words, mark) if clauses.is_object_mark(word) else Span(0, 0)
            found = clauses.deeds(words, mark + 1) if thing.start < thing.end else []
            if not found:
                continue
            start = clauses.clause_start(words, thing.start) if begins is None else begins
            wanted = [one for one in found if not one.is_negated] or found[-1:]
            is_manner = wanted[0].is_negated and any(clauses.is_object_mark(one) for one in words[found[-1].end :])
            place = (start, thing, mark)
            functions = [] if is_manner else [self._function(sentence, words, place, deed) for deed in wanted]
            said = [one for one in functions if one is not None]
            begins = None if said else start
            # 「検知して知らせる」 is two functions; a verb that is not known only says how the last one is done.
            yield from (one for one in said if one.verb_class or one is said[-1])

    def _function(
        self, sentence: str, words: Sequence[SpokenWord], place: tuple[int, Span, int], deed: Deed
    ) -> Function | None:
        """The function whose clause, thing and を stand at `place`."""
        _, thing, mark = place
        doing = words[deed.at]
        if doing.form in ("為る", "行う", "出来る", "致す") and deed.at == mark + 1:
            return self._of_noun(sentence, words, thing, deed)
        tail = Span(clauses.verb_start(words, deed.at, after=mark), deed.end)
        objects = deed_forms(thing.of(words))
        is_noun = doing.form in ("為る", "出来る", "致す") and words[deed.at - 1].is_nominal
        is_caused = deed.at + 1 < deed.end and is_causing(words, deed.at + 1)
        last = deed.at + 1 - is_noun + is_caused
        forms = deed_forms(tail.of(words) if deed.is_negated else words[tail.start : last])
        if doing.is_verb and deed.end > deed.at + 1 and words[deed.at + 1].is_verb:
            longer = (*forms, words[deed.at + 1].form)
            forms = longer if self.vocabulary.class_of(longer)[1] == len(longer) else forms
        verb_class, length = self.vocabulary.class_of((*objects[-1:], *forms))
        if deed.is_negated and not verb_class:
            # 「雑草を生やさない」: what is kept from happening.
            verb_class, length = self.vocabulary.class_of(("防ぐ",))[0], len(forms)
        if (not verb_class or length < len(forms)) and self.vocabulary.is_silent(forms):
            return None
        return self._building.built(sentence, words, place, tail, verb_class=verb_class, forms=forms)

    def _of_noun(self, sentence: str, words: Sequence[SpokenWord], thing: Span, deed: Deed) -> Function | None:
        """「部品の検査を行う」: the object is before の, and the noun says what is done."""
        last = thing.end - 1
        if not words[last].is_deed or last - 1 <= thing.start:
            return None
        end = last - 1 if words[last - 1].surface == "の" else last
        forms = (words[last].form,)
        if self.vocabulary.is_silent(forms):
            return None
        verb_class, _ = self.vocabulary.class_of(forms)
        verb = words[last].surface + "する"
        return self._building.derived(
            said=between(sentence, words, thing.start, deed.end),
            thing=Span(thing.start, end).of(words),
            verb=verb,
            forms=forms,
            verb_class=verb_class,
        )

    def _happening(self, sentence: str, words: Sequence[SpokenWord]) -> Iterator[Function]:
        """「部屋が冷やせる」, 「部屋が冷やされる」, 「部屋が冷える」, 「骨まで柔らかくする」."""
        for index, word in enumerate(words):
            if word.grammar[0] != "助詞" or word.surface not in (*_SUBJECTS, *_FOCUS):
                continue
            thing = clauses.thing_before(words, index)
            found = clauses.deeds(words, index + 1)
            if thing.start == thing.end or not found or any(clauses.is_object_mark(one) for one in words[index:]):
                continue
            if word.surface in _FOCUS and any(clauses.is_object_mark(one) for one in words[:index]):
                # 「食品を家まで届ける」: where to, and nothing that is done to the house.
                continue
            start = clauses.clause_start(words, thing.start)
            if word.surface in _FOCUS:
                function = self._function(sentence, words, (start, thing, index), found[0])
                if function is not None and function.verb_class:
                    yield function
            else:
                yield from self._happens(sentence, words, Span(start, thing.start), thing, found[0])

    def _happens(
        self, sentence: str, words: Sequence[SpokenWord], how: Span, thing: Span, deed: Deed
    ) -> Iterator[Function]:
        forms = (words[deed.at].form,)
        happening = self.vocabulary.happening(forms)
        verb = self._plain(words[deed.at], words[deed.at + 1 : deed.end]) or (happening.verbs[0] if happening else "")
        if deed.is_negated:
            # 「汚れがつかないようにする」
            is_meant = any(one.form in ("様", "よう") for one in words[deed.end : deed.end + 1])
            verb, forms, happening = ("防ぐ" if is_meant else ""), ("防ぐ",), None
        if not verb or self.vocabulary.is_silent(forms):
            return
        yield self._building.derived(
            said=between(sentence, words, how.start, deed.end),
            thing=thing.of(words),
            verb=verb,
            forms=forms,
            verb_class=happening.id if happening else self.vocabulary.class_of((*last(words, thing), *forms))[0],
            before=how.of(words),
        )

    def _plain(self, doing: SpokenWord, endings: Sequence[SpokenWord]) -> str:
        """The plain verb of what can be done or is done; "" for anything else."""
        is_passive = any(one.form in ("れる", "られる") for one in endings)
        can = any(one.form == "出来る" for one in endings)
        if not doing.is_verb:
            return doing.surface + "する" if can or is_passive else ""
        if doing.is_ability and doing.form != "出来る":
            return doing.form
        return doing.lemma if is_passive or can else ""

    def _named(self, sentence: str, words: Sequence[SpokenWord]) -> Iterator[Function]:
        """「微細穴加工」, 「湿度管理の技術」."""
        for run in clauses.noun_runs(words):
            end = run.end
            while end > run.start:
                function = self._process(sentence, words, Span(run.start, end))
                if function is not None:
                    yield function
                    break
                if not (self.vocabulary.is_silent_word(words[end - 1].surface) or words[end - 1].surface == "の"):
                    break
                end -= 1

    def _process(self, sentence: str, words: Sequence[SpokenWord], run: Span) -> Function | None:
        said = between(sentence, words, run.start, run.end)
        known = [name for name in self.vocabulary.readings if said.endswith(name)]
        if known:
            name = max(known, key=len)
            return self._reading(said, name)
        last = words[run.end - 1]
        forms = (last.form,)
        verb_class, _ = self.vocabulary.class_of(forms)
        end = run.end - 1 - (run.end - run.start > 2 and words[run.end - 2].surface == "の")
        if not verb_class or not last.is_deed or end <= run.start or self.vocabulary.is_silent(forms):
            return None
        thing = words[run.start : end]
        return self._building.derived(
            said=said, thing=thing, verb=last.surface + "する", forms=forms, verb_class=verb_class
        )

    def _reading(self, said: str, name: str) -> Function | None:
        meant = next(iter(self._of_sentence(self.vocabulary.readings[name])), None)
        if meant is None:
            return None
        rest = said.removesuffix(name)
        more = telling(self._analyser.spoken_words(rest)) if rest else ()
        return Function(
            said=said,
            text=meant.text,
            object=meant.object,
            verb=meant.verb,
            verb_form=meant.verb_form,
            modifiers=(rest,) if rest else (),
            verb_class=meant.verb_class,
            kinds=meant.kinds,
            object_words=meant.object_words,
            words=(*meant.words, *more),
            is_derived=True,
        )


def ask_for_function(text: str) -> Message:
    """The question for a function where the words say none; it quotes them."""
    words = " ".join(text.split())
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return Message("use-ask-function", {"words": shown}) if shown else Message("use-ask-function-plain")
