"""Names of people and their titles, found in a prepared line.

The title is what the person is: 営業部長 and 品質保証課長 as written; of 開発部の佐藤課長 and 開発部 課長 佐藤 it is
課長, because the department is written
apart; 開発部課長 written together stays. Honorifics belong to no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.meetings.parsing.company_words import OWN
from bot.core.meetings.parsing.line import FARTHEST, Line, Span, is_nominal
from bot.core.meetings.parsing.ports import Morpheme
from bot.core.meetings.parsing.title_words import DEPARTMENT, QUALIFIERS, TITLE
from bot.core.meetings.parsing.titles import HONORIFIC, title_of

_NO_NAME = frozenset(
    """お客 客 皆 みな お得意 得意先 取引先 業者 担当 担当者 ご担当 ご担当者 相手 先方 各社 企業 メーカー 神 奥 お子
    娘 息子 お母 お父 おば おじ 職人 大工 農家 社長 部長 課長 専務 常務 工場長 会長 店長 主任 係長 所長 室長 次長 先生
    代表
    事務局 商社 参加者 来場者 出展者 関係者 支援先 銀行 大学 役所 市役所 県 市 町 御社 貴社 同社 他社 会社 商店 お隣
    隣 受付 窓口 みなさん お 同 仕様 多 模 王 貴 諸 若 両 同行者 社員 店員 係員 従業員 スタッフ 前 現 元 新 次期 取引
    経営 副 通訳 学生 若手 ベテラン 女性 男性 うち 妻 夫 本人
    ご本人""".split()
)
_LATIN_NAME = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof"
    r"|Miss)\.?\s+)?(?P<name>[A-Z][a-zé'-]+(?:\s+[A-Z]\.)?(?:\s+[A-Z][a-zA-Zé'-]+){0,2})(?P<san>\s?-?\s?[Ss]an\b"
    r"|-sama\b)?"
)
_INTRODUCED = re.compile(r"(?:\s?(?:さん|様|氏|先生|部長|課長|社長))?(?:から|より|の|に)(?:の)?(?:ご)?紹介")
_TOGETHER = re.compile(r"(?:さん|くん|君|部長|課長|係長|主任)?(?:と(?:一緒|共に|ともに|二人|同行)|も同行|に同行)")
_AFTER_NAME = re.compile(r"$|[\s、。,()「」:/\n・|]|と|に(?!て)|が|は|を|へ|から|も|の|より|で(?=す|した)")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named: the name, what follows it to the end of honorific or title, and the title if one is joined."""

    name: Span
    end: int
    title: Span | None = None
    is_introducer: bool = False
    is_own: bool = False


def find_people(line: Line, companies: Sequence[Span], titles: Sequence[Span], closed: Sequence[Span]) -> list[Person]:
    """The people named, in order; `closed` are spans of other things (events)."""
    departments = [Span(*match.span()) for match in DEPARTMENT.finditer(line.text)]
    taken = (*companies, *titles, *closed, *departments)
    names: dict[int, tuple[Span, int]] = {}
    for span, end in (
        *_honoured(line, taken),
        *_titled(line, titles, taken),
        *_full(line, taken),
        *_bare(line, companies, titles, taken),
    ):
        if span.begin not in names or names[span.begin][1] < end:
            names[span.begin] = (span, end)
    people: list[Person] = []
    for span, end in sorted(names.values(), key=lambda one: one[0].begin):
        if people and span.begin < people[-1].end:
            continue
        people.append(_person(line, span, end, titles, companies))
    return people


def _person(line: Line, name: Span, end: int, titles: Sequence[Span], companies: Sequence[Span]) -> Person:
    rest, before = line.text[name.end :], line.text[: name.begin]
    return Person(
        name,
        end,
        title_of(line, name, end, titles, companies),
        is_introducer=bool(_INTRODUCED.match(rest)),
        is_own=bool(OWN.search(before) or _TOGETHER.match(rest)),
    )


def _honoured(line: Line, taken: Sequence[Span]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    for match in HONORIFIC.finditer(line.text):
        name = name_before(line, match.start(), taken)
        if name and not (
            match[0].strip() in {"君", "殿", "氏"} and name.end - name.begin < 2 and not _is_family(line, name)
        ):
            found.append((name, match.end()))
    return found


def _titled(line: Line, titles: Sequence[Span], taken: Sequence[Span]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    for title in titles:
        name = name_before(line, title.begin, taken)
        if name and _is_family(line, name) and not _is_matter(line, name, title):
            honoured = HONORIFIC.match(line.text, title.end)
            found.append((name, honoured.end() if honoured else title.end))
    return found


def _is_matter(line: Line, name: Span, title: Span) -> bool:
    """助成金担当: what somebody is in charge of."""
    first = next((one for one in line.morphemes if one.begin == name.begin), None)
    return line.text[title.begin : title.end].startswith("担当") and not (first and first.is_family_name)


def _is_family(line: Line, name: Span) -> bool:
    first = next((one for one in line.morphemes if one.begin == name.begin), None)
    is_first = name.begin == 0 or line.text[name.begin - 1] in "の、。 (\n・"
    if is_first and re.fullmatch(r"[一-鿿々]{1,3}", line.text[name.begin : name.end]):
        is_action = first is not None and first.end == name.end and "サ変可能" in first.part_of_speech
        return not is_action and not QUALIFIERS.fullmatch(line.text, name.begin, name.end)
    return first is not None and (first.is_personal or first.is_unknown or (first.is_proper and not first.is_place))


def name_before(line: Line, position: int, taken: Sequence[Span]) -> Span | None:
    """The name that ends at the position: a run of nouns, from its last family name on; a blank may part it."""
    index, begin = line.ending_at(position), position
    pieces = []
    while index >= 0:
        one = line.morphemes[index]
        if (
            one.end != begin
            or any(span.holds(one.begin) for span in taken)
            or not _may_be_name(one.surface, is_nominal(one))
        ):
            break
        pieces.append(one)
        begin, index = one.begin, index - 1
    pieces.reverse()
    family = [one for one in pieces if one.is_family_name]
    if family and not (len(pieces) == 2 and pieces[0].is_family_name and pieces[1].is_family_name):
        begin = (
            family[-1].begin
            if family[-1] is not pieces[-1] or len(pieces) == 1 or len(family) == 1
            else family[0].begin
        )
    begin = _over_blank(line, begin, pieces[0].begin if pieces else begin, bool(family))
    name = line.text[begin:position].strip()
    if (
        not name
        or name in _NO_NAME
        or len(name) > 16
        or re.search(r"\d", name)
        or not re.search(r"[一-鿿ぁ-んァ-ヶA-Za-z]", name)
    ):
        return None
    return Span(begin, position)


def _may_be_name(surface: str, is_noun: bool) -> bool:
    return is_noun and (surface in {"・", "ー"} or bool(re.match(r"[一-鿿ぁ-んァ-ヶA-Za-z々〆ー]", surface)))


def _over_blank(line: Line, begin: int, first: int, has_family: bool) -> int:
    """小野寺 誠さん: a family name before one blank belongs to the given name."""
    if has_family or begin != first or begin < 2 or line.text[begin - 1] != " ":
        return begin
    index = line.ending_at(begin - 1)
    one = line.morphemes[index] if index >= 0 else None
    return one.begin if one and one.end == begin - 1 and one.is_family_name else begin


def _full(line: Line, taken: Sequence[Span]) -> list[tuple[Span, int]]:
    """田中太郎, 田中 太郎: a family name and a given name."""
    found: list[tuple[Span, int]] = []
    for index, one in enumerate(line.morphemes):
        if not _may_be_family(one) or any(span.holds(one.begin) for span in taken):
            continue
        following = line.morphemes[index + 1 :]
        is_parted = bool(following) and following[0].surface == " " and following[0].end - following[0].begin == 1
        given = following[1:2] if is_parted else following[:1]
        if not given or any(span.holds(given[0].begin) for span in taken):
            continue
        if not one.is_family_name and not (is_parted and given[0].is_given_name):
            continue
        if _is_given(line, given[0].begin, is_parted=is_parted, is_known=given[0].is_given_name):
            end = _given_end(line, index + (2 if is_parted else 1))
            if not any(span.holds(end - 1) for span in taken) and not _goes_on(line, end):
                found.append((Span(one.begin, end), end))
    return found


def _may_be_family(one: Morpheme) -> bool:
    """安田 and 千葉 are firms and places to the dictionary; before a blank and a given name they are people."""
    return one.is_family_name or (one.is_proper and bool(re.fullmatch(r"[一-鿿々ヶ]{1,3}", one.surface)))


def _goes_on(line: Line, end: int) -> bool:
    """A noun follows without a blank: 鳥羽真珠養殖 is no 鳥羽 真珠."""
    following = next((one for one in line.morphemes if one.begin == end), None)
    if following is None or not is_nominal(following) or re.match(r"[・\-'.]", following.surface):
        return False
    return not (HONORIFIC.match(line.text, end) or TITLE.match(line.text, end))


def _given_end(line: Line, index: int) -> int:
    end = line.morphemes[index].end
    for one in line.morphemes[index + 1 : index + 3]:
        if (
            one.begin != end
            or not re.fullmatch(r"[一-鿿々ぁ-ん]{1,2}", one.surface)
            or not is_nominal(one)
            or HONORIFIC.match(one.surface)
        ):
            break
        end = one.end
    return end


def _is_given(line: Line, begin: int, *, is_parted: bool, is_known: bool) -> bool:
    """A given name by the dictionary; after a blank also any one to three characters that stand alone."""
    if is_known:
        return True
    alone = re.match(r"[一-鿿々ぁ-んァ-ヶー]{1,4}(?=$|[\s、,。(/・|\n])", line.text[begin:])
    return is_parted and alone is not None and alone[0] not in _NO_NAME


def _bare(
    line: Line, companies: Sequence[Span], titles: Sequence[Span], taken: Sequence[Span]
) -> list[tuple[Span, int]]:
    """山田製作所の田中と, 社長の佐藤: a family name alone, right behind its company or its title."""
    found: list[tuple[Span, int]] = []
    for one in line.morphemes:
        if not (one.is_family_name or (one.is_personal and len(one.surface) > 1)) or any(
            span.holds(one.begin) for span in taken
        ):
            continue
        before = line.text[: one.begin]
        is_placed = any(
            0 <= one.begin - span.end <= FARTHEST
            and re.fullmatch(r"(?:\s|の|・|、|/|\||,|\()*", DEPARTMENT.sub("", line.text[span.end : one.begin]))
            for span in (*companies, *titles)
        ) or bool(re.search(r"(?:部|課|室|係)\s?の?\s?$", before))
        is_met = bool(
            re.match(
                r"(?:と|に)(?:は|も)?(?:初めて|再度|久しぶりに)?(?:名刺|面談|お?会|商談|打ち?合|話)",
                line.text[one.end :],
            )
        )
        if (is_placed or is_met) and _AFTER_NAME.match(line.text, one.end):
            found.append((Span(one.begin, one.end), one.end))
    return found
