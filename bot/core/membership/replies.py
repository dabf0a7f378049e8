"""What membership says, as replies: the welcome, the sharing question, what was chosen, leaving."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.actions import ASK, LEAVE, REJOIN, SHARE, SHARE_FORM
from bot.core.clock import day_of
from bot.core.membership.models import CHOICES, Erased
from bot.core.messages import Choice, Fact, Field, Item, Message, Offer, Part, Reply, Said
from bot.core.people import Company, Member, Role, Sharing

SHARING_FIELD = "sharing"

_BUTTONS = {
    Sharing.OUTLINE: "sharing-show-outline",
    Sharing.WORDS: "sharing-show-words",
    Sharing.NOTHING: "sharing-show-nothing",
}
_MEANINGS = {
    Sharing.OUTLINE: "sharing-about-outline",
    Sharing.WORDS: "sharing-about-words",
    Sharing.NOTHING: "sharing-about-nothing",
}
_STATES = {
    Sharing.UNDECIDED: "sharing-is-undecided",
    Sharing.OUTLINE: "sharing-is-outline",
    Sharing.WORDS: "sharing-is-words",
    Sharing.NOTHING: "sharing-is-nothing",
}


def welcome(member: Member, question: str) -> Reply:
    """The first words to somebody: who added them, what is kept, who can read it, how to leave, one thing to try."""
    messages = [Message("welcome-hello", {"name": member.name}), _added(member)]
    if Role.COORDINATOR in member.roles:
        messages.append(Message("welcome-coordinator"))
    if Role.ADMIN in member.roles:
        messages.append(Message("welcome-admin"))
    rules = (
        Fact(Message("welcome-kept-label"), Message("welcome-kept")),
        Fact(Message("welcome-readers-label"), Message("welcome-readers")),
        Fact(Message("welcome-leaving-label"), Message("welcome-leaving")),
    )
    parts: tuple[Part, ...] = (*(Said(message) for message in messages), *rules, Said(Message("welcome-try")))
    return Reply(parts=parts, offers=(Offer(ASK, question, text=question, is_main=True),))


def sharing_question(company: Company, coordinator: str) -> Reply:
    """Asks a firm once what its coordinator may see; `coordinator` is their name, "" where none is named."""
    asked = Message("sharing-ask", {"company": company.name})
    whose = Message("sharing-coordinator", {"name": coordinator}) if coordinator else Message("sharing-no-coordinator")
    parts: tuple[Part, ...] = (
        Said(asked),
        Said(whose),
        *_meanings(),
        Said(Message("sharing-later")),
    )
    return Reply(parts=parts, offers=tuple(_share(company, one) for one in CHOICES))


def sharing_chosen(company: Company, by: str) -> Reply:
    """What counts now, who chose it, when, and how to change it; `by` is a name, "" where it is not known."""
    return Reply(
        parts=(Said(Message("sharing-chosen", {"company": company.name})), *sharing_facts(company, by)),
        offers=(change_sharing(company),),
    )


def sharing_facts(company: Company, by: str) -> tuple[Fact, ...]:
    """What a firm shares as lines of a table."""
    facts = [Fact(Message("sharing-fact-choice"), Message(_STATES[company.sharing]))]
    if by:
        facts.append(Fact(Message("sharing-fact-by"), by))
    if company.sharing_at is not None:
        facts.append(Fact(Message("sharing-fact-on"), day_of(company.sharing_at).isoformat()))
    return tuple(facts)


def change_sharing(company: Company) -> Offer:
    """The button that opens the form."""
    is_first = company.sharing is Sharing.UNDECIDED
    return Offer(SHARE_FORM, company.id, Message("sharing-choose" if is_first else "sharing-change"))


def sharing_form(company: Company) -> Reply:
    """The choice as a form, what counts now filled in."""
    chosen = company.sharing if company.sharing in CHOICES else Sharing.OUTLINE
    return Reply(
        title=Message("sharing-title"),
        parts=(
            Said(Message("sharing-ask", {"company": company.name})),
            *_meanings(),
            Field(
                name=SHARING_FIELD,
                label=Message("sharing-fact-choice"),
                kind="choice",
                choices=tuple(Choice(str(one), Message(_BUTTONS[one])) for one in CHOICES),
                initial=str(chosen),
            ),
        ),
        submit=Offer(SHARE, company.id, Message("sharing-submit")),
    )


def sharing_not_yours() -> Reply:
    """Somebody pressed who is not of the firm, or no longer."""
    return Reply(parts=(Said(Message("sharing-not-yours")),))


def leaving_item(member: Member) -> Item:
    """The way out, as the page of a person shows it."""
    confirm = Message("leave-confirm")
    return Item(
        title=Message("leave-title"),
        details=(Message("leave-details"),),
        offers=(Offer(LEAVE, member.id, Message("leave-button"), confirm=confirm),),
    )


def left(erased: Erased | None) -> Reply:
    """What was erased; None where the person had left before."""
    if erased is None:
        return has_left()
    done = Message("leave-done", {"questions": erased.questions, "ratings": erased.ratings})
    return Reply(parts=(Said(done), Said(Message("leave-rest"))), offers=(_rejoin(),))


def has_left(*, is_ended: bool = False) -> Reply:
    """What somebody who left is told whatever they ask; `is_ended`: by others, and only these bring them back."""
    if is_ended:
        return Reply(parts=(Said(Message("leave-is-ended")),))
    return Reply(parts=(Said(Message("leave-has-left")),), offers=(_rejoin(),))


def rejoined() -> Reply:
    """Back again."""
    return Reply(parts=(Said(Message("leave-rejoined")),))


def page_of_the_left(*, is_ended: bool) -> Iterator[Part]:
    """The page of somebody who left: nothing but the way back, and not even that where others ended their use."""
    if is_ended:
        yield Said(Message("leave-is-ended"))
        return
    yield Item(title=Message("leave-has-left"), offers=(_rejoin(),))


def _added(member: Member) -> Message:
    # Nobody needs to be told of themselves: an admin's table has the admin in it.
    by, company = member.added_by if member.added_by != member.name else "", member.company
    if company is not None and by:
        return Message("welcome-added-to", {"by": by, "company": company.name})
    if company is not None:
        return Message("welcome-of", {"company": company.name})
    if by:
        return Message("welcome-added", {"by": by})
    return Message("welcome-guest" if member.main_role is Role.GUEST else "welcome-by-settings")


def _meanings() -> Iterator[Part]:
    """What each choice means."""
    yield from (Fact(Message(_STATES[one]), Message(_MEANINGS[one])) for one in CHOICES)


def _share(company: Company, sharing: Sharing) -> Offer:
    reference = f"{company.id}:{sharing}"
    return Offer(SHARE, reference, Message(_BUTTONS[sharing]), is_main=sharing is CHOICES[0])


def _rejoin() -> Offer:
    return Offer(REJOIN, "", Message("leave-rejoin"), is_main=True)
