"""What the answering feature needs of a language model, and the ways it can fail."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from bot.core.messages import Message
from bot.errors import ModelUnavailable


class ModelFault(StrEnum):
    """Why a model did not answer usefully. Each value has a sentence `model-fault-<value>` in prompts/sentences."""

    NOT_INSTALLED = "not-installed"
    BAD_SETTING = "bad-setting"
    KEY_REFUSED = "key-refused"
    NOT_FOUND = "not-found"
    BUSY = "busy"
    TIMED_OUT = "timed-out"
    UNREACHABLE = "unreachable"
    SERVER_ERROR = "server-error"
    MALFORMED = "malformed"
    TOO_LONG = "too-long"
    REFUSED = "refused"


class ChatModelUnavailable(ModelUnavailable):
    """A ModelUnavailable that says which way it failed.

    `detail` is a status code, a class name, a limit or a package: never text of a person, of a guide or of the
    vendor, because a vendor's message may repeat the prompt or the key.
    """

    def __init__(self, fault: ModelFault, detail: str = "") -> None:
        super().__init__("chat model", f"{fault}{f' ({detail})' if detail else ''}")
        self.fault, self.detail = fault, detail

    @property
    def message(self) -> Message:
        """The sentence an operator reads (`minori doctor`)."""
        return Message(f"model-fault-{self.fault}", {"detail": self.detail or "-"})


class ChatModel(Protocol):
    """A language model that is given two texts and has no tools."""

    def stream(self, *, system: str, user: str) -> Iterator[str]:
        """Yield the answer in pieces as they come. Closing the iterator ends the call.

        Raises ModelUnavailable, before the first piece or after any of them.
        """
        ...
