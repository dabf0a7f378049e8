"""What is not shown to somebody is in no file that they get: not in its text, its notes, its cells, its properties, its
name, nor in the words beside it. And nothing of it leaves a trace: whatever stands there, the files are the same."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from bot.adapters.pictures.hand_outs import CardHandOuts
from bot.core.coaching.cards.models import GROUP_OF, CardField, EntryState, FieldGroup, Reach, UseSource, ValueCard
from bot.core.coaching.cards.visibility import visible
from bot.core.messages import Locale
from bot.core.outgoing import MadeFile, made
from bot.core.people import Company, Member, Role
from tests.fakes.cards_to_draw import USE, card, say_in

FIRM = Company(id="firm", name="青井製作所", coordinator_id="kato")
OTHER = Company(id="other", name="海野みそ", coordinator_id="mori")
KATO = Member(id="kato", address="UK", name="加藤", roles=frozenset({Role.COORDINATOR}), locale="ja")
MORI = Member(id="mori", address="UM", name="森", roles=frozenset({Role.COORDINATOR}), locale="ja")
UMINO = Member(id="umino", address="UU", name="海野", roles=frozenset({Role.MEMBER}), company=OTHER, locale="ja")
_LEVELS = {CardField.TRL: "8", CardField.CRL: "3", CardField.EVIDENCE_KIND: "tested"}
PLAN = replace(USE, id="plan", source=UseSource.PLAN, name="町の計画の使い道Ztown", quote="引用Zquote")


def marked(mark: str, reach: dict[FieldGroup, Reach]) -> ValueCard:
    """Every word of every group is found again by its mark."""
    words = {name: f"{name}Z{GROUP_OF[name]}{mark}" for name in CardField if name not in _LEVELS}
    words[CardField.LADDER] = f"薄い板を平らに保つZvalue{mark}\n約束した日に出荷するZvalue{mark}"
    words[CardField.CHANGE] = f"合わせ作業Zvalue{mark}が8時間から30分になる"
    use = replace(USE, name=f"使い道Zideas{mark}", reason=f"理由Zideas{mark}", ask_first="最初の人Zask")
    shown = card({**words, **_LEVELS}, uses=(use, PLAN), reach=reach)
    return replace(shown, walk_id="walkZ", by_id="personZ", confirmed_by="personZ")


def sent(shown: ValueCard, locale: Locale) -> list[MadeFile]:
    return [made(file, say_in(locale)) for file in CardHandOuts()(shown, FIRM, locale)]


def words_in(file: MadeFile) -> Iterator[str]:
    """Everything in a file that can be read, and everything beside it."""
    yield from (file.name, file.title, file.alt_text)
    yield file.content.decode(errors="ignore")
    if file.content.startswith(b"PK"):
        with ZipFile(BytesIO(file.content)) as parts:
            for name in parts.namelist():
                yield name
                yield parts.read(name).decode(errors="ignore")
    if file.content.startswith(b"%PDF-"):
        document = PdfReader(BytesIO(file.content))
        yield repr(document.metadata)
        yield repr(document.xmp_metadata.rdf_root.toxml() if document.xmp_metadata else "")
        yield "".join("".join(page.extract_text().split()) for page in document.pages)


CHOICES = [
    (KATO, {FieldGroup.VALUE: Reach.COORDINATOR}),
    (KATO, {FieldGroup.EVIDENCE: Reach.COORDINATOR}),
    (KATO, {FieldGroup.VALUE: Reach.REGION, FieldGroup.CUSTOMER: Reach.COORDINATOR}),
    (KATO, {FieldGroup.IDEAS: Reach.REGION, FieldGroup.PLANS: Reach.COORDINATOR}),
    (UMINO, {FieldGroup.VALUE: Reach.REGION, FieldGroup.EVIDENCE: Reach.COORDINATOR}),
    (UMINO, {FieldGroup.VALUE: Reach.REGION, FieldGroup.IDEAS: Reach.REGION}),
    (UMINO, {FieldGroup.CUSTOMER: Reach.REGION, FieldGroup.PLANS: Reach.COORDINATOR}),
    (MORI, {FieldGroup.VALUE: Reach.REGION, FieldGroup.PLANS: Reach.COORDINATOR}),
]


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize(("viewer", "reach"), CHOICES)
def test_no_hidden_word_is_in_any_file(viewer: Member, reach: dict[FieldGroup, Reach], locale: Locale) -> None:
    seen = visible(marked("", reach), viewer, FIRM)
    assert seen is not None
    for file in sent(seen, locale):
        told = "\n".join(words_in(file))
        for group in FieldGroup:
            if group not in seen.reach:
                assert f"Z{group}" not in told, f"{group} in {file.name}"
        for hidden in ("Ztown", "Zquote", "Zask", "walkZ", "personZ", "まだ決まっていません", "not named yet"):
            assert hidden not in told, f"{hidden} in {file.name}"
        if file.name.endswith((".md", ".pptx")):
            assert all(f"Z{group}" in told for group in seen.reach), "what may be seen is there"


@pytest.mark.parametrize(("viewer", "reach"), CHOICES)
def test_hidden_words_leave_no_trace_not_even_in_the_picture(viewer: Member, reach: dict[FieldGroup, Reach]) -> None:
    """The picture holds no text to search: so it has to be the same picture whatever is hidden."""
    one = marked("", reach)
    other = marked("とてもちがう言葉", reach)
    hidden = {name: entry for name, entry in other.entries.items() if GROUP_OF[name] not in _seen(one, viewer).reach}
    changed = replace(one, entries={**one.entries, **hidden}, version=9)
    pairs = zip(sent(_seen(one, viewer), "ja"), sent(_seen(changed, viewer), "ja"), strict=True)
    for before, after in pairs:
        assert (before.name, before.title, before.alt_text) == (after.name, after.title, after.alt_text)
        assert _parts(before.content) == _parts(after.content)


def test_that_something_hidden_is_unknown_is_not_told_either() -> None:
    reach = {FieldGroup.VALUE: Reach.REGION}
    whole = marked("", reach)
    unknown = {name: replace(whole.entry(name), words="", state=EntryState.UNKNOWN) for name in GROUP_OF}
    kept = {name: entry for name, entry in whole.entries.items() if GROUP_OF[name] is FieldGroup.VALUE}
    for before, after in itertools.zip_longest(
        sent(_seen(whole, UMINO), "ja"), sent(_seen(replace(whole, entries={**unknown, **kept}), UMINO), "ja")
    ):
        assert _parts(before.content) == _parts(after.content)


@pytest.mark.parametrize("viewer", [MORI, UMINO])
def test_what_reaches_the_coordinator_alone_is_for_no_other(viewer: Member) -> None:
    assert visible(marked("", dict.fromkeys(FieldGroup, Reach.COORDINATOR)), viewer, FIRM) is None


def _seen(shown: ValueCard, viewer: Member) -> ValueCard:
    seen = visible(shown, viewer, FIRM)
    assert seen is not None
    return seen


def _parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package, without when it was packed; or the file itself."""
    if not content.startswith(b"PK"):
        return {"": content}
    with ZipFile(BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist() if name != "docProps/core.xml"}
