"""What a database says, in plain words: what is wrong and what to do; never a statement, an address or a password."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

BUSY = "another process has been writing for over ten seconds; try again, or stop the other one"
NO_DRIVER = "the database is SQLite or PostgreSQL; for the latter install Minori with its extra: minori[postgres]"

_DAMAGED = "the database file is damaged; restore a backup with `minori restore`"
_OF_SQLITE = (
    ("database or disk is full", "the disk is full; free some space and run the command again"),
    ("readonly database", "the data folder cannot be written to; check its permissions"),
    ("unable to open database file", "the database file cannot be opened; check the data folder and its permissions"),
    ("database is locked", BUSY),
    ("malformed", _DAMAGED),
    ("file is not a database", _DAMAGED),
    ("disk i/o error", "the disk refused to read or write; check the disk and its free space"),
)
_OF_CONNECTING = (
    ("password authentication failed", "the database refuses the name or the password in MINORI_DATABASE_URL"),
    ("no password supplied", "the database asks for a password; put it into MINORI_DATABASE_URL"),
    ("no pg_hba.conf entry", "the database server does not let this machine in; its pg_hba.conf says who may"),
    ("too many clients", "the database server has no connection left; raise its max_connections or try again"),
    ("does not exist", "the database or its user in MINORI_DATABASE_URL does not exist; create it first"),
    ("connection refused", "the database server does not answer; start it, or check MINORI_DATABASE_URL"),
    ("could not translate host name", "the database server's name is unknown; check MINORI_DATABASE_URL"),
    ("failed to resolve host", "the database server's name is unknown; check MINORI_DATABASE_URL"),
    ("no such file or directory", "the database server does not answer; start it, or check MINORI_DATABASE_URL"),
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_BY_CODE = {
    "25006": "the database server only lets us read; connect to the one that can be written to",
    "40001": "two changes met; try again",
    "40P01": "two changes waited for each other; try again",
    "42501": "the database user may not do this; make it the owner of the database",
    "53100": "the disk of the database server is full; free some space",
    "53300": "the database server has no connection left; raise its max_connections or try again",
    "55P03": BUSY,
    "57P01": "the database server was stopped; start it and try again",
}
_LOST = "the connection to the database broke; try again"


def plain_reason(error: Exception) -> str:
    """Say what is wrong and what to do."""
    said = error.orig if isinstance(error, DBAPIError) else error
    kind = type(error).__name__
    code = getattr(said, "sqlstate", None)
    if code:
        return _BY_CODE.get(code, f"unexpected failure ({kind})")
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return _LOST
    is_postgresql = type(said).__module__.startswith("psycopg")
    return _known(str(said), _OF_CONNECTING if is_postgresql else _OF_SQLITE, kind)


def sqlite_reason(said: str, kind: str) -> str:
    """What SQLite said in plain words, or the kind of error where it is not known."""
    return _known(said, _OF_SQLITE, kind)


def _known(said: str, reasons: tuple[tuple[str, str], ...], kind: str) -> str:
    for sign, reason in reasons:
        if sign in said.lower():
            return reason
    return f"unexpected failure ({kind})"
