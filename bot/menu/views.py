"""The home screen's greetings, the group's card, and how it all works."""

from collections.abc import Sequence

from bot.agenda.taps import SeeItems
from bot.concerns.taps import Mine
from bot.config import Community as Settings
from bot.households.taps import MyHousehold
from bot.inbox.taps import SeeInbox
from bot.kit.home import (
    CHARTER,
    INBOX,
    ITEMS,
    MAKE_WISH,
    MY_CONCERNS,
    POINTS,
    PREVIEW,
    PROPOSE,
    REPORT,
    VOTE,
    MakeWish,
    Propose,
    SeeCharter,
    SeePoints,
    home,
)
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.menu import taps
from bot.residents.model import Community
from bot.residents.taps import Join
from bot.rights.taps import SeeKept
from bot.roles.taps import HowToBecome
from bot.wishes.taps import SeeWishes

DOOR_LINKS = {REPORT: "report", VOTE: "votes", PREVIEW: "preview"}
COMMUNITY = 16
"""Characters of a community's name on a button, or beside what is asked."""
OPEN_PANEL = later("My desk")
AROUND_THE_CARD = later("<b>{community}</b>\nWhat we see to together. Tap what you would like to do:")


def greeting(say: Words, name: str, speaks_in: str = "") -> Screen:
    """`speaks_in`: the community, for those who have several."""
    if not speaks_in:
        return home(say, say("Good to see you, {name}. What would you like to do?", name=name))
    text = say("{community}\nGood to see you, {name}. What would you like to do?",
               community=shorten(speaks_in, COMMUNITY), name=name)  # fmt: skip
    return home(say, text)


def choose_community(say: Words, communities: Sequence[Community], page: int = 0) -> Screen:
    """In which to speak; the first is the one in which they do now."""
    now, *others = communities
    named = shorten(now.name, COMMUNITY)
    if not others:
        return screen(say, say("You speak in {community}. It is your only one.", community=named), back=GoHome())
    choices = [Choice(shorten(one.name, COMMUNITY), taps.SpeakIn(community=one.id)) for one in others]
    shown = page_of(say, choices, page, taps.ChooseCommunity(page=page + 1))
    text = say("You speak in {community} now. In which other one would you like to?", community=named)
    return screen(say, text, *shown, columns=1, back=GoHome())


def speaks_in_now(say: Words, community: Community) -> Screen:
    named = shorten(community.name, COMMUNITY)
    return home(say, say("From now on you speak in {community}. What would you like to do?", community=named))


def group_card(say: Words, community: str, link: str) -> Screen:
    """Pinned in the group: three buttons that lead into the private chat, and one's points, shown to oneself alone.

    `link` is the bot's https address.
    """
    buttons = [Choice(say.plain(door), url=f"{link}?start={link_to}") for door, link_to in DOOR_LINKS.items()]
    buttons.append(Choice(say.plain(POINTS), SeePoints()))
    rows = ((buttons[0], buttons[1]), (buttons[2], buttons[3]))
    return Screen(say(AROUND_THE_CARD, community=community), rows)


def how_it_works(say: Words, settings: Settings, speaks_in: str = "", page: int = 0, *, staff: bool = False) -> Screen:
    """The community's promises, with the numbers it has set itself. `speaks_in`: for those who have several;

    `staff` is offered their desk, and the inbox on it.
    """
    tiers = Choice(say.plain("Who does what, and how to become it"), HowToBecome())
    change = [Choice(say.plain("Change the community"), taps.ChooseCommunity())] if speaks_in else []
    charter = Choice(say.plain(CHARTER), SeeCharter())
    desk = [Choice(say.plain(OPEN_PANEL), taps.SeePanel()), Choice(say.plain(INBOX), SeeInbox())] if staff else []
    if say.elder:
        text = say("Tap a button, I ask one thing after the other. You cannot break anything.")
        mine = Choice(say.plain("My household"), MyHousehold())
        kept = Choice(say.plain("What is kept about me"), SeeKept())
        choices = [*(desk or _wishes(say))[:1], mine, kept, charter, *(change or [tiers])]
        return screen(say, text, *page_of(say, choices, page, taps.HowItWorks(page=page + 1)))
    text = say(
        "<b>How it works</b>\n"
        "Report a problem: a person answers within {hours} hours, and a hard one has a plan within {days} days. "
        "You have the last word on whether it is solved.\n"
        "The agenda of each deliberation day is published {preview} days before.\n"
        "Between {quiet} and {morning} nobody is disturbed.\n\n"
        "/concern – report a problem\n/my – my concerns\n/propose – make a proposal\n/agenda – agenda items\n"
        "/points – my points\n/deed – tell of a good deed\n/wish – make a small wish\n"
        "/join – join my household\n"
        "/elder – large buttons\n/language – 中文 or English\n/person – ask a person",
        hours=settings.response.first_hours,
        days=settings.response.plan_days,
        preview=settings.sittings.preview_days,
        quiet=f"{settings.quiet_hours.starts:%H:%M}",
        morning=f"{settings.quiet_hours.until:%H:%M}",
    )
    mine = Choice(say.plain("My household"), MyHousehold())
    join = Choice(say.plain("Join my household"), Join())
    kept = Choice(say.plain("What is kept about me"), SeeKept())
    agenda = (Choice(say.plain(PROPOSE), Propose()), Choice(say.plain(ITEMS), SeeItems()))
    return screen(
        say, text, *desk, join, *agenda, *_wishes(say), mine, tiers, charter, kept, *change, columns=1, back=GoHome()
    )


def _wishes(say: Words) -> tuple[Choice, Choice]:
    return Choice(say.plain(MAKE_WISH), MakeWish()), Choice(say.plain("See the neighbours' wishes"), SeeWishes())


def cannot_read(say: Words) -> Screen:
    """A sticker, a film, a contact."""
    return home(say, say("I can keep words, photos and voice messages; not this. What would you like to do?"))


def look_here(say: Words, link: str) -> Screen:
    """In the group, where Telegram does not let one person alone see an answer."""
    buttons = (Choice(say.plain(MY_CONCERNS), Mine()), Choice(say.plain(REPORT), url=f"{link}?start=report"))
    return Screen(say("Answers for you alone are in our private chat."), (buttons,))
