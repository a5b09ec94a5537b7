"""How a preview looks in private."""

from bot.agenda.taps import SeeItem, SeeItems, SeePapers
from bot.attendance.taps import KeepMePosted, Rsvp, WantToSpeak
from bot.kit.home import CHARTER, PROPOSE, TODAY, Propose, SeeCharter, SeePreview, SeeSitting
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, shorten
from bot.previews import taps
from bot.previews.agenda_views import TITLE_ELDER, details, lines
from bot.previews.model.program import Entry, Program
from bot.previews.note_views import called_off, see_calendar
from bot.sittings.model.sitting import Sitting

SHOWN = 12
"""Items on one screen that can be opened by a button."""
PLACE_ELDER = 9
"""Characters of the place that fit on a screen in 长辈版."""


def first(say: Words, program: Program) -> Screen:
    """When and where it is, and what is on its agenda; in 长辈版 how many items, and the way to them."""
    if program.sitting.off:
        return called_off(say, program.sitting)
    if say.elder:
        return _first_elder(say, program)
    text = [_headline(say, program), *_off_before(say, program), "", *lines(say, program, SHOWN), ""]
    if not program.locked:
        text.append(say("Its agenda is published {days} days before.", days=program.preview_days))
    if program.counted.coming:
        text.append(say("{count} say that they come.", count=program.counted.coming))
    if program.signup is not None and program.signup.coming:
        text.append(say("You are one of them."))
    items = [(_open(say, entry), *_papers(say, entry)) for entry in program.entries[:SHOWN]]
    deeds = [_come(say, program), _speak(say, program), *_files(say, program.sitting), *_posted(say, program)]
    deeds += [_propose(say), _items(say), see_calendar(say), _charter(say)]
    pairs = [tuple(deeds[i : i + 2]) for i in range(0, len(deeds), 2)]
    today = [tuple(_today(say, program))] if program.today else []
    return Screen("\n".join(text), (*today, *items, *pairs, (Choice(say.plain("Back"), GoHome()),)))


def _first_elder(say: Words, program: Program) -> Screen:
    text, sitting = [_headline(say, program), *_off_before(say, program)], program.sitting
    calendar = [] if program.today else [see_calendar(say)]
    agenda = Choice(say.plain("Read the items"), taps.SeeAgenda(sitting=sitting.id))
    choices = [
        *_today(say, program),
        agenda if program.entries else _propose(say),
        _come(say, program),
        *calendar,
        Choice(say.plain("More"), taps.SeeMore(sitting=sitting.id)),
    ]
    if len(text) == 1:
        count = len(program.entries)
        text.append(say("It has {count} items.", count=count) if count else say("It has no items yet."))
    return screen(say, "\n".join(text), *choices)


def agenda(say: Words, program: Program, page: int) -> Screen:
    """One item after the other, for 长辈版; after the last it begins anew."""
    if not say.elder or program.sitting.off or not program.entries:
        return first(say, program)
    entry = program.entries[page % len(program.entries)]
    title = shorten(entry.item.what, TITLE_ELDER)
    of = len(program.entries)
    text = say("Item {number} of {of}: {title}", number=entry.number, of=of, title=title)
    choices = [Choice(say.plain("What is it about?"), SeeItem(item=entry.item.id))]
    if of > 1:
        following = taps.SeeAgenda(sitting=program.sitting.id, page=(page + 1) % of)
        choices.insert(0, Choice(say.plain("The next item"), following))
    back = SeePreview() if program.following else GoHome()
    told = "\n".join((text, say.quote(details(say, entry))))
    return screen(say, told, *choices, *_papers(say, entry), _come(say, program), back=back)


def more(say: Words, program: Program, page: int = 0) -> Screen:
    """What else can be done, for 长辈版."""
    text = say("The deliberation day of {day}.", day=say.day(program.sitting.starts_at))
    choices = [_speak(say, program), _items(say), *_posted(say, program), *_files(say, program.sitting)]
    choices += [*([see_calendar(say)] if program.today else []), _charter(say)]
    shown = page_of(say, choices, page, taps.SeeMore(sitting=program.sitting.id, page=page + 1))
    return screen(say, text, *shown, columns=1, back=SeePreview())


def _headline(say: Words, program: Program) -> str:
    when = say.time(program.sitting.starts_at)
    place = shorten(program.place, PLACE_ELDER) if say.elder else program.place
    if not program.sitting.by_rule:
        return say("An extraordinary deliberation day: {when}, {place}.", when=when, place=place)
    if program.following:
        return say("The next deliberation day: {when}, {place}.", when=when, place=place)
    return say("Deliberation day: {when}, {place}.", when=when, place=place)


def _off_before(say: Words, program: Program) -> list[str]:
    if program.off is None:
        return []
    day = say.day(program.off.starts_at)
    if program.off.by_rule:
        return [say("The one on {day} is off.", day=day)]
    return [say("The extraordinary one on {day} is off.", day=day)]


def _open(say: Words, entry: Entry) -> Choice:
    label = say.plain("{number}. {what}", number=entry.number, what=shorten(entry.item.what, 30))
    return Choice(label, SeeItem(item=entry.item.id))


def _papers(say: Words, entry: Entry) -> list[Choice]:
    return [Choice(say.plain("See the papers"), SeePapers(item=entry.item.id))] if entry.papers else []


def _propose(say: Words) -> Choice:
    return Choice(say.plain(PROPOSE), Propose())


def _items(say: Words) -> Choice:
    """All that is on the way to some agenda: for residents to discuss, for moderators to look after."""
    return Choice(say.plain("All agenda items"), SeeItems())


def _charter(say: Words) -> Choice:
    return Choice(say.plain(CHARTER), SeeCharter())


def _today(say: Words, program: Program) -> list[Choice]:
    """To the sitting itself, also once it has begun and the next one is previewed."""
    return [Choice(say.plain(TODAY), SeeSitting())] if program.today else []


def _come(say: Words, program: Program) -> Choice:
    sitting = program.sitting.id
    if program.signup is not None and program.signup.coming:
        return Choice(say.plain("I cannot come"), Rsvp(sitting=sitting, coming=False))
    return Choice(say.plain("I will come"), Rsvp(sitting=sitting))


def _speak(say: Words, program: Program) -> Choice:
    sitting = program.sitting.id
    if program.signup is not None and program.signup.speaks:
        return Choice(say.plain("I would rather not speak"), WantToSpeak(sitting=sitting, speak=False))
    return Choice(say.plain("I want to speak"), WantToSpeak(sitting=sitting))


def _posted(say: Words, program: Program) -> list[Choice]:
    """For who has not asked for it yet; how to end it stands under one's own answer."""
    return [] if program.posted else [Choice(say.plain("Remind me each time"), KeepMePosted(on=True))]


def _files(say: Words, sitting: Sitting) -> tuple[Choice, Choice]:
    return (
        Choice(say.plain("A sheet to print"), taps.PrintAgenda(sitting=sitting.id)),
        Choice(say.plain("Into my calendar"), taps.IntoCalendar(sitting=sitting.id)),
    )
