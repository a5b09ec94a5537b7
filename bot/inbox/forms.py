"""What is half written in the inbox."""

from dataclasses import dataclass

from bot.concerns.model.concern import ConcernId
from bot.kit.forms import Form


@dataclass(frozen=True)
class AnsweringMany(Form):
    """One answer for these concerns; `key` is in the button that sends it, so that it goes out once."""

    name = "answering_many"
    key: str
    concerns: tuple[ConcernId, ...]
    words: str = ""


@dataclass(frozen=True)
class AnsweringOne(Form):
    """A ready answer that is read back before it goes out; whoever writes instead reads that back."""

    name = "answering_one"
    concern: ConcernId
    number: int
    words: str


@dataclass(frozen=True)
class AddingCanned(Form):
    """The next words are a ready answer."""

    name = "adding_canned"
