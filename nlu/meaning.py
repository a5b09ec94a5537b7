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
OFFER_FROM: Final = 0.98
"""From this confidence on it may, in a group in which nobody spoke to it, offer to log a concern."""
KIND_FROM: Final = 0.5
"""From this confidence on a concern's category need not be asked."""
MOST_ALTERNATIVES: Final = 3
ANSWERS: Final = frozenset({"confirm", "deny", "cancel"})
"""What is said to something that was asked: nothing begins with it."""


class Outcome(StrEnum):
    """What the assistant should do about a text."""

    ACT = "act"
    ASK = "ask"
    LEAVE = "leave"


@dataclass(frozen=True)
class Meaning:
    """What is meant by a text.

    intent: the likeliest of INTENTS. confidence: 0–1, about the share of such answers that is right.
    category: the likeliest of `nlu.category.CATEGORIES`, were it a concern, with a confidence of its own; None where
    nobody looked. place: as far as it was told. alternatives: the intents to ask about, likeliest first, at most
    MOST_ALTERNATIVES, never out_of_scope. doubted: whether it may well be talk among neighbours, whatever it means; to
    act upon talk is dearer than to leave a wish alone, so this is weighed apart from what is likeliest.
    """

    intent: str
    confidence: float
    category: str | None = None
    category_confidence: float = 0.0
    place: Place | None = None
    alternatives: tuple[str, ...] = ()
    doubted: bool = False

    @property
    def outcome(self) -> Outcome:
        """Act upon it, ask what is meant (of `alternatives`), or leave it alone."""
        if self.intent == OUT_OF_SCOPE or self.doubted or self.confidence < ASK_FROM:
            return Outcome.LEAVE
        return Outcome.ACT if self.confidence >= ACT_FROM else Outcome.ASK

    @property
    def kind(self) -> str | None:
        """The category where it is told so clearly that it need not be asked; never `other`."""
        return self.category if self.category_confidence >= KIND_FROM and self.category != "other" else None

    @property
    def begins(self) -> bool:
        """Whether something would begin by it in a private chat in which nothing was asked."""
        return self.outcome is not Outcome.LEAVE and self.intent not in ANSWERS

    @property
    def offers_concern(self) -> bool:
        """Whether a group is better off for being offered to log this, though nobody spoke to the assistant."""
        clear = self.intent == "raise_concern" and self.confidence >= OFFER_FROM and self.kind is not None
        return clear and not self.doubted


class Engine(StrEnum):
    """Who understands texts, and how well."""

    EMBEDDED = "embedded"
    WITHOUT_SENTENCES = "without_sentences"
    """The embedded one, by rules and letters only."""
    RASA = "rasa"
    RASA_AWAY = "rasa_away"
    """The embedded one, in Rasa's place."""


class Interpreter(Protocol):
    """Reads texts. Synchronous, some milliseconds a text: never on the event loop."""

    def understand(self, text: str) -> Meaning:
        """What `text` means; never fails, whatever the text."""
        ...

    def engine(self) -> Engine:
        """Who answers at this moment."""
        ...
