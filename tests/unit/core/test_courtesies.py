"""Thanks, greetings and "what can you do" are known for what they are, and nothing else is."""

from __future__ import annotations

import pytest

from bot.core.courtesies import Courtesies, load_courtesies
from bot.errors import DataFileError
from bot.resources import prompts_folder


@pytest.fixture(scope="module")
def courtesies() -> Courtesies:
    path = prompts_folder() / "courtesies.yaml"
    return load_courtesies(path.read_text(encoding="utf-8"), path="courtesies.yaml")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("ありがとうございます！", "thanks"),
        ("ありがとうございました。:bow:", "thanks"),
        ("Minoriさん、ありがとうございます", "thanks"),
        ("実りの多い一年でした", None),
        ("ありがとう Minori", "thanks"),
        ("Thank you!!", "thanks"),
        ("了解です！", "noted"),
        ("あとで見ますね", None),
        ("あとで見ます。", "later"),
        ("こんにちは〜", "greeting"),
        ("おはようございます、実りさん", "greeting"),
        ("いまいちだった", "missed"),
        ("そうじゃなくて、実証シートの書き方が知りたい", None),
        ("HELP", "help"),
        ("使い方を教えてください。", "help"),
        ("展示会のあとのお礼はいつ出せばいいですか", None),
        ("お礼のメールに「ありがとうございます」と書くべきですか", None),
        ("了解を得るにはどうすればいいですか", None),
        ("", None),
        ("！？", "help"),
        ("。", "help"),
        ("👍", "thanks"),
        (":pray: :bow:", "thanks"),
        (":thinking_face:", "help"),
    ],
)
def test_a_courtesy_is_the_whole_of_a_message(courtesies: Courtesies, said: str, kind: str | None) -> None:
    assert courtesies.kind_of(said) == kind


@pytest.mark.parametrize("text", ["version: 2\n", "thanks: [", "version: 1\nthanks: [a]\ngreeting: [b]\n"])
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(DataFileError):
        load_courtesies(text, path="courtesies.yaml")
