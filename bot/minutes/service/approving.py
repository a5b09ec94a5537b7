"""What the chair does with a draft: approve it as it reads. Its note is written in `writing.py`."""

from dataclasses import replace

from bot.delivery.model import considerate
from bot.kit.people import Reader
from bot.minutes.model.events import MinutesApproved, MinutesFinal, MinutesLate, MinutesPublished
from bot.minutes.model.minutes import Minutes, State
from bot.roles.model import Act, permit
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork

AT_ONCE = 20
"""So many minutes whose date has come are seen to in one transaction."""


def approve(uow: UnitOfWork, reader: Reader, sitting: SittingId, revision: int) -> Minutes:
    """Twice is once. What is late is published at once, but not at night.

    Raises `NotAllowed`, `NoMinutes`, `DraftChanged`.
    """
    permit(uow.roles.of(reader), Act.CHAIR_SITTING)
    found = uow.minutes.of(sitting, reader.community)
    approved = found.approved(reader.telegram_id, uow.now, revision, uow.settings.minutes)
    if approved is found:
        return found
    due_at = considerate(approved.due_at or uow.now, uow.settings)
    approved = _keep(uow, replace(approved, due_at=due_at))
    uow.record(MinutesApproved(approved))
    return _publish(uow, approved) if due_at <= uow.now else approved


def see_to_dates(uow: UnitOfWork) -> bool:
    """Remind of drafts, publish what is approved, close what is published. Whether there may be more."""
    due = uow.minutes.due(uow.now, AT_ONCE)
    for minutes in due:
        uow.enter(minutes.community)
        if minutes.state is State.DRAFT:
            uow.record(MinutesLate(_keep(uow, minutes.reminded(uow.now))))
        elif minutes.state is State.APPROVED:
            _publish(uow, minutes)
        else:
            uow.record(MinutesFinal(_keep(uow, minutes.closed(uow.now))))
    return len(due) == AT_ONCE


def _publish(uow: UnitOfWork, minutes: Minutes) -> Minutes:
    """By day: the days for corrections begin when the group reads them."""
    morning = considerate(uow.now, uow.settings)
    if morning > uow.now:
        return _keep(uow, replace(minutes, due_at=morning))
    published = _keep(uow, minutes.published(uow.now, uow.settings.minutes))
    uow.record(MinutesPublished(published))
    return published


def _keep(uow: UnitOfWork, minutes: Minutes) -> Minutes:
    uow.minutes.save(minutes)
    return minutes
