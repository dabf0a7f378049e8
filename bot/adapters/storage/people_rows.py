"""People and firms as rows, and back."""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import Row

from bot.core.people import Company, Member, Role, Sharing

COMPANY = "company_"
"""Starts the name of a firm's column where a person and their firm are read together."""


def company_from(row: Row[*tuple[Any, ...]], prefix: str = "") -> Company:
    """Build a firm from its columns, each with `prefix` before its name."""
    values = row._mapping
    return Company(
        id=values[f"{prefix}id"],
        name=values[f"{prefix}name"],
        coordinator_id=values[f"{prefix}coordinator_id"],
        sharing=Sharing(values[f"{prefix}sharing"]),
        sharing_asked_at=values[f"{prefix}sharing_asked_at"],
        sharing_by=values[f"{prefix}sharing_by"],
        sharing_at=values[f"{prefix}sharing_at"],
        trade=values[f"{prefix}trade"],
    )


def member_from(row: Row[*tuple[Any, ...]]) -> Member:
    """Build a person from their row joined with that of their firm."""
    return Member(
        id=row.id,
        address=row.address,
        name=row.name,
        email=row.email,
        roles=frozenset(Role(one) for one in row.roles),
        company=company_from(row, COMPANY) if row.company_id is not None and row.company_name is not None else None,
        locale=row.locale,
        time_zone=row.time_zone,
        works_from=time.fromisoformat(row.works_from),
        works_until=time.fromisoformat(row.works_until),
        works_on=frozenset(int(day) for day in row.works_on),
        added_by=row.added_by,
        added_at=row.added_at,
        welcomed_at=row.welcomed_at,
        away_until=row.away_until,
        left_at=row.left_at,
        leaves_on=row.leaves_on,
        ended_by=row.ended_by,
    )


def member_row(member: Member) -> dict[str, Any]:
    """The row of a person, without the workspace. Raises ValueError where it does not say when they were added."""
    if member.added_at is None:
        raise ValueError("a person needs added_at")
    return {
        "id": member.id,
        "address": member.address,
        "name": member.name,
        "email": member.email,
        "roles": sorted(str(role) for role in member.roles),
        "company_id": member.company.id if member.company else None,
        "locale": member.locale,
        "time_zone": member.time_zone,
        "works_from": f"{member.works_from:%H:%M}",
        "works_until": f"{member.works_until:%H:%M}",
        "works_on": "".join(str(day) for day in sorted(member.works_on)),
        "added_by": member.added_by,
        "added_at": member.added_at,
        "welcomed_at": member.welcomed_at,
        "away_until": member.away_until,
        "left_at": member.left_at,
        "leaves_on": member.leaves_on,
        "ended_by": member.ended_by,
    }


def company_row(company: Company) -> dict[str, Any]:
    """The row of a firm, without the workspace and the moment it was made."""
    return {
        "id": company.id,
        "name": company.name,
        "coordinator_id": company.coordinator_id,
        "sharing": str(company.sharing),
        "sharing_asked_at": company.sharing_asked_at,
        "sharing_by": company.sharing_by,
        "sharing_at": company.sharing_at,
        "trade": company.trade,
    }
