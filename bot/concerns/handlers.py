"""Telling a concern, in private and in the group."""

from dataclasses import replace

from aiogram.types import Message

from bot.concerns import draft_handlers, taps, views, voice_views
from bot.concerns.chain_handlers import show_chain, tag_in
from bot.concerns.draft_handlers import ask, change
from bot.concerns.forms import Draft, Question
from bot.concerns.model.told import Spot, Told
from bot.concerns.service import telling
from bot.concerns.service.telling import Change
from bot.concerns.told_handlers import told_in
from bot.kit.ears import Spoken
from bot.kit.home import REPORT, Report
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.answer import yes_or_no
from nlu.meaning import ANSWERS, Outcome
from nlu.number import number_in
from nlu.place import Place, find_place

CONCERN = "raise_concern"
YES_OR_NO = frozenset({Question.HEARD, Question.SAME, Question.RIGHT})


async def begin(visit: Visit, words: str | None = None) -> None:
    """反映问题 or /concern: ask what the matter is, unless it was said along with it; `/concern 12` shows that one."""
    if (number := number_in(words)) is not None:
        await show_chain(visit, number)
    elif told := _told_with(visit, words or ""):
        await _tell(visit, told)
    else:
        await ask(visit, await visit.do(telling.begin, visit.reader, visit.place, Draft(str(visit.key))))


async def hears(visit: Visit, message: Message) -> None:
    """The next message of somebody who is telling a concern: it answers what was asked last."""
    draft = visit.form
    if not isinstance(draft, Draft):
        return
    agreed = None if draft.adding else yes_or_no(message.text or "")
    if (number := tag_in(message.text)) is not None:
        await show_chain(visit, number)
    elif message.media_group_id is not None and message.media_group_id == draft.album:
        await _show_more(visit, draft, message)
    elif agreed is not None and draft.question in YES_OR_NO:
        await _typed(visit, draft, agreed)
    elif message.location is not None:
        spot = Spot(message.location.latitude, message.location.longitude)
        await change(visit, draft.key, lambda open_draft: open_draft.at_spot(spot))
    elif message.text and not draft.adding and draft.question is Question.WHERE:
        place, where = await _place_in(visit, message.text), message.text
        await change(visit, draft.key, lambda open_draft: open_draft.at(where, place.building if place else None))
    elif told := told_in(message):
        await _tell(visit, told)
    else:
        await visit.show(views.cannot_read(visit.say))
        await ask(visit, draft)


async def _show_more(visit: Visit, draft: Draft, message: Message) -> None:
    """A further photo of an album: its first one was answered, and one answer is enough."""
    album, told = draft.album, told_in(message)
    if told is not None:
        await visit.do(
            telling.change, visit.reader, visit.place, draft.key, lambda open_draft: open_draft.showing(album, told)
        )


async def _typed(visit: Visit, draft: Draft, agreed: bool) -> None:
    """对 or 不对, typed where there are buttons for it."""
    match draft.question, agreed:
        case Question.SAME, True if draft.same is not None:
            await draft_handlers.that_one(visit, taps.ThatOne(key=draft.key, concern=draft.same))
        case Question.SAME, False:
            await draft_handlers.another(visit, taps.Another(key=draft.key))
        case Question.HEARD, True:
            await heard_right(visit, taps.HeardRight(key=draft.key))
        case Question.HEARD, False:
            await draft_handlers.heard_wrong(visit, taps.HeardWrong(key=draft.key))
        case Question.RIGHT, True:
            await draft_handlers.confirm(visit, taps.Confirm(key=draft.key))
        case Question.RIGHT, False:
            await draft_handlers.amend(visit, taps.Amend(key=draft.key))


async def heard_right(visit: Visit, tap: taps.HeardRight) -> None:
    """What was understood of a voice message is what was said: it counts as if it had been written."""
    draft = await visit.ask(telling.open_draft, visit.place, tap.key)
    if not draft.heard:
        await ask(visit, draft)
    elif draft.unasked and (other := await _other_wish(visit, draft.heard)) is not None:
        await visit.means(other.meaning.intent, other)
        await visit.town.do(telling.drop_if_open, None, visit.place, tap.key)
    else:
        await change(visit, tap.key, await _telling(visit, Told(draft.heard)))


async def _other_wish(visit: Visit, words: str) -> Spoken | None:
    """What words clearly mean, where that is no concern."""
    meaning = await visit.ears.understand(words)
    other = meaning.outcome is Outcome.ACT and meaning.intent not in (CONCERN, *(ANSWERS - {"cancel"}))
    return Spoken(words, meaning, str(visit.key)) if other else None


async def told_unasked(visit: Visit, message: Message) -> None:
    """A photo or a voice message sent first begins a concern, as long as nobody knows what the voice says."""
    told = told_in(message)
    if told is not None:
        await _tell(visit, told, unasked=told.voice is not None)


async def spoken_of(visit: Visit, spoken: Spoken) -> None:
    """Free text that tells a concern: it begins with what the words say of it."""
    if visit.in_group:
        draft = (await _telling(visit, Told(spoken.words)))(Draft(spoken.key))
        await visit.show(views.receipt(visit.say, await visit.do(telling.raise_in_group, visit.reader, draft)))
    elif spoken.words:
        await _tell(visit, Told(spoken.words), spoken.key)
    else:
        await begin(visit)


async def raise_in_group(visit: Visit, words: str) -> None:
    """`/concern text` in the group, or `/concern` in reply to somebody's message: recorded at once.

    `/concern 12` shows that one to who asked.
    """
    if (number := number_in(words)) is not None:
        await show_chain(visit, number)
        return
    told = _told_with(visit, words) or Told()
    if visit.message.reply_to_message is not None:
        told = (told_in(visit.message.reply_to_message) or Told()).and_also(told)
    draft = (await _telling(visit, told))(Draft(str(visit.key)))
    concern = await visit.do(telling.raise_in_group, visit.reader, draft)
    await visit.show(views.receipt(visit.say, concern))


def _told_with(visit: Visit, words: str) -> Told | None:
    """The words of a command, and what it stands under as a caption; None where there is neither."""
    here = told_in(visit.message) if visit.tap is None else None
    told = replace(here or Told(), text=words)
    return told if told != Told() else None


async def _tell(visit: Visit, told: Told, key: str = "", *, unasked: bool = False) -> None:
    begun, tell = Draft(key or str(visit.key), unasked=unasked), await _telling(visit, told)
    draft = await visit.do(telling.begin_with, visit.reader, visit.place, begun, tell)
    if told.voice and not draft.listening:
        await visit.show(voice_views.kept(visit.say))
    await ask(visit, draft)


async def _telling(visit: Visit, told: Told) -> Change:
    """Tell this, and what the words themselves say of place and kind, so that it need not be asked."""
    album = visit.message.media_group_id or "" if visit.tap is None else ""
    place, guess = await _place_in(visit, told.text), await _kind_of(visit, told.text)
    voice = visit.message.voice if told.voice else None
    listens = voice is not None and visit.ears.hears(voice.duration)

    def tell(draft: Draft) -> Draft:
        draft = draft.showing(album, told)
        draft = draft.listened_to() if listens else draft
        if place is not None and not draft.where and draft.spot is None:
            draft = draft.at(str(place), place.building)
        return draft.about(guess) if guess and not draft.category else draft

    return tell


async def _kind_of(visit: Visit, text: str) -> str | None:
    """The category that words tell; None where they do not."""
    return (await visit.ears.understand(text)).kind if text else None


async def _place_in(visit: Visit, text: str) -> Place | None:
    """The place that words tell; None where they name a building that is not here."""
    place = find_place(text)
    if place is None:
        return None
    building = await visit.ask(telling.building_meant, visit.reader, visit.place, place.building)
    return replace(place, building=building) if building else None


def routes() -> Routes:
    """What reaches the concerns."""
    return Routes(
        commands={"concern": begin},
        group_commands={"concern": raise_in_group},
        taps={Report: lambda visit, _: begin(visit), taps.HeardRight: heard_right},
        says={REPORT: begin},
        doors={"report": lambda visit, _: begin(visit)},
        forms={Draft: FormRoute(hears, ask)},
        means={CONCERN: spoken_of},
        otherwise={"photo": told_unasked, "voice": told_unasked},
    )
