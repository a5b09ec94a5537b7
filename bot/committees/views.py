"""How committees look, and how they are set up."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.committees import taps
from bot.committees.model import BadName, CategoryTaken, Committee, NoCommittee, Seen, Usual
from bot.concerns.views import NAMES as KINDS
from bot.concerns.views import category
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later, shorten
from bot.roles.taps import PickBuilding

COMMITTEES = later("Committees")
USUAL = {
    Usual.ENVIRONMENT: later("Committee for the environment"),
    Usual.CULTURE: later("Committee for culture and events"),
    Usual.SAFETY: later("Committee for safety and mediation"),
}
GIVE_AWAY, TAKE_ON = later("Give away: {kind}"), later("Take on: {kind}")
NOBODYS = later("To liaisons and moderators go: {kinds}")
LABEL = 14
"""Characters of a name on a button."""


def listed(say: Words, committees: Sequence[Committee], manages: bool, page: int = 0) -> Screen:
    choices = [Choice(shorten(one.name, LABEL), taps.SeeCommittee(committee=one.id)) for one in committees]
    names = {one.name for one in committees}
    usual = {one: say.plain(name) for one, name in USUAL.items()} if manages else {}
    choices += [
        Choice(say.plain("Set up: {name}", name=name), taps.FoundCommittee(usual=one))
        for one, name in usual.items()
        if name not in names
    ]
    choices.append(Choice(say.plain("Which kind goes to whom"), taps.SeeKinds()))
    text = say("There is no committee yet.")
    if committees:
        text = say("Each committee sees to concerns of its own kinds. Which one would you like to see?")
    if nobodys := [say.plain(name) for kind, name in KINDS.items() if _owner(committees, kind) is None]:
        text += "" if say.elder else "\n" + say(NOBODYS, kinds=say.plain(", ").join(nobodys))
    if manages and not say.elder:
        text += "\n" + say("Another one: /committees and its name.")
    shown = page_of(say, choices, page, taps.SeeCommittees(page=page + 1))
    return screen(say, text, *shown, columns=1, back=GoHome())


def kinds(say: Words, committees: Sequence[Committee], page: int = 0) -> Screen:
    """The table by which concerns find those who see to them; plain."""
    nobody = say.plain("liaisons and moderators")
    lines = [
        say.plain("{kind}: {whose}", kind=say.plain(name), whose=_owner(committees, kind) or nobody)
        for kind, name in KINDS.items()
    ]
    return paged(say, "\n".join(lines), page, lambda at: taps.SeeKinds(page=at), back=taps.SeeCommittees())


def _owner(committees: Sequence[Committee], kind: str) -> str | None:
    return next((shorten(one.name, LABEL) for one in committees if kind in one.categories), None)


def committee(say: Words, seen: Seen, page: int = 0) -> Screen:
    found, number = seen.committee, seen.committee.id
    kinds = [category(say, one) for one in sorted(found.categories)]
    if say.elder:
        text = say("{name}: {count} members.", name=shorten(found.name, LABEL), count=len(seen.members))
    else:
        nobody = say.plain("nobody yet")
        text = "\n".join([
            say("<b>{name}</b>", name=found.name),
            say("Sees to: {kinds}", kinds=say.plain(", ").join(kinds) or say.plain("nothing yet")),
            say("Members: {names}", names=say.plain(", ").join(seen.members) or nobody),
        ])  # fmt: skip
    choices = [Choice(say.plain("Month"), taps.SeeCommitteeMonth(committee=number))]
    choices += _managing(say, found) if seen.manages else []
    shown = page_of(say, choices, page, taps.SeeCommittee(committee=number, page=page + 1))
    return screen(say, text, *shown, back=taps.SeeCommittees())


def _managing(say: Words, found: Committee) -> list[Choice]:
    members = Choice(say.plain("Appoint a member"), PickBuilding())
    ending = Choice(say.plain("End this committee"), taps.EndCommittee(committee=found.id))
    kinds = [
        Choice(
            say.plain(GIVE_AWAY if kind in found.categories else TAKE_ON, kind=say.plain(name)),
            taps.AssignCategory(committee=found.id, category=kind, its_own=kind not in found.categories),
        )
        for kind, name in KINDS.items()
    ]
    return [members, *kinds, ending]


def ask_end(say: Words, seen: Seen) -> Screen:
    number, name = seen.committee.id, shorten(seen.committee.name, LABEL)
    sure = Choice(say.plain("Yes, end the committee"), taps.EndCommittee(committee=number, sure=True))
    text = say("End {name}? Its concerns go to liaisons and moderators.", name=name)
    return screen(say, text, sure, back=taps.SeeCommittee(committee=number))


def no_committee(say: Words, _: NoCommittee) -> Screen:
    return screen(say, say("There is no such committee any more."), back=taps.SeeCommittees())


def bad_name(say: Words, refusal: BadName) -> Screen:
    return screen(say, say("Please give it a name of at most {most} characters.", most=refusal.most))


def category_taken(say: Words, refusal: CategoryTaken) -> Screen:
    kind, name = category(say, refusal.category), shorten(refusal.by, LABEL)
    text = say("{kind} belongs to {name}. One kind belongs to one committee.", kind=kind, name=name)
    return screen(say, text, back=taps.SeeCommittees())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoCommittee: no_committee,
    BadName: bad_name,
    CategoryTaken: category_taken,
}
