"""The manifest against the program: what is missing, what is too much, what nobody explained."""

from __future__ import annotations

from pathlib import Path

import pytest

import bot
from bot.checks.slack_manifest import check_manifest

CODE = Path(bot.__file__).parent
MANIFEST = (CODE.parent / "manifest.yaml").read_text(encoding="utf-8")


def problems(tmp_path: Path, text: str, code: Path = CODE) -> list[tuple[str, object, int | None]]:
    path = tmp_path / "manifest.yaml"
    path.write_text(text, encoding="utf-8")
    return [(one.reason.key, one.reason.arguments.get("name"), one.line) for one in check_manifest(path, code)]


def line_of(words: str) -> int:
    return next(number for number, line in enumerate(MANIFEST.splitlines(), start=1) if words in line)


def test_the_manifest_is_in_step_with_the_program(tmp_path: Path) -> None:
    assert problems(tmp_path, MANIFEST) == []


@pytest.mark.parametrize("name", ["users:read.email", "im:history", "message.im", "app_mention"])
def test_what_the_program_needs_and_the_manifest_lacks_is_found(tmp_path: Path, name: str) -> None:
    text = "".join(line for line in MANIFEST.splitlines(True) if not line.strip().startswith(f"- {name} "))
    assert [found[:2] for found in problems(tmp_path, text)] == [("check-manifest-lacks", name)]


@pytest.mark.parametrize(
    ("after", "added", "name"),
    [
        ("- chat:write #", "      - channels:join # to join", "channels:join"),
        ("- chat:write #", "      - chat:write # again", "chat:write"),
        ("- app_mention #", "      - reaction_added # why not", "reaction_added"),
    ],
)
def test_what_nothing_uses_is_found_with_its_line(tmp_path: Path, after: str, added: str, name: str) -> None:
    lines = MANIFEST.splitlines()
    lines.insert(line_of(after), added)
    assert problems(tmp_path, "\n".join(lines)) == [("check-manifest-unneeded", name, line_of(after) + 1)]


@pytest.mark.parametrize("name", ["files:read", "message.groups", "commands", "member_joined_channel"])
def test_a_permission_or_event_without_its_reason_is_found(tmp_path: Path, name: str) -> None:
    line = line_of(f"- {name} #")
    text = "\n".join(one.partition(" #")[0] if at == line else one for at, one in enumerate(MANIFEST.split("\n"), 1))
    assert problems(tmp_path, text) == [("check-manifest-unexplained", name, line)]


def test_what_slack_would_refuse_is_found(tmp_path: Path) -> None:
    text = MANIFEST.replace("  name: Minori", f"  name: {'み' * 36}").replace("agent_view:", "assistant_view:")
    assert {found[0] for found in problems(tmp_path, text)} == {"check-schema"}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "callback_id: note_message",
            "callback_id: other_message",
            {"check-manifest-lacks", "check-manifest-unneeded"},
        ),
        ("      type: message\n", "      type: global\n", {"check-schema"}),
        ("name: 次の一歩にする", "name: 次の一歩にするための最初の一歩", {"check-schema"}),
    ],
)
def test_the_menu_of_a_message_is_held_to_the_program(tmp_path: Path, old: str, new: str, found: set[str]) -> None:
    assert old in MANIFEST
    assert {one[0] for one in problems(tmp_path, MANIFEST.replace(old, new))} == found


def test_a_call_that_no_permission_is_known_for_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "code" / "platforms" / "slack"
    folder.mkdir(parents=True)
    (folder / "calls.py").write_text("client.chat_unfurl()\nclient.chat_postMessage()\n", encoding="utf-8")
    assert problems(tmp_path, MANIFEST, tmp_path / "code") == [("check-manifest-call", "chat_unfurl", 1)]
