"""Looking at what is open, and at what has happened to a concern."""

from collections.abc import Sequence
from dataclasses import replace

from bot.concerns.model.concern import Concern, ConcernId
from bot.inbox.model import AT_ONCE, PAGE, Filter, Happened, Inbox, Opened, waits_for
from bot.inbox.service.reach import allowed, asked, held_for, may_anything
from bot.kit.people import Reader
from bot.roles.model import Act, may
from bot.unit_of_work import UnitOfWork


def look(uow: UnitOfWork, reader: Reader, only: Filter, page: int) -> Inbox:
    """One page of what is open, as far as the roles of `reader` reach; after the last comes the first.

    Raises `NotAllowed`.
    """
    wanted = asked(uow, reader, Act.SEE_CONCERNS, only)
    counts = uow.inboxes.count(wanted)
    size = 1 if reader.elder else PAGE
    pages = max(1, -(-counts.open // size))
    shown = page % pages
    found = uow.inboxes.concerns(wanted, size, shown * size)
    return Inbox(only, counts, shown, pages, found, _unanswered(uow, reader, only), uow.now)


def buildings(uow: UnitOfWork, reader: Reader) -> Sequence[int]:
    """Those by which `reader` can filter. Raises `NotAllowed`."""
    wanted = asked(uow, reader, Act.SEE_CONCERNS, Filter())
    there = uow.roles.buildings(wanted.community)
    reach = wanted.reach
    return there if reach is None or reach.categories else [one for one in there if one in reach.buildings]


def see(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Opened:
    """One concern. Raises `NoConcern`, `NotAllowed`."""
    found = allowed(uow, reader, concern, Act.SEE_CONCERNS)
    held = held_for(uow, reader, found)
    answers, hands_over, replies = (
        may(held, act, found.served_by, found.category)
        for act in (Act.ANSWER_CONCERN, Act.HAND_OVER_CONCERN, Act.REPLY_OFFICIALLY)
    )
    return Opened(found, waits_for(found, uow.now), may=answers, hands_over=hands_over, replies=replies)


def history(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> tuple[Concern, Sequence[Happened]]:
    """All that has happened to a concern, oldest first. Raises `NoConcern`, `NotAllowed`."""
    found = allowed(uow, reader, concern, Act.SEE_CONCERNS)
    lines = uow.concerns.lines(found.id)
    names = {by: uow.residents.reader(by, found.community).name for by in {line.by for line in lines} if by}
    return found, [Happened(line, names.get(line.by, "")) for line in lines]


def history_numbered(uow: UnitOfWork, reader: Reader, number: int) -> tuple[Concern, Sequence[Happened]]:
    """Of the concern that has this number where `reader` speaks. Raises what `history` raises."""
    return history(uow, reader, uow.concerns.numbered(reader.community, number).id)


def _unanswered(uow: UnitOfWork, reader: Reader, only: Filter) -> int:
    if not may_anything(uow, reader, Act.ANSWER_CONCERN):
        return 0
    wanted = replace(asked(uow, reader, Act.ANSWER_CONCERN, only), unanswered=True)
    return min(uow.inboxes.count(wanted).open, AT_ONCE)
