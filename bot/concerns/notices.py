"""What others are told when something happens to a concern."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.concerns import own_views, staff_views
from bot.concerns.leaving import ConcernLeft
from bot.concerns.model.concern import Concern
from bot.concerns.model.events import (
    ConcernAnswered,
    ConcernChanged,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernHandedOver,
    ConcernReopened,
)
from bot.concerns.model.life import State
from bot.delivery.model import Board, Post, considerate
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Screen, pages, screen
from bot.kit.words import Words, words_for
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork

Shown = Callable[[Words], Sequence[Screen]]


def show_cards(uow: UnitOfWork, event: ConcernChanged) -> None:
    """Those who see to it have its card; it always shows how things are."""
    concern, board = event.concern, f"concern-{event.concern.id}"
    due_at = considerate(uow.now, uow.settings)
    group = uow.groups.serving(concern.community, Purpose.MODERATORS)
    if group is not None:
        card = staff_views.card(words_for(Reader(0, ""), uow.settings.zone), concern, uow.link)
        uow.outbox.show(Board(board, group.chat_id, card.params(), due_at))
    for reader in _staff(uow, concern):
        if group is None or not _sees_group(uow, concern, reader) or uow.outbox.message_of(reader.telegram_id, board):
            card = staff_views.card(words_for(reader, uow.settings.zone), concern)
            uow.outbox.show(Board(board, reader.telegram_id, card.params(), due_at))


def author_hears_of_claim(uow: UnitOfWork, event: ConcernClaimed | ConcernHandedOver) -> None:
    """A person has taken it on."""
    concern = event.concern
    if concern.handler is None:
        return
    name, number = concern.handler.name, concern.number
    how = "claimed" if isinstance(event, ConcernClaimed) else "handed"
    cause = f"concern-{concern.id}-{how}-{event.count}"
    _tell_author(
        uow,
        concern,
        cause,
        lambda say: [screen(say, say("{name} is seeing to #{number} and will answer you.", name=name, number=number))],
    )


def author_hears_answer(uow: UnitOfWork, event: ConcernAnswered) -> None:
    """The answer in full, on as many pages as it needs, and the question whether it is solved."""

    def shown(say: Words) -> Sequence[Screen]:
        head = say.plain(
            "{name} about #{number}: {answer}", name=event.by.name, number=concern.number, answer=event.answer
        )
        asked = say("Is #{number} solved?", number=concern.number)
        parts = pages(head, ELDER_CHARACTERS if say.elder else PAGE)
        return [*(Screen(say.quote(part)) for part in parts), screen(say, asked, *own_views.verdict(say, concern))]

    concern = event.concern
    _tell_author(uow, concern, f"concern-{concern.id}-answer-{event.count}", shown)


def handler_hears_verdict(uow: UnitOfWork, event: ConcernConfirmed | ConcernReopened) -> None:
    """Who answered hears what the resident says of it."""
    concern = event.concern
    if concern.handler is None:
        return
    reader = uow.residents.reader(concern.handler.telegram_id, concern.community)
    say = words_for(reader, uow.settings.zone)
    if isinstance(event, ConcernReopened):
        text = say(
            "{name} says that #{number} is not solved. It is open again.",
            name=concern.author.name,
            number=concern.number,
        )
        cause = f"concern-{concern.id}-reopened-{event.count}"
    else:
        text = say("{name} says that #{number} is solved. Thank you.", name=concern.author.name, number=concern.number)
        cause = f"concern-{concern.id}-confirmed-{event.count}"
    _post(uow, reader, cause, screen(say, text))


def cards_lose_name(uow: UnitOfWork, event: ConcernLeft) -> None:
    """Wherever its card stands, with those who serve no more as well, it names nobody who was forgotten."""
    concern, board = event.concern, f"concern-{event.concern.id}"
    for chat_id in uow.outbox.boards(board):
        known = uow.residents.reader(chat_id, concern.community) if chat_id > 0 else Reader(0, "")
        link = uow.link if chat_id < 0 else ""
        card = staff_views.card(words_for(known, uow.settings.zone), concern, link)
        uow.outbox.show(Board(board, chat_id, card.params(), uow.now))


def staff_hears_author_left(uow: UnitOfWork, event: ConcernLeft) -> None:
    """Nobody will say whether it is solved."""
    concern = event.concern
    if concern.author.gone and concern.state is not State.CONFIRMED:
        for reader in _staff(uow, concern):
            shown = staff_views.author_left(words_for(reader, uow.settings.zone), concern.number)
            _post(uow, reader, f"concern-{concern.id}-author-left-{reader.telegram_id}", shown)


def _staff(uow: UnitOfWork, concern: Concern) -> list[Reader]:
    staff = {reader.telegram_id: reader for reader in uow.roles.holders(concern.community, Role.MODERATOR)}
    if concern.handler is not None:
        handler = uow.residents.reader(concern.handler.telegram_id, concern.community)
        staff.setdefault(handler.telegram_id, handler)
    return list(staff.values())


def _sees_group(uow: UnitOfWork, concern: Concern, reader: Reader) -> bool:
    """Whether the board in the moderators' group is for this person: a liaison who handles a concern has their own."""
    return any(held.role is Role.MODERATOR for held in uow.roles.of(replace(reader, community=concern.community)))


def _tell_author(uow: UnitOfWork, concern: Concern, cause: str, shown: Shown) -> None:
    if concern.last_word is None:
        return
    reader = uow.residents.reader(concern.last_word, concern.community)
    for part, page in enumerate(shown(words_for(reader, uow.settings.zone))):
        _post(uow, reader, f"{cause}-{part}", page)


def _post(uow: UnitOfWork, reader: Reader, cause: str, shown: Screen) -> None:
    uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), considerate(uow.now, uow.settings)))
