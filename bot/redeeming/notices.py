"""What people are told about a redemption in which somebody else, or time, did something."""

from collections.abc import Callable

from bot.delivery.model import Post, considerate
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.redeeming import staff_views, views
from bot.redeeming.model.redemption import NOBODY, Handed, Missed, PickupNear, Redemption, RedemptionExpired
from bot.unit_of_work import UnitOfWork

Shown = Callable[[Words], Screen]


def ask_owner(uow: UnitOfWork, event: Handed) -> None:
    """Whether they have it; who stands at the desk waits for the answer, so at once."""
    one = event.redemption
    _tell(uow, one, one.telegram_id, f"handed-{one.turn}", lambda say: views.handed(say, one), at_once=True)


def tell_who_handed(uow: UnitOfWork, event: Missed) -> None:
    one = event.redemption
    _tell(
        uow,
        one,
        event.handed_by,
        f"missed-{one.turn}",
        lambda say: staff_views.missing(say, one.called, event.by, one.code),
        at_once=True,
    )


def remind_owner(uow: UnitOfWork, event: PickupNear) -> None:
    one = event.redemption
    _tell(uow, one, one.telegram_id, f"near-{one.turn}", lambda say: views.near(say, one))


def tell_owner_it_expired(uow: UnitOfWork, event: RedemptionExpired) -> None:
    one = event.redemption
    _tell(uow, one, one.telegram_id, "expired", lambda say: views.expired(say, one))


def _tell(
    uow: UnitOfWork, redemption: Redemption, telegram_id: int, what: str, shown: Shown, *, at_once: bool = False
) -> None:
    if telegram_id == NOBODY:
        return
    say = words_for(uow.residents.reader(telegram_id, redemption.community), uow.settings.zone)
    due_at = uow.now if at_once else considerate(uow.now, uow.settings)
    uow.outbox.put(Post(f"redemption-{redemption.id}-{what}", telegram_id, shown(say).params(), due_at))
