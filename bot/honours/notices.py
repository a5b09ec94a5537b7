"""What people and the group are told of honours."""

from collections.abc import Callable

from bot.delivery.model import Board, Post, Priority, considerate
from bot.groups.model import Purpose
from bot.honours import pioneer_views, views
from bot.honours.model.certificate import Honour
from bot.honours.model.pioneer import Nominated, NominationsOpened, PioneersPublished, Shortlisted
from bot.honours.model.thanks import BadgeEarned, DoerThanked, MonthThanked, board_of
from bot.kit.people import CommunityId, Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.unit_of_work import UnitOfWork

Shown = Callable[[Words], Screen]


def tell_of_badge(uow: UnitOfWork, event: BadgeEarned) -> None:
    """Once for each badge and person."""
    cause = f"badge-{event.community}-{event.honour}"
    _tell(uow, event.community, event.telegram_id, cause, lambda say: views.earned(say, Honour(event.honour)))


def thank_in_private(uow: UnitOfWork, event: DoerThanked) -> None:
    doer, cause = event.doer, f"thanks-{event.community}-{event.month:%Y%m}"
    _tell(uow, event.community, doer.telegram_id, cause, lambda say: views.thanked(say, doer, event.month, event.at))


def thank_in_group(uow: UnitOfWork, event: MonthThanked) -> None:
    """One message a month, mended when somebody does not want to stand there; none where nobody did anything."""
    if event.thanks.deeds:
        board = board_of(event.community, event.thanks.month)
        _show(uow, event.community, board, lambda say: views.thanks_in_group(say, event.thanks))


def open_in_group(uow: UnitOfWork, event: NominationsOpened) -> None:
    award = event.award
    _show(uow, award.community, f"award-{award.id}-open", lambda say: pioneer_views.opened_in_group(say, award))


def ask_nominee(uow: UnitOfWork, event: Nominated) -> None:
    """Who would rather not, says so before anybody else reads it."""
    award, nominee = event.award, event.nominee
    cause = f"nominee-{nominee.id}-asked"
    _tell(
        uow,
        award.community,
        nominee.telegram_id,
        cause,
        lambda say: pioneer_views.you_are_nominated(say, award),
    )


def list_in_group(uow: UnitOfWork, event: Shortlisted) -> None:
    award = event.award

    def shown(say: Words) -> Screen:
        return pioneer_views.choosing_in_group(say, award, event.nominees)

    _show(uow, award.community, f"award-{award.id}-list", shown)


def publish_in_group(uow: UnitOfWork, event: PioneersPublished) -> None:
    award = event.award

    def shown(say: Words) -> Screen:
        return pioneer_views.published_in_group(say, award, event.pioneers)

    _show(uow, award.community, f"award-{award.id}", shown)


def congratulate(uow: UnitOfWork, event: PioneersPublished) -> None:
    award = event.award
    for one in event.pioneers if event.first else ():
        cause = f"nominee-{one.id}-chosen"
        _tell(uow, award.community, one.telegram_id, cause, lambda say: pioneer_views.you_are_pioneer(say, award))


def _tell(uow: UnitOfWork, community: CommunityId, telegram_id: int, cause: str, shown: Shown) -> None:
    """Nobody waits for it."""
    say = words_for(uow.residents.reader(telegram_id, community), uow.settings.zone)
    due_at = considerate(uow.now, uow.settings)
    post = Post(f"{cause}-{telegram_id}", telegram_id, shown(say).params(), due_at, priority=Priority.BULK)
    uow.outbox.put(post)


def _show(uow: UnitOfWork, community: CommunityId, board: str, shown: Shown) -> None:
    group = uow.groups.serving(community, Purpose.MAIN)
    if group is not None:
        stands = uow.outbox.message_of(group.chat_id, board) is not None
        due_at = uow.now if stands else considerate(uow.now, uow.settings)  # an edit makes no sound
        say = words_for(Reader(0, ""), uow.settings.zone)
        screen = shown(say).in_group(uow.link)
        uow.outbox.show(Board(board, group.chat_id, screen.params(), due_at))
