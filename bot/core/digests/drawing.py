"""A digest as its reader sees it: what still stands of it, a page of lines, and the way to the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.digests.models import Digest, DigestKind, Fact, Line
from bot.core.digests.ordering import lines_of, room_of, shown_of
from bot.core.digests.wording import Reader, heading, item, kind_heading
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Reply, Said

NOW = "-"
"""In the place of a digest's id: everything as it is now."""


def settings_offer() -> Offer:
    """The way to what a coordinator wishes."""
    return Offer(actions.DIGEST_SETTINGS, NOW, Message("digest-offer-settings"))


def pictures_offer() -> Offer:
    """The way to the pictures, as things are now."""
    return Offer(actions.DIGEST_PICTURES, NOW, Message("digest-offer-pictures"))


def export_offer(digest_id: str) -> Offer:
    """The lines as a file."""
    return Offer(actions.DIGEST_EXPORT, digest_id, Message("digest-offer-export"))


def drawn(digest: Digest, facts: Sequence[Fact], reader: Reader, *, paragraph: str = "") -> Reply:
    """The message. `facts` are those of it that still stand and were not put away; `paragraph` is what a language model
    wrote about them, and passed."""
    lines = lines_of(facts)
    shown = shown_of(lines, room_of(digest.kind))
    if not lines:
        return Reply(parts=(Said(_nothing(digest)),), offers=(settings_offer(),))
    parts: list[Part] = [Headed(heading(digest, len(lines), reader))]
    parts += _under_headings(shown, reader, digest.id, in_sheet=False)
    settled = len(digest.keys) - len(facts)
    if settled > 0:
        parts.append(Said(Message("digest-settled", {"count": settled})))
    if len(lines) > len(shown):
        more = Offer(actions.DIGEST_MORE, f"{digest.id}:1", Message("digest-offer-all"))
        parts.append(Item(Message("digest-rest", {"count": len(lines) - len(shown)}), (), (more,)))
    if paragraph:
        parts += [Headed(Message("digest-paragraph")), Said(Message("digest-paragraph-by-model", {"text": paragraph}))]
    looked = (pictures_offer(),) if digest.kind is DigestKind.WEEKLY else ()
    return Reply(parts=tuple(parts), offers=(*looked, export_offer(digest.id), tidy_offer(digest.id), settings_offer()))


def sheet(title: Message, facts: Sequence[Fact], reader: Reader, *, digest_id: str, page: int) -> Reply:
    """All lines, a page of them at a time."""
    lines = lines_of(facts)
    pages = max(1, -(-len(lines) // PAGE))
    page = min(max(page, 1), pages)
    if not lines:
        return Reply(title=title, parts=(Said(Message("digest-empty")),), offers=(settings_offer(),))
    counted = Said(Message("digest-page", {"count": len(lines), "page": page, "pages": pages}))
    marked = "" if digest_id == NOW else digest_id
    shown = _under_headings(lines[(page - 1) * PAGE : page * PAGE], reader, marked, in_sheet=True)
    turning = _turning(digest_id, page, pages)
    return Reply(
        title=title,
        parts=(counted, *shown),
        offers=(*turning, export_offer(digest_id), tidy_offer(digest_id), settings_offer()),
    )


def page_of(facts: Sequence[Fact], page: int) -> Sequence[Line]:
    """The lines of a page of the sheet."""
    lines = lines_of(facts)
    page = min(max(page, 1), max(1, -(-len(lines) // PAGE)))
    return lines[(page - 1) * PAGE : page * PAGE]


def tidy_offer(digest_id: str) -> Offer:
    """Put lines away, for good or for a time."""
    return Offer(actions.DIGEST_TIDY_FORM, digest_id, Message("digest-offer-tidy"))


def _nothing(digest: Digest) -> Message:
    """There was nothing, or everything in it is settled."""
    if digest.keys:
        return Message("digest-all-settled")
    return Message("digest-empty-week" if digest.kind is DigestKind.WEEKLY else "digest-empty")


def _under_headings(lines: Sequence[Line], reader: Reader, digest_id: str, *, in_sheet: bool) -> Iterator[Part]:
    last = None
    for line in lines:
        if line.kind is not last:
            yield Headed(kind_heading(line.kind))
        last = line.kind
        yield item(line, reader, digest_id=digest_id, in_sheet=in_sheet)


def _turning(digest_id: str, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.DIGEST_PAGE, f"{digest_id}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.DIGEST_PAGE, f"{digest_id}:{page + 1}", Message("page-after"))
