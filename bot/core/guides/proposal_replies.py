"""What is said of a dropped file and of the guides on an admin's page: message keys, facts, passages, buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.actions import (
    GUIDE_PUBLISH,
    GUIDE_PUBLISH_PLAN,
    GUIDE_PUT_AWAY,
    GUIDE_RETIRE,
    GUIDE_ROLL_BACK,
    GUIDE_SHOW,
    GUIDE_UNDO,
    TURN_PAGE,
)
from bot.core.guides.details import PLAN
from bot.core.guides.loading import LoadState, Prepared, is_older
from bot.core.guides.models import GuideDetails, Release, ReleaseState
from bot.core.guides.models import Passage as GuidePassage
from bot.core.guides.refusals import reasons_of
from bot.core.guides.service import GuideOverview, ShownRelease
from bot.core.messages import Argument, Fact, Headed, Item, Message, Offer, Part, Passage, Reply, Said
from bot.core.people import PUBLIC, Member, Role
from bot.errors import DocumentRefused

_AUDIENCES: Mapping[str, Message] = {
    PUBLIC: Message("audience-public"),
    Role.GUEST: Message("people-role-guest"),
    Role.MEMBER: Message("people-role-member"),
    Role.COORDINATOR: Message("people-role-coordinator"),
    Role.ADMIN: Message("people-role-admin"),
}
_IN_CHAT = {
    "guides-edition-unknown": "proposal-edition-unknown",
    "guides-replaces-bundled": "proposal-replaces-bundled",
    "guides-same-title": "proposal-same-title",
    "guides-details-no-id": "proposal-no-id",
}
"""What is said otherwise where there is no command line."""
_WITHOUT_A_HEAD = {
    "proposal-edition-unknown": "proposal-edition-unknown-here",
    "proposal-replaces-bundled": "proposal-replaces-bundled-here",
    "proposal-same-title": "proposal-same-title-here",
    "proposal-no-id": "proposal-no-id-here",
}
"""What is said of files at whose head nothing can be written, such as PDF."""
_WITH_A_HEAD = (".md", ".markdown", ".txt")
"""Files at whose head somebody can write a date."""
_SAMPLES = 3
_SHOWN_PASSAGES = 20


def only_admins(admins: Sequence[Member]) -> Reply:
    """Somebody else dropped a file: who can load it."""
    names = "、".join(one.name for one in admins if not one.has_left)
    key = "guides-only-admins" if names else "guides-no-admin-yet"
    return Reply(parts=(Said(Message(key, {"admins": names} if names else {})),))


def refused(file_name: str, error: DocumentRefused) -> Reply:
    """Why a file cannot become a guide; of several files each is named."""
    reasons = [Said(_in_chat(reason)) for reason in reasons_of(error)]
    is_named = file_name in error.arguments.values()
    head = () if is_named else (Said(Message("proposal-refused", {"file": file_name})),)
    return Reply(parts=(*head, *reasons))


def proposed(prepared: Prepared, proposal_id: str) -> Reply:
    """What was read, three passages as they would be quoted, what it replaces; nothing is cited yet."""
    confirm = Message("proposal-publish-confirm", {"title": prepared.details.title})
    publish = [Offer(GUIDE_PUBLISH, proposal_id, Message("offer-publish"), confirm=confirm, is_main=True)]
    if prepared.details.kind != PLAN:
        as_plan = Message("proposal-publish-plan-confirm", {"title": prepared.details.title})
        publish.append(Offer(GUIDE_PUBLISH_PLAN, proposal_id, Message("offer-publish-plan"), confirm=as_plan))
    put_away = Offer(GUIDE_PUT_AWAY, proposal_id, Message("offer-put-away"))
    return Reply(parts=tuple(_proposed(prepared)), offers=(*publish, put_away))


def _proposed(prepared: Prepared) -> Iterator[Part]:
    details = prepared.details
    yield Headed(Message("proposal-read", {"file": prepared.file_name}))
    is_new = prepared.state is LoadState.NEW
    yield Said(Message("proposal-would-be-new" if is_new else "proposal-would-be-edition", {"title": details.title}))
    if details.kind == PLAN:
        yield Fact(Message("fact-kind"), Message("guides-kind-plan"))
    if details.edition_is_known:
        yield Fact(Message("fact-edition"), details.edition_on.isoformat())
    if prepared.document.pages:
        yield Fact(Message("fact-pages"), Message("proposal-pages", {"count": prepared.document.pages}))
    yield Fact(Message("fact-passages"), Message("proposal-passages", {"count": len(prepared.passages)}))
    if prepared.replaces is not None:
        old = prepared.replaces
        yield Fact(Message("fact-replaces"), _edition(old.details))
        if is_older(details, old):
            yield Said(Message("proposal-older"))
    yield from (Fact(Message("fact-audience"), _AUDIENCES.get(one, one)) for one in details.audience)
    for warning in prepared.warnings:
        yield Said(_in_chat(warning, file_name=prepared.file_name))
    yield Headed(Message("proposal-samples"))
    yield from (Passage(_heading(each), each.text) for each in _samples(prepared.passages))


def _edition(details: GuideDetails) -> Message | str:
    """The edition behind its label."""
    day = details.edition_on.isoformat()
    return day if details.edition_is_known else Message("source-edition-unknown", {"date": day})


def _in_chat(message: Message, *, file_name: str = "") -> Message:
    key = _IN_CHAT.get(message.key, message.key)
    if not file_name.lower().endswith(_WITH_A_HEAD):
        key = _WITHOUT_A_HEAD.get(key, key)
    return Message(key, message.arguments)


def _samples(passages: Sequence[GuidePassage]) -> Sequence[GuidePassage]:
    """Three passages from the beginning, the middle and the end, so that a page read wrongly shows."""
    if len(passages) <= _SAMPLES:
        return passages
    return passages[0], passages[len(passages) // 2], passages[-1]


def _heading(passage: GuidePassage) -> str:
    page = f"p.{passage.page}" if passage.page else ""
    return " / ".join(part for part in (passage.heading, page) if part)


def published(release: Release, proposal_id: str) -> Reply:
    """It is cited from now on, and a press undoes that."""
    about: dict[str, Argument] = {
        "title": release.details.title,
        "count": release.passage_count,
        "edition": str(release.details.edition_on),
    }
    if not release.details.edition_is_known:
        said = Message("proposal-published-undated", {"title": release.details.title, "count": release.passage_count})
    else:
        said = Message("proposal-published", about)
    confirm = Message("proposal-undo-confirm", {"title": release.details.title})
    return Reply(
        parts=(Said(said),),
        offers=(Offer(GUIDE_UNDO, proposal_id, Message("offer-undo"), confirm=confirm),),
    )


def shown(shown: ShownRelease) -> Reply:
    """The passages of a guide as they are quoted, as many as a sheet holds."""
    details = shown.release.details
    parts: list[Part] = [
        Fact(Message("fact-guide"), details.title),
        Fact(Message("fact-edition"), _edition(details)),
        Fact(Message("fact-passages"), Message("proposal-passages", {"count": len(shown.passages)})),
    ]
    parts += [Passage(_heading(each), each.text) for each in shown.passages[:_SHOWN_PASSAGES]]
    if len(shown.passages) > _SHOWN_PASSAGES:
        parts.append(Said(Message("guides-page-more", {"count": len(shown.passages) - _SHOWN_PASSAGES})))
    return Reply(title=Message("guides-page-show-title"), parts=tuple(parts))


def guides_page(guides: Sequence[GuideOverview], *, total: int, turns: Sequence[Offer]) -> Sequence[Part]:
    """The guides on an admin's page."""
    parts: list[Part] = [Headed(Message("guides-page-title", {"count": total})), Said(Message("guides-page-how"))]
    parts += [_item(each) for each in guides]
    if turns:
        parts.append(Item(Message("guides-page-turn"), offers=tuple(turns)))
    return parts


def _item(overview: GuideOverview) -> Item:
    details = overview.shown.details
    edition = "source-edition" if details.edition_is_known else "source-edition-unknown"
    return Item(
        details.title,
        details=(
            overview.state,
            *((Message("guides-kind-plan"),) if details.kind == PLAN else ()),
            Message(edition, {"date": details.edition_on.isoformat()}),
            Message("proposal-passages", {"count": overview.shown.passage_count}),
        ),
        offers=tuple(_item_offers(overview, details.title)),
    )


def cited_now(release: Release) -> str:
    """The number of the release that is cited, "" where nothing of its guide is."""
    return str(release.number) if release.state is ReleaseState.CURRENT else ""


def _item_offers(overview: GuideOverview, title: str) -> Iterator[Offer]:
    guide_id = overview.guide_id
    back_from = f"{guide_id}:{cited_now(overview.shown)}"
    yield Offer(GUIDE_SHOW, guide_id, Message("offer-guide-show"))
    if overview.is_retired:
        again = Message("guides-page-cite-again-confirm", {"title": title})
        yield Offer(GUIDE_ROLL_BACK, back_from, Message("offer-guide-cite-again"), confirm=again)
    elif overview.release_count > 1:
        back = Message("guides-page-roll-back-confirm", {"title": title})
        yield Offer(GUIDE_ROLL_BACK, back_from, Message("offer-guide-roll-back"), confirm=back)
    if not overview.is_retired:
        stop = Message("guides-page-retire-confirm", {"title": title})
        yield Offer(GUIDE_RETIRE, guide_id, Message("offer-guide-retire"), confirm=stop)


def page_turns(page: int, pages: int) -> tuple[Offer, ...]:
    """The way to the page before and after."""
    before = (Offer(TURN_PAGE, f"guides:{page - 1}", Message("page-before")),) if page > 1 else ()
    after = (Offer(TURN_PAGE, f"guides:{page + 1}", Message("page-after")),) if page < pages else ()
    return (*before, *after)
