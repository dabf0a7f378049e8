"""The hand-over pack on paper (A4): who needs somebody first, then a page or two for each firm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.adapters.pictures.long_documents import typeset_apart
from bot.adapters.pictures.pack_firms import Teller, firm_page, lines, listed, section
from bot.core.hand_over_packs.leaving_out import left_out
from bot.core.hand_over_packs.models import FirmPart, Pack, Shared
from bot.core.hand_over_packs.volumes import Volume
from bot.core.messages import Message, Say
from bot.core.spoken_dates import spoken_date

_MOST_DATES = 25
"""Dates to come on the first page; the workbook and the calendar have all of them."""


def pack_pdf(pack: Pack, volume: Volume, say: Say) -> bytes:
    """The pages of a volume, their fonts embedded, their words as text. Raises DataFileError, DependencyError."""
    data = pages_of(pack, volume, say)
    return typeset_apart("pack.typ", data, made_on=pack.made_on, is_tagged=volume.is_tagged)


def pages_of(pack: Pack, volume: Volume, say: Say) -> dict[str, Any]:
    """What of a volume goes to the template."""
    teller = Teller(pack=pack, say=say)
    # Paper is kept: the day on it has its year.
    day = spoken_date(pack.made_on, locale=pack.reader.locale or "ja", this_year=0)
    told = {"name": teller.words(pack.owner), "day": day}
    shown = [one for one in volume.firms if not one.is_empty or not pack.is_portfolio]
    return {
        "language": pack.reader.locale or "ja",
        "title": _title(volume, say),
        "by": told["name"],
        "subtitle": say(Message("pack-page-subtitle", told)),
        "header": say(Message("pack-page-header", told)),
        "care": say(Message("pack-page-care")),
        "first": say(Message("pack-page-first")),
        "made-on": [pack.made_on.year, pack.made_on.month, pack.made_on.day],
        "overview": list(_overview(teller)) if pack.is_portfolio and volume.is_first else [],
        "firms": [firm_page(one, teller) for one in shown],
        "end": list(_end(teller)) if volume.is_last else [],
    }


def _title(volume: Volume, say: Say) -> str:
    title = say(Message("pack-offer"))
    return f"{title} {volume.place}/{volume.count}" if volume.count > 1 else title


def _overview(teller: Teller) -> Iterator[dict[str, Any]]:
    pack = teller.pack
    rows = [_firm_row(place, one, teller) for place, one in enumerate(pack.firms, start=1)]
    counted = {"firms": len(pack.firms), "count": sum(1 for _ in pack.matters)}
    columns = [("number", 0), ("company", 5), ("reason", 8), ("open", 0), ("oldest", 0)]
    said = teller.say(Message("pack-page-firms", counted))
    yield section(teller, "pack-sheet-firms", said=said, tables=[listed(teller, columns, rows)])
    if pack.dates:
        rows = [
            [
                teller.when(one),
                _firm_named(one.firm, teller),
                teller.of(Message(f"pack-date-{one.what}")),
                teller.words(one.about),
            ]
            for one in pack.dates[:_MOST_DATES]
        ]
        more = len(pack.dates) - _MOST_DATES
        said = teller.say(Message("pack-page-more-dates", {"count": more})) if more > 0 else ""
        dates = listed(teller, [("on", 0), ("company", 3), ("what", 2), ("with", 4)], rows)
        yield section(teller, "pack-sheet-dates", said=said, tables=[dates])


def _firm_named(name: str, teller: Teller) -> str:
    return teller.words(name) if name else teller.say(Message("pack-no-firm"))


def _firm_row(place: int, firm: FirmPart, teller: Teller) -> list[str]:
    if firm.reason is not None:
        why = firm.reason
    elif firm.shared is Shared.NOTHING and not firm.matters:
        why = Message("pack-shared-nothing")
    else:
        why = Message("pack-page-nothing-recorded" if firm.is_empty else "pack-page-nothing-urgent")
    oldest = min((one.since for one in firm.matters), default=None)
    since = teller.day(oldest) if oldest else ""
    return [str(place), _firm_named(firm.name, teller), teller.of(why), str(len(firm.matters) or ""), since]


def _end(teller: Teller) -> Iterator[dict[str, Any]]:
    pack, say = teller.pack, teller.say
    settings = [teller.beside(line) for line in pack.settings]
    if settings:
        yield section(teller, "pack-setting-digest", lines=settings)
    hidden = [_hidden(one.kind, one.firm, one.about, teller.until(one.until), teller) for one in pack.put_off]
    hidden += [
        teller.words(f"{firm.name} {one.with_whom}")
        + say(Message("pack-page-until", {"day": teller.day(one.postponed_until)}))
        for firm, one in pack.matters
        if one.postponed_until is not None
    ]
    if hidden:
        yield section(teller, "pack-put-off", lines=hidden)
    yield section(teller, "pack-sheet-about", lines=lines(teller, left_out(pack)))


def _hidden(kind: str, firm: str, about: str, until: str, teller: Teller) -> str:
    words = (teller.words(firm), teller.words(about), teller.say(Message(f"digest-kind-{kind}")), until)
    return "　".join(one for one in words if one)
