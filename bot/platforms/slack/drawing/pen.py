"""One drawing under way: sentences in one language, text objects within their limits, and what had to be cut."""

from __future__ import annotations

from typing import Any

from bot.core.messages import Choice, Locale, Message, Offer, Sentences
from bot.platforms.slack.drawing import limits
from bot.platforms.slack.drawing.untrusted import literal, one_line

Json = dict[str, Any]

_STEP = " > "
NOTHING = "—"
"""Stands where Slack refuses an empty text."""


class Pen:
    """Draws the small things and remembers what it cut. For one reply: `action_id`s are counted through it."""

    def __init__(self, sentences: Sentences, locale: Locale) -> None:
        self._sentences, self._locale = sentences, locale
        self._buttons = 0
        self.cut: list[str] = []

    def words(self, value: Message | str) -> str:
        """A sentence of ours, or words as they are; literal, line breaks kept."""
        return literal(value if isinstance(value, str) else self._sentences.say(value, locale=self._locale))

    def clipped(self, text: str, most: int, what: str) -> str:
        """The text within a limit; a cut is noted under `what`."""
        if limits.length(text) > most:
            self.cut.append(f"{what}: {limits.length(text)} > {most}")
        return limits.clip(text, most)

    def plain(self, value: Message | str, most: int, what: str, *, keeps_lines: bool = False) -> Json:
        """A plain_text object; Slack reads no mark in it, and no :emoji:."""
        text = self.words(value) if keeps_lines else one_line(self.words(value))
        return {"type": "plain_text", "text": self.clipped(text.strip() or NOTHING, most, what), "emoji": False}

    def button(self, offer: Offer) -> Json:
        """A button. Its `value` is the reference. Raises ValueError for a reference that no button can carry."""
        if limits.length(offer.reference) > limits.BUTTON_VALUE:
            raise ValueError(f"the reference of {offer.action} is longer than {limits.BUTTON_VALUE} characters")
        self._buttons += 1
        button: Json = {
            "type": "button",
            "action_id": f"{offer.action}.{self._buttons}",
            "text": self.plain(self.label(offer), limits.BUTTON_LABEL, "label"),
        }
        whole = one_line(offer.text)
        if offer.label is None and whole and whole != button["text"]["text"]:
            button["accessibility_label"] = limits.clip(whole, limits.BUTTON_LABEL)
        if offer.reference:
            button["value"] = offer.reference
        if offer.is_main:
            button["style"] = "primary"
        if offer.confirm is not None:
            button["confirm"] = self._confirm(offer, offer.confirm)
        return button

    def label(self, offer: Offer) -> str:
        """Our sentence; or a guide's title and headings, of which the last say most where there is not room for all."""
        if offer.label is not None:
            return one_line(self.words(offer.label))
        text = one_line(offer.text)
        while limits.length(text) > limits.BUTTON_LABEL_SHOWN and _STEP in text:
            text = text.partition(_STEP)[2]
        return text

    def _confirm(self, offer: Offer, question: Message) -> Json:
        label = self.label(offer)
        fits = limits.length(label) <= limits.CONFIRM_LABEL
        return {
            "title": self.plain(Message("slack-confirm-title"), limits.CONFIRM_TITLE, "confirm"),
            "text": self.plain(question, limits.CONFIRM_TEXT, "confirm", keeps_lines=True),
            "confirm": self.plain(label if fits else Message("slack-confirm-yes"), limits.CONFIRM_LABEL, "confirm"),
            "deny": self.plain(Message("slack-confirm-no"), limits.CONFIRM_LABEL, "confirm"),
        }

    def option(self, choice: Choice) -> Json:
        """One answer of a field. Raises ValueError for a value that no option can carry."""
        if not 0 < limits.length(choice.value) <= limits.OPTION_VALUE:
            raise ValueError(f"a choice is empty or longer than {limits.OPTION_VALUE} characters")
        return {"text": self.plain(choice.label, limits.OPTION_LABEL, "option"), "value": choice.value}
