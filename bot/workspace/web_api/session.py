"""auth.test, api.test, apps.connections.open: who is calling, and from where the app is reached."""

from __future__ import annotations

from bot.workspace.errors import ApiError
from bot.workspace.web_api.call import Body, Call, Method


def auth_test(call: Call) -> Body:
    """auth.test."""
    seed = call.state.seed
    return {
        "ok": True,
        "url": f"{call.state.base_url}/",
        "team": seed.team_name,
        "user": call.state.user(seed.bot_user_id).name,
        "team_id": seed.team_id,
        "user_id": seed.bot_user_id,
        "bot_id": seed.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(call: Call) -> Body:
    """apps.connections.open: an address for one WebSocket, good for a short while."""
    return {"ok": True, "url": call.services.app_side.open_ticket()}


def api_test(call: Call) -> Body:
    """api.test: gives back what it was given, and fails when told to."""
    given = call.arguments.everything()
    if "error" in given:
        raise ApiError(call.arguments.text("error"), args=given)
    return {"ok": True, "args": given}


METHODS = {
    "api.test": Method(handler=api_test, tier=4, anybody=True),
    "auth.test": Method(handler=auth_test, tier=5),
    "apps.connections.open": Method(handler=open_connection, app_level=True, post_only=True),
}
