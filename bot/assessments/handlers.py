"""What reaches the ratings of sittings. The marks so far are in the buttons: nothing is kept until the last."""

from bot.assessments import service, views
from bot.assessments.model import RUBRIC, read_marks
from bot.assessments.taps import RateSitting
from bot.kit.home import SeeScore
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.sittings.model.sitting import SittingId
from nlu.number import number_in


async def see(visit: Visit, tap: SeeScore) -> None:
    found = await visit.ask(service.look, visit.reader, SittingId(tap.sitting))
    await visit.show(views.score(visit.say, found, tap.page))


async def behind_link(visit: Visit, rest: str) -> None:
    await see(visit, SeeScore(sitting=number_in(rest) or 0))


async def rate(visit: Visit, tap: RateSitting) -> None:
    sitting, marks = SittingId(tap.sitting), read_marks(tap.marks)
    if len(marks) < len(RUBRIC):
        await visit.ask(service.check, visit.reader, sitting)
        await visit.show(views.ask_mark(visit.say, sitting, marks))
        return
    found = await visit.do(service.rate, visit.reader, sitting, marks)
    await visit.show(views.rated(visit.say, found, sum(marks)))


def routes() -> Routes:
    """What reaches the ratings."""
    return Routes(
        taps={SeeScore: see, RateSitting: rate}, doors={"score": behind_link}, explanations=views.EXPLANATIONS
    )
