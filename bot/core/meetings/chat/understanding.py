"""What a short typed line wants done with an encounter: rules over its words, nothing guessed.

Whatever is not clearly one of these is a question as any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.calendars import WorkingDays
from bot.core.meetings.models import Reason
from bot.core.meetings.parsing import english_days, japanese_days, japanese_months, written_days
from bot.core.meetings.parsing.days import NamedDay, Today, find_days
from bot.core.meetings.parsing.folding import fold
from bot.core.meetings.parsing.times import find_times

LONGEST = 120
"""Characters; whoever writes more tells something, and is heard as before."""
LONGEST_WITH_NEXT = 300
"""The same where what comes next is said as well."""
_RULES = (*written_days.RULES, *japanese_days.RULES, *japanese_months.RULES, *english_days.RULES)

DONE, NOT_YET, LATER, SLEEP, DECLINE, GREETING, CONTACT, ASK, ACCEPT, TALK, STEP = (
    "done not_yet later sleep decline greeting contact ask accept talk step".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """What is wanted. `day` (of a contact, one gone by) and `time` (`HH:MM`) where they are said; `name` of whom to ask
    or how one was in contact; `reason` of leaving it. `more`: the words after what was done that say what comes next,
    with a day or beginning with "next"; they are not read here. `is_by_name`: found by the names in the line
    alone."""

    kind: str
    day: date | None = None
    time: str = ""
    name: str = ""
    reason: Reason | None = None
    more: str = ""
    is_by_name: bool = False


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


_ASKING = _any(
    r"[?]\s*$",
    r"ですか|ますか|でしょうか|かな|方法|とは|どう|どの|なぜ|何を|教えて|場合|とき[はに、]|ときの",
    r"\b(?:how|what|why|when|which|should|can you)\b",
)
_NOT_YET = _any(
    r"^(?:すみません|申し訳ありません)?[、,。 ]*(?:まだ|未了)(?:です|できて|終わって|送って|やって|連絡|なん|[。!]?$)",
    r"[てで]い?ません[。!]?$",
    r"^not (?:yet|done)",
)
_LATER = _any(
    r"延期|延ば|ずらし|ずらす|先送り|(?:後|あと)回し|リスケ|待って(?:ください|下さい|ほしい|もらえ|いただけ|いただきたい)",
    r"\bpostpone|\b(?:move|push) (?:it|this) to\b",
)
_PLEASE = _any(r"(?:いただけ|もらえ|お願いでき)(?:ます|ません)(?:か|でしょうか)[?。]*$")
"""Asks us to do it, and nobody how it is done."""
_SLEEP = _any(r"寝かせ|保留に|しばらく置", r"\blet (?:it|this) rest\b|\bpark (?:it|this)\b")
_DECLINE = _any(
    r"見送り(?:ます|ました|で|と|に|たい|[。、,! ]|$)|見送る(?:[。、,! ]|こと|$)|お断り(?:し|$)",
    r"\bleave (?:it|this) for now\b|\bdrop (?:it|this)\b|\bdecline",
)
_NOT_DECLINE = _any(r"見送り(?:ません|たく)|見送ら(?:ない|ず)", r"\b(?:not|never) (?:leave|drop|decline)|n't ")
_GREETING = _any(r"ご?挨拶のみ|ご?挨拶だけ", r"\ba greeting only\b|\bjust a greeting\b")
_ASK = _any(r"(?P<name>[^\s、。,]{1,20}?)(?:さん|様|氏)に(?:お願い|頼|依頼|引き継)", r"\bask (?P<other>[A-Z][\w-]+)\b")
_ACCEPT = _any(
    r"^(?:はい[、。, ]*)?(?:できます|やります|引き受け(?:ます|ました)|承知(?:しました|です))",
    r"^(?:yes,? )?i can(?: do (?:it|this|that))?[.!]?$|^i will do (?:it|this|that)",
)
_TALK = _any(r"相談(?:したい|させて|したく)", r"\btalk first\b|\blet(?:'s| us) talk\b")
_CONTACT = _any(
    r"^(?:今日|本日|さきほど|先ほど|さっき|今朝|昨日|きのう|先日|おととい|一昨日)?(?:は|に)?[、, ]*"
    r"(?:[^\s、。,]{1,30}(?:さん|様|氏|部長|課長|社長)(?:と|に)|先方と|相手と)?"
    r"(?:今日|本日|さきほど|先ほど|さっき|今朝|昨日|きのう|おととい|一昨日)?(?:、)?(?:お?電話で|オンラインで)?(?:少し|ようやく)?"
    r"(?:お?会いしました|会いました|会えました|会った|お?話ししました|話しました|話した|話せました)[。!]*$",
    r"^(?:we |i )?(?:just )?(?:met|talked|spoke)"
    r"(?: (?:today|yesterday|with them|to them|(?:with |to )?m[rs]s?\.? \w+(?: (?:of|from) [\w&.-]+(?: [\w&.-]+){0,3})?"
    r"|on the (?:tele)?phone))*[.!]*$",
)
_TELEPHONE = _any(r"電話", r"\b(?:tele)?phone\b")
_WAYS = (
    ("telephone", _any(r"電話", r"\b(?:tele)?phoned?\b|\bcalled\b")),
    ("mail", _any(r"メール", r"\be-?mailed\b")),
    ("met", _any(r"訪問し|伺い", r"\bvisited\b")),
)
_DONE = _any(
    r"(?:完了|終わり|済ませ|送り|送付し|お送りし|連絡し|電話し|訪問し|伺い|渡し|提出し|対応し|納品し|報告し|やり|でき|メールし|発送し|共有し)"
    r"(?:ました|ています|てあります)[。!]*$",
    r"完了(?:です|しました|しています)[。!]*$|(?:^|[はも、 ])済みです[。!]*$",
    r"^(?:(?:もう|すでに|既に|先ほど|さきほど|さっき)[、 ]*)?"
    r"(?:完了|済|済み|送った|終わった|やった|できた|電話した|連絡した|届けた|渡した)[。!]*$",
    r"^(?:it(?:'s| is) )?(?:all )?(?:done|finished|completed)\b",
    r"^(?:just )?(?:sent|called|phoned|emailed|visited|delivered)\b",
    r"\bi(?:'ve| have)? (?:just )?(?:sent|called|finished|done|delivered|visited)\b",
)
_JOINTS = re.compile(r"(?:ので|から|が|し)?[、,]|[。!\n;]|\.\s|\s(?:and|so) (?=next\b)", re.I)
"""Where what was done may end and what comes next begin."""
_NEXT = re.compile(r"^\s*(?:次(?:回)?[はに]|次の一歩は|next\b)", re.I)
_NEGATED = _any(r"ていません|てません|できません|ませんでした|なかった", r"\bnot\b|n't\b")
_MONTH = re.compile(r"(?P<month>1[0-2]|[1-9])月(?:まで|に|頃|ごろ|くらい)?(?![0-9])")

_ELSEWHERE = (_SLEEP, _LATER, _NOT_YET, _GREETING, _DECLINE)
"""Whoever says one of these does not tell what comes next."""

_REASONS: Sequence[tuple[Reason, re.Pattern[str]]] = (
    (Reason.PRICE, re.compile(r"価格|値段|金額|コスト|予算|高い|高く|\bpric|\bbudget|\bexpensive", re.I)),
    (
        Reason.ANOTHER_SUPPLIER,
        re.compile(r"他社|ほかの会社|他の会社|別の会社|競合|\banother supplier|\bcompetitor", re.I),
    ),
    (Reason.DECIDER_NOT_REACHED, re.compile(r"決裁|決定権|決める方|\bdecid|\bdecision", re.I)),
    (Reason.NO_REPLY, re.compile(r"返事が|返信が|連絡が(?:ない|取れ|つか)|音沙汰|\bno (?:reply|answer)", re.I)),
    (Reason.TIMING, re.compile(r"時期|タイミング|来年度|今期|\btiming|\btoo early", re.I)),
    (Reason.CAPACITY, re.compile(r"人手|体制|余力|余裕|手が回ら|\bcapacity|\bno time", re.I)),
    (Reason.TECHNICAL_FIT, re.compile(r"技術|仕様|精度|性能|材質|寸法|\btechnical|\bspecification", re.I)),
    (Reason.NO_NEED, re.compile(r"必要(?:が|は)?ない|必要なさ|不要|ニーズ|間に合って|\bno need|\bnot needed", re.I)),
)


def understood(text: str, *, on: date, calendar: WorkingDays) -> Understood | None:
    """What the line wants; None where that is not clear. Never raises."""
    folded = fold(text[: LONGEST_WITH_NEXT + 1]).text.strip()
    if not folded or len(folded) > LONGEST_WITH_NEXT or _is_asking(folded):
        return None
    with_next = _with_next(folded, Today(on, calendar))
    if with_next is not None or len(folded) > LONGEST:
        return with_next
    ask = _ASK.search(folded)
    if ask:
        return Understood(kind=ASK, name=ask["name"] or ask["other"])
    if _TALK.search(folded):
        return Understood(kind=TALK)
    if _ACCEPT.search(folded):
        return Understood(kind=ACCEPT)
    if _GREETING.search(folded):
        return Understood(kind=GREETING)
    if _DECLINE.search(folded) and not _NOT_DECLINE.search(folded):
        return Understood(kind=DECLINE, reason=_reason(folded))
    return _about_time(folded, Today(on, calendar))


def _is_asking(text: str) -> bool:
    is_request = _PLEASE.search(text) and (_LATER.search(text) or _SLEEP.search(text))
    return bool(_ASKING.search(text)) and not is_request


def _about_time(text: str, today: Today) -> Understood | None:
    day, at = _day(text, today), next((one.at for one in find_times(text) if one.at), None)
    if _SLEEP.search(text):
        return Understood(kind=SLEEP, day=day or _month(text, today.on))
    if _LATER.search(text):
        return Understood(kind=LATER, day=day, time=at.isoformat("minutes") if at else "")
    if _NOT_YET.search(text):
        return Understood(kind=NOT_YET)
    return _told(text, today)


def _told(text: str, today: Today) -> Understood | None:
    """What was done, or that they were met."""
    if _CONTACT.search(text):
        return Understood(kind=CONTACT, day=_past(text, today), name="telephone" if _TELEPHONE.search(text) else "met")
    if _DONE.search(text) and not _NEGATED.search(text):
        return Understood(kind=DONE, day=_past(text, today), name=_way_of(text))
    return None


def _way_of(text: str) -> str:
    """How one was in contact, as far as what was done says that."""
    return next((way for way, words in _WAYS if words.search(text)), "")


def _with_next(text: str, today: Today) -> Understood | None:
    """What was done, and after it what comes next; None where the line does not say both."""
    if _ASK.search(text) or any(words.search(text) for words in _ELSEWHERE):
        return None
    for joint in _JOINTS.finditer(text):
        more = text[joint.end() :].strip()
        told = _told(text[: joint.start()].strip(), today)
        if told is not None and (_NEXT.search(more) or _names_a_day_to_come(more, today)):
            return replace(told, more=more)
    return None


def _names_a_day_to_come(text: str, today: Today) -> bool:
    named: list[NamedDay] = find_days(text, today, _RULES)
    return any(one.reading.due and one.reading.due >= today.on for one in named)


def _day(text: str, today: Today) -> date | None:
    """The one coming day that is named; None where there is none, or where there are several."""
    named: list[NamedDay] = find_days(text, today, _RULES)
    days = {one.reading.due for one in named if one.reading.due and one.reading.due > today.on}
    return days.pop() if len(days) == 1 else None


def _past(text: str, today: Today) -> date | None:
    """The one day gone by that is named; None where there is none, or where there are several."""
    named: list[NamedDay] = find_days(text, today, _RULES)
    days = {one.reading.met for one in named if one.reading.met and one.reading.met < today.on}
    return days.pop() if len(days) == 1 else None


def _month(text: str, on: date) -> date | None:
    """「3月まで」: the first day of the next March."""
    named = _MONTH.search(text)
    if named is None:
        return None
    month = int(named["month"])
    return date(on.year + (month <= on.month), month, 1)


def _reason(text: str) -> Reason | None:
    """The one reason that is named; None where there is none, or where there are several."""
    found = [reason for reason, words in _REASONS if words.search(text)]
    return found[0] if len(found) == 1 else None
