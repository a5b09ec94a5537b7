"""Supervisors are sent their month as files, the group hears that it is there."""

from datetime import datetime

from bot.delivery.model import Post, considerate, printed, tabled
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.oversight import notice_views, views
from bot.oversight.model import Pack, PackNoted, PackNoteMissing, PackReady, written
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def hand_out(uow: UnitOfWork, event: PackReady) -> None:
    """A word, a PDF and a spreadsheet to each supervisor; a word and a button to the group."""
    pack = event.pack
    for reader in uow.roles.holders(pack.community, Role.SUPERVISOR):
        shown = notice_views.ready(words_for(reader, uow.settings.zone), pack).params()
        uow.outbox.put(Post(_cause(pack, "ready", reader), reader.telegram_id, shown, _due(uow)))
        _send_files(uow, pack, reader)
    _tell_group(uow, pack, "ready")


def _send_files(uow: UnitOfWork, pack: Pack, reader: Reader) -> None:
    """They are made when they are sent."""
    say, due_at = words_for(reader, uow.settings.zone), _due(uow)
    title, name = views.title(say, pack), f"supervision-{pack.month:%Y-%m}"
    paper = printed(f"{name}.pdf", [title, *views.lines(say, pack)], uow.link)
    table = tabled(f"{name}.xlsx", views.rows(say, pack))
    for kind, document in (("pdf", paper), ("xlsx", table)):
        params = {"document": document, "caption": title}
        uow.outbox.put(Post(_cause(pack, kind, reader), reader.telegram_id, params, due_at, "sendDocument"))


def remind(uow: UnitOfWork, event: PackNoteMissing) -> None:
    for reader in uow.roles.holders(event.pack.community, Role.SUPERVISOR):
        shown = notice_views.note_missing(words_for(reader, uow.settings.zone), event.pack).params()
        uow.outbox.put(Post(_cause(event.pack, "missing", reader), reader.telegram_id, shown, _due(uow)))


def publish(uow: UnitOfWork, event: PackNoted) -> None:
    """In the group; nobody is reminded any more."""
    for reader in uow.roles.holders(event.pack.community, Role.SUPERVISOR):
        uow.outbox.withdraw(_cause(event.pack, "missing", reader), uow.now)
    _tell_group(uow, event.pack, "noted")


def _tell_group(uow: UnitOfWork, pack: Pack, why: str) -> None:
    group = uow.groups.serving(pack.community, Purpose.MAIN)
    if group is not None:
        show = notice_views.noted_in_group if why == "noted" else notice_views.ready_in_group
        shown = show(words_for(Reader(0, ""), uow.settings.zone), pack, uow.link).params()
        cause = f"pack-{pack.community}-{written(pack.month)}-{why}-group"
        uow.outbox.put(Post(cause, group.chat_id, shown, _due(uow)))


def _cause(pack: Pack, why: str, reader: Reader) -> str:
    return f"pack-{pack.community}-{written(pack.month)}-{why}-{reader.telegram_id}"


def _due(uow: UnitOfWork) -> datetime:
    return considerate(uow.now, uow.settings)
