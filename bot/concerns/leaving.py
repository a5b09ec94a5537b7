"""What becomes of a concern when its author or its handler has had their data deleted."""

from dataclasses import replace

from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.events import ConcernChanged
from bot.concerns.model.life import State
from bot.kit.events import PersonForgotten
from bot.unit_of_work import UnitOfWork


class ConcernLeft(ConcernChanged):
    """Its author or its handler has had their data deleted."""


def without_them(concern: Concern) -> Concern:
    """What nobody sees to is to be taken on anew."""
    unattended = concern.handler is None and concern.state is State.CLAIMED
    return replace(concern, state=State.RECEIVED) if unattended else concern


def let_go(uow: UnitOfWork, event: PersonForgotten) -> None:
    """Concerns outlive those who raised them or saw to them."""
    for number in {*event.about("concern"), *event.about("handled")}:
        concern = uow.concerns.with_id(ConcernId(number))
        left = without_them(concern)
        if left != concern:
            uow.concerns.save(left)
        uow.record(ConcernLeft(left))
