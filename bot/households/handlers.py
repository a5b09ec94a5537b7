"""What reaches the households' own matters."""

from bot.households import service, taps, views
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.residents.model import ResidentId


async def my_household(visit: Visit, _: object) -> None:
    await visit.show(views.home(visit.say, await visit.ask(service.look, visit.reader)))


async def see_joined(visit: Visit, tap: taps.SeeJoined) -> None:
    await visit.show(views.who_joined(visit.say, await visit.ask(service.look, visit.reader), tap.page))


async def see_flats(visit: Visit, tap: taps.SeeFlats) -> None:
    await visit.show(views.flats(visit.say, await visit.ask(service.look, visit.reader), tap.page))


async def speak_for(visit: Visit, tap: taps.SpeakFor) -> None:
    home = await visit.do(service.speak_for, visit.reader, ResidentId(tap.resident))
    await visit.show(views.home(visit.say, home))


async def who_speaks(visit: Visit, tap: taps.WhoSpeaks) -> None:
    await visit.show(views.who_speaks(visit.say, await visit.ask(service.look, visit.reader), tap.page))


async def propose(visit: Visit, tap: taps.Propose) -> None:
    await visit.do(service.propose, visit.reader, ResidentId(tap.resident))
    await visit.show(views.proposed(visit.say))


async def answer(visit: Visit, tap: taps.Answer) -> None:
    await visit.do(service.answer, visit.reader, tap.mandate, tap.agreed)
    await visit.show(views.you_speak(visit.say) if tap.agreed else views.declined(visit.say))


async def resign(visit: Visit, tap: taps.Resign) -> None:
    await visit.show(views.home(visit.say, await visit.do(service.resign, visit.reader, tap.mandate)))


async def revoke(visit: Visit, tap: taps.Revoke) -> None:
    still = await visit.do(service.revoke, visit.reader, tap.mandate)
    await visit.show(views.asked_to_end(visit.say) if still else views.ended(visit.say))


async def move_out(visit: Visit, tap: taps.MoveOut) -> None:
    if tap.sure:
        now = await visit.do(service.move_out, visit.reader, ResidentId(tap.resident))
        await visit.show(views.moved_out(visit.say, now.household if now else None))
    else:
        await visit.show(views.ask_move(visit.say, await visit.ask(service.look, visit.reader)))


def routes() -> Routes:
    """What reaches the households' own matters."""
    return Routes(
        commands={"household": my_household},
        taps={
            taps.MyHousehold: my_household,
            taps.WhoSpeaks: who_speaks,
            taps.Propose: propose,
            taps.Answer: answer,
            taps.Resign: resign,
            taps.Revoke: revoke,
            taps.MoveOut: move_out,
            taps.SeeJoined: see_joined,
            taps.SeeFlats: see_flats,
            taps.SpeakFor: speak_for,
        },
        explanations=views.EXPLANATIONS,
    )
