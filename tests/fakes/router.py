"""A router that says what a test has it say, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.answering.in_chat import Hearer
from bot.core.membership.models import Profile
from bot.core.messages import Claimed, Locale, Message, Opened, Quoted, Reply, Request, Said, Source
from bot.core.router import Greeting, Outcome

SAID = tuple(f"{number}番目の文。ねじは測ってから締めます。" for number in range(1, 4))
_SOURCE = Source(
    number=1,
    guide="screws",
    title="ねじの手引き",
    edition="2025-04-01",
    edition_is_known=True,
    page=3,
    heading="締める",
    quote=SAID[0],
    passage="",
    passage_id="screws@1-1",
)
WHOLE = Reply(state="answered", parts=tuple(Quoted(one, 1) for one in SAID), sources=(_SOURCE,))
"""An answer of several parts, which are heard as they come."""
PAGE = Reply(parts=(Said(Message("courtesy-help")),))


class ScriptedRouter:
    """Answers by `script`; `WHOLE` by default, `PAGE` for somebody's page. Parts that can stream are heard first."""

    def __init__(
        self,
        script: Callable[[Request], Reply | None] = lambda _: WHOLE,
        *,
        locales: Mapping[str, Locale] | None = None,
        starters: Sequence[str] = (),
    ) -> None:
        self.script, self.locales, self.starters = script, dict(locales or {}), tuple(starters)
        self.pace: Callable[[], None] = lambda: None
        """Called in the worker's thread after each part that was heard."""
        self.asked: list[Request] = []
        self.profiles: list[Profile] = []

    def handle(self, request: Request, profile: Profile, *, hear: Hearer | None = None) -> Outcome:
        self.asked.append(request)
        self.profiles.append(profile)
        reply = PAGE if isinstance(request, Opened) else self.script(request)
        for part in reply.parts if reply and hear else ():
            if hear and isinstance(part, Quoted | Claimed):
                hear(part)
                self.pace()
        return Outcome(self.locale_of(profile), reply)

    def locale_of(self, profile: Profile) -> Locale:
        return self.locales.get(profile.address) or profile.locale or "ja"

    def reference_of(self, *, where: str, error: BaseException) -> str:
        return f"{where}-{type(error).__name__}"

    def greet(self, profile: Profile) -> Greeting:
        return Greeting(self.locale_of(profile), starters=self.starters)
