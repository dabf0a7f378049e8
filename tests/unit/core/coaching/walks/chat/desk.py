"""The chat side of walks over the room: people type and press, and see replies as they would be worded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from bot.bootstrap_walks import load_words
from bot.core import actions
from bot.core.coaching.cards.models import Use, UseSource
from bot.core.coaching.walks.chat.ports import ModelChoice, NoModelChoices, TryGiven
from bot.core.coaching.walks.chat.service import Outside, WalkChat
from bot.core.coaching.walks.chat.typed import Around, Taken
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.shelf import ScriptShelf
from bot.core.courtesies import load_courtesies
from bot.core.messages import Asked, Headed, Item, Locale, Message, Offer, Place, Pressed, Quoted, Reply, Said
from bot.core.owed import Owed
from bot.core.people import Member
from bot.resources import prompts_folder
from tests.unit.core.coaching.walks.room import SCRIPT, TANAKA, Room

_NUMBERS = count(1)
DIRECT = "D-tanaka"
USES = tuple(
    Use(
        id=f"field:{name}",
        source=UseSource.FIELD,
        reference=name,
        name=name,
        suffers=f"{name}の困りごと",
        reason="似た",
    )
    for name in ("介護", "給食", "漁業", "保育")
)


@dataclass
class RememberedPosts:
    """Messages of ours that were owed, by where they stand."""

    rows: dict[tuple[str, str], Owed] = field(default_factory=dict)

    def by_message(self, conversation: str, message: str) -> _Post | None:
        owed = self.rows.get((conversation, message))
        return _Post(owed) if owed else None


@dataclass
class _Post:
    owed: Owed


@dataclass
class KeptChoices(NoModelChoices):
    """What firms chose, in memory."""

    rows: dict[str, ModelChoice] = field(default_factory=dict)

    def allows_model(self, company_id: str) -> bool:
        return company_id in self.rows and self.rows[company_id].is_allowed

    def model_choice(self, company_id: str) -> ModelChoice | None:
        return self.rows.get(company_id)

    def choose_model(self, choice: ModelChoice) -> bool:
        self.rows[choice.company_id] = choice
        return True


@dataclass
class FixedDraft:
    """A language model that always drafts the same, and remembers what it saw."""

    text: str = "新人の方が、けがをせずに働けます。"
    saw: list[str] = field(default_factory=list)

    def draft(self, *, question: str, words: str, locale: Locale) -> str:
        del question, locale
        self.saw.append(words)
        return self.text


@dataclass
class Desk:
    """Somebody sits here."""

    room: Room = field(default_factory=Room)
    posts: RememberedPosts = field(default_factory=RememberedPosts)
    choices: KeptChoices = field(default_factory=KeptChoices)
    drafting: FixedDraft | None = None
    uses: tuple[Use, ...] = USES
    subjects: dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    tried: list[TryGiven] = field(default_factory=list)

    def __post_init__(self) -> None:
        room, courtesies = self.room, prompts_folder() / "courtesies.yaml"
        self.chat = WalkChat(
            service=room.service,
            store=room.store,
            scripts=ScriptShelf(SCRIPT, store=room.store),
            directory=room.people,
            clock=room.clock,
            outside=Outside(
                around=Around(
                    words=load_words(),
                    courtesies=load_courtesies(courtesies.read_text(encoding="utf-8"), path="courtesies.yaml"),
                    posted=self.posts,
                    subjects=lambda id: self.subjects.get(id, ()),
                    tells_of_encounter=lambda text, _: "名刺" in text,
                ),
                uses=lambda *_: self.uses,
                try_kept=self._try_kept,
                drafting=self.drafting,
                models=self.choices,
            ),
        )

    def _try_kept(self, _walk: Walk, _member: Member, given: TryGiven) -> Offer:
        self.tried.append(given)
        return Offer(actions.CATCH_LINE, "try", Message("walk-offer-try"))

    def typed(self, text: str, by: Member = TANAKA, *, place: Place | None = None, **fields: bool) -> Taken | None:
        """Somebody types; None where it is no business of a walk."""
        asked = Asked(id=f"t{next(_NUMBERS)}", address=by.address, place=place or direct(by), text=text, **fields)
        return self.chat.typed(asked, by)

    def said(self, text: str, by: Member = TANAKA, *, place: Place | None = None) -> Reply:
        """What somebody is replied who types something for a walk."""
        taken = self.typed(text, by, place=place)
        assert taken is not None, f"{text!r} was not taken"
        assert taken.reply is not None, f"{text!r} was met with silence"
        return taken.reply

    def press(
        self, action: str, reference: str, by: Member = TANAKA, *, place: Place | None = None, **values: str
    ) -> Reply:
        """What comes of a press, or of a sent form."""
        pressed = Pressed(
            id=f"p{next(_NUMBERS)}",
            address=by.address,
            place=place or direct(by),
            action=action,
            reference=reference,
            values=values,
        )
        return self.chat.handlers[action](pressed, by)


def direct(by: Member) -> Place:
    """Somebody's direct conversation; each message there is the head of a thread of its own."""
    return Place(conversation=f"D-{by.id}", thread="9.9", present=frozenset({by.address}))


def channel(*present: Member) -> Place:
    """A thread of the firm's channel with these people in it."""
    addresses = frozenset(one.address for one in present)
    return Place(conversation="C-aoi", thread="1.1", is_direct=False, present=addresses)


def keys(reply: Reply) -> list[str]:
    """The keys of everything of ours that is said, in order."""
    return [part.message.key for part in reply.parts if isinstance(part, Said | Headed)]


def words(reply: Reply) -> list[str]:
    """The words of the script and of people, in order."""
    said = [str(part.message.arguments.get("words", "")) for part in reply.parts if isinstance(part, Said)]
    quoted = [part.text for part in reply.parts if isinstance(part, Quoted)]
    return [one for one in (*said, *quoted) if one]


def offers(reply: Reply) -> list[str]:
    """The actions that are offered, in order, those of items first."""
    own = [offer.action for part in reply.parts if isinstance(part, Item) for offer in part.offers]
    return own + [offer.action for offer in reply.offers]


def reference(reply: Reply, action: str) -> str:
    """The reference of the first button with an action."""
    everything = [offer for part in reply.parts if isinstance(part, Item) for offer in part.offers]
    return next(offer.reference for offer in (*everything, *reply.offers) if offer.action == action)
