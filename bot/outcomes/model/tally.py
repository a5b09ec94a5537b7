"""计票: what a vote's ballots came to, without anybody's: how many say what. The outcome is computed anew from it."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain, repeat

from bot.votes.model.ballot import Choice
from bot.votes.model.count import Count, count
from bot.votes.model.owners import OwnersCount
from bot.votes.model.owners_record import OwnersRecord
from bot.votes.model.record import Record
from bot.votes.model.rule import Rule


@dataclass(frozen=True)
class Heads:
    """Of a vote by heads. `ballots`: what is said, and by how many."""

    rule: Rule
    entitled: int
    present: int | None
    ballots: tuple[tuple[Choice, int], ...]

    def counted(self) -> Count:
        """By the rule, as from the record itself."""
        ballots = chain.from_iterable(repeat(choice, number) for choice, number in self.ballots)
        return count(self.rule, self.entitled, self.present, ballots)


Tally = Heads | OwnersCount
Counted = Count | OwnersCount


def tallied(record: Record | OwnersRecord) -> Tally:
    """The figures of a record. Raises ImpossibleCount."""
    if isinstance(record, OwnersRecord):
        return record.counted()
    return Heads(record.rule, record.entitled, record.present, tuple(sorted(Counter(record.ballots.values()).items())))


def counted(tally: Tally) -> Counted:
    """What the figures mean by the rule."""
    return tally if isinstance(tally, OwnersCount) else tally.counted()
