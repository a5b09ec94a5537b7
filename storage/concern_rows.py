"""A concern and a line of its history as they stand in rows."""

from dataclasses import replace

from sqlalchemy import RowMapping

from bot.concerns.model.concern import Concern, ConcernId, Line, Origin, Partner, Promise, Staff
from bot.concerns.model.deadline import Deadline, next_look
from bot.concerns.model.life import Deed, Due, Entry, State
from bot.concerns.model.told import Spot, Told
from bot.config import Response
from bot.residents.model import Resident


def moving(concern: Concern, rules: Response) -> dict[str, object]:
    """The columns that deeds change."""
    clock, handler = concern.deadline, concern.handler
    return {
        "state": concern.state,
        "handler_id": handler.telegram_id if handler else None,
        "handler_name": handler.name if handler else None,
        "due": clock.due if clock else None,
        "due_since": clock.since if clock else None,
        "due_at": clock.at if clock else None,
        "due_run": clock.run if clock else 0,
        "due_passed": clock.passed if clock else 0,
        "look_at": next_look(clock, rules),
        "promise": concern.promise.words,
        "partner": concern.promise.to,
        "time_left": concern.promise.left,
        "original_id": concern.original,
        "answered_at": concern.answered_at,
        "closed_at": concern.closed_at,
    }


def concern_of(found: RowMapping, place: Resident) -> Concern:
    """Out of a row of `concerns`; `place`: from where on the roll it was raised."""
    return Concern(
        id=ConcernId(found["id"]),
        community=found["community_id"],
        number=found["number"],
        key=found["key"],
        author=replace(place, telegram_id=found["author_telegram_id"], held_by=None),
        told=Told(found["text"], (found["photo"], *found["more_photos"]) if found["photo"] else (), found["voice"]),
        where=found["place"],
        building=found["building"],
        category=found["category"],
        origin=Origin(found["origin"]),
        raised_at=found["raised_at"],
        deadline=_deadline(found),
        state=State(found["state"]),
        handler=Staff(found["handler_id"], found["handler_name"]) if found["handler_id"] else None,
        promise=Promise(found["promise"], Partner(found["partner"]) if found["partner"] else None, found["time_left"]),
        original=found["original_id"],
        answered_at=found["answered_at"],
        closed_at=found["closed_at"],
        told_by=found["told_by"],
        named=found["named"],
        spot=None if found["latitude"] is None else Spot(found["latitude"], found["longitude"]),
    )


def _deadline(found: RowMapping) -> Deadline | None:
    if found["due"] is None:
        return None
    return Deadline(Due(found["due"]), found["due_since"], found["due_at"], found["due_run"], found["due_passed"])


def line_of(found: RowMapping) -> Line:
    """Out of a row of `concern_history`."""
    deed = Entry(found["deed"]) if found["deed"] in set(Entry) else Deed(found["deed"])
    return Line(
        id=found["id"],
        concern=found["concern_id"],
        deed=deed,
        by=found["by"],
        at=found["at"],
        words=found["words"],
        photo=found["photo"],
        until=found["until"],
        to=Partner(found["partner"]) if found["partner"] else None,
    )
