"""What becomes of a modal: the answer to its submission, and its closing."""

from __future__ import annotations

from collections.abc import Callable

from bot.workspace.blocks import validate_view
from bot.workspace.errors import ApiError
from bot.workspace.records import Json, View
from bot.workspace.state import WorkspaceState


def answer_submission(state: WorkspaceState, view_id: str, answer: Json) -> Json:
    """Carry out what an app's acknowledgement says of a submitted view; return what the page needs to know of it.

    `action` in the result: close, errors (then `errors` by block id), update, push, clear, or gone if the person closed
    the modal meanwhile. Raises ApiError for an answer that Slack would not take.
    """
    if view_id not in state.views:
        return {"action": "gone"}
    if not answer:
        state.close_view(view_id)
        return {"action": "close"}
    if answer.get("response_action") == "clear":
        state.close_view(view_id, clear=True)
        return {"action": "clear"}
    carry_out = _ACTIONS.get(str(answer.get("response_action")))
    if carry_out is None:
        raise ApiError("invalid_arguments", messages=["[ERROR] response_action: errors, update, push or clear"])
    return {"action": answer["response_action"], **carry_out(state, state.view(view_id), answer)}


def close(state: WorkspaceState, view_id: str, *, clear: bool) -> tuple[list[View], bool]:
    """Close a modal as a person does; return the views whose app wants to know, and whether the stack is empty now.

    Raises ApiError not_found.
    """
    view = state.view(view_id)
    closed = state.close_view(view_id, clear=clear or bool(view.content.get("clear_on_close")))
    return [one for one in closed if one.content.get("notify_on_close")], not state.stack(view.user)


def _errors(_: WorkspaceState, view: View, answer: Json) -> Json:
    errors = answer.get("errors")
    inputs = {block["block_id"] for block in view.content["blocks"] if block.get("type") == "input"}
    if not isinstance(errors, dict) or not errors or not all(isinstance(text, str) for text in errors.values()):
        raise ApiError("invalid_arguments", messages=["[ERROR] errors: a text for each block_id"])
    if not set(errors) <= inputs:
        raise ApiError("invalid_arguments", messages=["[ERROR] errors: only the block_ids of input blocks"])
    return {"errors": errors}


def _update(state: WorkspaceState, view: View, answer: Json) -> Json:
    state.update_view(view, _modal_in(answer))
    return {"view_id": view.id}


def _push(state: WorkspaceState, view: View, answer: Json) -> Json:
    return {"view_id": state.push_view(view.user, _modal_in(answer)).id}


def _modal_in(answer: Json) -> Json:
    content = answer.get("view")
    if not isinstance(content, dict) or content.get("type") != "modal":
        raise ApiError("invalid_arguments", messages=["[ERROR] view: a modal"])
    validate_view(content)
    return content


_ACTIONS: dict[str, Callable[[WorkspaceState, View, Json], Json]] = {
    "errors": _errors,
    "update": _update,
    "push": _push,
}
