"""What a press does: all lines page by page, putting some away and taking that back, what a coordinator wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.core import actions
from bot.core.audited import Looked, Looks, no_looks
from bot.core.clock import Clock
from bot.core.digests import settings, tidying
from bot.core.digests.drawing import NOW, page_of, sheet
from bot.core.digests.gathering import Gathering
from bot.core.digests.knowing import Knowing
from bot.core.digests.models import Digest, Fact, Line
from bot.core.digests.ordering import lines_of
from bot.core.digests.ports import DigestStore, ExportLines, HoursOf, Pictures
from bot.core.digests.wording import Reader
from bot.core.messages import Elsewhere, Message, Offer, Pressed, Reply, Said
from bot.core.people import Member, Role
from bot.core.reactions import Handler, Redraw


class Pressing:
    """Handlers of what belongs to digests themselves; each is for the reader of the digest alone."""

    def __init__(
        self,
        *,
        store: DigestStore,
        knowing: Knowing,
        gathering: Gathering,
        hours_of: HoursOf,
        redraw: Redraw,
        elsewhere: Callable[..., Iterable[Elsewhere]],
        pictures: Pictures,
        as_file: ExportLines,
        clock: Clock,
        looks: Looks = no_looks,
    ) -> None:
        self._store, self._knowing, self._gathering, self._hours_of = store, knowing, gathering, hours_of
        self._redraw, self._elsewhere, self._pictures, self._clock = redraw, elsewhere, pictures, clock
        self._looks, self._as_file = looks, as_file

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        handlers: Mapping[str, Handler] = {
            actions.DIGEST_MORE: self._page,
            actions.DIGEST_PAGE: self._page,
            actions.DIGEST_PICTURES: self._look,
            actions.DIGEST_EXPORT: self._export,
            actions.DIGEST_TIDY_FORM: self._tidy,
            actions.DIGEST_TIDY_SEND: self._tidy_send,
            actions.DIGEST_RESTORE: self._restore,
            actions.DIGEST_SETTINGS: self._settings,
            actions.DIGEST_SETTINGS_SEND: self._settings_send,
        }
        return {action: _for_coordinators(handler) for action, handler in handlers.items()}

    def _page(self, pressed: Pressed, member: Member) -> Reply:
        """`digest:page`: everything of it that stands; `-:page`: everything that stands now."""
        id, _, page = pressed.reference.rpartition(":")
        facts = self._facts(id, member)
        if facts is None:
            return _aside(Message("digest-not-yours"))
        number = int(page) if page.isdecimal() else 1
        self._looked_at(page_of(facts, number), member)
        return sheet(Message("digest-all-title"), facts, self._reader(member), digest_id=id, page=number)

    def _look(self, pressed: Pressed, member: Member) -> Reply:
        """The pictures as things are now."""
        now = self._clock.now()
        lines = lines_of(self._knowing.now(member, now))
        files = tuple(self._pictures(member, self._knowing.firms(member), lines, now))
        self._looked_at(lines if files else (), member)
        return Reply(parts=(Said(Message("digest-pictures-now" if files else "digest-no-pictures")),), files=files)

    def _export(self, pressed: Pressed, member: Member) -> Reply:
        """Every line that stands as a workbook; told in the audit log for each firm in it."""
        facts = self._facts(pressed.reference, member)
        if facts is None:
            return _aside(Message("digest-not-yours"))
        lines = lines_of(facts)
        if not lines:
            return _aside(Message("digest-empty"))
        self._looks.at_firms(member, (one.company_id for one in facts), action=Looked.EXPORTED)
        file = self._as_file(lines, self._reader(member))
        return Reply(parts=(Said(Message("digest-exported", {"count": len(lines)})),), files=(file,))

    def _tidy(self, pressed: Pressed, member: Member) -> Reply:
        facts = self._facts(pressed.reference, member)
        if facts is None:
            return _aside(Message("digest-not-yours"))
        self._looked_at(lines_of(facts)[: tidying.MOST], member)
        return tidying.form(facts, self._reader(member), digest_id=pressed.reference)

    def _tidy_send(self, pressed: Pressed, member: Member) -> Reply:
        facts, reader = self._facts(pressed.reference, member), self._reader(member)
        if facts is None:
            return _aside(Message("digest-not-yours"))
        put_away, fault = tidying.read(pressed.values, facts, reader)
        if fault is not None:
            return tidying.form(facts, reader, digest_id=pressed.reference, typed=pressed.values, fault=fault)
        self._store.dismiss(member.id, put_away)
        undo = f"{pressed.reference}:{tidying.stamp_of(reader.now)}"
        offer = Offer(actions.DIGEST_RESTORE, undo, Message("digest-offer-restore"))
        return self._everywhere(pressed.reference, member, Message("digest-tidied"), offer)

    def _restore(self, pressed: Pressed, member: Member) -> Reply:
        id, _, stamp = pressed.reference.partition(":")
        moment = tidying.moment_of(stamp)
        if moment is None or (id != NOW and self._digest(id, member) is None):
            return _aside(Message("digest-not-yours"))
        self._store.restore(member.id, dismissed_at=moment)
        return self._everywhere(id, member, Message("digest-restored"))

    def _everywhere(self, digest_id: str, member: Member, said: Message, *offers: Offer) -> Reply:
        """Said in the sheet; every digest of the last days is drawn anew."""
        return Reply(
            title=Message("digest-tidy-title"),
            parts=(Said(said),),
            offers=offers,
            behind=None if digest_id == NOW else self._redraw(digest_id, member),
            elsewhere=tuple(self._elsewhere(member, besides=digest_id)),
        )

    def _settings(self, pressed: Pressed, member: Member) -> Reply:
        values = settings.as_values(self._knowing.choice(member))
        return settings.form(values, self._gathering.firms(member), self._hours_of(member))

    def _settings_send(self, pressed: Pressed, member: Member) -> Reply:
        firms, hours = self._gathering.firms(member), self._hours_of(member)
        wish = settings.wish_of(pressed.values, member.id, firms, hours)
        if wish.choice is None:
            return settings.form(pressed.values, firms, hours, wish.fault)
        self._store.put_choice(wish.choice, self._clock.now())
        said = (Said(Message("digest-settings-kept")), *map(Said, settings.said_of(wish.choice)))
        # Beside the message from which it was opened, which stays.
        return Reply(title=Message("digest-settings-title"), parts=said, is_aside=True)

    def _looked_at(self, lines: Sequence[Line], member: Member) -> None:
        """A line of the audit log for each firm that is named, once a day."""
        self._looks.at_firms(member, (fact.company_id for line in lines for fact in line.facts))

    def _facts(self, digest_id: str, member: Member) -> list[Fact] | None:
        """What stands of a digest of theirs, or of everything; None where it is not theirs."""
        if digest_id == NOW:
            return self._knowing.now(member, self._clock.now())
        digest = self._digest(digest_id, member)
        return self._knowing.standing(digest, member, self._clock.now()) if digest else None

    def _digest(self, id: str, member: Member) -> Digest | None:
        digest = self._store.by_id(id)
        return digest if digest is not None and digest.person_id == member.id else None

    def _reader(self, member: Member) -> Reader:
        return self._knowing.reader(member, self._clock.now())


def _for_coordinators(handler: Handler) -> Handler:
    """In private, for whoever is a coordinator now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        is_private = pressed.place.is_direct or not pressed.place.conversation
        if Role.COORDINATOR not in member.roles or member.has_left or not is_private:
            return _aside(Message("digest-not-yours"))
        return handler(pressed, member)

    return press


def _aside(message: Message) -> Reply:
    return Reply(parts=(Said(message),), is_aside=True)
