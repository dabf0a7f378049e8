"""An answer with a language model: passages out, claims in, and only what was verified is handed on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from enum import StrEnum

from bot.core.answering.chat_port import ChatModel
from bot.core.answering.claim_parser import Claim, ClaimParser
from bot.core.answering.claims import PassageText, Rejection, VerifiedClaim, verify
from bot.core.answering.prompts import Prompt
from bot.core.japanese import normalise
from bot.core.messages import Locale, Message
from bot.errors import ModelUnavailable

MOST_CLAIMS = 5
"""Claims shown in one answer; the model's further ones are not waited for."""

ANSWER_VARIABLES = frozenset({"language", "question", "passages"})
"""What prompts/models/answer.yaml is filled with."""

_LANGUAGES: dict[Locale, str] = {"ja": "Japanese", "en": "English"}


class Outcome(StrEnum):
    """How a model's answer ended. COMPLETE and TRUNCATED have claims; for the others the caller assembles its own."""

    COMPLETE = "complete"
    TRUNCATED = "truncated"
    NOTHING_SAID = "nothing-said"
    NOTHING_VERIFIED = "nothing-verified"
    FAILED = "failed"


class ModelAnswer:
    """An iterator of verified claims, in the order they came; what happened can be read once it has ended.

    `dropped` counts claims by reason (a `Reason`, or "malformed", "repeated"); `fault` is the error that ended the
    stream, if one did. Iterating raises no ModelUnavailable: an answer that broke off keeps what was verified.
    """

    def __init__(self, pieces: Iterator[str], passages: Sequence[PassageText], locale: Locale) -> None:
        self.dropped: Counter[str] = Counter()
        self.fault: ModelUnavailable | None = None
        self.verified = 0
        self._parser = ClaimParser()
        self._passages = {passage.key: passage for passage in passages}
        self._locale: Locale = locale
        self._seen: set[str] = set()
        self._claims = self._read(pieces)

    def __iter__(self) -> Iterator[VerifiedClaim]:
        return self

    def __next__(self) -> VerifiedClaim:
        return next(self._claims)

    @property
    def outcome(self) -> Outcome:
        """How it ended. Meaningful after the last claim."""
        is_broken_off = self.fault is not None or self._parser.is_cut_off
        if self.verified:
            return Outcome.TRUNCATED if is_broken_off else Outcome.COMPLETE
        if self.fault is not None:
            return Outcome.FAILED
        return Outcome.NOTHING_VERIFIED if self.dropped else Outcome.NOTHING_SAID

    @property
    def note(self) -> Message | None:
        """What the reader is told about the model, or None where there is nothing to tell."""
        if self.outcome in (Outcome.COMPLETE, Outcome.NOTHING_SAID):
            return None
        return Message(f"model-note-{self.outcome}")

    def close(self) -> None:
        """Stop listening to the model."""
        self._claims.close()

    def _read(self, pieces: Iterator[str]) -> Generator[VerifiedClaim, None, None]:
        try:
            for piece in pieces:
                for claim in self._parser.feed(piece):
                    yield from self._check(claim)
                    if self.verified == MOST_CLAIMS:
                        return
        except ModelUnavailable as fault:
            self.fault = fault
        finally:
            self._parser.finish()
            if self._parser.malformed:
                self.dropped["malformed"] = self._parser.malformed
            close = getattr(pieces, "close", None)
            if close is not None:
                close()

    def _check(self, claim: Claim) -> Iterator[VerifiedClaim]:
        checked = verify(claim, self._passages, locale=self._locale)
        if isinstance(checked, Rejection):
            self.dropped[checked.reason] += 1
        elif normalise(checked.text) in self._seen:
            self.dropped["repeated"] += 1
        else:
            self._seen.add(normalise(checked.text))
            self.verified += 1
            yield checked


def answer_with_model(
    model: ChatModel, prompt: Prompt, question: str, passages: Sequence[PassageText], locale: Locale
) -> ModelAnswer:
    """Ask the model and return its verified claims as they come.

    Sent are the question and the passages, nothing else. Nothing is sent before the first claim is asked for.
    """
    values = {
        "language": _LANGUAGES[locale],
        "question": _as_data(question),
        "passages": "\n".join(_as_data(_shown(passage)) for passage in passages),
    }
    system, user = prompt.fill(values)
    return ModelAnswer(model.stream(system=system, user=user), passages, locale)


def _shown(passage: PassageText) -> dict[str, str]:
    return {"source": passage.key, "guide": passage.title, "heading": passage.heading, "text": passage.text}


def _as_data(value: object) -> str:
    """JSON on one line, so that no text can close its frame; marks that some models read as control are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    for mark, escaped in (("<|", "\\u003c|"), ("|>", "|\\u003e"), ("[INST]", "\\u005bINST]"), ("<<<", "\\u003c<<")):
        text = text.replace(mark, escaped)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
