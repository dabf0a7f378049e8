"""What the workspace sends to its app, and how: Socket Mode, signed HTTP, redelivery, interactions, response urls."""

from __future__ import annotations

from bot.workspace.delivery.delivery import Delivery
from bot.workspace.delivery.http_push import UrlNotVerified
from bot.workspace.delivery.timing import Timing

__all__ = ["Delivery", "Timing", "UrlNotVerified"]
