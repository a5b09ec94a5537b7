"""What supervisors and the group read of a month."""

from bot.kit.screens import Screen, screen
from bot.kit.words import Words
from bot.oversight.model import Pack
from bot.oversight.views import see


def ready(say: Words, found: Pack) -> Screen:
    """To each supervisor, before the files."""
    text = say("{month} is put together. Please go through it and write the minutes.", month=say.month(found.month))
    return screen(say, text, see(say, found))


def ready_in_group(say: Words, found: Pack, link: str) -> Screen:
    """`link` is the bot's https address."""
    figures = found.figures
    text = say(
        "<b>Supervision in {month}</b>\nPoints given: {given}, redeemed: {redeemed}. Concerns overdue: {late}. "
        "Inquiries open: {open}.\nAll of it is behind the button.",
        month=say.month(found.month), given=figures.given, redeemed=figures.redeemed, late=len(figures.concerns),
        open=len(figures.inquiries),
    )  # fmt: skip
    return Screen(text, ((see(say, found),),)).in_group(link)


def note_missing(say: Words, found: Pack) -> Screen:
    text = say("The minutes about {month} are still missing. Please write what the meeting found.",
               month=say.month(found.month))  # fmt: skip
    return screen(say, text, see(say, found))


def noted_in_group(say: Words, found: Pack, link: str) -> Screen:
    text = say("<b>Minutes of the supervisors' meeting about {month}</b>\n{words}", month=say.month(found.month),
               words=found.note)  # fmt: skip
    return Screen(text, ((see(say, found),),)).in_group(link)
