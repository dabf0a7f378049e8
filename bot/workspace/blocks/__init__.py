"""Block Kit as strictly as Slack takes it: blocks, views and metadata are looked through before they are stored.

The rules are data (`layout`, `elements`, `menus`, `rich_text`, `tables`, `composition`), read by `schema`; what holds
over all blocks together is in `across`. Source: https://docs.slack.dev/reference/block-kit, and what Slack was seen to
answer.
"""

from __future__ import annotations

from bot.workspace.blocks.elements import Surface
from bot.workspace.blocks.metadata import validate_metadata
from bot.workspace.blocks.surfaces import validate_blocks, validate_options, validate_view

__all__ = ["Surface", "validate_blocks", "validate_metadata", "validate_options", "validate_view"]
