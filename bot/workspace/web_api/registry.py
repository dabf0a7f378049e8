"""Every method the workspace answers, by name."""

from __future__ import annotations

from bot.workspace.web_api import (
    assistant,
    chat,
    chat_schedule,
    chat_streams,
    conversations,
    files,
    history,
    people,
    reactions,
    session,
    views,
)
from bot.workspace.web_api.call import Method

METHODS: dict[str, Method] = {
    **session.METHODS,
    **chat.METHODS,
    **chat_streams.METHODS,
    **chat_schedule.METHODS,
    **conversations.METHODS,
    **history.METHODS,
    **people.METHODS,
    **views.METHODS,
    **assistant.METHODS,
    **files.METHODS,
    **reactions.METHODS,
}
