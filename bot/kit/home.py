"""The home screen: four doors, and a person to ask.

In 长辈版 the doors are buttons under the greeting, one a row: keys in place of the keyboard would cover the
question that is being asked. Everybody else has them as keys, always at hand.
"""

from typing import ClassVar

from aiogram.filters.callback_data import CallbackData

from bot.kit.screens import FIND_HELP, AskForHelp, Choice, Door, Screen
from bot.kit.words import Words, later

REPORT = later("Report a problem")
VOTE = later("Vote")
PREVIEW = later("See the agenda")
POINTS = later("My points")
MY_CONCERNS = later("My concerns")
MAKE_WISH = later("Make a small wish")
PROPOSE = later("Make a proposal")
ITEMS = later("Agenda items")
TODAY = later("Today's deliberation day")
INBOX = later("Concerns to see to")
MINUTES = later("See the minutes")
CHARTER = later("Read the charter")
RESOLUTIONS = later("Results and resolutions")
HOW_TO = later("How it works")
REDEEM = later("Exchange my points")
HONOURS = later("Thanks and honours")
QUESTS = later("Small quests")
BEGIN_VOTE = later("Begin a vote")
SETTINGS = later("The community's settings")
ANNOUNCE = later("Announce something")


class Report(Door, CallbackData, prefix="c"):
    """I want to report something."""

    door: ClassVar[str] = "report"


class MakeWish(Door, CallbackData, prefix="w"):
    """I have a small wish that a neighbour could grant."""

    door: ClassVar[str] = "wish"


class Propose(Door, CallbackData, prefix="q"):
    """I propose something to the neighbourhood."""

    door: ClassVar[str] = "propose"


class ProposeFrom(CallbackData, prefix="qc"):
    """This concern shall become an agenda item."""

    concern: int


class SeeToConcerns(CallbackData, prefix="bin"):
    """What is there to see to?"""


class Announce(Door, CallbackData, prefix="gj"):
    """I have something to tell many."""

    door: ClassVar[str] = "announce"


class SeeSettings(Door, CallbackData, prefix="sz"):
    """The numbers of the community."""

    door: ClassVar[str] = "settings"


class SeeVotes(CallbackData, prefix="v"):
    """What is there to vote on? In 长辈版 page by page."""

    page: int = 0


class OpenVote(CallbackData, prefix="vo"):
    """A vote on this item is to begin."""

    item: int


class SeePreview(CallbackData, prefix="p"):
    """What comes up next?"""


class SeeMinutes(Door, CallbackData, prefix="zl"):
    """What was decided on past deliberation days? The latest first, page by page."""

    door: ClassVar[str] = "minutes"
    page: int = 0


class SeeScore(CallbackData, prefix="asc"):
    """How well did this sitting deliberate? Page by page."""

    sitting: int
    page: int = 0


class SeeResolutions(Door, CallbackData, prefix="el"):
    """What came of past votes, and what was resolved? The latest first, page by page."""

    door: ClassVar[str] = "resolutions"
    page: int = 0


class SeeCharter(Door, CallbackData, prefix="z"):
    """By which rules do we decide, and who has made them?"""

    door: ClassVar[str] = "charter"


class SeeSitting(Door, CallbackData, prefix="us"):
    """How does today's sitting stand, and what can I do there?"""

    door: ClassVar[str] = "sitting"


class SeePoints(CallbackData, prefix="o"):
    """How many points have I?"""


class SeeGoods(Door, CallbackData, prefix="e"):
    """What can I have for my points?"""

    door: ClassVar[str] = "redeem"
    page: int = 0


class SeeHonours(Door, CallbackData, prefix="d"):
    """Who is thanked for what, and what have I done?"""

    door: ClassVar[str] = "honours"


class SeeQuests(Door, CallbackData, prefix="l"):
    """What could I do today?"""

    door: ClassVar[str] = "quests"


DOORS: dict[str, CallbackData] = {REPORT: Report(), VOTE: SeeVotes(), PREVIEW: SeePreview(), POINTS: SeePoints()}


def home(say: Words, greeting: str) -> Screen:
    """`greeting` is HTML."""
    if say.elder:
        doors = [Choice(say.plain(label), tap) for label, tap in DOORS.items()]
        return Screen(greeting, tuple((door,) for door in (*doors, Choice(say.plain(FIND_HELP), AskForHelp()))))
    report, vote, preview, points = map(say.plain, DOORS)
    more = (say.plain(MY_CONCERNS), say.plain(HOW_TO))
    return Screen(greeting, keys=((report, vote), (preview, points), more, (say.plain(FIND_HELP),)))
