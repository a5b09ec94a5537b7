"""What reaches the menu."""

from bot.kit.home import HOW_TO
from bot.kit.people import CommunityId
from bot.kit.routes import Routes
from bot.kit.screens import GoHome, Nothing
from bot.kit.visit import Visit
from bot.menu import service, taps, views
from bot.residents.views import manner


async def start(visit: Visit, _: object) -> None:
    """/start, or back home. Who is new is asked how to be spoken to."""
    if visit.reader.known or visit.reader.community is not None:
        await go_home(visit, None)
    else:
        await visit.show(manner(visit.say))


async def go_home(visit: Visit, _: object) -> None:
    """Back home; what is written there is no answer to what was asked before."""
    if visit.form is not None and visit.reader.known and not visit.form.waits:
        await visit.keep(None)
    speaks_in = await visit.ask(service.speaks_in, visit.reader)
    await visit.show(views.greeting(visit.say, visit.reader.name, speaks_in))


async def community(visit: Visit, tap: taps.ChooseCommunity | str) -> None:
    """`/community`: for those who live, or have a role, in several."""
    page = tap.page if isinstance(tap, taps.ChooseCommunity) else 0
    found = await visit.ask(service.communities, visit.reader)
    await visit.show(views.choose_community(visit.say, found, page))


async def speak_in(visit: Visit, tap: taps.SpeakIn) -> None:
    chosen = await visit.do(service.speak_in, visit.reader, visit.place, CommunityId(tap.community))
    await visit.show(views.speaks_in_now(visit.say, chosen))


async def how_it_works(visit: Visit, tap: object) -> None:
    page = tap.page if isinstance(tap, taps.HowItWorks) else 0
    settings = await visit.ask(service.rules)
    speaks_in = await visit.ask(service.speaks_in, visit.reader)
    staff = await visit.ask(service.sees_concerns, visit.reader)
    await visit.show(views.how_it_works(visit.say, settings, speaks_in, page, staff=staff))


async def cannot_read(visit: Visit, _: object) -> None:
    await visit.show(views.cannot_read(visit.say))


async def unheard(visit: Visit, _: object) -> None:
    """Telegram did not take an answer for one person in the group."""
    await visit.town.do(service.point_to_private_chat, None, visit.say, visit.message.chat.id)


async def nothing(visit: Visit, _: Nothing) -> None:
    """The tap has been answered already."""


def routes() -> Routes:
    """What reaches the menu."""
    return Routes(
        commands={"start": start, "help": how_it_works, "home": go_home, "community": community},
        taps={
            GoHome: go_home,
            Nothing: nothing,
            taps.HowItWorks: how_it_works,
            taps.ChooseCommunity: community,
            taps.SpeakIn: speak_in,
        },
        says={HOW_TO: how_it_works},
        means={"help": how_it_works, "how_to": how_it_works, "greet": go_home, "cancel": go_home},
        doors={"home": start},
        otherwise={"other": cannot_read, "unheard": unheard},
    )
