"""探す: cards by what they do and by whose trouble they lessen, each with the reason why it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.coaching.cards.chat import buttons
from bot.core.coaching.cards.chat.doors import Doors, Handler, aside
from bot.core.coaching.cards.chat.forms import find_form
from bot.core.coaching.cards.nearness import Deeds, no_deeds
from bot.core.coaching.cards.search import Hit, search
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.wording import clipped, title_of
from bot.core.coaching.troubles import Troubles
from bot.core.japanese import JapaneseAnalyser
from bot.core.messages import PAGE, Asked, Headed, Item, Message, Offer, Part, Place, Pressed, Reply, Said
from bot.core.people import Directory, Member, access_card_search

_TYPED = re.compile(
    r"^\s*(?:価値カード(?:を|で|から)?\s*)?(?:探す|さがす|find cards?)(?:[\s　:：]+(?P<words>\S.*))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 200


class Finding:
    """Looks through what somebody may see, where nobody reads along."""

    def __init__(
        self,
        *,
        service: CardService,
        doors: Doors,
        directory: Directory,
        analyser: JapaneseAnalyser,
        deeds: Deeds = no_deeds,
        troubles: Troubles | None = None,
    ) -> None:
        self._service, self._doors = service, doors
        self._directory, self._analyser, self._deeds, self._troubles = directory, analyser, deeds, troubles

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.VALUE_FIND_FORM: self._form,
            actions.VALUE_FIND_SEND: self._sent,
            actions.VALUE_FIND_PAGE: self._page,
        }

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """「探す …」; None for anything else."""
        found = _TYPED.match(asked.text) if asked.is_addressed else None
        if found is None:
            return None
        refused = self._refused(asked.place, member)
        if refused is not None:
            return refused
        words = (found["words"] or "").strip()
        if not words:
            offer = Offer(actions.VALUE_FIND_FORM, "", Message("value-offer-find"), is_main=True)
            return Reply(parts=(Said(Message("value-find-about")),), offers=(offer,))
        return self._found(words, member, page=1)

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        return self._refused(pressed.place, member) or find_form()

    def _sent(self, pressed: Pressed, member: Member) -> Reply:
        refused = self._refused(pressed.place, member)
        if refused is not None:
            return refused
        words = pressed.values.get("words", "").strip()
        if not words:
            return find_form(why=Message("value-find-nothing-said"))
        # Beside what is open: the page stays as it is.
        return replace(self._found(words, member, page=1, in_sheet=True), title=Message("value-find-title"))

    def _page(self, pressed: Pressed, member: Member) -> Reply:
        refused = self._refused(pressed.place, member)
        if refused is not None:
            return refused
        number, _, words = pressed.reference.partition(":")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 1
        if not words.strip():
            return aside(Message("value-find-nothing-said"))
        return self._found(words, member, page=page)

    def _refused(self, place: Place, member: Member) -> Reply | None:
        if not access_card_search(member):
            return aside(Message("value-find-not-for-you"))
        if not (place.is_direct or not place.conversation):
            # What somebody may see, others who read along may not.
            return aside(Message("value-find-elsewhere"))
        return None

    def _found(self, words: str, member: Member, *, page: int, in_sheet: bool = False) -> Reply:
        words = " ".join(words.split())[:_LONGEST]
        cards = self._service.searchable(by=member)
        if not cards:
            return Reply(parts=(Said(Message("value-find-empty")),))
        hits = search(words, cards, self._analyser, self._deeds, self._troubles)
        about = Headed(Message("value-find-asked", {"words": words}))
        if not hits:
            return self._nothing(about, words, member, in_sheet=in_sheet)
        pages = -(-len(hits) // PAGE)
        page = min(max(page, 1), pages)
        shown = hits[(page - 1) * PAGE : page * PAGE]
        for hit in shown:
            self._service.looked_at(hit.card, member)
        parts: list[Part] = [about, Said(Message("value-find-count", {"count": len(hits)}))]
        parts += [self._item(hit, member) for hit in shown]
        return Reply(parts=tuple(parts), offers=tuple(_turning(words, page, pages)))

    def _nothing(self, about: Headed, words: str, member: Member, *, in_sheet: bool) -> Reply:
        """What was understood, and what could be tried."""
        told = self._named(sorted(self._troubles.told(words)) if self._troubles else (), member)
        parts: list[Part] = [about, Said(Message("value-find-none"))]
        if told:
            parts.append(Said(Message("value-find-taken-as", {"troubles": told})))
        parts.append(Said(Message("value-find-try")))
        again = Offer(actions.VALUE_FIND_FORM, "", Message("value-offer-find"))
        return Reply(parts=tuple(parts), offers=() if in_sheet else (again,))

    def _named(self, troubles: Sequence[str], member: Member) -> str:
        """Troubles by their names, two at most; "" for none."""
        if self._troubles is None:
            return ""
        locale = member.locale or "ja"
        return ("、" if locale == "ja" else ", ").join(self._troubles.name(one, locale) for one in troubles[:2])

    def _item(self, hit: Hit, member: Member) -> Item:
        company = self._directory.company(hit.card.company_id)
        is_own = member.company is not None and member.company.id == hit.card.company_id
        firm: Message | str = Message("value-find-own") if is_own else (company.name if company else "")
        why = Message(f"value-find-near-{hit.name}", {"words": clipped(hit.quote, 80)})
        told = self._named(hit.troubles, member)
        reasons = (why, Message("value-find-same-trouble", {"troubles": told})) if told else (why,)
        return Item(title_of(hit.card), (firm,) if firm else (), (buttons.show(hit.card),), reasons)


def _turning(words: str, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.VALUE_FIND_PAGE, f"{page - 1}:{words}", Message("page-before"))
    if page < pages:
        yield Offer(actions.VALUE_FIND_PAGE, f"{page + 1}:{words}", Message("page-after"))
