"""What goes out of an announcement: the messages themselves, and one line to its sender that says how far it is."""

from datetime import timedelta

from bot.announcements import views
from bot.announcements.model import AnnouncementCancelled, AnnouncementDue, AnnouncementProgressed
from bot.delivery.model import Board, Post, Priority
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.unit_of_work import UnitOfWork

COALESCED = timedelta(seconds=5)
"""All progress of so many seconds is one edit: the line shall not take the place of what it counts."""


def write_to_readers(uow: UnitOfWork, event: AnnouncementDue) -> None:
    """Each in their language and manner, as they are at this moment; behind everything that somebody waits for."""
    one = event.announcement
    author = uow.residents.called(one.community, one.author)
    for reader in event.readers:
        params = views.read(words_for(reader, uow.settings.zone), one, author).params()
        cause = f"{one.causes}{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, params, uow.now, priority=Priority.BULK))
    group = None if event.readers else uow.groups.serving(one.community, Purpose.MAIN)
    if group is not None:
        shown = views.in_group(words_for(Reader(0, ""), uow.settings.zone), one.text, one.english, author)
        uow.outbox.put(Post(f"{one.causes}group", group.chat_id, shown.params(), uow.now))


def show_progress(uow: UnitOfWork, event: AnnouncementProgressed | AnnouncementCancelled) -> None:
    """One message, edited."""
    one = event.progress.announcement
    if not one.author:
        return
    say = words_for(uow.residents.reader(one.author, one.community), uow.settings.zone)
    due_at = uow.now if one.over or not event.progress.done else uow.now + COALESCED
    uow.outbox.show(Board(f"announcement-{one.id}", one.author, views.progress(say, event.progress).params(), due_at))
