"""What somebody in an English sentence does, and what they told."""

from __future__ import annotations

import re

_BEFORE_OTHERS = frozenset(
    ("for", "by", "to", "with", "from", "designed", "used", "made", "serving", "trusted", "built", "our", "we")
)
_TAKEN = re.compile(r"\b(?:we|us|our|ours|use|uses|used|using|choose|chose|love|trust|prefer|rely)\b", re.IGNORECASE)
"""Customers who take the offer, and the speaker's firm: then nobody's day is told of."""
_ASIDE = re.compile(
    r"\b(?:while|when|whenever|as|because|since|now that|after|before|until|if|whatever|where) (?:we|our|us)\b[^,.;]*"
    r"|\b(?:told|tell|tells|telling|thanked|showed|wrote to|wrote) us\b",
    re.IGNORECASE,
)
"""The speaker's firm only in a clause beside, or as whoever was told."""
_NO_VERB = (
    "of|for|in|on|at|with|and|or|from|to|by|as|about|are|were|is|was|will|who|that|which|than|through|around|across"
    "|including|like|such|worldwide|everywhere|under|over|have|has|had"
)
_MAKING = (
    "makes?|made|works?|worked|comes?|came|crafts?|designs?|builds?|built|produces?|develops?|manufactures?|shapes?"
    "|certif(?:y|ies)"
    "|inspects?|checks?|selects?|weaves?|wove|kneads?|blends?|brews?|polish(?:es)?|assembles?|oversees?|supervises?|tests?"
    "|hand-[a-z]+|help(?:s|ed)?|founded|started|established|guarantees?|ensures?|rises?|monitors?|handles?"
)
_USING = (
    "configure|choose|select|customi[sz]e|access|control|monitor|operate|set|adjust|connect|use|manage|view|integrate"
    "|install|order|buy|enjoy|expect|rely|combine|export|import|program"
)
""" "Operators can choose from eight modes": what a product offers."""
_ADVERB = r"(?: (?:now|also|still|already|never|always|often|even|each|all|both|just|who [a-z]+ [a-z-]+|[a-z]+ly))*"
_PLACED = r"(?: (?:in|at|on|of|from|with|next|down|up)(?: [a-z-]+){1,3})?"
_PAST = (
    "got|found|ran|went|slept|came back|ate|left|kept|lost|saw|felt|stood|sat|rode|drove"
    "|read|heard|held|brought|took|gave|wrote|knew|learned"
)
_VERB_OF_ONE = re.compile(rf"(?:'s [a-z]+)?{_PLACED},?{_ADVERB} (?!{_NO_VERB})(?:[a-z]+s|[a-z]+ed|can|could|{_PAST})\b")
_VERB_OF_MANY = re.compile(rf"(?: and [a-z]+s)?{_PLACED}{_ADVERB} (?!(?:{_NO_VERB})\b)[a-z']+(?:,? |[.!]?$)")
_MAKES = re.compile(
    rf"(?:[, ]+[a-z'-]+){{0,4}}? (?:(?:{_MAKING})\b(?! (?:up|off|home|back|late|early))|can (?:{_USING})\b)"
)
_REPORTED = re.compile(
    r"^(?:an?|the|one|their|his|her|she|he|my) ?(?:[a-z'-]+ ){0,4}?(?:told|tells|says|said|wrote|writes)"
    r"(?: (?:us|me|to us|to me))?(?: that)? (?P<told>(?:he|she|they|his|her|their|it)\b.+)",
    re.IGNORECASE,
)
_ASPECT = re.compile(
    r"\b(?:again|at last|finally|for the first time|since|once more|any ?more|by (?:her|him)self|alone|yet)\b"
    r"|n't\b|\bnot\b|\bnever\b|\bno\b|\bcan\b|\bcould\b|\bback\b|\b[a-z]+ing\b",
    re.IGNORECASE,
)
"""By these it is known that something is otherwise than it was."""
_HUMAN = (
    "sleep|slept|laugh|eat|ate|wait|worry|worries|worried|cry|cries|cried|dress|bathe|kneel|knelt|smile|sing|sang|chew"
    "|swallow|hurry|hurries|nap|shower|chat|remember|forget|forgot|sweat|shiver|stoop|commute|walk home|walk to|go home"
    "|leave at|leave home|retire|marry|drink|drank|sit down|fall asleep|wake|woke|burn (?:his|her|their)|walk"
)
_DOES_WHAT_PEOPLE_DO = re.compile(
    r"^(?:(?:the|a|an|one|two|three|every|most|his|her|their|old|young) )*(?P<who>(?:[a-z'-]+ ){1,3}?)"
    r"(?:(?:can|could|now|no longer|don't|doesn't|didn't|never|will|still) )*"
    rf"(?:{_HUMAN})(?:s|es|ed)?\b(?!-)",
    re.IGNORECASE,
)
_NOT_WHO = re.compile(r"\b(?:we|our|i|my|it|you|your|this|that|these|to|with|for|in|by|and|is|are)\b", re.IGNORECASE)


def does_what_people_do(said: str) -> str:
    """Whoever sleeps, waits or walks home is somebody, by whatever word they are called; "" where nobody does."""
    found = _DOES_WHAT_PEOPLE_DO.match(said.strip())
    if found is None or _NOT_WHO.search(found["who"]) or is_taken(said):
        return ""
    return found["who"].strip()


def acts(said: str, person: str) -> bool:
    """ "Teachers get their lunch break back": somebody is the subject, and does not just take what is offered."""
    at = said.find(person)
    before = said[:at].lower().split()
    if len(before) > 4 or {word.strip(",") for word in before} & _BEFORE_OTHERS or is_taken(said):
        return False
    following = said[at + len(person) :]
    is_plural = person.endswith(("s", "men", "women", "children", "people"))
    if _MAKES.match(following):
        return False
    return (_VERB_OF_MANY if is_plural else _VERB_OF_ONE).match(following) is not None


def is_taken(said: str) -> bool:
    """The speaker's firm or offer is in it as more than who was told, or what goes on beside."""
    return _TAKEN.search(_ASIDE.sub("", said)) is not None


def is_reported(said: str) -> bool:
    """ "She told me her father is eating again": one person tells of somebody's day, in the third person."""
    told = _REPORTED.match(said.strip())
    return told is not None and not is_taken(told["told"]) and _ASPECT.search(told["told"]) is not None
