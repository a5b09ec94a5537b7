"""A certificate: who is honoured for what, and ten digits by which anybody can check it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import fits, with_check_digit

CODE_DIGITS: Final = 10


class Honour(StrEnum):
    """What a certificate can be about; the value stands in the books and in buttons."""

    PIONEER = "pioneer"
    REGULAR = "regular"
    SHARP_EYE = "sharp_eye"
    VOLUNTEER = "volunteer"
    SORTER = "sorter"
    LEARNER = "learner"


@dataclass(frozen=True)
class Certificate:
    """`code` is printed on it; each person has at most one for each honour and year."""

    community: CommunityId
    telegram_id: int
    honour: Honour
    year: int
    code: str
    made_at: datetime


@dataclass(frozen=True)
class Verified:
    """A certificate as somebody who checks it may see it; `name` is None where its holder wants to stand nowhere."""

    certificate: Certificate
    community: str
    name: str | None


@dataclass(frozen=True)
class Paper:
    """All that is printed, in the reader's words; `link` is what the QR code opens."""

    title: str
    name: str
    lines: tuple[str, ...]
    issuer: str
    day: str
    check: str
    """How to check it, with the code."""
    link: str


def make_code(drawn: int) -> str:
    """The ten digits that belong to a number of nine."""
    return with_check_digit(f"{drawn:0{CODE_DIGITS - 1}d}")


def read_code(written: str) -> str:
    """The code in what somebody typed or followed, with any spaces and full-width digits. Raises `NotACertificate`."""
    code = "".join(str(int(sign)) for sign in written if sign.isdecimal())
    if len(code) != CODE_DIGITS or not fits(code):
        raise NotACertificate
    return code


class NotACertificate(Refused):
    """These are not ten digits that belong together, or no certificate has them."""


class NotHonoured(Refused):
    """There is no certificate of what one does not have (yet)."""
