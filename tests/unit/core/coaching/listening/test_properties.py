"""What is true of anything that may be typed."""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.bootstrap import make_sentences
from bot.bootstrap_listening import make_listener
from bot.core.coaching.cards.models import CardField
from bot.core.coaching.listening.models import SignKind

PIECES = st.sampled_from(
    (
        "当社 は の が を に では から 職人さん 看護師さん お客様 うち 高精度 な 加工 8回 1回 ±5ミクロン 減りました "
        "なくて済みます 。 、 ？ 「 」 できます 皆さん 以前 今は → 100% Ｒａ０．２ ㈱ 😀 \u200b We our nurses "
        "no longer quality 5 mm . ? \n \u3000 …"
    ).split(" ")
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(text=TEXTS, field=st.none() | st.sampled_from(CardField), asked=st.sets(st.sampled_from(SignKind)))
def test_it_never_raises_and_quotes_what_was_typed(text: str, field: CardField | None, asked: set[SignKind]) -> None:
    heard = make_listener().hear(text, field=field, asked=asked)
    assert heard.needs_question == bool(heard.signs)
    for sign in heard.signs:
        assert sign.words in text.replace("’", "'")
    if heard.question:
        said = make_sentences().say(heard.question, locale="ja")
        words = str(heard.question.arguments["words"])
        assert words
        assert words in text.replace("’", "'")
        assert said.count("？") + said.count("?") == 1


SENTENCES = [
    "当社は±5ミクロンの高精度加工が可能です。",
    "組立の職人さんが、合わせ直しを1日8回していたのが1回になりました。",
    "コンビニの店員さんが、バーコードを読み直す回数が100回から10回に減りました。",
    "弊社のAPIは稼働率99.95%です。",
]


@QUICK
@given(text=st.sampled_from(SENTENCES), places=st.lists(st.integers(0, 60), max_size=4), wide=st.booleans())
def test_width_and_white_space_make_no_difference(text: str, places: list[int], wide: bool) -> None:
    changed = "".join(chr(ord(one) + 0xFEE0) if wide and "!" <= one <= "~" else one for one in text)
    if not wide:
        changed = unicodedata.normalize("NFKC", changed)
    for place in places:
        at = place % (len(changed) + 1)
        beside = unicodedata.normalize("NFKC", changed[max(0, at - 1) : at + 1])
        if not any(one.isascii() and one.isalnum() for one in beside):
            changed = f"{changed[:at]}\u3000{changed[at:]}"
    plain, varied = make_listener().hear(text), make_listener().hear(f" {changed}\n")
    assert [sign.kind for sign in varied.signs] == [sign.kind for sign in plain.signs]
