"""Versions, restoring, taking back, sharing, deleting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.coaching.cards.models import (
    CardField,
    Decision,
    Entry,
    EntryState,
    FieldGroup,
    Reach,
    Use,
    UseSource,
)
from bot.core.coaching.cards.records import VersionKind
from bot.core.coaching.cards.refusals import CardRefused
from tests.unit.core.coaching.cards.bench import Bench
from tests.unit.core.coaching.cards.samples import (
    ADMIN,
    GUEST,
    KATO,
    METAL,
    MORI,
    SATO,
    TANAKA,
    UMINO,
    of_fields,
    words,
)

VALUE, REGION = FieldGroup.VALUE, Reach.REGION


@pytest.fixture
def bench() -> Bench:
    return Bench()


def refused(error: pytest.ExceptionInfo[CardRefused]) -> str:
    return error.value.key.removeprefix("value-card-refused-")


def test_the_same_walk_makes_the_same_card_once(bench: Bench) -> None:
    card = bench.made()
    assert bench.made() == card
    assert [one.kind for one in bench.store.versions(card.id)] == [VersionKind.MADE]


def test_every_change_is_a_version_with_who_made_it(bench: Bench) -> None:
    card = bench.made()
    bench.clock.move(minutes=5)
    after = bench.corrected(card, SATO, cost="月に60時間の残業")
    assert (after.version, after.by_id, after.entry(CardField.COST).by_id) == (2, "sato", "sato")
    answered = bench.corrected(after, TANAKA, objections="設備が古いという声には、後付けと答える")
    kinds = [(one.number, one.kind, one.by_id) for one in bench.service.history(card.id, by=TANAKA)]
    assert kinds == [
        (1, VersionKind.MADE, "tanaka"),
        (2, VersionKind.CORRECTED, "sato"),
        (3, VersionKind.ANSWERED, "tanaka"),
    ]
    [difference] = bench.service.compared(card.id, one=1, other=2, by=SATO)
    assert (difference.name, difference.before.words, difference.after.words) == (
        CardField.COST,
        "月に40時間の残業と、断った注文",
        "月に60時間の残業",
    )
    assert bench.corrected(answered, TANAKA, cost="月に60時間の残業 ") == answered


def test_what_is_emptied_is_an_open_question(bench: Bench) -> None:
    card = bench.corrected(bench.made(), TANAKA, holder="", market="")
    assert card.entry(CardField.HOLDER).state is EntryState.UNKNOWN
    assert CardField.MARKET not in card.entries


def test_who_was_quicker_is_not_overwritten(bench: Bench) -> None:
    card = bench.made()
    bench.corrected(card, SATO, cost="別の言葉")
    with pytest.raises(CardRefused) as error:
        bench.corrected(card, TANAKA, today="また別の言葉")
    assert refused(error) == "changed"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("trl", "12", "level"),
        ("crl", "高い", "level"),
        ("evidence_kind", "大丈夫", "kind"),
        ("who", "あ" * 2_001, "too-long"),
    ],
)
def test_what_cannot_be_used_is_refused(bench: Bench, name: str, text: str, why: str) -> None:
    with pytest.raises(CardRefused) as error:
        bench.corrected(bench.made(), TANAKA, **{name: text})
    assert refused(error) == why


def test_an_earlier_version_comes_back_as_a_new_one_and_shares_nothing_again(bench: Bench) -> None:
    card = bench.shared(bench.made(), TANAKA, value=REGION)
    card = bench.corrected(card, TANAKA, who="別の方")
    card = bench.service.unshare(card.id, by=TANAKA)
    again = bench.service.restore(card.id, version=card.version, number=1, by=SATO)
    assert again.version == 5
    assert again.entry(CardField.WHO).words == METAL.entry(CardField.WHO).words
    assert again.reach_of(VALUE) is Reach.FIRM
    assert bench.store.versions(card.id)[-1].of_number == 1
    with pytest.raises(CardRefused) as error:
        bench.service.restore(card.id, version=5, number=9, by=SATO)
    assert refused(error) == "no-version"


def test_ones_own_newest_change_is_taken_back_within_ten_minutes(bench: Bench) -> None:
    before = bench.made()
    card = bench.corrected(before, TANAKA, who="別の方")
    assert bench.service.can_undo(card, by=SATO) is None
    bench.clock.move(minutes=10)
    undone = bench.service.undo(card.id, version=2, by=TANAKA)
    assert undone.entries == before.entries
    assert bench.service.undo(card.id, version=2, by=TANAKA) == undone
    later = bench.corrected(undone, TANAKA, who="三人目")
    bench.clock.move(minutes=10, seconds=1)
    with pytest.raises(CardRefused) as error:
        bench.service.undo(later.id, version=later.version, by=TANAKA)
    assert refused(error) == "undo"


def test_a_walk_that_goes_on_keeps_what_was_put_right_on_the_card(bench: Bench) -> None:
    card = bench.corrected(bench.made(), TANAKA, who="直した言葉", cost="直した負担")
    walk = dict(METAL.entries) | {CardField.COST: words("話の続きで言った負担"), CardField.MARKET: words("板金")}
    bench.made(replace(METAL, entries=walk))
    now = bench.store.by_id(card.id)
    assert now is not None
    said = {name: now.entry(name).words for name in (CardField.WHO, CardField.COST, CardField.MARKET)}
    assert list(said.values()) == ["直した言葉", "話の続きで言った負担", "板金"]
    assert bench.store.versions(card.id)[-1].kind is VersionKind.WALKED


def test_what_the_walk_said_once_does_not_undo_a_later_correction(bench: Bench) -> None:
    card = bench.corrected(bench.made(), TANAKA, cost="同じ言葉")
    walk = dict(METAL.entries) | {CardField.COST: words("同じ言葉")}
    card = bench.made(replace(METAL, entries=walk))
    card = bench.corrected(card, TANAKA, cost="また直した言葉")
    card = bench.made(replace(METAL, entries=walk | {CardField.MARKET: words("板金")}))
    assert card.entry(CardField.COST).words == "また直した言葉"
    assert card.entry(CardField.MARKET).words == "板金"
    assert bench.made(replace(METAL, entries=walk | {CardField.MARKET: words("板金")})) == card


def test_what_a_coordinator_typed_is_nobodys_until_the_firm_confirms_it(bench: Bench) -> None:
    card = bench.made(confirmed_by="", by_id="kato")
    assert bench.service.seen(card.id, by=KATO).entries == card.entries
    with pytest.raises(CardRefused) as error:
        bench.service.correct(card.id, version=1, typed={CardField.WHO: "x"}, by=KATO)
    assert refused(error) == "not-yours"
    with pytest.raises(CardRefused) as error:
        bench.shared(card, TANAKA, value=Reach.COORDINATOR)
    assert refused(error) == "unconfirmed"
    confirmed = bench.made(confirmed_by="tanaka")
    assert bench.store.versions(card.id)[-1].kind is VersionKind.CONFIRMED
    assert confirmed.confirmed_by == "tanaka"
    with pytest.raises(CardRefused) as error:
        bench.service.seen(card.id, by=KATO)
    assert refused(error) == "not-found"


def test_sharing_is_chosen_per_group_recorded_and_taken_back(bench: Bench) -> None:
    card = bench.made()
    wanted = {VALUE: REGION, FieldGroup.EVIDENCE: Reach.COORDINATOR}
    with pytest.raises(CardRefused) as error:
        bench.service.share(card.id, version=1, reach=wanted, by=TANAKA)
    assert refused(error) == "caution"
    card = bench.service.share(card.id, version=1, reach=wanted, by=TANAKA, has_read_caution=True)
    records = [(one.group, one.was, one.reach, one.by_id) for one in bench.service.choices(card.id, by=SATO)]
    assert sorted(records) == [
        (FieldGroup.EVIDENCE, Reach.FIRM, Reach.COORDINATOR, "tanaka"),
        (VALUE, Reach.FIRM, REGION, "tanaka"),
    ]
    assert [one.id for one in bench.service.searchable(by=UMINO)] == [card.id]
    assert CardField.EVIDENCE in bench.service.of_coordinated(by=KATO)[0].entries
    assert bench.service.of_coordinated(by=MORI) == ()
    assert [CardField.EVIDENCE in one.entries for one in bench.service.searchable(by=MORI)] == [False]
    assert [one.entries.keys() & {CardField.EVIDENCE} for one in bench.service.in_region(but="umi")] == [set()]
    assert bench.service.in_region(but="aoi") == ()
    bench.service.unshare(card.id, by=SATO)
    assert [list(bench.service.searchable(by=one)) for one in (UMINO, KATO, MORI, ADMIN, GUEST)] == [[]] * 5
    assert len(bench.service.choices(card.id, by=TANAKA)) == 4


def test_nobody_else_changes_shares_or_deletes(bench: Bench) -> None:
    card = bench.shared(bench.made(), TANAKA, value=REGION, evidence=REGION)
    for one in (UMINO, KATO, MORI, ADMIN, GUEST):
        expected = "not-yours" if one not in (ADMIN, GUEST) else "not-found"
        for act in (
            lambda by: bench.service.delete(card.id, by=by),
            lambda by: bench.service.unshare(card.id, by=by),
            lambda by: bench.service.history(card.id, by=by),
            lambda by: bench.service.choices(card.id, by=by),
            lambda by: bench.service.restore(card.id, version=2, number=1, by=by),
            lambda by: bench.corrected(card, by, who="x"),
        ):
            with pytest.raises(CardRefused) as error:
                act(one)
            assert refused(error) == expected


def test_a_use_from_a_card_goes_when_that_card_is_no_longer_shown(bench: Bench) -> None:
    miso = bench.shared(bench.miso(), UMINO, value=REGION)
    card = bench.made()
    use = Use(
        id="u1", source=UseSource.CARD, reference=miso.id, name="海野みそ", suffers="味", reason="保つ", quote="塩分"
    )
    bench.service.offer_uses(card.id, uses=[use])
    ticked = bench.service.decide_use(card.id, "u1", decision=Decision.TICKED, by=TANAKA, ask_first="海野さん")
    assert (ticked.uses[0].decided_by, ticked.uses[0].ask_first) == ("tanaka", "海野さん")
    bench.service.offer_uses(card.id, uses=[use])
    assert [one.decision for one in bench.service.seen(card.id, by=TANAKA).uses] == [Decision.TICKED]
    bench.service.unshare(miso.id, by=UMINO)
    assert bench.service.seen(card.id, by=TANAKA).uses == ()


def test_deleting_leaves_a_line_without_a_word(bench: Bench) -> None:
    card = bench.shared(bench.made(), TANAKA, value=REGION)
    bench.service.delete(card.id, by=SATO)
    assert list(bench.service.searchable(by=UMINO)) == []
    assert list(bench.service.of_firm(by=TANAKA)) == []
    [line] = bench.store.audited
    assert (line.action, line.subject_kind, line.subject_id, line.by_id) == ("erased", "value_card", card.id, "sato")
    with pytest.raises(CardRefused) as error:
        bench.service.seen(card.id, by=TANAKA)
    assert refused(error) == "not-found"


def test_a_card_goes_with_its_walk(bench: Bench) -> None:
    card = bench.made()
    bench.service.erased_with_walk(walk_id=card.walk_id, by_id="tanaka")
    bench.service.erased_with_walk(walk_id=card.walk_id, by_id="tanaka")
    assert bench.store.by_id(card.id) is None
    assert len(bench.store.audited) == 1


def test_an_unasked_entry_is_never_kept(bench: Bench) -> None:
    made = bench.made(replace(of_fields({"who": "方"}), entries={CardField.WHO: words("方"), CardField.COST: Entry()}))
    assert list(made.entries) == [CardField.WHO]
