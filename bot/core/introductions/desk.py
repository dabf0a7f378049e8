"""What coordinators work with on introductions, joined in bot/bootstrap_introductions.py."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.audited import Looks
from bot.core.clock import Clock
from bot.core.introductions.looking import Looking
from bot.core.introductions.moves import Moves
from bot.core.introductions.ports import FirmWords, IntroductionStore, TellingWords
from bot.core.introductions.sounding import Drafting
from bot.core.introductions.telltales import Telltales
from bot.core.messages import Sentences
from bot.core.people import Directory


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What a coordinator works with."""

    store: IntroductionStore
    directory: Directory
    looking: Looking
    moves: Moves
    words: FirmWords
    drafting: Drafting
    telltales: Telltales
    telling_words: TellingWords
    sentences: Sentences
    looks: Looks
    clock: Clock
