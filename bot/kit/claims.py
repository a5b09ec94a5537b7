"""What a sweep has taken on, so that what fails stops nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Claim:
    """Something that is due: which sweep sees to it, and what the row is known by there."""

    sweep: str
    key: str


class Claims(Protocol):
    """Of one transaction. Repositories note down what they hand out as due; `bot/due.py` sees to what has failed."""

    @property
    def taken(self) -> Sequence[Claim]: ...

    @property
    def left(self) -> bool:
        """Whether something that is due was left for the next time: what has failed before is tried alone."""

    def among(self, sweep: str, numbers: Sequence[int]) -> Sequence[int]:
        """Those that this transaction takes on, for a sweep over communities or the like."""

    def done(self) -> None:
        """All that was taken on is seen to."""

    def set_aside(self, failed: Sequence[Claim]) -> None:
        """One is tried again later, ever less often. Of several nobody knows which it was: each is tried alone, now."""
