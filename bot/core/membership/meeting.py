"""Who somebody is that a chat platform names: known by address, named beforehand by e-mail address, or a new guest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.calendars import is_zone
from bot.core.membership.models import Changes, Profile, email_key, is_mere_guest, joined, with_role
from bot.core.people import Member, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Met:
    """The person as they are to be from now on; `before` is what is known, `guest` a second record to take away."""

    after: Member
    before: Member | None = None
    guest: Member | None = None

    @property
    def changes(self) -> Changes:
        """What is to be written; nothing for somebody who is as before."""
        if self.after == self.before:
            return Changes()
        return Changes(removed=(self.guest.id,) if self.guest else (), people=(self.after,))


def trusted_email(profile: Profile) -> str:
    """The e-mail address, "" where nobody of this workspace vouches for it: it must not lead to somebody's record."""
    return "" if profile.is_outside else email_key(profile.email)


def meeting(
    profile: Profile,
    known: Member | None,
    namesakes: Sequence[Member],
    *,
    first_admin: str,
    at: datetime,
    new_id: Callable[[], str],
) -> Met:
    """Decide who it is. `known` has the address; `namesakes` have the e-mail address."""
    email = trusted_email(profile)
    named = next((one for one in namesakes if email and one.email == email and not one.address), None)
    if known is None and named is not None:
        met = Met(before=named, after=replace(named, address=profile.address))
    elif known is not None and named is not None and is_mere_guest(known):
        met = Met(before=named, after=joined(named, known), guest=known)
    elif known is not None:
        met = Met(before=known, after=known)
    else:
        name = profile.name or profile.address
        met = Met(after=Member(id=new_id(), address=profile.address, name=name, added_at=at))
    after = _as_the_platform_says(met.after, profile, email)
    if is_first_admin(after, first_admin) and Role.ADMIN not in after.roles:
        after = with_role(after, Role.ADMIN)
    return replace(met, after=after)


def is_first_admin(member: Member, first_admin: str) -> bool:
    """Is this whom the setting names, by address or by e-mail address?"""
    wanted = first_admin.strip()
    return bool(wanted) and (member.address == wanted or member.email == email_key(wanted))


def _as_the_platform_says(member: Member, profile: Profile, email: str) -> Member:
    """What nobody said about a person comes from the platform; about a mere guest, everything does."""
    member = replace(member, email=member.email or email, locale=member.locale or profile.locale)
    if not is_mere_guest(member):
        return member
    return replace(
        member,
        # A platform that cannot say more just now gives the address for a name.
        name=profile.name if profile.name not in ("", profile.address) else member.name,
        locale=profile.locale or member.locale,
        time_zone=profile.time_zone if profile.time_zone and is_zone(profile.time_zone) else member.time_zone,
    )
