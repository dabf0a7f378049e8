"""The list of uses for a card: six at a time, each with what hurts, why it is offered, and what a person said to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core import actions
from bot.core.coaching.cards.models import Decision, Use, UseSource
from bot.core.coaching.uses.ranking import AT_A_TIME
from bot.core.messages import Field, Headed, Item, Message, Offer, Part, Reply, Said

FIRST = "first"
"""The field that names the first person to ask."""
LONGEST_FIRST = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """Everything that may be offered for a card now, best first, what was decided, and which of it is shown.

    `places` are places in `offers`, kept in every button, so that a list stays the same list when one of it is ticked.
    """

    card_id: str
    function: str
    offers: tuple[Use, ...]
    decided: Mapping[str, Use]
    places: tuple[int, ...]

    @property
    def token(self) -> str:
        """The places as buttons carry them."""
        return ".".join(map(str, self.places))

    def shown(self) -> Iterator[Use]:
        """The uses at these places, as they were decided."""
        for place in self.places:
            if place < len(self.offers):
                use = self.offers[place]
                yield self.decided.get(use.id, use)

    def left(self) -> int:
        """How many come after these that nobody has decided on."""
        return len(next_places(self.offers, self.decided, after=max(self.places, default=-1), most=len(self.offers)))

    def use(self, id: str) -> Use | None:
        """An offered or decided use."""
        return self.decided.get(id) or next((one for one in self.offers if one.id == id), None)


def next_places(
    offers: Sequence[Use], decided: Mapping[str, Use], *, after: int = -1, most: int = AT_A_TIME
) -> tuple[int, ...]:
    """The next places that nobody has decided on: what was ticked or declined is not offered again."""
    return tuple(place for place in range(after + 1, len(offers)) if offers[place].id not in decided)[:most]


def places_of(token: str) -> tuple[int, ...]:
    """The places that a button carries; none where it carries anything else."""
    parts = token.split(".")[:AT_A_TIME]
    return tuple(int(one) for one in parts if one.isascii() and one.isdigit() and len(one) < 6)


def list_sheet(listing: Listing, *, said: Sequence[Part] = (), has_plans: bool = False) -> Reply:
    """The list; `said` comes first."""
    shown = list(listing.shown())
    parts: list[Part] = [*said]
    if shown:
        parts += [Said(Message("use-intro", {"function": listing.function}))] if not said else []
        parts += [_item(use, listing) for use in shown]
    elif listing.offers:
        parts.append(Said(Message("use-nothing-more")))
    else:
        parts.append(Said(Message("use-nothing", {"function": listing.function})))
    left = listing.left()
    if left:
        parts.append(Said(Message("use-left", {"count": left})))
    return Reply(title=Message("use-title"), parts=tuple(parts), offers=tuple(_turning(listing, left, has_plans)))


def after_tick(use: Use, who: str, listing: Listing) -> tuple[Part, ...]:
    """Who would be the first person to ask there? The question comes right after a use was ticked."""
    offer = Offer(
        actions.USE_FIRST_FORM, f"{listing.card_id}:{listing.token}:{use.id}", Message("use-offer-first"), is_main=True
    )
    words = (Message("use-first-example", {"who": who}),) if who else ()
    return (Item(Message("use-first-ask", {"name": use.name}), offers=(offer,), words=words),)


def first_form(use: Use, who: str, *, card_id: str, token: str) -> Reply:
    """The form for the first person to ask."""
    example = (Said(Message("use-first-example", {"who": who})),) if who else ()
    field = Field(
        name=FIRST,
        label=Message("use-first-field"),
        hint=Message("use-first-hint"),
        initial=use.ask_first,
        is_required=False,
        longest=LONGEST_FIRST,
    )
    return Reply(
        title=Message("use-first-title"),
        parts=(Headed(Message("use-first-ask", {"name": use.name})), *example, field),
        submit=Offer(actions.USE_FIRST_SEND, f"{card_id}:{token}:{use.id}", Message("use-first-submit")),
    )


def decision_of(use: Use) -> tuple[Message, ...]:
    """What a person said to a use."""
    if use.decision is Decision.TICKED:
        return (Message("use-ticked"),)
    return (Message("use-declined"),) if use.decision is Decision.DECLINED else ()


def first_person(use: Use) -> tuple[Message, ...]:
    """Who would be asked first, where somebody said so."""
    is_said = use.decision is Decision.TICKED and use.ask_first
    return (Message("use-first-is", {"person": use.ask_first}),) if is_said else ()


def _item(use: Use, listing: Listing) -> Item:
    reference = f"{listing.card_id}:{listing.token}:{use.id}"
    return Item(
        use.name,
        details=(*decision_of(use), _suffered(use)),
        words=(use.reason, *first_person(use)),
        offers=tuple(_pressed(use, reference)),
    )


def _suffered(use: Use) -> Message:
    if use.source is UseSource.PLAN:
        return Message("use-plan-says", {"quote": use.quote})
    return Message("use-suffers", {"state": use.suffers})


def _pressed(use: Use, reference: str) -> Iterator[Offer]:
    if use.decision is Decision.OFFERED:
        yield Offer(actions.USE_TICK, reference, Message("use-offer-tick"))
        yield Offer(actions.USE_DECLINE, reference, Message("use-offer-decline"))
        return
    if use.decision is Decision.TICKED:
        yield Offer(actions.USE_FIRST_FORM, reference, Message("use-offer-first"))
    yield Offer(actions.USE_UNDO, reference, Message("use-offer-undo"))


def _turning(listing: Listing, left: int, has_plans: bool) -> Iterator[Offer]:
    if left:
        after = max(listing.places, default=-1)
        yield Offer(actions.USE_MORE, f"{listing.card_id}:{after}", Message("use-offer-more"))
    if has_plans:
        yield Offer(actions.USE_MATRIX, f"{listing.card_id}:1", Message("use-offer-matrix"))
