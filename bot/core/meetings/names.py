"""What two spellings of one name share (表記ゆれ). Two names are the same when their keys are equal and not empty.

A key is for comparing, never for showing: widths, spaces, dashes and case are made one, old and variant kanji as well,
and what a firm is by law, or how a person is addressed, is left out.
"""

from __future__ import annotations

import re
import unicodedata

from bot.core.spellings import letters, plain

_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|(?:一般|公益)?(?:社団|財団)法人|特定非営利活動法人|npo法人"
    r"|(?:医療|学校|社会福祉|宗教|独立行政|地方独立行政|国立大学)法人|\((?:株|有|同|資|名|社|財|医|学|福|独)\)"
    # A form of law in Latin letters stands last, after a blank or a comma.
    r"|[\s,.]+(?:co\.?,?\s*ltd\.?|company,?\s+limited|inc\.?|corp\.?|corporation|ltd\.?|limited|llc|gmbh|k\.?k\.?|plc|s\.?a\.?)$"
)
_TO_FIRMS = re.compile(r"(?:御中|様|さま|さん|殿)$")
_TO_PEOPLE = re.compile(r"(?:さん|様|さま|氏|先生|殿|くん|[-\s]san)$", re.IGNORECASE)
_BEFORE_PEOPLE = re.compile(r"^(?:mr|mrs|ms|dr|prof)\.?\s+", re.IGNORECASE)
_READING = re.compile(r"\([ぁ-ゖァ-ヺー・\s]+\)$")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


def same_company_key(name: str) -> str:
    """株式会社山田製作所, ㈱山田製作所 and 山田製作所（株） share one key; so do Acme Inc. and ACME. "" for no name."""
    uniform = _TO_FIRMS.sub("", plain(name))
    return letters(_FORMS.sub("", uniform)) or letters(uniform)


def same_person_key(name: str) -> str:
    """田中 太郎さん, 田中太郎様 and 田中太郎（たなか たろう） share one key. "" for no name."""
    uniform = _BEFORE_PEOPLE.sub("", _READING.sub("", plain(name)).strip())
    return letters(_TO_PEOPLE.sub("", uniform)) or letters(uniform)


def company_as_written(name: str) -> str:
    """One spelling of a firm: (株)山田製作所 for ㈱山田製作所様. Another form of law is another spelling."""
    uniform = unicodedata.normalize("NFKC", name).strip()
    return _TO_FIRMS.sub("", uniform).strip() or uniform


def person_as_written(name: str) -> str:
    """One spelling of a person: 田中 for 田中さん and 田中様, however wide its letters and blanks."""
    uniform = unicodedata.normalize("NFKC", name).strip()
    return _TO_PEOPLE.sub("", _BEFORE_PEOPLE.sub("", uniform)).strip() or uniform


def may_be_surname_of(one: str, other: str) -> bool:
    """Is one of two names the surname of the other, as far as that can be seen: 田中 and 田中太郎, Smith and Ann Smith?
    A surname of one character counts before a blank, or before two characters and more. Never for equal names."""
    short, long = sorted((person_as_written(one), person_as_written(other)), key=len)
    if not short or same_person_key(short) == same_person_key(long):
        return False
    words = [same_person_key(word) for word in long.split()]
    if _LATIN.search(short):
        return len(words) > 1 and same_person_key(short) in (words[0], words[-1])
    key, whole = same_person_key(short), same_person_key(long)
    if len(words) > 1:
        return key == words[0]
    return bool(key) and whole.startswith(key) and (len(key) > 1 or len(whole) > 2)
