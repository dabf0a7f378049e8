"""なぜ届いた？ in plain sentences: the record, the rule, the day, and what can be changed; each of them true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core import actions
from bot.core.calendar_entries import CalendarEntry, DayBook, Scope
from bot.core.calendars import WorkingDays
from bot.core.messages import Item as Shown
from bot.core.messages import Locale, Message, Reply
from bot.core.nudges.models import Bundle, CadenceChoice, Item, Pace, Preference
from bot.core.nudges.reading import Reader
from bot.core.nudges.reckoning import Reckoning
from bot.core.person_days import PersonDays
from bot.core.scheduled import Standing
from bot.resources import prompts_folder
from tests.fakes.nudges import shipped_cadences
from tests.unit.core.nudges.people import FRIDAY, KATO, MORI, SATO, TANAKA, waiting
from tests.unit.core.nudges.telling import NINE, TUESDAY, bundle_of, told
from tests.unit.core.nudges.town_of_nudges import World

NEW_YEAR = {date(2026, 12, 29) + timedelta(days=number) for number in range(6)}
NAMES = {date(2026, 11, 23): "勤労感謝の日"}
SENTENCES = FluentSentences(prompts_folder() / "sentences", strict=True)


def entry(first: date, last: date, scope: Scope = Scope.COMPANY, name: str = "") -> CalendarEntry:
    return CalendarEntry(id=name, scope=scope, scope_id="x", name=name, from_on=first, until_on=last, added_at=NINE)


def days(*entries: CalendarEntry) -> PersonDays:
    country = WorkingDays({*NAMES, *NEW_YEAR}, names=NAMES)
    firm = DayBook([one for one in entries if one.scope is Scope.COMPANY])
    return PersonDays(country, firm=firm, own=DayBook([one for one in entries if one.scope is Scope.PERSON]))


def matter(name: str, since: date, step: int, due_on: date, *, put_off: date | None = None) -> Item:
    series = f"{since:%Y%m%d}" + (f"/{put_off:%Y%m%d}" if put_off else "")
    return Item(
        ordinal=1,
        nudge_id="n",
        occurrence=f"{series}-{step}",
        subject_kind="encounter",
        subject_id="e1",
        matter=name,
        cadence="default",
        since=since,
        step=step,
        due_on=due_on,
    )


def reckoned(
    item: Item,
    *entries: CalendarEntry,
    on: date | None = None,
    wish: Preference | None = None,
    closed: Sequence[date] = (),
    locale: Locale = "ja",
) -> list[str]:
    """The sentences after those that say from where and by which rule it is counted."""
    on = on or item.due_on
    reckoning = Reckoning(
        item=item,
        rule=shipped_cadences().rule("default", item.matter),
        title="標準",
        days=days(*entries),
        reader=Reader(replace(TANAKA, locale=locale), datetime.combine(on, time(1), tzinfo=UTC)),
        is_partner_open=lambda day: day not in closed,
    )
    bundle = Bundle(id="b", person_id="tanaka", day=on, slot="09:00", created_at=NINE)
    sentences = reckoning.sentences(bundle, wish or Preference(person_id="tanaka"))
    return [SENTENCES.say(one, locale=locale) for one in sentences][2:]


def test_days_that_were_not_counted_are_named_with_their_reasons() -> None:
    firm = entry(date(2026, 11, 25), date(2026, 11, 25), name="創立記念日")
    leave = entry(date(2026, 11, 26), date(2026, 11, 27), Scope.PERSON)
    item = matter("no_next_step", date(2026, 11, 18), 2, date(2026, 12, 1))
    assert reckoned(item, firm, leave) == [
        "11月18日（水）から数えて、12月1日（火）が 5 営業日目にあたります"
        "（11月19日（木）、11月20日（金）、11月24日（火）、11月30日（月）、12月1日（火））。",
        "そのあいだの、お仕事のない曜日（土日など）の 4 日は、数えていません。",
        "祝日の11月23日（月）「勤労感謝の日」は、数えていません。",
        "会社のお休みの11月25日（水）「創立記念日」は、数えていません。",
        "ご自身のお休みの11月26日（木）〜11月27日（金）は、数えていません。",
    ]


def test_a_run_of_days_off_reaches_over_the_weekend_in_it() -> None:
    obon = entry(date(2026, 8, 12), date(2026, 8, 18), name="お盆休み")
    item = matter("set_time", date(2026, 8, 11), 0, date(2026, 8, 19))
    assert reckoned(item, obon)[-1] == "会社のお休みの8月12日（水）〜8月18日（火）「お盆休み」は、数えていません。"


@pytest.mark.parametrize(
    ("since", "on", "said"),
    [
        (
            date(2026, 11, 23),
            TUESDAY,
            "は祝日（勤労感謝の日）ですので、次の営業日の11月24日（火）にしました。",
        ),
        (
            date(2026, 11, 21),
            TUESDAY,
            "はお仕事のない曜日ですので、次の営業日の11月24日（火）にしました。",
        ),
        (date(2026, 12, 30), date(2027, 1, 4), "は年末年始のお休みですので、次の営業日の1月4日（月）にしました。"),
    ],
)
def test_what_moved_it_is_said(since: date, on: date, said: str) -> None:
    first = reckoned(matter("next_step", since, 0, on))[0]
    assert first.endswith(said)


def test_a_day_off_of_the_firm_has_its_name_where_it_has_one() -> None:
    item = matter("next_step", date(2026, 11, 25), 0, date(2026, 11, 26))
    named = reckoned(item, entry(date(2026, 11, 25), date(2026, 11, 25), name="創立記念日"))
    assert named[0] == "11月25日（水）は会社のお休み（創立記念日）ですので、次の営業日の11月26日（木）にしました。"
    without = reckoned(item, entry(date(2026, 11, 25), date(2026, 11, 25)), locale="en")
    assert without[0] == "Wed 25 Nov is a day off of your firm, so it was moved to the next working day, Thu 26 Nov."


def test_a_day_before_is_moved_to_the_day_before() -> None:
    decision = matter("trial_decision", date(2026, 11, 23), 2, date(2026, 11, 20))
    assert reckoned(decision)[0].endswith("その前の営業日の11月20日（金）にしました。")
    ahead = matter("prepare", date(2026, 11, 27), 0, TUESDAY)
    assert reckoned(ahead) == ["お知らせの予定日は、11月24日（火）でした。"]


def test_the_outside_firm_moves_what_asks_to_telephone() -> None:
    item = matter("next_step", date(2026, 11, 25), 0, date(2026, 11, 26))
    closed = reckoned(item, closed=[date(2026, 11, 25)])
    assert "お知らせです。11月25日（水）はお相手の会社がお休みですので、11月26日（木）にしました。" in closed[0]
    assert reckoned(item)[0] == "記録やご変更がその日より後か、時間外でしたので、11月26日（木）のお知らせにしました。"


def test_what_was_put_off_counts_no_days_but_says_where_a_day_off_moved_it() -> None:
    item = matter("no_next_step", date(2026, 11, 18), 1, TUESDAY, put_off=date(2026, 11, 22))
    assert reckoned(item) == [
        "延期のご希望、またはご連絡をとられた直後のため、11月22日（日）より前は、お声がけを控えました。",
        "11月22日（日）はお仕事のない曜日ですので、次の営業日の11月24日（火）にしました。",
    ]


def test_what_comes_again_is_counted_from_the_time_before() -> None:
    again = matter("set_time", date(2026, 11, 2), 3, date(2026, 11, 27))
    assert reckoned(again)[0].startswith("11月12日（木）から数えて、11月27日（金）が 10 営業日目にあたります")


WEEKDAYS_OFF = entry(TUESDAY, date(2026, 11, 26), Scope.PERSON)


@pytest.mark.parametrize(
    ("wish", "entries", "is_late", "said"),
    [
        (Preference(person_id="t"), (WEEKDAYS_OFF,), True, "予定の日からお休みでしたので、お休み明けの11月27日（金）"),
        (Preference(person_id="t", paused_until=date(2026, 11, 27)), (), False, "お知らせを一時お休みになるご希望"),
        (Preference(person_id="t", pace=Pace.LIGHTER), (), False, "お届けの回数が「控えめ」ですので"),
        (Preference(person_id="t"), (), True, "予定の日にお届けできませんでしたので"),
        (Preference(person_id="t"), (), False, "その日のお知らせのあとに加わった件ですので"),
    ],
)
def test_why_it_was_told_later_than_planned(
    wish: Preference, entries: tuple[CalendarEntry, ...], is_late: bool, said: str
) -> None:
    item = replace(matter("wake", TUESDAY, 0, TUESDAY), is_late=is_late)
    last = reckoned(item, *entries, on=date(2026, 11, 27), wish=wish)[-1]
    assert last.startswith(said)
    assert "11月27日（金）" in last


def words(reply: Reply) -> list[str]:
    shown = [part for part in reply.parts if isinstance(part, Shown)]
    said = [[one.title, *one.details, *one.words] for one in shown]
    return [SENTENCES.say(one, locale="ja") if isinstance(one, Message) else one for some in said for one in some]


def test_the_sheet_quotes_the_record_and_says_what_can_be_changed() -> None:
    world = told()
    reply = world.press(actions.NUDGE_WHY, f"{bundle_of(world).id}:1")
    said = words(reply)
    assert said[:3] == [
        "e1 さん",
        "next_step:0",
        "次の一歩のご予定や、その後のご様子を、おうかがいするお知らせでした。",
    ]
    assert "お知らせの間隔は「標準」で、1 番目のお声がけは、その日のうちです。" in said
    assert said[-1].endswith("この件のお知らせだけを止めることもできます。")
    assert [offer.action for offer in reply.offers] == [actions.NUDGE_MUTE, actions.NUDGE_SETTINGS]
    world.press(actions.NUDGE_MUTE, f"{bundle_of(world).id}:1")
    muted = words(world.press(actions.NUDGE_WHY, f"{bundle_of(world).id}:1"))
    assert muted[-1].startswith("この件のお知らせは、いま止めています。")


def test_of_what_is_settled_nothing_is_quoted() -> None:
    world = told()
    world.closed = {"e1"}
    said = words(world.press(actions.NUDGE_WHY, f"{bundle_of(world).id}:1"))
    assert said[0] == "この件は、いまは落ち着いています。お届けしたときの理由をお伝えします。"
    assert "e1 さん" not in said


@pytest.mark.parametrize(
    ("scope", "name", "said"),
    [
        ("event", "展示会", "コーディネーターの佐藤 花子さんが、「展示会」の件のためにお選びになりました。"),
        ("stage", "cards", "コーディネーターの佐藤 花子さんが、この段階の件のためにお選びになりました。"),
        ("event", "商談会", ""),
    ],
)
def test_who_chose_is_said_where_it_was_chosen_for_this(scope: str, name: str, said: str) -> None:
    world = told()
    choice = CadenceChoice(
        company_id="aoi", scope=scope, name=name, cadence="default", chosen_by="sato", chosen_at=FRIDAY
    )
    world.wishes.put_choice(choice)
    about = waiting("next_step", TUESDAY, event="展示会", stage="cards")
    world.changed["e1"] = Standing(title="e1 さん", waiting=about)
    text = "".join(words(world.press(actions.NUDGE_WHY, f"{bundle_of(world).id}:1")))
    assert (said in text) if said else ("コーディネーター" not in text)


def test_two_matters_of_one_encounter_are_both_accounted_for() -> None:
    world = World(TANAKA, MORI, SATO, KATO)
    world.wait_for(waiting("next_step", TUESDAY), waiting("prepare", TUESDAY))
    world.go_to(NINE)
    world.tick()
    bundle = bundle_of(world)
    assert {item.matter for item in bundle.items} == {"next_step", "prepare"}
    for number in (1, 2):
        said = words(world.press(actions.NUDGE_WHY, f"{bundle.id}:{number}"))
        assert "次の一歩のご予定や、その後のご様子を、おうかがいするお知らせでした。" in said
        assert "面談の前に、目標を決めておきませんか、というお知らせでした。" in said
        assert "日数は、面談の日（11月24日（火））をもとに数えています。" in said
