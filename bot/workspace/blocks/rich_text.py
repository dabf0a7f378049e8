"""Rich text: sections, lists, quotes and preformatted text, and what stands in their lines."""

from __future__ import annotations

from bot.workspace.blocks.schema import Choice, Flag, Integer, Kind, ListOf, Record, String, Typed

STYLE = Record(
    {},
    {
        name: Flag()
        for name in ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")
    },
)
STYLED: dict[str, Kind] = {"style": STYLE}
# An empty text is refused; a line break alone is not, so nothing is stripped here.
WORDS = String(form=r"[\s\S]+", least=0, otherwise="must be more than 0 characters")

TEXT = Record({"text": WORDS}, STYLED)
LINK = Record({"url": String()}, {"text": String(least=0), "unsafe": Flag(), **STYLED})

IN_LINES = {
    "text": TEXT,
    "link": LINK,
    "user": Record({"user_id": String()}, STYLED),
    "usergroup": Record({"usergroup_id": String()}, STYLED),
    "channel": Record({"channel_id": String()}, STYLED),
    "team": Record({"team_id": String()}, STYLED),
    "broadcast": Record({"range": Choice(("here", "channel", "everyone"))}, STYLED),
    "emoji": Record({"name": String()}, {"unicode": String(), "url": String(), "skin_tone": Integer(1, 6), **STYLED}),
    "color": Record({"value": String()}, STYLED),
    "date": Record(
        {"timestamp": Integer(), "format": String()}, {"url": String(), "fallback": String(least=0), **STYLED}
    ),
}
BORDER: dict[str, Kind] = {"border": Choice((0, 1))}
LINES = ListOf(Typed(IN_LINES), least=0)
SECTION = Record({"elements": LINES})

RICH_TEXT = Record(
    {
        "elements": ListOf(
            Typed(
                {
                    "rich_text_section": SECTION,
                    "rich_text_list": Record(
                        {
                            "elements": ListOf(Typed({"rich_text_section": SECTION})),
                            "style": Choice(("bullet", "ordered")),
                        },
                        {"indent": Integer(0, 8), "offset": Integer(0), **BORDER},
                    ),
                    "rich_text_quote": Record({"elements": LINES}, BORDER),
                    "rich_text_preformatted": Record(
                        {"elements": ListOf(Typed({"text": TEXT, "link": LINK}), least=0)},
                        BORDER,
                    ),
                }
            ),
            least=0,
        )
    },
    {"block_id": String(255)},
)
