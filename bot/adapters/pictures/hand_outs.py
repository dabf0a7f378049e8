"""The files of a card: the page as picture and PDF, a slide, a text, a workbook. Each is made when it is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.adapters.pictures.picture_in_words import SHORT, alt_text
from bot.core.calendars import zone_of
from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.coaching.cards.sheet import CardSheet
from bot.core.coaching.cards.sheet_wording import audience_of, card_sheet
from bot.core.coaching.cards.visibility import name_of_card
from bot.core.coaching.cards.wording import clipped, fact, grade_sentence
from bot.core.messages import Argument, Locale, Message, OutgoingFile, Part, Said, Say
from bot.core.outgoing import MARKDOWN, PDF, PNG, PPTX, XLSX
from bot.core.people import Company

_IN_WORDS = (CardField.WHO, CardField.CHANGE, CardField.TODAY, CardField.COST, CardField.EVIDENCE)


class CardHandOuts:
    """The `HandOuts` of bot/core/coaching/cards/ports.py. Days are those of `time_zone`."""

    def __init__(self, *, time_zone: str = "Asia/Tokyo") -> None:
        self._zone = zone_of(time_zone)

    def __call__(self, card: ValueCard, company: Company, locale: Locale) -> Sequence[OutgoingFile]:
        """The files of a card as its reader may see it; their language is that of whoever gets them."""
        on = card.at.astimezone(self._zone).date()

        def drawn(draw: Callable[[CardSheet, Say], bytes]) -> Callable[[Say], bytes]:
            return lambda say: draw(
                card_sheet(card, firm=company.name, say=say, audience=audience_of(card), on=on), say
            )

        name, page = _name(card, company), _page_title(card, company)
        told, alt = _in_words(card), alt_text(card, company)
        return (
            OutgoingFile(
                name=Message("sheet-name-page", name),
                title=page,
                media_type=PNG,
                make=drawn(_png),
                alt_text=alt,
                in_words=told,
            ),
            _file("page", PDF, drawn(_pdf), name, told, page),
            _file("slide", PPTX, drawn(_slide), name, told),
            _file("text", MARKDOWN, drawn(_markdown), name, told),
            _file("design", XLSX, drawn(_workbook), name, told),
        )


def replaced_characters(card: ValueCard, company: Company) -> tuple[str, ...]:
    """What of the words the typeface of the page lacks: 〓 stands there instead."""
    from bot.adapters.pictures.typeface import drawable

    words = [company.name, *(entry.words for entry in card.entries.values())]
    words += [text for use in card.uses for text in (use.name, use.reason)]
    return tuple(dict.fromkeys(one for text in words for one in drawable(text).replaced))


# What draws is imported when something is drawn: whoever draws nothing starts without it.


def _png(sheet: CardSheet, _say: Say) -> bytes:
    from bot.adapters.pictures.sheet_drawing import sheet_png

    return sheet_png(sheet)


def _pdf(sheet: CardSheet, _say: Say) -> bytes:
    from bot.adapters.pictures.sheet_drawing import sheet_pdf

    return sheet_pdf(sheet)


def _slide(sheet: CardSheet, _say: Say) -> bytes:
    from bot.adapters.pictures.slide import slide_pptx

    return slide_pptx(sheet)


def _markdown(sheet: CardSheet, _say: Say) -> bytes:
    from bot.adapters.pictures.card_markdown import card_markdown

    return card_markdown(sheet)


def _workbook(sheet: CardSheet, say: Say) -> bytes:
    from bot.adapters.pictures.design_sheet import design_sheet

    return design_sheet(sheet, say)


def _file(
    kind: str,
    media_type: str,
    make: Callable[[Say], bytes],
    name: dict[str, Argument],
    told: tuple[Part, ...],
    title: Message | None = None,
) -> OutgoingFile:
    return OutgoingFile(
        name=Message(f"sheet-name-{kind}", name),
        title=title or Message(f"sheet-title-{kind}", name),
        media_type=media_type,
        make=make,
        in_words=told,
    )


def _name(card: ValueCard, company: Company) -> dict[str, Argument]:
    return {"name": clipped(name_of_card(card) or company.name, SHORT), "audience": str(audience_of(card))}


def _page_title(card: ValueCard, company: Company) -> Message:
    replaced = replaced_characters(card, company)
    if not replaced:
        return Message("sheet-title-page", _name(card, company))
    characters = clipped(" ".join(replaced), SHORT)
    return Message("sheet-title-page-replaced", {**_name(card, company), "characters": characters})


def _in_words(card: ValueCard) -> tuple[Part, ...]:
    facts = tuple(fact(card, name) for name in _IN_WORDS if name in card.entries)
    is_graded = {CardField.EVIDENCE, CardField.EVIDENCE_KIND} & card.entries.keys()
    return (*facts, *([Said(grade_sentence(card))] if is_graded else []))
