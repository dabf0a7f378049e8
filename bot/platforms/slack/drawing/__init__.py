"""Replies drawn for Slack: messages, sheets (modals), the home page, and text that streams."""

from __future__ import annotations

from bot.platforms.slack.drawing.message import Drawn, SlackDrawing

__all__ = ["Drawn", "SlackDrawing"]
