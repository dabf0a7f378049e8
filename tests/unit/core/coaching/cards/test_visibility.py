"""What others may see of a card: what they may not see is nowhere in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.coaching.cards.models import (
    GROUP_OF,
    CardField,
    Decision,
    Entry,
    EntryState,
    FieldGroup,
    Reach,
    Use,
    UseSource,
    ValueCard,
)
from bot.core.coaching.cards.visibility import ALL_GROUPS, groups_for, visible
from bot.core.people import Member, Role
from tests.unit.core.coaching.cards.samples import (
    ADMIN,
    AOI,
    EVERYBODY,
    GUEST,
    KATO,
    METAL,
    MORI,
    NOW,
    SATO,
    TANAKA,
    UMINO,
    of_fields,
    person,
)

REACHES = st.dictionaries(st.sampled_from(FieldGroup), st.sampled_from(Reach))
MARKED = of_fields({str(name): f"秘-{name}-秘" for name in CardField})
USE = Use(
    id="u1",
    source=UseSource.FIELD,
    reference="f1",
    name="秘-use-秘",
    suffers="重い",
    reason="軽くする",
    decision=Decision.TICKED,
    decided_by="tanaka",
    decided_at=NOW,
    ask_first="秘-person-秘",
)


def seeing(card: ValueCard) -> dict[str, frozenset[FieldGroup]]:
    return {one.id: groups_for(card, one, AOI) for one in EVERYBODY}


def test_who_sees_which_group() -> None:
    reach = {FieldGroup.VALUE: Reach.REGION, FieldGroup.EVIDENCE: Reach.COORDINATOR}
    assert seeing(replace(METAL, reach=reach)) == {
        "tanaka": ALL_GROUPS,
        "sato": ALL_GROUPS,
        "umino": {FieldGroup.VALUE},
        "kato": {FieldGroup.VALUE, FieldGroup.EVIDENCE},
        "mori": {FieldGroup.VALUE},
        "admin": set(),
        "guest": set(),
    }


def test_where_nothing_was_chosen_nobody_outside_sees_it() -> None:
    assert [one.id for one in EVERYBODY if visible(METAL, one, AOI)] == ["tanaka", "sato"]
    gone = replace(TANAKA, left_at=NOW)
    assert visible(METAL, gone, AOI) is None


def test_a_firm_without_a_coordinator_of_its_own_is_looked_after_by_all() -> None:
    shared = replace(METAL, reach={FieldGroup.VALUE: Reach.COORDINATOR})
    assert visible(shared, MORI, AOI) is None
    assert visible(shared, MORI, replace(AOI, coordinator_id=None)) is not None


def test_before_it_is_confirmed_only_the_firm_and_the_writer_see_it() -> None:
    draft = replace(METAL, confirmed_by="", by_id="kato", reach=dict.fromkeys(FieldGroup, Reach.REGION))
    assert [one.id for one in EVERYBODY if visible(draft, one, AOI)] == ["tanaka", "sato", "kato"]


def test_whoever_wrote_it_sees_it_while_they_look_after_the_firm() -> None:
    draft = replace(METAL, confirmed_by="", by_id="kato")
    assert visible(draft, KATO, AOI) is draft
    assert visible(draft, replace(KATO, left_at=NOW), AOI) is None
    assert visible(draft, KATO, replace(AOI, coordinator_id="mori")) is None


def test_a_card_of_which_nothing_was_said_is_not_shown() -> None:
    shared = replace(of_fields({"who": None}), reach={FieldGroup.VALUE: Reach.REGION})
    assert visible(shared, UMINO, AOI) is None


def test_of_the_uses_others_see_what_the_firm_ticked_and_nobody_else_is_quoted() -> None:
    uses = (
        USE,
        replace(USE, id="u2", decision=Decision.DECLINED),
        replace(USE, id="u3", source=UseSource.CARD, reference="other"),
        replace(USE, id="u4", source=UseSource.PLAN, quote="計画の文", suffers="計画の文"),
    )
    shared = replace(METAL, uses=uses, reach={FieldGroup.IDEAS: Reach.REGION, FieldGroup.VALUE: Reach.REGION})
    seen = visible(shared, UMINO, AOI)
    assert seen is not None
    assert [one.id for one in seen.uses] == ["u1"]
    assert "person" not in repr(seen)
    assert "tanaka" not in repr(seen)
    assert "計画の文" not in repr(seen)


@settings(max_examples=150, deadline=None)
@given(REACHES, st.sampled_from([UMINO, KATO, MORI, ADMIN, GUEST]), st.sets(st.sampled_from(CardField)))
def test_no_hidden_word_person_or_count_is_anywhere(
    reach: dict[FieldGroup, Reach], viewer: Member, unknown: set[CardField]
) -> None:
    entries = {
        name: Entry(state=EntryState.UNKNOWN, by_id="tanaka") if name in unknown else entry
        for name, entry in MARKED.entries.items()
    }
    card = replace(MARKED, entries=entries, reach=reach, uses=(USE,), version=37, at=NOW + timedelta(days=9))
    groups = groups_for(card, viewer, AOI)
    seen = visible(card, viewer, AOI)
    if seen is None:
        assert not any(entry.is_said for name, entry in entries.items() if GROUP_OF[name] in groups)
        return
    everything = repr(seen)
    for name in CardField:
        if GROUP_OF[name] not in groups:
            assert name not in seen.entries
            assert f"秘-{name}-秘" not in everything
    assert ("秘-use-秘" in everything) == (FieldGroup.IDEAS in groups)
    for hidden in ("秘-person-秘", "tanaka", "walk-", "37", "2026, 11, 29"):
        assert hidden not in everything


def test_a_guest_of_the_firm_reads_and_does_not_change() -> None:
    intern = person("intern", Role.GUEST, company=AOI)
    assert visible(METAL, intern, AOI) == METAL
    assert visible(METAL, SATO, AOI) == METAL
