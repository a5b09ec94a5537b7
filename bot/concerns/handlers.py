"""Telling a concern, in private and in the group."""

from collections.abc import Callable
from dataclasses import replace

from aiogram.types import Message

from bot.concerns import taps, views
from bot.concerns.forms import Draft, Question
from bot.concerns.model.concern import Told
from bot.concerns.model.refusals import NoDraft
from bot.concerns.own_handlers import mine
from bot.concerns.service import telling
from bot.kit.home import REPORT, Report
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.answer import yes_or_no
from nlu.category import guess_category
from nlu.place import find_place

Change = Callable[[Draft], Draft]


async def begin(visit: Visit, words: str | None = None) -> None:
    """反映问题 or /concern: ask what the matter is, unless it was said along with it."""
    if told := _told_with(visit, words or ""):
        await _tell(visit, told)
    else:
        await _ask(visit, await visit.do(telling.begin, visit.reader, visit.place, Draft(_key(visit))))


async def report_that(visit: Visit, _: taps.ReportThat) -> None:
    """What was offered is to be reported."""
    await _change(visit, Draft.meant)


async def hears(visit: Visit, message: Message) -> None:
    """The next message of somebody who is telling a concern: it answers what was asked last."""
    draft = visit.form
    if not isinstance(draft, Draft):
        return
    agreed = None if draft.adding else yes_or_no(message.text or "")
    if agreed is not None and draft.question in (Question.WHETHER, Question.RIGHT):
        await _typed(visit, draft, agreed)
    elif message.location is not None and draft.question is Question.WHERE:
        spot = f"{message.location.latitude:.5f}, {message.location.longitude:.5f}"
        await _change(visit, lambda open_draft: open_draft.at(spot, None))
    elif message.text and not draft.adding and draft.question is Question.WHERE:
        place, where = find_place(message.text), message.text
        await _change(visit, lambda open_draft: open_draft.at(where, place.building if place else None))
    elif told := told_in(message):
        await _tell(visit, told, offered=draft.offered)
    else:
        await visit.show(views.cannot_read(visit.say))
        await _ask(visit, draft)


async def _typed(visit: Visit, draft: Draft, agreed: bool) -> None:
    """对 or 不对, typed where there are buttons for it."""
    match draft.question, agreed:
        case Question.RIGHT, True:
            await confirm(visit, taps.Confirm(key=draft.key))
        case Question.RIGHT, False:
            await amend(visit, taps.Amend())
        case _, True:
            await report_that(visit, taps.ReportThat())
        case _, False:
            await drop(visit, taps.Drop(key=draft.key))


async def told_unasked(visit: Visit, message: Message) -> None:
    """A photo or a voice message sent first begins a concern."""
    told = told_in(message)
    if told is not None:
        await _tell(visit, told)


async def wrote_unasked(visit: Visit, message: Message) -> None:
    """Plain words: perhaps a concern. Keep them, and ask."""
    told = told_in(message)
    if yes_or_no(message.text or "") is not None:
        await mine(visit, None)  # to what is over already
    elif told is not None:
        await _tell(visit, told, offered=True)


async def pick_place(visit: Visit, tap: taps.PickPlace) -> None:
    common = visit.say.plain("Common ground")
    where = visit.say.plain("Building {building}, unit {unit}", building=tap.building, unit=tap.unit)
    await _change(visit, lambda draft: draft.at(where if tap.building else common, tap.building or None))


async def pick_category(visit: Visit, tap: taps.PickCategory) -> None:
    await _change(visit, lambda draft: draft.about(tap.category))


async def turn_categories(visit: Visit, tap: taps.TurnCategories) -> None:
    await visit.show(views.categories(visit.say, tap.page))


async def add_media(visit: Visit, _: taps.AddMedia) -> None:
    await _change(visit, Draft.adds)


async def amend(visit: Visit, _: taps.Amend) -> None:
    if not isinstance(visit.form, Draft):
        raise NoDraft
    await visit.show(views.amend(visit.say, visit.form))


async def ask_again(visit: Visit, tap: taps.AskAgain) -> None:
    await _change(visit, lambda draft: draft.ask_again(tap.question))


async def leave_it(visit: Visit, _: taps.ReadBack) -> None:
    await _change(visit, lambda draft: draft.tells(Told()))


async def confirm(visit: Visit, tap: taps.Confirm) -> None:
    concern = await visit.do(telling.raise_draft, visit.reader, visit.place, tap.key)
    await visit.show(views.receipt(visit.say, concern))


async def drop(visit: Visit, tap: taps.Drop) -> None:
    await visit.do(telling.drop, visit.place, tap.key)
    await visit.show(views.dropped(visit.say))


async def raise_in_group(visit: Visit, words: str) -> None:
    """`/concern text` in the group, or `/concern` in reply to somebody's message: recorded at once."""
    told = _told_with(visit, words) or Told()
    if visit.message.reply_to_message is not None:
        told = (told_in(visit.message.reply_to_message) or Told()).and_also(told)
    draft = _understood(Draft(_key(visit)).tells(told), told.text)
    concern = await visit.do(telling.raise_in_group, visit.reader, draft)
    await visit.show(views.receipt(visit.say, concern))


def _told_with(visit: Visit, words: str) -> Told | None:
    """The words of a command, and what it stands under as a caption; None where there is neither."""
    here = told_in(visit.message) if visit.tap is None else None
    told = replace(here or Told(), text=words)
    return told if told != Told() else None


def told_in(message: Message) -> Told | None:
    """What a message tells: words, photo, voice; None where it tells nothing that can be kept."""
    photo = message.photo[-1].file_id if message.photo else None
    voice = message.voice.file_id if message.voice else None
    told = Told((message.text or message.caption or "").strip(), photo, voice)
    return told if told != Told() else None


async def _tell(visit: Visit, told: Told, *, offered: bool = False) -> None:
    begun = Draft(_key(visit), offered=offered)
    await _ask(visit, await visit.do(telling.begin_with, visit.reader, visit.place, begun, _telling(told)))


async def _change(visit: Visit, change: Change) -> None:
    await _ask(visit, await visit.do(telling.change, visit.place, change))


async def _ask(visit: Visit, draft: Draft) -> None:
    home = None
    if draft.question is Question.WHERE:
        home = (await visit.ask(telling.author, visit.reader)).household
    await visit.show(views.question(visit.say, draft, home))


def _telling(told: Told) -> Change:
    return lambda draft: _understood(draft.tells(told), told.text)


def _understood(draft: Draft, text: str) -> Draft:
    """Fill in what the words themselves say, so that it need not be asked."""
    place = find_place(text)
    if place is not None and not draft.where:
        draft = draft.at(views.place(place), place.building)
    guess = guess_category(text)
    return draft.about(guess) if guess and not draft.category else draft


def _key(visit: Visit) -> str:
    return f"{visit.key.bot_id}-{visit.key.update_id}"


def routes() -> Routes:
    """What reaches the concerns."""
    return Routes(
        commands={"concern": begin},
        group_commands={"concern": raise_in_group},
        taps={
            Report: lambda visit, _: begin(visit),
            taps.ReportThat: report_that,
            taps.PickPlace: pick_place,
            taps.PickCategory: pick_category,
            taps.TurnCategories: turn_categories,
            taps.Confirm: confirm,
            taps.AddMedia: add_media,
            taps.Amend: amend,
            taps.AskAgain: ask_again,
            taps.ReadBack: leave_it,
            taps.Drop: drop,
        },
        says={REPORT: begin},
        doors={"report": lambda visit, _: begin(visit)},
        forms={Draft: FormRoute(hears, _ask)},
        otherwise={"text": wrote_unasked, "photo": told_unasked, "voice": told_unasked},
    )
