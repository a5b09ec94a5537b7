"""How it looks what people say about an item: read, hear, write, read back."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from bot.agenda import taps
from bot.agenda.forms import Kind, Writing
from bot.agenda.item_views import DIGEST, point_line, said_by
from bot.agenda.model.item import Item, Point, Side, Verdict, Wording
from bot.agenda.model.options import options_of
from bot.agenda.model.sight import Seen, in_turn
from bot.agenda.model.steps import Step
from bot.agenda.taps.drafts import KeepWords, LeaveWords, ReadWords, WordsAnew
from bot.agenda.taps.staff import AnswerPoint, DecideObjection, ManageItem
from bot.agenda.views import see_item, see_items
from bot.kit.screens import ELDER_CHARACTERS, Choice, Screen, paged, pages, screen
from bot.kit.words import Words, later

ON_A_PAGE = 4
ASKS = {
    Kind.PRO: later("Why are you for it? Write at most {most} characters, or send a voice message."),
    Kind.CON: later("Why are you against it? Write at most {most} characters, or send a voice message."),
    Kind.QUESTION: later("What would you like to know? Write at most {most} characters, or send a voice message."),
    Kind.ADVICE: later("Your advice, in at most {most} characters. All residents read it, marked as advice."),
    Kind.REPLY: later("The reply of the sub-district office, in at most {most} characters. All residents read it."),
    Kind.OBJECTION: later("What do you object to? Write at most {most} characters, or send a voice message."),
    Kind.ANSWER: later("Your answer, in at most {most} characters. Everybody reads it, who asked is told."),
    Kind.UPHELD: later("Why is the objection upheld? At most {most} characters. Everybody reads it."),
    Kind.DISMISSED: later("Why is the objection not upheld? At most {most} characters. Everybody reads it."),
    Kind.WORDING: later(
        "The exact words that are voted on, in at most {most} characters. Where people choose from several options,"
        " write each on a line of its own: “Option: …”"
    ),
    Kind.EVALUATION: later("Has it helped? Write in at most {most} characters; everybody reads it."),
    Kind.DROP: later("Why is it not taken up? At most {most} characters; who proposed it reads them."),
}
READ_BACK = {
    Kind.WORDING: later("Freeze these words? Changed later, they are a new version, and the notice begins anew."),
    Kind.DROP: later("The item is over then. Is that right?"),
    Kind.ADVICE: later("Everybody reads it as advice. Is that right?"),
    Kind.REPLY: later("Everybody reads it as the reply of the sub-district office, with your name. Is that right?"),
    Kind.UPHELD: later("The result does not stand then, and it is decided anew. Is that right?"),
    Kind.DISMISSED: later("The result stands then. Is that right?"),
}
FOR_ALL = later("Everybody reads it, without your name. Is that right?")
KEPT = {
    Kind.QUESTION: later("Noted. When a moderator has answered, I tell you."),
    Kind.OBJECTION: later("Noted. A moderator has to decide on it before it goes on, and I tell you."),
    Kind.ADVICE: later("Noted, and shown as advice. Residents decide."),
    Kind.REPLY: later("Noted, and shown as the reply of the sub-district office. Residents decide."),
    Kind.ANSWER: later("Noted. Who asked is told."),
    Kind.UPHELD: later("Noted. The item goes back to ③ review; who objected is told."),
    Kind.DISMISSED: later("Noted. Who objected is told why."),
    Kind.EVALUATION: later("Noted. Now it can be finished."),
    Kind.DROP: later("Done. Who proposed it is told why."),
}
NOTED = later("Noted. Everybody can read it, without your name.")
ANSWERED = (Side.QUESTION, Side.OBJECTION)
BY_STAFF = (Kind.ANSWER, Kind.UPHELD, Kind.DISMISSED, Kind.WORDING, Kind.EVALUATION, Kind.DROP)


@dataclass(frozen=True)
class _Sheet:
    """What is on one screen, and whose buttons stand under it."""

    text: str
    points: tuple[tuple[int, Point], ...] = ()


def points(say: Words, seen: Seen, page: int = 0) -> Screen:
    """All that was said, pro and con in turn; in 长辈版 one at a time."""
    back = taps.SeeItem(item=seen.item.id)
    sheets = _sheets(say, seen)
    if not sheets:
        text = say("Nobody has said anything about item {number} yet.", number=seen.item.number)
        return screen(say, text, back=back)
    sheet = sheets[page % len(sheets)]
    choices = [choice for at, point in sheet.points for choice in _buttons(say, seen, point, at)]
    if len(sheets) > 1:
        choices.append(Choice(say.plain("Read on"), taps.ReadPoints(item=seen.item.id, page=page + 1)))
    return screen(say, say.quote(sheet.text), *choices, back=back)


def _sheets(say: Words, seen: Seen) -> list[_Sheet]:
    counted = list(enumerate(in_turn(seen.points), 1))
    if say.elder:
        found = []
        for at, point in counted:
            *before, last = pages(point_line(say, seen, point), ELDER_CHARACTERS)
            found += [_Sheet(part) for part in before]
            found.append(_Sheet(last, ((at, point),)))
        return found
    chunks = [tuple(counted[start : start + ON_A_PAGE]) for start in range(0, len(counted), ON_A_PAGE)]
    return [_Sheet("\n\n".join(_numbered(say, seen, point, at) for at, point in chunk), chunk) for chunk in chunks]


def _numbered(say: Words, seen: Seen, point: Point, at: int) -> str:
    return say.plain("{at}. {said}", at=at, said=point_line(say, seen, point))


def _buttons(say: Words, seen: Seen, point: Point, at: int) -> list[Choice]:
    choices, answer = [], seen.answer_to(point)
    if point.voice:
        choices.append(Choice(say.plain("Hear no. {at}", at=at), taps.HearPoint(point=point.id)))
    if not seen.standing.moderates or answer is not None:
        return choices
    if point.side is Side.QUESTION and not seen.item.over:
        choices.append(Choice(say.plain("Answer no. {at}", at=at), AnswerPoint(point=point.id)))
    if point.side is Side.OBJECTION and seen.item.step is Step.PUBLISHED:
        for label, verdict in (
            (later("Uphold no. {at}"), Verdict.UPHELD),
            (later("Dismiss no. {at}"), Verdict.DISMISSED),
        ):
            choices.append(Choice(say.plain(label, at=at), DecideObjection(point=point.id, verdict=verdict)))
    return choices


def voice_comes(say: Words, seen: Seen) -> Screen:
    return screen(say, say("The voice message comes to you alone."), back=taps.ReadPoints(item=seen.item.id))


def answered(say: Words, seen: Seen, point: Point, page: int = 0) -> Screen:
    """What somebody asked, and the answer to it."""

    def turn(to: int) -> CallbackData:
        return taps.ReadAnswer(point=point.id, page=to)

    answer = seen.answer_to(point)
    told = [say.plain("Item {number}: {what}", number=seen.item.number, what=seen.item.what)]
    told.append(said_by(say, seen, point))
    if answer is not None:
        told.append(said_by(say, seen, answer))
    elif point.side in ANSWERED:
        told.append(say.plain("There is no answer yet."))
    return paged(say, "\n".join(told), page, turn, see_item(say, seen.item))


def ask(say: Words, form: Writing, most: int) -> Screen:
    """For the words; `most` characters fit."""
    leave = Choice(say.plain("I write nothing"), LeaveWords(key=form.key))
    return screen(say, say(ASKS[form.kind], most=most), leave)


def read_back(say: Words, form: Writing, page: int = 0) -> Screen:
    """What will be kept, in 长辈版 page by page."""

    def turn(to: int) -> CallbackData:
        return ReadWords(key=form.key, page=to)

    words = say.plain("🎤 voice message") if form.voice else form.words
    told = [say.plain("You say: {told}", told=words)]
    if form.kind is Kind.WORDING:
        told.append(_how_voted(say, options_of(form.words)))
    return paged(
        say,
        "\n".join([*told, say.plain(READ_BACK.get(form.kind, FOR_ALL))]),
        page,
        turn,
        Choice(say.plain("Yes, that is right"), KeepWords(key=form.key, item=form.item, kind=form.kind)),
        Choice(say.plain("In other words"), WordsAnew(key=form.key)),
        Choice(say.plain("I write nothing"), LeaveWords(key=form.key)),
    )


def _how_voted(say: Words, options: Sequence[str]) -> str:
    if not options:
        return say.plain("It is voted on with yes or no.")
    return say.plain("These {count} options can be chosen from, and no others.", count=len(options))


def kept(say: Words, item: Item, kind: Kind, wording: Wording | None) -> Screen:
    """It counts now."""
    text = say(KEPT.get(kind, NOTED))
    if kind is Kind.WORDING and wording is not None:
        text = say("Frozen: version {version}.", version=wording.version)
        if not say.elder:
            text = say("Frozen: version {version}, hash {digest}.", version=wording.version,
                       digest=wording.digest[:DIGEST])  # fmt: skip
    manage = [Choice(say.plain("Look after this item"), ManageItem(item=item.id))] if kind in BY_STAFF else []
    return screen(say, text, see_item(say, item), *manage)


def left(say: Words) -> Screen:
    return screen(say, say("Good, nothing is written."), see_items(say))


def words_only(say: Words) -> Screen:
    """Something came that cannot be kept here."""
    return screen(say, say("I cannot take this here. Please write it in a few words."))


def words_or_voice(say: Words) -> Screen:
    return screen(say, say("I can take words or a voice message here, not this."))
