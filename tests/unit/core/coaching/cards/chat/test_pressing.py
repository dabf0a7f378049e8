"""A card is put right, answered, shared, restored and deleted by pressing; every second press says the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import actions
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.records import VersionKind
from bot.core.messages import Locale, Reply
from tests.unit.core.coaching.cards.chat.desk import Desk, fields, labels, told
from tests.unit.core.coaching.cards.samples import KATO, METAL, SATO, TANAKA, UMINO, of_fields, words


@pytest.fixture
def desk() -> Desk:
    return Desk()


def now(desk: Desk, card: ValueCard) -> ValueCard:
    found = desk.store.by_id(card.id)
    assert found is not None
    return found


def test_a_form_holds_the_words_and_sends_them(desk: Desk) -> None:
    card = desk.made()
    form = desk.press(TANAKA, actions.VALUE_EDIT_FORM, f"{card.id}:customer")
    assert fields(form)["cost"] == METAL.entry(CardField.COST).words
    assert form.submit is not None
    sent = fields(form) | {"cost": "月に60時間"}
    done = desk.press(TANAKA, form.submit.action, form.submit.reference, values=sent)
    assert "直しました。" in told(done)
    assert done.behind is not None
    assert "月に60時間" in told(done.behind)
    again = desk.press(TANAKA, form.submit.action, form.submit.reference, values=sent)
    assert "直しました。" in told(again)
    assert now(desk, card).version == 2
    assert list(now(desk, card).entries) == list(card.entries)


def test_what_cannot_be_used_comes_back_in_the_form_with_the_reason(desk: Desk) -> None:
    card = desk.made()
    reply = desk.press(
        TANAKA, actions.VALUE_EDIT_SEND, f"{card.id}:evidence:1", values={"trl": "20", "holder": "別の人"}
    )
    assert "1から9まで" in told(reply)
    assert fields(reply)["holder"] == "別の人"
    assert reply.submit is not None
    assert now(desk, card).version == 1


def test_two_people_in_the_same_form_do_not_overwrite_each_other(desk: Desk) -> None:
    card = desk.made()
    form = desk.press(TANAKA, actions.VALUE_EDIT_FORM, f"{card.id}:customer")
    desk.corrected(card, SATO, today="美咲が直した言葉")
    assert form.submit is not None
    late = desk.press(TANAKA, form.submit.action, form.submit.reference, values=fields(form) | {"cost": "月に60時間"})
    assert "ほかの方が先に" in told(late)
    assert fields(late)["today"] == "美咲が直した言葉"
    assert fields(late)["cost"] == "月に60時間"
    assert late.submit is not None
    desk.press(TANAKA, late.submit.action, late.submit.reference, values=fields(late))
    said = {name: now(desk, card).entry(name).words for name in (CardField.TODAY, CardField.COST)}
    assert list(said.values()) == ["美咲が直した言葉", "月に60時間"]


def test_open_questions_are_answered_later(desk: Desk) -> None:
    card = desk.made(replace(METAL, entries=dict(METAL.entries) | {CardField.MARKET: Entry(state=EntryState.LATER)}))
    assert "まだ分かっていないことが2件" in told(desk.press(TANAKA, actions.VALUE_POST, card.id))
    form = desk.press(TANAKA, actions.VALUE_OPEN_FORM, f"{card.id}:1")
    assert list(fields(form)) == ["market", "objections"]
    assert form.submit is not None
    done = desk.press(
        TANAKA, form.submit.action, form.submit.reference, values={"market": "板金加工", "objections": ""}
    )
    assert "お答えを書きとめました。" in told(done)
    assert desk.store.versions(card.id)[-1].kind is VersionKind.ANSWERED
    assert now(desk, card).entry(CardField.OBJECTIONS).state is EntryState.UNKNOWN
    nothing = desk.press(TANAKA, actions.VALUE_OPEN_SEND, f"{card.id}:2", values={"objections": ""})
    assert now(desk, card).version == 2
    assert "書きとめました" in told(nothing)


def test_many_open_questions_come_in_turn(desk: Desk) -> None:
    card = desk.made(of_fields({"who": "方"} | {str(one): None for one in CardField if one is not CardField.WHO}))
    form = desk.press(TANAKA, actions.VALUE_OPEN_FORM, card.id)
    assert len(fields(form)) == 8
    assert f"まだ{len(CardField) - 9}件" in told(form)


def test_the_region_comes_after_the_caution_and_not_before(desk: Desk) -> None:
    card = desk.made()
    chosen = {str(group): "firm" for group in FieldGroup} | {"value": "region", "evidence": "coordinator"}
    caution = desk.press(TANAKA, actions.VALUE_SHARE_SEND, f"{card.id}:1", values=chosen)
    for reminder in ("NDA", "INPIT 知財総合支援窓口", "まだ共有していません。"):
        assert reminder in told(caution)
    assert now(desk, card).reach == {}
    assert desk.store.choices == []
    assert caution.submit is not None
    for _ in range(2):
        done = desk.press(TANAKA, caution.submit.action, caution.submit.reference)
        assert "共有の範囲を記録しました。" in told(done)
    assert {one.group: one.reach for one in desk.store.choices} == {
        FieldGroup.VALUE: Reach.REGION,
        FieldGroup.EVIDENCE: Reach.COORDINATOR,
    }
    assert "価値（何が、どなたに、どう役立つか）" in told(desk.press(SATO, actions.VALUE_HISTORY, card.id))


def test_less_than_the_region_needs_no_caution(desk: Desk) -> None:
    card = desk.made()
    done = desk.press(TANAKA, actions.VALUE_SHARE_SEND, f"{card.id}:1", values={"plans": "coordinator"})
    assert "共有の範囲を記録しました。" in told(done)
    assert now(desk, card).reach_of(FieldGroup.PLANS) is Reach.COORDINATOR
    unshared = desk.press(SATO, actions.VALUE_UNSHARE, card.id)
    assert "共有をすべて取りやめました。" in told(unshared)
    assert now(desk, card).reach_of(FieldGroup.PLANS) is Reach.FIRM


def test_an_agreement_to_an_older_card_shares_nothing(desk: Desk) -> None:
    card = desk.made()
    desk.corrected(card, SATO, who="あとから加えたお客様の名前")
    reply = desk.press(TANAKA, actions.VALUE_SHARE_AGREE, f"{card.id}:1:value=region")
    assert "ほかの方が先に" in told(reply)
    assert now(desk, card).reach_of(FieldGroup.VALUE) is Reach.FIRM


def test_history_compares_and_goes_back(desk: Desk) -> None:
    card = desk.corrected(desk.made(), TANAKA, who="別の方")
    history = desk.press(SATO, actions.VALUE_HISTORY, card.id)
    assert labels(history) == ["いまの版とくらべる", "この版に戻す", "二つの版をくらべる"]
    form = desk.press(SATO, actions.VALUE_COMPARE_FORM, card.id)
    assert fields(form) == {"one": "1", "other": "2"}
    compared = desk.press(SATO, actions.VALUE_COMPARE_SEND, card.id, values=fields(form))
    assert "前\n小ロットの受注が多い板金工場の段取り担当者\n後\n別の方" in told(compared)
    same = desk.press(SATO, actions.VALUE_COMPARE, f"{card.id}:2:2")
    assert "言葉に違いはありません。" in told(same)
    restored = desk.press(SATO, actions.VALUE_RESTORE, f"{card.id}:2:1")
    assert "前の版の言葉に戻しました。" in told(restored)
    assert now(desk, card).entry(CardField.WHO).words == METAL.entry(CardField.WHO).words
    undone = desk.press(SATO, actions.VALUE_UNDO, f"{card.id}:3")
    assert "取り消しました。" in told(undone)
    assert now(desk, card).entry(CardField.WHO).words == "別の方"
    assert "第1版に戻しました" in told(desk.press(SATO, actions.VALUE_HISTORY, card.id))


def test_a_long_history_is_turned(desk: Desk) -> None:
    card = desk.made()
    for number in range(20):
        card = desk.corrected(card, TANAKA, who=f"{number}人目")
    first = desk.press(TANAKA, actions.VALUE_HISTORY, card.id)
    assert "第21版" in told(first)
    assert "第1版　" not in told(first)
    last = desk.press(TANAKA, actions.VALUE_HISTORY, f"{card.id}:3")
    assert "第1版　" in told(last)


def test_deleting_is_said_once_and_then_there_is_nothing(desk: Desk) -> None:
    card = desk.made()
    assert "削除しました。" in told(desk.press(TANAKA, actions.VALUE_DELETE, card.id))
    assert "見つかりませんでした。" in told(desk.press(TANAKA, actions.VALUE_DELETE, card.id))
    assert "価値カードはまだありません。" in told(desk.type(TANAKA, "価値カード"))


def test_before_it_is_confirmed_a_card_is_only_read(desk: Desk) -> None:
    card = desk.made(confirmed_by="", by_id="kato")
    for one in (TANAKA, KATO):
        shown = desk.press(one, actions.VALUE_POST, card.id)
        assert METAL.entry(CardField.WHO).words in told(shown)
        assert "直す" not in labels(shown)
    reply = desk.press(TANAKA, actions.VALUE_EDIT_SEND, f"{card.id}:value:1", values={"who": "x"})
    assert "ご確認をいただいていません" in told(reply)


def test_others_get_the_files_of_what_they_see(desk: Desk) -> None:
    card = desk.shared(desk.made(), TANAKA, value=Reach.REGION, customer=Reach.COORDINATOR)
    assert len(desk.press(TANAKA, actions.VALUE_FILES, card.id).files) == 1
    for reference in (card.id, f"{card.id}:outside"):
        other = desk.press(UMINO, actions.VALUE_FILES, reference)
        assert METAL.entry(CardField.CHANGE).words in told(other)
        assert METAL.entry(CardField.COST).words not in told(other)
        assert "青井製作所が地域に共有している項目だけ" in told(other)
        coordinator = told(desk.press(KATO, actions.VALUE_FILES, reference))
        assert METAL.entry(CardField.COST).words in coordinator
        assert METAL.entry(CardField.EVIDENCE).words not in coordinator
        assert "青井製作所が担当コーディネーターの方に見せている項目だけ" in coordinator
    for reader in (UMINO, KATO):
        assert "ファイル" in labels(desk.press(reader, actions.VALUE_SHOW, card.id))
    desk.service.unshare(card.id, by=TANAKA)
    for reader in (UMINO, KATO):
        assert desk.press(reader, actions.VALUE_FILES, card.id).files == ()


def test_what_nobody_of_the_firm_has_confirmed_is_in_no_file_of_the_coordinator(desk: Desk) -> None:
    card = desk.made(confirmed_by="", by_id="kato")
    assert "ファイル" not in labels(desk.press(KATO, actions.VALUE_POST, card.id))
    assert desk.press(KATO, actions.VALUE_FILES, card.id).files == ()


def test_what_is_handed_out_has_only_what_the_region_sees(desk: Desk) -> None:
    card = desk.made()
    assert "ファイル（渡す用）" not in labels(desk.press(TANAKA, actions.VALUE_SHOW, card.id))
    nothing = desk.press(TANAKA, actions.VALUE_FILES, f"{card.id}:outside")
    assert nothing.files == ()
    assert "地域に共有した項目だけ" in told(nothing)
    card = desk.shared(card, TANAKA, customer=Reach.REGION)
    assert "ファイル（渡す用）" not in labels(desk.press(TANAKA, actions.VALUE_SHOW, card.id)), "without what it is"
    card = desk.shared(card, TANAKA, value=Reach.REGION, evidence=Reach.COORDINATOR, customer=Reach.FIRM)
    assert {"ファイル（社内用）", "ファイル（渡す用）"} <= set(labels(desk.press(TANAKA, actions.VALUE_SHOW, card.id)))
    handed = told(desk.press(TANAKA, actions.VALUE_FILES, f"{card.id}:outside"))
    assert METAL.entry(CardField.CHANGE).words in handed
    for hidden in (CardField.COST, CardField.EVIDENCE, CardField.HOLDER):
        assert METAL.entry(hidden).words not in handed
    assert "tanaka" not in handed
    assert METAL.entry(CardField.COST).words in told(desk.press(TANAKA, actions.VALUE_FILES, card.id))
    other = told(desk.press(UMINO, actions.VALUE_FILES, f"{card.id}:outside"))
    assert METAL.entry(CardField.EVIDENCE).words not in other


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("kind", ["line", "minute", "a4", "memo", "plan", "nonsense"])
def test_every_text_is_read_in_both_languages(desk: Desk, kind: str, locale: Locale) -> None:
    reader = replace(TANAKA, locale=locale)
    for card in (desk.made(), desk.made(replace(METAL, walk_id="w2", entries={CardField.WHO: words("あ" * 2_000)}))):
        assert told(desk.press(reader, actions.VALUE_TEXT, f"{card.id}:{kind}"), locale)


def test_several_cards_are_listed_and_found(desk: Desk) -> None:
    for number in range(12):
        desk.made(replace(METAL, walk_id=f"w{number}"))
    assert labels(desk.type(TANAKA, "価値カードを見せて") or Reply()) == ["見る"] * 8
    home = told(Reply(parts=tuple(desk.chat.home_parts(TANAKA, page=2))))
    assert "2 / 2 ページ" in home
    found = desk.type(TANAKA, "探す　金型")
    assert found is not None
    assert "12件見つかりました。" in told(found)
    [after] = found.offers
    assert len(labels(desk.press(TANAKA, after.action, after.reference))) == 5
    form = desk.press(TANAKA, actions.VALUE_FIND_SEND, values={"words": "金型の段取り"})
    assert "12件" in told(form)
    assert desk.press(TANAKA, actions.VALUE_FIND_SEND, values={"words": " "}).submit is not None


@pytest.mark.parametrize(
    "text", ["補助金を探すには？", "探し物があります", "価値カードとは何ですか", "価値", "find a customer"]
)
def test_a_question_stays_a_question(desk: Desk, text: str) -> None:
    desk.made()
    assert desk.type(TANAKA, text) is None


def test_before_a_meeting_ones_own_cards_are_a_help(desk: Desk) -> None:
    assert desk.chat.in_short(TANAKA) == ()
    desk.made(replace(METAL, walk_id="draft"), confirmed_by="", by_id="kato")
    assert desk.chat.in_short(TANAKA) == ()
    card = desk.shared(desk.made(), TANAKA, value=Reach.REGION)
    assert "段取りが半日から1時間に" in told(Reply(parts=tuple(desk.chat.in_short(SATO))))
    assert desk.chat.in_short(UMINO) == desk.chat.in_short(KATO) == ()
    desk.service.delete(card.id, by=TANAKA)
    assert desk.chat.in_short(SATO) == ()
