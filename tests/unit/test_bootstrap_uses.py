"""Plans that are loaded, read by who may read them; a sample plan of an invented town beside functions of firms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.bootstrap import Library, open_library
from bot.bootstrap_coaching import make_card_service, make_walk_service
from bot.bootstrap_uses import LoadedPlans, make_offering, uses_for_walks
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, SubjectKind, UseSource
from bot.core.coaching.walks.given import NewWalk
from bot.core.coaching.walks.models import Walk, WalkLength
from bot.core.coaching.walks.results import Act, Done, Here
from bot.core.guides.details import GuideOptions
from bot.core.guides.loading import FileToAdd
from bot.core.japanese import find_original
from bot.core.people import Company, Member, Role
from bot.demo import load_demo, seed_people
from bot.settings import Settings

SAMPLE = Path(__file__).parents[1] / "data" / "plans" / "minato-plan.md"
MEMBER = Member(
    id="m", address="UM", name="山田", roles=frozenset({Role.MEMBER}), company=Company(id="c", name="山田製作所")
)
COORDINATOR = Member(id="k", address="UK", name="佐藤", roles=frozenset({Role.COORDINATOR}))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(Settings(data_dir=tmp_path / "minori-data")) as library:
        yield library


def add(library: Library, text: str, *, id: str, kind: str = "guide", audience: tuple[str, ...] = ()) -> None:
    options = GuideOptions(id=id, kind=kind, audience=audience)
    library.guides.add(files=[FileToAdd(file_name="a.md", content=text.encode("utf-8"), options=options)])


def texts(library: Library, by: Member) -> list[str]:
    return [one.text for one in LoadedPlans(library).readable(by)]


def test_only_guides_of_the_kind_are_plans(library: Library) -> None:
    add(library, "# 手引き\n橋の老朽化を調べます。", id="one")
    assert texts(library, MEMBER) == []
    add(library, "# 計画\n橋の老朽化が進みます。", id="two", kind="plan")
    assert texts(library, MEMBER) == ["橋の老朽化が進みます。"]


def test_a_plan_is_read_by_those_it_is_for(library: Library) -> None:
    add(library, "# 計画\n橋の老朽化が進みます。", id="two", kind="plan", audience=("coordinator",))
    assert texts(library, MEMBER) == []
    assert texts(library, COORDINATOR) == ["橋の老朽化が進みます。"]


def test_a_new_edition_takes_the_place_of_the_one_before_and_a_retired_plan_is_gone(library: Library) -> None:
    plans = LoadedPlans(library)
    add(library, "# 計画\n橋の老朽化が進みます。", id="two", kind="plan")
    assert [one.id for one in plans.readable(MEMBER)] == ["two@1/1"]
    add(library, "# 計画\n橋と道路の老朽化が進みます。", id="two", kind="plan")
    (passage,) = plans.readable(MEMBER)
    assert (passage.id, passage.text) == ("two@2/1", "橋と道路の老朽化が進みます。")
    library.guides.retire(guide_id="two")
    assert plans.readable(MEMBER) == []


@pytest.mark.parametrize(
    ("function", "challenge", "words"),
    [
        ("排水から油を取り除く", "water-environment", "油を取り除く設備"),
        ("コンクリートの傷みを見つける", "infrastructure-aging", "橋"),
        ("部屋を冷やす", "heatstroke", "猛暑"),
        ("食品を長持ちさせる", "food-loss", "食品ロス"),
    ],
)
def test_functions_of_firms_meet_what_the_sample_plan_says(
    library: Library, function: str, challenge: str, words: str
) -> None:
    library.guides.add(files=[FileToAdd(file_name=SAMPLE.name, content=SAMPLE.read_bytes())])
    found = make_offering().matrix(function, LoadedPlans(library).readable(MEMBER))
    assert found.cells
    assert found.cells[0].challenge.entry.id == challenge
    assert words in found.cells[0].quote
    for cell in found.cells:
        span = find_original(cell.passage.text, cell.quote)
        assert span is not None
        assert cell.passage.text[span[0] : span[1]] == cell.quote
        assert cell.quote in SAMPLE.read_text(encoding="utf-8")


def shared_trouble(library: Library) -> Walk:
    """A walk of Yamada's own, and what Sato's firm shows to the region."""
    seed_people(library, load_demo())
    people = {one.address[3:].lower(): one for one in library.database.people.people()}
    yamada, sato, at = people["yamada"], people["sato"], library.clock.now()
    assert yamada.company is not None
    assert sato.company is not None
    told = {CardField.SUBJECT: "味噌", CardField.FUNCTION: "待ち時間を減らす", CardField.WHO: "給食の調理員さん"}
    told[CardField.TODAY] = "朝に1時間待っている"
    entries = {name: Entry(words=words, state=EntryState.SAID, by_id=sato.id, at=at) for name, words in told.items()}
    cards = make_card_service(library)
    card = cards.made(
        walk_id="other",
        company_id=sato.company.id,
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="food",
        entries=entries,
        by_id=sato.id,
        confirmed_by=sato.id,
    )
    reach = dict.fromkeys(FieldGroup, Reach.REGION)
    cards.share(card.id, version=card.version, reach=reach, by=sato, has_read_caution=True)
    new = NewWalk(length=WalkLength.TEN_MINUTES, locale="ja", trade="metalworking", subject="短納期")
    here = Here(conversation="D1", thread="", is_direct=True, present=(yamada,))
    begun = make_walk_service(library).start(new, act=Act(by=yamada, here=here, request_id="r1"))
    assert isinstance(begun, Done)
    return begun.walk


def test_cards_that_others_share_are_offered_in_a_walk_where_nobody_else_reads_along(library: Library) -> None:
    walk, found = shared_trouble(library), uses_for_walks(library)

    def sources(one: Walk) -> set[UseSource]:
        return {use.source for use in found(one, "お客様の待ち時間を減らす", "", "ja")}

    assert UseSource.CARD in sources(walk)
    assert UseSource.CARD not in sources(replace(walk, is_direct=False))
    assert UseSource.CARD not in sources(replace(walk, typist_id="coordinator"))
    assert UseSource.CARD not in sources(replace(walk, company_id="another"))
