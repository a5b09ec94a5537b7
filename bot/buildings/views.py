"""How a building looks to its liaison."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData

from bot.buildings.model import MyBuilding, Waiting
from bot.buildings.taps import SeeBuilding
from bot.help.views import TakeHelp
from bot.inbox.taps import SeeInbox
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later, shorten

MY_BUILDING = later("My building")
LABEL, TITLE, MOST_ELDER = 10, 12, 2
"""Characters of a name on a button, and of what a vote is about; so many who wait for help are on one screen."""


def building(say: Words, found: MyBuilding, page: int = 0) -> Screen:
    """Figures, who waits for help, how many have not voted yet; in 长辈版 page by page."""
    lines = [
        say.plain("Building {building}: {joined} of {households} households have joined.", building=found.building,
                  joined=found.joined, households=found.households),
        say.plain("Open concerns: {open}, of which overdue: {overdue}.", open=found.open, overdue=found.overdue),
        *(_vote(say, vote) for vote in found.votes),
        say.plain("Waiting for help: {count}.", count=len(found.wanting)),
    ]  # fmt: skip
    helps = [Choice(say.plain("Help {name}", name=shorten(one.name, LABEL)), TakeHelp(request=one.request))
             for one in found.wanting]  # fmt: skip
    others = [Choice(say.plain("See another building"), SeeBuilding())] if found.others else []
    choices = [
        *(helps[:MOST_ELDER] if say.elder else helps),
        Choice(say.plain("See the concerns"), SeeInbox()),
        *others,
    ]

    def turn(to: int) -> CallbackData:
        return SeeBuilding(building=found.building, page=to)

    return paged(say, "\n".join(lines), page, turn, *choices, columns=1, back=GoHome())


def which(say: Words, buildings: Sequence[int], page: int = 0) -> Screen:
    """For who sees to several."""
    choices = [Choice(say.plain("Building {building}", building=one), SeeBuilding(building=one)) for one in buildings]
    shown = page_of(say, choices, page, SeeBuilding(page=page + 1))
    return screen(say, say("Which building?"), *shown, columns=4, back=GoHome())


def _vote(say: Words, vote: Waiting) -> str:
    return say.plain("Vote {number}, {what}: {not_yet} of {entitled} have not voted yet.", number=vote.number,
                     what=shorten(vote.what, TITLE), not_yet=vote.not_yet, entitled=vote.entitled)  # fmt: skip
