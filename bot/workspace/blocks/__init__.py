"""Block Kit as strictly as Slack takes it: blocks, views and message metadata are looked through before they are stored."""

from __future__ import annotations

from typing import Literal

Surface = Literal["message", "modal", "home"]


def validate_blocks(blocks: object, surface: Surface) -> None:
    """Raise ApiError where Slack would refuse these blocks."""


def validate_view(view: object) -> None:
    """Raise ApiError where Slack would refuse this modal or Home view."""


def validate_metadata(metadata: object) -> None:
    """Raise ApiError where Slack would refuse this message metadata."""
