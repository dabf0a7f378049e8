"""数字・書き出し: a sheet that asks what is wanted, then the numbers in words beside the conversation, or a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bot.core import actions
from bot.core.figures.forms import Choices, Order, form, ordered, outline_firms
from bot.core.figures.ports import Draw, Seen
from bot.core.figures.selecting import Wanted, may_have
from bot.core.figures.service import FigureService
from bot.core.figures.tables import Export, Format, Kind
from bot.core.figures.wording import in_words
from bot.core.messages import Headed, Item, Message, Offer, OutgoingFile, Part, Pressed, Reply, Said
from bot.core.outgoing import CSV, ICS, JSON, XLSX
from bot.core.people import Member
from bot.core.reactions import Handler
from bot.errors import UsageError

MEDIA: Mapping[Format, str] = {Format.XLSX: XLSX, Format.CSV: CSV, Format.ICS: ICS, Format.JSON: JSON}


def figures_offer() -> Offer:
    """The button by which numbers and exports are asked for."""
    return Offer(actions.FIGURES, "-", Message("figures-offer"))


class FigureDesk:
    """Handlers of what belongs to numbers; each is for one reader alone."""

    def __init__(self, *, service: FigureService, draw: Draw) -> None:
        self._service, self._draw = service, draw
        self.handlers: Mapping[str, Handler] = {
            actions.FIGURES: _in_private(self._form),
            actions.FIGURES_SEND: _in_private(self._send),
        }
        """What to do for each action of ours."""

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on the page of whoever may have numbers."""
        if not may_have(member):
            return ()
        return (Headed(Message("figures-home")), Item(Message("figures-home-says"), (), (figures_offer(),)))

    def _form(self, _pressed: Pressed, member: Member) -> Reply:
        return form(self._choices(member), {})

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        choices = self._choices(member)
        try:
            order = ordered(choices, pressed.values)
        except UsageError as error:
            return form(choices, pressed.values, Message(error.key, dict(error.arguments)))
        if order.kind is None:
            return self._shown(member, order.wanted)
        return self._file(member, order, order.kind)

    def _shown(self, member: Member, wanted: Wanted) -> Reply:
        found, away = self._service.figures(member, wanted)
        firms = self._service.firms(member)
        parts = (
            *_narrowed(wanted, firms[wanted.firm_id].name if wanted.firm_id else ""),
            *_events_known(wanted, firms),
        )
        said = in_words(found, wanted.days, left_out=away)
        return Reply(title=Message("figures-form-title"), parts=(*parts, *said), is_aside=True)

    def _file(self, member: Member, order: Order, kind: Kind) -> Reply:
        export = self._service.export(member, kind, order.wanted)
        if not export.sheets[0].rows:
            return Reply(title=Message("figures-form-title"), parts=(Said(Message("figures-nothing")),), is_aside=True)
        said = (Said(Message("figures-here")), Said(Message(f"figures-care-{kind}")))
        file = self._outgoing(export, order.format)
        return Reply(title=Message("figures-form-title"), parts=said, files=(file,), is_aside=True)

    def _outgoing(self, export: Export, format: Format) -> OutgoingFile:
        return OutgoingFile(
            name=export.title,
            title=export.title,
            media_type=MEDIA[format],
            make=partial(self._draw, export, format),
            in_words=(Said(Message("figures-count", {"count": len(export.sheets[0].rows)})),),
        )

    def _choices(self, member: Member) -> Choices:
        service = self._service
        return Choices(
            firms=service.firms(member),
            programmes=service.programmes(member),
            events=service.events(member),
            today=service.today(member),
        )


def _narrowed(wanted: Wanted, firm: str) -> Iterator[Part]:
    if wanted.programme is not None:
        yield Said(Message("figures-of-programme", {"name": wanted.programme.name}))
    if wanted.event:
        yield Said(Message("figures-of-event", {"name": wanted.event}))
    if firm:
        yield Said(Message("figures-of-firm", {"name": firm}))


def _events_known(wanted: Wanted, firms: Mapping[str, Seen]) -> Iterator[Part]:
    """Of how many firms the event of an encounter is not known, where the numbers are those of an event."""
    silent = outline_firms(firms)
    if wanted.event and silent:
        yield Said(Message("figures-events-known", {"count": silent}))


def _in_private(handler: Handler) -> Handler:
    """For whoever may have numbers, where nobody reads along."""

    def press(pressed: Pressed, member: Member) -> Reply:
        if not may_have(member) or not (pressed.place.is_direct or not pressed.place.conversation):
            return Reply(parts=(Said(Message("figures-not-yours")),), is_aside=True)
        return handler(pressed, member)

    return press
