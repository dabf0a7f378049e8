"""Verbs that do the same, things that behave alike, names of processes: knowledge/functions.yaml for looking up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.coaching.listening.ports import SpeechAnalyser, SpokenWord
from bot.core.coaching.uses.functions_file import FunctionsFile, VerbClass
from bot.core.english import english_words, stem
from bot.core.messages import Locale

Forms = tuple[str, ...]

NEGATIONS = frozenset({"ない", "ず", "ぬ", "まい", "ん"})
"""Normalised forms of what turns a verb into its opposite."""


@dataclass(frozen=True, slots=True)
class _English:
    verbs: Mapping[Forms, str]
    plain: Mapping[Forms, str]
    nouns: Mapping[Forms, str]
    objects: Mapping[str, Forms]


class Vocabulary:
    """The file, analysed once for looking up."""

    def __init__(self, file: FunctionsFile, analyser: SpeechAnalyser) -> None:
        self.readings: Mapping[str, str] = {one.ja: one.function for one in file.readings}
        self._classes = {one.id: one for one in file.classes}
        self._kinds = {one.id: one for one in file.objects}
        self._verbs = dict(_reversed((deed_forms(analyser.spoken_words(verb)), one.id) for one, verb in _verbs(file)))
        self._happens: dict[Forms, VerbClass] = {}
        for one in file.classes:
            for verb in one.happens:
                self._happens.setdefault(deed_forms(analyser.spoken_words(verb)), one)
        self._silent = {deed_forms(analyser.spoken_words(verb)) for verb in file.silent}
        self._silent_words = frozenset(file.silent)
        self._objects = _kinds_by_word(file, analyser)
        self._senses = dict(_senses(file, analyser))
        self._english = _english(file)

    def class_of(self, forms: Forms) -> tuple[str, int]:
        """The class of the longest end of `forms` that is known, and how many forms that is; "" and 0 for none."""
        for start in range(len(forms)):
            if forms[start:] in self._verbs:
                return self._verbs[forms[start:]], len(forms) - start
        return "", 0

    def sense_of(self, forms: Forms, kinds: Forms, otherwise: str) -> str:
        """The class of a verb where it is done to a thing of these kinds, the first of which counts."""
        return self._senses.get((forms[-1:], kinds[:1]), otherwise)

    def happening(self, forms: Forms) -> VerbClass | None:
        """The class of an intransitive verb that says what happens."""
        return self._happens.get(forms)

    def is_silent(self, forms: Forms) -> bool:
        """True for a verb that says nothing of what is done to a thing."""
        return forms[-1:] in self._silent or forms in self._silent

    def is_silent_word(self, word: str) -> bool:
        """True for a noun such as 技術 that stands behind the name of a process."""
        return word in self._silent_words

    def kinds_of(self, forms: Sequence[str]) -> Forms:
        """The kinds of a thing named by these words, those of its last word first."""
        found: dict[str, None] = {}
        for form in reversed(forms):
            for start in range(len(form)):
                if (kinds := self._objects.get(form[start:])) and (start == 0 or len(form) - start > 1):
                    found.update(dict.fromkeys(kinds))
                    break
        return tuple(found)

    def are_akin(self, kinds: Forms, others: Forms) -> bool:
        """True where things of these kinds have something in common, or where nothing is known of one of them."""
        if not kinds or not others:
            return True
        families = {family for kind in kinds for family in self._kinds[kind].families}
        return any(not families.isdisjoint(self._kinds[kind].families) for kind in others)

    def english_verb(self, stems: Sequence[str], start: int) -> tuple[str, int] | None:
        """The class of the English verb that starts there, and how many words it has; verbs of two words first."""
        return _at(self._english.verbs, stems, start)

    def english_plain(self, stems: Forms) -> str:
        """An English verb as it stands in the file, by its stems."""
        return self._english.plain.get(stems, " ".join(stems))

    def english_noun(self, stems: Sequence[str], start: int) -> tuple[str, int] | None:
        """The class of the English noun of an action that starts there."""
        return _at(self._english.nouns, stems, start)

    def english_kinds(self, stems: Sequence[str]) -> Forms:
        """The kinds of a thing named by these English stems, those of its last word first."""
        return tuple(dict.fromkeys(kind for one in reversed(stems) for kind in self._english.objects.get(one, ())))

    def near(self, id: str) -> Forms:
        """The classes near to one, in both directions."""
        own = self._classes[id].near if id in self._classes else ()
        return (*own, *(one.id for one in self._classes.values() if id in one.near and one.id not in own))

    def class_name(self, id: str, locale: Locale) -> str:
        """What verbs of a class do, in a word or two."""
        return self._classes[id].ja if locale == "ja" else self._classes[id].en

    def kind_name(self, id: str, locale: Locale) -> str:
        """What things of a kind are, in a word or two."""
        return self._kinds[id].ja if locale == "ja" else self._kinds[id].en


def is_causing(words: Sequence[SpokenWord], index: int) -> bool:
    """True for the ending that makes 知らせる of 知る; behind する it adds nothing (発酵させる)."""
    is_ending = words[index].form in ("せる", "させる") and words[index].grammar[0] == "助動詞"
    return is_ending and index > 0 and words[index - 1].is_verb and words[index - 1].form != "為る"


def deed_forms(words: Sequence[SpokenWord]) -> Forms:
    """What tells in a verb phrase: normalised forms without particles, endings, and する behind a noun of action.

    Where it ends in a negation (「通さない」), so do the forms.
    """
    found: list[str] = []
    for index, word in enumerate(words):
        is_support = word.form == "為る" and index > 0 and words[index - 1].is_deed
        if is_support or (word.grammar[0] in ("助詞", "助動詞", "補助記号", "空白") and not is_causing(words, index)):
            continue
        found.append(word.form)
    is_negated = bool(words) and words[-1].grammar[0] == "助動詞" and words[-1].form in NEGATIONS
    return (*found, "ない") if is_negated else tuple(found)


def _verbs(file: FunctionsFile) -> Iterator[tuple[VerbClass, str]]:
    for one in file.classes:
        for verb in one.verbs:
            yield one, verb


def _reversed(pairs: Iterator[tuple[Forms, str]]) -> list[tuple[Forms, str]]:
    """Of a verb that two classes name, the first counts."""
    return list(pairs)[::-1]


def _senses(file: FunctionsFile, analyser: SpeechAnalyser) -> Iterator[tuple[tuple[Forms, Forms], str]]:
    for sense in file.senses:
        forms = [deed_forms(analyser.spoken_words(verb)) for verb in sense.verbs]
        forms += [_stems(verb) for verb in sense.english]
        for kind in sense.kinds:
            yield from (((one[-1:], (kind,)), sense.means) for one in forms)


def _kinds_by_word(file: FunctionsFile, analyser: SpeechAnalyser) -> Mapping[str, Forms]:
    found: dict[str, dict[str, None]] = {}
    for kind in file.objects:
        for word in kind.words:
            spoken = analyser.spoken_words(word)
            forms = {word, spoken[0].form if len(spoken) == 1 else word}
            for form in forms:
                found.setdefault(form, {})[kind.id] = None
    return {form: tuple(kinds) for form, kinds in found.items()}


def _english(file: FunctionsFile) -> _English:
    verbs: dict[Forms, str] = {}
    plain: dict[Forms, str] = {}
    nouns: dict[Forms, str] = {}
    objects: dict[str, dict[str, None]] = {}
    for one in file.classes:
        for verb in one.english:
            verbs.setdefault(_stems(verb), one.id)
            plain.setdefault(_stems(verb), verb)
        for noun in one.english_nouns:
            nouns.setdefault(_stems(noun), one.id)
    for kind in file.objects:
        for word in kind.english:
            objects.setdefault(stem(word), {})[kind.id] = None
    return _English(verbs, plain, nouns, {one: tuple(kinds) for one, kinds in objects.items()})


def _stems(words: str) -> Forms:
    return tuple(stem(one) for one in english_words(words))


def _at(table: Mapping[Forms, str], stems: Sequence[str], start: int) -> tuple[str, int] | None:
    for length in (3, 2, 1):
        wanted = tuple(stems[start : start + length])
        if len(wanted) == length and wanted in table:
            return table[wanted], length
    return None
