"""Files on their way out: names, sizes, and what is said in their place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import outgoing
from bot.core.messages import Message, OutgoingFile, Quoted, Said
from bot.core.outgoing import PDF, PNG, XLSX, FileNotSent, instead, made, named

PICTURE = OutgoingFile(
    name=Message("a/b\n"),
    title=Message("二つ\nの 線"),
    media_type=PNG,
    make=lambda _: b"x",
    alt_text=Message("line " * 400),
)


def say(message: Message) -> str:
    return message.key


def test_a_file_is_made_in_the_readers_words() -> None:
    file = made(replace(PICTURE, make=lambda say: say(Message("heading")).encode()), say)
    assert (file.name, file.title, file.content) == ("a b.png", "二つ の 線", b"heading")
    assert file.alt_text.startswith("line line")
    assert len(file.alt_text) == 1_000
    assert "heading" not in repr(file)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("引き継ぎ資料 2027-03-02", "引き継ぎ資料 2027-03-02.xlsx"),
        ("../../etc/passwd", "etc passwd.xlsx"),
        ('a\\b:c*d?e"f<g>h|i', "a b c d e f g h i.xlsx"),
        ("\u202egpj.exe\x00", "gpj.exe.xlsx"),
        ("…", "….xlsx"),
        (" . ", "file.xlsx"),
        ("", "file.xlsx"),
    ],
)
def test_a_name_is_one_that_any_machine_takes(words: str, name: str) -> None:
    assert named(words, XLSX) == name


def test_a_long_name_keeps_its_ending_and_whole_characters() -> None:
    name = named("引" * 300, PDF)
    assert name.endswith("引.pdf")
    assert len(name) <= outgoing.LONGEST_NAME
    assert len(name.encode()) <= 255


def test_what_is_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "LARGEST", 3)
    made(replace(PICTURE, make=lambda _: b"123"), say)
    with pytest.raises(FileNotSent) as refused:
        made(replace(PICTURE, make=lambda _: b"1234"), say)
    assert (refused.value.key, refused.value.arguments["file"]) == ("file-too-large", "二つ の 線")


def test_nothing_is_no_file() -> None:
    with pytest.raises(ValueError, match="empty"):
        made(replace(PICTURE, make=lambda _: b""), say)


def test_a_picture_has_words_for_whoever_cannot_see_it() -> None:
    with pytest.raises(ValueError, match="cannot see"):
        replace(PICTURE, alt_text=None)


def test_in_its_place_stand_why_and_what_it_says() -> None:
    why, words = Message("file-failed"), (Quoted("三件"),)
    assert instead(PICTURE, why) == (Said(why),)
    assert instead(replace(PICTURE, in_words=words), why) == (Said(why), Said(Message("file-in-words")), *words)
