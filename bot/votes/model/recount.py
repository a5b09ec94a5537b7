"""Counts a published record once more: the file alone is enough. docs/record.md describes both sides."""

from collections.abc import Mapping

from bot.votes.model import owners_record, record
from bot.votes.model.count import Count, ImpossibleCount
from bot.votes.model.owners import PARTICIPATION, OwnersCount, Stand, Weight
from bot.votes.model.reading import BadRecord, parsed
from bot.votes.model.rule import Base
from bot.votes.model.share import Reached, Share
from bot.votes.model.written_rule import written_share

MOST_BYTES = 32 * 1024 * 1024
"""A record of 100,000 ballots has a third of this."""

Told = Mapping[str, object]
"""What is printed: JSON data with `passed`, `outcome` and `counts`."""


def recount(content: bytes) -> Told:
    """Raises BadRecord, in one line, when nothing can be counted."""
    if len(content) > MOST_BYTES:
        raise BadRecord(f"is larger than {MOST_BYTES} bytes")
    data = parsed(content)
    rule = data.get("rule") if isinstance(data, dict) else None
    try:
        if isinstance(rule, dict) and rule.get("kind") == owners_record.OWNERS:
            return told_of_owners(owners_record.read(data).counted())
        return told(record.read(data).counted())
    except ImpossibleCount as reason:
        raise BadRecord(f"ballots: {reason}") from None


def told(count: Count) -> Told:
    """`winner` is null unless it passed; `preferred` is there only where options were ranked."""
    counts: dict[str, object] = {base.value: count.bases[base] for base in Base if base in count.bases}
    counts["abstained"] = count.abstained
    counts["votes"] = dict(count.votes)
    if count.duels:
        counts["preferred"] = _rows_of(count.duels)
    for name, reached in (("quorum", count.quorum), ("threshold", count.threshold)):
        if reached is not None:
            counts[name] = _reached(reached)
    return {"passed": count.passed, "outcome": count.outcome.value, "winner": count.winner, "counts": counts}


def told_of_owners(count: OwnersCount) -> Told:
    """Areas are texts: "89.50"."""
    entitled, part, yes = count.entitled, count.participating, count.stands[Stand.YES]
    counts: dict[str, object] = {"entitled": _weight(entitled), "participating": _weight(part)}
    counts |= {stand.value: _weight(weight) for stand, weight in count.stands.items()}
    counts["participation"] = _compared(part, entitled, PARTICIPATION)
    counts["agreement"] = _compared(yes, part, count.majority.share)
    return {"passed": count.passed, "outcome": count.outcome.value, "counts": counts}


def _rows_of(duels: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (one, other), ballots in duels.items():
        found.setdefault(one, {})[other] = ballots
    return found


def _reached(reached: Reached) -> dict[str, object]:
    share = written_share(reached.share)
    return {"votes": reached.part, "of": reached.whole, **share, "met": reached.met, "missing": reached.missing}


def _weight(weight: Weight) -> dict[str, object]:
    return {"persons": weight.persons, "area": f"{weight.area:f}"}


def _compared(part: Weight, whole: Weight, share: Share) -> dict[str, object]:
    in_persons, in_area = share.is_met(part.persons, whole.persons), share.is_met(part.area, whole.area)
    return {**written_share(share), "persons": in_persons, "area": in_area}
