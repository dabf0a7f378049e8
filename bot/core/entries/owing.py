"""The kinds of messages that an entry owes, and when two of them are the same one."""

from __future__ import annotations

from bot.core.entries.models import Entry
from bot.core.owed import Owed
from bot.core.people import Member

CONSENT = "entry_consent"
REVIEW = "entry_review"
NEWS = "entry_news"
EXPIRY = "entry_expiry"


def consent(entry: Entry, asker: Member) -> Owed:
    """To whoever asked: may the question stand among the guides as you worded it? Once for each wording."""
    return Owed(kind=CONSENT, subject_id=entry.id, occurrence=str(entry.version), person=asker.address)


def review(entry: Entry, reviewer: Member) -> Owed:
    """To somebody who may publish it: please look at this."""
    return Owed(kind=REVIEW, subject_id=entry.id, occurrence=f"{entry.version}-{reviewer.id}", person=reviewer.address)


def news(entry: Entry, to: Member) -> Owed:
    """To its author, or owner: what became of it."""
    return Owed(kind=NEWS, subject_id=entry.id, occurrence=f"{entry.state}-{entry.version}", person=to.address)


def expiry(entry: Entry, owner: Member) -> Owed:
    """To its owner: is it still right? Once for each last day and each time of asking."""
    occurrence = f"{entry.valid_until:%Y%m%d}-{entry.asked_count}"
    return Owed(kind=EXPIRY, subject_id=entry.id, occurrence=occurrence, person=owner.address)
