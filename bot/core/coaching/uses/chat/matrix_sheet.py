"""Technology × challenge as a sheet: every meeting with its quote, ticked or declined by a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.core import actions
from bot.core.coaching.cards.models import Decision, Use, UseSource
from bot.core.coaching.uses.chat.listing import decision_of, first_person
from bot.core.coaching.uses.matrix import Cell, Matrix
from bot.core.coaching.uses.models import PlanPassage
from bot.core.coaching.uses.wording import Words
from bot.core.messages import PAGE, Argument, Item, Message, Offer, Part, Reply, Said


def matrix_sheet(
    matrix: Matrix,
    *,
    card_id: str,
    function: str,
    decided: Mapping[str, Use],
    use_of: Callable[[Cell], Use],
    words: Words,
    page: int = 1,
) -> Reply:
    """One page of the meetings, the closest ones first. `use_of` makes a use of a meeting."""
    title = Message("use-matrix-title")
    back = Offer(actions.USE_SHOW, card_id, Message("use-offer-back"))
    gone = [_gone(use) for use in decided.values() if _is_gone(use, matrix.cells)]
    if not matrix.cells:
        none = Message("use-matrix-none", {"function": function})
        return Reply(title=title, parts=(Said(none), *gone), offers=(back,))
    pages = -(-len(matrix.cells) // PAGE)
    page = min(max(page, 1), pages)
    cells = matrix.cells[(page - 1) * PAGE : page * PAGE]
    intro = Said(Message("use-matrix-intro", {"function": function}))
    items: list[Part] = [
        _item(cell, decided.get(cell.id) or use_of(cell), f"{card_id}:{page}", words) for cell in cells
    ]
    items += gone if page == pages else []
    return Reply(title=title, parts=(intro, *items), offers=(*_turns(card_id, page, pages), back))


def no_plan_sheet(card_id: str) -> Reply:
    """Where no plan is loaded that this person may read."""
    back = Offer(actions.USE_SHOW, card_id, Message("use-offer-back"))
    return Reply(title=Message("use-matrix-title"), parts=(Said(Message("use-matrix-no-plan")),), offers=(back,))


def _item(cell: Cell, use: Use, page_reference: str, words: Words) -> Item:
    challenge = cell.challenge.entry.name.of(words.locale)
    return Item(
        Message("use-matrix-cell", {"function": cell.function.text, "challenge": challenge}),
        details=(*decision_of(use), _where(cell.passage)),
        words=(f"「{cell.quote}」", use.reason, *first_person(use)),
        offers=tuple(_pressed(use, f"{page_reference}:{cell.id}")),
    )


def _is_gone(use: Use, cells: Sequence[Cell]) -> bool:
    """True for what was ticked or declined on a sentence that no plan that is cited now says any more."""
    if use.source is not UseSource.PLAN:
        return False
    return all(cell.id != use.id or use.quote not in cell.passage.text for cell in cells)


def _gone(use: Use) -> Item:
    """What was decided, with the sentence as it stood then."""
    return Item(use.name, details=(*decision_of(use), Message("use-plan-gone")), words=(f"「{use.quote}」",))


def _where(passage: PlanPassage) -> Message:
    arguments: dict[str, Argument] = {"title": passage.title, "heading": passage.heading or "—"}
    arguments["edition"] = passage.edition or "none"
    if passage.page is None:
        return Message("use-matrix-where-unpaged", arguments)
    return Message("use-matrix-where", arguments | {"page": passage.page})


def _pressed(use: Use, reference: str) -> Iterator[Offer]:
    if use.decision is Decision.OFFERED:
        yield Offer(actions.USE_CELL_TICK, reference, Message("use-offer-tick"))
        yield Offer(actions.USE_CELL_DECLINE, reference, Message("use-offer-decline"))
        return
    yield Offer(actions.USE_CELL_UNDO, reference, Message("use-offer-undo"))


def _turns(card_id: str, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.USE_MATRIX, f"{card_id}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.USE_MATRIX, f"{card_id}:{page + 1}", Message("page-after"))
