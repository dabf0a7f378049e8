"""Whatever is on record: nothing of a firm that does not share it, and no words where it shares dates and stages."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digests.models import Fact
from bot.core.digests.ordering import lines_of
from bot.core.digests.ports import Card, Introduction, Matter, Question
from bot.core.digests.wording import Reader, age_of, item, sentence, title_of
from bot.core.messages import Item, Message
from bot.core.people import Company, Sharing
from tests.unit.core.digests.house import TAKAHASHI, FakeRecords, at, facts_on, firm, matter

TODAY = date(2026, 11, 16)
SECRET = "丸山工業の検査機"
_days = st.integers(min_value=0, max_value=400).map(lambda back: TODAY - timedelta(days=back))
_ids = st.sampled_from(["a", "b", "c"])


@st.composite
def _matters(draw: st.DrawFn) -> Matter:
    walls = draw(st.sampled_from(["", "wall_1", "wall_2", "wall_3"]))
    return matter(
        id=draw(st.uuids()).hex,
        company_id=draw(_ids),
        wall=walls,
        missing=("payer",) if walls == "wall_3" else (),
        since=draw(_days),
        decision_on=draw(st.none() | _days),
        step_on=draw(st.none() | _days),
        partner=SECRET,
    )


@st.composite
def _records(draw: st.DrawFn) -> FakeRecords:
    number = st.integers(0, 3)
    days = st.lists(_days, min_size=3, max_size=3)
    return FakeRecords(
        known=draw(st.lists(_matters(), max_size=6)),
        heard=dict(zip("abc", map(at, draw(days)), strict=True)),
        asked=[
            Question(id=f"q{one}", asked_at=at(draw(_days)), mark="", company_id=draw(_ids))
            for one in range(draw(number))
        ],
        held=[
            Card(
                id=f"c{one}", company_id=draw(_ids), moved_at=at(draw(_days)), shared_at=at(TODAY), open=1, name=SECRET
            )
            for one in range(draw(number))
        ],
        found=[Introduction(id=f"i{one}", company_id=draw(_ids), found_on=TODAY) for one in range(draw(number))],
    )


def _told(facts: list[Fact]) -> list[str]:
    """Everything that the lines say or carry."""
    reader, words = Reader(TAKAHASHI, at(TODAY), lambda first, last: 1), list[str]()
    for line in lines_of(facts):
        parts = [title_of(line), sentence(line, reader), age_of(line, reader), *_of_item(item(line, reader))]
        words += [str(one.arguments) if isinstance(one, Message) else one for one in parts]
    return words


def _of_item(one: Item) -> list[Message | str]:
    return [one.title, *one.details, *one.words, *(offer.reference for offer in one.offers)]


@settings(max_examples=60, deadline=None)
@given(_records(), st.lists(st.sampled_from(Sharing), min_size=3, max_size=3))
def test_nothing_of_a_firm_that_does_not_share_it(records: FakeRecords, sharing: list[Sharing]) -> None:
    firms = [firm(id, one) for id, one in zip("abc", sharing, strict=True)]
    facts = facts_on(TODAY, records, *firms)
    hidden = {one.id for one in firms if one.sharing in (Sharing.NOTHING, Sharing.UNDECIDED)}
    theirs = {one.id for one in records.known if one.company_id in hidden}
    assert not {one.company_id for one in facts} & hidden
    assert not {one.subject_id for one in facts} & (theirs | hidden)
    assert not [words for words in _told(facts) for one in firms if one.id in hidden and one.name in words]


@settings(max_examples=60, deadline=None)
@given(_records())
def test_no_words_where_only_dates_and_stages_are_shared(records: FakeRecords) -> None:
    firms: list[Company] = [firm(id) for id in "abc"]
    assert not [words for words in _told(facts_on(TODAY, records, *firms)) if SECRET in words]
