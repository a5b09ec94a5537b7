"""What is half said about agenda items. The key is in every button: an old one is about no newer draft."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from bot.agenda.model.item import ItemId, Side, Verdict
from bot.concerns.model.concern import ConcernId
from bot.kit.forms import Form


class Question(StrEnum):
    """What a proposal is asked, in this order; all but the first may be skipped."""

    WHAT = "what"
    WHERE = "where"
    WHY = "why"
    WANTED = "wanted"


@dataclass(frozen=True)
class Proposal(Form):
    """`key` becomes the item's, so that proposing twice is once. None: not asked yet; empty: skipped."""

    name = "proposal"
    key: str
    what: str = ""
    where: str | None = None
    why: str | None = None
    wanted: str | None = None
    amending: Question | None = None
    """What was to be said anew."""
    concern: ConcernId | None = None
    """The concern that it comes from."""
    same: ItemId | None = None
    """An open item that it may be, asked when all is told."""
    another: bool = False
    """It is not that one."""

    @property
    def question(self) -> Question | None:
        """What is to be asked next; None when everything is told."""
        if self.amending is not None:
            return self.amending
        if not self.what:
            return Question.WHAT
        return next((asked for asked in list(Question)[1:] if getattr(self, asked.value) is None), None)

    def says(self, question: Question, words: str) -> Self:
        match question:
            case Question.WHAT:
                told = replace(self, what=words)
            case Question.WHERE:
                told = replace(self, where=words)
            case Question.WHY:
                told = replace(self, why=words)
            case Question.WANTED:
                told = replace(self, wanted=words)
        return replace(told, amending=None, same=None)

    def anew(self, question: Question) -> Self:
        return replace(self, amending=question)

    def is_another(self) -> Self:
        """It is not the item that it was taken for."""
        return replace(self, another=True, same=None)

    def stays(self) -> Self:
        """Nothing is said anew."""
        return replace(self, amending=None)


class Kind(StrEnum):
    """What is written about an item: something for all to read, or words that change it."""

    PRO = Side.PRO.value
    CON = Side.CON.value
    QUESTION = Side.QUESTION.value
    ADVICE = Side.ADVICE.value
    REPLY = Side.REPLY.value
    OBJECTION = Side.OBJECTION.value
    ANSWER = Side.ANSWER.value
    """To a question."""
    UPHELD = Verdict.UPHELD.value
    """Why an objection is upheld; or why not."""
    DISMISSED = Verdict.DISMISSED.value
    WORDING = "wording"
    EVALUATION = "evaluation"
    DROP = "drop"

    @property
    def side(self) -> Side | None:
        """Of a point; None for what only moderators write."""
        if self.verdict is not None:
            return Side.ANSWER
        return Side(self.value) if self.value in set(Side) else None

    @property
    def verdict(self) -> Verdict | None:
        """Of an answer to an objection."""
        return Verdict(self.value) if self.value in set(Verdict) else None


@dataclass(frozen=True)
class Writing(Form):
    """Words about an item, or for a point a voice message; read back before they count."""

    name = "agenda_writing"
    key: str
    item: ItemId
    kind: Kind
    answers: int | None = None
    """The point that is answered."""
    words: str = ""
    voice: str | None = None

    @property
    def told(self) -> bool:
        return bool(self.words or self.voice)


@dataclass(frozen=True)
class AddingPapers(Form):
    """Whatever is sent now is put beside the item."""

    name: ClassVar[str] = "agenda_papers"
    key: str
    item: ItemId
