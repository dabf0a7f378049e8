"""Who was met, of which firm, at which occasion: the names of a line weighed against each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.japanese import is_japanese
from bot.core.meetings.parsing.clauses import Clause
from bot.core.meetings.parsing.companies import find_companies
from bot.core.meetings.parsing.company_words import FACULTY, LATIN_AFTER, NOT_A_COMPANY, OWN, without_trade
from bot.core.meetings.parsing.english_names import NO_NAME_IN_ENGLISH, find_english_people
from bot.core.meetings.parsing.events import find_events
from bot.core.meetings.parsing.line import FARTHEST, Line, Span, run_before
from bot.core.meetings.parsing.models import SEVERAL_PEOPLE
from bot.core.meetings.parsing.persons import Person, find_people
from bot.core.meetings.parsing.title_words import DEPARTMENT
from bot.core.meetings.parsing.titles import HONORIFIC, find_titles

_LABELLED = (
    r"(?:(?:応対者?|対応者?|面談者|面会者|面談相手|先方|相手|出席者?|担当者?|ご担当|氏名|お名前|名前|役職"
    r"|会社名?|企業名?)\s?[::]\s?)"
)
_LABEL = re.compile(_LABELLED + "$")
"""応対者: before a name."""
_HEADING = re.compile(
    r"(?:訪問|面談|来所|来社|相談|商談|打合せ|支援訪問|名刺交換)(?:記録|メモ|報告|録)?[::]?|(?:会社|企業"
    r"|団体)名?\s?[::]"
)
_ONLY_A_LINK = re.compile(rf"(?:\s|の|・|、|,|/|\||:|\(|「|」|さん|様|さま|殿|御中|{_LABELLED})*")
_INTRODUCED = re.compile(r"(?:さん|様|の\S{1,8}(?:さん|様|氏|部長|課長|社長))?(?:から|より|の)(?:の)?(?:ご)?紹介")
_AT_IT = re.compile(r"[」』]?(?:で|にて|の|\s|、|$)|(?<=[a-z])")
_PLACE_OF_WORK = re.compile(
    r"(?:本社|支店|支社|会場|方面|出身|営業所|工場|事務所|店|側|県|市|町|村|区|駅|地区|時代|在住|担当|部|課|室|係|人"
    r"|姓|名|様|さん)$"
)
_HOLDS_IT = re.compile(r"(?:さん|様)?(?:主催|の主催|で開(?:催|かれ))|の(?:会議室|展示場|ホール)で")


@dataclass(frozen=True, slots=True)
class Who:
    """The words of company, person, title and event as typed; a name that was not said is left out."""

    words: Mapping[str, str]
    notes: tuple[str, ...]
    apart: tuple[Span, ...] = ()
    """Names and departments with a blank before and behind, as on a card."""


def find_who(line: Line, clauses: Sequence[Clause]) -> Who:
    """Choose one of each; what belongs together is preferred."""
    events = find_events(line)
    companies = find_companies(line, events)
    titles = [one for one in find_titles(line, companies) if not any(one.meets(event) for event in events)]
    if is_japanese(line.text):
        people = find_people(line, companies, titles, events)
    if not is_japanese(line.text) or not people:
        people = find_english_people(line, (*companies, *titles, *events), titles)
    weighed = _Weighing(line, clauses, companies, titles, events)
    person = weighed.person(people)
    company = weighed.company(person)
    title = weighed.title(person, company)
    event = weighed.first_told(events)
    chosen = {"company": company, "person": person.name if person else None, "title": title, "event": event}
    words = {name: said for name, span in chosen.items() if span and (said := _tidy(line.words(span)))}
    others = {line.text[one.name.begin : one.name.end] for one in people if not (one.is_introducer or one.is_own)}
    spans = [*companies, *titles, *(Span(one.name.begin, one.end) for one in people)]
    spans += [Span(*match.span()) for match in DEPARTMENT.finditer(line.text)]
    apart = tuple(one for one in spans if _is_apart(line.text, one))
    return Who(words, (SEVERAL_PEOPLE,) if len(others) > 1 else (), apart)


def _is_apart(text: str, span: Span) -> bool:
    return (span.begin == 0 or text[span.begin - 1] in " \n。") and text[span.end : span.end + 1] == " "


def _tidy(words: str) -> str:
    return words.strip(" \u3000、。,・:/")


@dataclass(frozen=True, slots=True)
class _Weighing:
    line: Line
    clauses: Sequence[Clause]
    companies: Sequence[Span]
    titles: Sequence[Span]
    events: Sequence[Span]

    def person(self, people: Sequence[Person]) -> Person | None:
        """Whom the line is about: in what has happened, of a company; not who introduced, nor one of ours."""
        able = [one for one in people if not one.is_own]
        return max(able, key=self._weight_of_person, default=None)

    def _weight_of_person(self, one: Person) -> tuple[float, int]:
        weight = 4.0 if any(self._are_joined(company, one) for company in self.companies) else 0
        weight += self._told(one.name.begin) - (10 if one.is_introducer else 0)
        return weight, -one.name.begin

    def company(self, person: Person | None) -> Span | None:
        """The firm of the person, else the one that the line is about."""
        able = [
            one
            for one in self.companies
            if not OWN.search(self.line.text[: one.begin]) or self._is_joined_to(one, person)
        ]
        unmarked = self._unmarked(person)
        if unmarked and not any(self._is_joined_to(one, person) for one in able):
            return unmarked
        return max(able, key=lambda one: self._weight_of_company(one, person), default=None)

    def _weight_of_company(self, one: Span, person: Person | None) -> tuple[float, int]:
        rest = self.line.text[one.end :]
        weight = 6.0 if self._is_joined_to(one, person) else 0
        weight += self._told(one.begin) - (8 if _INTRODUCED.match(rest) else 0) - (5 if _HOLDS_IT.match(rest) else 0)
        return weight, -one.begin

    def _is_joined_to(self, company: Span, person: Person | None) -> bool:
        return person is not None and self._are_joined(company, person)

    def _are_joined(self, company: Span, person: Person) -> bool:
        """Nothing stands between them but particles, blanks, departments and the title."""
        if max(company.begin - person.end, person.name.begin - company.end) > FARTHEST:
            return False
        if company.end <= person.name.begin:
            between = self._bare(company.end, person.name.begin, person)
        else:
            between = self._bare(person.end, company.begin, person)
        return bool(_ONLY_A_LINK.fullmatch(between)) or bool(
            re.fullmatch(r"[\s,(]*(?:of|from|at|with)?[\s,(]*(?:the\s)?", between)
        )

    def _bare(self, begin: int, end: int, person: Person) -> str:
        text = list(self.line.text[begin:end])
        for title in self.titles:
            if begin <= title.begin and title.end <= end:
                text[title.begin - begin : title.end - begin] = " " * (title.end - title.begin)
        return HONORIFIC.sub("", FACULTY.sub(" ", DEPARTMENT.sub(" ", "".join(text))))

    def _unmarked(self, person: Person | None) -> Span | None:
        """A name without any mark of a firm, joined to the person: コマツの鈴木部長, アルファ 田中太郎."""
        if person is None:
            return None
        if not is_japanese(self.line.text):
            return self._unmarked_latin(person)
        before = self.line.text[: self._start_of(person)]
        joint = re.search(rf"(?:(?:さん|様)?の\s?|\s+){_LABELLED}?$", before)
        if joint is None or joint.start() == 0:
            return None
        is_card = not joint[0].strip()
        run = run_before(self.line, joint.start(), (*self.titles,))
        begin = run.begin
        words = self.line.text[begin : joint.start()]
        inside = [one for one in self.line.morphemes if one.begin >= begin and one.end <= joint.start()]
        if (
            not words.strip()
            or words in NOT_A_COMPANY
            or DEPARTMENT.search(words)
            or any(one.is_family_name for one in inside if is_card)
        ):
            return None
        is_name = any(
            one.is_unknown or (one.is_proper and not one.is_place and not one.is_family_name) for one in inside
        )
        is_name = is_name or (len(inside) > 1 and inside[0].is_proper and not _PLACE_OF_WORK.search(words))
        is_name = is_name or bool(
            re.fullmatch(r"[A-Z][A-Za-z0-9&.-]+|[ァ-ヺー]{3,}|(?=[A-Z])[A-Za-z0-9&ァ-ヺー]{3,}", words)
        )
        if is_card and _HEADING.sub("", before[:begin]).strip():
            return None
        is_name = is_name or bool(_LABEL.search(before) and re.search("[ァ-ヺー]{2}", words))
        begin += len(words) - len(without_trade(words))
        return Span(begin, joint.start()) if is_name and not re.fullmatch(r"[\d\W]+", words) else None

    def _unmarked_latin(self, person: Person) -> Span | None:
        """Ken Tanaka of Acme, Ken Tanaka (Acme)."""
        found = LATIN_AFTER.match(self.line.text, person.end)
        if found is None:
            return None
        span = Span(*found.span("name" if found["name"] else "inside"))
        is_taken = any(span.meets(one) for one in (*self.titles, *self.events))
        return None if is_taken or NO_NAME_IN_ENGLISH.match(self.line.words(span)) else span

    def _start_of(self, person: Person) -> int:
        start = person.name.begin
        if person.title and person.title.end <= start:
            start = person.title.begin
        department = [one for one in DEPARTMENT.finditer(self.line.text) if one.end() <= start]
        if department and re.fullmatch(r"\s?の?\s?", self.line.text[department[-1].end() : start]):
            start = department[-1].start()
        return start

    def title(self, person: Person | None, company: Span | None) -> Span | None:
        """The person's own; with nobody named, the one who was met at the company: 山田製作所の社長と会った."""
        if person is not None:
            return person.title
        for one in self.titles:
            between = self.line.text[company.end : one.begin] if company and company.end <= one.begin else "-"
            ahead = self.line.text[one.end : company.begin] if company and one.end <= company.begin else "-"
            if re.fullmatch(r"\s*(?:of|from|at)\s+(?:the\s+)?", ahead):
                return one
            if re.fullmatch(r"(?:\s|の|・)*", DEPARTMENT.sub("", between)):
                return one
        return None

    def first_told(self, spans: Sequence[Span]) -> Span | None:
        """The first in a clause that has happened; where nothing has, the first at which something is planned."""
        is_told = any(one.kind == "met" for one in self.clauses)
        able = [
            one for one in spans if self._told(one.begin) > 0 or (not is_told and _AT_IT.match(self.line.text, one.end))
        ]
        return max(able, key=lambda one: (self._told(one.begin), -one.begin), default=None)

    def _told(self, position: int) -> float:
        kind = next((one.kind for one in self.clauses if one.begin <= position < one.end), None)
        return {"met": 2.0, "planned": 0.0, "remark": 1.0, None: 1.0}[kind]
