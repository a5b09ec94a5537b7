"""How appointing looks to moderators, and what those hear whom it is about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, pages, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import Resident
from bot.roles import taps, which_views
from bot.roles.model import (
    OF_A_BUILDING,
    OF_A_COMMITTEE,
    OF_A_FIELD,
    UNTIL_DISMISSED,
    Appointment,
    Candidate,
    ChangedMeanwhile,
    Expertise,
    Incompatible,
    LastHolder,
    NobodyMeant,
    NoResidentHere,
    NotAllowed,
    OnlyAdvises,
    Reason,
    Role,
    Terms,
    TooYoung,
    Volunteered,
    field_at,
)
from bot.roles.tier_views import ACTS, BOUNDARY, FIELDS, ROLES, what_roles_may

REASONS = {
    Reason.ELECTED: later("Elected by the residents"),
    Reason.ASKED: later("Asked by the community"),
    Reason.VOLUNTEERED: later("Volunteered"),
}
PAGE_OF_PEOPLE = 24
"""Names on one screen of who is not in 长辈版."""


def pick_building(say: Words, buildings: Sequence[int], page: int) -> Screen:
    label = "Building {building}"
    choices = [Choice(say.plain(label, building=n), taps.PickPerson(building=n)) for n in buildings]
    text = say("Who is to have a role? Please choose the building where they live.")
    return screen(say, text, *page_of(say, choices, page, taps.PickBuilding(page=page + 1)), columns=4, back=GoHome())


def pick_person(say: Words, building: int, people: Sequence[Resident], page: int) -> Screen:
    choices = [Choice(one.name, taps.LookUp(who=one.telegram_id)) for one in people if one.telegram_id]
    turn = taps.PickPerson(building=building, page=page + 1)
    if say.elder:
        shown = page_of(say, choices, page, turn)
    else:
        start = page * PAGE_OF_PEOPLE % (len(choices) or 1)
        shown = choices[start : start + PAGE_OF_PEOPLE]
        shown += [Choice(say.plain("More choices"), turn)] if len(choices) > PAGE_OF_PEOPLE else []
    text = say("These people of building {building} have joined.", building=building)
    return screen(say, text, *shown, columns=3, back=taps.PickBuilding())


def candidate(say: Words, candidate: Candidate, page: int) -> Screen:
    """What somebody holds, and what can be done about it."""
    who = candidate.reader.telegram_id
    ending = [
        Choice(say.plain("Dismiss: {role}", role=_title(say, held)), taps.Dismiss(who=who, appointment=held.id))
        for held in candidate.held
    ]
    giving = [
        Choice(say.plain("Appoint: {role}", role=say.plain(name)), taps.Offer(who=who, role=role))
        for role, name in ROLES.items()
    ]
    text = say("What shall {name} be?", name=candidate.name)
    if not say.elder:
        text = "\n".join([text, *(_line(say, held) for held in candidate.held)])
    shown = page_of(say, [*ending, *giving], page, taps.LookUp(who=who, page=page + 1))
    return screen(say, text, *shown, columns=1, back=taps.PickBuilding())


def offer(say: Words, candidate: Candidate, tap: taps.Offer, terms: Terms) -> Screen:
    """The next question, or the read-back."""
    back = taps.LookUp(who=tap.who)
    if tap.role in OF_A_BUILDING and tap.building < 0:
        return which_views.which_building(say, tap, terms.buildings)
    if tap.role in OF_A_COMMITTEE and tap.building < 0:
        return which_views.which_committee(say, tap, terms)
    if tap.role in OF_A_FIELD and tap.building < 0:
        return which_views.which_field(say, tap)
    if tap.role not in UNTIL_DISMISSED and tap.years == taps.NOT_SAID:
        offered = {years: say.plain("{years} years", years=years) for years in terms.years}
        offered |= {0: say.plain("Until dismissed")}
        choices = [Choice(label, tap.model_copy(update={"years": years})) for years, label in offered.items()]
        return screen(say, say("For how long?"), *choices, back=back)
    if tap.reason is Reason.UNSAID:
        choices = [Choice(say.plain(label), tap.model_copy(update={"reason": one})) for one, label in REASONS.items()]
        return screen(say, say("How did it come about?"), *choices, columns=1, back=back)
    sure = Choice(say.plain("Appoint"), tap.model_copy(update={"changes": candidate.changes}))
    return screen(say, _read_back(say, candidate, tap, terms.committees), sure, back=back)


def _read_back(say: Words, candidate: Candidate, tap: taps.Offer, committees: Mapping[int, str]) -> str:
    building = tap.building if tap.role in OF_A_BUILDING else None
    field = field_at(tap.building) if tap.role in OF_A_FIELD else None
    committee = committees.get(tap.building, "") if tap.role in OF_A_COMMITTEE else ""
    role = _of(say, tap.role, building, committee, field)
    if tap.years > 0:
        return say("{name}: {role}, for {years} years. Is that right?", name=candidate.name, role=role, years=tap.years)
    return say("{name}: {role}, until dismissed. Is that right?", name=candidate.name, role=role)


def appointed(say: Words, made: Appointment) -> Screen:
    text = say("Done: {role}. They are told now.", role=_title(say, made))
    return screen(say, text, Choice(say.plain("See the person"), taps.LookUp(who=made.telegram_id)), back=GoHome())


def ask_dismissal(say: Words, held: Appointment) -> Screen:
    sure = taps.Dismiss(who=held.telegram_id, appointment=held.id, sure=True)
    text = say("End this role: {role}? The person is told.", role=_title(say, held))
    return screen(say, text, Choice(say.plain("End it"), sure), back=taps.LookUp(who=held.telegram_id))


def dismissed(say: Words, who: int) -> Screen:
    text = say("This role has ended. What it did stays in the records.")
    return screen(say, text, Choice(say.plain("See the person"), taps.LookUp(who=who)), back=GoHome())


def you_are_appointed(say: Words, made: Appointment) -> Sequence[Screen]:
    """To the person; in 长辈版 on successive messages."""
    title = _title(say, made)
    if made.ends_at is None:
        text = say("Thank you for doing this: you are now {role}.", role=title)
    else:
        day = say.date(made.ends_at - timedelta(seconds=1))
        text = say("Thank you for doing this: you are now {role}, until {day}.", role=title, day=day)
    may = say("You may now: {acts}.", acts=what_roles_may(say, made.role))
    parts = [*pages(text), *pages(may)] if say.elder else [text + "\n" + may]
    return [*(Screen(part) for part in parts[:-1]), screen(say, parts[-1])]


def you_are_dismissed(say: Words, ended: Appointment) -> Screen:
    text = say("Your time as {role} has ended. Thank you for all you have done.", role=_title(say, ended))
    return screen(say, text)


def term_ends(say: Words, held: Appointment) -> Screen:
    """The reminder. Only for appointments with an end."""
    day = say.date(held.ends_at - timedelta(seconds=1)) if held.ends_at else ""
    text = say("Your time as {role} ends on {day}. To go on, tell a moderator.", role=_title(say, held), day=day)
    return screen(say, text)


def somebody_would(say: Words, event: Volunteered) -> Screen:
    """To moderators."""
    text = say("{name} would like to be: {role}.", name=event.name, role=say.plain(ROLES[event.role]))
    return screen(say, text, Choice(say.plain("See the person"), taps.LookUp(who=event.telegram_id)))


def _title(say: Words, held: Appointment) -> str:
    return _of(say, held.role, held.building, held.named, held.expertise)


def _of(say: Words, role: Role, building: int | None, committee: str, field: Expertise | None) -> str:
    name = say.plain(ROLES[role])
    if field is not None:
        return say.plain("{role} for {field}", role=name, field=say.plain(FIELDS[field]))
    if committee:
        return say.plain("{role} of: {committee}", role=name, committee=shorten(committee, which_views.LABEL))
    return name if building is None else say.plain("{role} of building {building}", role=name, building=building)


def _line(say: Words, held: Appointment) -> str:
    if held.ends_at is None:
        return say("Is {role}.", role=_title(say, held))
    return say("Is {role}, until {day}.", role=_title(say, held), day=say.date(held.ends_at - timedelta(seconds=1)))


def not_allowed(say: Words, _: NotAllowed) -> Screen:
    return screen(say, say("This is for moderators and building liaisons. If you need it done, ask a person."))


def only_advises(say: Words, refusal: OnlyAdvises) -> Screen:
    act = say.plain(ACTS[refusal.act])
    text = say("Guides advise here; this is for residents and whom they have chosen: {act}.", act=act)
    return screen(say, text, Choice(say.plain(BOUNDARY), taps.SeeBoundary()), back=GoHome())


def incompatible(say: Words, refusal: Incompatible) -> Screen:
    role, held = say.plain(ROLES[refusal.role]), say.plain(ROLES[refusal.held])
    return screen(say, say("{held} and {role} are not for one person: who decides is watched by others.",
                           held=held, role=role))  # fmt: skip


def last_holder(say: Words, refusal: LastHolder) -> Screen:
    role = say.plain(ROLES[refusal.role])
    return screen(say, say("This is the only {role}. Please appoint another one first.", role=role))


def nobody_meant(say: Words, _: NobodyMeant) -> Screen:
    text = say("I do not see whom you mean. They must have written to me once. Choose them from the list.")
    return screen(say, text, Choice(say.plain("Choose from the list"), taps.PickBuilding()), back=GoHome())


def too_young(say: Words, _: TooYoung) -> Screen:
    return screen(say, say("This is for those of 18 and older. Being younger, you can still report and read along."))


def no_resident_here(say: Words, _: NoResidentHere) -> Screen:
    return screen(say, say("This role is for people who live here. They join their household first."))


def changed_meanwhile(say: Words, _: ChangedMeanwhile) -> Screen:
    text = say("Something has changed since. Please look again and choose anew.")
    return screen(say, text, Choice(say.plain("Choose from the list"), taps.PickBuilding()), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NotAllowed: not_allowed,
    OnlyAdvises: only_advises,
    Incompatible: incompatible,
    LastHolder: last_holder,
    NobodyMeant: nobody_meant,
    TooYoung: too_young,
    NoResidentHere: no_resident_here,
    ChangedMeanwhile: changed_meanwhile,
}
