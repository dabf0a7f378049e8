"""Fields of a form: lines to type, choices, a date, a time, a person. Source: https://docs.slack.dev/reference/block-kit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, time

from bot.core.messages import MOST_CHOICES, Choice, Field, chosen_of
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.pen import Json, Pen
from bot.platforms.slack.drawing.untrusted import literal

MENU_MARK = "~"
"""Between a field's name and the number of its second and further menus, in a block_id."""
_FEW_CHOICES = 6
"""So many are shown at once, to be picked by one tap; more are a menu."""


def drawn_fields(part: Field, pen: Pen) -> list[Json]:
    """The input blocks of a field: one, but for more than a menu can hold ticked at first. Raises ValueError for a
    name, a choice or an initial date that it cannot carry."""
    ticked = set(chosen_of(part.initial)) if part.kind == "choices" else set()
    part = replace(part, choices=_ticked_first(part.choices, ticked))
    if sum(one.value in ticked for one in part.choices[:MOST_CHOICES]) <= limits.OPTIONS:
        return [_drawn_field(part, pen)]
    # Several menus. None has to be answered by itself: whoever reads the form finds what was left empty of all of them.
    menus = [part.choices[start : start + limits.OPTIONS] for start in range(0, MOST_CHOICES, limits.OPTIONS)]
    if len(part.choices) > MOST_CHOICES:
        pen.cut.append(f"choices: {len(part.choices)} > {MOST_CHOICES}")
    first = replace(part, choices=menus[0], is_required=False)
    further = (
        replace(first, name=f"{part.name}{MENU_MARK}{number}", choices=menu, hint=None)
        for number, menu in enumerate(menus[1:], start=1)
        if menu
    )
    return [_drawn_field(one, pen) for one in (first, *further)]


def _ticked_first(choices: tuple[Choice, ...], ticked: Collection[str]) -> tuple[Choice, ...]:
    """Of more than one group those ticked are the first: Slack refuses a menu whose ticked options are of several
    groups (https://github.com/slackapi/bolt-python/issues/242)."""
    if len(choices) <= limits.OPTIONS or not ticked:
        return choices
    return tuple(sorted(choices, key=lambda one: one.value not in ticked))


def _drawn_field(part: Field, pen: Pen) -> Json:
    if not 0 < limits.length(part.name) <= limits.BLOCK_ID:
        raise ValueError(f"a field's name is empty or longer than {limits.BLOCK_ID} characters")
    block: Json = {
        "type": "input",
        "block_id": part.name,
        "label": pen.plain(part.label, limits.INPUT_LABEL, "field"),
        "element": {"action_id": "value", **_ELEMENTS[part.kind](part, pen)},
        "optional": not part.is_required,
    }
    if part.hint is not None:
        block["hint"] = pen.plain(part.hint, limits.INPUT_LABEL, "hint", keeps_lines=True)
    return block


def _lines(part: Field, pen: Pen) -> Json:
    longest = max(1, min(part.longest, limits.INPUT_VALUE))
    element: Json = {"type": "plain_text_input", "multiline": part.kind == "lines", "max_length": longest}
    initial = literal(part.initial) if part.kind == "lines" else " ".join(literal(part.initial).split("\n"))
    if initial:
        element["initial_value"] = pen.clipped(initial, longest, "initial")
    return element


def _choice(part: Field, pen: Pen) -> Json:
    """One of several."""
    options = _options(part, pen)
    if not options:
        return _lines(part, pen)
    few = len(options) <= _FEW_CHOICES
    element: Json = {"type": "radio_buttons" if few else "static_select", **_offered(options)}
    chosen = next((option for option in options if option["value"] == part.initial), None)
    return element | {"initial_option": chosen} if chosen else element


def _choices(part: Field, pen: Pen) -> Json:
    """Any of several. Raises ValueError where their values could not be told apart once they are joined."""
    options = _options(part, pen)
    if not options:
        return _lines(part, pen)
    if any("," in option["value"] for option in options):
        raise ValueError("a choice of several has a comma in its value")
    few = len(options) <= limits.OPTIONS_SHOWN
    element: Json = {"type": "checkboxes" if few else "multi_static_select", **_offered(options)}
    initial = chosen_of(part.initial)
    chosen = [option for option in options if option["value"] in initial]
    return element | {"initial_options": chosen} if chosen else element


def _options(part: Field, pen: Pen) -> list[Json]:
    if len(part.choices) > MOST_CHOICES:
        pen.cut.append(f"choices: {len(part.choices)} > {MOST_CHOICES}")
    return [pen.option(choice) for choice in part.choices[:MOST_CHOICES]]


def _offered(options: list[Json]) -> Json:
    """A menu takes a hundred options, or a hundred groups of as many: Slack finds what is typed in all of them. A group
    is called by its first and its last option."""
    if len(options) <= limits.OPTIONS:
        return {"options": options}
    groups = [options[start : start + limits.OPTIONS] for start in range(0, len(options), limits.OPTIONS)]
    return {"option_groups": [{"label": _group_label(group), "options": group} for group in groups]}


def _group_label(group: list[Json]) -> Json:
    longest = (limits.OPTION_LABEL - 3) // 2
    first, last = (one["text"]["text"][:longest] for one in (group[0], group[-1]))
    return {"type": "plain_text", "text": f"{first} – {last}", "emoji": False}


def _date(part: Field, _: Pen) -> Json:
    """Raises ValueError for an initial value that is no YYYY-MM-DD."""
    if part.initial and date.fromisoformat(part.initial).isoformat() != part.initial:
        raise ValueError(f"{part.initial!r} is no date for a field: YYYY-MM-DD")
    return {"type": "datepicker"} | ({"initial_date": part.initial} if part.initial else {})


def _time(part: Field, _: Pen) -> Json:
    """Raises ValueError for an initial value that is no HH:MM."""
    if part.initial and time.fromisoformat(part.initial).isoformat("minutes") != part.initial:
        raise ValueError(f"{part.initial!r} is no time for a field: HH:MM")
    return {"type": "timepicker"} | ({"initial_time": part.initial} if part.initial else {})


def _person(part: Field, _: Pen) -> Json:
    """Anybody of the workspace, found by typing the beginning of a name."""
    return {"type": "users_select"} | ({"initial_user": part.initial} if part.initial else {})


_ELEMENTS: Mapping[str, Callable[[Field, Pen], Json]] = {
    "line": _lines,
    "lines": _lines,
    "choice": _choice,
    "choices": _choices,
    "date": _date,
    "time": _time,
    "person": _person,
}
