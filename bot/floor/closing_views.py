"""How it looks when the chair changes, and when a sitting ends."""

from collections.abc import Sequence
from datetime import datetime

from bot.floor import taps
from bot.floor.model.desk import Desk
from bot.floor.model.presence import Present
from bot.floor.part_views import close_label, see_desk
from bot.floor.views import tally_line
from bot.kit.people import Reader
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, shorten
from bot.sittings.model.sitting import Sitting, SittingId

MUCH = 60
"""Percent of all turns: when three people had more, the chair is told."""
NAME = 20


def closed(say: Words, desk: Desk) -> Screen:
    """What became of it."""
    there = desk.session.present if desk.session and desk.session.present else desk.present
    adjourned = desk.session is None or desk.session.adjourned
    text = say("The sitting is over. {people} people were here.", people=there.people)
    if adjourned:
        text = say("Adjourned: {missing} were missing. What was not treated can be put on another day.",
                   missing=there.missing)  # fmt: skip
    if not say.elder:
        much = [say("Three people had {percent}% of all turns. Next time others could speak first.",
                    percent=desk.top_share)] if desk.top_share > MUCH else []  # fmt: skip
        text = "\n".join((text, tally_line(say, desk.tally), *much))
    return screen(say, text, back=GoHome())


def ask_close(say: Words, desk: Desk) -> Screen:
    if desk.session is None or not desk.session.runs:
        return closed(say, desk)
    left = len(desk.ahead)
    if not desk.present.quorum_met:
        text = say("{missing} are missing for a decision. Adjourn? {left} items come again.",
                   missing=desk.present.missing, left=left)  # fmt: skip
    elif not left:
        text = say("Everything on the agenda was treated. Close the sitting?")
    else:
        text = say("Close the sitting? {left} items were not reached and can be put on another day.", left=left)
    sure = Choice(close_label(say, desk.present), taps.CloseSitting(sitting=desk.sitting.id, sure=True))
    return screen(say, text, sure, see_desk(say, desk.sitting.id), columns=1)


def successors(say: Words, people: Sequence[Reader], sitting: SittingId, page: int) -> Screen:
    choices = [Choice(shorten(one.name, NAME), taps.GiveChair(sitting=sitting, to=one.telegram_id)) for one in people]
    turn = taps.HandOver(sitting=sitting, page=page + 1)
    text = say("To whom do you hand the chair? Then you can speak yourself.")
    return screen(say, text, *page_of(say, choices, page, turn), back=taps.SeeDesk(sitting=sitting))


def gave(say: Words, heir: Reader) -> Screen:
    return screen(say, say("{name} chairs now. You can ask for the floor like everybody.", name=heir.name))


def chair_is_yours(say: Words, sitting: SittingId) -> Screen:
    """To who chairs from now on."""
    return screen(say, say("You chair the sitting from now on."), see_desk(say, sitting))


def chair_taken(say: Words, name: str) -> Screen:
    """To who chaired until now."""
    return screen(say, say("{name} has taken over the chair.", name=name))


def chair_wanted(say: Words, sitting: Sitting) -> Screen:
    """To those who may chair, shortly before."""
    text = say("The sitting begins at {hour}. Who chairs opens it here.", hour=say.hour(sitting.starts_at))
    return screen(say, text, Choice(say.plain("Open it, I chair"), taps.OpenSitting(sitting=sitting.id)))


def quorum_missing(say: Words, there: Present, sitting: SittingId) -> Screen:
    """To the chair, after a while."""
    text = say("Still {missing} too few to decide. Adjourn, or wait a little?", missing=there.missing)
    return screen(
        say,
        text,
        Choice(say.plain("Adjourn"), taps.CloseSitting(sitting=sitting)),
        Choice(say.plain("Wait a little"), taps.SeeDesk(sitting=sitting)),
    )


def not_the_time(say: Words, since: datetime | None) -> Screen:
    if since is None:
        return screen(say, say("No deliberation day is in the calendar."), back=GoHome())
    return screen(say, say("It can be opened from {when} on.", when=say.time(since)), back=GoHome())
