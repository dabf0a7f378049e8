"""Every environment variable of Minori, typed, read once by `load_settings`, secrets masked.

docs/settings.md describes the same variables for people; a test holds the two equal. A wrong value raises one
UsageError that names all wrong values; an unknown MINORI_ variable becomes a warning with the nearest known name.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.hand_over_packs.year_ends import year_ends
from bot.core.messages import Locale, Message
from bot.errors import UsageError

PREFIX = "MINORI_"
_PROVIDER_AND_MODEL = r"^[a-z][a-z0-9_-]*:\S+$"
_WEB_ADDRESS = r"^https?://[^\s/]+\S*$"

LogLevel = Literal["debug", "info", "warning", "error"]


def default_data_dir(environ: Mapping[str, str], *, platform: str = sys.platform) -> Path:
    """Where this platform keeps a program's data. Raises RuntimeError where nobody's home can be found."""
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "minori"
    chosen = environ.get("XDG_DATA_HOME", "")
    # The XDG specification tells programs to ignore a relative path.
    root = Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local" / "share"
    return root / "minori"


def default_locale(environ: Mapping[str, str]) -> Locale:
    """The language of the terminal: English where it says so, Japanese otherwise."""
    spoken = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "en" if spoken == "en" or spoken.startswith(("en_", "en.")) else "ja"


def _accepts(notation: str) -> dict[str, Any]:
    """What a variable accepts, in a notation that needs no language; shown beside a wrong value."""
    return {"accepts": notation}


class Settings(BaseSettings):
    """The settings of one run; an empty variable counts as not set.

    Field `x` is read from `MINORI_X`; those of Slack from the names that Slack's own tools use.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    data_dir: Path = Field(
        default_factory=lambda: default_data_dir(os.environ),
        description="The folder that holds the database, the originals of the guides and the indexes",
        json_schema_extra=_accepts("/…/folder"),
    )
    bundled_guides: bool = Field(
        default=True,
        description="Whether the guides that come with Minori are loaded",
        json_schema_extra=_accepts("on | off"),
    )
    locale: Locale = Field(
        default_factory=lambda: default_locale(os.environ),
        description="The language of every sentence Minori says",
        json_schema_extra=_accepts("ja | en"),
    )
    chat_model: str | None = Field(
        default=None,
        pattern=_PROVIDER_AND_MODEL,
        description="The language model that makes answers more fluent",
        json_schema_extra=_accepts("provider:model"),
    )
    chat_timeout_s: float = Field(
        default=30,
        gt=0,
        le=600,
        description="How many seconds the language model may take before the answer is given without it",
        json_schema_extra=_accepts("0 < s ≤ 600"),
    )
    chat_base_url: str | None = Field(
        default=None,
        pattern=_WEB_ADDRESS,
        description="The address of the server that offers the model",
        json_schema_extra=_accepts("http://… | https://…"),
    )
    chat_api_key: SecretStr | None = Field(
        default=None,
        description="The key for the language model",
        json_schema_extra=_accepts("…"),
    )
    digest_paragraph: bool = Field(
        default=False,
        description="Whether the language model may add a paragraph under digests, about firms that allow it",
        json_schema_extra=_accepts("on | off"),
    )
    embedder: str = Field(
        default="local",
        pattern=rf"^local$|{_PROVIDER_AND_MODEL}",
        description="What turns text into vectors",
        json_schema_extra=_accepts("local | provider:model"),
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="The database, as SQLAlchemy writes it",
        json_schema_extra=_accepts("sqlite:////…/minori.sqlite3 | postgresql+psycopg://…"),
    )
    key_file: Path | None = Field(
        default=None,
        description="The file with the keys of sealed words and contacts; in the data folder unless it is said",
        json_schema_extra=_accepts("/…/file"),
    )
    delivery_wait_s: float = Field(
        default=60,
        gt=0,
        le=3600,
        description="How many seconds after an attempt of unknown outcome the conversation is read back",
        json_schema_extra=_accepts("0 < s ≤ 3600"),
    )
    slack_bot_token: SecretStr | None = Field(
        default=None,
        validation_alias="SLACK_BOT_TOKEN",
        description="What the bot proves itself to Slack with",
        json_schema_extra=_accepts("xoxb-…"),
    )
    slack_app_token: SecretStr | None = Field(
        default=None,
        validation_alias="SLACK_APP_TOKEN",
        description="What the bot opens its connection to Slack with, in Socket Mode",
        json_schema_extra=_accepts("xapp-…"),
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None,
        validation_alias="SLACK_SIGNING_SECRET",
        description="What Slack signs its requests with, in HTTP mode",
        json_schema_extra=_accepts("…"),
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        pattern=_WEB_ADDRESS,
        validation_alias="SLACK_API_URL",
        description="Where the Web API of Slack, or of a Slack-compatible server, is",
        json_schema_extra=_accepts("https://…/api/ | http://…/api/"),
    )
    serve_host: str = Field(
        default="127.0.0.1",
        description="Where `minori serve` listens in HTTP mode",
        json_schema_extra=_accepts("127.0.0.1 | 0.0.0.0 | …"),
    )
    serve_port: int = Field(
        default=3000,
        ge=0,
        le=65535,
        description="The port on which `minori serve` listens in HTTP mode",
        json_schema_extra=_accepts("0 … 65535"),
    )
    first_admin: str | None = Field(
        default=None,
        pattern=r"^\s*([UW][A-Z0-9]{2,30}|[^@\s]+@[^@\s]+)\s*$",
        description="Who is an admin from the start, as a Slack member ID or an e-mail address",
        json_schema_extra=_accepts("U… | name@example.jp"),
    )
    fiscal_year_end: str = Field(
        default="03-31",
        description="The last day of the fiscal year, before which coordinators are offered their hand-over packs",
        json_schema_extra=_accepts("MM-DD | MM-DD; organisation=MM-DD; …"),
    )
    long_leave_days: int = Field(
        default=14,
        ge=2,
        le=1100,
        description="From how many days on a coordinator's leave is an occasion to offer their hand-over pack",
        json_schema_extra=_accepts("2 … 1100"),
    )
    log_level: LogLevel = Field(
        default="warning",
        description="From which severity on the program's own log is written to standard error",
        json_schema_extra=_accepts("debug | info | warning | error"),
    )

    @field_validator("data_dir", "key_file")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        return value.expanduser().resolve() if value else None

    @field_validator("fiscal_year_end")
    @classmethod
    def _is_a_day_of_the_year(cls, value: str) -> str:
        year_ends(value)
        return value

    @field_validator("log_level", "locale", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_slash(cls, value: str) -> str:
        return value if value.endswith("/") else f"{value}/"

    @field_validator("database_url")
    @classmethod
    def _has_scheme(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and "://" not in value.get_secret_value():
            raise ValueError("not a database address")
        return value

    @property
    def database(self) -> str | Path:
        """The address with its password if it has one (never print it), or the file in the data folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return self.data_dir / "minori.sqlite3"

    @property
    def sealing_keys(self) -> Path:
        """The file with the keys of what is sealed in the database."""
        return self.key_file or self.data_dir / "keys" / "sealing.json"

    @property
    def sqlalchemy_url(self) -> str:
        """The same as an address for SQLAlchemy."""
        return self.database if isinstance(self.database, str) else f"sqlite:///{self.database}"

    def shown(self) -> dict[str, str]:
        """Variable → value for people; secrets read `***`, what is not set reads ``."""
        return {variable(name): _shown(getattr(self, name)) for name in type(self).model_fields}


def variable(field_name: str) -> str:
    """`chat_model` → `MINORI_CHAT_MODEL`; `slack_bot_token` → `SLACK_BOT_TOKEN`."""
    alias = Settings.model_fields[field_name].validation_alias
    return alias if isinstance(alias, str) else PREFIX + field_name.upper()


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, SecretStr):
        return "***"
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


def load_settings() -> Settings:
    """Read the environment. Raises UsageError (`settings-wrong`, `settings-no-home`) naming every wrong value."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = {str(problem["loc"][0]).lower().removeprefix(PREFIX.lower()) for problem in error.errors()}
        listed = [_problem(name) for name in Settings.model_fields if name in wrong]
        raise UsageError("settings-wrong", count=len(listed), problems=" / ".join(listed)) from None
    except RuntimeError:
        raise UsageError("settings-no-home", variable=variable("data_dir")) from None


def _problem(field_name: str) -> str:
    """`MINORI_LOCALE=fr (ja | en)`; the value of a secret is never repeated."""
    field = Settings.model_fields[field_name]
    extra = field.json_schema_extra
    accepts = extra["accepts"] if isinstance(extra, dict) else ""
    secret = "SecretStr" in str(field.annotation)
    given = "***" if secret else os.environ.get(variable(field_name), "")
    return f"{variable(field_name)}={given} ({accepts})"


def unknown_variables(environ: Mapping[str, str] | None = None) -> tuple[Message, ...]:
    """A warning for every MINORI_ variable that no setting reads, with the nearest name where there is one."""
    known = [variable(name) for name in Settings.model_fields]
    found = sorted(name for name in environ or os.environ if name.upper().startswith(PREFIX))
    return tuple(_warning(name, known) for name in found if name.upper() not in known)


def _warning(name: str, known: list[str]) -> Message:
    near = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.75)
    if near:
        return Message("settings-unknown-near", {"variable": name, "near": near[0]})
    return Message("settings-unknown", {"variable": name})
