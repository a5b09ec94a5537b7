"""What is half said: an award."""

from dataclasses import dataclass

from bot.kit.forms import Form


@dataclass(frozen=True)
class Awarding(Form):
    """`key` becomes part of the evidence, so that the same award is given once. `who` is a resident's id."""

    name = "awarding"
    key: str
    called: str = ""
    who: int = 0
    amount: int = 0
    reason: str = ""


@dataclass(frozen=True)
class TellingDeed(Form):
    """Somebody was asked what they did."""

    name = "telling_deed"
    key: str
