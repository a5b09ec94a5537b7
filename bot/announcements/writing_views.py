"""How an announcement is written: one question after the other, then what can be done with it."""

from collections.abc import Iterator
from datetime import datetime

from bot.announcements import taps
from bot.announcements.forms import Part, Sight
from bot.announcements.model import Whom
from bot.announcements.views import HOLDERS, whom
from bot.kit.home import ANNOUNCE, Announce
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later

KINDS = {
    Whom.GROUP: later("The group"),
    Whom.JOINED: later("All who have joined"),
    Whom.BUILDINGS: later("Some buildings"),
    Whom.ROLE: later("Those with a role"),
}


def question(say: Words, sight: Sight, page: int = 0) -> Screen:
    """What is to be said next, or what can be done with the whole."""
    match sight.draft.asks:
        case Part.WHOM:
            return _ask_whom(say, sight)
        case Part.BUILDINGS:
            return _ask_buildings(say, sight, page)
        case Part.ROLE:
            return _ask_role(say, sight, page)
        case Part.TEXT:
            text = say("Please write what you would like to say to {whom}, in at most {most} characters.",
                       whom=whom(say, sight.draft.audience), most=sight.most)  # fmt: skip
            return screen(say, text, _drop(say, sight))
        case Part.ENGLISH:
            return _ask_english(say, sight)
    return _decide(say, sight, page)


def _ask_whom(say: Words, sight: Sight) -> Screen:
    kinds = [Choice(say.plain(kind), taps.GoesTo(key=sight.draft.key, whom=one)) for one, kind in KINDS.items()]
    others = [] if say.elder else [Choice(say.plain("What was announced"), taps.SeeAnnouncements())]
    return screen(say, say("Who shall read it?"), *kinds, *others, back=GoHome())


def _ask_buildings(say: Words, sight: Sight, page: int) -> Screen:
    key, chosen = sight.draft.key, sight.draft.buildings
    done = [Choice(say.plain("Those are all"), taps.AllBuildings(key=key))] if chosen else []
    labels = {one: say.plain("building {number}", number=one) for one in sight.buildings}
    choices = [
        Choice(f"✓ {label}" if one in chosen else label, taps.GoesToBuilding(key=key, building=one, page=page))
        for one, label in labels.items()
    ]
    shown = page_of(say, [*done, *choices], page, taps.MoreBuildings(key=key, page=page + 1))
    if not chosen:
        return screen(say, say("Which buildings shall read it? Tap each of them."), *shown, columns=4, back=GoHome())
    text = say("So far: {whom}. Tap further ones, or say that those are all.", whom=whom(say, sight.draft.audience))
    return screen(say, text, *shown, columns=4, back=GoHome())


def _ask_role(say: Words, sight: Sight, page: int) -> Screen:
    key = sight.draft.key
    roles = [Choice(say.plain(name), taps.GoesToRole(key=key, role=role)) for role, name in HOLDERS.items()]
    shown = page_of(say, roles, page, taps.MoreRoles(key=key, page=page + 1))
    return screen(say, say("Which of them shall read it?"), *shown, back=GoHome())


def _ask_english(say: Words, sight: Sight) -> Screen:
    text = say("Please write the same in English, in at most {most} characters.", most=sight.most)
    return screen(say, text, Choice(say.plain("No English text"), taps.NoEnglish(key=sight.draft.key)))


def _decide(say: Words, sight: Sight, page: int) -> Screen:
    key = sight.draft.key
    shown = page_of(say, [*_moments(say, sight), *_other_ways(say, sight)], page, taps.MoreWays(key=key, page=page + 1))
    values = {"whom": whom(say, sight.draft.audience), "readers": f"{sight.readers:,}"}
    if sight.draft.whom is Whom.GROUP:
        text = say("This is how it looks, in {whom}. When shall it go out?", **values)
    else:
        text = say("This is how it looks, to {whom}: {readers}. When shall it go out?", **values)
    return screen(say, text, *shown, columns=1, back=GoHome())


def _moments(say: Words, sight: Sight) -> Iterator[Choice]:
    key = sight.draft.key
    if sight.awake_at > sight.now:
        yield Choice(say.plain("After the quiet hours, {time}", time=say.time(sight.awake_at)), taps.SendIt(key=key))
        yield Choice(say.plain("It is urgent: now"), taps.SendIt(key=key, urgent=True))
    else:
        yield Choice(say.plain("Send it now"), taps.SendIt(key=key))
    for at in sight.moments:
        if at != sight.awake_at:
            yield Choice(say.plain("On {time}", time=say.time(at)), taps.SendIt(key=key, at=_minutes(at)))


def _other_ways(say: Words, sight: Sight) -> Iterator[Choice]:
    key = sight.draft.key
    if sight.draft.whom is not Whom.GROUP:
        yield Choice(say.plain("See it in large print"), taps.SeeDraft(key=key, elder=True))
    if sight.draft.english:
        yield Choice(say.plain("See it in English"), taps.SeeDraft(key=key, english=True))
    else:
        yield Choice(say.plain("Add an English text"), taps.AddEnglish(key=key))
    yield Choice(say.plain("Write it anew"), taps.Reword(key=key))
    yield _drop(say, sight)


def _drop(say: Words, sight: Sight) -> Choice:
    return Choice(say.plain("Announce nothing"), taps.DropAnnouncement(key=sight.draft.key))


def _minutes(at: datetime) -> int:
    return int(at.timestamp()) // 60


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, nothing is announced."), Choice(say.plain(ANNOUNCE), Announce()), back=GoHome())


def cannot_read(say: Words, sight: Sight) -> Screen:
    """Something else than words came."""
    return screen(say, say("Here I need words. Please write it, or tap a button."), _drop(say, sight))


def only_in_private(say: Words) -> Screen:
    """In the group the command only says where it works."""
    return screen(say, say("Announcements are written in our private chat."), Choice(say.plain(ANNOUNCE), Announce()))
