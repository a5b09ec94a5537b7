"""Who is told of a concern, and how it is put into the outbox."""

from dataclasses import replace

from bot.concerns.model.concern import Concern
from bot.delivery.model import Post, considerate
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.roles.model import Act, Role, may
from bot.unit_of_work import UnitOfWork


def author_of(uow: UnitOfWork, concern: Concern) -> Reader | None:
    """Or who told it for them; None for who has no data here any more."""
    if concern.last_word is None:
        return None
    return uow.residents.reader(concern.last_word, concern.community)


def handler_of(uow: UnitOfWork, concern: Concern) -> Reader | None:
    """Who sees to it, as long as they may."""
    if concern.handler is None:
        return None
    reader = uow.residents.reader(concern.handler.telegram_id, concern.community)
    held = uow.roles.of(replace(reader, community=concern.community))
    return reader if may(held, Act.ANSWER_CONCERN, concern.served_by, concern.category) else None


def staff_of(uow: UnitOfWork, concern: Concern) -> list[Reader]:
    """Its moderators, and who sees to it."""
    staff = {reader.telegram_id: reader for reader in uow.roles.holders(concern.community, Role.MODERATOR)}
    if concern.handler is not None:
        handler = uow.residents.reader(concern.handler.telegram_id, concern.community)
        staff.setdefault(handler.telegram_id, handler)
    return list(staff.values())


def say_to(uow: UnitOfWork, reader: Reader) -> Words:
    """How to speak to this person."""
    return words_for(reader, uow.settings.zone)


def post(uow: UnitOfWork, reader: Reader, cause: str, shown: Screen) -> None:
    """Now, or when the quiet hours end."""
    uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), considerate(uow.now, uow.settings)))


def post_photo(uow: UnitOfWork, reader: Reader, cause: str, photo: str, caption: str) -> None:
    """`photo`: Telegram's file id."""
    params = {"photo": photo, "caption": caption}
    uow.outbox.put(Post(cause, reader.telegram_id, params, considerate(uow.now, uow.settings), "sendPhoto"))
