"""What is half asked about an outcome."""

from dataclasses import dataclass
from typing import ClassVar

from bot.kit.forms import Form


@dataclass(frozen=True)
class AskingReceipt(Form):
    """The next words are a receipt; they are looked up and kept nowhere."""

    name: ClassVar[str] = "asking_receipt"
    vote: int
