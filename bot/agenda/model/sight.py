"""An agenda item as somebody sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.agenda.model.item import Item, Paper, Point, Side, Wording
from bot.roles.model import Expertise
from bot.sittings.model.sitting import Sitting


@dataclass(frozen=True)
class Standing:
    """Who is looking."""

    resident: bool = False
    own: bool = False
    """Has proposed it."""
    supports: bool = False
    """Their household does."""
    guides: bool = False
    moderates: bool = False
    replies: bool = False
    """For the sub-district office."""


@dataclass(frozen=True)
class Seen:
    """All of an item, for one person."""

    item: Item
    standing: Standing
    supporters: int
    needed: int
    """So many households bring a proposal onto the agenda."""
    until: datetime | None = None
    """How long its step lasts at least, where that is still ahead."""
    wording: Wording | None = None
    points: Sequence[Point] = ()
    papers: Sequence[Paper] = ()
    sitting: Sitting | None = None
    concern: int | None = None
    """The number of the concern that it came from."""
    joined_to: int | None = None
    """The number of the item with which it goes on."""
    evaluation: str = ""
    names: Mapping[int, str] = field(default_factory=dict)
    """Of those who sign what they say, by Telegram id."""

    def answer_to(self, point: Point) -> Point | None:
        return next((one for one in self.points if one.answers == point.id), None)


@dataclass(frozen=True)
class Experts:
    """Of which fields guides can be asked about an item."""

    item: Item
    fields: Sequence[Expertise]


@dataclass(frozen=True)
class ItemPage:
    """Some of the open items with how many households support each; `page` counts from 0."""

    items: Sequence[tuple[Item, int]]
    page: int
    pages: int


def in_turn(points: Sequence[Point]) -> Sequence[Point]:
    """Pro and con by turns, then what is asked, advised, replied and objected; answers stand with what they answer."""
    pros = [point for point in points if point.side is Side.PRO]
    cons = [point for point in points if point.side is Side.CON]
    both = [side[at] for at in range(max(len(pros), len(cons))) for side in (pros, cons) if at < len(side)]
    following = (Side.QUESTION, Side.ADVICE, Side.REPLY, Side.OBJECTION)
    rest = [point for side in following for point in points if point.side is side]
    return [*both, *rest]
