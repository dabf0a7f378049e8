"""会社のページ: one firm for its coordinator as far as it shares, for its own people whole; each look at another firm
leaves a line in the audit log."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import actions
from bot.core.audited import Looked, Looks
from bot.core.clock import Clock
from bot.core.cockpit.firm_drawing import FEW, Reader, sheet
from bot.core.cockpit.one_firm import FirmPage, FirmRecords, Section, access_page, page_of
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Directory, Member, Sharing


class FirmPages:
    """Shows one firm to one reader."""

    def __init__(self, *, records: FirmRecords, directory: Directory, looks: Looks, clock: Clock) -> None:
        self._records, self._directory, self._looks, self._clock = records, directory, looks, clock

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on the page of a firm's own people."""
        if member.company is None or access_page(member, member.company) != Sharing.WORDS:
            return ()
        offer = Offer(actions.COCKPIT_FIRM, member.company.id, Message("cockpit-offer-own"))
        return (Headed(Message("cockpit-own")), Item(Message("cockpit-own-says"), (), (offer,)))

    def show(self, pressed: Pressed, member: Member) -> Reply:
        """`firm` for the page, `firm:section:number` for a page of one section."""
        id, _, rest = pressed.reference.partition(":")
        name, _, digits = rest.partition(":")
        section = next((one for one in Section if one == name), None)
        company = self._directory.company(id)
        is_private = pressed.place.is_direct or not pressed.place.conversation
        if company is None or not is_private:
            return _aside("cockpit-firm-not-yours" if company is None else "cockpit-not-here")
        number = max(1, int(digits)) if digits.isdecimal() else 1
        limit = PAGE if section else FEW
        page = page_of(self._records, member, company, section, offset=(number - 1) * limit, limit=limit)
        if page is None:
            return _aside("cockpit-firm-not-yours")
        self._keep(page, member)
        reader = Reader(member=member, now=self._clock.now(), name_of=self._name_of)
        return sheet(page, reader, section, number)

    def _keep(self, page: FirmPage, member: Member) -> None:
        id = page.company.id
        self._looks(member, action=Looked.SEEN, kind="company", id=id, company_id=id)
        for card in page.cards:
            self._looks(member, action=Looked.SEEN, kind="value_card", id=card.id, company_id=id)

    def _name_of(self, id: str) -> str:
        person = self._directory.by_id(id)
        return person.name if person else ""


def _aside(key: str) -> Reply:
    return Reply(parts=(Said(Message(key)),), is_aside=True)
