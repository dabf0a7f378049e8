"""The two forms: when an admin wants it, and whether a firm lets admins read how its people's questions are worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from bot.core import actions
from bot.core.digests.models import MONDAY
from bot.core.digests.unanswered.models import Wish, WordingConsent
from bot.core.messages import Argument, Choice, Field, Message, Offer, Part, Reply, Said

WEEKDAY, AT, WORDING = "weekday", "at", "wording"
NEVER, YES, NO = "never", "yes", "no"
Hours = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form asks for, or why it cannot be."""

    wish: Wish | None
    fault: Message | None = None


def wish_form(values: Mapping[str, str], hours: Hours, fault: Message | None = None) -> Reply:
    """When it comes; why it could not be kept stands on top."""
    days = tuple(Choice(str(one), Message("digest-weekday", {"weekday": one})) for one in range(MONDAY, MONDAY + 7))
    weekdays = (*days, Choice(NEVER, Message("digest-weekday-never")))
    parts: tuple[Part, ...] = (
        *((Said(fault),) if fault else ()),
        Said(Message("unanswered-settings-intro", {"start": f"{hours[0]:%H:%M}", "end": f"{hours[1]:%H:%M}"})),
        Field(
            name=WEEKDAY,
            label=Message("unanswered-settings-weekday"),
            kind="choice",
            choices=weekdays,
            initial=values.get(WEEKDAY, ""),
        ),
        Field(name=AT, label=Message("digest-settings-at"), kind="time", initial=values.get(AT, "")),
    )
    submit = Offer(actions.UNANSWERED_SETTINGS_SEND, "-", Message("digest-settings-submit"), is_main=True)
    return Reply(title=Message("unanswered-settings-title"), parts=parts, submit=submit)


def as_values(wish: Wish) -> dict[str, str]:
    """What is on record, as the form's fields hold it."""
    return {WEEKDAY: str(wish.weekly_on or NEVER), AT: f"{wish.at:%H:%M}"}


def filled(values: Mapping[str, str], person_id: str, hours: Hours) -> Filled:
    """What was filled in, checked: a known weekday, an hour within theirs."""
    try:
        at = time.fromisoformat(values.get(AT, ""))
        weekly_on = None if values.get(WEEKDAY) == NEVER else int(values.get(WEEKDAY, ""))
    except ValueError:
        return Filled(None, Message("digest-settings-unreadable"))
    if weekly_on is not None and not MONDAY <= weekly_on <= MONDAY + 6:
        return Filled(None, Message("digest-settings-unreadable"))
    if not hours[0] <= at < hours[1]:
        within: dict[str, Argument] = {"start": f"{hours[0]:%H:%M}", "end": f"{hours[1]:%H:%M}"}
        return Filled(None, Message("digest-settings-outside", within))
    return Filled(Wish(person_id=person_id, weekly_on=weekly_on, at=at))


def kept(wish: Wish) -> Reply:
    """What somebody wishes, in a sentence."""
    given: dict[str, Argument] = {"weekday": wish.weekly_on or MONDAY, "time": f"{wish.at:%H:%M}"}
    said = Message("unanswered-kept-weekly", given) if wish.weekly_on else Message("unanswered-kept-none")
    parts = (Said(Message("digest-settings-kept")), Said(said))
    # Beside the message from which it was opened, which stays.
    return Reply(title=Message("unanswered-settings-title"), parts=parts, is_aside=True)


def wording_form(company_id: str, consent: WordingConsent | None) -> Reply:
    """Whether admins may read how the firm's people worded what was not answered; they may not unless it is said."""
    choices = (Choice(NO, Message("wording-no")), Choice(YES, Message("wording-yes")))
    field = Field(
        name=WORDING,
        label=Message("wording-field"),
        kind="choice",
        choices=choices,
        initial=YES if consent and consent.is_given else NO,
    )
    submit = Offer(actions.WORDING_SEND, company_id, Message("digest-settings-submit"), is_main=True)
    return Reply(title=Message("wording-title"), parts=(Said(Message("wording-how")), field), submit=submit)
