"""The inbox: what is open, next due first, and what of it is shown."""

from collections.abc import Sequence
from dataclasses import replace

from bot.concerns.model.concern import Concern
from bot.concerns.views import category, what_about
from bot.inbox import taps
from bot.inbox.model import Filter, Inbox, Waiting, waits_for
from bot.kit.home import INBOX
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later
from nlu.category import CATEGORIES

WAITING = {
    Waiting.ANSWER: later("waiting for an answer"),
    Waiting.WORK: later("at work"),
    Waiting.RESIDENT: later("with the resident"),
    Waiting.OVERDUE: later("overdue"),
}
LINES = {
    Waiting.ANSWER: later("#{number} waits for an answer until {by}"),
    Waiting.WORK: later("#{number} is at work until {by}"),
    Waiting.RESIDENT: later("#{number} is with the resident until {by}"),
    Waiting.OVERDUE: later("#{number} is overdue since {by}"),
}
WHICH = {
    taps.By.BUILDING: later("Which building?"),
    taps.By.CATEGORY: later("Which kind of matter?"),
    taps.By.WAITING: later("Waiting for what?"),
}
IN_GROUP = 5
"""Lines of the short list."""


def inbox(say: Words, found: Inbox) -> Screen:
    """A page of it, or in 长辈版 one concern."""
    rows = [(choice,) for choice in _concerns(say, found)]
    if say.elder:
        ways = [choice for row in rows for choice in row]
        if found.pages > 1:
            ways.append(Choice(say.plain("Show the next"), taps.shown(found.only, found.page + 1)))
        ways.append(Choice(say.plain("Show only some"), narrowed(found.only)))
        return screen(say, _head(say, found), *ways, *_all_at_once(say, found))
    return Screen(
        _head(say, found),
        (
            *rows,
            *([_turning(say, found)] if found.pages > 1 else []),
            _filters(say, found.only),
            *((choice,) for choice in _all_at_once(say, found)),
            (Choice(say.plain("Back"), GoHome()),),
        ),
    )


def short(say: Words, found: Inbox, link: str) -> Screen:
    """In the group; what is done about it is done in the private chat. `link` is the bot's https address."""
    lines = [_counted(say, found), *(_line(say, found, concern) for concern in found.concerns[:IN_GROUP])]
    return Screen("\n".join(lines), ((Choice(say.plain(INBOX), url=f"{link}?start=inbox"),),))


def narrow(say: Words, only: Filter) -> Screen:
    """In 长辈版 the filters have a screen of their own."""
    text = say("What shall be shown?")
    return screen(say, text, *_filters(say, only), back=taps.shown(only))


def which(say: Words, tap: taps.Narrow, buildings: Sequence[int]) -> Screen:
    """The values to choose from."""
    only = taps.only(tap)
    match tap.by:
        case taps.By.BUILDING:
            values = {say.plain("Building {building}", building=n): replace(only, building=n) for n in buildings}
        case taps.By.CATEGORY:
            values = {category(say, name): replace(only, category=name) for name in CATEGORIES}
        case _:
            values = {say.plain(name): replace(only, waiting=waiting) for waiting, name in WAITING.items()}
    choices = [Choice(label, taps.shown(value)) for label, value in values.items()]
    turn = narrowed(only, tap.by, tap.page + 1)
    text = say(WHICH.get(tap.by, WHICH[taps.By.WAITING]))
    return screen(say, text, *page_of(say, choices, tap.page, turn), columns=3, back=taps.shown(only))


def narrowed(only: Filter, by: taps.By = taps.By.UNSAID, page: int = 0) -> taps.Narrow:
    """The tap that asks by what to filter, or for which value."""
    return taps.Narrow(by=by, building=only.building, category=only.category, waiting=only.waiting, page=page)


def status(say: Words, concern: Concern, waiting: Waiting) -> str:
    """What it waits for and until when, on one line."""
    moment = concern.deadline.at if concern.deadline else concern.raised_at
    by = say.day(moment) if say.elder else say.time(moment)
    return say(LINES.get(waiting, LINES[Waiting.WORK]), number=concern.number, by=by)


def _head(say: Words, found: Inbox) -> str:
    lines = [_counted(say, found)]
    if found.pages > 1 and not say.elder:
        lines.append(say("Page {page} of {pages}", page=found.page + 1, pages=found.pages))
    if not found.concerns:
        lines.append(say("Nothing of this kind is open."))
    return "\n".join([*lines, *(_line(say, found, concern) for concern in _shown(say, found))])


def _counted(say: Words, found: Inbox) -> str:
    counts, what = found.counts, _filter(say, found.only)
    if what:
        return say("{what}: {open} open, {overdue} overdue.", what=what, open=counts.open, overdue=counts.overdue)
    return say("{open} open, {overdue} overdue.", open=counts.open, overdue=counts.overdue)


def _filter(say: Words, only: Filter) -> str:
    """In words."""
    parts = (
        say.plain("Building {building}", building=only.building) if only.building else "",
        category(say, only.category) if only.category else "",
        say.plain(WAITING[only.waiting]) if only.waiting else "",
    )
    return ("、" if say.language == "zh" else ", ").join(filter(None, parts))


def _shown(say: Words, found: Inbox) -> Sequence[Concern]:
    return found.concerns[:1] if say.elder else found.concerns


def _line(say: Words, found: Inbox, concern: Concern) -> str:
    return status(say, concern, waits_for(concern, found.now))


def _concerns(say: Words, found: Inbox) -> list[Choice]:
    only, most = found.only, 12 if say.elder else 30
    return [
        Choice(
            say.plain("#{number} {about}", number=concern.number, about=what_about(say, concern, most)),
            taps.Look(
                concern=concern.id,
                building=only.building,
                category=only.category,
                waiting=only.waiting,
                page=found.page,
            ),
        )
        for concern in _shown(say, found)
    ]


def _filters(say: Words, only: Filter) -> tuple[Choice, ...]:
    """Each filters, or where it does already, shows everything again."""
    building = Choice(say.plain("By building"), narrowed(only, taps.By.BUILDING))
    kind = Choice(say.plain("By kind"), narrowed(only, taps.By.CATEGORY))
    waiting = Choice(say.plain("By state"), narrowed(only, taps.By.WAITING))
    if only.building:
        building = Choice(say.plain("All buildings"), taps.shown(replace(only, building=0)))
    if only.category:
        kind = Choice(say.plain("All kinds"), taps.shown(replace(only, category="")))
    if only.waiting:
        waiting = Choice(say.plain("All states"), taps.shown(replace(only, waiting=Waiting.WHATEVER)))
    return building, kind, waiting


def _turning(say: Words, found: Inbox) -> tuple[Choice, ...]:
    before = Choice(say.plain("Page before"), taps.shown(found.only, found.page - 1))
    after = Choice(say.plain("Next page"), taps.shown(found.only, found.page + 1))
    return (*([before] if found.page else []), *([after] if found.page < found.pages - 1 else []))


def _all_at_once(say: Words, found: Inbox) -> tuple[Choice, ...]:
    if not found.unanswered:
        return ()
    only = found.only
    label = say.plain("Answer all {number} that have none", number=found.unanswered)
    return (Choice(label, taps.AnswerMany(building=only.building, category=only.category, waiting=only.waiting)),)
