"""The check of the value walk's script names what is wrong, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.interviews import check_interviews

SHIPPED = Path(__file__).resolve().parents[3] / "prompts" / "interviews" / "value_walk.yaml"


def test_the_shipped_script_is_in_order() -> None:
    assert list(check_interviews(SHIPPED)) == []


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ("value: measured,", "value: weighed,", "check-walk-choices"),
        ("素手で触っても、けがをしない薄い板です。", "ばりのない薄い板です。", "check-walk-barred"),
        ("fills: listener", "fills: subject", "check-schema"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, was: str, becomes: str, key: str) -> None:
    shipped = SHIPPED.read_text(encoding="utf-8")
    assert was in shipped
    path = tmp_path / "value_walk.yaml"
    path.write_text(shipped.replace(was, becomes), encoding="utf-8")

    found = list(check_interviews(path))

    assert [one.reason.key for one in found] == [key]
    assert found[0].line is not None or key == "check-schema"


def test_a_script_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert [one.reason.key for one in check_interviews(tmp_path / "value_walk.yaml")] == ["check-file-missing"]
