"""The demonstration: a local workspace with two firms and a support body, and the same people known to Minori."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.bootstrap import Library, load_working_days, make_membership
from bot.core.clock import SystemClock, day_of
from bot.core.data_files import parse_yaml
from bot.core.people import Role
from bot.errors import DataFileError
from bot.resources import knowledge_folder
from bot.workspace.seed import AppCredentials, Seed, SeedChannel, SeedCommand, SeedShortcut, SeedUser

if TYPE_CHECKING:
    from bot.workspace.server import Workspace

BOT_USER_ID = "U00MINORI"
_DAYS_AHEAD = 5 * 366
_ROLE_WORDS = {Role.MEMBER: "社員", Role.COORDINATOR: "コーディネーター", Role.ADMIN: "管理者"}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DemoPerson(_Strict):
    """Somebody in the workspace, and what Minori knows of them: nothing where there is no role.

    `looks_after` are a coordinator's firms.
    """

    id: str = Field(pattern=r"^U[A-Z0-9]{2,}$")
    name: str
    title: str
    email: str
    colour: str = Field(pattern=r"^[0-9a-f]{6}$")
    roles: list[Literal[Role.MEMBER, Role.COORDINATOR, Role.ADMIN]]
    company: str = ""
    looks_after: list[str] = []
    locale: Literal["ja", "en"] = "ja"


class DemoChannel(_Strict):
    """A conversation of several."""

    id: str = Field(pattern=r"^C[A-Z0-9]{2,}$")
    name: str
    topic: str
    kind: Literal["public", "private"] = "public"
    members: list[str] | Literal["all"]


class DemoCommand(_Strict):
    """A command of the app; manifest.yaml has the same."""

    command: str
    description: str


class DemoShortcut(_Strict):
    """What the app offers in the menu of a message; manifest.yaml has the same."""

    callback_id: str
    name: str


class DemoFile(_Strict):
    """The shape of knowledge/demo.yaml."""

    version: Literal[1]
    team: str
    app: str
    commands: list[DemoCommand] = []
    shortcuts: list[DemoShortcut] = []
    people: list[DemoPerson]
    channels: list[DemoChannel]


def load_demo() -> DemoFile:
    """Read knowledge/demo.yaml. Raises DataFileError."""
    path = knowledge_folder() / "demo.yaml"
    try:
        return DemoFile.model_validate(parse_yaml(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise DataFileError("knowledge/demo.yaml", str(error)) from error


def make_workspace(demo: DemoFile, *, state_file: Path | None, locale: str, since: date | None = None) -> Workspace:
    """The workspace, not yet started. It remembers what was said in `state_file`; `since` is its first day."""
    # The server behind it is slow to import, and `minori check` only reads the people.
    from bot.workspace.server import Workspace

    return Workspace(
        demo_seed(demo), app=AppCredentials(), holidays=_holidays(since), state_file=state_file, locale=locale
    )


def demo_seed(demo: DemoFile) -> Seed:
    """The people and conversations of the workspace."""
    everybody = tuple(person.id for person in demo.people)
    return Seed(
        team_id="T00MINORI",
        team_name=demo.team,
        users=tuple(_user(person) for person in demo.people),
        channels=tuple(_channel(channel, everybody) for channel in demo.channels),
        app_name=demo.app,
        bot_user_id=BOT_USER_ID,
        bot_id="B00MINORI",
        app_id="A00MINORI",
        commands=tuple(SeedCommand(command=one.command, description=one.description) for one in demo.commands),
        shortcuts=tuple(SeedShortcut(callback_id=one.callback_id, name=one.name) for one in demo.shortcuts),
    )


def seed_people(library: Library, demo: DemoFile) -> None:
    """Make Minori know the people, as an imported table would; what has been changed since stays for who is known."""
    registered = [one for one in demo.people if one.roles]
    unknown = [one for one in registered if library.database.people.by_address(one.id) is None]
    if unknown:
        # Coordinators are named by the firms' lines, so that all lines are given.
        admin = next((one.name for one in registered if Role.ADMIN in one.roles), demo.team)
        make_membership(library).bring_in(text=people_table(registered), by=admin)


def people_table(people: Sequence[DemoPerson]) -> str:
    """The table by which they are imported; whoever has no role stays out of it."""
    after = {firm: person.email for person in people for firm in person.looks_after}
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["氏名", "会社", "役割", "言語", "Slack ID", "メール", "担当コーディネーター"])
    for person in (one for one in people if one.roles):
        roles = "・".join(_ROLE_WORDS[role] for role in person.roles)
        coordinator = after.get(person.company, "")
        writer.writerow([person.name, person.company, roles, person.locale, person.id, person.email, coordinator])
    return table.getvalue()


def _user(person: DemoPerson) -> SeedUser:
    return SeedUser(
        id=person.id,
        name=person.email.partition("@")[0],
        real_name=person.name,
        title=" ".join(part for part in (person.company, person.title) if part),
        email=person.email,
        locale="en-US" if person.locale == "en" else "ja-JP",
        colour=person.colour,
        is_admin=Role.ADMIN in person.roles,
    )


def _channel(channel: DemoChannel, everybody: tuple[str, ...]) -> SeedChannel:
    members = everybody if channel.members == "all" else tuple(channel.members)
    return SeedChannel(
        id=channel.id, name=channel.name, kind=channel.kind, topic=channel.topic, members=(*members, BOT_USER_ID)
    )


def _holidays(since: date | None) -> frozenset[date]:
    """The days of the coming years, Monday to Friday, on which offices are closed."""
    working_days, today = load_working_days(), since or day_of(SystemClock().now())
    days = (today + timedelta(days=after) for after in range(_DAYS_AHEAD))
    return frozenset(day for day in days if day.isoweekday() <= 5 and not working_days.is_working_day(day))
