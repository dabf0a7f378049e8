"""A draft in a customer's words by a language model: offered only where the firm allows it, asked for by a press, shown
as a draft beside the owner's own words, kept only by another press. And the choice of the firm itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core import actions
from bot.core.coaching.walks.chat import forms
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.ports import Drafting, ModelChoice, ModelChoices
from bot.core.coaching.walks.models import Walk, WalkState
from bot.core.coaching.walks.results import Refused
from bot.core.messages import Claimed, Fact, Headed, Item, Message, Offer, Part, Pressed, Quoted, Reply, Said
from bot.core.people import Member, access_company_calendar

_MOST_IN_BUTTON = 600


class Drafts:
    """Offers them. Nothing of a language model appears where none is set."""

    def __init__(self, *, doors: Doors, drafting: Drafting | None, models: ModelChoices) -> None:
        self._doors, self._service = doors, doors.service
        self._drafting, self._models = drafting, models

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen = self._doors.seen
        return {
            actions.WALK_DRAFT: seen(self._draft),
            actions.WALK_DRAFT_KEEP: seen(self._keep),
            actions.WALK_DRAFT_DROP: seen(self._drop),
            actions.WALK_MODEL_FORM: self._form,
            actions.WALK_MODEL_SEND: self._send,
        }

    def offers(self, walk: Walk, question: str, member: Member) -> tuple[Offer, ...]:
        """The button beside the next question, for the answer just given; none while something is asked about it."""
        asked = self._service.script_of(walk).question(question)
        if asked is None or not asked.listens or walk.at == question or not self._is_allowed(walk, member):
            return ()
        return (Offer(actions.WALK_DRAFT, f"{walk.id}:{question}", Message("walk-offer-draft")),)

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What the firm chose, on the page of its own people."""
        if self._drafting is None or not self._may_choose(member):
            return ()
        offer = Offer(actions.WALK_MODEL_FORM, _firm_of(member), Message("walk-offer-model"))
        return (Item(Message("walk-model-title"), (self._standing(_firm_of(member)),), (offer,)),)

    def _draft(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question = self._service.script_of(walk).question(more[0] if more else "")
        known = walk.answer(question.id) if question else None
        if self._drafting is None or not self._is_allowed(walk, member):
            return aside(Message("walk-model-not-allowed"))
        if question is None or known is None or not known.parts:
            return aside(Message("walk-refused-no-question"))
        noted = self._service.draft_shown(walk.id, question.id, act=self._doors.act(pressed, member))
        if isinstance(noted, Refused):
            return aside(noted.message)
        locale = self._doors.reader(member).locale
        own = "\n".join(one.words for one in known.parts if not one.is_draft)
        asked = question.asks(walk.subject_kind).text(locale)
        text = self._drafting.draft(question=asked, words=own, locale=locale)
        if not text or len(text) > _MOST_IN_BUTTON:
            return Reply(parts=(Said(Message("walk-draft-none")),))
        return _shown(walk, question.id, own, text)

    def _keep(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question, text = (more[0] if more else ""), ":".join(more[1:])
        result = self._service.keep_draft(walk.id, question, text, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return aside(result.message)
        return Reply(parts=(Said(Message("walk-draft-kept")), Quoted(text)))

    def _drop(self, _pressed: Pressed, _member: Member, _walk: Walk, _more: Sequence[str]) -> Reply:
        return Reply(parts=(Said(Message("walk-draft-dropped")),))

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        if not self._may_choose(member) or pressed.reference != _firm_of(member):
            return aside(Message("walk-model-not-yours"))
        facts = (Fact(Message("walk-model-now"), self._standing(pressed.reference)),)
        return forms.model_form(pressed.reference, facts, is_allowed=self._models.allows_model(pressed.reference))

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        if not self._may_choose(member) or pressed.reference != _firm_of(member):
            return aside(Message("walk-model-not-yours"))
        choice = ModelChoice(
            company_id=pressed.reference,
            is_allowed=pressed.values.get(forms.ALLOWED) == "yes",
            by_id=member.id,
            at=self._doors.reader(member).now,
        )
        self._models.choose_model(choice)
        said = (Said(Message("walk-model-chosen")), Fact(Message("walk-model-now"), self._standing(choice.company_id)))
        return Reply(title=Message("walk-model-title"), parts=said)

    def _standing(self, company_id: str) -> Message:
        """What counts, who chose it and when."""
        chosen = self._models.model_choice(company_id)
        if chosen is None:
            return Message("walk-model-is-unchosen")
        by = {"name": self._doors.name(chosen.by_id), "day": f"{chosen.at:%Y-%m-%d}"}
        return Message("walk-model-is-yes" if chosen.is_allowed else "walk-model-is-no", by)

    def _is_allowed(self, walk: Walk, member: Member) -> bool:
        """A coordinator who types does not decide over the firm's words: nobody has confirmed them yet."""
        is_open = walk.state in (WalkState.OPEN, WalkState.PAUSED, WalkState.DONE)
        is_own = _firm_of(member) == walk.company_id and not walk.is_typed
        return self._drafting is not None and is_open and is_own and self._models.allows_model(walk.company_id)

    def _may_choose(self, member: Member) -> bool:
        return access_company_calendar(member, _firm_of(member))


def _firm_of(member: Member) -> str:
    return member.company.id if member.company else ""


def _shown(walk: Walk, question: str, own: str, text: str) -> Reply:
    """The draft, said to be one, below the words it was made of."""
    reference = f"{walk.id}:{question}"
    parts = (
        Said(Message("walk-draft-about")),
        Headed(Message("walk-draft-own")),
        Quoted(own),
        Headed(Message("walk-draft-by-model")),
        Claimed(text, 0),
        Said(Message("walk-draft-then")),
    )
    offers = (
        Offer(actions.WALK_DRAFT_KEEP, f"{reference}:{text}", Message("walk-offer-draft-keep")),
        Offer(actions.WALK_DRAFT_DROP, reference, Message("walk-offer-draft-drop")),
    )
    return Reply(parts=parts, offers=offers)
