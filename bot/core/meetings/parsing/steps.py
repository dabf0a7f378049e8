"""The words of what is planned: as typed, without the date and the time that became fields of their own.

Verbs are not rewritten (送ります stays 送ります); what only says that it is planned goes: 予定, ことになった,
と約束した, a leading 次は or "will". Several
planned actions stay joined as typed; a second date stays in the words, because no field holds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.meetings.parsing.folding import Folded
from bot.core.meetings.parsing.line import Span

_JOINT = re.compile(
    r"(?:の(?:うち)?|頃|ごろ|ころ|あたり|付け?|中|以内|昼|夜|朝)?(?:まで(?:に(?:は)?|で)?|迄に?|までの間に|に(?:は"
    r"|も(?!う))?|は|で(?!す)|から|より|を?(?:目途|めど|目処)に?|締め?切り?(?:で|に)?|予定で|の)?(?:、|,|[ \u3000])*"
)
_LATIN_BEFORE = re.compile(
    r"\b(?:on|by|before|at|in|until|till|for|from|this|the|no later than|sometime|around|@)\s*$", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:[\s、。,.・:>)\-=→⇒*]|そして|それから|また、|なお|あと[、は]|で、|次は(?:、)?|次回は(?:、)?"
    r"|次に(?:、)?|次の(?:一歩|一手|アクション|ステップ)(?:は|として|[::])?、?|ネクスト(?:アクション|ステップ)?(?:は"
    r"|[::])"
    r"|(?:宿題|TODO|ToDo|todo|NA|アクション|対応|予定|今後)[::は]、?|今後(?:は|の予定[::は])|ついては、?"
    r"|つきましては、?|その後、?|後は、?)+"
)
_LATIN_LEAD = re.compile(
    r"^(?:[\s,.;:>()-]|and\b|then\b|so\b|next,?\s+(?=(?:I|we)\b)|next(?:\s+step)?s?\s*(?:is\s+to|is|are|:|-)\s*(?:to\b)?|next\s+steps?\b"
    r"|to[- ]?do\b\s*:?|action\b\s*:|follow[- ]up:\s*|(?:I|we)(?:'ll|\s+will|'m\s+going\s+to|\s+am\s+going\s+to"
    r"|\s+are\s+going\s+to|\s+need\s+to"
    r"|\s+should|\s+must|\s+have\s+to|\s+plan\s+to|\s+promised\s+to|\s+agreed\s+to|\s+want\s+to|\s+said\s+(?:I"
    r"|we)(?:'d|\s+would))\b|will\b|(?:need|plan|promised|agreed|going|have)\s+to\b|must\b|should\b|I\b|to\b"
    r"|please\b)+\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s。.、,;:!!)(「」・]|(?:の|を|で)?予定(?:です|だ|でいる|でおります|になって(?:いる|います))?"
    r"|ことに(?:なった|なりました|なって(?:いる|います|おります)|した|しました|決まった|決定|決めた|する|します|なっ)"
    r"|(?:ということ)?で合意(?:した|しました|し)?"
    r"|(?:こと)?を?と?約束(?:です|だ|を?した|を?しました|している|いただいた|済み)?|つもり(?:です|だ)?"
    r"|(?<=[るくすむう])こと(?:に)?|(?<=[るくすむう])はず|(?<=[一-鿿ァ-ヶー])は|(?<=[一-鿿ァ-ヶー])を"
    r"|とのこと(?:です)?|(?:必要|必要あり|必要がある|必要があります)$)+$"
)
_WEAK_LEAD = re.compile(r"^(?:は|に|を|が|と|で|へ|も|の)(?=[一-鿿ァ-ヶ])")


def step_words(folded: Folded, begin: int, end: int, taken: Sequence[Span], *, is_latin: bool = False) -> str | None:
    """The words from `begin` to `end` without `taken` (the date and the time); None where nothing is left."""
    kept = [True] * (end - begin)
    for span in _widened(folded.text, taken, begin, is_latin=is_latin):
        for index in range(max(span.begin, begin), min(span.end, end)):
            kept[index - begin] = False
    positions = [begin + index for index, is_kept in enumerate(kept) if is_kept]
    text = "".join(folded.text[one] for one in positions)
    start = 0
    for pattern in (_LATIN_LEAD,) if is_latin else (_LEAD, _WEAK_LEAD):
        lead = pattern.match(text, start) if start == 0 else pattern.match(text[start:])
        start += lead.end() - (lead.start() if start else 0) if lead else 0
    text, positions = text[start:], positions[start:]
    tail = None if is_latin else _TAIL.search(text)
    stop = tail.start() if tail else len(text.rstrip(" 。.,;:!\n"))
    words = _as_typed(folded, positions[:stop])
    return words or None


def _as_typed(folded: Folded, positions: Sequence[int]) -> str:
    pieces: list[str] = []
    begin: int | None = None
    for index, position in enumerate(positions):
        begin = position if begin is None else begin
        if index + 1 == len(positions) or positions[index + 1] != position + 1:
            said = folded.words(begin, position + 1)
            is_apart = bool(re.search(r"[A-Za-z]$", said)) or folded.text[position].isspace()
            pieces.append(said + " " if is_apart and said else said)
            begin = None
    return "".join(pieces).strip()


def _widened(text: str, taken: Sequence[Span], start: int, *, is_latin: bool) -> list[Span]:
    """With the particles that hang on a date and a time, and the words between the two."""
    widened: list[Span] = []
    for span in sorted(taken, key=lambda one: one.begin):
        begin, end = span.begin, span.end
        if is_latin:
            while before := _LATIN_BEFORE.search(text[start:begin]):
                begin = start + before.start()
            comma = re.match(r"\s*,", text[end:])
            end += comma.end() if comma else 0
        else:
            joint = _JOINT.match(text, end)
            end = joint.end() if joint else end
            while begin > start and text[begin - 1] in "(「":
                begin -= 1
            if begin < span.begin and "(" in text[begin : span.begin] and text[end : end + 1] == ")":
                end += 1
        widened.append(Span(begin, end))
    return widened
