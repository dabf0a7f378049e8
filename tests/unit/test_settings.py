"""Settings: defaults, values, and what is said about wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.messages import Message
from bot.errors import UsageError
from bot.settings import default_data_dir, default_locale, load_settings, unknown_variables


def test_defaults_need_nothing(data_dir: Path) -> None:
    settings = load_settings()
    assert settings.data_dir == data_dir
    assert settings.bundled_guides is True
    assert settings.locale == "ja"
    assert settings.chat_model is None
    assert settings.chat_timeout_s == 30
    assert settings.embedder == "local"
    assert settings.log_level == "warning"
    assert settings.database == data_dir / "minori.sqlite3"
    assert settings.sqlalchemy_url == f"sqlite:///{data_dir / 'minori.sqlite3'}"


def test_every_value_can_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given = {
        "DATA_DIR": str(tmp_path / "a" / ".." / "b"),
        "BUNDLED_GUIDES": "off",
        "LOCALE": "EN",
        "CHAT_MODEL": "openai:some-model",
        "CHAT_TIMEOUT_S": "2.5",
        "CHAT_BASE_URL": "http://127.0.0.1:8000/v1",
        "CHAT_API_KEY": "hidden-key",
        "DIGEST_PARAGRAPH": "on",
        "EMBEDDER": "openai:some-embedder",
        "DATABASE_URL": "sqlite:////elsewhere/m.db",
        "DELIVERY_WAIT_S": "90",
        "FIRST_ADMIN": "U0SATO",
        "FISCAL_YEAR_END": "03-31; みのり県=09-30",
        "LONG_LEAVE_DAYS": "21",
        "KEY_FILE": str(tmp_path / "keys.json"),
        "SERVE_HOST": "0.0.0.0",
        "SERVE_PORT": "8080",
        "LOG_LEVEL": "Debug",
    }
    of_slack = {
        "SLACK_BOT_TOKEN": "xoxb-hidden",
        "SLACK_APP_TOKEN": "xapp-hidden",
        "SLACK_SIGNING_SECRET": "hidden",
        "SLACK_API_URL": "http://127.0.0.1:8000/api",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"MINORI_{name}", value)
    for name, value in of_slack.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.data_dir == tmp_path / "b"
    assert settings.slack_bot_token is not None
    assert settings.slack_bot_token.get_secret_value() == "xoxb-hidden"
    assert (settings.slack_api_url, settings.serve_port) == ("http://127.0.0.1:8000/api/", 8080)
    assert (settings.bundled_guides, settings.locale, settings.chat_timeout_s) == (False, "en", 2.5)
    assert settings.chat_api_key is not None
    assert settings.chat_api_key.get_secret_value() == "hidden-key"
    assert settings.database == settings.sqlalchemy_url == "sqlite:////elsewhere/m.db"
    assert settings.digest_paragraph
    assert (settings.fiscal_year_end, settings.long_leave_days) == ("03-31; みのり県=09-30", 21)
    assert settings.log_level == "debug"
    assert settings.sealing_keys == tmp_path / "keys.json"
    assert set(settings.shown()) == {f"MINORI_{name}" for name in given} | set(of_slack)


def test_secrets_are_masked_wherever_settings_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINORI_CHAT_API_KEY", "hidden-key")
    monkeypatch.setenv("MINORI_DATABASE_URL", "postgresql://u:hidden-password@host/db")
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.setenv(name, "hidden-token")
    settings = load_settings()
    assert settings.shown()["MINORI_CHAT_API_KEY"] == "***"
    assert "hidden" not in f"{settings!r} {settings} {settings.shown()} {settings.model_dump_json()}"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINORI_CHAT_MODEL", "")
    monkeypatch.setenv("MINORI_CHAT_TIMEOUT_S", "")
    assert load_settings().chat_model is None
    assert load_settings().chat_timeout_s == 30


def test_all_wrong_values_are_named_at_once(monkeypatch: pytest.MonkeyPatch, sentences: FluentSentences) -> None:
    wrong = {"LOCALE": "fr", "CHAT_TIMEOUT_S": "-1", "BUNDLED_GUIDES": "perhaps", "CHAT_MODEL": "nocolon"}
    for name, value in wrong.items():
        monkeypatch.setenv(f"MINORI_{name}", value)
    with pytest.raises(UsageError) as caught:
        load_settings()
    error = caught.value
    assert error.arguments["count"] == len(wrong)
    for locale in ("ja", "en"):
        sentence = sentences.say(Message(error.key, error.arguments), locale=locale)
        assert all(f"MINORI_{name}={value}" in sentence for name, value in wrong.items())
        assert "ja | en" in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CHAT_BASE_URL", "ftp://host"),
        ("CHAT_TIMEOUT_S", "0"),
        ("CHAT_TIMEOUT_S", "601"),
        ("CHAT_TIMEOUT_S", "nan"),
        ("EMBEDDER", "locally"),
        ("LOG_LEVEL", "loud"),
        ("DATABASE_URL", "hidden-and-wrong"),
        ("SERVE_PORT", "65536"),
    ],
)
def test_a_wrong_value_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"MINORI_{name}", value)
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert f"MINORI_{name}=" in str(caught.value.arguments["problems"])
    assert "hidden" not in str(caught.value.arguments)
    assert caught.value.__cause__ is None


def test_the_variables_of_slack_have_the_names_of_slack_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINORI_SLACK_BOT_TOKEN", "xoxb-hidden")
    monkeypatch.setenv("SLACK_API_URL", "ftp://host")
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert str(caught.value.arguments["problems"]).startswith("SLACK_API_URL=ftp://host")
    monkeypatch.delenv("SLACK_API_URL")
    assert load_settings().slack_bot_token is None
    assert [warning.arguments["near"] for warning in unknown_variables()] == ["SLACK_BOT_TOKEN"]


def test_an_unknown_variable_is_reported_with_the_nearest_name() -> None:
    environ = {"MINORI_CHAT_MODLE": "x", "MINORI_ZZZ": "y", "MINORI_LOCALE": "ja", "PATH": "/"}
    assert unknown_variables(environ) == (
        Message("settings-unknown-near", {"variable": "MINORI_CHAT_MODLE", "near": "MINORI_CHAT_MODEL"}),
        Message("settings-unknown", {"variable": "MINORI_ZZZ"}),
    )


def test_unknown_variables_are_looked_for_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unknown_variables() == ()
    monkeypatch.setenv("MINORI_BUNDLED_GUIDE", "off")
    assert [warning.arguments["near"] for warning in unknown_variables()] == ["MINORI_BUNDLED_GUIDES"]


@pytest.mark.parametrize(
    ("environ", "locale"),
    [
        ({}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "ja"),
    ],
)
def test_the_language_follows_the_terminal(environ: dict[str, str], locale: str) -> None:
    assert default_locale(environ) == locale


def test_the_data_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_data_dir({}, platform="linux") == tmp_path / ".local" / "share" / "minori"
    assert default_data_dir({"XDG_DATA_HOME": "/x"}, platform="linux") == Path("/x/minori")
    assert default_data_dir({"XDG_DATA_HOME": "x"}, platform="linux") == tmp_path / ".local" / "share" / "minori"
    assert default_data_dir({}, platform="darwin") == tmp_path / "Library" / "Application Support" / "minori"


def test_no_home_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("MINORI_DATA_DIR")
    monkeypatch.setattr(Path, "home", nobody)
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert caught.value.key == "settings-no-home"
