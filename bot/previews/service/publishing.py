"""What becomes of a preview: planned when a sitting is in the books, locked, shown, checked, told, taken down."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from bot.agenda.model.events import ItemChanged
from bot.agenda.model.item import notice_days
from bot.attendance.model.rsvp import SignupChanged
from bot.delivery.model import ChatMigrated
from bot.groups.model import GroupChanged, Purpose
from bot.kit.people import CommunityId
from bot.previews.model.events import PapersReady, PreviewChanged, PreviewLate, PreviewOver, PreviewReady
from bot.previews.model.notice import Publication, all_notice_days, deadline, publication_of, to_lock
from bot.previews.model.program import Program
from bot.previews.model.tasks import Due, Task, plan
from bot.previews.service.looking import gather
from bot.residents.model import CommunitySetUp
from bot.sittings.model.sitting import Sitting, SittingCalled, SittingCalledOff, SittingConvened, SittingId
from bot.unit_of_work import UnitOfWork

AT_ONCE = 5
"""So much is seen to in one transaction,"""
TOLD_AT_ONCE = 50
"""… and so many people are written to."""
AHEAD = 20
"""At most so many sittings to come are shown to a new group."""


def plan_preview(uow: UnitOfWork, event: SittingConvened | SittingCalled) -> None:
    """A sitting stands in the books."""
    for due in plan(event.sitting, uow.settings, uow.now):
        uow.previews.plan(due)


def plan_missing(uow: UnitOfWork) -> bool:
    """For sittings that stood in the books before there were previews, or before notices were as long as now."""
    notices = all_notice_days(uow.settings)
    missing = [(days, one) for days in notices for one in uow.previews.unplanned(days, uow.now, AT_ONCE)]
    for days, sitting in missing:
        for due in plan(sitting, uow.settings, uow.now):
            if due.days == days:
                uow.previews.plan(due)
    return bool(missing)


def take_down(uow: UnitOfWork, event: SittingCalledOff) -> None:
    """Nothing more is published of it; who has seen a preview sees there that it is off."""
    uow.previews.withdraw(event.sitting.id)
    _refresh(uow, event.sitting)
    for publication in uow.previews.publications(event.sitting.id):
        uow.record(PreviewOver(event.sitting, publication.board))


def see_to(uow: UnitOfWork) -> bool:
    """What is due about previews; whether there may be more."""
    found = uow.previews.due(uow.now, AT_ONCE)
    for due in found:
        uow.enter(due.community)
        uow.previews.done(due)
        DEEDS[due.task](uow, due, uow.sittings.get(due.sitting, due.community))
    return bool(found)


def signup_has_changed(uow: UnitOfWork, event: SignupChanged) -> None:
    """Those who come are counted on the board."""
    _refresh(uow, event.sitting)


def item_has_changed(uow: UnitOfWork, event: ItemChanged) -> None:
    """Onto an agenda, off it, in other words, or another step."""
    if event.item.sitting is not None:
        _refresh(uow, uow.sittings.get(event.item.sitting, event.item.community))


def group_has_changed(uow: UnitOfWork, event: CommunitySetUp | GroupChanged | ChatMigrated) -> None:
    """A community's main group is another one now, or the bot is there again: it shall have what is published."""
    community = _whose(uow, event)
    if community is not None:
        for sitting in uow.sittings.to_come(community, uow.now, AHEAD):
            _refresh(uow, sitting)


def _lock(uow: UnitOfWork, due: Due, sitting: Sitting) -> None:
    """Once for each notice."""
    main = due.days == uow.settings.sittings.preview_days
    items = uow.agenda.of_sitting(sitting.id)
    slots = to_lock(items, sitting, due.days, uow.settings)
    taken = [one.board for one in uow.previews.publications(sitting.id)]
    publication = Publication(sitting.id, due.days, uow.now, board=_board(sitting.id, due.days, main, taken))
    if not uow.previews.publish(publication, slots):
        return
    _show(uow, gather(uow, sitting), publication, bool(slots))
    read = items if main else [item for item in items if notice_days(item.scope, uow.settings) == due.days]
    if papers := [(item, paper) for item in read for paper in uow.agenda.papers(item.id)]:
        uow.record(PapersReady(sitting, due.days, papers))
    if slots and uow.groups.serving(sitting.community, Purpose.MAIN) is None:
        uow.record(PreviewLate(sitting, due.days, len(slots), no_group=True))
    if main and (items or not _is_surprise(sitting, due.days)):
        uow.previews.plan(replace(due, task=Task.TELL, due_at=uow.now))


def _check(uow: UnitOfWork, due: Due, sitting: Sitting) -> None:
    """Moderators hear of it where something cannot be voted because the group did not have it in time."""
    slots = [slot for slot in uow.previews.slots(sitting.id) if slot.days == due.days]
    publication = publication_of(uow.previews.publications(sitting.id), due.days)
    accepted_at = publication.accepted_at if publication else None
    if not slots or (accepted_at is not None and accepted_at <= deadline(sitting, due.days)):
        return
    no_group = uow.groups.serving(sitting.community, Purpose.MAIN) is None
    uow.record(PreviewLate(sitting, due.days, len(slots), no_group))
    _refresh(uow, sitting)


def _tell(uow: UnitOfWork, due: Due, sitting: Sitting) -> None:
    them = uow.attendance.subscribers(sitting.community, due.cursor, TOLD_AT_ONCE)
    if them:
        uow.record(PreviewReady(replace(gather(uow, sitting), posted=True), them))
        uow.previews.plan(replace(due, cursor=them[-1]))


def _unpin(uow: UnitOfWork, due: Due, sitting: Sitting) -> None:
    publication = publication_of(uow.previews.publications(sitting.id), due.days)
    if publication is not None:
        uow.record(PreviewOver(sitting, publication.board))


DEEDS: Mapping[Task, Callable[[UnitOfWork, Due, Sitting], None]] = {
    Task.LOCK: _lock,
    Task.CHECK: _check,
    Task.TELL: _tell,
    Task.UNPIN: _unpin,
}


def _refresh(uow: UnitOfWork, sitting: Sitting) -> None:
    """What was published shows how things are, until the sitting begins."""
    publications = uow.previews.publications(sitting.id)
    if not publications or uow.now >= sitting.starts_at:
        return
    program, slots = gather(uow, sitting), uow.previews.slots(sitting.id)
    for publication in publications:
        _show(uow, program, publication, any(slot.days == publication.days for slot in slots))


def _show(uow: UnitOfWork, program: Program, publication: Publication, anything_locked: bool) -> None:
    """A further notice is begun where it has something to say, and so is the preview of a day that is near already."""
    sitting, days, board = program.sitting, publication.days, publication.board
    main = days == program.preview_days
    worth_it = bool(program.entries) or not _is_surprise(sitting, days) if main else anything_locked
    if (worth_it and not sitting.off) or uow.outbox.boards(board):
        mine = [entry for entry in program.entries if main or entry.days == days]
        uow.record(PreviewChanged(replace(program, entries=mine), days, board, main))


def _is_surprise(sitting: Sitting, days: int) -> bool:
    """One of the rhythm that stands in the books too late: where the bot has only begun."""
    return sitting.by_rule and sitting.called_at > deadline(sitting, days)


def _board(sitting: SittingId, days: int, main: bool, taken: Collection[str]) -> str:
    """What the group had with one notice says nothing of what it has with another, should their lengths be changed."""
    board = f"preview-{sitting}"
    return board if main and board not in taken else f"notice-{sitting}-{days}"


def _whose(uow: UnitOfWork, event: CommunitySetUp | GroupChanged | ChatMigrated) -> CommunityId | None:
    if isinstance(event, CommunitySetUp):
        return event.community.id
    group = event.group if isinstance(event, GroupChanged) else uow.groups.get(event.new_chat_id)
    return group.community if group is not None and group.purpose is Purpose.MAIN else None
