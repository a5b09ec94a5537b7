"""Ranked ballots, by Schulze's method (Schulze 2011, winning votes): the option with the strongest chains of duels.

It elects the option that beats each other one in a duel where there is such an option.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from bot.votes.model.ballot import Choice

Duels = Mapping[tuple[str, str], int]
"""(this, that) → how many ballots put this before that."""


def duels(options: Sequence[str], ballots: Iterable[Choice]) -> Duels:
    """Options that a ballot leaves out come after those it names, and beside each other."""
    won = dict.fromkeys(permutations(options, 2), 0)
    for ballot in ballots:
        behind = dict.fromkeys(options)
        for option in ballot:
            del behind[option]
            for other in behind:
                won[option, other] += 1
    return won


def winners(options: Sequence[str], won: Duels) -> tuple[str, ...]:
    """Those whom nobody's chain beats, in the order of `options`. One at least; several have tied."""
    strongest = _strongest_chains(options, won)
    return tuple(
        one
        for one in options
        if all(strongest[one, other] >= strongest[other, one] for other in options if other != one)
    )


def _strongest_chains(options: Sequence[str], won: Duels) -> dict[tuple[str, str], int]:
    """(from, to) → the weakest duel of the strongest chain of won duels between them; 0 where there is none."""
    chain = {(one, other): votes if votes > won[other, one] else 0 for (one, other), votes in won.items()}
    for middle, start, end in permutations(options, 3):
        chain[start, end] = max(chain[start, end], min(chain[start, middle], chain[middle, end]))
    return chain
