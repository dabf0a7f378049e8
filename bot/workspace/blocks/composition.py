"""Composition objects: the small things blocks and elements are made of, with the limits of Slack's reference."""

from __future__ import annotations

from collections.abc import Iterator

from bot.workspace.blocks.schema import Choice, Fields, Flag, Kind, ListOf, Record, Rule, String, Typed

EMOJI: dict[str, Kind] = {"emoji": Flag()}
VERBATIM: dict[str, Kind] = {"verbatim": Flag()}
WEB_ADDRESS = String(3000, form=r"https?://\S+", otherwise="must be a valid URL")
SECURE_ADDRESS = String(3000, form=r"https://\S+", otherwise="must be a valid HTTPS URL")
# A button may open any scheme: mailto:, tel:, slack://.
LINK = String(3000, form=r"[A-Za-z][A-Za-z0-9+.-]*:\S+", otherwise="must be a valid URL")
STYLE = Choice(("primary", "danger"))


def plain(most: int) -> Typed:
    """A text object that may be plain_text only."""
    return Typed({"plain_text": Record({"text": String(most)}, EMOJI)})


def text(most: int) -> Typed:
    """A text object of either type."""
    return Typed(
        {
            "plain_text": Record({"text": String(most)}, EMOJI),
            "mrkdwn": Record({"text": String(most)}, VERBATIM),
        },
        union=True,
    )


def option(*, mrkdwn: bool = False, link: bool = False) -> Record:
    """An option; mrkdwn in checkboxes and radio buttons only, a link in overflow menus only."""
    words = text(75) if mrkdwn else plain(75)
    more: dict[str, Kind] = {"description": words, **({"url": LINK} if link else {})}
    return Record({"text": words, "value": String(150)}, more)


def option_group() -> Record:
    """Options under a label."""
    return Record({"label": plain(75), "options": ListOf(option(), 100)})


def exactly_one(*names: str) -> Rule:
    """One of these fields, and not two."""

    def rule(fields: Fields) -> Iterator[tuple[str, str]]:
        given = [name for name in names if name in fields]
        if not given:
            yield "", f"missing required field: {' or '.join(names)}"
        if len(given) > 1:
            yield "", f"must provide only one of: {', '.join(names)}"

    return rule


def at_least_one(*names: str) -> Rule:
    """One of these fields, or more."""

    def rule(fields: Fields) -> Iterator[tuple[str, str]]:
        if not any(name in fields for name in names):
            yield "", f"missing required field: {' or '.join(names)}"

    return rule


CONFIRM = Record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": STYLE},
)
DISPATCH_ACTION_CONFIG = Record(
    {}, {"trigger_actions_on": ListOf(Choice(("on_enter_pressed", "on_character_entered")), 2)}
)
CONVERSATION_FILTER = Record(
    {},
    {
        "include": ListOf(Choice(("im", "mpim", "private", "public")), 4),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    (at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),),
)
SLACK_FILE = Record({}, {"id": String(), "url": WEB_ADDRESS}, (exactly_one("id", "url"),))
IMAGE_SOURCE: dict[str, Kind] = {"image_url": WEB_ADDRESS, "slack_file": SLACK_FILE}
IMAGE = Record({"alt_text": String(2000)}, IMAGE_SOURCE, (exactly_one("image_url", "slack_file"),))
