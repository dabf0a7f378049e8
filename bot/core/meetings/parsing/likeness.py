"""Whether a line is the record of an encounter, or a question and talk: a false catch is worse than a miss."""

from __future__ import annotations

from bot.core.meetings.parsing.models import Caught

ENOUGH = 4
"""Weight from which a line is taken for a record."""


def weight(caught: Caught) -> int:
    """How much the line looks like the record of an encounter: 0 for a question or a request."""
    if caught.is_asking:
        return 0
    said = {"company": 2, "person": 2, "title": 1, "event": 1, "met_on": 1, "due_on": 1, "due_time": 1}
    weight_ = sum(points for name, points in said.items() if getattr(caught, name) is not None)
    weight_ += 2 if caught.is_met else 0
    weight_ += 1 if caught.next_step and caught.due_on else 0
    return weight_


def looks_like_encounter(caught: Caught, text: str) -> bool:
    """True for the record of an encounter or of an appointment with somebody outside.

    It names a company or a person (or the event and the day), tells that they met or plans something with a date, and
    is
    no question. A miss is answered as a question with the offer to record it.
    """
    if caught.is_asking or len(text) > 600:
        return False
    is_somebody = caught.company is not None or caught.person is not None
    is_told = caught.is_met and (is_somebody or (caught.event is not None and caught.met_on is not None))
    is_appointment = is_somebody and caught.next_step is not None and caught.due_on is not None
    return (is_told or is_appointment) and weight(caught) >= ENOUGH
