"""What is half told: the draft that a concern grows from, and the answer that is being written."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from bot.concerns.model.concern import ConcernId, Origin, Partner
from bot.concerns.model.life import NEED_DAY, Deed
from bot.concerns.model.told import Spot, Told
from bot.kit.forms import Form
from bot.residents.model import ResidentId

COMMON_GROUND = "小区公共地方"
"""Where nobody's building is, in the words of the community; a reader of another language is told it in theirs."""


class Question(StrEnum):
    """What a draft asks next."""

    WAIT = "wait"
    """Nothing yet: the voice message is being listened to."""
    HEARD = "heard"
    """Does the voice message say this?"""
    WHAT = "what"
    WHERE = "where"
    CATEGORY = "category"
    SAME = "same"
    """Is it a concern that somebody has raised already?"""
    RIGHT = "right"
    """Read back: is it right so?"""


@dataclass(frozen=True)
class Draft(Form):
    """A concern that is being told. `key` becomes the concern's, so that confirming twice is once."""

    name = "concern"
    waits = True
    key: str
    told: Told = field(default_factory=Told)
    where: str = ""
    building: int | None = None
    category: str = ""
    spot: Spot | None = None
    """A location that was sent in place of words."""
    same: ConcernId | None = None
    """The open concern that it may be."""
    another: bool = False
    """Somebody said that it is not that one."""
    origin: Origin = Origin.PRIVATE
    behalf: ResidentId | None = None
    """Whose matter a member of staff is telling, who has agreed to it."""
    album: str = ""
    """Of whose photos the last one was told; Telegram sends them one by one."""
    adding: bool = False
    """Asked for a photo or voice message to go with it."""
    listening: bool = False
    """Its voice message is being listened to."""
    heard: str = ""
    """What that seems to say; nobody has said yet that it does."""
    unasked: bool = False
    """It is nothing yet but a voice message that came by itself, and may mean anything."""

    @property
    def question(self) -> Question:
        """The first thing that is not known yet."""
        if self.listening:
            return Question.WAIT
        if self.heard:
            return Question.HEARD
        if not self.told.says_what:
            return Question.WHAT
        if not self.where and self.spot is None:
            return Question.WHERE
        if not self.category:
            return Question.CATEGORY
        return Question.SAME if self.same is not None else Question.RIGHT

    @property
    def complete(self) -> bool:
        """Whether all is known that makes a concern."""
        return self.question in (Question.SAME, Question.RIGHT)

    def tells(self, more: Told) -> Self:
        """Somebody said more of what the matter is, and waits no longer for what their voice message says."""
        told = self.told.and_also(more)
        return replace(
            self.unheard(), told=told, adding=False, origin=self._door(more), unasked=self.unasked and told.only_voice
        )

    def _door(self, more: Told) -> Origin:
        """A photo or voice message is the door if it comes first."""
        if self.origin is not Origin.PRIVATE or self.told != Told() or not (more.voice or more.photos):
            return self.origin
        return Origin.VOICE if more.voice else Origin.PHOTO

    def listened_to(self) -> Self:
        """Its voice message is going to be listened to."""
        return replace(self, listening=True, heard="")

    def hears(self, words: str) -> Self:
        """It was listened to, and seems to say `words`."""
        return replace(self, listening=False, heard=words)

    def unheard(self) -> Self:
        """It is not waited for, or does not say that; those who see to the concern hear it."""
        return replace(self, listening=False, heard="")

    def is_another(self) -> Self:
        """It is not the one that it may have been; that is never asked again."""
        return replace(self, same=None, another=True)

    def adds(self) -> Self:
        """A photo or voice message is to follow."""
        return replace(self, adding=True)

    def at(self, where: str, building: int | None) -> Self:
        """Somebody said where."""
        return replace(self, where=where, building=building, spot=None)

    def at_spot(self, spot: Spot) -> Self:
        """Somebody sent a location."""
        return replace(self, where="", building=None, spot=spot)

    def showing(self, album: str, more: Told) -> Self:
        """A further photo of this album."""
        return replace(self.tells(more), album=album)

    def about(self, category: str) -> Self:
        """Somebody said what kind of matter it is."""
        return replace(self, category=category)

    def ask_again(self, question: Question) -> Self:
        """Forget the answer to `question`, so that it is asked anew; a photo that was sent goes with the new words."""
        match question:
            case Question.WHAT:
                return replace(self, told=Told(photos=self.told.photos))
            case Question.WHERE:
                return replace(self, where="", building=None, spot=None)
            case Question.CATEGORY:
                return replace(self, category="")
            case Question.WAIT | Question.HEARD | Question.SAME | Question.RIGHT:
                return self


@dataclass(frozen=True)
class Writing(Form):
    """Somebody of the staff is writing what a deed needs: words, then perhaps a day."""

    name = "writing"
    concern: ConcernId
    deed: Deed
    number: int = 0
    to: Partner | None = None
    words: str = ""
    photo: str | None = None

    @property
    def asks_day(self) -> bool:
        """Whether the words are there and the day is not."""
        return self.deed in NEED_DAY and bool(self.words)


@dataclass(frozen=True)
class OfficialWord(Form):
    """The sub-district office is writing a reply; read back before it is said."""

    name = "official_word"
    key: str
    concern: ConcernId
    number: int = 0
    words: str = ""


@dataclass(frozen=True)
class Why(Form):
    """Who said that it is not solved may say why."""

    name = "why"
    concern: ConcernId
    number: int
