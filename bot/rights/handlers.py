"""What reaches the rights."""

from pathlib import Path

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import BufferedInputFile, Message

from bot.kit.home import home
from bot.kit.routes import FormRoute, Routes
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.rights import kept_views, service, taps, views
from bot.rights.model import Correcting


async def my_data(visit: Visit, _: str | None) -> None:
    kept = await visit.do(service.see, visit.reader)
    await visit.show(views.in_parts(visit.say, kept_views.read_out(visit.say, kept), 0))


async def read_on(visit: Visit, tap: taps.SeeKept) -> None:
    if tap.page == 0:
        await my_data(visit, None)
        return
    kept = await visit.ask(service.kept, visit.reader)
    await visit.show(views.in_parts(visit.say, kept_views.read_out(visit.say, kept), tap.page))


async def fetch_file(visit: Visit, _: taps.FetchFile) -> None:
    kept = await visit.do(service.see, visit.reader)
    file = BufferedInputFile(
        kept_views.file_of(kept), Path(visit.say.plain(kept_views.FILE_NAME)).with_suffix(".json").name
    )
    try:
        await visit.bot.send_document(visit.place.telegram_id, file)
    except (TelegramRetryAfter, TelegramBadRequest, *PASSING):
        await visit.show(views.fetch_failed(visit.say))
    else:
        await visit.show(home(visit.say, visit.say("That is all that is kept about you.")))


async def correct(visit: Visit, _: object) -> None:
    await visit.show(views.what_to_correct(visit.say))


async def ask_name(visit: Visit, tap: taps.CallMe) -> None:
    await visit.do(service.begin_correction, visit.reader, visit.place, tap.on_roll)
    await visit.show(views.ask_name(visit.say, tap.on_roll))


async def hears_name(visit: Visit, message: Message) -> None:
    if not isinstance(visit.form, Correcting):
        return
    if visit.form.on_roll:
        await visit.do(service.correct_name, visit.reader, visit.place, message.text or "")
        await visit.show(views.correction_sent(visit.say))
    else:
        name = await visit.do(service.call_me, visit.reader, visit.place, message.text or "")
        await visit.show(views.called(visit.say, name))


async def ask_age(visit: Visit, _: taps.MyAgeIsWrong) -> None:
    await visit.show(views.ask_age(visit.say))


async def hears_age(visit: Visit, tap: taps.RightAge) -> None:
    await visit.do(service.correct_age, visit.reader, tap.age_band)
    await visit.show(views.correction_sent(visit.say))


async def decide(visit: Visit, tap: taps.Decide) -> None:
    await visit.do(service.decide, visit.reader, tap.correction, tap.agreed)
    await visit.show(views.decided(visit.say))


async def explain(visit: Visit, _: str | None) -> None:
    await read_explanation(visit, taps.ExplainDeletion())


async def read_explanation(visit: Visit, tap: taps.ExplainDeletion) -> None:
    days = await visit.ask(service.days_of_grace)
    await visit.show(views.explain_deletion(visit.say, days, tap.page))


async def delete(visit: Visit, _: taps.Delete) -> None:
    deletion = await visit.do(service.ask_deletion, visit.reader)
    await visit.show(views.deletion_asked(visit.say, deletion.due_at))


async def stay(visit: Visit, _: object) -> None:
    await visit.do(service.undo_deletion, visit.reader)
    await visit.show(views.stays(visit.say))


async def in_private(visit: Visit, _: str) -> None:
    await visit.show(views.in_private(visit.say))


async def _ask_again(visit: Visit, form: Correcting) -> None:
    await visit.show(views.ask_name(visit.say, form.on_roll))


def routes() -> Routes:
    """What reaches the rights."""
    commands = {"mydata": my_data, "correct": correct, "deleteme": explain, "keepme": stay}
    return Routes(
        commands=commands,
        group_commands=dict.fromkeys(commands, in_private),
        taps={
            taps.SeeKept: read_on,
            taps.FetchFile: fetch_file,
            taps.Correct: correct,
            taps.CallMe: ask_name,
            taps.MyAgeIsWrong: ask_age,
            taps.RightAge: hears_age,
            taps.Decide: decide,
            taps.ExplainDeletion: read_explanation,
            taps.Delete: delete,
            taps.KeepMe: stay,
        },
        forms={Correcting: FormRoute(hears_name, _ask_again)},
        explanations=views.EXPLANATIONS,
    )
