"""Slack's Web API, family by family; every method is in `registry.METHODS`."""

from __future__ import annotations

from bot.workspace.web_api.app import WebApi
from bot.workspace.web_api.call import Services
from bot.workspace.web_api.file_urls import FileUrls
from bot.workspace.web_api.pace import Pace, PaceKeeper
from bot.workspace.web_api.schedule import Schedule
from bot.workspace.web_api.uploads import Uploads

__all__ = ["FileUrls", "Pace", "PaceKeeper", "Schedule", "Services", "Uploads", "WebApi"]
