"""A tap on a face."""

from bot.concerns.model.concern import ConcernId
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.surveys import service, views
from bot.surveys.model import Question
from bot.surveys.taps import Rate, RateBadly


async def rate(visit: Visit, tap: Rate) -> None:
    concern = await visit.do(service.answer, visit.reader, _question(tap), tap.score)
    await visit.show(views.thanks(visit.say, concern))


async def rate_badly(visit: Visit, tap: RateBadly) -> None:
    concern = await visit.ask(service.asked_about, visit.reader, _question(tap))
    await visit.show(views.ask_how_bad(visit.say, concern.number, _question(tap)))


def _question(tap: Rate | RateBadly) -> Question:
    return Question(ConcernId(tap.concern), tap.closing)


def routes() -> Routes:
    """What reaches the survey."""
    return Routes(taps={Rate: rate, RateBadly: rate_badly})
