"""The script of the value walk, as data (prompts/interviews/value_walk.yaml).

A walk keeps the digest of the text that it began with, and the text itself is kept in the database: so a running walk
stays on its version whatever becomes of the file, and nobody has to remember to keep old files. What is added to the
schema later needs a default, because texts that were stored before are read by it as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal, TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.core.coaching.cards.models import CardField, SubjectKind
from bot.core.coaching.trades import Trade
from bot.core.coaching.walks.models import WalkLength
from bot.core.data_files import parse_yaml
from bot.core.messages import Locale
from bot.errors import DataFileError

STEPS = 12
"""From 0, one technology and one listener, to 11, what may be told to whom."""

Kind: TypeAlias = Literal["line", "lines", "choice", "choices", "date"]


class AgainKind(StrEnum):
    """Sentences that ask about an answer: `{words}` are quoted from it."""

    RUNG = "rung"
    BARRED = "barred"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Texts(_Strict):
    """The same in both languages."""

    ja: str = Field(min_length=1, max_length=600)
    en: str = Field(min_length=1, max_length=900)

    def text(self, locale: Locale) -> str:
        """In a language."""
        return self.ja if locale == "ja" else self.en


class WordsOfTrade(_Strict):
    """What a trade calls its own things, in both languages."""

    ja: tuple[str, ...] = Field(min_length=1)
    en: tuple[str, ...] = Field(min_length=1)

    @property
    def all(self) -> tuple[str, ...]:
        """Whatever language somebody answers in."""
        return (*self.ja, *self.en)


class ScriptChoice(_Strict):
    """One answer of a question that has several; `for_kinds` words it otherwise for a kind of subject."""

    value: str = Field(pattern=r"^[a-z0-9_]{1,40}$")
    label: Texts
    for_kinds: Mapping[SubjectKind, Texts] = Field(default_factory=dict)

    def of_kind(self, kind: SubjectKind) -> ScriptChoice:
        """As it is worded for a kind of subject."""
        label = self.for_kinds.get(kind)
        return self.model_copy(update={"label": label}) if label is not None else self


class Climb(_Strict):
    """How often a question is asked again of its own answer."""

    at_least: int = Field(ge=2, le=5)
    at_most: int = Field(ge=2, le=6)


class Gathering(_Strict):
    """One question asked for several, in the lengths that it names: what the answer says of `fields` fills them, and
    what it does not say stays an open question."""

    lengths: frozenset[WalkLength] = Field(min_length=1)
    fields: tuple[CardField, ...] = Field(min_length=1)
    text: Texts
    hint: Texts


class Question(_Strict):
    """One question. It fills one field of the card, and is asked in the lengths that it names.

    `for_kinds` words it otherwise for a kind of subject. `listens`: the answer goes to the listener. `bars`: the words
    of the present industry are barred from it. `caution` stands before it. `gathers`: it is asked for others as well.
    """

    id: str = Field(pattern=r"^[a-z0-9_]{1,40}$")
    step: int = Field(ge=0, lt=STEPS)
    fills: CardField
    kind: Kind = "lines"
    lengths: frozenset[WalkLength] = Field(min_length=1)
    listens: bool = False
    bars: bool = False
    climbs: Climb | None = None
    gathers: Gathering | None = None
    text: Texts
    for_kinds: Mapping[SubjectKind, Texts] = Field(default_factory=dict)
    hint: Texts
    caution: Texts | None = None
    choices: tuple[ScriptChoice, ...] = ()

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Question:
        if (self.kind in ("choice", "choices")) != bool(self.choices):
            raise ValueError(f"{self.id}: choices belong to the kinds choice and choices, and nowhere else")
        if len({one.value for one in self.choices}) != len(self.choices):
            raise ValueError(f"{self.id}: two choices have the same value")
        if (self.fills == CardField.LADDER) != (self.climbs is not None):
            raise ValueError(f"{self.id}: a ladder climbs, and nothing else does")
        return self

    def asks(self, kind: SubjectKind) -> Texts:
        """Its words for a kind of subject."""
        return self.for_kinds.get(kind, self.text)

    def of_kind(self, kind: SubjectKind) -> Question:
        """With its choices worded for a kind of subject."""
        choices = tuple(one.of_kind(kind) for one in self.choices)
        return self.model_copy(update={"choices": choices}) if choices != self.choices else self

    def gathered(self, length: WalkLength) -> tuple[CardField, ...]:
        """The fields that its answer fills as well in a walk of this length."""
        return self.gathers.fields if self.gathers is not None and length in self.gathers.lengths else ()

    def of_length(self, length: WalkLength) -> Question:
        """As it is asked in a walk of this length."""
        if self.gathers is None or not self.gathered(length):
            return self
        return self.model_copy(update={"text": self.gathers.text, "hint": self.gathers.hint})


class Script(_Strict):
    """The whole file, validated: ids and fields once each, questions in the order of the steps, all lengths and all
    fields asked, an example for every question and trade."""

    version: int = Field(ge=1)
    again: Mapping[AgainKind, Texts]
    trades: Mapping[Trade, Texts]
    barred: Mapping[Trade, WordsOfTrade]
    questions: tuple[Question, ...] = Field(min_length=1)
    subjects: Mapping[SubjectKind, Mapping[Trade, Texts]] = Field(default_factory=dict)
    """The example of the subject where that is know-how or a way of serving."""
    examples: Mapping[Trade, Mapping[str, Texts]]

    @model_validator(mode="after")
    def _is_whole(self) -> Script:
        faults = [*self._faults_of_questions(), *self._faults_of_trades(), *self._faults_of_again()]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def of_kind(self, kind: SubjectKind) -> Script:
        """With the choices of its questions, and the example of a subject, worded for a kind of subject."""
        examples = {**self.examples}
        for trade, text in self.subjects.get(kind, {}).items():
            examples[trade] = {**examples[trade], **{one.id: text for one in self.questions if one.fills == "subject"}}
        questions = tuple(one.of_kind(kind) for one in self.questions)
        return self.model_copy(update={"questions": questions, "examples": examples})

    def asked(self, length: WalkLength) -> tuple[Question, ...]:
        """The questions of a length, in order."""
        return tuple(one for one in self.questions if length in one.lengths)

    def question(self, id: str) -> Question | None:
        """One question."""
        return next((one for one in self.questions if one.id == id), None)

    def filling(self, field: CardField) -> Question | None:
        """The question that fills a field."""
        return next((one for one in self.questions if one.fills == field), None)

    def example(self, question: str, trade: str) -> Texts | None:
        """An answer as another firm of the trade might give it; OTHER's where the trade is not known."""
        known = self.examples.get(Trade(trade)) if trade in {str(one) for one in self.examples} else None
        return (known or self.examples[Trade.OTHER]).get(question)

    def barred_words(self, trade: str) -> tuple[str, ...]:
        """The words of a trade; none where it is not known."""
        known = {str(one): words for one, words in self.barred.items()}
        return known[trade].all if trade in known else ()

    def _faults_of_questions(self) -> list[str]:
        ids, fields = [one.id for one in self.questions], [one.fills for one in self.questions]
        steps = [one.step for one in self.questions]
        faults = [f"the id {id} stands twice" for id in _twice(ids)]
        faults += [f"the field {field} is filled twice" for field in _twice(map(str, fields))]
        faults += [f"no question fills {field}" for field in CardField if field not in fields]
        faults += [f"no question belongs to step {step}" for step in range(STEPS) if step not in steps]
        faults += ["the questions are not in the order of their steps"] if steps != sorted(steps) else []
        faults += [f"the length {length} asks nothing" for length in WalkLength if not self.asked(length)]
        faults += self._faults_of_gathering()
        whole = WalkLength.WHOLE
        return faults + [
            f"{one.id} is not asked in the whole walk" for one in self.questions if whole not in one.lengths
        ]

    def _faults_of_gathering(self) -> list[str]:
        return [
            f"{one.id} gathers {field}, which is asked in {length} as well"
            for length in WalkLength
            for one in self.asked(length)
            for field in one.gathered(length)
            if any(other.fills == field for other in self.asked(length))
        ]

    def _faults_of_trades(self) -> list[str]:
        faults = [f"the trade {trade} has no name" for trade in Trade if trade not in self.trades]
        faults += [f"no words of {one} are barred" for one in Trade if one != Trade.OTHER and one not in self.barred]
        ids = {one.id for one in self.questions}
        for trade in Trade:
            there = set(self.examples.get(trade, {}))
            faults += [f"{trade} has no example of {id}" for id in sorted(ids - there)]
            faults += [f"{trade} has an example of {id}, which no question is" for id in sorted(there - ids)]
            faults += [f"subjects.{kind} has none of {trade}" for kind, of in self.subjects.items() if trade not in of]
        return faults

    def _faults_of_again(self) -> list[str]:
        faults = [f"again has no {kind}" for kind in AgainKind if kind not in self.again]
        texts = [(kind, text) for kind, one in self.again.items() for text in (one.ja, one.en)]
        return faults + [f"again.{kind} does not quote {{words}}" for kind, text in texts if "{words}" not in text]


def digest_of(text: str) -> str:
    """The id of a script's text: the same text is the same script."""
    return hashlib.sha256(text.encode()).hexdigest()


def load_script(text: str, *, path: str) -> Script:
    """Read it strictly. Raises DataFileError naming the file, the entry, and the reason."""
    try:
        return Script.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])) or '-'}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error


def _twice(names: Iterable[str]) -> list[str]:
    listed = list(names)
    return sorted({one for one in listed if listed.count(one) > 1})
