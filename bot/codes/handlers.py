"""What reaches those who hand out codes, sheets and cards; in private chats only."""

import asyncio

from aiogram.types import BufferedInputFile, Message

from bot.codes import service, sheets, taps, views
from bot.codes.forms import NewPerson
from bot.codes.model import Card, read_door
from bot.codes.taps import Aim
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.residents.model import HouseholdCode, HouseholdId, ResidentId
from bot.roles.model import Act

ACTS = {
    Aim.CODE: Act.ISSUE_CODE,
    Aim.CARD: Act.ISSUE_CARD,
    Aim.BEHALF: Act.TELL_FOR_RESIDENT,
    Aim.PAPER: Act.TELL_FOR_RESIDENT,
}


async def code(visit: Visit, words: str) -> None:
    """`/code 3-2-502`, or by buttons."""
    await _begin(visit, Aim.CODE, words)


async def card(visit: Visit, words: str) -> None:
    """`/card 3-2-502`, or by buttons."""
    await _begin(visit, Aim.CARD, words)


async def behalf(visit: Visit, words: str) -> None:
    """`/behalf 3-2-502`, or by buttons: for whom something is to be reported."""
    await _begin(visit, Aim.BEHALF, words)


async def paper(visit: Visit, words: str) -> None:
    """`/paper 3-2-502`, or by buttons: who wrote the slip."""
    await _begin(visit, Aim.PAPER, words)


async def seek(visit: Visit, tap: taps.Seek) -> None:
    doors = await visit.ask(service.seek, visit.reader, ACTS[tap.aim], tap.building, tap.unit)
    await visit.show(views.pick_door(visit.say, tap.aim, doors, tap.page))


async def open_door(visit: Visit, tap: taps.Open) -> None:
    household = HouseholdId(tap.household)
    if tap.aim is Aim.CODE:
        await _show_code(visit, await visit.ask(service.code_of, visit.reader, household))
    elif tap.aim is Aim.CARD:
        home, people = await visit.ask(service.without_phone, visit.reader, household)
        await visit.show(views.pick_person(visit.say, home, people, tap.page))
    else:
        home, people = await visit.ask(service.people, visit.reader, ACTS[tap.aim], household)
        await visit.show(views.pick_whom(visit.say, tap.aim, home, people, tap.page))


async def renew(visit: Visit, tap: taps.Renew) -> None:
    household = HouseholdId(tap.household)
    await _show_code(visit, await visit.do(service.renew, visit.reader, household, tap.serial))


async def sheet(visit: Visit, tap: taps.TurnSheets | str) -> None:
    """`/sheets`"""
    page = tap.page if isinstance(tap, taps.TurnSheets) else 0
    buildings = await visit.ask(service.buildings, visit.reader)
    await visit.show(views.pick_sheet(visit.say, buildings, page))


async def print_sheet(visit: Visit, tap: taps.PrintSheet) -> None:
    codes = await visit.do(service.print_sheet, visit.reader, tap.building)
    await visit.show(views.printing(visit.say, len(codes)))
    link = await visit.ask(service.link)
    slips = [sheets.Slip(*views.slip(visit.say, code), views.code_link(link, code)) for code in codes]
    await _send_pdf(visit, slips, f"codes-{tap.building or 'all'}.pdf")


async def issue_card(visit: Visit, tap: taps.IssueCard) -> None:
    await _hand_out(visit, await visit.do(service.issue_card, visit.reader, ResidentId(tap.resident)))


async def new_person(visit: Visit, tap: taps.NotOnRollYet) -> None:
    household = HouseholdId(tap.household)
    home = await visit.do(service.begin_new_person, visit.reader, visit.place, household)
    await visit.show(views.ask_name(visit.say, home))


async def hears_name(visit: Visit, message: Message) -> None:
    if isinstance(visit.form, NewPerson):
        household = HouseholdId(visit.form.household)
        named = await visit.do(service.name_person, visit.place, household, message.text or "")
        await visit.show(views.ask_age(visit.say, named))


async def enrol_with_card(visit: Visit, tap: taps.TheirAge) -> None:
    household = HouseholdId(tap.household)
    await _hand_out(visit, await visit.do(service.enrol_with_card, visit.reader, visit.place, household, tap.age_band))


async def _ask_again(visit: Visit, form: NewPerson) -> None:
    await visit.show(views.ask_age(visit.say, form) if form.called else views.ask_name_again(visit.say))


async def _hand_out(visit: Visit, made: Card) -> None:
    await visit.show(views.card_made(visit.say, made))
    await _send_pdf(visit, [sheets.Slip(*views.card_slip(visit.say, made))], f"card-{made.number}.pdf")


async def _begin(visit: Visit, aim: Aim, words: str) -> None:
    if not words:
        await seek(visit, taps.Seek(aim=aim))
        return
    household = await visit.ask(service.at_door, visit.reader, ACTS[aim], read_door(words))
    await open_door(visit, taps.Open(aim=aim, household=household))


async def _show_code(visit: Visit, code: HouseholdCode) -> None:
    link = views.code_link(await visit.ask(service.link), code)
    png = await asyncio.to_thread(sheets.picture, link)
    await visit.bot.send_photo(visit.place.telegram_id, BufferedInputFile(png, "code.png"), caption=link)
    await visit.show(views.code(visit.say, code))


async def _send_pdf(visit: Visit, slips: list[sheets.Slip], name: str) -> None:
    pdf = await asyncio.to_thread(sheets.print_slips, slips)
    await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(pdf, name))


def routes() -> Routes:
    """What reaches those who hand out codes."""
    return Routes(
        commands={"code": code, "sheets": sheet, "card": card, "behalf": behalf, "paper": paper},
        taps={
            taps.Seek: seek,
            taps.Open: open_door,
            taps.Renew: renew,
            taps.TurnSheets: sheet,
            taps.PrintSheet: print_sheet,
            taps.IssueCard: issue_card,
            taps.NotOnRollYet: new_person,
            taps.TheirAge: enrol_with_card,
        },
        forms={NewPerson: FormRoute(hears_name, _ask_again)},
        explanations=views.EXPLANATIONS,
    )
