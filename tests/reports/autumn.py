"""An autumn in the books of a community, put there by hand: concerns of three months, and what residents said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.database import Database
from tests.databases import sql


@dataclass(frozen=True)
class Told:
    """A concern as the figures see it: hours until somebody answered, and until it was closed."""

    raised_at: datetime
    building: int | None = 3
    category: str = "lighting"
    answered: float | None = 2
    closed: float | None = 30
    state: str = "confirmed"


def tell(database: Database, concerns: Iterable[Told]) -> None:
    """Of 王秀英, all of them."""
    with sql(database) as run:
        [(author, last)] = run(
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
            marks = ", ".join("?" for _ in row)
            run(f"INSERT INTO concerns ({', '.join(row)}) VALUES ({marks})", *row.values())  # noqa: S608 - our names


def answer(database: Database, month: str, building: int, category: str, scores: str) -> None:
    """So many answers to the survey, a digit each."""
    more = (
        "INSERT INTO survey_counts VALUES (1, ?, ?, ?, ?, 1) ON CONFLICT (community_id, month, dimension, part, score)"
        " DO UPDATE SET answers = survey_counts.answers + 1"
    )
    with sql(database) as run:
        for dimension, part in (("building", str(building)), ("category", category)):
            for score in scores:
                run(more, month, dimension, part, score)


def _after(told: Told, hours: float | None) -> str | None:
    return None if hours is None else _kept(told.raised_at + timedelta(hours=hours))


def _kept(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")
