"""Whose numbers somebody may have, what an export holds, and what is kept of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pytest

from bot.core.audited import Audited
from bot.core.figures.forms import Choices, form, free, ordered
from bot.core.figures.intervals import FEWEST, Share
from bot.core.figures.ordering import by_name
from bot.core.figures.parts import Parts
from bot.core.figures.periods import Period, fiscal_year
from bot.core.figures.ports import Programme, Seen, View
from bot.core.figures.pressing import FigureDesk
from bot.core.figures.records import Held, Words
from bot.core.figures.reporting import stage_on
from bot.core.figures.selecting import Wanted, left_out, may_have, of_wanted, seen_firms
from bot.core.figures.service import FigureService
from bot.core.figures.tables import Format, Kind, Sheet
from bot.core.figures.wording import share_in_words
from bot.core.messages import Field, Message, Place, Pressed, Said
from bot.core.people import Company, Member, Role, Sharing
from bot.errors import UsageError
from tests.unit.core.figures.made import MAY, NOW, TODAY, asked, case, move

YEAR = fiscal_year(2026)
COORDINATOR = Member(id="takahashi", address="U5", name="高橋 由美", roles=frozenset({Role.COORDINATOR}))


def company(id: str, name: str, sharing: Sharing, coordinator_id: str | None = "takahashi") -> Company:
    return Company(id=id, name=name, coordinator_id=coordinator_id, sharing=sharing)


FIRMS = (
    company("yamada", "株式会社山田製作所", Sharing.OUTLINE),
    company("sato", "佐藤食品", Sharing.WORDS, None),
    company("ito", "伊藤", Sharing.NOTHING),
    company("ueda", "上田", Sharing.UNDECIDED),
    company("ono", "大野", Sharing.WORDS, "suzuki"),
)
STAFF = Member(id="tanaka", address="U1", name="田中", company=FIRMS[2], roles=frozenset({Role.MEMBER}))


@dataclass
class Shelf:
    """Records, a directory and an audit log in memory."""

    kept: Held = field(default_factory=Held)
    views: list[View] = field(default_factory=list)
    lines: list[Audited] = field(default_factory=list)

    def held(self, view: View) -> Held:
        self.views.append(view)
        return self.kept

    def events(self, firm_ids: Collection[str]) -> Sequence[str]:
        return ["展示会"] if "sato" in firm_ids else []

    def programmes(self, fiscal_years: Sequence[int]) -> Sequence[Programme]:
        every = [Programme(id="p", name="伴走支援", owner_id="takahashi", period=YEAR)]
        return [one for one in every if one.period.first.year in fiscal_years]

    def append(self, lines: Sequence[Audited]) -> None:
        self.lines += lines

    def companies(self) -> Sequence[Company]:
        return FIRMS

    def now(self) -> datetime:
        return NOW


def service(shelf: Shelf) -> FigureService:
    return FigureService(records=shelf, audit=shelf, directory=shelf, clock=shelf, new_id=lambda: "x")  # type: ignore[arg-type]


def test_a_coordinator_has_firms_that_share_and_a_firms_people_their_own() -> None:
    assert seen_firms(COORDINATOR, FIRMS) == {
        "yamada": Seen(name="株式会社山田製作所", has_words=False),
        "sato": Seen(name="佐藤食品", has_words=True),
    }
    assert left_out(COORDINATOR, FIRMS) == 2
    assert seen_firms(STAFF, FIRMS) == {"ito": Seen(name="伊藤", has_words=True, is_own=True)}
    assert left_out(STAFF, FIRMS) == 0


def test_programmes_are_the_coordinators_matter() -> None:
    assert [one.name for one in service(Shelf()).programmes(COORDINATOR)] == ["伴走支援"]
    assert service(Shelf()).programmes(STAFF) == ()


@pytest.mark.parametrize("roles", [{Role.ADMIN}, {Role.GUEST}, {Role.MEMBER}])
def test_nobody_else_has_any(roles: set[Role]) -> None:
    somebody = Member(id="x", address="U0", name="x", roles=frozenset(roles))
    assert not may_have(somebody)
    assert seen_firms(somebody, FIRMS) == {}
    with pytest.raises(UsageError, match="figures-not-yours"):
        service(Shelf()).export(somebody, Kind.REPORT, Wanted(period=YEAR))


def test_every_export_and_every_look_leaves_a_line_for_each_firm_in_it() -> None:
    shelf = Shelf(
        Held(cases=(case("a"), case("b", company_id="sato")), asked=(asked("q", date(2020, 1, 1), "failed"),))
    )
    service(shelf).export(COORDINATOR, Kind.ENCOUNTERS, Wanted(period=YEAR, firm_id="yamada"))
    assert [(one.action, one.subject_kind, one.company_id) for one in shelf.lines] == [
        ("exported", "encounters", None),
        ("exported", "encounters", "yamada"),
    ]
    assert len({one.id for one in shelf.lines}) == 2
    shelf.lines.clear()
    service(shelf).figures(COORDINATOR, Wanted(period=YEAR))
    assert [(one.action, one.company_id) for one in shelf.lines] == [
        ("figures", None),
        ("figures", "sato"),
        ("figures", "yamada"),
    ]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_export_says_what_its_numbers_mean(kind: Kind) -> None:
    found = service(Shelf(Held(cases=(case("a"),)))).export(COORDINATOR, kind, Wanted(period=YEAR))
    assert found.sheets[-1].name == "definitions"
    assert all(len(row) == len(sheet.columns) for sheet in found.sheets for row in sheet.rows)


def names(sheet: Sheet, by: str) -> list[object]:
    groups = [row[1] for row in sheet.rows if getattr(row[0], "key", "") == f"figures-by-{by}"]
    return list(dict.fromkeys(groups))


def test_firms_stand_by_name_and_never_by_their_numbers() -> None:
    """The one with the most comes last, where its name does."""
    firms = {"い": 1, "株式会社ア": 3, "ウ": 9}
    cases = [case(f"{name}{number}", firm=name) for name, count in firms.items() for number in range(count)]
    found = service(Shelf(Held(cases=tuple(cases)))).export(COORDINATOR, Kind.FIGURES, Wanted(period=YEAR))
    assert names(found.sheets[0], "firm") == ["株式会社ア", "い", "ウ"]
    assert names(found.sheets[0], "month") == ["2026-05"]
    assert sorted(["ｳ商店", "(株)あお", "株式会社いろは"], key=by_name) == ["(株)あお", "株式会社いろは", "ｳ商店"]


def test_few_are_said_as_few() -> None:
    assert (share_in_words(Share(3, 5)).key, share_in_words(Share(0, 0)).key) == (
        "figures-share-few",
        "figures-share-none",
    )
    assert share_in_words(Share(5, FEWEST)).arguments == {"hits": 5, "of": FEWEST, "percent": 25}


def test_a_programme_takes_what_is_on_record_with_it_or_its_coordinators() -> None:
    cases = (case("own"), case("named", company_id="ono", programme_id="p"), case("other", programme_id="q"))
    nobodys = case("nobodys", company_id="sato")
    kept = Held(cases=(*cases, nobodys), asked=(asked("q1", MAY, "answered"),))
    programme = Programme(id="p", name="伴走支援", owner_id="takahashi", period=YEAR)
    wanted = Wanted(period=Period(MAY, MAY), programme=programme)
    found = of_wanted(kept, wanted, {one.id: one for one in FIRMS})
    assert ([one.id for one in found.cases], len(found.asked)) == (["own", "named"], 1)


def test_of_a_programme_the_days_of_the_period_are_taken() -> None:
    programme = Programme(id="p", name="伴走支援", owner_id="takahashi", period=YEAR)
    june = Period(date(2026, 6, 1), date(2026, 6, 30))
    assert Wanted(period=june, programme=programme).days == june
    over = Wanted(period=Period(date(2026, 1, 1), date(2026, 6, 30)), programme=programme)
    assert (over.days, over.is_outside) == (Period(YEAR.first, date(2026, 6, 30)), False)
    before = Wanted(period=Period(date(2025, 6, 1), date(2025, 6, 30)), programme=programme)
    assert (before.days, before.is_outside) == (YEAR, True)


def test_days_in_which_a_programme_has_none_are_refused_where_they_were_chosen() -> None:
    typed = {"what": "report", "programme": "p", "days": "free", "first": "2025-05-01", "last": "2025-05-31"}
    with pytest.raises(UsageError) as caught:
        ordered(choices(), typed)
    assert caught.value.key == "figures-programme-other-days"
    inside = ordered(choices(), typed | {"first": "2026-05-01", "last": "2026-05-31"}).wanted.days
    assert inside == Period(date(2026, 5, 1), date(2026, 5, 31))


def test_files_of_two_programmes_have_two_names() -> None:
    found = service(Shelf())
    (programme,) = found.programmes(COORDINATOR)
    whole = found.export(COORDINATOR, Kind.REPORT, Wanted(period=YEAR))
    one = found.export(COORDINATOR, Kind.REPORT, Wanted(period=YEAR, programme=programme, firm_id="yamada"))
    assert whole.title.key == "figures-title-report"
    assert one.title.key == "figures-title-report-of"
    assert str(one.title.arguments["of"]).startswith("伴走支援 ")


def test_a_programme_that_was_chosen_for_an_event_or_a_firm_goes_before_its_coordinators() -> None:
    programme = Programme(id="p", name="伴走支援", owner_id="takahashi", period=YEAR)
    cases = (
        case("of event", company_id="ono", words=Words(event="展示会 ２０２６")),
        case("of firm", company_id="ono"),
        case("elsewhere", words=Words(event="商談会")),
        case("last year's", words=Words(event="内覧会")),
    )
    own = cases[3].company_id
    chosen = {
        ("ono", "展示会2026", 2026): "p",
        ("ono", "", 2026): "q",
        (own, "商談会", 2026): "q",
        (own, "内覧会", 2025): "q",
    }
    wanted = Wanted(period=Period(MAY, MAY), programme=programme)
    found = of_wanted(Held(cases=cases, programmes=chosen), wanted, {one.id: one for one in FIRMS})
    assert [one.id for one in found.cases] == ["of event", "last year's"]


def test_an_event_is_taken_however_it_is_spelled() -> None:
    held = Held(
        cases=(case("a", words=Words(event="展示会 2026")), case("b", words=Words(event="展示会２０２６")), case("c"))
    )
    found = of_wanted(held, Wanted(period=Period(MAY, MAY), event="展示会2026"), {})
    assert [one.id for one in found.cases] == ["a", "b"]
    assert {name: len(cases) for name, cases in Parts(held).events.items()} == {"展示会 2026": 2}


def test_the_stage_of_a_case_is_that_of_the_day() -> None:
    moves = [move("a", date(2026, 6, 1), "cards", "trial"), move("a", date(2026, 8, 1), "trial", "shared_issue")]
    one = case("a", stage="shared_issue")
    stages = [stage_on(one, moves, day) for day in (MAY, date(2026, 6, 1), date(2026, 7, 31), date(2026, 8, 1))]
    assert stages == ["cards", "trial", "trial", "shared_issue"]


def choices() -> Choices:
    shelf = Shelf()
    found = service(shelf)
    return Choices(
        firms=found.firms(COORDINATOR),
        programmes=found.programmes(COORDINATOR),
        events=found.events(COORDINATOR),
        today=TODAY,
    )


def test_the_sheet_is_read_back_as_it_was_filled_in() -> None:
    sheet = form(choices(), {})
    held = {one.name: one for one in sheet.parts if isinstance(one, Field)}
    assert list(held) == ["what", "days", "first", "last", "programme", "event", "firm", "format"]
    filled = {name: one.initial for name, one in held.items()}
    assert ordered(choices(), filled).kind is None
    typed = filled | {"what": "report", "format": "csv", "programme": "p", "event": held["event"].choices[0].value}
    order = ordered(choices(), typed | {"firm": "yamada"})
    assert (order.kind, order.format, order.wanted.event, order.wanted.firm_id) == (
        Kind.REPORT,
        Format.CSV,
        "展示会",
        "yamada",
    )
    assert order.wanted.days == YEAR
    # A firm that they may not see is none.
    assert ordered(choices(), typed | {"firm": "ito"}).wanted.firm_id == ""


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"what": "report", "format": "ics"}, "figures-no-such-format"),
        ({"what": "nonsense"}, "figures-form-unreadable"),
        ({"days": "free", "first": ""}, "figures-bad-day"),
        ({"days": "free", "first": "2026-05-01", "last": "2026-04-30"}, "figures-days-turned"),
        ({"days": "free", "first": "2020-05-01", "last": "2026-04-30"}, "figures-too-long"),
    ],
)
def test_what_cannot_be_is_said(changed: dict[str, str], key: str) -> None:
    with pytest.raises(UsageError) as refused:
        ordered(choices(), changed)
    assert refused.value.key == key
    said = form(choices(), changed, None).parts[0]
    assert isinstance(said, Said)


def test_free_days_end_today_where_no_end_is_said() -> None:
    assert free("2026-05-01", "", TODAY) == Period(MAY, TODAY)


def test_of_how_many_firms_no_event_is_known_is_said_where_an_event_is_chosen_and_shown() -> None:
    shelf = Shelf(Held(cases=(case("e1", company_id="sato", words=Words(event="展示会")),)))
    desk = FigureDesk(service=service(shelf), draw=lambda *_: b"")
    asked_for = Pressed(id="1", address="U5", place=Place(conversation="D1"), action="figures", reference="-")
    (event,) = [one for one in desk.handlers["figures"](asked_for, COORDINATOR).parts if is_field(one, "event")]
    assert isinstance(event, Field)
    assert event.hint == Message("figures-events-known", {"count": 1})
    chosen = {"what": "screen", "days": "this_year", "event": event.choices[0].value}
    shown = desk.handlers["figures_send"](replace(asked_for, values=chosen), COORDINATOR)
    assert Said(Message("figures-events-known", {"count": 1})) in shown.parts
    whole = desk.handlers["figures_send"](replace(asked_for, values={**chosen, "event": ""}), COORDINATOR)
    assert Said(Message("figures-events-known", {"count": 1})) not in whole.parts


def is_field(part: object, name: str) -> bool:
    return isinstance(part, Field) and part.name == name
