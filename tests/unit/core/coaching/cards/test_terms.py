"""What stayed a specification is kept, said to be so to its firm alone, and never told as the beneficiary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from bot.adapters.pictures.picture_in_words import alt_text
from bot.core import actions
from bot.core.coaching.cards.models import CardField, Entry, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.pages import a4_page, memo, plan
from bot.core.coaching.cards.records import VersionKind
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.sheet_wording import card_sheet
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.texts import one_line, one_minute
from bot.core.coaching.cards.visibility import for_handing_out, visible
from bot.core.coaching.listening.models import SignKind
from bot.core.messages import Fact, Item, Message, Part, Said
from tests.unit.core.coaching.cards.chat.desk import Desk, labels, told
from tests.unit.core.coaching.cards.samples import AOI, METAL, SATO, TANAKA, UMINO, say_in, words

_SPEC = "±5ミクロンの高精度加工が可能です"
_ALSO = "板厚は1.2ミリです"


def _marked(text: str, *kinds: SignKind) -> Entry:
    return replace(words(text), marks=tuple(map(str, kinds)))


MARKED = {
    CardField.WHO: _marked(_SPEC, SignKind.NO_BENEFICIARY),
    CardField.CHANGE: _marked(_ALSO, SignKind.NUMBERS_WITHOUT_PERSON, SignKind.NO_CHANGE),
}
SPEC = replace(METAL, entries={**METAL.entries, **MARKED})


def _read(parts: Iterable[Part]) -> str:
    say = say_in("ja")
    values = [part.value for part in parts if isinstance(part, Fact)]
    return "\n".join(say(one) if isinstance(one, Message) else one for one in values)


def test_no_text_to_be_told_has_it_as_the_beneficiary() -> None:
    for text in (one_line(SPEC, say_in("ja")), one_minute(SPEC, say_in("ja"))):
        assert "まだ分かっていません" in text
        assert _SPEC not in text
        assert "1.2" not in text


def test_its_own_firm_reads_the_words_and_that_they_are_not_a_customers_yet() -> None:
    for page in (a4_page(SPEC), memo(SPEC), plan(SPEC)):
        assert f"まだお客様の言葉になっていません：「{_SPEC}」" in _read(page)
    sheet = card_sheet(SPEC, firm="青井製作所", say=say_in("ja"), on=date(2026, 11, 20))
    assert sheet.who is not None
    assert not sheet.who.is_known
    assert f"「{_SPEC}」" in sheet.who.words
    assert sheet.change is not None
    assert not sheet.change.is_known
    assert sheet.figure is not None
    assert sheet.figure.before is None
    assert _SPEC not in sheet.one_line


def test_a_page_counts_it_among_what_is_not_known() -> None:
    def count(card: ValueCard) -> object:
        found = [part.message for part in plan(card) if isinstance(part, Said)]
        return next(one.arguments["count"] for one in found if one.key == "value-card-page-open")

    assert count(SPEC) == int(str(count(METAL))) + 2


@pytest.mark.parametrize("reader", ["another firm", "files to hand out"])
def test_outside_it_is_not_known_and_the_words_are_nowhere(reader: str) -> None:
    shared = replace(SPEC, reach=dict.fromkeys(FieldGroup, Reach.REGION))
    seen = visible(shared, UMINO, AOI) if reader == "another firm" else for_handing_out(shared)
    assert seen is not None
    assert not seen.entry(CardField.WHO).is_said
    assert _SPEC not in repr(seen)
    alt = say_in("ja")(alt_text(seen, AOI))
    assert "どなたに：まだ分かっていません" in alt
    sheet = card_sheet(seen, firm="青井製作所", say=say_in("ja"), audience=Reach.REGION, on=date(2026, 11, 20))
    assert _SPEC not in repr(sheet)
    assert "お客様の言葉に" not in repr(sheet)


def test_another_firm_finds_it_by_none_of_those_words() -> None:
    desk = Desk()
    desk.shared(desk.made(SPEC), TANAKA, **dict.fromkeys(map(str, FieldGroup), Reach.REGION))
    assert [_SPEC in repr(one) for one in desk.service.in_region(but="umi")] == [False]
    assert _SPEC not in told(desk.type(UMINO, "探す 高精度加工"))


def test_marks_of_other_kinds_and_fields_are_no_doubt_about_who() -> None:
    assert not is_not_yet(CardField.WHO, _marked("自動車と医療機器の会社の方", SignKind.TWO_CUSTOMERS))
    assert not is_not_yet(CardField.CHANGE, _marked("食べ残しが減ります", SignKind.NO_COMPARISON))
    assert not is_not_yet(CardField.EVIDENCE, _marked("自信があります", SignKind.NO_EVIDENCE))


def test_one_press_says_that_the_words_are_right_and_can_be_taken_back() -> None:
    desk = Desk()
    card = desk.made(SPEC)
    shown = desk.press(TANAKA, actions.VALUE_POST, card.id)
    assert labels(shown).count("このままで合っています") == 2
    offer = next(part for part in shown.parts if isinstance(part, Item)).offers[0]
    done = desk.press(TANAKA, offer.action, offer.reference)
    assert "お言葉のとおりといたしました" in told(done)
    assert labels(done).count("このままで合っています") == 1
    twice = desk.press(SATO, actions.VALUE_ACCEPT, offer.reference)
    assert labels(twice).count("このままで合っています") == 1
    now = desk.store.by_id(card.id)
    assert now is not None
    assert one_line(now, say_in("ja")).startswith("±5ミクロンの高精度加工")
    assert [one.kind for one in desk.store.versions(card.id)][1:] == [VersionKind.ACCEPTED]
    assert "合っていると確かめました" in told(desk.press(TANAKA, actions.VALUE_HISTORY, card.id))
    desk.press(TANAKA, actions.VALUE_UNDO, f"{card.id}:{now.version}")
    again = desk.store.by_id(card.id)
    assert again is not None
    assert is_not_yet(CardField.WHO, again.entry(CardField.WHO))


def test_words_that_were_changed_meanwhile_are_not_said_to_be_right() -> None:
    desk = Desk()
    card = desk.made(SPEC)
    desk.corrected(card, SATO, who="どなたでも")
    later = desk.store.by_id(card.id)
    assert later is not None
    marked = replace(later, entries={**later.entries, CardField.WHO: _marked("別の言葉", SignKind.NO_BENEFICIARY)})
    desk.store.cards[card.id] = marked
    with pytest.raises(CardRefused):
        desk.service.accept(card.id, name=CardField.WHO, version=1, by=TANAKA)


def test_a_walk_that_goes_on_leaves_what_was_found_right() -> None:
    desk = Desk()
    card = desk.made(SPEC)
    desk.service.accept(card.id, name=CardField.WHO, version=1, by=TANAKA)
    desk.made(replace(SPEC, entries={**SPEC.entries, CardField.COST: words("月に60時間")}))
    now = desk.store.by_id(card.id)
    assert now is not None
    assert not is_not_yet(CardField.WHO, now.entry(CardField.WHO))
    assert now.entry(CardField.COST).words == "月に60時間"
