"""The child that sets long documents: when it loops, dies, lies or needs too much it is ended, and that is said."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from bot.adapters.pictures.long_documents import PageLimits, typeset_apart
from bot.errors import DataFileError, DependencyError

SECRET = "ひみつの言葉"


def drawn(code: str = "", *, wall_s: float = 20.0, template: str = "pack.typ", **limits: int) -> bytes:
    """What a child that runs `code` instead of typst hands over; without code, our own."""
    child = {"child": (sys.executable, "-c", code)} if code else {}
    held = PageLimits(wall_s=wall_s, **limits)
    return typeset_apart(template, {"title": SECRET}, made_on=date(2026, 4, 1), is_tagged=False, limits=held, **child)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("while True: pass", "longer than 0.6 s"),
        ("import os,time; os.close(1); time.sleep(60)", "longer than 0.6 s"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended with -11"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "was ended"),
        ("raise SystemExit(3)", "ended with 3"),
        ("pass", "no pages"),
        ("print('pages')", "no pages"),
        ("print('[]')", "no pages"),
        (r"print('failed\nPanicException', end='')", "PanicException"),
    ],
)
def test_a_child_that_misbehaves_is_ended(code: str, said: str) -> None:
    with pytest.raises(DependencyError, match=said) as caught:
        drawn(code, wall_s=0.6 if "longer" in said else 20.0)
    assert caught.value.dependency == "typst"


def test_a_child_out_of_processor_time_is_ended() -> None:
    held = "from bot.adapters.document_readers.limits import hold_this_process as h; h(memory_bytes=10**9, cpu_s=1)"
    with pytest.raises(DependencyError, match="of the processor"):
        drawn(f"{held}\nwhile True: pass")


def test_a_child_out_of_memory_is_an_error_of_typst() -> None:
    with pytest.raises(DependencyError, match="typst"):
        drawn(memory_bytes=60_000_000)


def test_what_typst_refuses_is_said_without_the_words() -> None:
    # The template asks for more than a title.
    with pytest.raises(DependencyError, match="typst") as caught:
        drawn()
    assert SECRET not in str(caught.value)


def test_a_fault_of_a_template_keeps_its_place() -> None:
    with pytest.raises(DataFileError, match="typst warns") as caught:
        drawn(r"print('template\n/pack.typ\ntypst warns: of a font', end='')")
    assert caught.value.path == "/pack.typ"


def test_the_child_knows_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINORI_CHAT_API_KEY", "hidden-key")
    assert b"MINORI" not in drawn("import os; print('pages'); print(' '.join(os.environ))")


def test_the_next_document_does_not_wait_for_one_that_failed() -> None:
    with pytest.raises(DependencyError):
        drawn("raise SystemExit(3)")
    assert drawn("print('pages'); print('here')") == b"here\n"
