"""Statements that are asked all day, built once: building one costs more than asking SQLite (200 µs against 80).

`rows`, `removal` and `alteration` make them from the names of columns; `given` makes what fills them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Delete, Insert, Select, Table, Update, and_, bindparam, delete, insert, select
from sqlalchemy import update as sql_update
from sqlalchemy.dialects import postgresql, sqlite

Names = tuple[str, ...]
_WORKSPACE = "of_workspace"
_IS, _AMONG, _TO, _UNTIL = "is_", "among_", "to_", "until_"
_DIALECTS: Mapping[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@cache
def rows(
    table: Table,
    *,
    equal: Names = (),
    among: Names = (),
    until: Names = (),
    null: Names = (),
    order: Names = (),
    columns: Names = (),
) -> Select[Any]:
    """The rows of a workspace: `equal` columns have one value each, `among` one of several, `until` at most one,
    `null` none; `columns` says which are wanted, all where it says nothing."""
    wanted: list[Any] = [table.c[one] for one in columns] or [table]
    here = and_(*_here(table, equal, among, until), *(table.c[one].is_(None) for one in null))
    return select(*wanted).where(here).order_by(*(table.c[one] for one in order))


@cache
def removal(table: Table, *, equal: Names = (), among: Names = ()) -> Delete:
    """Remove such rows."""
    return delete(table).where(*_here(table, equal, among, ()))


@cache
def alteration(table: Table, *, to: Names, equal: Names = (), among: Names = ()) -> Update:
    """Change such rows to these values."""
    values = {one: bindparam(_TO + one, type_=table.c[one].type) for one in to}
    return sql_update(table).where(*_here(table, equal, among, ())).values(values)


@cache
def addition(table: Table) -> Insert:
    """Add rows."""
    return insert(table)


@cache
def addition_once(dialect: str, table: Table, returned: str) -> Any:
    """Add a row unless one with its key is there already, and return this column where it is new."""
    return _DIALECTS[dialect](table).on_conflict_do_nothing().returning(table.c[returned])


@cache
def addition_over(dialect: str, table: Table, columns: Names, key: Names) -> Any:
    """Add a row of these columns, or change the one with the same key."""
    adding = _DIALECTS[dialect](table)
    changed = {one: adding.excluded[one] for one in columns if one not in key}
    return adding.on_conflict_do_update(index_elements=list(key), set_=changed)


def given(
    workspace_id: str,
    *,
    equal: Mapping[str, Any] | None = None,
    among: Mapping[str, Collection[Any]] | None = None,
    until: Mapping[str, Any] | None = None,
    to: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """What fills such a statement."""
    filled: dict[str, Any] = {_WORKSPACE: workspace_id}
    for prefix, values in ((_IS, equal), (_UNTIL, until), (_TO, to)):
        filled.update((prefix + name, value) for name, value in (values or {}).items())
    filled.update((_AMONG + name, list(values)) for name, values in (among or {}).items())
    return filled


def _here(table: Table, equal: Names, among: Names, until: Names) -> Iterator[ColumnElement[bool]]:
    yield table.c.workspace_id == bindparam(_WORKSPACE)
    for one in equal:
        yield table.c[one] == bindparam(_IS + one)
    for one in among:
        yield table.c[one].in_(bindparam(_AMONG + one, expanding=True))
    for one in until:
        yield table.c[one] <= bindparam(_UNTIL + one)
