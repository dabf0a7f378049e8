"""Menus: selects of one and of several, overflow menus, checkboxes and radio buttons."""

from __future__ import annotations

from collections.abc import Iterator

from bot.workspace.blocks.composition import (
    CONFIRM,
    CONVERSATION_FILTER,
    exactly_one,
    option,
    option_group,
    plain,
)
from bot.workspace.blocks.schema import Fields, Flag, Integer, Kind, ListOf, Record, String

PRESSED: dict[str, Kind] = {"action_id": String(255), "confirm": CONFIRM}
FOCUSED: dict[str, Kind] = {**PRESSED, "focus_on_load": Flag()}
MENU: dict[str, Kind] = {**FOCUSED, "placeholder": plain(150)}
IDS = ListOf(String())
SEVERAL: dict[str, Kind] = {"max_selected_items": Integer(1)}
OPTIONS: dict[str, Kind] = {"options": ListOf(option(), 100), "option_groups": ListOf(option_group(), 100)}
FILTERED: dict[str, Kind] = {"default_to_current_conversation": Flag(), "filter": CONVERSATION_FILTER}
QUERY: dict[str, Kind] = {"min_query_length": Integer(0)}
# In a modal's input block only; see elements.elements().
ANSWERED: dict[str, Kind] = {"response_url_enabled": Flag()}


def _offered(fields: Fields) -> list[object]:
    options, groups = fields.get("options"), fields.get("option_groups")
    offered = list(options) if isinstance(options, list) else []
    for group in groups if isinstance(groups, list) else []:
        offered += group["options"]
    return offered


def initial_is_offered(fields: Fields) -> Iterator[tuple[str, str]]:
    """What is chosen at first has to be one of the options, exactly; several in a menu of groups have to be of one and
    the same group: https://github.com/slackapi/bolt-python/issues/242, https://github.com/slackapi/bolt-js/issues/1496.
    """
    offered, chosen = _offered(fields), fields.get("initial_options")
    if "initial_option" in fields and fields["initial_option"] not in offered:
        yield "/initial_option", "must match one of the options"
    several = list(chosen) if isinstance(chosen, list) else []
    for place, one in enumerate(several):
        if one not in offered:
            yield f"/initial_options/{place}", "must match one of the options"
    groups = fields.get("option_groups")
    if several and isinstance(groups, list) and not any(_are_all_in(group, several) for group in groups):
        yield "/initial_options", "must be options of one group"


def _are_all_in(group: Fields, chosen: list[object]) -> bool:
    offered = _offered(group)
    return all(one in offered for one in chosen)


STATIC = (exactly_one("options", "option_groups"), initial_is_offered)

MENUS = {
    "overflow": Record({"options": ListOf(option(link=True), 5)}, PRESSED),
    "checkboxes": Record(
        {"options": ListOf(option(mrkdwn=True), 10)},
        {"initial_options": ListOf(option(mrkdwn=True), 10), **FOCUSED},
        (initial_is_offered,),
    ),
    "radio_buttons": Record(
        {"options": ListOf(option(mrkdwn=True), 10)},
        {"initial_option": option(mrkdwn=True), **FOCUSED},
        (initial_is_offered,),
    ),
    "static_select": Record({}, {**MENU, **OPTIONS, "initial_option": option()}, STATIC),
    # No number of chosen ones is documented; they are of one list or of one group, and either holds a hundred.
    "multi_static_select": Record({}, {**MENU, **OPTIONS, **SEVERAL, "initial_options": ListOf(option(), 100)}, STATIC),
    "external_select": Record({}, {**MENU, **QUERY, "initial_option": option()}),
    "multi_external_select": Record({}, {**MENU, **QUERY, **SEVERAL, "initial_options": ListOf(option(), 100)}),
    "users_select": Record({}, {**MENU, "initial_user": String()}),
    "multi_users_select": Record({}, {**MENU, **SEVERAL, "initial_users": IDS}),
    "channels_select": Record({}, {**MENU, **ANSWERED, "initial_channel": String()}),
    "multi_channels_select": Record({}, {**MENU, **SEVERAL, "initial_channels": IDS}),
    "conversations_select": Record({}, {**MENU, **FILTERED, **ANSWERED, "initial_conversation": String()}),
    "multi_conversations_select": Record({}, {**MENU, **FILTERED, **SEVERAL, "initial_conversations": IDS}),
}
