"""A language model through LangChain: any provider, one deadline, no telemetry, no text in logs.

LangChain and the provider's package are imported with the first question, because they take seconds. Calls run on
an event loop in a thread of its own, so that a deadline can really end a call: a server that sends one byte a second
keeps every read time-out happy.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import os
import queue
import threading
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.adapters.chat_model_faults import fault_of, is_worth_a_retry
from bot.core.answering.chat_port import ChatModelUnavailable, ModelFault

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_PACKAGES = {"openai": "openai", "azure_openai": "openai", "anthropic": "anthropic", "ollama": "ollama"}
_TALKATIVE = ("openai", "anthropic", "ollama", "httpx", "httpx2", "httpcore", "httpcore2", "langchain", "langsmith")
_SILENCE = {
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_GATEWAY": "false",
}
_ANY_KEY = "not-needed"
_CUT_SHORT = frozenset({"length", "max_tokens", "MAX_TOKENS"})
_FILTERED = frozenset({"content_filter", "refusal", "SAFETY"})


@dataclass(frozen=True, kw_only=True, slots=True)
class ChatModelOptions:
    """What a chat model is built from.

    `spec` is `provider:name`, for instance `openai:gpt-4.1-mini` or `ollama:qwen3`. `base_url` is for servers of one's
    own that speak a provider's protocol. `deadline` is seconds from asking to the last piece; `longest_answer` is
    in characters. With a `base_url` and no `api_key`, no key is sent, not even one from the environment.
    """

    spec: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    deadline: float = 30.0
    longest_answer: int = 20_000
    retries: int = 1


@dataclass(frozen=True, slots=True)
class _End:
    """The last thing a call puts into its queue: a failure, or None."""

    failure: ChatModelUnavailable | None


_Pieces: TypeAlias = "queue.SimpleQueue[str | _End]"


class LangChainChatModel:
    """A `ChatModel` over `langchain.chat_models.init_chat_model`. May be used from several threads."""

    def __init__(self, options: ChatModelOptions) -> None:
        self._options = options
        self._building = threading.Lock()
        self._model: BaseChatModel | None = None

    def stream(self, *, system: str, user: str) -> Iterator[str]:
        """Yield the answer in pieces. Closing the iterator cancels the call. Raises ChatModelUnavailable."""
        model = self._built()
        ends_at = time.monotonic() + self._options.deadline
        pieces: _Pieces = queue.SimpleQueue()
        call = asyncio.run_coroutine_threadsafe(self._call(model, system, user, pieces, ends_at), _loop())
        try:
            yield from _until_the_end(pieces, ends_at)
        finally:
            call.cancel()

    def check(self) -> None:
        """Build the model without calling it, for `minori doctor`. Raises ChatModelUnavailable."""
        self._built()

    def _built(self) -> BaseChatModel:
        with self._building:
            if self._model is None:
                self._model = build(self._options)
            return self._model

    async def _call(self, model: BaseChatModel, system: str, user: str, pieces: _Pieces, ends_at: float) -> None:
        from langsmith.run_helpers import tracing_context

        failure: ChatModelUnavailable | None = None
        try:
            async with asyncio.timeout(ends_at - time.monotonic()):
                with tracing_context(enabled=False):
                    await self._try(model, [("system", system), ("user", user)], pieces, ends_at)
        except Exception as error:  # whatever a vendor raises is translated in one place
            failure = fault_of(error)
        pieces.put(_End(failure))

    async def _try(
        self, model: BaseChatModel, messages: list[tuple[str, str]], pieces: _Pieces, ends_at: float
    ) -> None:
        """Call, and call once more where nothing came and the failure was of a kind that passes."""
        for attempt in range(self._options.retries + 1):
            length = 0
            try:
                async with aclosing(_text_of(model, messages)) as texts:
                    async for piece in texts:
                        length += len(piece)
                        if length > self._options.longest_answer:
                            raise ChatModelUnavailable(ModelFault.TOO_LONG, str(self._options.longest_answer))
                        pieces.put(piece)
                return
            except Exception as error:
                has_time = ends_at - time.monotonic() > self._options.deadline / 2
                if length or attempt == self._options.retries or not has_time or not is_worth_a_retry(error):
                    raise


def build(options: ChatModelOptions) -> BaseChatModel:
    """Import LangChain and the provider, and build the model. Raises ChatModelUnavailable with what to install."""
    os.environ.update(_SILENCE)
    for name in ("LANGCHAIN_TRACING", "LANGCHAIN_HANDLER"):
        os.environ.pop(name, None)
    provider = options.spec.partition(":")[0].replace("-", "_").lower()
    failure: ChatModelUnavailable
    try:
        from langchain.chat_models import init_chat_model

        model: BaseChatModel = init_chat_model(options.spec, **_arguments(provider, options))
    except ImportError:
        extra = _PACKAGES.get(provider)
        failure = ChatModelUnavailable(
            ModelFault.NOT_INSTALLED, f"minori[{extra}]" if extra else f"langchain-{provider.replace('_', '-')}"
        )
    except Exception as error:  # a vendor's own validation; its text may hold the key
        failure = ChatModelUnavailable(ModelFault.BAD_SETTING, type(error).__name__)
    else:
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.WARNING)
        return model
    raise failure


def _arguments(provider: str, options: ChatModelOptions) -> dict[str, Any]:
    """The provider's own names for our options."""
    arguments: dict[str, Any] = {"base_url": options.base_url} if options.base_url else {}
    if provider == "ollama":
        headers = {"headers": {"Authorization": f"Bearer {options.api_key}"}} if options.api_key else {}
        return arguments | {"client_kwargs": {"timeout": options.deadline, **headers}}
    key = options.api_key or (_ANY_KEY if options.base_url else None)
    return arguments | {"timeout": options.deadline, "max_retries": 0} | ({"api_key": key} if key else {})


async def _text_of(model: BaseChatModel, messages: list[tuple[str, str]]) -> AsyncGenerator[str, None]:
    """The text of each chunk; a reason to end that is not a full stop is a failure after the text."""
    ended: set[str] = set()
    async for chunk in model.astream(list(messages)):
        text = str(chunk.text)
        if text:
            yield text
        details = chunk.response_metadata
        ended |= {str(details.get(name)) for name in ("finish_reason", "stop_reason", "done_reason")}
    if ended & _FILTERED:
        raise ChatModelUnavailable(ModelFault.REFUSED, "filter")
    if ended & _CUT_SHORT:
        raise ChatModelUnavailable(ModelFault.TOO_LONG, "provider's limit")


def _until_the_end(pieces: _Pieces, ends_at: float) -> Iterator[str]:
    """Hand pieces on until the end comes or the deadline does, whatever the call is busy with."""
    while True:
        try:
            piece = pieces.get(timeout=max(ends_at - time.monotonic(), 0.001))
        except queue.Empty:
            raise ChatModelUnavailable(ModelFault.TIMED_OUT, "deadline") from None
        if isinstance(piece, _End):
            if piece.failure is not None:
                raise piece.failure
            return
        yield piece


@functools.cache
def _loop() -> asyncio.AbstractEventLoop:
    """The one event loop of this process for model calls: providers keep their connections with the loop."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="chat-model", daemon=True).start()
    return loop
