"""The forms in which an admin changes a person, a firm, or who looks after several firms; and reading them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Literal

from bot.core import actions
from bot.core.membership.models import email_key
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Reply, Said, chosen_of
from bot.core.people import Company, Member, Role

NEW = "new"
NOBODY = "nobody"
FIRMS, TO, WELCOME, TEXT, ROLE, COMPANY_NAME = "firms", "coordinator", "welcome", "text", "role", "company_name"
ANY, YES, NO = "any", "yes", "no"
TRADES = ("metalworking", "plastics", "food", "textiles", "electronics", "software", "agriculture", "construction",
          "other")  # fmt: skip
_ROLES = (Role.MEMBER, Role.COORDINATOR, Role.ADMIN)


def person_form(id: str, values: Mapping[str, str], *, has_address: bool, fault: Message | None = None) -> Reply:
    """Of one person, or of somebody new; why it could not be kept stands on top."""
    parts: list[Part] = [Said(fault)] if fault else []
    if id == NEW:
        parts.append(Said(Message("roster-new-intro")))
    parts += _of_person(values, is_new=id == NEW, has_address=has_address)
    title = Message("roster-new-title" if id == NEW else "roster-person-form-title")
    submit = Offer(actions.PEOPLE_SEND, id, Message("roster-submit"), is_main=True)
    return Reply(title=title, parts=tuple(parts), submit=submit)


def _of_person(values: Mapping[str, str], *, is_new: bool, has_address: bool) -> Iterator[Part]:
    yield _line("name", values, longest=100)
    yield _line("email", values, longest=254, is_required=False)
    if not has_address:
        if is_new:
            yield _field("address", "person", values, is_required=False, hint="roster-hint-address-person")
        else:
            yield _line("address", values, longest=32, is_required=False, hint="roster-hint-address-line")
    yield _line(COMPANY_NAME, values, longest=100, is_required=False, hint="roster-hint-company")
    roles = tuple(Choice(str(one), Message("roster-role", {"role": str(one)})) for one in _ROLES)
    yield _field("roles", "choices", values, roles, is_required=False, hint="roster-hint-roles")
    locales = tuple(Choice(one, Message("roster-locale", {"locale": one})) for one in ("ja", "en"))
    yield _field("locale", "choice", values, locales, is_required=False)
    yield _field("works_from", "time", values)
    yield _field("works_until", "time", values)
    days = tuple(Choice(str(one), Message("roster-weekday", {"weekday": one})) for one in range(1, 8))
    yield _field("works_on", "choices", values, days)
    yield _field("leaves_on", "date", values, is_required=False, hint="roster-hint-leaves_on")
    if is_new:
        at_once = (Choice(NO, Message("roster-welcome-later")), Choice(YES, Message("roster-welcome-now")))
        yield _field(WELCOME, "choice", {WELCOME: NO, **values}, at_once, hint="roster-hint-welcome")


def person_read(values: Mapping[str, str], held: Mapping[str, str]) -> dict[str, str] | None:
    """The fields of a person as they were filled in, the firm left out; None where a day or a time is none."""
    read = {one: " ".join(values.get(one, held[one]).split()) for one in ("name", "address", "locale")}
    read["email"] = email_key(values.get("email", held["email"])).removeprefix("mailto:")
    read["address"] = read["address"].upper()
    roles = [one for one in chosen_of(values.get("roles", "")) if one in {str(role) for role in _ROLES}]
    read["roles"] = ",".join(sorted(roles))
    days = [one for one in chosen_of(values.get("works_on", held["works_on"])) if one in set("1234567")]
    read["works_on"] = ",".join(sorted(days))
    try:
        for name in ("works_from", "works_until"):
            read[name] = f"{time.fromisoformat(values.get(name, held[name])):%H:%M}"
        day = values.get("leaves_on", held["leaves_on"])
        read["leaves_on"] = date.fromisoformat(day).isoformat() if day else ""
    except ValueError:
        return None
    return read


def company_form(company: Company, values: Mapping[str, str], staff: Sequence[Member], fault: Message | None) -> Reply:
    """Of one firm: its name, its trade, who looks after it."""
    trades = tuple(Choice(one, Message("roster-trade", {"trade": one})) for one in TRADES)
    parts = (
        *((Said(fault),) if fault else ()),
        _line("name", values, longest=100),
        _field("trade", "choice", values, trades, is_required=False),
        coordinator_field(values.get(TO) or NOBODY, staff),
    )
    submit = Offer(actions.FIRM_SEND, company.id, Message("roster-submit"), is_main=True)
    return Reply(title=Message("roster-firm-form-title"), parts=parts, submit=submit)


def assign_form(firms: Sequence[Company], staff: Sequence[Member], names: Mapping[str, str], fault: Message | None,
                reference: str) -> Reply:  # fmt: skip
    """Several firms to one coordinator; `names` are coordinators by id. A menu holds a hundred firms: page by page, or
    those that were found by a part of their name."""
    choices = tuple(Choice(one.id, _with_coordinator(one, names)) for one in firms)
    parts = (
        *((Said(fault),) if fault else ()),
        Said(Message("roster-assign-intro")),
        Field(name=FIRMS, label=Message("roster-field-firms"), kind="choices", choices=choices),
        coordinator_field("", staff),
    )
    submit = Offer(actions.FIRMS_ASSIGN_SEND, reference, Message("roster-assign-submit"), is_main=True)
    return Reply(title=Message("roster-assign-title"), parts=parts, submit=submit)


def coordinator_field(held: str, staff: Sequence[Member]) -> Field:
    """Who looks after it; nobody is an answer."""
    people = tuple(Choice(one.id, one.name) for one in staff[: MOST_CHOICES - 1])
    choices = (*people, Choice(NOBODY, Message("roster-nobody")))
    return Field(name=TO, label=Message("roster-field-coordinator"), kind="choice", choices=choices, initial=held)


def sift_form(text: str, role: str) -> Reply:
    """By what the list is narrowed down."""
    roles = tuple(Choice(str(one), Message("roster-role", {"role": str(one)})) for one in Role)
    parts = (
        Field(name=TEXT, label=Message("roster-field-text"), initial=text, is_required=False, longest=60),
        Field(name=ROLE, label=Message("roster-field-role"), kind="choice", initial=role or ANY,
              choices=(Choice(ANY, Message("roster-any")), *roles)),
    )  # fmt: skip
    submit = Offer(actions.PEOPLE_SIFT_SEND, "-", Message("roster-sift-submit"), is_main=True)
    return Reply(title=Message("roster-sift-title"), parts=parts, submit=submit)


def firm_sift_form(text: str, coordinator: str, staff: Sequence[Member]) -> Reply:
    """By what the list of firms is narrowed down."""
    people = tuple(Choice(one.id, one.name) for one in staff[: MOST_CHOICES - 2])
    held = (Choice(ANY, Message("roster-any")), Choice(NOBODY, Message("roster-nobody")), *people)
    parts = (
        Field(name=TEXT, label=Message("roster-field-firm-text"), initial=text, is_required=False, longest=60),
        Field(name=TO, label=Message("roster-field-coordinator"), kind="choice", initial=coordinator or ANY,
              choices=held),
    )  # fmt: skip
    submit = Offer(actions.FIRM_SIFT_SEND, "-", Message("roster-sift-submit"), is_main=True)
    return Reply(title=Message("roster-firm-sift-title"), parts=parts, submit=submit)


def _with_coordinator(company: Company, names: Mapping[str, str]) -> Message:
    name = names.get(company.coordinator_id or "", "none")
    return Message("roster-firm-choice", {"company": company.name[:40], "name": name[:20]})


def _line(name: str, values: Mapping[str, str], *, longest: int, is_required: bool = True, hint: str = "") -> Field:
    return Field(
        name=name,
        label=Message(f"roster-field-{name}"),
        initial=values.get(name, ""),
        longest=longest,
        is_required=is_required,
        hint=Message(hint) if hint else None,
    )


def _field(
    name: str,
    kind: Literal["line", "choice", "choices", "date", "time", "person"],
    values: Mapping[str, str],
    choices: tuple[Choice, ...] = (),
    *,
    is_required: bool = True,
    hint: str = "",
) -> Field:
    return Field(
        name=name,
        label=Message(f"roster-field-{name}"),
        kind=kind,
        choices=choices,
        initial=values.get(name, ""),
        is_required=is_required,
        hint=Message(hint) if hint else None,
    )
