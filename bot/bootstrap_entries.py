"""The composition root of coordinators' answers among the guides: joined with hand-overs, guides, people and time."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bot.adapters.storage.database import Database
from bot.bootstrap import Library
from bot.core.clock import Clock, day_of
from bot.core.entries.models import Entry
from bot.core.entries.ports import AnsweredQuestion
from bot.core.entries.service import EntryService
from bot.core.guides.characters import clean, one_line
from bot.core.guides.details import COORDINATOR, QA, GuideOptions
from bot.core.guides.loading import FileToAdd
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.service import GuideService
from bot.core.handovers.models import TurnKind
from bot.core.people import Member, Role
from bot.errors import GuideNotFound, UsageError

_AUDIENCE = (str(Role.MEMBER), str(Role.COORDINATOR), str(Role.ADMIN))
_ANSWERS = (TurnKind.ANSWERED, TurnKind.ADDED)


def make_entries(
    library: Library, *, published: Callable[[], None], looked_at: Callable[[str, Member], None]
) -> EntryService:
    """Join it. `published` is called after each change of what is cited; `looked_at` keeps who is shown a question."""
    database = library.database
    return EntryService(
        store=database.entries,
        answers=AnsweredHandOvers(database),
        shelf=EntryShelf(database, library.clock),
        directory=database.people,
        calendars=library.calendars,
        clock=library.clock,
        published=published,
        looked_at=looked_at,
    )


class AnsweredHandOvers:
    """What coordinators answered, as entries read it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answered(self, handover_id: str) -> AnsweredQuestion | None:
        """The question with everything that was answered; None while there is nothing."""
        handover = self._database.handovers.by_id(handover_id)
        turns = self._database.handovers.turns(handover_id) if handover else ()
        words = [turn.text for turn in turns if turn.kind in _ANSWERS]
        if handover is None or not words:
            return None
        asker = self._database.people.by_address(handover.asker) if handover.asker else None
        return AnsweredQuestion(question=handover.text, answer="\n".join(words), asker=asker)


class EntryShelf:
    """Entries as guides of their own kind: a release each edition, one passage each."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._guides = GuideService(reader=_EntryReader(), start=database.guides_work, clock=clock)

    def publish(self, entry: Entry, *, owner: str) -> int:
        """Make it the edition that is cited, and return its number. The same again changes nothing."""
        options = GuideOptions(
            id=entry.guide_id,
            title=entry.question,
            edition=day_of(self._clock.now()).isoformat(),
            kind=QA,
            audience=_AUDIENCE,
            sources=(COORDINATOR,),
            contact=owner,
            valid_until=entry.valid_until.isoformat(),
        )
        content = f"{one_line(entry.question)}\n{entry.answer}\n".encode()
        file = FileToAdd(file_name=f"{entry.guide_id}.txt", content=content, options=options)
        (loaded,) = self._guides.add(files=[file], allow_older=True)
        return loaded.release.number

    def retire(self, guide_id: str) -> None:
        """Stop citing it; nothing where it is not cited."""
        try:
            self._guides.retire(guide_id=guide_id)
        except (GuideNotFound, UsageError):
            # An admin has done so before.
            return

    def cited(self) -> Collection[str]:
        """The ids of the guides that are cited now."""
        return self._database.current_releases().keys()


class _EntryReader:
    """Reads what `EntryShelf` writes: the question on the first line, then the answer, whatever marks it has."""

    def read(self, *, file_name: str, content: bytes) -> ExtractedDocument:
        question, _, answer = clean(content.decode("utf-8")).partition("\n")
        # Of the second level: one of the first that repeats the title would not be searched as a heading.
        heading = Block(kind=BlockKind.HEADING, text=question, level=2)
        lines = [one_line(line) for line in answer.split("\n")]
        body = [Block(kind=BlockKind.PARAGRAPH, text=line) for line in lines if line]
        return ExtractedDocument(blocks=(heading, *body))
