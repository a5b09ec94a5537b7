"""Writing about an item: points, advice, objections, answers, the wording, the evaluation, why it is dropped."""

from aiogram.types import Message

from bot.agenda import point_views, taps, views
from bot.agenda.forms import Kind, Writing
from bot.agenda.handlers import show_numbered
from bot.agenda.model.item import ItemId, Side
from bot.agenda.service import reading, writing
from bot.agenda.taps import drafts, staff
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.answer import yes_or_no
from nlu.number import number_in


async def say_point(visit: Visit, tap: taps.SayPoint) -> None:
    """我赞成, 我反对, 我要问 …"""
    await _write(visit, ItemId(tap.item), Kind(tap.side.value))


async def write(visit: Visit, tap: drafts.Write) -> None:
    await _write(visit, ItemId(tap.item), tap.kind)


async def answer(visit: Visit, tap: staff.AnswerPoint) -> None:
    await _answer(visit, tap.point, Kind.ANSWER)


async def decide(visit: Visit, tap: staff.DecideObjection) -> None:
    """采纳异议, or not."""
    await _answer(visit, tap.point, Kind(tap.verdict.value))


async def through_door(visit: Visit, rest: str) -> None:
    """`/start item-12`, or `/start item-12-pro` to say something at once."""
    words, _, kind = rest.partition("-")
    number = number_in(words)
    if number is None:
        await visit.show(views.listed(visit.say, await visit.ask(reading.listed, visit.reader, 0)))
    elif kind in set(Side) - {Side.ANSWER}:
        seen = await visit.ask(reading.numbered, visit.reader, number)
        await _write(visit, seen.item.id, Kind(kind))
    else:
        await show_numbered(visit, number)


async def hears(visit: Visit, message: Message) -> None:
    """The words or the voice message, or yes and no."""
    form = visit.form
    if not isinstance(form, Writing):
        return
    words = (message.text or "").strip()
    agreed = yes_or_no(words) if form.told else None
    voice = message.voice.file_id if message.voice and _takes_voice(form) else None
    if agreed is not None:
        key = form.key
        keeping = drafts.KeepWords(key=key, item=form.item, kind=form.kind)
        await (keep(visit, keeping) if agreed else anew(visit, drafts.WordsAnew(key=key)))
    elif words or voice:
        await _read_back(visit, await visit.do(writing.hear, visit.place, form.key, words, voice))
    else:
        shown = point_views.words_or_voice if _takes_voice(form) else point_views.words_only
        await visit.show(shown(visit.say))
        await _ask(visit, form)


async def read(visit: Visit, tap: drafts.ReadWords) -> None:
    await _read_back(visit, await visit.ask(writing.draft, visit.place, tap.key), tap.page)


async def keep(visit: Visit, tap: drafts.KeepWords) -> None:
    item = await visit.do(writing.keep, visit.reader, visit.place, tap.key, ItemId(tap.item))
    seen = await visit.ask(reading.of, visit.reader, item.id)
    await visit.show(point_views.kept(visit.say, item, tap.kind, seen.wording))


async def anew(visit: Visit, tap: drafts.WordsAnew) -> None:
    await _ask(visit, await visit.do(writing.anew, visit.place, tap.key))


async def leave(visit: Visit, tap: drafts.LeaveWords) -> None:
    await visit.do(writing.leave, visit.place, tap.key)
    await visit.show(point_views.left(visit.say))


def _takes_voice(form: Writing) -> bool:
    return form.kind.side not in (None, Side.ANSWER, Side.REPLY)


async def _write(visit: Visit, item: ItemId, kind: Kind) -> None:
    if visit.in_group:
        seen = await visit.ask(reading.of, visit.reader, item)
        await _point_to_private(visit, seen.item.number, kind)
    else:
        form = Writing(str(visit.key), item, kind)
        await _ask(visit, await visit.do(writing.begin, visit.reader, visit.place, form))


async def _answer(visit: Visit, point: int, kind: Kind) -> None:
    if visit.in_group:
        seen, _ = await visit.ask(reading.point, visit.reader, point)
        await _point_to_private(visit, seen.item.number, kind)
    else:
        key = str(visit.key)
        await _ask(visit, await visit.do(writing.begin_answer, visit.reader, visit.place, key, point, kind))


async def _point_to_private(visit: Visit, number: int, kind: Kind) -> None:
    link = await visit.ask(reading.link)
    await visit.show(views.write_in_private(visit.say, number, kind, link))


async def _read_back(visit: Visit, form: Writing, page: int = 0) -> None:
    await visit.show(point_views.read_back(visit.say, form, page))


async def _ask(visit: Visit, form: Writing) -> None:
    if form.told:
        await _read_back(visit, form)
    else:
        rules = await visit.ask(reading.rules)
        await visit.show(point_views.ask(visit.say, form, writing.most_characters(form.kind, rules)))


def routes() -> Routes:
    """What reaches words about an item."""
    return Routes(
        taps={
            taps.SayPoint: say_point,
            drafts.Write: write,
            staff.AnswerPoint: answer,
            staff.DecideObjection: decide,
            drafts.ReadWords: read,
            drafts.KeepWords: keep,
            drafts.WordsAnew: anew,
            drafts.LeaveWords: leave,
        },
        doors={"item": through_door},
        forms={Writing: FormRoute(hears, _ask)},
    )
