"""What one person in a Japanese sentence does, does no longer, or does without."""

from __future__ import annotations

import re

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.naming import Naming
from bot.core.coaching.listening.people import Somebody, Standing
from bot.core.coaching.listening.quoting import HOLLOW
from bot.core.coaching.listening.utterance import Utterance


class Doings:
    """Reads what is said of somebody, by grammar and the lists of ja.yaml."""

    def __init__(self, words: JapaneseWords) -> None:
        self._words, self._naming = words, Naming(words)

    def is_measured(self, said: Utterance) -> bool:
        """An amount of somebody's day is the subject: 「取り替える回数が」."""
        return any(
            one.link[:1] in ("が", "は", "も") and said.words[one.last].form in self._words.measures - HOLLOW
            for one in said.phrases
        )

    def only_made_it(self, said: Utterance, one: Somebody) -> bool:
        """「職人が仕込んだ味噌は…」: somebody made the thing that the rest is about; 「…する時間は」 is theirs."""
        if not one.phrase.link.startswith("が"):
            return False
        for place in range(one.phrase.last + 1, len(said.words) - 1):
            word, following = said.words[place], said.words[place + 1]
            is_verbal = word.is_verb or word.grammar[0] == "助動詞"
            if is_verbal and "連体形" in word.grammar[5] and following.is_nominal:
                thing = next(each for each in said.phrases if each.first <= place + 1 <= each.last)
                if "副詞可能" in said.words[thing.last].grammar:
                    return False
                if word.is_verb and _CAME_TO.search(said.text, thing.end):
                    return False
                return said.words[thing.last].form not in self._words.measures and thing.link[:1] in ("は", "が", "も")
            if word.grammar[0] == "助詞" and word.grammar[1] == "接続助詞":
                return False
        return False

    def is_spared(self, said: Utterance, one: Somebody) -> bool:
        """「引率の先生が、フロントを往復しない」: the sentence ends with what a particular person does not do."""
        before = said.words[one.phrase.first - 1].surface if one.phrase.first else ""
        is_particular = before == "の" or said.surface(one.phrase).endswith(("さん", "様", "さま"))
        is_known = said.words[one.phrase.last].surface in self._words.employees
        is_verb = any(word.is_verb for word in said.words[-5:])
        is_theirs = one.standing is Standing.SUBJECT or (
            one.standing is Standing.OWNER and self._is_body(said, one) is not None
        )
        return self.is_denied(said) and is_verb and is_particular and not is_known and is_theirs

    def did_otherwise(self, said: Utterance, one: Somebody) -> bool:
        """「授業を切り上げていた先生方が、最後まで…」: what somebody did until now stands before them, and they do
        something else; 「大手で働いていた職人が」 is who somebody is."""
        first = one.phrase.first
        while first >= 2 and said.words[first - 1].surface == "の":
            first -= 2
        is_past = any(end == said.words[first].begin for _, end in said.pasts)
        is_known = said.words[one.phrase.last].surface in self._words.employees
        return is_past and not is_known and one.standing is Standing.SUBJECT

    def _is_body(self, said: Utterance, one: Somebody) -> re.Match[str] | None:
        """「担ぎ手の肩の皮が」: what hurts is theirs."""
        return re.compile(rf"の(?:{'|'.join(sorted(self._words.body))})(?:の[^,.]{{1,3}})?[がも]").match(
            said.text, one.phrase.end
        )

    def does_without(self, said: Utterance, one: Somebody) -> bool:
        """「製紙工場は機械を買い替えずに動かしています」: a burden is left out, and the work goes on.

        What the maker leaves out (添加物を使わずに) is how a thing is made."""
        before = said.words[one.phrase.first - 1].surface if one.phrase.first else ""
        if said.words[one.phrase.last].surface in self._words.employees or before in self._words.broad:
            return False
        if not (one.standing is Standing.SUBJECT or one.phrase.link.startswith(("では", "でも", "には"))):
            return False
        for place in range(one.phrase.last + 1, len(said.words) - 2):
            verb, denied = said.words[place], said.words[place + 1]
            if verb.is_deed and denied.form in _VOICES:
                denied = said.words[place + 2]
            is_left_out = denied.form in ("ず", "ぬ", "ない") and _WITHOUT.match(said.text, denied.begin) is not None
            is_left_out = is_left_out or (denied.surface == "こと" and said.words[place + 2].surface == "なく")
            if (
                is_left_out
                and verb.is_deed
                and not {verb.form, verb.lemma} & self._words.made_without
                and any(word.is_verb for word in said.words[place + 3 :])
            ):
                return True
        return False

    def is_for_the_first_time(self, said: Utterance, one: Somebody) -> bool:
        """「義足の青年が、また通い始めた」「開校以来はじめて屋上に」: somebody does what they could not.

        Who makes, buys or wins something does not count."""
        if one.standing is not Standing.SUBJECT or said.words[one.phrase.last].surface in self._words.employees:
            return False
        found = _NOT_UNTIL_NOW.search(said.text, one.phrase.end)
        after = [word for word in said.words if found and word.begin >= found.end()]
        is_own = any({word.form, word.lemma} & (_FEATS | self._words.own_deeds) for word in after)
        return any(word.is_verb for word in after) and not is_own

    def is_told_gratefully(self, said: Utterance, one: Somebody) -> bool:
        """「ご近所の方から「赤ん坊がよく寝てくれた」と」: what a third one did to the good of the teller."""
        if one.standing is not Standing.TELLER or one.is_generic:
            return False
        told = _DID_ME_GOOD.search(said.text, one.phrase.end)
        between = [each for each in said.phrases if told and one.phrase.end < each.begin < told.start()]
        return any(each.link[:1] in ("が", "も") and self._naming.kind(said, each) == "somebody" for each in between)

    def has_the_same(self, said: Utterance, one: Somebody) -> bool:
        """「祖父が、孫と同じ煎餅を」: somebody has what the person beside them has."""
        same = re.compile(r"と同じ").search(said.text, one.phrase.end) if one.standing is Standing.SUBJECT else None
        beside = next((each for each in said.phrases if same and each.end == same.start()), None)
        return beside is not None and self._naming.kind(said, beside) == "somebody"

    def is_denied(self, said: Utterance) -> bool:
        """The sentence ends with what does not happen."""
        return re.search(r"[^\W\d](?:ない|ません)[.!]?$", said.text) is not None and len(said.words) > 2

    def is_adverse(self, said: Utterance) -> bool:
        """「停電の夜でも」: a plight in which nobody could until now."""
        plights = "|".join(map(re.escape, sorted(self._words.plights)))
        return (
            re.search(rf"(?:{plights})(?:の[^,.]{{1,3}})?(?:でも|ても|も(?=[^,.])|中でも|なかでも)", said.text)
            is not None
        )


_WITHOUT = re.compile(
    r"ずに(?!す|い|おれ|済)|ず,?(?=[一-龠ァ-ヺ])|ないで(?!す|済|い)|なくて?も(?![よいかだ良大])|なくとも"
)
_VOICES = ("せる", "させる", "れる", "られる")
"""「腐らせずに」: between the verb and what denies it."""
_DID_ME_GOOD = re.compile(r"[てで](?:くれ[たるま]|くださ[っいる])")
_CAME_TO = re.compile(r"(?:足り|済む|済み|間に合う|減る|減り)(?:る)?(?:よう|こと)?に?(?:な[っり]|ま[しす])")
"""「左官屋さんが練る材料は、半分で足りるように」: what somebody uses up day by day, and not what they made."""
_NOT_UNTIL_NOW = re.compile(r"(?:また(?!は|,)|再び|ふたたび|久しぶりに|初めて|はじめて|やっと|ようやく|もう一度)")
_FEATS = frozenset(
    "作る 創る 造る 開発 発明 成功 受賞 達成 製造 生産 採用 導入 使う 買う 購入 認める 選ぶ 挑戦 就任 入社".split()
)
