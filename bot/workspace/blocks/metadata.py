"""The metadata an app puts on a message: an event type and a payload."""

from __future__ import annotations

import json

from bot.workspace.blocks.schema import Problem, String, look_through
from bot.workspace.errors import ApiError

# Slack names the error `metadata_too_large` and publishes no figure; this one is ours.
METADATA_BYTES = 16_000
EVENT_TYPE = String(255)


def validate_metadata(metadata: object) -> None:
    """Raise ApiError: `invalid_metadata_format`, `invalid_metadata_schema` or `metadata_too_large`."""
    if not isinstance(metadata, dict):
        raise ApiError("invalid_metadata_format")
    problems = [
        Problem(f"missing required field: {name}", "/metadata")
        for name in ("event_type", "event_payload")
        if name not in metadata
    ]
    problems += [
        Problem(f"invalid additional property: {name}", "/metadata")
        for name in metadata
        if name not in {"event_type", "event_payload"}
    ]
    if "event_type" in metadata:
        problems += look_through(metadata["event_type"], EVENT_TYPE, "/metadata/event_type")
    if "event_payload" in metadata and not isinstance(metadata["event_payload"], dict):
        problems.append(Problem("must provide an object", "/metadata/event_payload"))
    if problems:
        raise ApiError("invalid_metadata_schema", messages=[f"[ERROR] {problem}" for problem in problems])
    if len(json.dumps(metadata, ensure_ascii=False).encode(errors="surrogatepass")) > METADATA_BYTES:
        raise ApiError("metadata_too_large")
