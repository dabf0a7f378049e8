"""People, channels and reading marks; and what everything else in the state stands on: clock, observers, ids."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.workspace.clock import WorkspaceClock
from bot.workspace.errors import ApiError
from bot.workspace.records import Change, Channel, User
from bot.workspace.seed import Seed, SeedUser

Observer = Callable[[Change], None]
_ID_LETTERS = string.ascii_uppercase + string.digits
_ASIA_TOKYO_S = 32_400  # for machines without a time zone database


class People:
    """Users and channels, and the observers of every change."""

    def __init__(self, seed: Seed, clock: WorkspaceClock) -> None:
        self.seed = seed
        self.clock = clock
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self._observers: list[Observer] = []
        self._last_us = 0
        for person in seed.users:
            self.users[person.id] = _person(seed, person)
        self.users[seed.bot_user_id] = User(
            id=seed.bot_user_id,
            team_id=seed.team_id,
            name=seed.app_name.lower().replace(" ", "_"),
            real_name=seed.app_name,
            is_bot=True,
        )
        created = int(clock.timestamp())
        for start in seed.channels:
            self.channels[start.id] = Channel(
                id=start.id,
                name=start.name,
                kind=start.kind,
                members=list(start.members),
                topic=start.topic,
                created=created,
            )

    # -- observers -----------------------------------------------------------------------------------------------

    def subscribe(self, callback: Observer) -> Callable[[], None]:
        """Call `callback` for every change, on the loop, right after it; returns what ends the subscription."""
        self._observers.append(callback)
        return lambda: self._observers.remove(callback)

    def emit(self, kind: str, channel: str | None = None, user: str | None = None, **data: Any) -> None:
        """Tell the observers."""
        change = Change(kind, channel, user, data)
        for callback in tuple(self._observers):
            callback(change)

    # -- time and ids --------------------------------------------------------------------------------------------

    def next_ts(self) -> str:
        """Return a timestamp of the workspace's clock, in Slack's form, that nothing else has; always rising."""
        self._last_us = max(self._last_us + 1, int(self.clock.timestamp() * 1_000_000))
        return self.last_ts

    @property
    def last_ts(self) -> str:
        """The latest timestamp given out; what a snapshot keeps, so that the next one is later."""
        return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"

    @last_ts.setter
    def last_ts(self, ts: str) -> None:
        seconds, _, microseconds = ts.partition(".")
        self._last_us = max(self._last_us, int(seconds) * 1_000_000 + int(microseconds))

    def new_id(self, prefix: str) -> str:
        """Return a fresh id such as `F0A1B2C3D4E`."""
        return prefix + "".join(secrets.choice(_ID_LETTERS) for _ in range(10))

    def advance_clock(self, by: timedelta) -> datetime:
        """Move the workspace's clock forward and tell everybody. Raises ValueError for a step back."""
        moment = self.clock.advance(by)
        self.emit("clock", now=self.clock.timestamp(), offset_s=self.clock.offset.total_seconds())
        return moment

    def move_clock(self, moment: datetime) -> datetime:
        """Move the workspace's clock forward to an aware moment. Raises ValueError for a naive or past one."""
        if moment.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return self.advance_clock(moment - self.clock.now())

    # -- people --------------------------------------------------------------------------------------------------

    def user(self, user_id: str) -> User:
        """Return a user. Raises ApiError user_not_found."""
        found = self.users.get(user_id)
        if found is None:
            raise ApiError("user_not_found")
        return found

    def add_user(self, person: SeedUser) -> User:
        """Let a person join the workspace (change "user", data joined=True)."""
        user = self.users[person.id] = _person(self.seed, person)
        self.emit("user", user=user.id, joined=True)
        return user

    def set_deactivated(self, user_id: str, deactivated: bool = True) -> bool:
        """Deactivate somebody's account, or activate it again (change "user", data joined=False); False where it is so
        already. Raises ApiError user_not_found."""
        user = self.user(user_id)
        if user.deleted == deactivated:
            return False
        user.deleted = deactivated
        self.emit("user", user=user.id, joined=False)
        return True

    # -- channels ------------------------------------------------------------------------------------------------

    def channel(self, channel_id: str) -> Channel:
        """Return a channel of any kind. Raises ApiError channel_not_found."""
        found = self.channels.get(channel_id)
        if found is None:
            raise ApiError("channel_not_found")
        return found

    def channels_of(self, user_id: str) -> list[Channel]:
        """Return the conversations a user is a member of."""
        return [channel for channel in self.channels.values() if user_id in channel.members]

    def im_between(self, user_id: str, other_id: str) -> Channel:
        """Return the DM of two people, opened if there was none. Raises ApiError user_not_found."""
        pair = {self.user(user_id).id, self.user(other_id).id}
        for channel in self.channels.values():
            if channel.kind == "im" and set(channel.members) == pair:
                return channel
        return self._open("im", "", [user_id, other_id], self.new_id("D"))

    def group_of(self, user_ids: list[str]) -> Channel:
        """Return the group DM of these people, opened if there was none. Raises ApiError user_not_found."""
        people = {self.user(user_id).id for user_id in user_ids}
        for channel in self.channels.values():
            if channel.kind == "mpim" and set(channel.members) == people:
                return channel
        name = "mpdm-" + "--".join(self.user(user_id).name for user_id in user_ids) + "-1"
        return self._open("mpim", name, list(user_ids), self.new_id("G"))

    def _open(self, kind: str, name: str, members: list[str], channel_id: str) -> Channel:
        channel = Channel(
            id=channel_id,
            name=name,
            kind="im" if kind == "im" else "mpim",
            members=members,
            created=int(self.clock.timestamp()),
        )
        self.channels[channel.id] = channel
        self.emit("channel", channel.id, opened=True)
        return channel

    def join(self, channel_id: str, user_id: str, inviter: str | None = None) -> bool:
        """Make a user a member; False if it was one. Raises ApiError channel_not_found, user_not_found."""
        channel, user = self.channel(channel_id), self.user(user_id)
        if user.id in channel.members:
            return False
        channel.members = [*channel.members, user.id]
        self.emit("member", channel.id, user.id, joined=True, inviter=inviter)
        return True

    def leave(self, channel_id: str, user_id: str) -> bool:
        """End a membership; False if there was none. Raises ApiError channel_not_found."""
        channel = self.channel(channel_id)
        if user_id not in channel.members:
            return False
        channel.members = [member for member in channel.members if member != user_id]
        self.emit("member", channel.id, user_id, joined=False, inviter=None)
        return True

    def set_archived(self, channel_id: str, archived: bool = True) -> None:
        """Archive a channel, or bring it back. Raises ApiError channel_not_found."""
        self.channel(channel_id).is_archived = archived
        self.emit("channel", channel_id, archived=archived)

    def mark_read(self, channel_id: str, user_id: str, ts: str) -> None:
        """Set how far a user has read. Raises ApiError channel_not_found."""
        channel = self.channel(channel_id)
        channel.last_read = {**channel.last_read, user_id: ts}
        self.emit("read", channel_id, user_id, ts=ts)


def _person(seed: Seed, person: SeedUser) -> User:
    return User(
        id=person.id,
        team_id=seed.team_id,
        name=person.name,
        real_name=person.real_name,
        display_name=person.name,
        title=person.title,
        email=person.email,
        locale=person.locale,
        tz=person.tz,
        tz_offset=_seconds_east(person.tz),
        colour=person.colour,
        is_admin=person.is_admin,
        is_guest=person.is_guest,
    )


def _seconds_east(zone: str) -> int:
    try:
        offset = datetime.now(ZoneInfo(zone)).utcoffset()
    except ZoneInfoNotFoundError:
        return _ASIA_TOKYO_S
    return int(offset.total_seconds()) if offset is not None else 0
