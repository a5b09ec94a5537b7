"""What is half said: a wish before it is made, and thanks."""

from dataclasses import dataclass, replace
from typing import Self

from bot.kit.forms import Form
from bot.wishes.model.wish import WishId


@dataclass(frozen=True)
class WishDraft(Form):
    """`key` becomes the wish's, so that confirming twice is once."""

    name = "wish"
    key: str
    text: str = ""
    photo: str | None = None
    adding: bool = False
    """Asked for a photo."""

    def says(self, text: str, photo: str | None) -> Self:
        """One sentence: a new one takes the place of the old, and so does a photo."""
        return replace(self, text=text or self.text, photo=photo or self.photo, adding=False)

    def adds(self) -> Self:
        """A photo is to follow."""
        return replace(self, adding=True)

    def stays(self) -> Self:
        """It is right without a photo."""
        return replace(self, adding=False)

    def anew(self) -> Self:
        """Forget the sentence, so that it is asked for anew."""
        return replace(self, text="", adding=False)


@dataclass(frozen=True)
class Thanking(Form):
    """The wisher writes thanks."""

    name = "thanking"
    wish: WishId
