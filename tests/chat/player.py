"""Plays a transcript over the whole of it, and holds what appears against what is written."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from structlog.testing import capture_logs

from bot.core.handovers.models import HandOverState
from bot.workspace.records import Message
from tests.chat.acting import People
from tests.chat.observing import Seen, observed, place_of, taken_back
from tests.chat.sent_files import check_files
from tests.chat.stack import stacked
from tests.chat.transcripts import Sees, Step, Transcript


async def play(transcript: Transcript, data: Path) -> str:
    """Play it and return what was said and seen. Raises AssertionError at the first step that is not as written."""
    played: list[str] = []
    with capture_logs() as logs:
        async with stacked(transcript, data) as stack:
            people = People(stack)
            for number, step in enumerate(transcript.steps, start=1):
                played.append(f"{number}. {_told(step)}")
                try:
                    await _step(people, step, played)
                    assert not (wrong := [one for one in logs if one["log_level"] == "error"]), wrong
                except (AssertionError, TimeoutError) as error:
                    raise AssertionError(f"step {number}: {error}\n\n" + "\n".join(played)) from error
    return "\n".join(played)


async def _step(people: People, step: Step, played: list[str]) -> None:
    before = await people.act(step)
    if isinstance(before, Message) and step.called:
        people.called[step.called] = before
    await people.stack.settled()
    changes = people.stack.taken()
    seen = observed(people.state, changes)
    played += [one.told() for one in seen]
    _compare(people, step, seen, before)
    gone = taken_back(people.state, changes)
    assert gone == step.taken_back, f"{gone} messages were taken back"
    statuses = [text for text in people.state.statuses.values() if text]
    assert not statuses, f"it still says {statuses}"
    if step.handovers is not None:
        on_record = people.stack.library.database.handovers.in_state(tuple(HandOverState))
        assert [str(one.state) for one in on_record] == step.handovers, on_record


def _compare(people: People, step: Step, seen: list[Seen], before: Message | None) -> None:
    """Each thing seen is one that is written, and the other way round."""
    left, posted = list(seen), defaultdict[str, str](str)
    for wanted in step.sees:
        here = [one for one in left if _fits(people, step, wanted, one)]
        assert here, f"nothing like {wanted.model_dump(exclude_defaults=True)}"
        one = here[0]
        left.remove(one)
        _check(people, step, wanted, one, before)
        if one.message is not None and one.what == "message":
            assert posted[one.place] < one.message.ts, f"{one.look.text[:40]} comes too early in {one.place}"
            posted[one.place] = one.message.ts
        if wanted.called and one.message is not None:
            people.called[wanted.called] = one.message
    assert not left, "more than is written: " + "\n".join(one.told() for one in left)


def _fits(people: People, step: Step, wanted: Sees, seen: Seen) -> bool:
    """Whether this is what is meant: by where it stands, not by what it says."""
    if wanted.what != seen.what:
        return False
    if wanted.what in ("sheet", "home"):
        return seen.who == (wanted.who or step.who)
    place = wanted.at or step.at or _place_of_press(people, step) or step.who
    if seen.place != place or (wanted.what == "whisper" and seen.who != (wanted.who or step.who)):
        return False
    if wanted.what == "message" and wanted.outside == bool(seen.root):
        return False
    return not wanted.of or people.called[wanted.of] is seen.message


def _place_of_press(people: People, step: Step) -> str:
    return place_of(people.state, people.called[step.upon].channel) if step.upon in people.called else ""


def _check(people: People, step: Step, wanted: Sees, seen: Seen, before: Message | None) -> None:
    look = seen.look
    for text in wanted.has:
        assert text in look.text, f"no {text!r}"
    for text in wanted.lacks:
        assert text not in look.text, f"{text!r} is there"
    places = [look.text.find(text) for text in wanted.in_order]
    assert -1 not in places, f"not all of {wanted.in_order}"
    assert places == sorted(places), f"not in this order: {wanted.in_order}"
    for quote in wanted.quotes:
        assert any(quote in one for one in look.quotes), f"{quote!r} is not quoted: {look.quotes}"
    for label in wanted.buttons:
        assert label in look.labels, f"no button {label!r} among {look.labels}"
    for label in wanted.no_buttons:
        assert label not in look.labels, f"a button {label!r}"
    if wanted.only_buttons is not None:
        assert look.labels == wanted.only_buttons, f"buttons {look.labels}"
    for label in wanted.fields:
        assert label in look.fields, f"no field {label!r} among {look.fields}"
    check_files(wanted.files, seen.files)
    _check_thread(people, step, wanted, seen, before)


def _check_thread(people: People, step: Step, wanted: Sees, seen: Seen, before: Message | None) -> None:
    """An answer stands in the thread of what was said, unless something else is written."""
    if wanted.outside:
        return
    if wanted.under:
        root = people.called[wanted.under]
        assert seen.root == (root.thread_ts or root.ts), f"it does not stand under {wanted.under}"
    elif before is not None and wanted.what == "message" and not wanted.at:
        assert seen.root == (before.thread_ts or before.ts), "it stands in another thread"


def _told(step: Step) -> str:
    told = step.model_dump(exclude_defaults=True, exclude={"sees", "who", "handovers", "called"}, mode="json")
    return f"{step.who}: " + ", ".join(f"{name} {value}" for name, value in told.items())
