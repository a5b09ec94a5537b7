"""The card of a concern with those who see to it; it always shows how things are."""

from dataclasses import replace

from bot.concerns import staff_views
from bot.concerns.leaving import ConcernLeft
from bot.concerns.model.concern import Concern
from bot.concerns.model.events import ConcernChanged
from bot.concerns.notices.people import post, say_to, staff_of
from bot.delivery.model import Board, considerate
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def show_cards(uow: UnitOfWork, event: ConcernChanged) -> None:
    """In the moderators' group, or with each moderator; and with who sees to it."""
    concern, board = event.concern, f"concern-{event.concern.id}"
    group = uow.groups.serving(concern.community, Purpose.MODERATORS)
    if group is not None:
        card = staff_views.card(say_to(uow, Reader(0, "")), concern, uow.link)
        _show(uow, board, group.chat_id, card)
    for reader in staff_of(uow, concern):
        if group is None or not _moderates(uow, concern, reader) or uow.outbox.message_of(reader.telegram_id, board):
            card = staff_views.card(say_to(uow, reader), concern, hands_over=_moderates(uow, concern, reader))
            _show(uow, board, reader.telegram_id, card)


def cards_lose_name(uow: UnitOfWork, event: ConcernLeft) -> None:
    """Wherever its card stands, with those who serve no more as well, it names nobody who was forgotten."""
    concern, board = event.concern, f"concern-{event.concern.id}"
    for chat_id in uow.outbox.boards(board):
        known = uow.residents.reader(chat_id, concern.community) if chat_id > 0 else Reader(0, "")
        card = staff_views.card(say_to(uow, known), concern, uow.link if chat_id < 0 else "")
        uow.outbox.show(Board(board, chat_id, card.params(), uow.now))


def staff_hears_author_left(uow: UnitOfWork, event: ConcernLeft) -> None:
    """Nobody will say whether it is solved."""
    concern = event.concern
    if concern.author.gone and concern.open:
        for reader in staff_of(uow, concern):
            shown = staff_views.author_left(say_to(uow, reader), concern.number)
            post(uow, reader, f"concern-{concern.id}-author-left-{reader.telegram_id}", shown)


def _show(uow: UnitOfWork, board: str, chat_id: int, card: Screen) -> None:
    """A new card wakes nobody at night; to change one that stands makes no sound."""
    due_at = uow.now if uow.outbox.message_of(chat_id, board) else considerate(uow.now, uow.settings)
    uow.outbox.show(Board(board, chat_id, card.params(), due_at))


def _moderates(uow: UnitOfWork, concern: Concern, reader: Reader) -> bool:
    """Whether the card in the moderators' group is for this person: a liaison who handles a concern has their own."""
    return any(held.role is Role.MODERATOR for held in uow.roles.of(replace(reader, community=concern.community)))
