"""Uses are offered with a reason that quotes both sides; the present trade comes last; nothing is offered twice."""

from __future__ import annotations

from dataclasses import replace

from bot.adapters.sentences import FluentSentences
from bot.core.coaching.cards.models import CardField, Decision, Use, UseSource
from bot.core.coaching.uses.models import SharedCard
from bot.core.coaching.uses.offering import Wanted
from bot.core.messages import Locale
from tests.fakes.uses import fields_file, saying, shipped_offering

SHOP = SharedCard(
    id="c9",
    company_id="x",
    company_name="海風食品",
    words={
        CardField.FUNCTION: "工場の熱気を冷やす",
        CardField.WHO: "水産加工の現場で働く方",
        CardField.TODAY: "氷を首に当てて交代で休む",
    },
)


def offered(
    sentences: FluentSentences,
    function: str,
    *,
    trade: str = "",
    change: str = "",
    locale: Locale = "ja",
    cards: tuple[SharedCard, ...] = (),
    decided: tuple[Use, ...] = (),
) -> tuple[Use, ...]:
    wanted = Wanted(function=function, change=change, trade=trade, cards=cards, decided=decided)
    return shipped_offering().offer(wanted, locale=locale, say=saying(sentences, locale))


def test_each_use_has_the_state_it_would_lessen_and_a_reason_with_words_of_both_sides(
    sentences: FluentSentences,
) -> None:
    found = offered(sentences, "部屋を冷やす")
    assert len(found) >= 6
    for use in found:
        assert use.suffers
        assert "「部屋を冷やす」" in use.reason
        entry = next(one for one in fields_file().entries if one.id == use.reference)
        state = next(one for one in entry.states if one.ja == use.suffers)
        assert any(f"「{help}」" in use.reason for help in state.helps), use.reason
        assert use.decision is Decision.OFFERED


def test_in_english_the_state_is_quoted(sentences: FluentSentences) -> None:
    first = offered(sentences, "cool a room", locale="en")[0]
    assert "“cool a room”" in first.reason
    assert f"“{first.suffers}”" in first.reason
    assert first.name.isascii()


def test_both_fields_and_challenges_are_among_the_first_six(sentences: FluentSentences) -> None:
    for function in ("部屋を冷やす", "傷を見つける", "受注データを集計する"):
        sources = {use.source for use in offered(sentences, function)[:6]}
        assert {UseSource.FIELD, UseSource.CHALLENGE} <= sources


def test_where_the_present_trade_works_already_comes_after_everything_else(sentences: FluentSentences) -> None:
    def places(trade: str) -> list[str]:
        return [use.reference for use in offered(sentences, "葉の病気を見つける", trade=trade)]

    assert "plant-factory" in places("software")[:6]
    own = {entry.id for entry in fields_file().entries if "agriculture" in entry.trades}
    is_own = [one in own for one in places("agriculture")]
    assert any(is_own)
    assert is_own == sorted(is_own)


def test_what_was_ticked_or_declined_is_not_offered_again(sentences: FluentSentences) -> None:
    first, second, *_ = offered(sentences, "部屋を冷やす")
    decided = (replace(first, decision=Decision.TICKED), replace(second, decision=Decision.DECLINED))
    ids = [use.id for use in offered(sentences, "部屋を冷やす", decided=decided)]
    assert ids
    assert first.id not in ids
    assert second.id not in ids


def test_what_changes_for_the_customer_moves_what_speaks_of_it_forward(sentences: FluentSentences) -> None:
    def place(change: str) -> int:
        return [use.reference for use in offered(sentences, "異常を知らせる", change=change)].index("care-night")

    assert place("夜通し見張る人が二人から一人に減る") < place("")


def test_another_firm_is_offered_with_what_it_shares_and_nothing_more(sentences: FluentSentences) -> None:
    use = next(one for one in offered(sentences, "部屋を冷やす", cards=(SHOP,)) if one.source is UseSource.CARD)
    assert (use.reference, use.name, use.suffers) == ("c9", "水産加工の現場で働く方", "氷を首に当てて交代で休む")
    assert use.quote == "工場の熱気を冷やす"
    assert "海風食品" in use.reason
    assert "「工場の熱気を冷やす」" in use.reason


def test_a_card_that_says_nothing_of_its_customers_is_not_offered(sentences: FluentSentences) -> None:
    silent = replace(SHOP, words={CardField.FUNCTION: "工場の熱気を冷やす"})
    assert all(use.source is not UseSource.CARD for use in offered(sentences, "部屋を冷やす", cards=(silent,)))


def test_nothing_is_offered_where_no_function_is_said(sentences: FluentSentences) -> None:
    assert offered(sentences, "高い技術力を持っています") == ()


def test_the_same_words_bring_the_same_list(sentences: FluentSentences) -> None:
    assert offered(sentences, "傷を見つける") == offered(sentences, "傷を見つける")


RUNGS = "排水から油を取り除く\n転ぶ人を減らす\n若い人が辞めない"


def test_what_it_is_for_carries_more_than_the_verb(sentences: FluentSentences) -> None:
    """The rung is quoted beside the trouble, and what the rung speaks of comes forward."""
    without = [use.reference for use in offered(sentences, "床の水を取り除く")]
    using = offered(sentences, "床の水を取り除く", change=RUNGS)
    first = next(use for use in using if use.reference == "onsen")
    assert "「転ぶ人を減らす」という目的が、そこの困りごと（転倒やつまずき）と重なります。" in first.reason
    assert [use.reference for use in using].index("onsen") < without.index("onsen")


def test_where_the_purpose_is_known_a_verb_alone_is_no_reason(sentences: FluentSentences) -> None:
    alone, told = offered(sentences, "床の水を取り除く"), offered(sentences, "床の水を取り除く", change=RUNGS)
    assert any("相手は違いますが" in use.reason for use in alone)
    assert 3 <= len(told) < len(alone)
    weak = [use for use in alone if "相手は違いますが" in use.reason]
    assert len([use for use in told if "相手は違いますが" in use.reason]) < len(weak) / 2


def test_in_english_the_rung_is_quoted_too(sentences: FluentSentences) -> None:
    using = offered(sentences, "remove water from the floor", change="nobody slips any more", locale="en")
    assert any("“nobody slips any more”" in use.reason and "falls and stumbles" in use.reason for use in using)
