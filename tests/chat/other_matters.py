"""What goes on around the first firm, begun by its people and its coordinator, and by which ids it is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.core.changeovers.models import State as ChangeoverState
from bot.core.handovers.models import HandOverState
from bot.core.introductions.models import State as IntroductionState
from bot.core.messages import Reply
from tests.chat.following import offers_in
from tests.chat.two_firms import World

QUESTION = "zqaskhanded"
"""What the first firm's people asked; the coordinator who was asked reads it."""
ANSWERED = "zqaskanswered"
"""Another question, which the coordinator answered."""
WORD = "zqaskword"
"""The word with which a coordinator asks a colleague to take the firm over."""


def go_on(world: World) -> dict[str, str]:
    """Questions, a request to take firms over, digests, introductions; each id by what it is."""
    ids: dict[str, str] = {}
    for mark in (ANSWERED, QUESTION):
        asked = world.says("suzuki", f"{mark}の輸出規制の手続きはどうしますか？")
        reference = _press(world, "suzuki", asked, "hand_over")
        ids[f"question {mark}"] = reference
    store = world.library.database.handovers
    for one in store.by_asker(world.people["suzuki"].address):
        ids[f"hand-over {one.question_id}"] = one.id
    answered = next(
        one for one in store.in_state(tuple(HandOverState)) if one.question_id == ids[f"question {ANSWERED}"]
    )
    _send(world, "takahashi", "answer_form", answered.id, {})
    _send(world, "takahashi", "entry_form", answered.id, {})
    ids |= _changeovers(world)
    ids |= _digests(world)
    world.chat.introductions.look()
    for known in world.library.database.introductions.in_state(tuple(IntroductionState)):
        ids[f"introduction {known.id}"] = known.id
    return ids


def _changeovers(world: World) -> dict[str, str]:
    terms = {"scope": "all", "reason": "other", "from": "2026-12-01", "until": "", "note": WORD}
    for key, reference, to in (("takahashi", "all", "ito"), ("yamada", "own", "suzuki")):
        shown = _send(world, key, "changeover_form", reference, {**terms, "to": world.people[to].id})
        _press(world, key, shown, "changeover_ask")
    found = world.library.database.changeovers.in_state((ChangeoverState.ASKED,))
    assert len(found) == 2, found
    return {f"changeover of {one.what}": one.id for one in found}


def _digests(world: World) -> dict[str, str]:
    for _ in range(8 * 6):
        world.clock.at += timedelta(hours=4)
        world.chat.digests.tick()
        world.chat.unanswered.tick()
    since = world.clock.at - timedelta(days=30)
    found = {
        f"digest of {key} {number}": one.id
        for key in ("takahashi", "ito", "nakamura")
        for number, one in enumerate(world.library.database.digests.of_person(world.people[key].id, since=since))
    }
    assert {"digest of takahashi 0", "digest of nakamura 0"} <= found.keys(), found
    return found


def _press(world: World, key: str, reply: Reply | None, action: str) -> str:
    """The one button of this action; returns its reference."""
    offer = next(offer for offer, _ in offers_in(reply) if offer.action == action)
    world.presses(key, action, offer.reference)
    return offer.reference


def _send(world: World, key: str, action: str, reference: str, values: Mapping[str, str]) -> Reply | None:
    """Opens a form, fills it in and sends it."""
    form = world.presses(key, action, reference)
    assert form is not None, action
    assert form.submit is not None, (action, form)
    filled = next(values for offer, values in offers_in(form) if offer == form.submit)
    return world.presses(key, form.submit.action, form.submit.reference, {**filled, **values})
