"""`/inquire` and `/inquiries`"""

from dataclasses import replace

from aiogram.types import Message

from bot.inquiries import refusal_views, taps, views
from bot.inquiries.forms import Deed, Writing
from bot.inquiries.model import InquiryId
from bot.inquiries.service import asking, looking
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.number import number_in


async def see_all(visit: Visit, tap: taps.SeeInquiries | str) -> None:
    page = tap.page if isinstance(tap, taps.SeeInquiries) else 0
    await visit.show(views.listed(visit.say, await visit.ask(looking.published, visit.reader), page))


async def see(visit: Visit, tap: taps.SeeInquiry) -> None:
    found = await visit.ask(looking.see, visit.reader, InquiryId(tap.inquiry))
    await visit.show(views.story(visit.say, found, tap.page))


async def through_door(visit: Visit, rest: str) -> None:
    """`/start inquiry-3`, by its id."""
    await see(visit, taps.SeeInquiry(inquiry=number_in(rest) or 0))


async def begin(visit: Visit, words: str | taps.BeginInquiry) -> None:
    """With what is asked, about nothing in particular; or which kind of matter it is."""
    await visit.ask(looking.look, visit.reader)
    if isinstance(words, str) and words.strip():
        said = " ".join(words.split())
        await _write(visit, Writing(str(visit.key), Deed.OPEN, words=said))
    else:
        await visit.show(views.which(visit.say, await visit.ask(asking.days)))


async def ask_about(visit: Visit, tap: taps.AskAbout) -> None:
    await _write(visit, Writing(str(visit.key), Deed.OPEN, tap.about))


async def answer(visit: Visit, tap: taps.AnswerInquiry) -> None:
    await _write(visit, Writing(str(visit.key), Deed.ANSWER, inquiry=InquiryId(tap.inquiry)))


async def ask_again(visit: Visit, tap: taps.AskAgain) -> None:
    await _write(visit, Writing(str(visit.key), Deed.AGAIN, inquiry=InquiryId(tap.inquiry)))


async def hears(visit: Visit, message: Message) -> None:
    """The number or the words of somebody who was asked for them."""
    form = visit.form
    if not isinstance(form, Writing):
        return
    said = " ".join((message.text or "").split())
    if form.needs_number:
        number = number_in(said)
        if number is None:
            await visit.show(views.needs_number(visit.say))
        else:
            await _write(visit, replace(form, of=number))
    elif not said:
        await visit.show(views.needs_words(visit.say))
    else:
        await _write(visit, replace(form, words=said))


async def ask_anew(visit: Visit, form: Writing) -> None:
    await _ask(visit, form)


async def read_back(visit: Visit, tap: taps.ReadBack) -> None:
    form = await visit.ask(asking.draft, visit.place, tap.key)
    await visit.show(views.read_back(visit.say, form, tap.page))


async def send(visit: Visit, tap: taps.Send) -> None:
    form = visit.form
    sent = await visit.do(asking.send, visit.reader, visit.place, tap.key)
    answered = isinstance(form, Writing) and form.deed is Deed.ANSWER
    await visit.show(views.answered(visit.say, sent) if answered else views.opened(visit.say, sent))


async def drop(visit: Visit, tap: taps.Drop) -> None:
    await visit.do(asking.drop, visit.place, tap.key)
    await visit.show(views.dropped(visit.say))


async def settle(visit: Visit, tap: taps.Settle) -> None:
    settled = await visit.do(asking.settle, visit.reader, InquiryId(tap.inquiry))
    await visit.show(views.settled(visit.say, settled))


async def in_group(visit: Visit, _: str) -> None:
    await visit.show(views.in_private(visit.say))


async def _write(visit: Visit, form: Writing) -> None:
    await _ask(visit, await visit.do(asking.write, visit.reader, visit.place, form))


async def _ask(visit: Visit, form: Writing) -> None:
    if form.words:
        await visit.show(views.read_back(visit.say, form))
    else:
        await visit.show(views.ask(visit.say, form, await visit.ask(asking.characters)))


def routes() -> Routes:
    """What reaches the inquiries."""
    return Routes(
        commands={"inquire": begin, "inquiries": see_all},
        group_commands={"inquire": in_group, "inquiries": see_all},
        taps={
            taps.SeeInquiries: see_all,
            taps.SeeInquiry: see,
            taps.BeginInquiry: begin,
            taps.AskAbout: ask_about,
            taps.AnswerInquiry: answer,
            taps.AskAgain: ask_again,
            taps.Settle: settle,
            taps.ReadBack: read_back,
            taps.Send: send,
            taps.Drop: drop,
        },
        doors={"inquiry": through_door},
        forms={Writing: FormRoute(hears, ask_anew)},
        explanations=refusal_views.EXPLANATIONS,
    )
