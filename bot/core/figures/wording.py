"""Numbers in words: a share with what it is of, and few said as few."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.figures.intervals import Share
from bot.core.figures.periods import Period
from bot.core.figures.reckoning import Figures, Reminder, Stall, Step
from bot.core.figures.records import ANSWER_STATES
from bot.core.messages import Fact, Headed, Message, Part, Said


def share_in_words(share: Share) -> Message:
    """`41 of 60 (68 %)`; of fewer than twenty no percentage, and that they are too few to say."""
    if not share.of:
        return Message("figures-share-none")
    if share.is_small or share.percent is None:
        return Message("figures-share-few", {"hits": share.hits, "of": share.of})
    return Message("figures-share", {"hits": share.hits, "of": share.of, "percent": share.percent})


def period_in_words(period: Period) -> Message:
    """From when until when."""
    return Message("figures-period", {"first": period.first.isoformat(), "last": period.last.isoformat()})


def in_words(figures: Figures, period: Period, *, left_out: int = 0) -> Iterator[Part]:
    """All numbers, each under what it is."""
    yield Said(period_in_words(period))
    yield Said(Message("figures-cases", {"count": figures.cases}))
    if left_out:
        yield Said(Message("figures-left-out", {"count": left_out}))
    yield Headed(Message("figures-goals"))
    goals = figures.goals
    yield Fact(Message("figures-goals-met"), share_in_words(goals.hit))
    rest = {"partly": goals.partly, "not_met": goals.not_met, "unsaid": goals.not_recorded}
    yield Said(Message("figures-goals-rest", rest))
    yield Headed(Message("figures-steps"))
    steps = [one for one in figures.steps if one.share.of]
    for step in steps:
        yield Fact(Message(f"meeting-stage-{step.stage}"), share_in_words(step.share))
        yield Said(step_in_words(step))
    if not steps:
        yield Said(Message("figures-share-none"))
    yield Headed(Message("figures-stalls"))
    yield from (Fact(Message(f"figures-at-{one.wall}"), stall_in_words(one)) for one in figures.stalls)
    yield Headed(Message("figures-reminders"))
    yield from (Fact(reminder_label(one), reminder_in_words(one)) for one in figures.reminders)
    if not figures.reminders:
        yield Said(Message("figures-share-none"))
    yield Headed(Message("figures-answers"))
    for state in ANSWER_STATES:
        yield Fact(
            Message(f"figures-answer-{state}"), Message("figures-count", {"count": figures.answers.get(state, 0)})
        )
    yield Said(Message("figures-answered-by-person", {"count": figures.answered_by_person}))


def step_in_words(step: Step) -> Message:
    """When half had moved on, and who has not."""
    rest = {"on_the_way": step.on_the_way, "ended": step.ended}
    if step.median_days is None:
        return Message("figures-step-open", rest)
    return Message("figures-step-median", {"days": step.median_days, **rest})


def stall_in_words(stall: Stall) -> Message:
    """How many, and how old."""
    if stall.median_age is None or stall.oldest is None:
        return Message("figures-stall-none")
    ages = {"median": round(stall.median_age, 1), "oldest": stall.oldest}
    return Message("figures-stall", {"count": stall.count, **ages})


def reminder_label(one: Reminder) -> Message:
    """Of which matter; which time is said with the number."""
    return Message(f"nudge-matter-{one.matter}")


def reminder_in_words(one: Reminder) -> Message:
    """The share of those decided; what is still open is said beside it."""
    share = one.share
    if not share.of:
        return Message("figures-reminder-open", {"step": one.step, "open": one.open})
    said = {"step": one.step, "hits": share.hits, "of": share.of, "open": one.open}
    if share.is_small or share.percent is None:
        return Message("figures-reminder-few", said)
    return Message("figures-reminder", {**said, "percent": share.percent})
