"""What whoever chairs has before them, and what others see of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.agenda.model.item import Item
from bot.floor.model.presence import CheckIn, Present
from bot.floor.model.queue import Turn
from bot.floor.model.session import Session
from bot.floor.model.treated import Treated
from bot.sittings.model.sitting import Sitting, SittingId


@dataclass(frozen=True)
class Speaker:
    """Somebody who has or waits for the floor, by name: for the chair alone."""

    turn: Turn
    name: str


@dataclass(frozen=True)
class OnFloor:
    """The item that is open."""

    item: Item
    treated: Treated
    most: int
    """So many votes can be cast now."""
    speaks: Speaker | None
    following: Sequence[Speaker]
    """In the order in which they will be called."""
    called: int
    """So many have been called on it so far."""

    @property
    def last(self) -> int:
        """The turn of who speaks, 0 for nobody: what 请下一位 goes on from."""
        return self.speaks.turn.id if self.speaks else 0


@dataclass(frozen=True)
class Done:
    """An item that is closed."""

    item: Item
    treated: Treated


@dataclass(frozen=True)
class Tally:
    """Sittings called, and those of them held with a quorum (row R089)."""

    held: int
    called: int

    @property
    def percent(self) -> int:
        return round(100 * self.held / self.called) if self.called else 0


@dataclass(frozen=True)
class Desk:
    """A sitting as whoever chairs it sees it; before it is opened there is no session."""

    sitting: Sitting
    session: Session | None
    present: Present
    open: OnFloor | None
    ahead: Sequence[Item]
    """Of its agenda, in order: what was not treated yet."""
    done: Sequence[Done]
    top_share: int = 0
    """Percent of all turns that the three who spoke most had."""
    tally: Tally = Tally(0, 0)


@dataclass(frozen=True)
class Came:
    """Somebody has checked in."""

    check_in: CheckIn
    present: Present
    item_open: bool


@dataclass(frozen=True)
class Hall:
    """Today's sitting as somebody finds it who comes to it."""

    desk: Desk
    came: bool
    """Whether they have checked in."""
    may_chair: bool


@dataclass(frozen=True)
class WrongCode:
    """These are not the digits in the room."""

    sitting: SittingId
    left: int
    """So many more tries."""
