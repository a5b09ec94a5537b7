"""Who is told of requests about data."""

from bot.delivery.model import Board, Post, Priority, considerate
from bot.kit.events import PersonForgotten
from bot.kit.people import CommunityId, Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.rights import views
from bot.rights.model import Correction, CorrectionAsked, CorrectionDecided, Deletion, DeletionNear, DeletionPutOff
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork

NO_COMMUNITY = CommunityId(0)
"""Of somebody who has joined none; how they are spoken to does not hang on it."""


def show_cards(uow: UnitOfWork, event: CorrectionAsked | CorrectionDecided) -> None:
    """The moderators, who compare it with the roll."""
    correction = event.correction
    for reader in uow.roles.holders(correction.resident.household.community, Role.MODERATOR):
        card = views.card(words_for(reader, uow.settings.zone), correction)
        due_at = considerate(uow.now, uow.settings)
        uow.outbox.show(Board(f"correction-{correction.id}", reader.telegram_id, card.params(), due_at))


def tell_decision(uow: UnitOfWork, event: CorrectionDecided) -> None:
    """Who asked for it."""
    correction: Correction = event.correction
    telegram_id = correction.resident.telegram_id
    if telegram_id is not None:
        say = _words(uow, telegram_id)
        _post(uow, f"correction-{correction.id}-decided", telegram_id, views.correction_decided(say, correction))


def remind(uow: UnitOfWork, event: DeletionNear) -> None:
    """The day before, with a button to stay."""
    deletion: Deletion = event.deletion
    say = _words(uow, deletion.telegram_id)
    cause = f"deletion-{deletion.request}-near"
    _post(uow, cause, deletion.telegram_id, views.deletion_near(say, deletion.due_at))


def tell_put_off(uow: UnitOfWork, event: DeletionPutOff) -> None:
    """Daily, until somebody else moderates."""
    deletion = event.deletion
    cause = f"deletion-{deletion.request}-put-off-{uow.now.date()}"
    _post(uow, cause, deletion.telegram_id, views.deletion_put_off(_words(uow, deletion.telegram_id)))


def cover_cards(uow: UnitOfWork, event: PersonForgotten) -> None:
    """What others have on screen about somebody who was forgotten; a feature may show more than this after it."""
    for subject in event.subjects:
        name = f"{subject.kind}-{subject.id}"
        for chat_id in uow.outbox.boards(name):
            shown = views.deleted(_words(uow, chat_id)) if chat_id > 0 else Screen(views.deleted(_words(uow, 0)).text)
            uow.outbox.show(Board(name, chat_id, shown.params(), uow.now, priority=Priority.REPLY))


def _words(uow: UnitOfWork, telegram_id: int) -> Words:
    known = uow.residents.account(telegram_id)
    reader = uow.residents.reader(telegram_id, NO_COMMUNITY) if known else Reader(telegram_id, "")
    return words_for(reader, uow.settings.zone)


def _post(uow: UnitOfWork, cause: str, telegram_id: int, shown: Screen) -> None:
    uow.outbox.put(Post(cause, telegram_id, shown.params(), considerate(uow.now, uow.settings)))
