"""Which cadence counts for a firm's event or stage: its coordinator chooses, and what is to come is planned anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.actions import CADENCE_SEND
from bot.core.clock import Clock
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Pressed, Quoted, Reply, Said
from bot.core.nudges.cadences import Cadences
from bot.core.nudges.models import CadenceChoice
from bot.core.nudges.ports import WishStore
from bot.core.nudges.reading import Reader, aside
from bot.core.people import Company, Directory, Member, Role, access_coordinating

COMPANY, STAGE, EVENT, CADENCE = "company", "stage", "event", "cadence"

Replan = Callable[[str, str, str], object]
"""Plan anew what waits at a firm: its id, "event" or "stage", and which one."""


class Choosing:
    """The form of coordinators. `stages` are the stages of an encounter with their names."""

    def __init__(
        self,
        cadences: Cadences,
        wishes: WishStore,
        directory: Directory,
        clock: Clock,
        stages: Sequence[Choice],
        replan: Replan,
    ) -> None:
        self._cadences, self._wishes, self._directory, self._clock = cadences, wishes, directory, clock
        self._stages, self._replan = tuple(stages), replan

    def firms(self, member: Member) -> list[Company]:
        """The firms for which somebody may choose."""
        if Role.COORDINATOR not in member.roles:
            return []
        return [one for one in self._directory.companies() if access_coordinating(member, one)]

    def form(self, pressed: Pressed, member: Member) -> Reply:
        """To choose; a sentence for whoever may not."""
        return self._form(member, {}) if self.firms(member) else aside(Message("nudge-cadence-coordinators-only"))

    def send(self, pressed: Pressed, member: Member) -> Reply:
        """Keep what was chosen, and plan anew; the same once more changes nothing."""
        values = pressed.values
        firm = next((one for one in self.firms(member) if one.id == values.get(COMPANY)), None)
        if firm is None:
            return aside(Message("nudge-cadence-coordinators-only"))
        event, stage = " ".join(values.get(EVENT, "").split()), values.get(STAGE, "")
        is_known = stage in {one.value for one in self._stages} and values.get(CADENCE) in self._cadences.names
        if bool(event) == bool(stage) or (stage and not is_known) or values.get(CADENCE) not in self._cadences.names:
            return self._form(member, values, fault=Message("nudge-cadence-one-of-two"))
        scope, name = (EVENT, event) if event else (STAGE, stage)
        choice = CadenceChoice(
            company_id=firm.id,
            scope=scope,
            name=name,
            cadence=values[CADENCE],
            chosen_by=member.id,
            chosen_at=self._clock.now(),
        )
        self._wishes.put_choice(choice)
        self._replan(firm.id, scope, name)
        return Reply(title=Message("nudge-cadence-title"), parts=self._kept(choice, firm, member), is_aside=True)

    def _kept(self, choice: CadenceChoice, firm: Company, member: Member) -> tuple[Part, ...]:
        title = self._cadences.title(choice.cadence, Reader(member, self._clock.now()).locale)
        said: list[Part] = [Said(Message("nudge-cadence-kept", {"company": firm.name, "title": title}))]
        label = next((one.label for one in self._stages if choice.scope == STAGE and one.value == choice.name), None)
        said.append(Said(label) if isinstance(label, Message) else Quoted(label or choice.name))
        return (*said, Said(Message("nudge-cadence-from-now")))

    def _form(self, member: Member, values: Mapping[str, str], fault: Message | None = None) -> Reply:
        locale = Reader(member, self._clock.now()).locale
        firms = tuple(Choice(one.id, one.name) for one in self.firms(member)[:MOST_CHOICES])
        cadences = tuple(Choice(name, self._cadences.title(name, locale)) for name in self._cadences.names)
        first = firms[0].value if len(firms) == 1 else ""
        fields = (
            _choice(COMPANY, Message("nudge-cadence-company"), firms, values, first),
            _choice(STAGE, Message("nudge-cadence-stage"), self._stages, values, is_required=False),
            Field(
                name=EVENT,
                label=Message("nudge-cadence-event"),
                hint=Message("nudge-cadence-event-hint"),
                initial=values.get(EVENT, ""),
                is_required=False,
                longest=200,
            ),
            _choice(CADENCE, Message("nudge-cadence-cadence"), cadences, values),
        )
        intro = (Said(fault),) if fault else (Said(Message("nudge-cadence-intro")),)
        submit = Offer(CADENCE_SEND, "-", Message("nudge-cadence-submit"), is_main=True)
        return Reply(title=Message("nudge-cadence-title"), parts=(*intro, *fields), submit=submit)


def _choice(
    name: str,
    label: Message,
    choices: tuple[Choice, ...],
    values: Mapping[str, str],
    otherwise: str = "",
    *,
    is_required: bool = True,
) -> Field:
    initial = values.get(name) or otherwise
    return Field(name=name, label=label, kind="choice", choices=choices, initial=initial, is_required=is_required)
