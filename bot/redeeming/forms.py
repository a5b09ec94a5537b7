"""What is half said: a good before it is put up, another number or photo for one, and the code of who fetches."""

from dataclasses import dataclass, replace
from typing import Self

from bot.kit.forms import Form
from bot.redeeming.model.good import GoodId, Part


@dataclass(frozen=True)
class GoodDraft(Form):
    """`key` becomes the good's."""

    name = "good"
    key: str
    called: str = ""
    price: int | None = None
    left: int | None = None
    each: int | None = None
    photo: str | None = None
    adding: bool = False
    """Asked for a photo."""

    @property
    def asks(self) -> Part | None:
        """What is to be said next; None when it can be read back."""
        if self.adding:
            return Part.PHOTO
        if not self.called:
            return Part.CALLED
        numbers = {Part.PRICE: self.price, Part.LEFT: self.left, Part.EACH: self.each}
        return next((part for part, number in numbers.items() if number is None), None)

    def is_called(self, called: str, photo: str | None) -> Self:
        return replace(self, called=called, photo=photo or self.photo)

    def counts(self, part: Part, number: int) -> Self:
        match part:
            case Part.PRICE:
                return replace(self, price=number)
            case Part.LEFT:
                return replace(self, left=number)
            case Part.EACH:
                return replace(self, each=number)
        return self  # a made-up button

    def adds(self) -> Self:
        """A photo is to follow."""
        return replace(self, adding=True)

    def shows(self, photo: str | None) -> Self:
        """The photo has come, or there is none."""
        return replace(self, photo=photo or self.photo, adding=False)


@dataclass(frozen=True)
class GoodChange(Form):
    """A moderator was asked for another number or photo."""

    name = "good_change"
    good: GoodId
    part: Part


@dataclass(frozen=True)
class PickupCode(Form):
    """Who hands over was asked for the four digits."""

    name = "pickup_code"
