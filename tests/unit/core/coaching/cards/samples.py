"""Cards to test with: one of a metalworking shop, one of a miso brewery, and any other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.adapters.sentences import FluentSentences
from bot.core.coaching.cards.assembly import assemble
from bot.core.coaching.cards.models import CardField, Entry, EntryState, SubjectKind, ValueCard
from bot.core.messages import Locale, Say
from bot.core.people import Company, Member, Role
from bot.resources import prompts_folder

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SENTENCES = FluentSentences(prompts_folder() / "sentences", strict=True)
AOI = Company(id="aoi", name="青井製作所", coordinator_id="kato")
UMI = Company(id="umi", name="海野みそ", coordinator_id="mori")


def person(id: str, *roles: Role, company: Company | None = None) -> Member:
    """Somebody."""
    held = frozenset(roles or {Role.GUEST})
    return Member(id=id, address=f"U{id}", name=f"{id}さん", roles=held, company=company, locale="ja")


TANAKA = person("tanaka", Role.MEMBER, company=AOI)
SATO = person("sato", Role.MEMBER, company=AOI)
UMINO = person("umino", Role.MEMBER, company=UMI)
KATO = person("kato", Role.COORDINATOR)
MORI = person("mori", Role.COORDINATOR)
ADMIN = person("admin", Role.ADMIN)
GUEST = person("guest")
EVERYBODY = (TANAKA, SATO, UMINO, KATO, MORI, ADMIN, GUEST)


def say_in(locale: Locale) -> Say:
    """Sentences of one language; a missing key or argument is an error."""
    return lambda message: SENTENCES.say(message, locale=locale)


def words(text: str, by_id: str = "tanaka") -> Entry:
    """Somebody's words."""
    return Entry(words=text, state=EntryState.SAID, by_id=by_id, at=NOW)


UNKNOWN = Entry(state=EntryState.UNKNOWN, by_id="tanaka", at=NOW)


def of_fields(
    entries: Mapping[str, str | None], *, id: str = "c1", company: Company = AOI, confirmed_by: str = "tanaka"
) -> ValueCard:
    """A card with these fields; None for what is not known."""
    return assemble(
        id=id,
        company_id=company.id,
        walk_id=f"walk-{id}",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="metalworking",
        entries={CardField(name): UNKNOWN if said is None else words(said) for name, said in entries.items()},
        by_id="tanaka",
        at=NOW,
        confirmed_by=confirmed_by,
    )


def card(**entries: str | None) -> ValueCard:
    """The same of the first firm."""
    return of_fields(entries)


METAL = card(
    subject="ワンタッチ金型交換装置",
    who="小ロットの受注が多い板金工場の段取り担当者",
    situation="先月、急な試作が入り、夜まで段取りをしていました。",
    function="金型を素早く交換する",
    ladder="金型を素早く交換する\n小ロットの注文を断らずに受ける\n若い人が残業せずに働ける",
    change="段取りが半日から1時間に",
    today="ベテランが二人がかりで金型を吊って位置を合わせている。",
    cost="月に40時間の残業と、断った注文",
    evidence="取引先で3か月使っていただいた記録",
    evidence_kind="tested",
    holder="取引先の工場長",
    rivals="専用機を買うより安く、今の機械に付けられる",
    objections=None,
    trl="8",
    crl="2",
)
MISO = of_fields(
    {
        "subject": "減塩みその製法",
        "who": "減塩を勧められたが味は変えたくない方がいる家庭",
        "function": "塩分を減らしても味を保つ",
        "change": "塩分が12%から8%に減ります。",
        "today": "薄い味で我慢するか、みそ汁をやめている",
        "evidence": None,
    },
    id="c2",
    company=UMI,
    confirmed_by="umino",
)
