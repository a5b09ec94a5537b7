"""The published record of a vote by heads: everything that is needed to count it once more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.votes.model.ballot import ABSTAINS, BadChoice, Choice, checked
from bot.votes.model.count import Count, count
from bot.votes.model.reading import BadRecord, number, quoted, rows, table, text
from bot.votes.model.rule import NOTHING, Kind, Rule
from bot.votes.model.written_rule import read as read_rule
from bot.votes.model.written_rule import written as written_rule


@dataclass(frozen=True)
class Record:
    """`ballots`: by voter, or by a random key where nobody may know whose it is."""

    rule: Rule
    entitled: int
    present: int | None
    ballots: Mapping[str, Choice]
    charter: int = 0
    """The version of the charter under which the vote was opened; 0 where there was none."""

    def counted(self) -> Count:
        """Raises ImpossibleCount."""
        return count(self.rule, self.entitled, self.present, self.ballots.values())


def written(record: Record) -> dict[str, object]:
    """As JSON data, ballots sorted by voter: their order must not tell when they were cast."""
    data: dict[str, object] = {"rule": written_rule(record.rule), "entitled": record.entitled}
    if record.charter:
        data["charter"] = record.charter
    if record.present is not None:
        data["present"] = record.present
    sorted_ballots = sorted(record.ballots.items())
    data["ballots"] = [{"voter": voter, "choice": _written(record.rule, choice)} for voter, choice in sorted_ballots]
    return data


def read(value: object) -> Record:
    """Raises BadRecord."""
    data = table(value, "the record", ("rule", "entitled", "ballots"), ("present", "charter"))
    rule = read_rule(data["rule"])
    entitled = number(data["entitled"], "entitled")
    present = number(data["present"], "present") if "present" in data else None
    ballots: dict[str, Choice] = {}
    for where, voter, choice in voters(data["ballots"]):
        if voter in ballots:
            raise BadRecord(f"{where}.voter: {quoted(voter)} has voted already")
        ballots[voter] = _choice(rule, choice, f"{where}.choice")
    charter = number(data["charter"], "charter") if "charter" in data else 0
    return Record(rule, entitled, present, ballots, charter)


def voters(value: object) -> Iterator[tuple[str, str, object]]:
    """Where each ballot stands, whose it is, and what it says."""
    for place, row in enumerate(rows(value, "ballots")):
        where = f"ballots[{place}]"
        ballot = table(row, where, ("voter", "choice"))
        yield where, text(ballot["voter"], f"{where}.voter"), ballot["choice"]


def _written(rule: Rule, choice: Choice) -> str | list[str]:
    if not choice:
        return NOTHING
    return choice[0] if _names_one(rule) else list(choice)


def _choice(rule: Rule, value: object, where: str) -> Choice:
    if value == NOTHING:
        return ABSTAINS
    named = [value] if _names_one(rule) else rows(value, where)
    if not named:
        raise BadRecord(f"{where}: who chooses nothing says {quoted(NOTHING)}")
    choice = tuple(text(side, where) for side in named)
    for side in choice:
        if side not in rule.sides:
            raise BadRecord(f"{where}: {quoted(side)} is none of {', '.join((*rule.sides, NOTHING))}")
    try:
        return checked(rule, choice)
    except BadChoice as reason:
        raise BadRecord(f"{where}: {reason}") from None


def _names_one(rule: Rule) -> bool:
    return rule.kind is Kind.YES_NO or (rule.kind is Kind.CHOOSE and rule.most == 1)
