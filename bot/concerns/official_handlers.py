"""What reaches the sub-district office when it replies to a concern."""

from aiogram.types import Message

from bot.concerns import official_views
from bot.concerns.forms import OfficialWord
from bot.concerns.model.concern import ConcernId
from bot.concerns.service import official
from bot.concerns.taps import official as official_taps
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.answer import yes_or_no


async def begin(visit: Visit, tap: official_taps.ReplyOfficially) -> None:
    concern = ConcernId(tap.concern)
    if visit.in_group:
        found = await visit.ask(official.to_reply, visit.reader, concern)
        await visit.show(official_views.in_private(visit.say, found))
    else:
        await _ask(visit, await visit.do(official.begin, visit.reader, visit.place, str(visit.key), concern))


async def hears(visit: Visit, message: Message) -> None:
    """The words, or yes and no."""
    form = visit.form
    if not isinstance(form, OfficialWord):
        return
    words = (message.text or "").strip()
    agreed = yes_or_no(words) if form.words else None
    if agreed is not None:
        keeping = official_taps.SayOfficially(key=form.key, concern=form.concern)
        await (say(visit, keeping) if agreed else anew(visit, official_taps.OfficiallyAnew(key=form.key)))
    else:
        await _ask(visit, await visit.do(official.hear, visit.reader, visit.place, form.key, words or form.words))


async def read(visit: Visit, tap: official_taps.ReadOfficialWord) -> None:
    form = await visit.ask(official.draft, visit.place, tap.key)
    await visit.show(official_views.read_back(visit.say, form, tap.page))


async def say(visit: Visit, tap: official_taps.SayOfficially) -> None:
    said = await visit.do(official.say, visit.reader, visit.place, tap.key, ConcernId(tap.concern))
    await visit.show(official_views.said(visit.say, said))


async def anew(visit: Visit, tap: official_taps.OfficiallyAnew) -> None:
    await _ask(visit, await visit.do(official.hear, visit.reader, visit.place, tap.key, ""))


async def _ask(visit: Visit, form: OfficialWord) -> None:
    await visit.show((official_views.read_back if form.words else official_views.ask)(visit.say, form))


def routes() -> Routes:
    """What reaches the sub-district office."""
    return Routes(
        taps={
            official_taps.ReplyOfficially: begin,
            official_taps.ReadOfficialWord: read,
            official_taps.SayOfficially: say,
            official_taps.OfficiallyAnew: anew,
        },
        forms={OfficialWord: FormRoute(hears, _ask)},
    )
