"""Questions under proposed headings, by rule: the same questions always come under the same ones. Pure.

A heading is made of known terms alone, never of somebody's wording. Terms of the field may stand for a single question;
a word of a guide's heading needs two firms, any other word three; and nothing that names somebody, a place or a figure
is a heading at all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from bot.core.digests.unanswered.models import FIRMS_NEEDED, Known, Term, Topic, Unanswered

Pairs: TypeAlias = Iterable[tuple[int, int]]
"""Which questions are alike, by their places."""

SAYS_LITTLE = frozenset(
    """会社 社長 相手 名前 場所 仕事 時期 期間 順番 目安 数字 質問 会話 方法 場合 理由 違い 意味 手順 内容 必要 結果
    記録 例 説明 時間 今回 本当 自分 自社 弊社 当社 うち 今日 明日 昨日
    今週 先週 来週 今月 先月 来月 今年 去年 来年""".split()
)
"""Words of which a heading would say nothing. A list of ours."""

_FIGURE = re.compile(r"\d")
_DOING = re.compile(r"[うくぐすつぬぶむるい]$")
_SHORTEST = 2
_TOWN = re.compile(r".+[都府県市区町村郡]$|.*北海道$")


def is_sayable(term: Term, firms: int, *, names: Callable[[str], bool]) -> bool:
    """May a heading be made of it: a thing, no verb, which says something? `firms` asked with it; `names`: does a text
    name a firm or somebody?"""
    if firms < FIRMS_NEEDED[term.known]:
        return False
    if term.known is Known.TOPIC:
        return True
    said, ja = term.names.values(), term.names["ja"]
    if len(ja) < _SHORTEST or ja in SAYS_LITTLE or _DOING.search(ja):
        return False
    if any(_TOWN.fullmatch(one) for one in said) or any(names(one) for one in said):
        return False
    return term.known is Known.FIELD or not any(_FIGURE.search(one) for one in said)


def grouped(
    questions: Sequence[Unanswered],
    terms_of: Mapping[str, Sequence[Term]],
    alike: Pairs,
    *,
    names: Callable[[str], bool],
) -> tuple[list[Topic], list[Unanswered]]:
    """The topics, the most asked first, and what no heading can be made for. `terms_of` are by the question's id."""
    firms, known = _firms(questions, terms_of), {term.key: term for some in terms_of.values() for term in some}
    sayable = {key for key, term in known.items() if is_sayable(term, len(firms[key]), names=names)}
    units, topics = _units(questions, alike), list[Topic]()
    left = {place: _shared(some, terms_of, sayable) for place, some in enumerate(units)}
    while best := _best(left, units, known, firms):
        taken = [place for place, keys in left.items() if best in keys]
        members = [one for place in taken for one in units[place]]
        # A topic says enough by itself.
        is_topic = known[best].known is Known.TOPIC
        second = () if is_topic else _second(best, members, terms_of, sayable, known, firms)
        topics.append(Topic((known[best], *second), tuple(sorted(members, key=_age))))
        for place in taken:
            del left[place]
    others = sorted((one for place in left for one in units[place]), key=_age)
    return sorted(topics, key=lambda one: (-len(one.questions), -one.askers, one.terms[0].key)), others


def _units(questions: Sequence[Unanswered], alike: Pairs) -> list[list[Unanswered]]:
    """Questions that are alike, directly or through others, stay together."""
    head = list(range(len(questions)))

    def first(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for one, other in alike:
        low, high = sorted((first(one), first(other)))
        head[high] = low
    together = defaultdict[int, list[Unanswered]](list)
    for place, question in enumerate(questions):
        together[first(place)].append(question)
    return [together[place] for place in sorted(together)]


def _firms(questions: Sequence[Unanswered], terms_of: Mapping[str, Sequence[Term]]) -> dict[str, set[str]]:
    """The firms that asked with each term; whoever is of none counts for none."""
    firms = defaultdict[str, set[str]](set)
    for one in questions:
        for term in terms_of.get(one.id, ()):
            if one.company_id is not None:
                firms[term.key].add(one.company_id)
    return firms


def _shared(
    unit: Sequence[Unanswered], terms_of: Mapping[str, Sequence[Term]], sayable: Collection[str]
) -> frozenset[str]:
    """The terms that at least half of a unit has."""
    counts = Counter(key for one in unit for key in {term.key for term in terms_of.get(one.id, ())})
    return frozenset(key for key, count in counts.items() if 2 * count >= len(unit) and key in sayable)


def _best(
    left: Mapping[int, frozenset[str]],
    units: Sequence[Sequence[Unanswered]],
    known: Mapping[str, Term],
    firms: Mapping[str, set[str]],
) -> str:
    """The term under which most is said: many questions, and a word that says much; "" where there is none."""
    counts = Counter[str]()
    for place, keys in left.items():
        for key in keys:
            counts[key] += len(units[place])
    order = sorted(counts, key=lambda key: (-round(counts[key] * known[key].weight, 3), -len(firms[key]), key))
    return order[0] if order else ""


def _second(
    first: str,
    members: Sequence[Unanswered],
    terms_of: Mapping[str, Sequence[Term]],
    sayable: Collection[str],
    known: Mapping[str, Term],
    firms: Mapping[str, set[str]],
) -> tuple[Term, ...]:
    """Another term that every question of several firms has: two words of one firm would say more than one."""
    if len({one.company_id for one in members if one.company_id is not None}) < FIRMS_NEEDED[Known.OUTLINE]:
        return ()
    common = set[str](sayable) - {first}
    for one in members:
        common &= {term.key for term in terms_of.get(one.id, ())}
    best = sorted(common, key=lambda key: (-known[key].weight, -len(firms[key]), key))
    return (known[best[0]],) if best else ()


def _age(one: Unanswered) -> tuple[str, str]:
    return one.asked_at.isoformat(), one.id
