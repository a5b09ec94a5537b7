"""How minutes look: to read page by page, on the shelf, in the group, and to those whose matter was treated."""

from bot.agenda.model.item import Outcome
from bot.kit.home import SeeMinutes, SeeScore
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, GoHome, Screen, pages, screen
from bot.kit.words import Words
from bot.minutes import taps, text_views
from bot.minutes.model.erratum import Reading, Shelf, Verdict
from bot.minutes.model.minutes import Minutes, State
from bot.minutes.model.record import Matter, results

MOST_MATTERS, MOST_ERRATA = 12, 3
"""So many items and corrections stand in the group's post."""


def read(say: Words, minutes: Minutes) -> Choice:
    label = say.plain("Read the draft") if not minutes.public else say.plain("Read the minutes")
    return Choice(label, taps.ReadMinutes(sitting=minutes.sitting))


def approve(say: Words, minutes: Minutes) -> Choice:
    tap = taps.ApproveMinutes(sitting=minutes.sitting, revision=minutes.revision)
    return Choice(say.plain("It is right, approve"), tap)


def reading(say: Words, reading: Reading, page: int = 0) -> Screen:
    """One page of the whole text, with what the reader may do about it."""
    minutes = reading.minutes
    parts = pages("\n".join(text_views.lines(say, reading)), ELDER_CHARACTERS if say.elder else PAGE)
    page %= len(parts)
    choices = []
    if page + 1 < len(parts):
        choices.append(Choice(say.plain("Read on"), taps.ReadMinutes(sitting=minutes.sitting, page=page + 1)))
    if reading.approves and minutes.state is State.DRAFT:
        choices.append(approve(say, minutes))
        choices.append(Choice(say.plain("Add a note"), taps.AddNote(sitting=minutes.sitting)))
    if reading.corrects:
        choices.append(Choice(say.plain("Something is wrong"), taps.WriteErratum(sitting=minutes.sitting)))
    if minutes.public and not minutes.record.adjourned:
        choices.append(Choice(say.plain("How well it went"), SeeScore(sitting=minutes.sitting)))
    if minutes.public and not say.elder:
        choices.append(Choice(say.plain("To print (A4)"), taps.PrintMinutes(sitting=minutes.sitting)))
    return screen(say, say.quote(parts[page]), *choices, back=SeeMinutes())


def printed(say: Words, minutes: Minutes) -> Screen:
    """After the file."""
    return screen(say, say("This is the sheet for the notice board."), read(say, minutes), back=SeeMinutes())


def shelf(say: Words, found: Shelf) -> Screen:
    """The latest first; what waits for approval above them."""
    waiting = [_waits(say, minutes) for minutes in found.waiting]
    if not found.published and not waiting:
        return screen(say, say("No minutes have been published yet."), back=GoHome())
    text = say("Minutes of which deliberation day?")
    if not say.elder:
        text = "\n".join([text, *(_line(say, minutes) for minutes in found.published)])
    more = [Choice(say.plain("More choices"), SeeMinutes(page=found.page + 1))] if found.pages > 1 else []
    choices = [_shelved(say, minutes) for minutes in found.published]
    return screen(say, text, *waiting, *choices, *more, back=GoHome())


def _waits(say: Words, minutes: Minutes) -> Choice:
    label = say.plain("To be approved: {day}", day=say.day(minutes.record.starts_at))
    return Choice(label, taps.ReadMinutes(sitting=minutes.sitting))


def _shelved(say: Words, minutes: Minutes) -> Choice:
    return Choice(say.day(minutes.record.starts_at), taps.ReadMinutes(sitting=minutes.sitting))


def _line(say: Words, minutes: Minutes) -> str:
    record, day = minutes.record, say.day(minutes.record.starts_at)
    if record.adjourned:
        return say("{day}: adjourned, too few had come", day=day)
    outcomes = [result.outcome for result in results(record).values()]
    return say("{day}: {adopted} adopted, {rejected} not, {talked} talked about", day=day,
               adopted=outcomes.count(Outcome.ADOPTED), rejected=outcomes.count(Outcome.REJECTED),
               talked=len(record.matters) - len(outcomes))  # fmt: skip


def in_group(say: Words, reading: Reading, link: str) -> Screen:
    """The post that everybody sees; it always shows how things are. `link` is the bot's https address."""
    minutes, record = reading.minutes, reading.minutes.record
    text = [say("<b>Minutes of the deliberation day</b>\n{when}", when=say.time(record.starts_at))]
    text.append(text_views.attendance(say, record))
    if record.adjourned:
        text.append(text_views.adjourned(say))
    text += [_in_brief(say, minutes, matter) for matter in record.matters[:MOST_MATTERS]]
    if (more := len(record.matters) - MOST_MATTERS) > 0:
        text.append(say("{count} more items, below.", count=more))
    corrected = reading.with_verdict(Verdict.ACCEPTED)
    text += [say("Correction: {words}", words=erratum.words) for erratum in corrected[:MOST_ERRATA]]
    if (more := len(corrected) - MOST_ERRATA) > 0:
        text.append(say("{count} more corrections, below.", count=more))
    text.append(text_views.until(say, minutes) if minutes.state is State.PUBLISHED else say("They are final."))
    return Screen("\n".join(text), ((Choice(say.plain("Read all"), url=f"{link}?start=minutes-{minutes.sitting}"),),))


def _in_brief(say: Words, minutes: Minutes, matter: Matter) -> str:
    result = text_views.became(say, minutes, matter, short=True)
    return say("• {what}\n{result}", what=matter.what, result=result)


def became(say: Words, minutes: Minutes, matter: Matter) -> Screen:
    """To whom an item, or the concern behind it, belongs."""
    text = [
        say("The minutes are out. Your item: {what}", what=text_views.named(say, matter.what)),
        say.quote(text_views.became(say, minutes, matter)),
    ]
    return screen(say, "\n".join(text), read(say, minutes))


def approved(say: Words, minutes: Minutes) -> Screen:
    """To who approved."""
    if minutes.public:
        return screen(say, say("The minutes are approved and published."), read(say, minutes), back=SeeMinutes())
    when = say.time(minutes.due_at or minutes.record.closed_at)
    return screen(say, say("Good, they are approved. They go to everybody on {when}.", when=when), back=SeeMinutes())


def late(say: Words, minutes: Minutes) -> Screen:
    """To the chair, then to all moderators."""
    day = say.day(minutes.record.starts_at)
    text = say("The minutes of {day} wait to be approved. Until then nobody can read them.", day=day)
    return screen(say, text, read(say, minutes))


def unhandled(say: Words, minutes: Minutes, count: int) -> Screen:
    """To moderators, once the minutes are final."""
    text = say("The minutes of {day} are final. Corrections that nobody dealt with: {count}. They stand at the end.",
               day=say.day(minutes.record.starts_at), count=count)  # fmt: skip
    return screen(say, text, read(say, minutes))
