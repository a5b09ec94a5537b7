"""The desk of whoever chairs: everything by buttons, the next thing first."""

from collections.abc import Iterator

from bot.agenda.model.item import Item
from bot.floor import taps
from bot.floor.closing_views import closed
from bot.floor.model.desk import Desk, OnFloor, Speaker
from bot.floor.model.treated import NoVote
from bot.floor.part_views import STANDS, close_label, counted, how_long, see_desk, title, whether_voted, who_is_there
from bot.floor.views import tally_line
from bot.kit.home import BEGIN_VOTE, OpenVote
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, shorten
from bot.sittings.model.sitting import SittingId

SHOWN = 5
"""Of those who wait for the floor."""
NAME = 20


def to_open(say: Words, desk: Desk) -> Screen:
    """Before it is opened."""
    text = say("The deliberation day of {day}. Do you chair it?", day=say.time(desk.sitting.starts_at))
    if not say.elder:
        text = "\n".join(
            (text, say("{count} items are on its agenda.", count=len(desk.ahead)), tally_line(say, desk.tally))
        )
    opening = Choice(say.plain("Open it, I chair"), taps.OpenSitting(sitting=desk.sitting.id))
    return screen(say, text, opening, back=GoHome())


def desk(say: Words, desk: Desk, page: int) -> Screen:
    """While it runs, or what became of it."""
    if desk.session is None:
        return to_open(say, desk)
    if not desk.session.runs:
        return closed(say, desk)
    lines = list(_lines_elder(say, desk) if say.elder else _lines(say, desk))
    turn = taps.SeeDesk(sitting=desk.sitting.id, page=page + 1)
    return screen(say, "\n".join(lines), *page_of(say, list(_deeds(say, desk)), page, turn), columns=1)


def opened(say: Words, desk: Desk) -> Screen:
    """The code, large, once the sitting is open."""
    if desk.session is None or not desk.session.runs:
        return closed(say, desk)
    text = say("It is open.\nThe check-in code:\n<b>{code}</b>\nPlease write it on the board.", code=desk.session.code)
    return screen(say, text, see_desk(say, desk.sitting.id))


def _lines(say: Words, desk: Desk) -> Iterator[str]:
    code = desk.session.code if desk.session else ""
    yield say("Check-in code: <b>{code}</b>", code=code)
    yield who_is_there(say, desk.present)
    if desk.present.remote:
        yield say("{remote} of them from afar.", remote=desk.present.remote)
    yield ""
    if desk.open is None:
        if desk.ahead:
            yield say("No item is open. {left} are ahead.", left=len(desk.ahead))
        else:
            yield say("Everything on the agenda was treated.")
        return
    on_floor = desk.open
    yield say("Now: {position}. {what} ({whether})", position=on_floor.treated.position, what=title(say, on_floor.item),
              whether=whether_voted(say, on_floor.treated))  # fmt: skip
    if on_floor.treated.result:
        yield counted(say, on_floor.treated.result)
        yield say("It is final when you close the item.")
    if on_floor.speaks:
        yield say(
            "Speaking: {who}, {long}", who=_who(say, on_floor.speaks), long=how_long(say, on_floor.speaks.turn.seconds)
        )
    for position, speaker in enumerate(on_floor.following[:SHOWN], 1):
        yield say("Waiting {position}: {who}", position=position, who=_who(say, speaker))


def _lines_elder(say: Words, desk: Desk) -> Iterator[str]:
    there = desk.present
    yield say("Code {code}, {people} here", code=desk.session.code if desk.session else "", people=there.people)
    yield say("Enough to decide") if there.quorum_met else say("{missing} more needed", missing=there.missing)
    if desk.open is not None:
        yield say("Now: {what}", what=title(say, desk.open.item))
        if desk.open.speaks:
            yield say("Speaking: {who}", who=shorten(desk.open.speaks.name, 8))


def _who(say: Words, speaker: Speaker) -> str:
    return say.plain("{name} ({stand})", name=shorten(speaker.name, NAME), stand=say.plain(STANDS[speaker.turn.stand]))


def _deeds(say: Words, desk: Desk) -> Iterator[Choice]:
    sitting = desk.sitting.id
    if desk.open is not None:
        yield from _deeds_on(say, desk, desk.open)
    else:
        yield from _ahead(say, desk)
        yield Choice(close_label(say, desk.present), taps.CloseSitting(sitting=sitting))
    yield Choice(say.plain("See how it stands"), taps.SeeDesk(sitting=sitting))
    yield Choice(say.plain("Hand the chair over"), taps.HandOver(sitting=sitting))


def _deeds_on(say: Words, desk: Desk, on_floor: OnFloor) -> Iterator[Choice]:
    sitting, item = desk.sitting.id, on_floor.item.id
    if on_floor.speaks or on_floor.following:
        waiting = len(on_floor.following)
        label = (
            say.plain("Next speaker please ({waiting} wait)", waiting=waiting) if waiting else say.plain("Thank you")
        )
        yield Choice(label, taps.NextPlease(sitting=sitting, item=item, after=on_floor.last))
    if on_floor.treated.voted and not on_floor.treated.balloted:
        label = say.plain("Count again") if on_floor.treated.result else say.plain("Count hands")
        yield Choice(label, taps.CountHands(sitting=sitting, item=item))
        yield Choice(say.plain(BEGIN_VOTE), OpenVote(item=item))
    if on_floor.treated.talk_only is NoVote.QUORUM and desk.present.quorum_met:
        yield Choice(say.plain("Enough now: open it for a vote"), taps.OpenItem(sitting=sitting, item=item))
    yield Choice(say.plain("Close this item"), taps.CloseItem(sitting=sitting, item=item))


def _ahead(say: Words, desk: Desk) -> Iterator[Choice]:
    sitting = desk.sitting.id
    if desk.ahead:
        yield open_item(say, desk.ahead[0], sitting)
    if len(desk.ahead) > 1:
        yield Choice(say.plain("Another item first"), taps.PickItem(sitting=sitting))
    yield Choice(say.plain("Talk about something else"), taps.PickOther(sitting=sitting))


def open_item(say: Words, item: Item, sitting: SittingId) -> Choice:
    return Choice(say.plain("Open: {what}", what=title(say, item)), taps.OpenItem(sitting=sitting, item=item.id))
