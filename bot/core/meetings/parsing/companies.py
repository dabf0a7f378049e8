"""Names of firms, schools and offices, found in a prepared line.

A company is returned as written, its form (株式会社, ㈱, (有)) included; departments of a firm do not belong to it
(山田製作所営業部 →
山田製作所), sections of a public office do (鶴岡市商工課), faculties of a university do not (山形大学工学部 →
山形大学).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.core.meetings.parsing import company_words as words
from bot.core.meetings.parsing.addressed import find_addressed
from bot.core.meetings.parsing.line import Line, Span, is_nominal, run_before
from bot.core.meetings.parsing.ports import Morpheme
from bot.core.meetings.parsing.public_bodies import BODY
from bot.core.meetings.parsing.title_words import DEPARTMENT, TITLE

_HONORIFIC = re.compile(r"(?:さん|様|さま|御中|殿|氏)")
_NAME_OF_FOREIGNER = re.compile(r"[A-Za-z]")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")


def find_companies(line: Line, closed: Sequence[Span]) -> list[Span]:
    """The names in order, without overlaps; `closed` is taken already (events)."""
    bodies = [*_bodies(line), *find_addressed(line)]
    found = [*_with_form(line), *_offices(line), *_latin(line), *_by_ending(line), *bodies]
    found = [one for one in found if one.end > one.begin and not any(one.meets(span) for span in closed)]
    found = [_without_faculty(line, one) for one in found]
    found.sort(key=lambda one: (one.begin, -one.end))
    kept: list[Span] = []
    for one in found:
        if kept and one.begin < kept[-1].end:
            if one.end > kept[-1].end and one.end - one.begin > kept[-1].end - kept[-1].begin:
                kept[-1] = one
            continue
        kept.append(one)
    return [one for one in kept if one in bodies or line.text[one.begin : one.end].strip() not in words.NOT_A_COMPANY]


def _bodies(line: Line) -> list[Span]:
    said = [match for match in BODY.finditer(line.text) if _may_end(line, match.end())]
    return [Span(*match.span()) for match in said if not _is_in_title(line, match)]


_FACULTY = re.compile(
    r"(?<=大学)(?:大学院)?[一-鿿]{1,8}(?:学部|学科|研究科|学系|専攻|工学|農学|学府|研究院)$|(?<=大学)大学院$"
)


def _without_faculty(line: Line, span: Span) -> Span:
    faculty = _FACULTY.search(line.text[span.begin : span.end])
    return Span(span.begin, span.begin + faculty.start()) if faculty else span


def _with_form(line: Line) -> list[Span]:
    found: list[Span] = []
    for form in words.FORM.finditer(line.text):
        before = run_before(line, form.start(), ())
        before = Span(_after_own_form(line.text, before), before.end)
        is_behind = before.end > before.begin and not words.AT_THE_FRONT_ONLY.match(form[0])
        if is_behind:
            found.append(Span(before.begin, form.end()))
            continue
        end = _name_end(line, form.end())
        if end > form.end():
            found.append(Span(form.start(), end))
    return found


def _after_own_form(text: str, run: Span) -> int:
    inside = [match.end() for match in words.FORM.finditer(text, run.begin, run.end)]
    return inside[-1] if inside else run.begin


def _name_end(line: Line, start: int) -> int:
    """Where the name that begins after a form ends; one blank may stand between them."""
    begin = start + len(line.text[start:]) - len(line.text[start:].lstrip(" "))
    if begin - start > 1:
        return start
    latin = re.compile(words.LATIN_NAME).match(line.text, begin)
    if latin and not re.match(r"[一-鿿ぁ-んァ-ヶー]", line.text[latin.end() : latin.end() + 1] or " "):
        return latin.end()
    kana = words.KANA_NAME.match(line.text, begin)
    first = line.starting_at(begin)
    if kana and (first >= len(line.morphemes) or line.morphemes[first].part_of_speech[0] == "助詞"):
        return kana.end()
    end = begin
    for index in range(line.starting_at(begin), len(line.morphemes)):
        one = line.morphemes[index]
        is_first = end == begin
        if one.begin != end or not (
            is_nominal(one) or (is_first and one.part_of_speech[0] in {"動詞", "感動詞", "連体詞"})
        ):
            break
        if not is_first and _starts_something_else(line, index):
            break
        end = one.end
    return end


def _starts_something_else(line: Line, index: int) -> bool:
    """A department, a title, an honorific or a person begins here: the company's name has ended."""
    one = line.morphemes[index]
    rest = line.text[one.begin :]
    if DEPARTMENT.match(rest) or TITLE.match(rest) or _HONORIFIC.match(rest) or words.FORM.match(rest):
        return True
    if not one.is_family_name:
        return False
    after = line.morphemes[index + 1] if index + 1 < len(line.morphemes) else None
    if after is None or after.begin != one.end:
        return bool(words.STRONG.search(line.text[: one.begin]))
    rest = line.text[one.end :]
    return after.is_given_name or bool(_HONORIFIC.match(rest) or TITLE.match(rest))


def _by_ending(line: Line) -> list[Span]:
    """山田製作所, アルテック, 山形大学: a run of nouns up to an ending that firms have."""
    found: list[Span] = []
    for pattern, is_strong in ((words.STRONG, True), (words.WEAK, False)):
        for ending in pattern.finditer(line.text):
            span = _ended(line, ending, is_strong=is_strong)
            if span:
                found.append(span)
    return found


def _ended(line: Line, ending: re.Match[str], *, is_strong: bool) -> Span | None:
    run = run_before(line, ending.start(), ())
    if run.end < ending.start() or run.begin >= ending.start():
        run = Span(_start_inside(line, ending.start()), ending.start())
    begin = _after_own_form(line.text, run)
    begin += len(line.text[begin : ending.end()]) - len(words.without_trade(line.text[begin : ending.end()]))
    prefix = line.text[begin : ending.start()]
    if prefix in words.NOT_A_COMPANY or not _may_end(line, ending.end()) or _is_in_title(line, ending):
        return None
    if not prefix.strip("・-'. "):
        return _alone(line, ending)
    inside = [one for one in line.morphemes if one.end > begin and one.begin < ending.end()]
    if len(inside) == 1 and (inside[0].is_personal or _is_trade(inside[0])):
        return None
    is_named = (
        any(one.is_proper or one.is_unknown for one in inside) or bool(_KATAKANA.search(prefix)) or prefix[0].isupper()
    )
    if not is_named and not _is_addressed(line, ending.end(), is_strong=is_strong):
        return None
    if DEPARTMENT.fullmatch(line.text, begin, ending.end()) or TITLE.match(line.text, begin):
        return None
    return Span(begin, _with_section(line, begin, ending.end()))


def _is_trade(one: Morpheme) -> bool:
    """鍛冶屋, 豆腐屋: a kind of firm, no firm."""
    return one.surface.endswith("屋") and not (one.is_proper or one.is_unknown)


def _is_in_title(line: Line, ending: re.Match[str]) -> bool:
    """組合長 and 工場長 are no 組合 and no 工場."""
    return any(begin < ending.end() < end for begin, end in _titles(line.text))


@lru_cache(maxsize=8)
def _titles(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(one.span() for one in TITLE.finditer(text))


def _alone(line: Line, ending: re.Match[str]) -> Span | None:
    """県庁, 商工会議所: said without a name, everybody of the place knows which."""
    return Span(ending.start(), _with_section(line, *ending.span())) if words.KNOWN_ALONE.fullmatch(ending[0]) else None


def _start_inside(line: Line, position: int) -> int:
    """The ending is inside one morpheme (サトー商会 is one word): the name begins where that or its run begins."""
    for one in line.morphemes:
        if one.begin < position < one.end:
            return run_before(line, one.begin, ()).begin
    return position


def _may_end(line: Line, end: int) -> bool:
    """A name ends where no more noun follows, or something else begins."""
    index = line.starting_at(end)
    if index < len(line.morphemes) and line.morphemes[index].begin == end:
        following = line.morphemes[index]
        if not is_nominal(following) or following.surface in {"・", "-"}:
            return True
        rest = line.text[end:]
        return (
            _starts_something_else(line, index)
            or bool(words.FACULTY.match(rest))
            or bool(
                re.match(
                    r"(?:ら|など|等|側|名刺|担当|社(?!長)|[本支][店社](?!長)|営業所(?!長)"
                    r"|出張所(?!長))",
                    rest,
                )
            )
            or following.is_family_name
        )
    inside = any(one.begin < end < one.end for one in line.morphemes)
    return not inside or bool(DEPARTMENT.match(line.text, end) or TITLE.match(line.text, end))


_SOMEBODY = r"の?\s?[一-鿿々ァ-ヶー]{1,8}?(?:さん|様|氏|殿|先生|部長|課長|社長|次長|係長|主任|専務|常務)"
_ADDRESSED = re.compile(rf"{_SOMEBODY}|(?:さん|様|さま|御中)|を?訪問")
_SPOKEN_OF = re.compile(rf"{_SOMEBODY}|(?:さん|様|さま|御中|を?訪問|に|と|へ|が|は|で|を|、|。|\s|$|\(|・)")


def _is_addressed(line: Line, end: int, *, is_strong: bool) -> bool:
    """Somebody of it follows, or an honorific (共立工業様); after a sure ending any particle will do."""
    joint = 1 if line.text[end : end + 1] == "の" else 0
    is_title = bool(joint and TITLE.match(line.text, end + joint))
    return is_title or bool((_SPOKEN_OF if is_strong else _ADDRESSED).match(line.text, end))


def _with_section(line: Line, begin: int, end: int) -> int:
    if not words.PUBLIC.search(line.text[begin:end]):
        return end
    section = words.OFFICE_SECTION.match(line.text, end)
    return section.end() if section else end


def _offices(line: Line) -> list[Span]:
    found: list[Span] = []
    for match in words.OFFICE.finditer(line.text):
        place = next((one for one in line.morphemes if one.begin >= match.start() and one.is_place), None)
        if place is None or place.begin >= match.end() or line.text[match.end() : match.end() + 1] == "長":
            continue
        section = words.OFFICE_SECTION.match(line.text, match.end())
        found.append(Span(place.begin, max(match.end(), section.end() if section else 0)))
    return found


def _latin(line: Line) -> list[Span]:
    found: list[Span] = []
    for pattern in (words.LATIN_FORM, words.LATIN_ENDING):
        for match in pattern.finditer(line.text):
            verb = words.VERB_IN_FRONT.match(match[0])
            begin = match.start() + (verb.end() if verb else 0)
            found.append(Span(begin, match.end()))
    return found
