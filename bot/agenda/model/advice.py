"""到位不越位: who has advised on an item decides nothing about it, whatever else they are or become."""

from collections.abc import Iterable

from bot.agenda.model.item import Item, Point
from bot.agenda.model.refusals import AdvisedBefore


def advised(advice: Iterable[Point], telegram_id: int) -> bool:
    """Whether some of the `advice` on an item is theirs."""
    return any(point.author == telegram_id for point in advice)


def check_never_advised(item: Item, advice: Iterable[Point], telegram_id: int) -> None:
    """Raises `AdvisedBefore`. `advice`: all that was given on the item."""
    if advised(advice, telegram_id):
        raise AdvisedBefore(item.number)
