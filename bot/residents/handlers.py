"""Joining, and how one wants to be spoken to."""

from dataclasses import replace

from aiogram.types import Message

from bot.kit.home import home
from bot.kit.people import Language
from bot.kit.routes import FormRoute, Routes
from bot.kit.screens import Screen
from bot.kit.visit import Visit
from bot.residents import service, taps, views
from bot.residents.forms import Joining
from bot.residents.model import Resident, ResidentId, read_code


async def come_with_code(visit: Visit, code: str) -> None:
    """A household's deep link. Raises `NotACode` before anything is asked."""
    read_code(code)
    if visit.reader.known:
        await _open(visit, code)
    else:
        await visit.keep(Joining(code))
        await visit.show(views.manner(visit.say))


async def choose_manner(visit: Visit, tap: taps.Manner) -> None:
    await visit.do(service.choose_manner, visit.reader, tap.elder)
    visit.speak_to(replace(visit.reader, elder=tap.elder))
    if visit.reader.known and tap.elder:
        await visit.show(Screen(views.manner_changed(visit.say), away_with_keys=True))
        await visit.show(home(visit.say, views.what_today(visit.say)))
    elif visit.reader.known:
        await visit.show(home(visit.say, views.manner_changed(visit.say)))
    else:
        await visit.show(views.consent(visit.say))


async def read_consent(visit: Visit, tap: taps.ReadConsent) -> None:
    await visit.show(views.consent(visit.say, tap.page))


async def give_consent(visit: Visit, tap: taps.Consent) -> None:
    if not tap.agreed:
        await visit.show(views.only_reading(visit.say))
    else:
        found = await visit.do(service.consent, visit.reader, visit.place)
        if isinstance(found, Resident):
            await _welcome(visit, found)
        else:
            await visit.show(_inside(visit, found) if found else views.ask_code(visit.say))


async def withdraw(visit: Visit, tap: taps.Withdraw | str | None) -> None:
    """收回同意: first what it means, then it is done."""
    if isinstance(tap, taps.Withdraw) and tap.sure:
        await visit.do(service.withdraw, visit.reader, visit.place)
        await visit.show(views.withdrawn(visit.say))
    else:
        await visit.show(views.ask_withdraw(visit.say))


async def join(visit: Visit, _: taps.Join | str | None) -> None:
    """加入我家"""
    if not visit.reader.known:
        await visit.show(views.manner(visit.say))
        return
    await visit.keep(Joining())
    await visit.show(views.ask_code(visit.say))


async def hears_code(visit: Visit, message: Message) -> None:
    await _open(visit, message.text or "")


async def that_is_me(visit: Visit, tap: taps.ThatIsMe) -> None:
    await _welcome(visit, await visit.do(service.join, visit.reader, visit.place, ResidentId(tap.resident)))


async def both(visit: Visit, tap: taps.Both) -> None:
    """搬过去了, or 两处都是我家的."""
    await visit.show(_inside(visit, await visit.do(service.say_whether_both, visit.reader, visit.place, tap.both)))


async def turn_places(visit: Visit, tap: taps.TurnPlaces) -> None:
    door = await visit.ask(service.look_again, visit.reader, visit.place)
    await visit.show(_inside(visit, door, tap.page))


async def not_listed(visit: Visit, _: taps.NotListed) -> None:
    await visit.show(views.ask_age(visit.say))


async def my_age(visit: Visit, tap: taps.MyAge) -> None:
    await _welcome(visit, await visit.do(service.join_anew, visit.reader, visit.place, tap.age_band))


async def elder_mode(visit: Visit, _: str | None) -> None:
    await choose_manner(visit, taps.Manner(elder=True))


async def ask_manner(visit: Visit, _: object) -> None:
    await visit.show(views.manner(visit.say))


async def plain_mode(visit: Visit, _: str | None) -> None:
    await choose_manner(visit, taps.Manner(elder=False))


async def ask_language(visit: Visit, _: object) -> None:
    await visit.show(views.ask_language(visit.say))


async def speak(visit: Visit, tap: taps.Speak) -> None:
    language: Language = "en" if tap.language == "en" else "zh"
    await visit.do(service.choose_language, visit.reader, language)
    visit.speak_to(replace(visit.reader, language=language))
    await visit.show(home(visit.say, views.language_changed(visit.say)))


async def _ask_again(visit: Visit, form: Joining) -> None:
    if form.code:
        await _open(visit, form.code)
    else:
        await visit.show(views.ask_code(visit.say))


async def _open(visit: Visit, written: str) -> None:
    door = await visit.do(service.try_code, visit.reader, visit.place, written)
    await visit.show(_inside(visit, door) if door else views.wrong_code(visit.say))


def _inside(visit: Visit, door: service.OpenDoor, page: int = 0) -> Screen:
    if door.asks is not None:
        return views.moved_or_both(visit.say, door.asks)
    return views.who_are_you(visit.say, door.places, page)


async def _welcome(visit: Visit, resident: Resident) -> None:
    await visit.show(home(visit.say, views.joined(visit.say, resident)))


def routes() -> Routes:
    """What reaches the residents."""
    return Routes(
        commands={
            "join": join,
            "withdraw": withdraw,
            "language": ask_language,
            "elder": elder_mode,
            "ordinary": plain_mode,
        },
        taps={
            taps.Manner: choose_manner,
            taps.ReadConsent: read_consent,
            taps.Consent: give_consent,
            taps.Join: join,
            taps.Withdraw: withdraw,
            taps.Both: both,
            taps.ThatIsMe: that_is_me,
            taps.TurnPlaces: turn_places,
            taps.NotListed: not_listed,
            taps.MyAge: my_age,
            taps.Speak: speak,
        },
        says=dict.fromkeys(views.ELDER_WORDS, elder_mode)
        | dict.fromkeys(views.PLAIN_WORDS, plain_mode)
        | {views.WITHDRAW: withdraw},
        means={"change_language": ask_language, "elder_mode": ask_manner},
        doors={"code": come_with_code, "join": join},
        forms={Joining: FormRoute(hears_code, _ask_again)},
        explanations=views.EXPLANATIONS,
    )
