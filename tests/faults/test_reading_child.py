"""The child that reads files: when it loops, floods, dies, lies or reaches out, the guard ends it and says so."""

from __future__ import annotations

import sys
import time

import pytest

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.document_readers.limits import Limits
from bot.errors import DocumentRefused


def refusal(file_name: str, content: bytes, reader: GuardedDocumentReader) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as caught:
        reader.read(file_name=file_name, content=content)
    assert caught.value.arguments["file"] == file_name
    return caught.value


def behaving(code: str, **limits: float) -> GuardedDocumentReader:
    """A guard whose child runs `code` instead of reading."""
    given_limits = Limits(**{"wall_s": 5.0, **limits})  # type: ignore[arg-type]
    return GuardedDocumentReader(limits=given_limits, child=(sys.executable, "-c", code))


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("while True: pass", "refused-too-slow"),
        ("import os,time; os.close(1); time.sleep(60)", "refused-too-slow"),
        ("import os\nwhile True: os.write(1, b'x' * 65536)", "refused-too-much-text"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "refused-stopped"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "refused-too-slow"),
        ("raise SystemExit(3)", "refused-stopped"),
        ("print('not json')", "refused-stopped"),
        ("print('[]')", "refused-stopped"),
        ("print('[' * 100000)", "refused-stopped"),
        ('print(\'{"refused": "settings-wrong", "arguments": {}}\')', "refused-stopped"),
        (
            'print(\'{"blocks": [["heading", 5, 1, 1, []]], "pages": 1, "details": {}, "warnings": []}\')',
            "refused-stopped",
        ),
    ],
)
def test_a_child_that_misbehaves_is_ended(code: str, key: str) -> None:
    started = time.monotonic()
    wall_s = 0.6 if key == "refused-too-slow" else 20.0
    assert refusal("a.txt", b"text", behaving(code, wall_s=wall_s)).key == key
    assert time.monotonic() - started < 10


def test_a_child_out_of_memory_says_so() -> None:
    reader = GuardedDocumentReader(limits=Limits(memory_bytes=120_000_000))
    rows = "\n".join(f"{n},{'値' * 20}" for n in range(60_000))
    assert refusal("大.csv", rows.encode(), reader).key == "refused-too-much-memory"


def test_a_child_out_of_processor_time_is_ended() -> None:
    held = "from bot.adapters.document_readers.limits import hold_this_process as h; h(memory_bytes=10**9, cpu_s=1)"
    reader = behaving(f"{held}\nwhile True: pass", wall_s=20.0)
    assert refusal("a.txt", b"text", reader).key == "refused-too-slow"


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_child_reaches_no_network_and_starts_no_program(deed: str) -> None:
    code = f"""
import json
from bot.adapters.document_readers.limits import NetworkRefused, hold_this_process
hold_this_process(memory_bytes=10**9, cpu_s=5)
try:
    {deed}
except NetworkRefused:
    print(json.dumps({{"refused": "refused-empty", "arguments": {{}}}}))
"""
    assert refusal("a.txt", b"text", behaving(code)).key == "refused-empty"


def test_the_child_knows_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINORI_CHAT_API_KEY", "hidden-key")
    code = "import json,os; print(json.dumps({'refused': 'refused-empty', 'arguments': {'x': ' '.join(os.environ)}}))"
    assert "MINORI" not in str(refusal("a.txt", b"text", behaving(code)).arguments["x"])
