"""What a text means to the community's assistant, whoever interpreted it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from nlu.place import Place

OUT_OF_SCOPE: Final = "out_of_scope"
INTENTS: Final = (
    "greet", "help", "raise_concern", "concern_status", "agenda_preview", "next_sitting", "rsvp", "vote",
    "points_balance", "redeem", "how_to", "talk_to_human", "change_language", "elder_mode", "cancel", "confirm",
    "deny", OUT_OF_SCOPE,
)  # fmt: skip
"""All that can be meant; both interpreters and their data use these names."""

ACT_FROM: Final = 0.6
"""From this confidence on the assistant does what is meant; …"""
ASK_FROM: Final = 0.3
"""… from this one on it asks whether that is meant. Below, it leaves the text alone."""
OFFER_FROM: Final = 0.95
"""From this confidence on it may, in a group in which nobody spoke to it, offer to log a concern."""
LONGEST: Final = 300
"""Characters of a text that are read; what matters stands at the beginning, and long texts cost everybody time."""


class Outcome(StrEnum):
    """What the assistant should do about a text."""

    ACT = "act"
    ASK = "ask"
    LEAVE = "leave"


@dataclass(frozen=True)
class Meaning:
    """What is meant by a text.

    intent: one of INTENTS. confidence: 0–1, about the share of such answers that is right.
    category: one of `nlu.category.CATEGORIES` where a concern is told, else None. place: as far as it was told.
    alternatives: the intents to ask about, likeliest first, at most three, `intent` among them; never out_of_scope.
    """

    intent: str
    confidence: float
    category: str | None = None
    place: Place | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Act upon it, ask what is meant (of `alternatives`), or leave it alone."""
        if self.intent == OUT_OF_SCOPE or self.confidence < ASK_FROM:
            return Outcome.LEAVE
        return Outcome.ACT if self.confidence >= ACT_FROM else Outcome.ASK

    @property
    def offers_concern(self) -> bool:
        """Whether a group is better off for being offered to log this, though nobody spoke to the assistant."""
        return self.intent == "raise_concern" and self.confidence >= OFFER_FROM and self.category not in (None, "other")


class Interpreter(Protocol):
    """Reads texts. Synchronous, some milliseconds a text: never on the event loop."""

    def understand(self, text: str) -> Meaning:
        """What `text` means; never fails, whatever the text."""
        ...
