"""Whoever installs Minori becomes its first admin: where nobody is one and the settings name nobody, the machine on
which it was installed shows a word, and whoever writes it to Minori in private has the role. Nobody else knows the
word, and once there is an admin it means nothing."""

from __future__ import annotations

import hmac
import unicodedata
from base64 import b32encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from bot.core.membership.models import Changes, Snapshot, with_role
from bot.core.membership.ports import PeopleStore
from bot.core.membership.roster.rules import admins
from bot.core.messages import Asked, Message, Reply, Said
from bot.core.people import Member, Role

_BEGINS = "ADMIN-"
_GROUP, _GROUPS = 4, 4
"""Sixteen letters of thirty-two: 80 bits, which nobody guesses."""


def word_of(secret: bytes, workspace_id: str) -> str:
    """The word of an installation, made of a secret that lies on its machine: `admin-7kq4-…`. "" without a secret."""
    if not secret:
        return ""
    made = hmac.new(secret, f"minori first admin {workspace_id}".encode(), sha256).digest()
    letters = b32encode(made).decode()
    return "-".join([_BEGINS[:-1], *(letters[at * _GROUP : (at + 1) * _GROUP] for at in range(_GROUPS))]).lower()


class FirstAdmin:
    """Gives the role, once. `word` is that of the installation, "" where the settings name somebody."""

    def __init__(self, *, people: PeopleStore, word: Callable[[], str]) -> None:
        self._people, self._word = people, word

    def wanted(self) -> str:
        """The word to be shown on the machine; "" where there is an admin, or the settings name one. Raises
        StorageError."""
        return "" if admins(self._people.people()) else self._word()

    def claimed(self, asked: Asked, member: Member) -> Reply | None:
        """What comes of the word; None for any other words. Raises StorageError."""
        text = "".join(unicodedata.normalize("NFKC", asked.text).split()).upper()
        if not text.startswith(_BEGINS) or not asked.place.is_direct or member.has_left:
            return None
        word = self._word().upper()
        if not word or not hmac.compare_digest(text.encode(), word.encode()):
            return None

        def decide(snapshot: Snapshot) -> Changes:
            one = next((one for one in snapshot.people if one.id == member.id), None)
            is_free = one is not None and not one.has_left and not admins(snapshot.people)
            # Somebody of the house: whom the platform alone had described is kept from now on.
            made = replace(with_role(one, Role.ADMIN), added_by=one.added_by or one.name) if one and is_free else None
            return Changes(people=(made,) if made else ())

        if self._people.change(decide).people:
            return Reply(parts=(Said(Message("first-admin-is-you")), Said(Message("first-admin-go-on"))))
        return Reply(parts=(Said(Message("first-admin-is-there")),))
