"""Who speaks next: a rule on who asked when, for which side, and how often they have spoken on this item."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.agenda.model.item import ItemId
from bot.floor.model.refusals import SpokenEnough, WaitsAlready
from bot.sittings.model.sitting import SittingId


class Stand(StrEnum):
    """For what somebody would like to speak."""

    PRO = "pro"
    CON = "con"
    OTHER = "other"
    """Only wants to say something."""


OPPOSITE = {Stand.PRO: Stand.CON, Stand.CON: Stand.PRO}


@dataclass(frozen=True)
class Turn:
    """Somebody asked for the floor on an item: waits, has it, or has had it."""

    id: int
    sitting: SittingId
    item: ItemId
    telegram_id: int
    """0 once they have had their data deleted."""
    stand: Stand
    seconds: int
    """So long may they speak."""
    asked_at: datetime
    called_at: datetime | None = None
    ended_at: datetime | None = None
    """Without `called_at`: they took it back, or the item was closed before their turn."""

    @property
    def waits(self) -> bool:
        return self.called_at is None and self.ended_at is None

    @property
    def speaks(self) -> bool:
        return self.called_at is not None and self.ended_at is None


def check_may_ask(turns: Collection[Turn], telegram_id: int, most: int) -> None:
    """Raises `WaitsAlready`, `SpokenEnough` after `most` turns on this item."""
    mine = [turn for turn in turns if turn.telegram_id == telegram_id]
    if any(turn.waits or turn.speaks for turn in mine):
        raise WaitsAlready
    if sum(turn.called_at is not None for turn in mine) >= most:
        raise SpokenEnough(most)


def in_order(turns: Sequence[Turn]) -> Sequence[Turn]:
    """Those who wait, as they will be called if nobody else asks. `turns`: all of one item.

    Who has not spoken on this item goes first; among these the side that did not speak last; then who asked first.
    """
    called = sorted((turn for turn in turns if turn.called_at), key=lambda turn: turn.called_at or turn.asked_at)
    waiting = sorted((turn for turn in turns if turn.waits), key=lambda turn: (turn.asked_at, turn.id))
    spoken = Counter(turn.telegram_id for turn in called)
    last = next((turn.stand for turn in reversed(called) if turn.stand in OPPOSITE), None)
    ordered: list[Turn] = []
    while waiting:
        following = _next(waiting, spoken, last)
        waiting.remove(following)
        ordered.append(following)
        spoken[following.telegram_id] += 1
        last = following.stand if following.stand in OPPOSITE else last
    return ordered


def _next(waiting: Sequence[Turn], spoken: Counter[int], last: Stand | None) -> Turn:
    fewest = min(spoken[turn.telegram_id] for turn in waiting)
    fresh = [turn for turn in waiting if spoken[turn.telegram_id] == fewest]
    wanted = OPPOSITE.get(last) if last else None
    return next((turn for turn in fresh if turn.stand is wanted), _not_again(fresh, last))


def _not_again(fresh: Sequence[Turn], last: Stand | None) -> Turn:
    """Nobody waits for the other side: first come, first served."""
    return fresh[0] if last is None else next((turn for turn in fresh if turn.stand is not last), fresh[0])


def share_of_top(turns: Collection[Turn], top: int = 3) -> int:
    """Percent of all turns that the `top` people with most of them had (row R101); 0 where no others spoke."""
    held = Counter(turn.telegram_id for turn in turns if turn.called_at is not None)
    if len(held) <= top:
        return 0
    total = sum(held.values())
    return round(100 * sum(count for _, count in held.most_common(top)) / total)
