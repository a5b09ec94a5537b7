"""What the main group of a community is told of how concerns are seen to."""

from bot.delivery.model import Board, Post, considerate
from bot.groups.model import Purpose
from bot.kit.people import CommunityId, Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.reports import ten_views, views
from bot.reports.model.dates import written
from bot.reports.model.events import OverdueCounted, TenChosen, WeekOver
from bot.unit_of_work import UnitOfWork

BOARD = "overdue"


def show_overdue(uow: UnitOfWork, event: OverdueCounted) -> None:
    """A message in the main and the liaisons' group, edited in place; where nothing is late none is begun."""
    shown = views.overdue(_for_all(uow), event.overdue, uow.now).params()
    begun = uow.outbox.boards(BOARD)
    for purpose in (Purpose.MAIN, Purpose.LIAISONS):
        group = uow.groups.serving(event.community, purpose)
        if group is not None and (event.overdue.late or group.chat_id in begun):
            stands = uow.outbox.message_of(group.chat_id, BOARD) is not None
            due_at = uow.now if stands else considerate(uow.now, uow.settings)  # an edit makes no sound
            uow.outbox.show(Board(BOARD, group.chat_id, shown, due_at))


def post_digest(uow: UnitOfWork, event: WeekOver) -> None:
    """Once for each week."""
    week = event.week
    ended = week.span.until.astimezone(uow.settings.zone).date()
    _post(uow, event.community, f"digest-{event.community}-{ended}", views.digest(_for_all(uow), week))


def announce_ten(uow: UnitOfWork, event: TenChosen) -> None:
    """Once for each month in which there are any."""
    if event.ten.places:
        cause = f"top-ten-{event.community}-{written(event.ten.month)}"
        _post(uow, event.community, cause, ten_views.announced(_for_all(uow), event.ten))


def _post(uow: UnitOfWork, community: CommunityId, cause: str, shown: Screen) -> None:
    if group := uow.groups.serving(community, Purpose.MAIN):
        uow.outbox.put(Post(cause, group.chat_id, shown.params(), considerate(uow.now, uow.settings)))


def _for_all(uow: UnitOfWork) -> Words:
    return words_for(Reader(0, ""), uow.settings.zone)
