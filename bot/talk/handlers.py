"""Free text: what is clear is done, what is not is asked about, and what is nobody's business is answered kindly."""

from contextlib import suppress
from dataclasses import replace

from aiogram import Bot
from aiogram.types import Message

from bot.kit.ears import Ears, Spoken
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Unheard, Visit
from bot.talk import service, taps, views
from bot.talk.forms import Unclear
from bot.talk.model import addressed, thanks
from nlu.meaning import ACT_FROM, OUT_OF_SCOPE, Meaning, Outcome
from nlu.number import number_in

CONCERN, STATUS = "raise_concern", "concern_status"


async def wrote(visit: Visit, message: Message) -> None:
    """In private, where nothing was asked."""
    words = (message.text or "").strip()
    if words.startswith("#") and number_in(words) is not None:
        await visit.means(STATUS, Spoken(words, Meaning(STATUS, 1.0), str(visit.key)))
    elif thanks(words):
        await visit.show(views.you_are_welcome(visit.say))
    else:
        await _answer(visit, Spoken(words, await visit.ears.understand(words), str(visit.key)))


async def _answer(visit: Visit, spoken: Spoken) -> None:
    meaning, unclear = spoken.meaning, Unclear(spoken.key, spoken.words)
    if meaning.outcome is Outcome.ACT:
        await visit.means(meaning.intent, spoken)
        return
    await visit.do(service.wonder, visit.place, unclear)
    if meaning.outcome is Outcome.ASK:
        await visit.show(views.which(visit.say, unclear, meaning.alternatives))
    elif meaning.intent == OUT_OF_SCOPE and meaning.confidence >= ACT_FROM:
        await visit.show(views.not_for_me(visit.say, unclear))
    else:
        await visit.show(views.shall_i(visit.say, unclear))


async def wrote_again(visit: Visit, message: Message) -> None:
    """In place of a tap under the question what was meant: what counts is what is written now."""
    await wrote(visit, message)


async def ask_again(visit: Visit, form: Unclear) -> None:
    """The same question, to an update that came twice."""
    meaning = await visit.ears.understand(form.words)
    if meaning.outcome is Outcome.ASK:
        await visit.show(views.which(visit.say, form, meaning.alternatives))
    else:
        await visit.show(views.shall_i(visit.say, form))


async def mean(visit: Visit, tap: taps.Mean) -> None:
    """您是要…吗: that one."""
    if tap.intent not in views.LABELS:
        await mean_nothing(visit, taps.MeanNothing(key=tap.key))  # nobody was given such a button
        return
    words = await visit.ask(service.words_of, visit.place, tap.key)
    meaning = replace(await visit.ears.understand(words), intent=tap.intent)
    await visit.means(tap.intent, Spoken(words, meaning, tap.key))


async def mean_nothing(visit: Visit, tap: taps.MeanNothing) -> None:
    await visit.do(service.forget, visit.place, tap.key)
    await visit.show(views.left(visit.say))


async def attend(message: Message, bot: Bot, ears: Ears) -> Spoken | None:
    """What is said in a group, if the bot is meant or has something to offer; looks into no books."""
    text, me = message.text or message.caption or "", await bot.me()
    said_to = message.reply_to_message.from_user if message.reply_to_message else None
    words = addressed(text, str(me.username), is_reply=said_to is not None and said_to.id == bot.id)
    if words is None and not text:
        return None
    meaning = await ears.understand(text if words is None else words)
    if words is None and not meaning.offers_concern:
        return None
    return Spoken(text if words is None else words, meaning, unasked=words is None)


async def heard_in_group(visit: Visit, spoken: Spoken) -> None:
    """Somebody spoke to the bot there, or wrote of what sounds like a concern."""
    unclear = Unclear(str(visit.key), spoken.words)
    if spoken.unasked:
        if await visit.do(service.offer, visit.reader, visit.place, unclear):
            with suppress(Unheard):  # nobody has asked for it
                await visit.show(views.in_group(visit.say, unclear))
    elif thanks(spoken.words):
        await visit.show(views.you_are_welcome(visit.say))
    elif spoken.meaning.intent == CONCERN and spoken.meaning.outcome is not Outcome.LEAVE:
        await visit.do(service.wonder, visit.place, unclear)
        await visit.show(views.in_group(visit.say, unclear))
    elif spoken.meaning.outcome is Outcome.LEAVE:
        await visit.show(views.nothing_to_do(visit.say))
    else:
        await _answer(visit, replace(spoken, key=str(visit.key)))


async def offers(visit: Visit, _: str) -> None:
    """/offers in a group: may the bot speak up there by itself?"""
    group = await visit.ask(service.talk_in, visit.reader, visit.message.chat.id)
    await visit.show(views.may_offer(visit.say, offers=group.offers))


async def switch_offers(visit: Visit, tap: taps.SwitchOffers) -> None:
    await visit.do(service.switch, visit.reader, visit.message.chat.id, tap.offers)
    await visit.show(views.may_offer(visit.say, offers=tap.offers))


def routes() -> Routes:
    """What reaches free text."""
    return Routes(
        group_commands={"offers": offers},
        taps={taps.Mean: mean, taps.MeanNothing: mean_nothing, taps.SwitchOffers: switch_offers},
        forms={Unclear: FormRoute(wrote_again, ask_again)},
        otherwise={"text": wrote, "group": heard_in_group},
    )
