"""English words, as far as the search needs them: tokens, light words, and a light stemmer.

The stemmer only folds regular inflections (plural, -ed, -ing), after the idea of Harman's S-stemmer
(Harman 1991, "How effective is suffixing?"), so that `meetings`, `meeting` and `met` with a glossary entry meet.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")

LIGHT_WORDS = frozenset(
    """a an the this that these those i you he she it we they me him her us them my your his its our their mine yours
    am is are was were be been being do does did done doing have has had having can could may might must shall should
    will would what which who whom whose when where why how and or but if then than as of in on at by for from to into
    onto with without within about over under up down out off again there here not no nor so too very just only also
    any some all each every both few more most other another such own same please tell explain let get got one ones
    want need like know think thing things way ways someone something anyone anything etc s t re ve ll d m
    cannot nobody nothing everybody everyone everything somebody else ever never always often sometimes usually
    really actually maybe perhaps already yet still now later soon instead exactly enough even quite rather much
    come comes came coming go goes going gone went give gives gave given take takes took taken put puts
    getting gotten wants wanted needs needed having seem seems seemed okay ok hi hello sorry kind sort bit lot
    lots able unable supposed because while though although unless until once longer whether per via upon
    among between across against before after beforehand afterwards during since""".split()
)


def stem(word: str) -> str:
    """Fold a lower-case English word to its stem; short and unusual words stay as they are."""
    first, hyphen, last = word.rpartition("-")
    if hyphen:
        return first + hyphen + (stem(last) if len(last) > 3 else last.removesuffix("s"))
    if not word.isascii() or not word.isalpha() or len(word) < 4:
        return word
    if word in ("used", "using"):
        return "use"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and re.search("[aeiouy]", root):
            return _undouble(root)
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _undouble(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root[:-1] if root.endswith("e") and len(root) > 4 else root


def english_words(text: str) -> list[str]:
    """Lower-case words of a text in order, hyphens and apostrophes kept inside words, a possessive 's dropped."""
    return [word.removesuffix("'s") for word in _WORD.findall(text.lower().replace("’", "'"))]
