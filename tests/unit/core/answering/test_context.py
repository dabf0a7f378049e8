"""Which questions lean on the one before."""

from __future__ import annotations

import pytest

from bot.adapters.japanese import SudachiAnalyser
from bot.core.answering.context import Reading, Turn, readings, without_markup

FORMER = Turn("実証シートには何を書く", ("trial-sheet@1/1",))
DECLINED = Turn("", ())


@pytest.fixture(scope="module")
def analyser() -> SudachiAnalyser:
    return SudachiAnalyser()


def read(question: str, analyser: SudachiAnalyser, *turns: Turn) -> list[Reading]:
    return readings(question, analyser.words(question), turns)


@pytest.mark.parametrize(
    "question", ["もっと詳しく", "ほかには？", "他には", "続き", "続きを", "詳しく", "Tell me more", "Anything else?"]
)
def test_asking_for_more_repeats_the_question_without_what_was_shown(question: str, analyser: SudachiAnalyser) -> None:
    (reading,) = read(question, analyser, FORMER, Turn(FORMER.searched_as, ("trial-sheet@1/2",)))
    assert reading == Reading(FORMER.searched_as, excluded=frozenset({"trial-sheet@1/1", "trial-sheet@1/2"}))


@pytest.mark.parametrize("question", ["それは誰がやるの？", "なぜですか", "いつまで？", "Who does it?"])
def test_pointing_back_is_read_together_with_the_question_before(question: str, analyser: SudachiAnalyser) -> None:
    first = read(question, analyser, FORMER)[0]
    assert first.text == f"{FORMER.searched_as}\n{question}"


def test_what_a_follow_up_names_itself_must_be_found(analyser: SudachiAnalyser) -> None:
    together, alone = read("それの締切は？", analyser, FORMER)
    assert "締め切り" in together.needs
    assert alone == Reading("それの締切は？")


@pytest.mark.parametrize(
    "question", ["名刺交換のあとのお礼はいつ送ればよいですか", "How do I prepare a meeting at a trade fair?"]
)
def test_a_question_that_stands_alone_is_read_alone(question: str, analyser: SudachiAnalyser) -> None:
    assert read(question, analyser, FORMER)[0] == Reading(question)


@pytest.mark.parametrize("turns", [(), (DECLINED,), (DECLINED, FORMER)])
@pytest.mark.parametrize("question", ["もっと詳しく", "それは？", "ほかには"])
def test_what_points_back_at_nothing_is_not_searched(
    question: str, turns: tuple[Turn, ...], analyser: SudachiAnalyser
) -> None:
    assert read(question, analyser, *turns) == []


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("<@U012ABC> 実証シートとは", "実証シートとは"),
        ("<b>実証</b>シート https://example.org/a?b=1、とは", "実証 シート 、とは"),
        ("恐れ入りますが、実証シートとは", "実証シートとは"),
        ("すみません、実証シートとは", "実証シートとは"),
        ("すみません、", "すみません、"),
        (
            "お世話になっております。山田製作所の山田でございます。先日、名刺を交換した方への連絡はいつがよいか、お知恵を拝借できますと幸いです。",
            "先日、名刺を交換した方への連絡はいつがよいか",
        ),
        ("いつもお世話になっております。佐藤です。実証の進め方", "佐藤です。実証の進め方"),
        (
            "お疲れ様です。佐藤食品の佐藤です。実証の進め方についてご教示いただけますでしょうか。よろしくお願いいたします。",
            "実証の進め方について",
        ),
        ("一点お伺いしたいのですが、面談の前に準備すべきこと", "面談の前に準備すべきこと"),
        ("実証が失敗です。どうすればいいですか", "実証が失敗です。どうすればいいですか"),
        ("相談先を決めたいのですが、どこへ行けばいいですか", "相談先を決めたいのですが、どこへ行けばいいですか"),
        ("よろしくお願いいたします。", "よろしくお願いいたします。"),
        ("<script src=x>", "<script src=x>"),
        ("3 < 5 で 7 > 2 のとき", "3 < 5 で 7 > 2 のとき"),
    ],
)
def test_markup_is_not_searched(question: str, searched: str) -> None:
    assert without_markup(question) == searched
