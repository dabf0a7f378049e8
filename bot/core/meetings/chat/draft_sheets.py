"""お礼・フォローの下書き: which one, and then its words, to be copied. Minori sends nothing."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core import actions
from bot.core.meetings.addressing import in_full, said_to
from bot.core.meetings.chat.fields import Typed, form, submit_of
from bot.core.meetings.chat.forms import about
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.drafts import FORMS, LEVELS, PURPOSES, Drafts, Politeness
from bot.core.meetings.models import Encounter, NextStep
from bot.core.meetings.phrasing import said_plan
from bot.core.messages import Choice, Field, Headed, Locale, Message, Offer, Quoted, Reply, Said
from bot.core.people import Member
from bot.core.spoken_dates import spoken_date

PURPOSE, FORM, LEVEL, LANGUAGE = "purpose", "form", "level", "language"
_LOCALES: tuple[Locale, ...] = ("ja", "en")


def draft_form(
    encounter: Encounter, reader: Reader, *, typed: Typed | None = None, why: Message | None = None
) -> Reply:
    """For what, as what, how polite, in which language."""
    has_followed = encounter.outcome is not None or encounter.met_on is None
    fields = (
        _choice(PURPOSE, PURPOSES, PURPOSES[1] if has_followed else PURPOSES[0]),
        _choice(FORM, FORMS, FORMS[0]),
        _choice(LEVEL, LEVELS, LEVELS[0]),
        _choice(LANGUAGE, _LOCALES, reader.locale),
    )
    return form(
        Message("meeting-draft-title"),
        about=(*about(encounter), Said(Message("meeting-draft-says"))),
        fields=fields,
        submit=submit_of(actions.MEETING_DRAFT_SHOW, encounter.id, Message("meeting-submit-draft")),
        typed=typed,
        why=why,
    )


def draft_sheet(drafts: Drafts, encounter: Encounter, member: Member, reader: Reader, typed: Typed) -> Reply:
    """The words, quoted, with the subject of a mail; the form again where something was not chosen."""
    purpose = next((one for one in PURPOSES if one == typed.get(PURPOSE)), None)
    kind = next((one for one in FORMS if one == typed.get(FORM)), None)
    level = next((one for one in LEVELS if one == typed.get(LEVEL)), None)
    locale = next((one for one in _LOCALES if one == typed.get(LANGUAGE)), reader.locale)
    if purpose is None or kind is None or level is None:
        return draft_form(encounter, reader, typed=typed, why=Message("meeting-choose-draft"))
    draft = drafts.draft(purpose, kind, level, locale=locale, known=known_of(encounter, member, locale, level))
    subject = (Headed(Message("meeting-draft-subject")), Quoted(draft.subject)) if draft.subject else ()
    return Reply(
        title=Message("meeting-draft-title"),
        parts=(
            Said(Message("meeting-draft-copy")),
            *subject,
            Headed(Message(f"meeting-draft-form-{kind}")),
            Quoted(draft.text),
        ),
        offers=(Offer(actions.MEETING_DRAFT_FORM, encounter.id, Message("meeting-offer-draft-other")),),
    )


def known_of(encounter: Encounter, member: Member, locale: Locale, level: Politeness = LEVELS[0]) -> Mapping[str, str]:
    """What a draft may name. Days are in the draft's language; the next step is named where it is the sender's own.
    Topic and step are the sender's notes: what they say of the reader is said to the reader, or left out."""

    def said(note: str) -> str:
        return said_to(note, contact=encounter.contact, partner=encounter.partner, locale=locale)

    step = encounter.next_step
    own = step if step is not None and step.owner_id == member.id else None
    return {
        "partner": in_full(encounter.partner),
        "contact": _called(encounter.contact) if locale == "en" else encounter.contact,
        "title": encounter.title,
        "event": encounter.event,
        "day": spoken_date(encounter.met_on, locale=locale) if encounter.met_on else "",
        "topic": said(encounter.topic),
        **said_plan(said(own.text) if own else "", locale=locale, is_very_polite=level == "very_polite"),
        "due": _due(own, locale) if own else "",
        "firm": member.company.name if member.company else "",
        "sender": member.name or "—",
    }


def _called(name: str) -> str:
    """A surname alone is no way to call somebody in English: Tanaka-san, but Ann Smith."""
    is_bare = name.isascii() and len(name.split()) == 1
    return f"{name}-san" if name and (is_bare or not name.isascii()) else name


def _due(step: NextStep, locale: Locale) -> str:
    if step.due_on is None:
        return ""
    day = spoken_date(step.due_on, locale=locale)
    return f"{day}{_JOINT[locale]}{step.due_time}" if step.due_time else day


_JOINT: Mapping[Locale, str] = {"ja": "", "en": ", "}


def _choice(name: str, values: tuple[str, ...], initial: str) -> Field:
    choices = tuple(Choice(one, Message(f"meeting-draft-{name}-{one}")) for one in values)
    return Field(
        name=name, label=Message(f"meeting-field-draft-{name}"), kind="choice", choices=choices, initial=initial
    )
