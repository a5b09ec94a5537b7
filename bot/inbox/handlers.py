"""What reaches the inbox."""

from bot.concerns.model.concern import ConcernId
from bot.inbox import card_views, taps, views
from bot.inbox.service import looking
from bot.kit.home import INBOX, SeeToConcerns
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from nlu.number import number_in


async def inbox(visit: Visit, tap: taps.SeeInbox | SeeToConcerns | str | None) -> None:
    """`/inbox`; whispered in the group."""
    wanted = tap if isinstance(tap, taps.SeeInbox) else taps.SeeInbox()
    found = await visit.ask(looking.look, visit.reader, taps.only(wanted), wanted.page)
    if visit.in_group:
        link = f"https://t.me/{(await visit.bot.me()).username}"
        await visit.show(views.short(visit.say, found, link))
    else:
        await visit.show(views.inbox(visit.say, found))


async def narrow(visit: Visit, tap: taps.Narrow) -> None:
    """By what, or which?"""
    buildings = await visit.ask(looking.buildings, visit.reader)
    if tap.by is taps.By.UNSAID:
        await visit.show(views.narrow(visit.say, taps.only(tap)))
    else:
        await visit.show(views.which(visit.say, tap, buildings))


async def look(visit: Visit, tap: taps.Look) -> None:
    opened = await visit.ask(looking.see, visit.reader, ConcernId(tap.concern))
    await visit.show(card_views.detail(visit.say, opened, tap))


async def history(visit: Visit, tap: taps.SeeHistory) -> None:
    concern, happened = await visit.ask(looking.history, visit.reader, ConcernId(tap.concern))
    await visit.show(card_views.history(visit.say, concern, happened, tap.page))


async def history_command(visit: Visit, words: str) -> None:
    """`/history 12`"""
    number = number_in(words)
    if number is None:
        await visit.show(card_views.how_to_history(visit.say))
        return
    concern, happened = await visit.ask(looking.history_numbered, visit.reader, number)
    await visit.show(card_views.history(visit.say, concern, happened, 0))


def routes() -> Routes:
    """What reaches the inbox."""
    return Routes(
        commands={"inbox": inbox, "history": history_command},
        group_commands={"inbox": inbox},
        taps={
            SeeToConcerns: inbox,
            taps.SeeInbox: inbox,
            taps.Narrow: narrow,
            taps.Look: look,
            taps.SeeHistory: history,
        },
        says={INBOX: inbox},
        doors={"inbox": inbox},
    )
