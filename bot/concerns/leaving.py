"""What becomes of a concern when its author or its handler has had their data deleted."""

from dataclasses import replace

from bot.concerns.model import Concern, ConcernChanged, State


class ConcernLeft(ConcernChanged):
    """Its author or its handler has had their data deleted."""


def without_them(concern: Concern) -> Concern:
    """What nobody sees to is to be taken on anew."""
    unattended = concern.handler is None and concern.state is State.CLAIMED
    return replace(concern, state=State.RECEIVED) if unattended else concern
