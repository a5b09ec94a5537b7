"""Ranked ballots: Schulze's own example, cycles, ties, ballots that name a few; and a second way to find the winner."""

from itertools import pairwise, permutations

from hypothesis import given

from bot.votes.model.ballot import ABSTAINS, Choice
from bot.votes.model.count import Outcome, count
from bot.votes.model.ranked import duels, winners
from bot.votes.model.rule import AGAINST_ALL, Base, Kind
from bot.votes.model.share import Reached
from tests.votes.rules import HALF, MAJORITY, choosing, counted, of, parted
from tests.votes.strategies import Poll, polls

RANKED = choosing(kind=Kind.RANKED)
SCHULZE_2011 = (
    (5, "ACBED"),
    (5, "ADECB"),
    (8, "BEDAC"),
    (3, "CABED"),
    (7, "CAEBD"),
    (2, "CBADE"),
    (7, "DCEBA"),
    (8, "EBADC"),
)


def ranked(*piles: tuple[int, str]) -> list[Choice]:
    return parted(*((number, tuple(letters)) for number, letters in piles))


def won_by(letters: str, cast: list[Choice]) -> str:
    return "".join(winners(letters, duels(letters, cast)))


def test_the_example_of_the_paper() -> None:
    won = duels("ABCDE", ranked(*SCHULZE_2011))
    assert (won["A", "B"], won["B", "A"], won["E", "D"]) == (20, 25, 31)
    assert winners("ABCDE", won) == ("E",)


def test_a_circle_is_broken_where_it_is_weakest() -> None:
    assert won_by("ABC", ranked((4, "ABC"), (3, "BCA"), (2, "CAB"))) == "A"
    assert won_by("ABC", ranked((1, "ABC"), (1, "BCA"), (1, "CAB"))) == "ABC"


def test_what_a_ballot_leaves_out_comes_last_together() -> None:
    won = duels("ABC", ranked((1, "A"), (1, ""), (1, "CB")))
    assert (won["A", "B"], won["A", "C"], won["B", "C"], won["C", "B"], won["B", "A"]) == (1, 1, 0, 1, 1)


def test_a_tie_at_the_top_fails() -> None:
    cast = parted((2, ("路灯", "长椅")), (2, ("长椅", "路灯")), (1, ABSTAINS))
    found = counted(RANKED, cast)
    assert (found.outcome, found.leaders, found.winner) == (Outcome.TIE, ("路灯", "长椅"), None)
    assert found.abstained == 1


def test_against_all_can_win_and_then_nothing_is_carried() -> None:
    cast = parted((3, (AGAINST_ALL, "路灯")), (2, ("路灯", "长椅", AGAINST_ALL)))
    assert counted(RANKED, cast).outcome is Outcome.LOST
    assert counted(RANKED, [(AGAINST_ALL,)]).outcome is Outcome.LOST
    assert counted(RANKED, [("路灯",)]).winner == "路灯"


def test_the_threshold_asks_who_prefers_the_winner_to_nothing_at_all() -> None:
    cast = parted((2, ("路灯", "长椅")), (1, ("长椅", AGAINST_ALL)), (1, ABSTAINS))
    rule = choosing(kind=Kind.RANKED, threshold=of(Base.CAST, "1/2", strict=True))
    found = counted(rule, cast)
    assert (found.leaders, found.outcome) == (("路灯",), Outcome.LOST)
    assert found.threshold == Reached(2, 4, HALF)
    assert counted(choosing(kind=Kind.RANKED, threshold=MAJORITY), cast).winner == "路灯"


@given(polls(Kind.RANKED))
def test_who_beats_everybody_in_a_duel_wins(poll: Poll) -> None:
    options = poll.rule.options
    won = duels(options, poll.ballots)
    for one in options:
        if all(won[one, other] > won[other, one] for other in options if other != one):
            assert winners(options, won) == (one,)


@given(polls(Kind.RANKED))
def test_every_chain_there_is_names_the_same_winners(poll: Poll) -> None:
    found = count(poll.rule, poll.entitled, poll.present, poll.ballots)
    if any(poll.ballots):
        assert set(found.leaders) == by_all_chains(poll)


def by_all_chains(poll: Poll) -> set[str]:
    """The definition: each way from one option to another through others, by its weakest step."""
    options = poll.rule.options

    def before(one: str, other: str) -> int:
        places = [[*ballot, *[x for x in options if x not in ballot]] for ballot in poll.ballots]
        pairs = zip(poll.ballots, places, strict=True)
        return sum(1 for ballot, order in pairs if one in ballot and order.index(one) < order.index(other))

    def step(one: str, other: str) -> int:
        return before(one, other) if before(one, other) > before(other, one) else 0

    def chain(start: str, end: str) -> int:
        between = [option for option in options if option not in {start, end}]
        ways = ([start, *way, end] for length in range(len(between) + 1) for way in permutations(between, length))
        return max(min(step(one, other) for one, other in pairwise(way)) for way in ways)

    rivals = {one: [other for other in options if other != one] for one in options}
    return {one for one in options if all(chain(one, other) >= chain(other, one) for other in rivals[one])}
