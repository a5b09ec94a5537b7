"""What is half said about minutes. The key is in every button: an old one is about no newer draft."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from bot.config import MinutesRules
from bot.kit.forms import Form


class Wanted(StrEnum):
    """For what words are asked."""

    NOTE = "note"
    """Of the chair, beside the record."""
    ERRATUM = "erratum"
    """What is wrong in the minutes."""
    DECLINE = "decline"
    """Why a correction is not taken over."""


@dataclass(frozen=True)
class MinutesWords(Form):
    name = "minutes_words"
    key: str
    wanted: Wanted
    about: int
    """The sitting; of a reason to decline, the correction."""
    words: str = ""

    def says(self, words: str) -> Self:
        """What is said anew takes the place of what was said."""
        return replace(self, words=words)

    def most(self, rules: MinutesRules) -> int:
        """Characters that fit."""
        return rules.note_characters if self.wanted is Wanted.NOTE else rules.correction_characters
