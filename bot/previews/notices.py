"""What the group, those who asked for it, and moderators are told of previews."""

from datetime import datetime

from bot.delivery.model import Board, Post, Priority, considerate_before
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.previews import group_views, note_views, views
from bot.previews.model.events import PapersReady, PreviewChanged, PreviewLate, PreviewOver, PreviewReady
from bot.previews.model.notice import deadline
from bot.roles.model import Role
from bot.sittings.model.sitting import Sitting, SittingCalledOff
from bot.unit_of_work import UnitOfWork


def show_in_group(uow: UnitOfWork, event: PreviewChanged) -> None:
    """One message, edited in place. What was called off before anybody read it is not shown any more."""
    sitting, say = event.program.sitting, words_for(Reader(0, ""), uow.settings.zone)
    group = uow.groups.serving(sitting.community, Purpose.MAIN)
    if group is None:
        return
    stands = uow.outbox.message_of(group.chat_id, event.board) is not None
    until = uow.now if sitting.off and not stands else sitting.starts_at
    if event.main:
        shown = group_views.preview(say, event.program, uow.link)
    else:
        shown = group_views.notice(say, event.program, event.days, uow.link)
    due_at = uow.now if stands else _begins(uow, sitting, event.days)
    uow.outbox.show(Board(event.board, group.chat_id, shown.params(), due_at, pinned=event.main, until=until))


def publish_papers(uow: UnitOfWork, event: PapersReady) -> None:
    """Below the preview, each once and without a sound; who comes later finds them behind its button."""
    sitting, say = event.sitting, words_for(Reader(0, ""), uow.settings.zone)
    group = uow.groups.serving(sitting.community, Purpose.MAIN)
    if group is None:
        return
    due_at = _begins(uow, sitting, event.days)
    for item, paper in event.papers:
        method, shown = group_views.paper(say, item, paper)
        params = {**shown, "parse_mode": "HTML", "disable_notification": True}
        cause = f"preview-{sitting.id}-paper-{paper.id}"
        uow.outbox.put(Post(cause, group.chat_id, params, due_at, method, until=sitting.starts_at))


def tell_in_private(uow: UnitOfWork, event: PreviewReady) -> None:
    """Each once, in their own manner, and nobody at night."""
    sitting = event.program.sitting
    due_at = considerate_before(sitting.starts_at, uow.now, uow.settings)
    for telegram_id in event.them:
        reader = uow.residents.reader(telegram_id, sitting.community)
        shown = views.first(words_for(reader, uow.settings.zone), event.program)
        cause = f"preview-{sitting.id}-told-{telegram_id}"
        post = Post(cause, telegram_id, shown.params(), due_at, priority=Priority.BULK, until=sitting.starts_at)
        uow.outbox.put(post)


def tell_moderators(uow: UnitOfWork, event: PreviewLate) -> None:
    """Once for each notice, and once more where there is no group; in the morning, if that is still before it."""
    sitting, why = event.sitting, "group" if event.no_group else "late"
    for reader in uow.roles.holders(sitting.community, Role.MODERATOR):
        say = words_for(reader, uow.settings.zone)
        shown = note_views.late(say, sitting, event.items, event.days, no_group=event.no_group)
        cause = f"preview-{sitting.id}-{why}-{event.days}-{reader.telegram_id}"
        due_at = considerate_before(sitting.starts_at, uow.now, uow.settings)
        uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), due_at, until=sitting.starts_at))


def take_from_top(uow: UnitOfWork, event: PreviewOver) -> None:
    """Wherever it is pinned; the message itself stays."""
    for chat_id in uow.outbox.boards(event.board):
        message_id = uow.outbox.message_of(chat_id, event.board)
        if message_id is not None:
            cause = f"{event.board}-unpin-{chat_id}-{message_id}"
            uow.outbox.put(Post(cause, chat_id, {"message_id": message_id}, uow.now, "unpinChatMessage"))


def tell_no_more(uow: UnitOfWork, event: SittingCalledOff) -> None:
    """What was to be said in private about one that is off."""
    uow.outbox.withdraw_all(f"preview-{event.sitting.id}-", uow.now)


def _begins(uow: UnitOfWork, sitting: Sitting, days: int) -> datetime:
    """At night too, as long as the notice can be kept: a vote next week is worth more than a quiet phone, and the
    lock falls into the night only where a community begins its sittings so. Later nothing is lost by waiting."""
    if uow.now <= deadline(sitting, days):
        return uow.now
    return considerate_before(sitting.starts_at, uow.now, uow.settings)
