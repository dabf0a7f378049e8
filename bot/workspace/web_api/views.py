"""views.*: modals and Homes."""

from __future__ import annotations

import json
from typing import Any

from bot.workspace.blocks import validate_view
from bot.workspace.errors import ApiError
from bot.workspace.web_api.arguments import refused
from bot.workspace.web_api.call import Body, Call, Method

LARGEST_VIEW = 250_000  # bytes


def open_view(call: Call) -> Body:
    """views.open."""
    view = _view(call, "modal")
    opened = call.state.open_view(_person(call), view)
    return {"ok": True, "view": call.state.as_api_view(opened)}


def push_view(call: Call) -> Body:
    """views.push: on top of the modal the act came from."""
    view = _view(call, "modal")
    pushed = call.state.push_view(_person(call), view)
    return {"ok": True, "view": call.state.as_api_view(pushed)}


def update_view(call: Call) -> Body:
    """views.update: by id or external_id; a hash that is no longer the view's refuses."""
    arguments, state = call.arguments, call.state
    view_id, external_id = arguments.text("view_id"), arguments.text("external_id")
    if not view_id and not external_id:
        raise refused("missing required field: view_id")
    content = _view(call, None)
    view = state.view(view_id, external_id)
    if content["type"] != view.type:
        raise refused("the type of a view cannot be changed")
    return {"ok": True, "view": state.as_api_view(state.update_view(view, content, arguments.text("hash") or None))}


def publish_view(call: Call) -> Body:
    """views.publish: somebody's Home."""
    user = call.state.users.get(call.arguments.required("user_id"))
    if user is None:
        raise refused("unknown user: user_id")
    view = _view(call, "home")
    published = call.state.publish_home(user.id, view, call.arguments.text("hash") or None)
    return {"ok": True, "view": call.state.as_api_view(published)}


def _view(call: Call, wanted: str | None) -> dict[str, Any]:
    """Return the view given, valid. Raises ApiError view_too_large, invalid_arguments, …"""
    view = call.arguments.parsed("view", error="invalid_arguments")
    if view is None:
        raise refused("missing required field: view")
    if not isinstance(view, dict):
        raise refused("must provide an object: view")
    if len(json.dumps(view, ensure_ascii=False).encode()) > LARGEST_VIEW:
        raise ApiError("view_too_large")
    validate_view(view)
    if wanted is not None and view.get("type") != wanted:
        raise refused(f"must be a view of type {wanted}: view")
    return view


def _person(call: Call) -> str:
    """Return whose trigger this is, spending it: only a valid view does. Raises ApiError expired_trigger_id, …"""
    trigger_id = call.arguments.required("trigger_id")
    return call.services.app_side.use_trigger(trigger_id)


METHODS = {
    "views.open": Method(handler=open_view, tier=4),
    "views.push": Method(handler=push_view, tier=4),
    "views.update": Method(handler=update_view, tier=4),
    "views.publish": Method(handler=publish_view, tier=4),
}
