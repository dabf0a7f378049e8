"""The page: its files, what it asks, what it does for a person, and the socket that tells it of changes.

Both ends of this contract are here and in `bot/workspace/page`; it is no part of Slack's protocol. Every request says
for whom it is made (`?as=U…`): this is a workspace on one machine, a person is a view of it and not an account.
"""

from __future__ import annotations

from aiohttp import web

from bot.workspace.page_api.acts import Acts
from bot.workspace.page_api.app_door import AppDoor
from bot.workspace.page_api.guard import guard
from bot.workspace.page_api.live import Live
from bot.workspace.page_api.reads import Reads
from bot.workspace.page_api.shapes import PageShapes
from bot.workspace.page_api.uploads import Uploads
from bot.workspace.state import WorkspaceState

__all__ = ["AppDoor", "install_page"]


def install_page(app: web.Application, state: WorkspaceState, door: AppDoor, *, locale: str = "ja") -> None:
    """Serve the page under /page/ and send `/` there. `locale` ("ja" or "en") is for people who have none."""
    shapes = PageShapes(state, locale)
    page = web.Application(middlewares=[guard])
    live = Live(state, shapes)
    page.add_routes(
        [
            *Reads(state, shapes).routes(),
            *Acts(state, shapes, door).routes(),
            *Uploads(state).routes(),
            *live.routes(),
        ]
    )
    page.on_shutdown.append(live.stop)
    app.add_subapp("/page/", page)
    app.router.add_get("/", _to_page)


async def _to_page(request: web.Request) -> web.StreamResponse:
    query = f"?{request.query_string}" if request.query_string else ""
    raise web.HTTPFound(f"/page/{query}")
