"""What holds for every test: no network, a data folder of its own, nothing of the user's environment."""

from __future__ import annotations

import gc
import ipaddress
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.adapters.sentences import FluentSentences
from bot.bootstrap import load_bundled, open_application, open_library
from bot.settings import Settings
from tests.catalogues import strict_sentences
from tests.databases import database_address as database_address
from tests.databases import make_address as make_address
from tests.databases import postgresql as postgresql

_OURS = "MINORI_"
_MODELS = ("OPENAI_", "ANTHROPIC_", "OLLAMA_", "GOOGLE_", "AZURE_", "COHERE_", "MISTRAL_", "LANGCHAIN_", "LANGSMITH_")
_VENDORS = (*_MODELS, "SLACK_")


class NetworkRefused(RuntimeError):
    """A test reached for the network."""


@dataclass
class NetworkGuard:
    """Refuses every connection but those to this machine while `loopback` is set; remembers what it refused."""

    loopback: bool = False
    refused: list[str] = field(default_factory=list)

    def watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit hook: sees every connection and every look-up of a name in this process, also from C code."""
        if event == "socket.connect" or event == "socket.sendto":
            address = arguments[1]
            # Unix sockets have a path (str or bytes) for an address and stay on this machine.
            if isinstance(address, tuple):
                self._judge(str(address[0]))
        elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and arguments[0] is not None:
            host = arguments[0]
            self._judge(host.decode() if isinstance(host, bytes) else str(host))

    def _judge(self, host: str) -> None:
        if not (self.loopback and _is_loopback(host)):
            self.refused.append(host)
            raise NetworkRefused(f"{host}: tests have no network; mark a test `loopback` to reach this machine")


@pytest.fixture(autouse=True)
def _logs_go_nowhere_else() -> Iterator[None]:
    """A test that has logging set up writes to its own output, which is closed when it ends."""
    yield
    structlog.reset_defaults()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


_GUARD = NetworkGuard()
sys.addaudithook(_GUARD.watch)
# Until every test is loaded; `pytest_collection_finish` has it begin.
gc.disable()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "loopback: the test talks to a server of its own on this machine")


def pytest_collection_finish() -> None:
    """What has been loaded by now (modules, tests) lives as long as the process: the collector need not look at it.

    There are some 600,000 objects of it, and nearly as much time went into looking at them as into loading them.
    """
    gc.enable()
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def network(request: pytest.FixtureRequest) -> Iterator[NetworkGuard]:
    """No network; with the marker `loopback`, this machine only. A refused attempt fails the test, even if caught."""
    _GUARD.loopback = request.node.get_closest_marker("loopback") is not None
    _GUARD.refused.clear()
    yield _GUARD
    _GUARD.loopback = False
    assert not _GUARD.refused, f"the test reached for the network: {_GUARD.refused}"


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh data folder, set as MINORI_DATA_DIR; no other MINORI_ or vendor variable, and no language of the user."""
    for name in list(os.environ):
        if name.upper().startswith((_OURS, *_VENDORS)):
            monkeypatch.delenv(name)
    for name in ("LC_ALL", "LC_MESSAGES", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    folder = tmp_path / "minori-data"
    monkeypatch.setenv("MINORI_DATA_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def sentences() -> FluentSentences:
    """The real catalogues; a missing key or argument raises."""
    return strict_sentences()


@pytest.fixture(scope="session")
def prepared_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the bundled guides loaded and indexed; only ever copied."""
    folder: Path = tmp_path_factory.mktemp("prepared") / "minori-data"
    with open_library(Settings(data_dir=folder)) as library:
        load_bundled(library)
        with open_application(library) as application:
            application.indexes.serving(wait=True)
    return folder


@pytest.fixture
def used_data(prepared_data: Path, data_dir: Path) -> Path:
    """This test's own copy of the prepared data folder, at MINORI_DATA_DIR."""
    shutil.copytree(prepared_data, data_dir)
    return data_dir
