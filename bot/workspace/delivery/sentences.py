"""What Slack tells a person when an app did not answer, in the two languages of the page."""

from __future__ import annotations

from typing import Literal

Where = Literal["action", "view", "options", "command", "shortcut"]

_JA: dict[Where, str] = {
    "action": "エラーが発生しました。もう一度お試しください。",
    "view": "接続に問題が発生しました。もう一度お試しください。",
    "options": "選択肢を読み込めませんでした。",
    "command": "{command} はエラー「{error}」により失敗しました。",
    "shortcut": "アプリから応答がありませんでした。もう一度お試しください。",
}
_EN: dict[Where, str] = {
    "action": "Oh no, something went wrong. Please try that again.",
    "view": "We had some trouble connecting. Try again?",
    "options": "The options could not be loaded.",
    "command": '{command} failed with the error "{error}"',
    "shortcut": "The app did not respond. Please try that again.",
}


def app_error_text(where: Where, locale: str, *, error: str, command: str = "") -> str:
    """Return the sentence in Japanese for a `ja…` locale, else in English."""
    sentences = _JA if locale.startswith("ja") else _EN
    return sentences[where].format(command=command, error=error)
