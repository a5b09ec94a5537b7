"""What others are told while a sitting is held."""

from collections.abc import Callable
from datetime import timedelta

from bot.attendance.model.reminders import Kind, RemindersDue
from bot.delivery.model import Board, Post, Priority
from bot.floor import closing_views, group_views, views
from bot.floor.model.events import (
    ChairGiven,
    ChairWanted,
    FloorGiven,
    FloorShown,
    ItemTreated,
    PeopleInvited,
    QuorumMissing,
    SittingOpened,
)
from bot.floor.model.session import Session, ends_at
from bot.groups.model import Purpose
from bot.kit.people import CommunityId, Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.roles.model import MAY, Act, Role
from bot.unit_of_work import UnitOfWork

JUST_NOW = timedelta(hours=1)
"""So long before the start the board is news enough for the group."""


def no_second_start(uow: UnitOfWork, event: SittingOpened) -> None:
    """The board that comes up says that it begins."""
    _withdraw_start(uow, event.session)


def nobody_hears_twice(uow: UnitOfWork, event: RemindersDue) -> None:
    """That it begins: neither the group that has the board, nor who has checked in."""
    session = uow.floor.session(event.sitting.id)
    if event.reminder.kind is not Kind.START or session is None or not session.runs:
        return
    _withdraw_start(uow, session)
    for guest in event.guests:
        if uow.floor.checked_in(session.sitting, guest.telegram_id) is not None:
            uow.outbox.withdraw_all(f"coming-{session.sitting}-{guest.telegram_id}-start-", uow.now)


def _withdraw_start(uow: UnitOfWork, session: Session) -> None:
    starts_at = uow.sittings.get(session.sitting, session.community).starts_at
    if session.opened_at is not None and session.opened_at >= starts_at - JUST_NOW:
        uow.outbox.withdraw_all(f"coming-{session.sitting}-all-start-", uow.now)


def show_board(uow: UnitOfWork, event: FloorShown) -> None:
    """One card in the main group, posted when the sitting is opened; its edits are coalesced by the courier."""
    sitting, session = event.desk.sitting, event.desk.session
    group = uow.groups.serving(sitting.community, Purpose.MAIN)
    name = f"floor-{sitting.id}"
    if group is None or session is None:
        return
    if session.opened_at is not None or uow.outbox.message_of(group.chat_id, name) is not None:
        shown = group_views.board(words_for(Reader(0, ""), uow.settings.zone), event.desk).in_group(uow.link)
        until = ends_at(sitting, uow.settings.zone) if session.runs else None
        uow.outbox.show(Board(name, group.chat_id, shown.params(), uow.now, until=until))


def call_speaker(uow: UnitOfWork, event: FloorGiven) -> None:
    """It is their turn."""
    turn = event.turn
    cause = f"floor-{turn.sitting}-turn-{turn.id}"
    _tell(uow, event.session.community, turn.telegram_id, cause, lambda say: views.your_turn(say, turn))


def offer_floor(uow: UnitOfWork, event: ItemTreated) -> None:
    """With the first item: those who said at sign-up that they want to speak, and came, ask by one tap."""
    sitting, treated = event.session.sitting, event.treated
    if treated.position != 1 or treated.closed_at is not None:
        return
    for speaker in uow.attendance.speakers(sitting):
        if speaker != event.session.chair and uow.floor.checked_in(sitting, speaker) is not None:
            cause = f"floor-{sitting}-offer-{speaker}"
            shown = _offer(event)
            _tell(uow, event.session.community, speaker, cause, shown)


def proposer_hears(uow: UnitOfWork, event: ItemTreated) -> None:
    """Their item was talked about only; of what was voted on the agenda itself tells."""
    item, treated = event.item, event.treated
    if treated.closed_at is not None and not treated.voted:
        cause = f"floor-{treated.sitting}-talked-{item.id}"
        _tell(uow, item.community, item.proposer, cause, lambda say: views.talked_about(say, item, treated))


def tell_chairs(uow: UnitOfWork, event: ChairGiven) -> None:
    """Who chairs now, and who did, unless they did it themselves."""
    session = event.session
    cause = f"floor-{session.sitting}-chair-{uow.now.isoformat()}"
    if event.taken:
        _tell(uow, session.community, event.before, cause, lambda say: closing_views.chair_taken(say, event.name))
    else:
        _tell(uow, session.community, session.chair, cause,
              lambda say: closing_views.chair_is_yours(say, session.sitting))  # fmt: skip


def invite(uow: UnitOfWork, event: PeopleInvited) -> None:
    """Who only ever taps checks in by one."""
    session = event.session
    for person in event.people:
        words = words_for(uow.residents.reader(person, session.community), uow.settings.zone)
        shown = views.invited(words, session.sitting).params()
        cause = f"floor-{session.sitting}-come-{person}"
        uow.outbox.put(Post(cause, person, shown, uow.now, priority=Priority.BULK, until=event.until))


def ask_chair(uow: UnitOfWork, event: QuorumMissing) -> None:
    session, there = event.session, event.present
    cause = f"floor-{session.sitting}-doubt"
    _tell(uow, session.community, session.chair, cause,
          lambda say: closing_views.quorum_missing(say, there, session.sitting))  # fmt: skip


def ask_who_chairs(uow: UnitOfWork, event: ChairWanted) -> None:
    """All who may; after the start it is of no use."""
    sitting = event.sitting
    asked = {one.telegram_id: one for role in Role if Act.CHAIR_SITTING in MAY[role]
             for one in uow.roles.holders(sitting.community, role)}  # fmt: skip
    for reader in asked.values():
        shown = closing_views.chair_wanted(words_for(reader, uow.settings.zone), sitting)
        cause = f"floor-{sitting.id}-open-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), uow.now, until=sitting.starts_at))


def _offer(event: ItemTreated) -> Callable[[Words], Screen]:
    return lambda say: views.offered(say, event.item, event.session.sitting)


def _tell(
    uow: UnitOfWork, community: CommunityId, telegram_id: int, cause: str, shown: Callable[[Words], Screen]
) -> None:
    if telegram_id:  # whoever has had their data deleted hears nothing
        words = words_for(uow.residents.reader(telegram_id, community), uow.settings.zone)
        uow.outbox.put(Post(cause, telegram_id, shown(words).params(), uow.now, priority=Priority.REPLY))
