"""Taps on inline buttons that wait for an answer."""

from dataclasses import dataclass

from bot.playground.shapes import Json

QUERY_LIFE = 15 * 60
"""Seconds in which a tap can be answered."""
ANSWER_TIME = 15
"""Seconds in which it can be answered by a message that one person of a group sees."""


@dataclass
class Query:
    """A tap on an inline button that the bot may answer."""

    id: str
    bot_id: int
    person_id: int
    chat_id: int
    date: float
    message: Json

    def age(self, now: float) -> float:
        """Seconds since the tap."""
        return now - self.date
