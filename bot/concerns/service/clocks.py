"""What the clocks of concerns bring about. Each mark is seen to once, whoever knocks and however late."""

from dataclasses import replace

from bot.concerns.model.concern import Concern
from bot.concerns.model.deadline import Deadline, Mark, marks
from bot.concerns.model.events import ConcernLapsed, ConcernMoved, ConcernResumed, ConcernRunsOut, FollowUpDue
from bot.concerns.model.life import Deed, Due
from bot.concerns.service.deeds import times
from bot.unit_of_work import UnitOfWork

AT_ONCE = 50
"""So many clocks are looked at in one transaction."""
NOBODY = 0
"""Who does what time does."""


def look_at_clocks(uow: UnitOfWork) -> bool:
    """See to the marks that have passed; whether there may be more. Costs what has passed, not what is closed."""
    found = uow.concerns.to_look_at(uow.now, AT_ONCE)
    for concern in found:
        uow.enter(concern.community)
        if concern.deadline is not None:
            _look(uow, concern, concern.deadline)
    return len(found) == AT_ONCE


def _look(uow: UnitOfWork, concern: Concern, clock: Deadline) -> None:
    """After a standstill several marks have passed: all are noted, people hear of the last one."""
    passed = [mark for mark in marks(clock, uow.settings.response)[clock.passed :] if mark.at <= uow.now]
    if not passed:  # the community's rules have changed since: look when it is time by them
        uow.concerns.save(concern)
        return
    seen = replace(concern, deadline=replace(clock, passed=clock.passed + len(passed)))
    last = passed[-1]
    match clock.due:
        case Due.FOLLOW_UP:
            uow.concerns.save(seen)
            uow.record(FollowUpDue(seen))
        case Due.PAUSE:
            _by_time(uow, concern.resumed(times(uow)), Deed.RESUME, ConcernResumed)
        case Due.LAST_WORD if last.percent == 100:
            _by_time(uow, concern.moved(Deed.LAPSE, times(uow)), Deed.LAPSE, ConcernLapsed)
        case _:
            uow.concerns.save(seen)
            line = [_note(uow, seen, mark) for mark in passed][-1]
            uow.record(ConcernRunsOut(seen, line, last))


def _note(uow: UnitOfWork, concern: Concern, mark: Mark) -> int:
    """In words of the program: the share of the time, or the rung."""
    if mark.rung:
        return uow.concerns.note(concern, Deed.ESCALATE, NOBODY, mark.at, str(mark.rung))
    return uow.concerns.note(concern, Deed.REMIND, NOBODY, mark.at, str(mark.percent))


def _by_time(uow: UnitOfWork, after: Concern, deed: Deed, event: type[ConcernMoved]) -> None:
    uow.concerns.save(after)
    uow.record(event(after, uow.concerns.note(after, deed, NOBODY, uow.now)))
