"""What is half said at a sitting."""

from dataclasses import dataclass, replace
from typing import Self

from bot.agenda.model.item import ItemId
from bot.kit.forms import Form
from bot.sittings.model.sitting import SittingId


@dataclass(frozen=True)
class CheckingIn(Form):
    """Somebody types the digits that stand in the room."""

    name = "checking_in"
    sitting: SittingId


@dataclass(frozen=True)
class Counting(Form):
    """The chair counts hands. `key`: an old button is about no newer count."""

    name = "counting_hands"
    key: str
    sitting: SittingId
    item: ItemId
    yes: int | None = None
    no: int | None = None
    abstained: int | None = None

    @property
    def counted(self) -> int:
        return (self.yes or 0) + (self.no or 0) + (self.abstained or 0)

    @property
    def complete(self) -> bool:
        return self.abstained is not None

    def says(self, number: int) -> Self:
        """The next of the three; once complete nothing more."""
        if self.yes is None:
            return replace(self, yes=number)
        if self.no is None:
            return replace(self, no=number)
        return self if self.complete else replace(self, abstained=number)

    def anew(self) -> Self:
        return replace(self, yes=None, no=None, abstained=None)
