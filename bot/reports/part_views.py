"""What the parts of a report are called."""

from bot.concerns.views import NAMES
from bot.kit.words import Words, later
from bot.reports.model.rates import Dimension, Rate

RATES = {
    Rate.RESPONSE: later("Answered in time"),
    Rate.RESOLUTION: later("Confirmed as solved"),
    Rate.SATISFACTION: later("Satisfied"),
}


def kind(say: Words, category: str) -> str:
    """Plain."""
    return say.plain(NAMES.get(category, NAMES["other"]))


def where(say: Words, building: int | None) -> str:
    """Plain; 0 is the common ground too."""
    return say.plain("No. {building}", building=building) if building else say.plain("Common ground")


def part(say: Words, dimension: Dimension, name: str) -> str:
    """A building or a category, plain; short, for tables."""
    if dimension is Dimension.CATEGORY:
        return kind(say, name)
    return where(say, int(name)) if int(name) else say.plain("Common")
