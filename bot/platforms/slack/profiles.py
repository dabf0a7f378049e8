"""Who writes, and who can read along: asked of Slack, and remembered for a short while."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.core.membership.models import Profile
from bot.core.messages import Locale
from bot.platforms.slack.reading import locale_of
from bot.platforms.slack.troubles import TROUBLE

_PROFILE_S = 300.0
# Who is present decides what may be shown: somebody who came in is seen by the event, or after this at the latest.
_PRESENT_S = 20.0
_A_PAGE = 200
_MOST_KEPT = 5_000
Kept = TypeVar("Kept")


@dataclass(slots=True)
class SlackProfiles:
    """Profiles and members of conversations. Used in the event loop only; `monotonic` in seconds."""

    client: AsyncWebClient
    team_id: str
    bot_user_id: str
    monotonic: Callable[[], float] = time.monotonic
    _profiles: dict[str, tuple[float, Profile]] = field(default_factory=dict)
    _present: dict[str, tuple[float, frozenset[str]]] = field(default_factory=dict)
    _locales: dict[str, Locale] = field(default_factory=dict)
    _times_forgotten: int = 0

    async def profile(self, user_id: str) -> Profile:
        """Somebody as Slack describes them; only the id where Slack does not say more just now."""
        kept = self._profiles.get(user_id)
        if kept and self.monotonic() - kept[0] < _PROFILE_S:
            return kept[1]
        try:
            answered = await self.client.users_info(user=user_id, include_locale=True)
        except TROUBLE:
            return kept[1] if kept else Profile(address=user_id, name=user_id)
        profile = _profile_of(user_id, answered.get("user") or {}, self.team_id)
        _keep(self._profiles, user_id, (self.monotonic(), profile))
        return profile

    def locale(self, user_id: str) -> Locale:
        """Their language as far as it is remembered; Japanese for a stranger. Asks nobody."""
        kept = self._profiles.get(user_id)
        return self._locales.get(user_id) or (kept[1].locale if kept else None) or "ja"

    def note_locale(self, user_id: str, locale: Locale) -> None:
        """Remember in which language somebody was last spoken to."""
        _keep(self._locales, user_id, locale)

    async def present(self, channel: str) -> frozenset[str] | None:
        """Everybody in a conversation but us; None where Slack does not say."""
        kept = self._present.get(channel)
        if kept and self.monotonic() - kept[0] < _PRESENT_S:
            return kept[1]
        members: list[str] = []
        cursor, times_forgotten = "", self._times_forgotten
        try:
            while True:
                answered = await self.client.conversations_members(channel=channel, cursor=cursor, limit=_A_PAGE)
                members += answered.get("members") or []
                cursor = (answered.get("response_metadata") or {}).get("next_cursor") or ""
                if not cursor:
                    break
        except TROUBLE:
            return None
        present = frozenset(members) - {self.bot_user_id}
        if times_forgotten == self._times_forgotten:
            # Whoever came in while we asked may not be among them: then it is not remembered.
            _keep(self._present, channel, (self.monotonic(), present))
        return present

    def forget_present(self, channel: str) -> None:
        """Somebody came or went."""
        self._times_forgotten += 1
        self._present.pop(channel, None)


def _profile_of(user_id: str, user: dict[str, object], team_id: str) -> Profile:
    details = user.get("profile")
    profile = details if isinstance(details, dict) else {}
    # The full name before the one chosen to be shown, often a handle, which nobody is addressed by in a letter.
    name = profile.get("real_name") or user.get("real_name") or profile.get("display_name") or user.get("name")
    is_stranger = bool(user.get("is_stranger")) or str(user.get("team_id") or team_id) != team_id
    return Profile(
        address=user_id,
        name=str(name or user_id),
        email=str(profile.get("email") or ""),
        locale=locale_of(user),
        time_zone=str(user.get("tz") or ""),
        is_outside=is_stranger,
    )


def _keep(kept: dict[str, Kept], key: str, value: Kept) -> None:
    if key not in kept and len(kept) >= _MOST_KEPT:
        kept.pop(next(iter(kept)))
    kept[key] = value
