"""The one main button for what was typed, and the sentence that says what it will do."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core import actions
from bot.core.meetings.chat import buttons, colleague_forms, understanding
from bot.core.meetings.chat.understanding import Understood
from bot.core.meetings.chat.wording import Reader, name_of, who
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.endings import needs_lesson
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Encounter, State
from bot.core.messages import Headed, Message, Offer, Part, Quoted, Reply, Said
from bot.core.people import Member

_BY_NAME = {"o": "y"}
"""In a button: its encounter was found by the names in the line."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What was understood, what is to be known beside it, and the button that does it."""

    says: Message
    offer: Offer
    also: tuple[Message, ...] = ()


def shown(meant: Meant, encounter: Encounter, text: str) -> Reply:
    """What was understood, about whom; one main button, and the ways out."""
    opening: tuple[Part, ...] = (Said(Message("meeting-typed")), Headed(who(encounter)), Quoted(text))
    told = tuple(Said(one) for one in (meant.says, *meant.also))
    return Reply(parts=(*opening, *told), offers=(meant.offer, *others(text)))


def others(text: str) -> tuple[Offer, ...]:
    """Leave it, or have it answered as a question."""
    ask = Offer(actions.ASK, text[:500], Message("meeting-typed-ask"))
    return (ask, Offer(actions.MEETING_TYPED_DROP, "", Message("meeting-typed-drop")))


def tells_of_contact(reply: Reply) -> bool:
    """Is it the offer to write down a contact with somebody known, or what was done for somebody found by name?"""
    typed = [json.loads(one.reference) for one in reply.offers if one.action == actions.MEETING_TYPED]
    return any(wish.get("k") == understanding.CONTACT or _BY_NAME.items() <= wish.items() for wish in typed)


def of_request(request: ColleagueRequest, meant: Understood) -> Meant:
    """できます and 相談したい in words."""
    if meant.kind == understanding.ACCEPT:
        return Meant(Message("meeting-typed-accept"), colleague_forms.accept(request))
    return Meant(Message("meeting-typed-talk"), colleague_forms.talk(request))


def of_encounter(
    encounter: Encounter,
    meant: Understood,
    reader: Reader,
    colleagues: Sequence[Member],
    *,
    next_step: StepGiven | None = None,
) -> Meant | None:
    """What can be done as it stands; where something is missing, the form that asks for it. None for what makes no
    sense here. `next_step` is what was said to come next."""
    if meant.kind == understanding.NOT_YET:
        return Meant(Message("meeting-typed-not_yet"), buttons.later(encounter))
    if meant.kind == understanding.DONE:
        return _done(encounter, meant, reader, next_step)
    if meant.kind == understanding.CONTACT:
        return _contact(encounter, meant, reader, next_step)
    if meant.kind == understanding.STEP:
        return _step(encounter, reader, next_step) if next_step else None
    if meant.kind == understanding.GREETING and not needs_lesson(encounter):
        return Meant(Message("meeting-typed-greeting"), _typed(encounter, {"k": meant.kind}, "meeting-offer-greeting"))
    if meant.kind == understanding.DECLINE:
        return _decline(encounter, meant)
    if meant.kind in (understanding.LATER, understanding.SLEEP):
        return _until(encounter, meant, reader)
    return _ask(encounter, meant, colleagues) if meant.kind == understanding.ASK else None


def _done(encounter: Encounter, meant: Understood, reader: Reader, following: StepGiven | None) -> Meant:
    step = encounter.next_step
    if step is None or encounter.state != State.OPEN:
        return _contact(encounter, meant, reader, following) if following else _contact_form(encounter)
    wish = {"k": understanding.DONE, "v": str(encounter.version), **_wish_for(following)}
    wish |= _BY_NAME if meant.is_by_name else {}
    key = "meeting-typed-done-more" if meant.more and not following else "meeting-typed-done"
    offer = _typed(encounter, wish, "meeting-offer-done")
    return Meant(Message(key, {"step": step.text}), offer, tuple(_next(following, reader)))


def _contact_form(encounter: Encounter) -> Meant:
    return Meant(Message("meeting-typed-contact"), buttons.contact(encounter))


def _contact(encounter: Encounter, meant: Understood, reader: Reader, following: StepGiven | None) -> Meant:
    wish = {"k": understanding.CONTACT, "w": meant.name, **_wish_for(following)}
    says = Message("meeting-typed-contact")
    if meant.day is not None:
        wish["d"] = meant.day.isoformat()
        says = Message("meeting-typed-contact-day", {"day": reader.day(meant.day)})
    also = (*_next(following, reader), *(_replaced(encounter) if following else ()))
    return Meant(says, _typed(encounter, wish, "meeting-offer-contact"), also)


def _step(encounter: Encounter, reader: Reader, step: StepGiven) -> Meant:
    says, *also = _next(step, reader)
    wish = {"k": understanding.STEP, **_wish_for(step)}
    return Meant(says, _typed(encounter, wish, "meeting-offer-set-time"), (*also, *_replaced(encounter)))


def _replaced(encounter: Encounter) -> Iterator[Message]:
    """The step on record, where another one takes its place."""
    if encounter.next_step is not None:
        yield Message("meeting-typed-replaces", {"step": encounter.next_step.text})


def _next(step: StepGiven | None, reader: Reader) -> Iterator[Message]:
    """What was said to come next, and when."""
    if step is None:
        return
    if step.due_on is None:
        yield Message("meeting-typed-next-open", {"step": step.text})
    elif not step.due_time:
        yield Message("meeting-typed-next-day", {"step": step.text, "day": reader.day(step.due_on)})
    else:
        day = reader.day(step.due_on)
        yield Message("meeting-typed-next", {"step": step.text, "day": day, "time": step.due_time})
    if step.is_planned_meeting:
        yield Message("meeting-typed-next-meeting")


def _wish_for(step: StepGiven | None) -> dict[str, str]:
    """A next step in the words of a button."""
    if step is None:
        return {}
    said = {"n": step.text, "nd": step.due_on.isoformat() if step.due_on else "", "nt": step.due_time}
    return {name: value for name, value in said.items() if value} | ({"nm": "y"} if step.is_meeting else {})


def step_in(wish: Mapping[str, str]) -> StepGiven | None:
    """The next step that stands in a button. Raises ValueError for what is no day."""
    if not wish.get("n"):
        return None
    due_on = date.fromisoformat(wish["nd"]) if wish.get("nd") else None
    return StepGiven(text=wish["n"], due_on=due_on, due_time=wish.get("nt", ""), is_meeting=wish.get("nm") == "y")


def _decline(encounter: Encounter, meant: Understood) -> Meant:
    if meant.reason is None or needs_lesson(encounter):
        return Meant(Message("meeting-typed-decline-form"), buttons.decline(encounter))
    wish = {"k": meant.kind, "r": str(meant.reason)}
    says = Message(f"meeting-typed-decline-{meant.reason}")
    return Meant(says, _typed(encounter, wish, "meeting-offer-decline"))


def _until(encounter: Encounter, meant: Understood, reader: Reader) -> Meant:
    is_sleep = meant.kind == understanding.SLEEP
    if meant.day is None:
        asks = Message("meeting-typed-sleep-form" if is_sleep else "meeting-typed-later-form")
        return Meant(asks, buttons.sleep(encounter) if is_sleep else buttons.later(encounter))
    wish, day = {"k": meant.kind, "d": meant.day.isoformat()}, reader.day(meant.day)
    if is_sleep:
        return Meant(Message("meeting-typed-sleep", {"day": day}), _typed(encounter, wish, "meeting-offer-sleep"))
    if meant.time and encounter.next_step is not None:
        says = Message("meeting-typed-later-time", {"day": day, "time": meant.time})
        return Meant(says, _typed(encounter, {**wish, "t": meant.time}, "meeting-offer-later"))
    return Meant(Message("meeting-typed-later", {"day": day}), _typed(encounter, wish, "meeting-offer-later"))


def _ask(encounter: Encounter, meant: Understood, colleagues: Sequence[Member]) -> Meant:
    """A colleague whose name has these words; the form where it is nobody, or several."""
    wanted = _plain(meant.name)
    fits = [one for one in colleagues if wanted and wanted in _plain(one.name)]
    if len(fits) != 1 or encounter.next_step is None:
        return Meant(Message("meeting-typed-ask-form"), buttons.ask(encounter))
    says = Message("meeting-typed-ask-them", {"name": name_of(fits[0]), "step": encounter.next_step.text})
    return Meant(says, _typed(encounter, {"k": meant.kind, "p": fits[0].id}, "meeting-offer-ask"))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _typed(encounter: Encounter, wish: dict[str, str], label: str) -> Offer:
    reference = json.dumps({"e": encounter.id, **wish}, ensure_ascii=False, separators=(",", ":"))
    # An @ in a reference parts it from the message in which the button stands.
    reference = reference.replace("@", "\\u0040")
    return Offer(actions.MEETING_TYPED, reference, Message(label), is_main=True)
