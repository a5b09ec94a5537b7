"""What reaches the help."""

from bot.help import service, taps, views
from bot.help.model import HelpedAlready, NobodyToHelp, NoHelpRequest
from bot.kit.routes import Routes
from bot.kit.screens import FIND_HELP, AskForHelp
from bot.kit.visit import Visit


async def ask(visit: Visit, _: object) -> None:
    await visit.do(service.ask, visit.reader)
    await visit.show(views.asked(visit.say))


async def take(visit: Visit, tap: taps.TakeHelp) -> None:
    request = await visit.do(service.take, visit.reader, tap.request)
    await visit.show(views.taken(visit.say, request))


def routes() -> Routes:
    """What reaches the help."""
    return Routes(
        commands={"person": ask},
        taps={AskForHelp: ask, taps.TakeHelp: take},
        says={FIND_HELP: ask},
        means={"talk_to_human": ask},
        explanations={
            HelpedAlready: views.helped_already,
            NobodyToHelp: views.nobody_to_help,
            NoHelpRequest: views.no_help_request,
        },
    )
