"""/admin: all that somebody looks after, on one page; what they may not do does not stand there."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData

from bot.agenda.taps import SeeItems
from bot.audit.taps import SeeLog
from bot.coverage.taps import ReadOn
from bot.health.taps import SeeHealth
from bot.inbox.taps import SeeInbox
from bot.kit.home import INBOX, ITEMS, SETTINGS, VOTE, Announce, SeePreview, SeeSettings, SeeVotes
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later
from bot.menu.model import Panel
from bot.menu.taps import SeePanel
from bot.moderation.taps import SeeMeasures
from bot.points.taps import AwardIn, SeeBooks
from bot.review.taps import AskReport
from bot.roles.model import Act
from bot.roles.taps import PickBuilding
from bot.roll.taps import SeeRoll

PARTS: Sequence[tuple[Act, str, Callable[[], CallbackData]]] = (
    (Act.SEE_CONCERNS, INBOX, SeeInbox),
    (Act.MANAGE_AGENDA, ITEMS, SeeItems),
    (Act.MANAGE_AGENDA, later("Preview of the agenda"), SeePreview),
    (Act.HOLD_VOTE, VOTE, SeeVotes),
    (Act.MANAGE_ROLL, later("The roll"), SeeRoll),
    (Act.AWARD_POINTS, later("Thank with points"), AwardIn),
    (Act.SEE_BOOKS, later("The books of the points"), SeeBooks),
    (Act.ANNOUNCE, later("Announce something"), Announce),
    (Act.SEE_LOG, SETTINGS, SeeSettings),
    (Act.APPOINT, later("Appoint and dismiss"), PickBuilding),
    (Act.SEE_LOG, later("Measures in the group"), SeeMeasures),
    (Act.SEE_LOG, later("Who did what"), SeeLog),
    (Act.SEE_REPORTS, later("Report of a week, a month or any days"), AskReport),
    (Act.SEE_COVERAGE, later("How many have joined"), lambda: ReadOn(page=0)),
    (Act.SEE_HEALTH, later("Whether everything works"), SeeHealth),
)
COUNTED = {
    INBOX: later("{what} ({count} overdue)"),
    VOTE: later("{what} ({count} open)"),
}


def panel(say: Words, found: Panel, page: int = 0) -> Screen:
    counts = {INBOX: found.overdue, VOTE: found.votes}
    choices = [
        Choice(_label(say, what, counts.get(what, 0)), tap()) for act, what, tap in PARTS if act in found.acts
    ]  # fmt: skip
    shown = page_of(say, choices, page, SeePanel(page=page + 1))
    return screen(say, say("What would you like to look after?"), *shown, back=GoHome())


def _label(say: Words, what: str, count: int) -> str:
    return say.plain(COUNTED[what], what=say.plain(what), count=count) if count else say.plain(what)
