"""Whatever somebody outside the firm presses or types: no word that is not for them is anywhere in what they get."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import actions
from bot.core.coaching.cards.chat.buttons import TEXTS
from bot.core.coaching.cards.models import GROUP_OF, CardField, FieldGroup, Reach, Use, UseSource
from bot.core.coaching.cards.models import Decision as Decided
from bot.core.coaching.cards.visibility import groups_for
from bot.core.messages import Locale, Reply
from bot.core.people import Member
from tests.unit.core.coaching.cards.chat.desk import Desk, told
from tests.unit.core.coaching.cards.samples import (
    ADMIN,
    AOI,
    GUEST,
    KATO,
    MORI,
    NOW,
    SATO,
    TANAKA,
    UMINO,
    of_fields,
    person,
)

OUTSIDERS = (UMINO, KATO, MORI, ADMIN, GUEST, replace(SATO, left_at=NOW))
MARKED = of_fields({str(name): f"ひみつ{number:02}の言葉" for number, name in enumerate(CardField)})
MARKS = {name: entry.words for name, entry in MARKED.entries.items()}
USE = Use(
    id="u1",
    source=UseSource.FIELD,
    reference="f1",
    name="ひみつの使い道",
    suffers="重い",
    reason="軽くする",
    decision=Decided.TICKED,
    decided_by="tanaka",
    ask_first="ひみつの人",
)


def desk_with(reach: dict[FieldGroup, Reach]) -> tuple[Desk, str]:
    desk = Desk()
    card = desk.made(MARKED)
    desk.service.offer_uses(card.id, uses=[USE])
    desk.clock.move(hours=1)
    desk.corrected(card, SATO, cost="ひみつ99の言葉")
    now = desk.store.by_id(card.id)
    assert now is not None
    desk.service.share(now.id, version=now.version, reach=reach, by=TANAKA, has_read_caution=True)
    return desk, card.id


def everything(desk: Desk, id: str, member: Member, locale: Locale) -> str:
    """All that somebody can press or type, with references as they stand on a card and as they might be forged."""
    seen = []
    for action in desk.chat.handlers:
        for reference in (
            id,
            f"{id}:1",
            f"{id}:1:2",
            f"{id}:2:1",
            f"{id}:3:value=region",
            f"{id}:value:1",
            f"1:{id}",
            ":",
        ):
            values = {"words": "ひみつ", "one": "1", "other": "2", "value": "region", "cost": "x"}
            seen.append(told(desk.press(member, action, reference, values=values), locale))
    seen += [told(desk.press(member, actions.VALUE_TEXT, f"{id}:{kind}"), locale) for kind in TEXTS]
    seen += [told(desk.type(member, text), locale) for text in ("価値カード", "探す ひみつの言葉", "find cards ひみつ")]
    seen += [
        told(desk.type(member, f"探す {mark}"), locale).replace(f"「{mark}」に近い", "") for mark in MARKS.values()
    ]
    seen.append(told(Reply(parts=tuple(desk.chat.home_parts(member))), locale))
    return "\n".join(seen)


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.sampled_from(FieldGroup), st.sampled_from(Reach)),
    st.sampled_from(OUTSIDERS),
    st.sampled_from(["ja", "en"]),
)
def test_no_hidden_word_is_said(reach: dict[FieldGroup, Reach], member: Member, locale: Locale) -> None:
    desk, id = desk_with(reach)
    card = desk.store.by_id(id)
    assert card is not None
    groups = groups_for(card, member, AOI)
    said = everything(desk, id, member, locale)
    for name, mark in MARKS.items():
        if GROUP_OF[name] not in groups or name is CardField.COST:
            # What the field said before it was put right is for the firm alone.
            assert mark not in said.replace(f"「{mark}」に近い", "").replace(f"“{mark}”", ""), name
    if FieldGroup.CUSTOMER not in groups:
        assert "ひみつ99" not in said
    if FieldGroup.IDEAS not in groups:
        assert "ひみつの使い道" not in said
    for hidden in ("ひみつの人", "tanaka", "satoさん", "walk-", card.walk_id):
        assert hidden not in said
    now = desk.store.by_id(id)
    assert now == card, "nobody outside the firm changes anything"


@pytest.mark.parametrize("among", [[UMINO], [KATO], [GUEST], [SATO, ADMIN], [person("nobody-known")]])
def test_where_anybody_from_outside_reads_along_nothing_is_shown(among: list[Member]) -> None:
    desk, id = desk_with({})
    for action in desk.chat.handlers:
        reply = desk.press(TANAKA, action, f"{id}:1:1", values={"words": "ひみつ"}, among=among)
        assert reply.is_aside, action
        assert "の言葉" not in told(reply), action
    for text in ("価値カード", "探す ひみつの言葉"):
        reply_typed = desk.type(TANAKA, text, among=among)
        assert reply_typed is not None
        assert "ひみつ0" not in told(reply_typed)
    assert desk.store.by_id(id) is not None


def test_among_colleagues_the_card_is_shown_and_nothing_is_looked_for() -> None:
    desk, id = desk_with({})
    assert MARKS[CardField.WHO] in told(desk.press(TANAKA, actions.VALUE_POST, id, among=[SATO]))
    assert MARKS[CardField.WHO] in told(desk.type(TANAKA, "価値カード", among=[SATO]))
    found = desk.type(TANAKA, "探す ひみつ", among=[SATO])
    assert found is not None
    assert found.is_aside


def test_a_guest_of_the_firm_reads_and_changes_nothing() -> None:
    desk, id = desk_with({})
    intern = person("intern", company=AOI)
    card = desk.store.by_id(id)
    assert MARKS[CardField.WHO] in told(desk.press(intern, actions.VALUE_POST, id))
    for action in (actions.VALUE_EDIT_SEND, actions.VALUE_DELETE, actions.VALUE_SHARE_AGREE, actions.VALUE_RESTORE):
        assert desk.press(intern, action, f"{id}:3:1", values={"who": "x"}).is_aside
    assert desk.store.by_id(id) == card
