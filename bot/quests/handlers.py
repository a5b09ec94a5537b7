"""What reaches the quests."""

from bot.kit.home import QUESTS, SeeQuests
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.quests import service, taps, views


async def see(visit: Visit, _: object) -> None:
    """`/quests`"""
    await visit.show(views.stands(visit.say, await visit.ask(service.look, visit.reader)))


async def ask(visit: Visit, _: taps.SeeQuestion) -> None:
    asked = (await visit.ask(service.look, visit.reader)).question
    await visit.show(views.none_today(visit.say) if asked is None else views.question(visit.say, asked))


async def answer(visit: Visit, tap: taps.Answer) -> None:
    found = await visit.do(service.answer, visit.reader, tap.question, tap.choice)
    await visit.show(views.answered(visit.say, found))


async def claim_streak(visit: Visit, _: taps.ClaimStreak) -> None:
    await visit.show(views.claimed(visit.say, await visit.do(service.claim_streak, visit.reader)))


async def claim_challenge(visit: Visit, _: taps.ClaimChallenge) -> None:
    await visit.show(views.claimed(visit.say, await visit.do(service.claim_challenge, visit.reader)))


def routes() -> Routes:
    """What reaches the quests."""
    return Routes(
        commands={"quests": see},
        taps={
            SeeQuests: see,
            taps.SeeQuestion: ask,
            taps.Answer: answer,
            taps.ClaimStreak: claim_streak,
            taps.ClaimChallenge: claim_challenge,
        },
        says={QUESTS: see},
        doors={"quests": see},
        explanations=views.EXPLANATIONS,
    )
