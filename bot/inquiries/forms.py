"""What is half written: a question or an answer."""

from dataclasses import dataclass
from enum import StrEnum

from bot.inquiries.model import NEW, About, InquiryId
from bot.kit.forms import Form


class Deed(StrEnum):
    OPEN = "open"
    ANSWER = "answer"
    AGAIN = "again"


@dataclass(frozen=True)
class Writing(Form):
    """`key` becomes the line's, so that sending twice is once. First the number, where there is one, then words."""

    name = "inquiry"
    key: str
    deed: Deed
    about: About = About.FREE
    of: int = 0
    inquiry: InquiryId = NEW
    words: str = ""

    @property
    def needs_number(self) -> bool:
        return self.deed is Deed.OPEN and self.about is not About.FREE and not self.of
