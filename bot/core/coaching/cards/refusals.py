"""Why something cannot be done with a card."""

from __future__ import annotations

from bot.errors import PersonError


class CardRefused(PersonError):
    """A card cannot be shown or changed; keys start with `value-card-refused-`."""
