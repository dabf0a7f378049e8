"""How a lead changes by what somebody did and was not refused. Pure: the lead before, the lead after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.simulation.ledger import Lead, Step


def awake(lead: Lead) -> Lead:
    """Whoever does something with it does not let it sleep."""
    return replace(lead, state="open", wakes=None) if lead.state == "sleeping" else lead


def contacted(lead: Lead, on: date) -> Lead:
    """They talked."""
    return replace(awake(lead), contact_on=max(lead.contact_on, on))


def step_set(lead: Lead, step: Step, today: date) -> Lead:
    """What is done next."""
    return replace(awake(lead), step=step, counts_from=today, postponed=None)


def step_done(lead: Lead, today: date) -> Lead:
    """Nothing follows yet."""
    contact = max(lead.contact_on, today)
    return replace(awake(lead), step=None, contact_on=contact, counts_from=today, postponed=None)


def postponed(lead: Lead, until: date) -> Lead:
    """Not before that day; what sleeps sleeps on."""
    if lead.state == "sleeping":
        return replace(lead, wakes=until)
    step = replace(lead.step, due=until) if lead.step and lead.step.due else lead.step
    return replace(lead, postponed=until, step=step)


def ended(lead: Lead) -> Lead:
    """Left for now, or a greeting only."""
    return replace(lead, state="closed", postponed=None, wakes=None, asked=(), talks=())


def asleep(lead: Lead, until: date) -> Lead:
    """Until a day to come."""
    return replace(lead, state="sleeping", wakes=until, postponed=None, asked=(), talks=())


def reopened(lead: Lead, today: date) -> Lead:
    """Looked after again."""
    if lead.state not in ("sleeping", "closed"):
        return lead
    return replace(lead, state="open", wakes=None, postponed=None, counts_from=today)


def asked(lead: Lead, colleague: str, today: date, text: str) -> Lead:
    """A colleague is asked; the same once more changes nothing."""
    known = [(person, said) for person, _, said in (*lead.asked, *lead.talks)]
    if (colleague, text) in known:
        return lead
    return replace(awake(lead), asked=(*lead.asked, (colleague, today, text)))


def accepted(lead: Lead, colleague: str, today: date) -> Lead:
    """The colleague does it."""
    theirs = next((one for one in (*lead.asked, *lead.talks) if one[0] == colleague), None)
    if theirs is None:
        return lead
    step = replace(lead.step, owner=colleague) if lead.step else Step(theirs[2], colleague)
    rest = tuple(one for one in lead.asked if one is not theirs)
    talks = tuple(one for one in lead.talks if one is not theirs)
    return replace(lead, step=step, asked=rest, talks=talks, counts_from=today)


def talking(lead: Lead, colleague: str) -> Lead:
    """The colleague wants to talk about it first."""
    theirs = [one for one in lead.asked if one[0] == colleague][:1]
    return replace(lead, asked=tuple(one for one in lead.asked if one not in theirs), talks=(*lead.talks, *theirs))


def confirmed(lead: Lead, today: date) -> Lead:
    """It is right."""
    if lead.state != "unconfirmed":
        return lead
    return replace(lead, state="open", confirmer="", counts_from=today)
