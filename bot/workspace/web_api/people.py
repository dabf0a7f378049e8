"""users.*, bots.info, team.info."""

from __future__ import annotations

from bot.workspace.api_shapes import user_shape
from bot.workspace.errors import ApiError
from bot.workspace.records import User
from bot.workspace.web_api.call import Body, Call, Method
from bot.workspace.web_api.paging import page_of


def _shape(call: Call, user: User) -> Body:
    shape = user_shape(call.state, user, email="users:read.email" in call.state.app.scopes)
    if call.arguments.flag("include_locale"):
        shape["locale"] = user.locale
    return shape


def info(call: Call) -> Body:
    """users.info."""
    return {"ok": True, "user": _shape(call, call.state.user(call.arguments.required("user")))}


def list_all(call: Call) -> Body:
    """users.list."""
    part, following = page_of(list(call.state.users.values()), call.arguments)
    shapes = [_shape(call, user) for user in part]
    return {
        "ok": True,
        "members": shapes,
        "cache_ts": int(call.state.clock.timestamp()),
        "response_metadata": following,
    }


def lookup_by_email(call: Call) -> Body:
    """users.lookupByEmail: letter case does not matter."""
    email = call.arguments.required("email").casefold()
    for user in call.state.users.values():
        if user.email.casefold() == email and not user.deleted:
            return {"ok": True, "user": _shape(call, user)}
    raise ApiError("users_not_found")


def profile(call: Call) -> Body:
    """users.profile.get: of `user`, or of the app's bot."""
    user = call.state.user(call.arguments.text("user") or call.bot)
    return {"ok": True, "profile": _shape(call, user)["profile"]}


def presence(call: Call) -> Body:
    """users.getPresence: everybody in a workspace on one machine is there."""
    call.state.user(call.arguments.text("user") or call.bot)
    return {"ok": True, "presence": "active"}


def bot_info(call: Call) -> Body:
    """bots.info: of the one bot there is."""
    seed = call.state.seed
    if call.arguments.text("bot", seed.bot_id) != seed.bot_id:
        raise ApiError("bot_not_found")
    bot = {
        "id": seed.bot_id,
        "deleted": False,
        "name": seed.app_name,
        "updated": 0,
        "app_id": seed.app_id,
        "user_id": seed.bot_user_id,
        "icons": {},
    }
    return {"ok": True, "bot": bot}


def team_info(call: Call) -> Body:
    """team.info."""
    seed = call.state.seed
    if call.arguments.text("team", seed.team_id) != seed.team_id:
        raise ApiError("team_not_found")
    team = {"id": seed.team_id, "name": seed.team_name, "domain": "local", "email_domain": "", "icon": {}}
    return {"ok": True, "team": team}


_READ = ("users:read",)

METHODS = {
    "users.info": Method(handler=info, scopes=_READ, tier=4, takes_json=False),
    "users.list": Method(handler=list_all, scopes=_READ, tier=2, takes_json=False),
    "users.lookupByEmail": Method(handler=lookup_by_email, scopes=("users:read.email",), takes_json=False),
    "users.profile.get": Method(handler=profile, scopes=("users.profile:read",), tier=4, takes_json=False),
    "users.getPresence": Method(handler=presence, scopes=_READ, takes_json=False),
    "bots.info": Method(handler=bot_info, scopes=_READ, takes_json=False),
    "team.info": Method(handler=team_info, scopes=("team:read",)),
}
