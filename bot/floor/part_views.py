"""Sentences that several screens of a sitting have in common."""

from bot.agenda.model.item import Item, Outcome
from bot.floor import taps
from bot.floor.model.presence import Present
from bot.floor.model.queue import Stand
from bot.floor.model.treated import NoVote, Result, TalkOnly, Treated
from bot.kit.screens import Choice
from bot.kit.words import Words, later, shorten
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import SittingId

WHY: dict[TalkOnly, str] = {
    NoVote.OTHER_BUSINESS: later("not on the agenda"),
    NoVote.QUORUM: later("no quorum yet"),
    WhyTalkOnly.GONE: later("not on the agenda"),
    WhyTalkOnly.WRONG_STEP: later("not in review"),
    WhyTalkOnly.NO_WORDING: later("no final wording"),
    WhyTalkOnly.SHORT: later("sitting called late"),
    WhyTalkOnly.NOT_YET: later("not published"),
    WhyTalkOnly.ADDED: later("added late"),
    WhyTalkOnly.REWORDED: later("reworded late"),
    WhyTalkOnly.RESCOPED: later("scope changed late"),
    WhyTalkOnly.LATE: later("published late"),
}
STANDS = {Stand.PRO: later("For it"), Stand.CON: later("Against it"), Stand.OTHER: later("Just say something")}
TITLE, TITLE_ELDER = 40, 10
"""Characters of what an item is about."""
SECONDS = 60
CHECK_IN = later("Check in")
WANT_FLOOR = later("I want to speak")


def title(say: Words, item: Item) -> str:
    """In few words, not escaped."""
    return shorten(item.what, TITLE_ELDER if say.elder else TITLE)


def who_is_there(say: Words, there: Present) -> str:
    """How many have come, and whether it is enough."""
    if there.seats and there.quorum_met:
        return say("{people} people are here, {counted} of {seats} representatives: enough to decide.",
                   people=there.people, counted=there.counted, seats=there.seats)  # fmt: skip
    if there.seats:
        return say("{people} people are here, {counted} of {seats} representatives: {missing} more are needed.",
                   people=there.people, counted=there.counted, seats=there.seats, missing=there.missing)  # fmt: skip
    if there.quorum_met:
        return say("{people} people are here: enough to decide.", people=there.people)
    return say("{people} people are here: {missing} more are needed.", people=there.people, missing=there.missing)


def whether_voted(say: Words, treated: Treated) -> str:
    """Plain."""
    if treated.balloted:
        return say.plain("a vote runs on it")
    if treated.talk_only is None:
        return say.plain("can be voted on")
    return say.plain("talk only: {why}", why=say.plain(WHY[treated.talk_only]))


def counted(say: Words, result: Result) -> str:
    """The numbers, and what follows."""
    message = later("For {yes}, against {no}, abstained {abstained}: adopted.")
    if result.outcome is Outcome.REJECTED:
        message = later("For {yes}, against {no}, abstained {abstained}: not adopted.")
    return say(message, yes=result.yes, no=result.no, abstained=result.abstained)


def rule(say: Words) -> str:
    return say("More for than against adopts; equally many do not.")


def how_long(say: Words, seconds: int) -> str:
    """Plain: 2 minutes."""
    if seconds % SECONDS:
        return say.plain("{count} seconds", count=seconds)
    return say.plain("{count} minutes", count=seconds // SECONDS)


def check_in(say: Words) -> Choice:
    return Choice(say.plain(CHECK_IN), taps.CheckInHere())


def from_afar(say: Words, sitting: SittingId) -> Choice:
    return Choice(say.plain("Take part from afar"), taps.CheckInFromAfar(sitting=sitting))


def want_floor(say: Words) -> Choice:
    return Choice(say.plain(WANT_FLOOR), taps.WantFloor())


def see_desk(say: Words, sitting: SittingId) -> Choice:
    return Choice(say.plain("The chair's desk"), taps.SeeDesk(sitting=sitting))


def close_label(say: Words, there: Present) -> str:
    """Plain."""
    return say.plain("Close the sitting") if there.quorum_met else say.plain("Too few: adjourn")
