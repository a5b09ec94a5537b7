"""What is half entered: a saving or a grant, a proof of one, or why one is struck."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from bot.kit.forms import Form
from bot.savings.model import PROOFS, Kind, Proof


class Deed(StrEnum):
    ENTER = "enter"
    PROVE = "prove"
    STRIKE = "strike"


class Part(StrEnum):
    WHAT = "what"
    AMOUNT = "amount"
    PROOF = "proof"
    REASON = "reason"


@dataclass(frozen=True)
class Money(Form):
    """`key` becomes a new entry's; `number` is that of an entry that is proved or struck."""

    name = "money"
    key: str
    deed: Deed
    kind: Kind
    number: int = 0
    what: str = ""
    fen: int = 0
    had: int = 0
    """Proofs that the entry has already."""
    proofs: tuple[Proof, ...] = ()
    enough: bool = False
    """The others come later."""

    @property
    def asks(self) -> Part | None:
        """What is to be said next; None when it can be read back."""
        if self.deed is Deed.STRIKE:
            return None if self.what else Part.REASON
        if self.deed is Deed.ENTER and not self.what:
            return Part.WHAT
        if self.deed is Deed.ENTER and not self.fen:
            return Part.AMOUNT
        full = self.had + len(self.proofs) >= PROOFS[self.kind]
        return None if full or self.enough else Part.PROOF

    def with_proof(self, proof: Proof) -> Self:
        return replace(self, proofs=(*self.proofs, proof))
