"""What a pack does not contain, and why: one line each, so that nobody takes it for all there is."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.hand_over_packs.models import Pack, Shared
from bot.core.messages import Message
from bot.core.people import Role

MOST_ENDED, MOST_ANSWERED = 30, 20
"""As the records give them (bot/core/meetings/packs.py, bot/bootstrap_pack_records.py)."""


def left_out(pack: Pack) -> Iterator[Message]:
    """The lines, in order."""
    nothing = [one.name for one in pack.firms if one.shared is Shared.NOTHING and one.is_whole]
    outlines = [one.name for one in pack.firms if one.shared is Shared.OUTLINE]
    between = ", " if pack.reader.locale == "en" else "・"
    if nothing:
        yield Message("pack-lacks-nothing", {"count": len(nothing), "firms": between.join(nothing)})
    if outlines:
        yield Message("pack-lacks-words", {"count": len(outlines), "firms": between.join(outlines)})
    yield Message("pack-lacks-ended", {"most": MOST_ENDED})
    if Role.COORDINATOR in pack.reader.roles:
        yield Message("pack-lacks-cards")
        yield Message("pack-lacks-questions", {"most": MOST_ANSWERED})
        yield Message("pack-lacks-introductions")
    yield Message("pack-lacks-walks")
    yield Message("pack-lacks-erased")
