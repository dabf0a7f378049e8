"""What a press does, by its action; and the page that presses change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core import actions
from bot.core.alike.service import AlikeService
from bot.core.answering.advising import Advising
from bot.core.answering.in_chat import ChatAnswers, Hearer, chat_reply, question_id_of
from bot.core.answering.models import Answer, SourcePassage, State
from bot.core.changeovers.service import ChangeoverService
from bot.core.coaching_desk import Coaching
from bot.core.cockpit.service import Cockpit
from bot.core.digests.service import DigestService
from bot.core.digests.settling import SETTLES
from bot.core.digests.unanswered.service import UnansweredService
from bot.core.encounters import Encounters
from bot.core.entries.service import EntryService
from bot.core.figures.pressing import FigureDesk
from bot.core.guides.proposals import GuideDesk
from bot.core.hand_over_packs.service import HandOverPackService
from bot.core.handovers.service import HandOverService
from bot.core.introductions.service import IntroductionService
from bot.core.membership.roster.service import Roster
from bot.core.membership.service import MembershipService
from bot.core.messages import Asked, Claimed, Headed, Locale, Message, Part, Pressed, Quoted, Reply, Said
from bot.core.people import Directory, Member, Role, access_reading
from bot.core.posted import NoNotes, Posted, PostedKind, PostedNotes, subject_in
from bot.core.reactions import Handler, within_bundles
from bot.errors import PersonError, UsageError

_IN_PRIVATE = frozenset(
    {
        actions.SHARE,
        actions.TURN_PAGE,
        actions.GUIDE_PUBLISH,
        actions.GUIDE_PUBLISH_PLAN,
        actions.GUIDE_PUT_AWAY,
        actions.GUIDE_UNDO,
        actions.GUIDE_RETIRE,
        actions.GUIDE_ROLL_BACK,
        actions.JOIN_APART,
        actions.ENTRY_AGREE,
        actions.ENTRY_DECLINE,
        actions.ENTRY_PUBLISH,
        actions.ENTRY_BACK_SEND,
        actions.ENTRY_KEEP,
        actions.ENTRY_RETIRE,
    }
)
"""What comes of these is for one person's eyes; their buttons stand on the page and in direct conversations only."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A person in a place, and everybody who reads there."""

    member: Member
    locale: Locale
    readers: tuple[Member, ...]
    hear: Hearer | None

    def may_read(self, passage: SourcePassage) -> bool:
        return access_reading(self.readers, passage.audience, is_bundled=passage.is_bundled)


class Presses:
    """The features' presses, and what joins two of them."""

    def __init__(
        self,
        *,
        directory: Directory,
        membership: MembershipService,
        answers: ChatAnswers,
        handovers: HandOverService,
        guides: GuideDesk,
        encounters: Encounters,
        coaching: Coaching,
        advising: Advising,
        digests: DigestService | None = None,
        entries: EntryService | None = None,
        introductions: IntroductionService | None = None,
        alike: AlikeService | None = None,
        figures: FigureDesk | None = None,
        cockpit: Cockpit | None = None,
        changeovers: ChangeoverService | None = None,
        posted: PostedNotes | None = None,
        roster: Roster | None = None,
        unanswered: UnansweredService | None = None,
        packs: HandOverPackService | None = None,
    ) -> None:
        self._roster, self._unanswered, self._changeovers = roster, unanswered, changeovers
        self._packs = packs
        self._posted = posted or NoNotes()
        self._directory, self._membership, self._answers = directory, membership, answers
        self._handovers, self._guides = handovers, guides
        self._encounters, self._coaching, self._advising = encounters, coaching, advising
        self._digests, self._figures, self._cockpit = digests, figures, cockpit
        self._entries = entries
        self._introductions = introductions
        self._alike = alike
        self._presses = self._press_table()

    def home(self, member: Member, *, said: Sequence[Part] = (), turned: str = "") -> Reply:
        """The person's page. `said` stands on top: what a press has done. `turned` is a list's page: `guides:2`."""
        name, _, number = turned.partition(":")
        pages = {name: int(number)} if number.isdecimal() else {}
        if member.has_left:
            return Reply(parts=(*said, *self._membership.home_parts(member)))
        guides = self._guides.home_parts(member, page=pages.get("guides", 1))
        roster = self._roster.home_parts(member) if self._roster else ()
        own = self._membership.home_parts(member, before_leaving=(*roster, *guides))
        encounters = self._encounters.home_parts(member, page=pages.get("encounters", 1))
        coaching = self._coaching.home_parts(member, pages=pages)
        digests = self._digests.home_parts(member) if self._digests else ()
        introductions = self._introductions.home_parts(member) if self._introductions else ()
        cockpit = self._cockpit.home_parts(member) if self._cockpit else ()
        changeovers = self._changeovers.home_parts(member) if self._changeovers else ()
        figures = self._figures.home_parts(member) if self._figures else ()
        entries = self._entries.home_parts(member) if self._entries else ()
        unanswered = self._unanswered.home_parts(member) if self._unanswered else ()
        alike = self._alike.home_parts(member) if self._alike else ()
        parts = (*said, *self._handovers.home_parts(member), *alike, *changeovers, *entries)
        parts += (*cockpit, *digests, *introductions)
        lists, short = (*encounters, *coaching), (*figures, *unanswered)
        # A coordinator's lists are long: what is short comes before them.
        parts += (*short, *lists) if Role.COORDINATOR in member.roles else (*lists, *short)
        return Reply(parts=(*parts, *own))

    def handle(self, pressed: Pressed, visit: Visit) -> Reply:
        """Do what is asked. Raises PersonError for what cannot be done, StorageError."""
        press = self._presses.get(pressed.action)
        if press is None or (pressed.action in _IN_PRIVATE and not pressed.place.is_direct):
            raise UsageError("press-unknown")
        return press(pressed, visit)

    def _asked_here(self, pressed: Pressed, question_id: str) -> Answer:
        """A question of the conversation in which the button stands: what was asked elsewhere is not told here.

        Raises UsageError, the same for a question of somewhere else as for none at all.
        """
        answer = self._answers.question(question_id)
        conversation, _, _ = answer.conversation_id.partition(":")
        if not pressed.place.conversation or conversation != pressed.place.conversation:
            raise UsageError("question-unknown")
        return answer

    def _press_table(self) -> Mapping[str, Callable[[Pressed, Visit], Reply]]:
        def of_feature(handler: Callable[[Pressed, Member], Reply]) -> Callable[[Pressed, Visit], Reply]:
            return lambda pressed, visit: handler(pressed, visit.member)

        features = self._with_digests(
            {
                **self._handovers.handlers,
                **self._membership.handlers,
                **self._encounters.handlers,
                **self._coaching.handlers,
                **(self._figures.handlers if self._figures else {}),
                **(self._introductions.handlers if self._introductions else {}),
                **(self._cockpit.handlers if self._cockpit else {}),
                **(self._entries.handlers if self._entries else {}),
                **(self._alike.handlers if self._alike else {}),
                **(self._roster.handlers if self._roster else {}),
                **(self._unanswered.handlers if self._unanswered else {}),
                **(self._changeovers.handlers if self._changeovers else {}),
                **(self._packs.handlers if self._packs else {}),
            }
        )
        return {
            **{action: of_feature(handler) for action, handler in features.items()},
            actions.ASK: self._ask_offered,
            actions.WALK_ASK: self._ask_after_all,
            actions.SHOW_PASSAGE: self._show_passage,
            actions.SHOW_ADVICE: lambda pressed, visit: self._advising.passage(pressed.reference, visit.readers),
            actions.RATE_USEFUL: self._rate,
            actions.RATE_OFF: self._rate,
            actions.LEAVE: self._coming_and_going,
            actions.REJOIN: self._coming_and_going,
            actions.HAND_OVER: self._hand_over,
            actions.DRAFT_TO_GUIDES: self._draft_to_guides,
            actions.GUIDE_PUBLISH: of_feature(self._guides.publish),
            actions.GUIDE_PUBLISH_PLAN: of_feature(self._guides.publish_plan),
            actions.GUIDE_PUT_AWAY: of_feature(self._guides.put_away),
            actions.GUIDE_UNDO: of_feature(self._guides.undo),
            actions.GUIDE_SHOW: of_feature(self._guides.show),
            actions.GUIDE_RETIRE: self._on_page(self._guides.retire),
            actions.GUIDE_ROLL_BACK: self._on_page(self._guides.roll_back),
            actions.TURN_PAGE: lambda pressed, visit: self.home(visit.member, turned=pressed.reference),
        }

    def _with_digests(self, features: Mapping[str, Handler]) -> Mapping[str, Handler]:
        """The buttons of hand-overs stand in digests as well; and what is settled anywhere is settled there."""
        digests = self._digests
        if digests is None:
            return features
        marked = within_bundles({action: features[action] for action in self._handovers.handlers}, self._redraw)
        followed = {
            action: digests.after(handler) if action in SETTLES else handler
            for action, handler in {**features, **marked}.items()
        }
        return {**followed, **digests.handlers}

    def _redraw(self, id: str, member: Member) -> Reply | None:
        """A digest of either kind as it stands now."""
        told = self._unanswered.redraw(id, member) if self._unanswered else None
        return told or (self._digests.redraw(id, member) if self._digests else None)

    def _on_page(self, act: Callable[[Pressed, Member], Message]) -> Callable[[Pressed, Visit], Reply]:
        """An act on the page: the page is drawn again with what was done on top, or why not."""

        def press(pressed: Pressed, visit: Visit) -> Reply:
            try:
                said = act(pressed, visit.member)
            except PersonError as error:
                said = Message(error.key, dict(error.arguments))
            return self.home(visit.member, said=[Said(said)])

        return press

    def _ask_offered(self, pressed: Pressed, visit: Visit) -> Reply:
        lets_model = self._coaching.lets_model(pressed.place, visit.member)
        return self._asked_in(pressed, visit, pressed.reference, with_model=lets_model)

    def _asked_in(self, pressed: Pressed, visit: Visit, text: str, *, with_model: bool) -> Reply:
        asked = Asked(id=pressed.id, address=pressed.address, place=pressed.place, text=text)
        reply = self._answers.ask(
            asked, locale=visit.locale, may_read=visit.may_read, hear=visit.hear, with_model=with_model
        )
        return replace(reply, parts=(Headed(Message("asked-offered", {"text": text})), *reply.parts))

    def _ask_after_all(self, pressed: Pressed, visit: Visit) -> Reply:
        """Words that were no answer in a walk: what they are about otherwise, or a question to the guides, which goes
        with the walk when that is deleted."""
        walk_id = subject_in(pressed.reference)
        text = pressed.reference.removeprefix(f"{walk_id}:") if walk_id else pressed.reference
        asked = Asked(id=pressed.id, address=pressed.address, place=pressed.place, text=text)
        line = replace(asked, place=replace(asked.place, thread=""))
        typed = self._encounters.typed(line, visit.member)
        if typed is not None:
            return typed
        if walk_id:
            # Before it is asked: what is on record is on record with whose words it has.
            self._posted.note({walk_id}, Posted(kind=PostedKind.QUESTION, message=question_id_of(asked.id)))
        with_model = self._coaching.allows_model(visit.member)
        reply = self._asked_in(pressed, visit, text, with_model=with_model)
        return replace(reply, about=(walk_id,)) if walk_id else reply

    def _show_passage(self, pressed: Pressed, visit: Visit) -> Reply:
        question_id, _, _ = pressed.reference.rpartition(":")
        self._asked_here(pressed, question_id)
        return self._answers.passage(pressed.reference, may_read=visit.may_read)

    def _rate(self, pressed: Pressed, visit: Visit) -> Reply:
        """Of an answer from the guides, or, where the question was handed over since, of the coordinator's."""
        self._asked_here(pressed, pressed.reference)
        is_useful = pressed.action == actions.RATE_USEFUL
        rated = self._answers.rate(pressed.reference, address=visit.member.address, is_useful=is_useful)
        given = self._handovers.given_answer(pressed.reference)
        if given is None:
            return rated
        said = Said(Message("rated-useful" if is_useful else "handover-rated-off"))
        return replace(given, parts=(*given.parts, said), offers=())

    def _coming_and_going(self, pressed: Pressed, visit: Visit) -> Reply:
        """From a message, the message says what was done; from the page, the page does."""
        reply = self._membership.handlers[pressed.action](pressed, visit.member)
        if pressed.place.conversation:
            return reply
        return self.home(self._directory.by_id(visit.member.id) or visit.member, said=reply.parts)

    def _hand_over(self, pressed: Pressed, visit: Visit) -> Reply:
        answer = self._asked_here(pressed, pressed.reference)
        handover = self._handovers.open(
            question_id=answer.question_id,
            text=answer.question,
            locale=visit.locale,
            place=pressed.place,
            asker=visit.member,
        )
        return _with_answer(self._handovers.confirmation(handover, visit.member), answer)

    def _draft_to_guides(self, pressed: Pressed, visit: Visit) -> Reply:
        text = self._handovers.draft_words(pressed, visit.member)
        if text is None:
            # The same press again, after it was answered.
            given = self._answers.given(pressed.id, address=pressed.address)
            if given is None:
                raise UsageError("press-unknown")
            return given
        asked = Asked(id=pressed.id, address=pressed.address, place=pressed.place, text=text)
        reply = self._answers.ask(asked, locale=visit.locale, may_read=visit.may_read, hear=visit.hear)
        # Only now: until the question is on record, the draft is all there is of it.
        self._handovers.drop_draft(pressed, visit.member)
        return reply


def _with_answer(confirmation: Reply, answer: Answer) -> Reply:
    """What the guides had said stays to be read under the word that a person was asked as well."""
    if not answer.statements:
        return confirmation
    shown = chat_reply(replace(answer, state=State.ANSWERED))
    quotes = (part for part in shown.parts if isinstance(part, Quoted | Claimed))
    passages = (offer for offer in shown.offers if offer.action == actions.SHOW_PASSAGE)
    return replace(
        confirmation,
        parts=(*confirmation.parts, Headed(Message("answer-from-guides-so-far")), *quotes),
        sources=answer.sources,
        offers=(*passages, *confirmation.offers),
    )
