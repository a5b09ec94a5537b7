"""An autumn in the books of a community, put there by hand: concerns of three months, and what residents said of it."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Told:
    """A concern as the figures see it: hours until somebody answered, and until it was closed."""

    raised_at: datetime
    building: int | None = 3
    category: str = "lighting"
    answered: float | None = 2
    closed: float | None = 30
    state: str = "confirmed"


def tell(books: Path, concerns: Iterable[Told]) -> None:
    """Of 王秀英, all of them."""
    with closing(sqlite3.connect(books, timeout=20)) as database:
        [(author, last)] = database.execute(
            "SELECT (SELECT id FROM residents WHERE telegram_id = 5000001), (SELECT count(*) FROM concerns)"
        )
        for number, told in enumerate(concerns, last + 1001):
            row = {
                "community_id": 1, "number": number, "key": f"autumn-{number}", "author_id": author, "text": "",
                "place": "", "building": told.building, "category": told.category, "origin": "private",
                "raised_at": _kept(told.raised_at), "state": told.state if told.closed else "acknowledged",
                "due_run": 1, "due_passed": 0, "promise": "", "answered_at": _after(told, told.answered),
                "closed_at": _after(told, told.closed), "named": False, "more_photos": "[]",
            }  # fmt: skip
            marks = ", ".join(f":{name}" for name in row)
            database.execute(f"INSERT INTO concerns ({', '.join(row)}) VALUES ({marks})", row)  # noqa: S608 - our names
        database.commit()


def answer(books: Path, month: str, building: int, category: str, scores: str) -> None:
    """So many answers to the survey, a digit each."""
    with closing(sqlite3.connect(books, timeout=20)) as database:
        for dimension, part in (("building", str(building)), ("category", category)):
            database.executemany(
                "INSERT INTO survey_counts VALUES (1, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET answers = answers + 1",
                [(month, dimension, part, score) for score in scores],
            )
        database.commit()


def _after(told: Told, hours: float | None) -> str | None:
    return None if hours is None else _kept(told.raised_at + timedelta(hours=hours))


def _kept(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")
