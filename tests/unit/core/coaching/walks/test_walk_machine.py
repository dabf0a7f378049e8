"""Whatever people do in a walk, in whatever order: no word is lost, nothing is asked about more than twice, progress
adds up, a second press changes nothing, and it goes on where it stood."""

from __future__ import annotations

import dataclasses
from datetime import date
from itertools import count
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.models import ASKED_AGAIN_AT_MOST, FollowUpKind, Walk, WalkLength, WalkState
from bot.core.coaching.walks.results import Done, Result
from bot.core.people import Member
from tests.unit.core.coaching.walks.room import ITO, TANAKA, Room, act, done

_PEOPLE = st.sampled_from([TANAKA, ITO])
_WORDS = ("高品質です", "たぶん助かります", "切削と溶接です", "組み立ての方です", "一日三十分です")


class Walking(RuleBasedStateMachine):
    """Two colleagues in one walk; `said` are the words that have to be found again, each said once only."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.walk_id = self.room.started(length=WalkLength.THIRTY_MINUTES).id
        self.said: set[str] = set()
        self.asked: dict[str, int] = {}
        self.before_last: tuple[Walk, frozenset[str], dict[str, int]] | None = None
        self.numbers = count(1)

    @property
    def walk(self) -> Walk:
        return self.room.store.rows[self.walk_id]

    @property
    def service(self) -> Any:
        return self.room.service

    @precondition(lambda self: self.walk.at and self.walk.is_going)
    @rule(by=_PEOPLE, start=st.sampled_from(_WORDS), twice=st.booleans())
    def answer(self, by: Member, start: str, twice: bool) -> None:
        self._tell(by, self.walk.at, start, twice, question="")

    @precondition(lambda self: self.walk.at and self.walk.is_going)
    @rule(by=_PEOPLE, times=st.integers(2, 5))
    def insist(self, by: Member, times: int) -> None:
        """Somebody goes on saying what is asked about."""
        stood = self.walk.at
        for _ in range(times):
            if self.walk.at == stood:
                self._tell(by, stood, "たぶん助かります", False, question="")

    @rule(by=_PEOPLE, start=st.sampled_from(_WORDS), place=st.integers(0, 29))
    def answer_another(self, by: Member, start: str, place: int) -> None:
        asked = self.service.script_of(self.walk).questions[place].id
        if self.walk.state != WalkState.DROPPED:
            self._tell(by, asked, start, False, question=asked)

    @rule(by=_PEOPLE, start=st.sampled_from(_WORDS), place=st.integers(0, 29))
    def correct(self, by: Member, start: str, place: int) -> None:
        question = self.service.script_of(self.walk).questions[place]
        if question.kind in ("line", "lines") and self.walk.state != WalkState.DROPPED:
            words = f"{start}{next(self.numbers)}号"
            self._does(lambda one: self.service.correct(self.walk_id, question.id, words, act=one), by, words)

    @rule(by=_PEOPLE, use=st.sampled_from(["unknown", "later", "leave_as_it_is", "back", "drop", "finish", "resume"]))
    def press(self, by: Member, use: str) -> None:
        self._does(lambda one: getattr(self.service, use)(self.walk_id, act=one), by)

    @rule(by=_PEOPLE, place=st.integers(0, 29))
    def go_to(self, by: Member, place: int) -> None:
        question = self.service.script_of(self.walk).questions[place].id
        self._does(lambda one: self.service.go_to(self.walk_id, question, act=one), by)

    @rule(by=_PEOPLE, length=st.sampled_from(list(WalkLength)))
    def set_length(self, by: Member, length: WalkLength) -> None:
        self._does(lambda one: self.service.set_length(self.walk_id, length, act=one), by)

    @precondition(lambda self: self.walk.state == WalkState.OPEN)
    @rule(by=_PEOPLE)
    def three_weeks_later(self, by: Member) -> None:
        stood, answers = self.walk.at, self.walk.answers
        done(self.service.pause(self.walk_id, act=act(by), until=date(2030, 1, 1)))
        self.room.pass_time(days=21)
        after = self.service.resume(self.walk_id, act=act(by))
        self.before_last = None
        if isinstance(after, Done) and stood:
            assert (after.walk.at, after.walk.answers) == (stood, answers)

    @precondition(lambda self: self.before_last is not None)
    @rule()
    def take_back(self) -> None:
        change = self.room.store.changes(self.walk_id)[-1]
        by = TANAKA if change.by_id == "tanaka" else ITO
        undone = self.service.undo(change.id, act=act(by))
        if isinstance(undone, Done) and not undone.is_repeat and self.before_last is not None:
            was, said, asked = self.before_last
            assert dataclasses.replace(self.walk, version=0, updated_at=was.updated_at) == dataclasses.replace(
                was, version=0, counts_from=self.walk.counts_from
            )
            self.said, self.asked = set(said), dict(asked)
        self.before_last = None

    @invariant()
    def no_word_is_lost(self) -> None:
        kept = {one.words for answer in self.walk.answers for one in (*answer.earlier, *answer.parts)}
        assert self.said == {words for words in kept if words.endswith("号")}

    @invariant()
    def nothing_is_asked_about_too_often(self) -> None:
        assert all(times <= ASKED_AGAIN_AT_MOST for times in self.asked.values())
        assert all(one.asked_again <= ASKED_AGAIN_AT_MOST for one in self.walk.answers)

    @invariant()
    def progress_adds_up(self) -> None:
        walk, script = self.walk, self.service.script_of(self.walk)
        progress, asked = self.service.progress(walk), script.asked(walk.length)
        if walk.round:
            # Open questions are gone through once more: how far that is.
            assert progress.total == len(walk.round)
            assert progress.number == (walk.round.index(walk.at) + 1 if walk.at in walk.round else 0)
            assert progress.answered == max(progress.number - 1, 0)
            return
        left = [one.id for one in asked if walk.answer(one.id) is None]
        assert progress.answered + len(left) == progress.total
        if walk.is_going and left and not walk.at:
            raise AssertionError(f"nothing is asked while {left} are left")

    @invariant()
    def the_facts_are_what_was_answered(self) -> None:
        walk, script = self.walk, self.service.script_of(self.walk)
        fields = {one.fills for one in script.questions if walk.answer(one.id)}
        assert set(self.service.facts(walk)) == fields <= set(CardField)

    def _tell(self, by: Member, asked: str, start: str, twice: bool, *, question: str) -> None:
        one = self.service.script_of(self.walk).question(asked)
        words = f"{start}{next(self.numbers)}号"
        if one.choices or one.kind == "date":
            # What is chosen are no words of anybody.
            words = one.choices[0].value if one.choices else "2027-01-15"
        own = words if words.endswith("号") else ""
        self._does(lambda act_: self.service.answer(self.walk_id, words, act=act_, question=question), by, own)
        if twice:
            version = self.walk.version
            self.service.answer(self.walk_id, words, act=act(by, request=self.request), question=question)
            assert self.walk.version == version

    def _does(self, use: Any, by: Member, words: str = "") -> None:
        before, said, asked = self.walk, frozenset(self.said), dict(self.asked)
        self.request = f"m{next(self.numbers)}"
        result: Result = use(act(by, request=self.request))
        if isinstance(result, Done) and result.change is not None:
            self.before_last = (before, said, asked)
            self.said |= {words} if words else set()
            self._count(before, result.walk)

    def _count(self, before: Walk, after: Walk) -> None:
        """How often the answer to a question was asked about since it was first given."""
        pending = after.follow_up
        if pending is None or pending is before.follow_up or pending.kind != FollowUpKind.LISTENER:
            return
        is_fresh = before.at != after.at or before.follow_up is None
        self.asked[after.at] = 1 if is_fresh else self.asked.get(after.at, 0) + 1


Walking.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestWalking = Walking.TestCase
