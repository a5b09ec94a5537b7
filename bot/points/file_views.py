"""Points as files."""

from pathlib import Path

from bot.kit.cells import Cell, csv_of
from bot.kit.words import Words, later
from bot.points.model.sheet import Statement
from bot.points.views import WHAT

HEAD = (later("day"), later("what for"), later("reason"), later("points"), later("balance"), later("number"))


def statement_name(say: Words, found: Statement) -> str:
    return Path(say.plain("my points {month}", month=f"{found.month:%Y-%m}")).with_suffix(".csv").name


def statement_csv(say: Words, found: Statement) -> bytes:
    """A month: one row a line, with the balance after it."""
    head = [say.plain(name) for name in HEAD]
    rows: list[list[Cell]] = []
    balance = found.opening
    for line in found.lines:
        balance += line.gain
        entry = line.entry
        rows.append([entry.day.isoformat(), say.plain(WHAT[entry.rule]), entry.note, line.gain, balance, entry.id])
    return csv_of(head, rows)
