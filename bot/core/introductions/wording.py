"""Words that go to a firm: the draft, and what in other words would tell whom they are about."""

from __future__ import annotations

from hashlib import sha256

from bot.core.introductions import views
from bot.core.introductions.desk import Desk
from bot.core.introductions.keeping import Keeping
from bot.core.introductions.models import Introduction, Part
from bot.core.introductions.telltales import OtherSide, Telltale
from bot.core.messages import Locale, Message
from bot.core.people import Member, Role


class Wording:
    """Drafts, and looks at what was changed, each time anew."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._keeping = desk, Keeping(desk.directory)

    def draft(self, one: Introduction, part: Part, person: Member) -> str:
        """What to sound one side out with, in its language."""
        locale: Locale = person.locale or "ja"
        companies = self._desk.directory.companies()

        def say(message: Message) -> str:
            return self._desk.sentences.say(message, locale=locale)

        return self._desk.drafting.draft(one, part, companies, locale=locale, say=say)

    def telling(
        self, text: str, one: Introduction, part: Part, *, person: Member, by: Member, seal: str
    ) -> views.Telling | None:
        """What keeps words from being sent to one side; None where they may be. `seal` is of words that were pointed
        out before, and are sent all the same."""
        found, sealed = self._found(text, one, part, person, by), sha256(text.encode()).hexdigest()[:16]
        is_refused = any(telltale.is_refused for telltale in found)
        if not found or (not is_refused and seal == sealed):
            return None
        in_general = self._desk.telltales.in_general(text, found, draft=self.draft(one, part, person))
        return views.Telling(found=found, in_general=in_general, seal="" if is_refused else sealed)

    def _found(self, text: str, one: Introduction, part: Part, person: Member, member: Member) -> tuple[Telltale, ...]:
        """Words by which the other side might be known, in what is to be sent."""
        own, other = (self._keeping.firm(one, side) for side in (part, part.other))
        if own is None or other is None:
            return ()
        # As far as this coordinator sees them: what is pointed out must not tell whose words they are.
        said = [*self._desk.words.offers(member, [other]), *self._desk.words.needs(member, [other])]
        words = {word for told in said for word in self._desk.telling_words(told.text)}
        # Every firm alike: what is refused must not tell which of them is the other side.
        firms = tuple(firm.name for firm in self._desk.directory.companies() if firm.id != own.id)
        everybody = self._desk.directory.people(role=Role.MEMBER)
        people = tuple(one.name for one in everybody if one.company is not None and one.company.id != own.id)
        hidden = OtherSide(firms=firms, people=people, words=sorted(words))
        names = (own.name, person.name, member.name)
        draft = self.draft(one, part, person)
        return self._desk.telltales.found(text, hidden, draft=draft, own_names=names)
