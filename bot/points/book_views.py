"""The books of the points on a screen and as files."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.kit.cells import Cell, csv_of, xlsx_of
from bot.kit.screens import Choice, GoHome, Screen, paged
from bot.kit.words import Words, later
from bot.points import taps
from bot.points.model.books import Books, Written
from bot.points.model.ledger import Kind, month_of
from bot.points.views import WHAT

KINDS = {
    Kind.ISSUE: later("issued"),
    Kind.BUDGET: later("budget to earn"),
    Kind.GOODS: later("budget for goods"),
    Kind.HELD: later("set aside to redeem"),
    Kind.PERSON: later("residents"),
    Kind.HOUSEHOLD: later("households"),
}
HEAD = (
    later("number"), later("day"), later("time"), later("what for"), later("reason"), later("points"),
    later("from"), later("to"), later("given by"), later("evidence"), later("puts right"),
)  # fmt: skip
Named = tuple[Written, str, str, str]
"""An entry, and how its two sides and its giver are called."""


def books(say: Words, found: Books, page: int = 0) -> Screen:
    """Trial balance, budgets, who gave most, and what looks unusual."""
    text = "\n".join([*_trial(say, found), *_budgets(say, found), *_givers(say, found), *_unusual(say, found)])
    month = month_of(found.month)
    deeds = (
        Choice(say.plain("As a spreadsheet"), taps.FetchBooks(month=month, excel=True)),
        Choice(say.plain("As a plain table"), taps.FetchBooks(month=month, excel=False)),
    )
    return paged(say, text, page, lambda at: taps.SeeBooks(page=at), *deeds, back=GoHome())


def file_name(say: Words, month: date, kind: str) -> str:
    return Path(say.plain("points ledger {month}", month=f"{month:%Y-%m}")).with_suffix(kind).name


def books_csv(say: Words, entries: Sequence[Named]) -> bytes:
    return csv_of([say.plain(name) for name in HEAD], _rows(say, entries))


def books_xlsx(say: Words, entries: Sequence[Named]) -> bytes:
    return xlsx_of([say.plain(name) for name in HEAD], _rows(say, entries))


def _trial(say: Words, found: Books) -> Iterator[str]:
    yield say.plain("The books balance.") if found.balanced else say.plain("The books do not balance. Please tell us.")
    for one in found.sums:
        yield say.plain("{kind}: {balance} points in {accounts} accounts", kind=say.plain(KINDS[one.kind]),
                        balance=one.balance, accounts=one.accounts)  # fmt: skip


def _budgets(say: Words, found: Books) -> Iterator[str]:
    yield say.plain("Left this month: {budget} to earn, {goods} for goods.", budget=found.budget, goods=found.goods)


def _givers(say: Words, found: Books) -> Iterator[str]:
    if found.givers:
        yield say.plain("Who gave most this month:")
    for one in found.givers:
        yield say.plain("{name}: {points} points to {people} people", name=one.name or say.plain("(deleted)"),
                        points=one.points, people=one.people)  # fmt: skip


def _unusual(say: Words, found: Books) -> Iterator[str]:
    if not found.pairs and not found.bursts:
        yield say.plain("Nothing unusual in {days} days.", days=found.days)
    for pair in found.pairs:
        yield say.plain("Please look: {name} gave to {helper} {times} times in {days} days, {points} points.",
                        name=pair.giver_name or say.plain("(deleted)"), times=pair.times, days=found.days,
                        helper=pair.taker_name or say.plain("(deleted)"), points=pair.points)  # fmt: skip
    for burst in found.bursts:
        yield say.plain("Please look: {name} gave {times} times within a short while, {when}.",
                        name=burst.name or say.plain("(deleted)"), times=burst.times,
                        when=say.time(burst.since))  # fmt: skip


def _rows(say: Words, entries: Sequence[Named]) -> Iterator[Sequence[Cell]]:
    for written, source, target, giver in entries:
        entry = written.entry
        here, there = (say.plain(KINDS[owner.kind]) for owner in (written.source, written.target))
        yield (
            entry.id, entry.day.isoformat(), say.hour(entry.at), say.plain(WHAT[entry.rule]), entry.note,
            entry.amount, source or here, target or there,
            giver, entry.evidence, entry.reverses or "",
        )  # fmt: skip
