"""Digests in the database: what coordinators wish, what was told, what they need not be told again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, delete, insert, select, update

from bot.adapters.storage.audit import keep_all_audited
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, upsert, writing
from bot.adapters.storage.seldom import Seldom
from bot.adapters.storage.statements import given, rows
from bot.adapters.storage.tables import digest, digest_choice, digest_dismissal, digest_fact
from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.digests.models import EVERY_DAY, Digest, DigestChoice, DigestKind, Dismissal, FactKey, LineKind, Scope
from bot.core.owed import Owed

_OF_FACT = ("kind", "subject_id", "mark")
_KEY = ("workspace_id", "person_id", *_OF_FACT)


class DigestRepository:
    """The DigestStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self.workspace_id, self._clock = engine, workspace_id, clock
        self._choices = Seldom(engine, workspace_id=workspace_id, name="digest choices", read=self._read_choices)

    def choices(self) -> Mapping[str, DigestChoice]:
        """What everybody wishes, by person."""
        return self._choices.now()

    def put_choice(self, choice: DigestChoice, at: datetime) -> None:
        """Keep what somebody wishes."""
        values = {
            "workspace_id": self.workspace_id,
            "person_id": choice.person_id,
            "weekly_on": choice.weekly_on,
            "at": f"{choice.at:%H:%M}",
            "is_daily": choice.is_daily,
            "silent_days": choice.silent_days,
            "scope": choice.scope.value,
            "firm_ids": list(choice.firm_ids),
            "daily_on": ",".join(map(str, choice.daily_on)),
            "daily_at": f"{choice.daily_at:%H:%M}" if choice.daily_at else None,
            "daily_scope": choice.daily_scope.value if choice.daily_scope else None,
            "daily_firm_ids": list(choice.daily_firm_ids),
            "chosen_at": at,
        }
        with writing(self._engine) as connection:
            self._choices.changed(connection)
            upsert(connection, digest_choice, values, key=("workspace_id", "person_id"))

    def plan(self, one: Digest, *, owed: Sequence[Owed], audited: Sequence[Audited] = ()) -> bool:
        """Store it with its facts, what is owed and whose data it shows; a given-back one is taken the place of."""
        values: dict[str, Any] = {
            "id": one.id,
            "workspace_id": self.workspace_id,
            "person_id": one.person_id,
            "kind": one.kind.value,
            "day": one.day,
            "created_at": one.created_at,
            "attempt": one.attempt,
            "is_given_back": False,
        }
        with writing(self._engine) as connection:
            if not insert_once(connection, digest, values):
                again = self._here(digest, digest.c.id == one.id, digest.c.is_given_back.is_(True))
                earlier = and_(again, digest.c.attempt < one.attempt)
                if not connection.execute(update(digest).where(earlier).values(**values)).rowcount:
                    return False
                connection.execute(
                    delete(digest_fact).where(self._here(digest_fact, digest_fact.c.digest_id == one.id))
                )
            if one.keys:
                connection.execute(insert(digest_fact), [self._fact(one.id, key) for key in sorted(one.keys)])
            owe(connection, owed, workspace_id=self.workspace_id, at=self._clock.now())
            keep_all_audited(connection, audited, workspace_id=self.workspace_id)
        return True

    def give_back(self, one: Digest) -> bool:
        """It can be planned again."""
        same = and_(digest.c.id == one.id, digest.c.attempt == one.attempt, digest.c.is_given_back.is_(False))
        with writing(self._engine) as connection:
            back = update(digest).where(self._here(digest, same)).values(is_given_back=True)
            return connection.execute(back).rowcount == 1

    def by_id(self, id: str) -> Digest | None:
        """One digest with its facts."""
        return next(iter(self._whole(digest.c.id == id)), None)

    def planned(self, person_ids: Collection[str], *, since: date) -> Mapping[str, Sequence[Digest]]:
        """The digests of these people since a day, the latest first, without their facts."""
        found = defaultdict[str, list[Digest]](list)
        of_them = self._here(digest, digest.c.person_id.in_(sorted(person_ids)), digest.c.day >= since)
        with reading(self._engine) as connection:
            for row in connection.execute(select(digest).where(of_them).order_by(digest.c.day.desc())):
                found[row.person_id].append(_digest(row, frozenset()))
        return found

    def of_person(self, person_id: str, *, since: datetime) -> Sequence[Digest]:
        """Somebody's digests since a moment, with their facts, the latest first."""
        return self._whole(and_(digest.c.person_id == person_id, digest.c.created_at >= since))

    def told(self, person_id: str, *, since: datetime) -> Collection[FactKey]:
        """Every fact that somebody was told since a moment."""
        theirs = select(digest.c.id).where(
            self._here(digest, digest.c.person_id == person_id, digest.c.is_given_back.is_(False)),
            digest.c.created_at >= since,
        )
        with reading(self._engine) as connection:
            found = select(digest_fact).where(self._here(digest_fact, digest_fact.c.digest_id.in_(theirs)))
            return {_key(row) for row in connection.execute(found)}

    def dismiss(self, person_id: str, dismissals: Sequence[Dismissal]) -> None:
        """Leave these facts out."""
        with writing(self._engine) as connection:
            for one in dismissals:
                values = {"workspace_id": self.workspace_id, "person_id": person_id}
                values |= dict(zip(_OF_FACT, one.key, strict=True))
                moment = {"until": one.until, "dismissed_at": one.dismissed_at}
                upsert(connection, digest_dismissal, {**values, **moment}, key=_KEY)

    def restore(self, person_id: str, *, dismissed_at: datetime) -> int:
        """Take back what was put away at that moment."""
        row = digest_dismissal.c
        then = self._here(digest_dismissal, row.person_id == person_id, row.dismissed_at == dismissed_at)
        with writing(self._engine) as connection:
            return connection.execute(delete(digest_dismissal).where(then)).rowcount

    def dismissed(self, person_id: str) -> Sequence[Dismissal]:
        """What somebody has put away."""
        theirs = select(digest_dismissal).where(self._here(digest_dismissal, digest_dismissal.c.person_id == person_id))
        with reading(self._engine) as connection:
            found = connection.execute(theirs.order_by(*(digest_dismissal.c[one] for one in _OF_FACT))).all()
        return [Dismissal(key=_key(row), until=row.until, dismissed_at=row.dismissed_at) for row in found]

    def _whole(self, condition: ColumnElement[bool]) -> list[Digest]:
        wanted = select(digest).where(self._here(digest, condition)).order_by(digest.c.created_at.desc(), digest.c.id)
        with reading(self._engine) as connection:
            found = connection.execute(wanted).all()
            of_them = self._here(digest_fact, digest_fact.c.digest_id.in_([row.id for row in found]))
            keys = defaultdict[str, set[FactKey]](set)
            for row in connection.execute(select(digest_fact).where(of_them)):
                keys[row.digest_id].add(_key(row))
        return [_digest(row, frozenset(keys[row.id])) for row in found]

    def _read_choices(self, connection: Connection) -> Mapping[str, DigestChoice]:
        found = connection.execute(rows(digest_choice), given(self.workspace_id))
        return {row.person_id: _choice(row) for row in found}

    def _fact(self, digest_id: str, key: FactKey) -> dict[str, Any]:
        return {"workspace_id": self.workspace_id, "digest_id": digest_id, **dict(zip(_OF_FACT, key, strict=True))}

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self.workspace_id, *conditions)


def _digest(row: Row[Any], keys: frozenset[FactKey]) -> Digest:
    return Digest(
        id=row.id,
        person_id=row.person_id,
        kind=DigestKind(row.kind),
        day=row.day,
        created_at=row.created_at,
        attempt=row.attempt,
        is_given_back=row.is_given_back,
        keys=keys,
    )


def _choice(row: Row[Any]) -> DigestChoice:
    return DigestChoice(
        person_id=row.person_id,
        weekly_on=row.weekly_on,
        at=time.fromisoformat(row.at),
        is_daily=row.is_daily,
        silent_days=row.silent_days,
        scope=Scope(row.scope),
        firm_ids=tuple(row.firm_ids),
        daily_on=EVERY_DAY if row.daily_on is None else tuple(int(one) for one in row.daily_on.split(",") if one),
        daily_at=time.fromisoformat(row.daily_at) if row.daily_at else None,
        daily_scope=Scope(row.daily_scope) if row.daily_scope else None,
        daily_firm_ids=tuple(row.daily_firm_ids or ()),
        chosen_at=row.chosen_at,
    )


def _key(row: Row[Any]) -> FactKey:
    return LineKind(row.kind), row.subject_id, row.mark
