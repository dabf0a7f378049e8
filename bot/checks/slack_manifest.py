"""manifest.yaml against the program: the events it reads, the permissions its calls need, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from slack_sdk.web.async_client import AsyncWebClient

from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.messages import Message
from bot.platforms.slack.arrivals import COMMAND, SHORTCUTS, SUBSCRIBED
from bot.platforms.slack.permissions import SCOPES, WITHOUT_SCOPE

_SCOPES_AT, _EVENTS_AT = ("oauth_config", "scopes", "bot"), ("settings", "event_subscriptions", "bot_events")


class _Open(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Prompt(_Open):
    title: str = Field(min_length=1)
    message: str = Field(min_length=1)


class _AgentView(_Open):
    agent_description: str = Field(min_length=1, max_length=300)
    suggested_prompts: list[_Prompt] = Field(default=[], max_length=4)


class _Command(_Open):
    command: str = Field(pattern=r"^/[a-z0-9_-]{1,31}$")
    description: str = Field(max_length=2_000)
    usage_hint: str = Field(default="", max_length=1_000)
    should_escape: bool = False


class _Shortcut(_Open):
    name: str = Field(min_length=1, max_length=24)
    type: Literal["message"]
    callback_id: str = Field(max_length=255)
    description: str = Field(min_length=1, max_length=150)


class _Features(_Open):
    app_home: dict[str, bool]
    agent_view: _AgentView
    bot_user: dict[str, Any]
    shortcuts: list[_Shortcut] = Field(default=[], max_length=10)
    slash_commands: list[_Command]


class _Display(_Open):
    name: str = Field(max_length=35)
    description: str = Field(max_length=140)
    long_description: str = Field(min_length=174, max_length=4_000)
    background_color: str = Field(pattern="^#[0-9a-f]{6}$")


class _Scopes(_Open):
    bot: list[str]


class _Oauth(_Open):
    scopes: _Scopes


class _Events(_Open):
    bot_events: list[str]


class _Settings(_Open):
    event_subscriptions: _Events
    interactivity: dict[str, bool]
    org_deploy_enabled: bool
    socket_mode_enabled: bool
    token_rotation_enabled: bool


class ManifestFile(BaseModel):
    """What of Slack's manifest Minori uses; lengths are Slack's (https://docs.slack.dev/reference/app-manifest)."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    metadata: dict[str, int] = Field(alias="_metadata")
    display_information: _Display
    features: _Features
    oauth_config: _Oauth
    settings: _Settings


def check_manifest(path: Path, code: Path) -> Iterator[Problem]:
    """All problems of the manifest, and calls in `code` that no scope is known for."""
    yield from _calls(code)
    file = read_yaml(path, ManifestFile)
    if isinstance(file, list):
        yield from file
        return
    scopes, events = file.content.oauth_config.scopes.bot, file.content.settings.event_subscriptions.bot_events
    yield from _compared(file, _SCOPES_AT, scopes, set(SCOPES))
    yield from _compared(file, _EVENTS_AT, events, set(SUBSCRIBED))
    commands = [one.command for one in file.content.features.slash_commands]
    yield from _compared(file, ("features", "slash_commands"), commands, {COMMAND})
    shortcuts = [one.callback_id for one in file.content.features.shortcuts]
    yield from _compared(file, ("features", "shortcuts"), shortcuts, set(SHORTCUTS))
    yield from _unexplained(path)


def _compared(
    file: YamlFile[ManifestFile], place: tuple[str, ...], given: list[str], needed: set[str]
) -> Iterator[Problem]:
    for name in sorted(needed - set(given)):
        yield file.problem(place, Message("check-manifest-lacks", {"name": name}))
    for number, name in enumerate(given):
        if name not in needed or name in given[:number]:
            yield file.problem((*place, number), Message("check-manifest-unneeded", {"name": name}))


def _unexplained(path: Path) -> Iterator[Problem]:
    """Every permission and every event says what it is for, in a comment on its line."""
    wanted = re.compile(r"^ +- ([a-z_]+[.:][a-z_.]+|app_[a-z_]+|member_[a-z_]+|commands)\s*$")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if found := wanted.match(line):
            yield Problem(path, number, Message("check-manifest-unexplained", {"name": found[1]}))


def _calls(code: Path) -> Iterator[Problem]:
    """Calls of the Web API in the Slack platform that stand in no scope's list."""
    known = {method.replace(".", "_") for needed in SCOPES.values() for method in needed.methods}
    known |= {method.replace(".", "_") for method in WITHOUT_SCOPE}
    families = {name.partition("_")[0] for name in known}
    for file in sorted((code / "platforms" / "slack").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Attribute) or node.attr in known or node.attr.partition("_")[0] not in families:
                continue
            if "_" in node.attr and hasattr(AsyncWebClient, node.attr):
                yield Problem(file, node.lineno, Message("check-manifest-call", {"name": node.attr}))
