"""The figures of a month on a screen, and the minutes of the meeting about them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.audit.deed_views import DEEDS
from bot.inquiries.taps import BeginInquiry
from bot.kit.cells import Cell
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, paged, screen
from bot.kit.words import Words, later
from bot.oversight import taps
from bot.oversight.forms import PackWords
from bot.oversight.model import (
    Figures,
    NoPack,
    NoPackDraft,
    NoPackWords,
    NotedAlready,
    Pack,
    Packs,
    Slip,
    month_before,
    written,
)
from bot.points.views import WHAT

CONCERN, ITEM = later("overdue concern"), later("slow agenda item")
FEW = 10
"""So many late ones are named, and so many kinds of deeds; how many there are is said of all."""


def pack(say: Words, found: Packs, page: int = 0) -> Screen:
    """All of it; without names."""
    month = written(found.pack.month)
    deeds = []
    if found.writes:
        deeds.append(Choice(say.plain("Write the minutes"), taps.WriteNote(month=month)))
    if found.files:
        deeds.append(Choice(say.plain("As files"), taps.FetchPack(month=month)))
        deeds.append(Choice(say.plain("Ask about something"), BeginInquiry()))
    if (before := month_before(found.pack.month)) in found.months:
        deeds.append(Choice(say.month(before), taps.SeePack(month=written(before))))
    text = "\n".join([title(say, found.pack), *lines(say, found.pack)])
    return paged(say, text, page, lambda at: taps.SeePack(month=month, page=at), *deeds, back=GoHome())


def title(say: Words, found: Pack) -> str:
    """Plain."""
    return say.plain("Supervision in {month}", month=say.month(found.month))


def lines(say: Words, found: Pack) -> Sequence[str]:
    """What the screen and the paper say; plain."""
    figures = found.figures
    told = [*_points(say, figures), *_slips(say, figures), *_inquiries(say, figures), *_deeds(say, figures)]
    if found.note:
        told.append(say.plain("Minutes of the supervisors' meeting: {words}", words=found.note))
    return told


def _points(say: Words, figures: Figures) -> list[str]:
    told = [say.plain("Points given: {given}. Redeemed: {redeemed}.", given=figures.given, redeemed=figures.redeemed)]
    told += [
        say.plain("{what}: {points} points ({times} times)", what=say.plain(WHAT[one.rule]), points=one.points,
                  times=one.entries)
        for one in figures.points
    ]  # fmt: skip
    goods = [
        say.plain("{called}: {times}, {points} points", called=one.called, times=one.times, points=one.points)
        for one in figures.goods
    ]
    return [*told, say.plain("Handed over:"), *goods] if goods else told


def _slips(say: Words, figures: Figures) -> list[str]:
    return [
        say.plain("Concerns open: {open}, overdue: {late}.", open=figures.open_concerns, late=len(figures.concerns)),
        *_named(say, figures.concerns),
        say.plain("Deadlines passed in the month: {times} concerns.", times=figures.breaches),
        say.plain("Agenda items that do not move on: {late}.", late=len(figures.items)),
        *_named(say, figures.items),
    ]


def _named(say: Words, slips: Sequence[Slip]) -> list[str]:
    return [say.plain("#{number} since {day}", number=one.number, day=say.day(one.since)) for one in slips[:FEW]]


def _inquiries(say: Words, figures: Figures) -> list[str]:
    late = [one.number for one in figures.inquiries if one.late]
    told = [say.plain("Inquiries open: {open}, answered late or not at all: {late}.", open=len(figures.inquiries),
                      late=len(late))]  # fmt: skip
    return told + [say.plain("Inquiry #{number}", number=number) for number in late[:FEW]]


def _deeds(say: Words, figures: Figures) -> list[str]:
    if not figures.deeds:
        return []
    known = [one for one in figures.deeds if one.what in DEEDS][:FEW]
    told = [say.plain("{what}: {times} times", what=say.plain(DEEDS[one.what]), times=one.times) for one in known]
    return [say.plain("What was done, by kind:"), *told]


def rows(say: Words, found: Pack) -> Sequence[Sequence[Cell]]:
    """Everything, for a spreadsheet: what, which, how often, points."""
    figures = found.figures
    points, goods, deeds = say.plain("points"), say.plain("handed over"), say.plain("deed")
    told: list[Sequence[Cell]] = [[say.plain("what"), say.plain("which"), say.plain("times"), points]]
    told += [[points, say.plain(WHAT[one.rule]), one.entries, one.points] for one in figures.points]
    told += [[goods, one.called, one.times, one.points] for one in figures.goods]
    for what, slips in ((CONCERN, figures.concerns), (ITEM, figures.items)):
        told += [[say.plain(what), f"#{one.number} {say.day(one.since)}", "", ""] for one in slips]
    told.append([say.plain("concerns with a passed deadline"), "", figures.breaches, ""])
    for one in figures.inquiries:
        told.append([say.plain("open inquiry"), f"#{one.number}", say.plain("late") if one.late else "", ""])
    return told + [[deeds, say.plain(DEEDS.get(one.what, one.what)), one.times, ""] for one in figures.deeds]


def ask_note(say: Words, form: PackWords, most: int) -> Screen:
    text = say("What did the meeting find? Please name nobody.")
    if not say.elder:
        text = say("What did the meeting find? At most {most} characters. Everybody will read it: please name nobody.",
                   most=most)  # fmt: skip
    return screen(say, text, Choice(say.plain("Rather not"), taps.DropNote(key=form.key)))


def read_back(say: Words, form: PackWords, page: int = 0) -> Screen:
    """Before it is published; who wants it otherwise writes it anew."""
    text = say.plain("“{words}” Shall I publish it? To change it, write it anew.", words=form.words)
    return paged(
        say,
        text,
        page,
        lambda at: taps.ReadNoteBack(key=form.key, page=at),
        Choice(say.plain("Yes, publish it"), taps.PublishNote(key=form.key)),
        Choice(say.plain("Rather not"), taps.DropNote(key=form.key)),
    )


def published(say: Words, found: Pack) -> Screen:
    text = say("Thank you. The minutes stand with the month now, for everybody.")
    return screen(say, text, see(say, found), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Nothing was sent."), back=GoHome())


def needs_words(say: Words) -> Screen:
    return screen(say, say("Please write it in words; I cannot read anything else here."))


def not_fetched(say: Words, found: Pack) -> Screen:
    return screen(say, say("It did not get through. Please try again."), see(say, found), back=GoHome())


def see(say: Words, found: Pack) -> Choice:
    return Choice(say.plain("See the month"), taps.SeePack(month=written(found.month)))


def no_pack(say: Words, _: NoPack) -> Screen:
    return screen(say, say("There is nothing of that month. A month is put together on the first of the next."),
                  back=GoHome())  # fmt: skip


def no_draft(say: Words, _: NoPackDraft) -> Screen:
    return screen(say, say("Nothing is being written any more."), back=GoHome())


def no_words(say: Words, refusal: NoPackWords) -> Screen:
    return screen(say, say("That has to be 1 to {most} characters. Please write it shorter.", most=refusal.most))


def noted_already(say: Words, refusal: NotedAlready) -> Screen:
    text = say("The minutes of {month} are written already.", month=say.month(refusal.month))
    return screen(say, text, Choice(say.plain("See the month"), taps.SeePack(month=written(refusal.month))),
                  back=GoHome())  # fmt: skip


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoPack: no_pack,
    NoPackDraft: no_draft,
    NoPackWords: no_words,
    NotedAlready: noted_already,
}
