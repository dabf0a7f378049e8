"""The use cases of handing a question to a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.calendars import WorkingDays
from bot.core.clock import Clock
from bot.core.handovers.models import HandOver
from bot.core.handovers.ports import HandOverStore, PostedMessages
from bot.core.messages import Asked, Locale, Part, Place, Pressed, Reply
from bot.core.owed import Composer
from bot.core.people import Directory, Member

Handler = Callable[[Pressed, Member], Reply]


class HandOverService:
    """Opens, moves and closes hand-overs. Every change is compared and set: a second press changes nothing."""

    def __init__(
        self,
        *,
        store: HandOverStore,
        directory: Directory,
        posted: PostedMessages,
        working_days: WorkingDays,
        clock: Clock,
    ) -> None:
        raise NotImplementedError

    def open(self, *, question_id: str, text: str, locale: Locale, place: Place, asker: Member) -> HandOver:
        """Store a hand-over and what is owed to the coordinator. The same question again returns the record it has."""
        raise NotImplementedError

    def confirmation(self, handover: HandOver, reader: Member) -> Reply:
        """What the asker sees of a stored hand-over: who answers and by when; state `handed_over`."""
        raise NotImplementedError

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What somebody typed under one of our messages, as a draft to be sent by a press; None where it is no
        business of a hand-over, but a question as any other."""
        raise NotImplementedError

    def draft_for_guides(self, pressed: Pressed, member: Member) -> str | None:
        """Take a draft back (DRAFT_TO_GUIDES) and return its words to ask the guides; None where it is gone."""
        raise NotImplementedError

    def due(self) -> int:
        """Remind, ask somebody else, adopt what nobody owns: called at every tick. Returns how many changed."""
        raise NotImplementedError

    def withdraw_all(self, member: Member) -> int:
        """Withdraw what somebody has open, because they leave. Returns how many."""
        raise NotImplementedError

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on somebody's page: a coordinator's questions that wait, an asker's own open ones."""
        raise NotImplementedError

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """What to do for each action of ours but DRAFT_TO_GUIDES, which needs the guides."""
        raise NotImplementedError

    @property
    def composers(self) -> Mapping[str, Composer]:
        """What to say for each kind of message owed."""
        raise NotImplementedError
