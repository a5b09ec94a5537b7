"""How setting groups up and checking them looks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.groups import taps
from bot.groups.model import (
    Findings,
    Group,
    Lack,
    NoBuilding,
    NotGroupAdmin,
    Purpose,
    PurposeTaken,
)
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import Community

SET_UP = later("Set this group up")
CHECK = later("See what is missing")
LACKS = {
    Lack.NO_MAIN_GROUP: later("No group of residents yet. Add me to it and write /setup there."),
    Lack.NOT_SET_UP: later("This group is not set up."),
    Lack.DEAF: later("I hear only commands here, because I am not an administrator. Make me one."),
    Lack.CANNOT_PIN: later("I cannot pin the card. Make me an administrator who may pin."),
    Lack.CARD_NOT_ON_TOP: later("The card with the four buttons is not pinned on top."),
    Lack.NOT_SUPERGROUP: later("This is a small group. In its settings let newcomers see the history, then it grows."),
    Lack.NO_GENERAL: later("The General topic is hidden, so nobody sees my card. Show it again."),
    Lack.NO_ROLL: later("No household is on the roll. Import the roll."),
    Lack.NOBODY_JOINED: later("Nobody has joined yet. Hand out the household codes."),
    Lack.NO_LIAISON: later("Without a liaison: buildings {buildings}. Appoint someone."),
}
"""What is missing, why, and how to mend it, in one line."""
LACKS_ELDER = {
    Lack.NOT_SUPERGROUP: later("This is a small group. Let newcomers see the history in its settings."),
}
MOST_BUILDINGS = 6


def hello(say: Words) -> Screen:
    """The one message to a group that the bot was added to."""
    text = say(
        "Hello everybody. I help neighbours to report problems and to decide together. "
        "An administrator of this group taps the button; it takes a minute."
    )
    return Screen(text, ((Choice(say.plain(SET_UP), taps.SetUpGroup()),),))


def who_administers(say: Words) -> Screen:
    """In the group: who taps shows who they are, and is answered alone."""
    text = say("This is for the administrators of this group. Are you one? Please tap.")
    setup = Choice(say.plain("I am: set up"), taps.SetUpGroup())
    return Screen(text, ((setup,), (Choice(say.plain("I am: see what is missing"), taps.Check()),)))


def set_up(say: Words, community: Community, findings: Findings) -> Screen:
    """The group belongs to a community; with what is missing in it."""
    group = findings.group
    if group is None or group.purpose in (None, Purpose.MAIN):
        text = say("{name} is set up. The card with the four buttons is coming and will be pinned.",
                   name=community.name)  # fmt: skip
    else:
        text = say("Set up: {what} of {name}.", what=purpose(say, group), name=community.name)
    lines = [text, *(_line(say, lack, findings) for lack in findings.lacks)]
    change = Choice(say.plain("It is for something else"), taps.Choose(community=community.id))
    return screen(say, "\n".join(lines), change)


def which_community(say: Words, communities: Sequence[Community]) -> Screen:
    choices = [Choice(shorten(one.name, 30), taps.Choose(community=one.id)) for one in communities]
    return screen(say, say("Whose group is this?"), *choices, _anew(say))


def what_for(say: Words, community: int) -> Screen:
    """The purposes a group may have."""
    main, liaisons, moderators = (
        Choice(purpose(say, kind), taps.Assign(community=community, purpose=kind))
        for kind in (Purpose.MAIN, Purpose.LIAISONS, Purpose.MODERATORS)
    )
    building = Choice(purpose(say, Purpose.BUILDING), taps.ChooseBuilding(community=community))
    return screen(say, say("What is this group for?"), main, building, liaisons, moderators, _anew(say))


def which_building(say: Words, community: int, buildings: Sequence[int]) -> Screen:
    choices = [
        Choice(
            say.plain("Building {building}", building=building),
            taps.Assign(community=community, purpose=Purpose.BUILDING, building=building),
        )
        for building in buildings
    ]
    text = say("Which building?") if choices else say("No household is on the roll. Import the roll.")
    return screen(say, text, *choices, columns=4, back=taps.Choose(community=community))


def purpose(say: Words, what: Purpose | Group) -> str:
    """The purpose by name; a building's group with its building."""
    if isinstance(what, Group) and what.building is not None:
        return say.plain("the group of building {building}", building=what.building)
    names = {
        Purpose.MAIN: say.plain("Main group"),
        Purpose.BUILDING: say.plain("A building's group"),
        Purpose.LIAISONS: say.plain("Liaisons' group"),
        Purpose.MODERATORS: say.plain("Moderators' group"),
    }
    return names[(what.purpose if isinstance(what, Group) else what) or Purpose.MAIN]


def check(say: Words, findings: Findings, page: int = 0) -> Screen:
    """What is missing, a line each; in 长辈版 one after the other."""
    if not findings.lacks:
        return screen(say, say("All is well here: I hear, I can pin, the card is on top."))
    shown = findings.lacks
    following = []
    if say.elder:
        shown = [findings.lacks[page % len(findings.lacks)]]
        following = [Choice(say.plain("Show the next"), taps.Check(page=page + 1))] if len(findings.lacks) > 1 else []
    lines = [_line(say, lack, findings) for lack in shown]
    mending = [choice for lack in shown for choice in _mends(say, lack, findings.group)]
    return screen(say, "\n".join(lines), *mending, *following, columns=1)


def put_on_top(say: Words) -> Screen:
    return screen(say, say("The card is coming and will be pinned on top."))


def removed(say: Words, title: str, name: str) -> Screen:
    """To moderators, in private."""
    text = say("{name} took me out of the group {title}. What I owed it is dropped.", name=name,
               title=shorten(title, 12 if say.elder else 64))  # fmt: skip
    return screen(say, text)


def demoted(say: Words, title: str, name: str) -> Screen:
    """To moderators, in private."""
    text = say("In {title} I am no administrator any more ({name}). I hear commands only and cannot pin.", name=name,
               title=shorten(title, 12 if say.elder else 64))  # fmt: skip
    return screen(say, text)


def not_group_admin(say: Words, _: NotGroupAdmin) -> Screen:
    return screen(say, say("Only an administrator of this group can do this."))


def purpose_taken(say: Words, refusal: PurposeTaken) -> Screen:
    text = say("The group {title} is for this already. Take me out of it first, or choose another purpose.",
               title=shorten(refusal.title, 12 if say.elder else 64))  # fmt: skip
    return screen(say, text)


def no_building(say: Words, refusal: NoBuilding) -> Screen:
    return screen(say, say("Building {building} is not on the roll any more.", building=refusal.building))


def _line(say: Words, lack: Lack, findings: Findings) -> str:
    text = LACKS_ELDER.get(lack, LACKS[lack]) if say.elder else LACKS[lack]
    named = map(str, findings.without_liaison[:MOST_BUILDINGS])
    buildings = ("、" if say.language == "zh" else ", ").join(named)
    return say(text, buildings=f"{buildings}…" if len(findings.without_liaison) > MOST_BUILDINGS else buildings)


def _mends(say: Words, lack: Lack, group: Group | None) -> list[Choice]:
    """Where one tap mends it."""
    if lack is Lack.NOT_SET_UP:
        return [Choice(say.plain(SET_UP), taps.SetUpGroup())]
    if lack is Lack.CARD_NOT_ON_TOP and group is not None:
        return [Choice(say.plain("Pin the card again"), taps.PutOnTop(chat_id=group.chat_id))]
    return []


def _anew(say: Words) -> Choice:
    return Choice(say.plain("A new community"), taps.Found())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NotGroupAdmin: not_group_admin,
    PurposeTaken: purpose_taken,
    NoBuilding: no_building,
}
