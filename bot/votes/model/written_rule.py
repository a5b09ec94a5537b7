"""The rule of a vote as JSON data, and back. docs/record.md describes it."""

import re
from collections.abc import Mapping
from fractions import Fraction

from bot.votes.model.flaws import UnfitRule
from bot.votes.model.reading import BadRecord, number, one_of, quoted, rows, table, text
from bot.votes.model.rule import Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import Share

FRACTION = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})|1")
AT_LEAST, MORE_THAN = "at_least", "more_than"


def written(rule: Rule) -> dict[str, object]:
    """What `read` makes an equal rule of. What the rule does not ask is left out."""
    data: dict[str, object] = {"kind": rule.kind.value, "electorate": rule.electorate.value}
    if rule.building is not None:
        data["building"] = rule.building
    if rule.options:
        data["options"] = list(rule.options)
    if rule.kind is Kind.CHOOSE:
        data["most"] = rule.most
    if rule.quorum is not None:
        data["quorum"] = _written_hurdle(rule.quorum)
    if rule.threshold is not None:
        data["threshold"] = _written_hurdle(rule.threshold)
    return data


def read(value: object, where: str = "rule") -> Rule:
    """Raises BadRecord, also for a rule by which nothing can be decided."""
    if not isinstance(value, dict):
        raise BadRecord(f"{where}: {quoted(value)} is not an object")
    kind = one_of(Kind, value.get("kind"), f"{where}.kind")
    data = table(value, where, ("kind", "electorate", *_required(kind)), ("building", "quorum", "threshold"))
    try:
        return _rule(kind, data, where)
    except UnfitRule as reason:
        raise BadRecord(f"{where}: {reason}") from None


def written_share(share: Share) -> dict[str, object]:
    """`{"more_than": "1/2"}`"""
    return {MORE_THAN if share.strict else AT_LEAST: str(share.fraction)}


def _required(kind: Kind) -> tuple[str, ...]:
    if kind is Kind.YES_NO:
        return ("threshold",)
    return ("options", "most") if kind is Kind.CHOOSE else ("options",)


def _rule(kind: Kind, data: Mapping[str, object], where: str) -> Rule:
    return Rule(
        electorate=one_of(Electorate, data["electorate"], f"{where}.electorate"),
        kind=kind,
        threshold=_hurdle(data, "threshold", where),
        quorum=_hurdle(data, "quorum", where),
        options=tuple(text(option, f"{where}.options") for option in rows(data.get("options", []), f"{where}.options")),
        most=number(data["most"], f"{where}.most") if "most" in data else 1,
        building=number(data["building"], f"{where}.building") if "building" in data else None,
    )


def _written_hurdle(hurdle: Hurdle) -> dict[str, object]:
    return {"of": hurdle.of.value, **written_share(hurdle.share)}


def _hurdle(data: Mapping[str, object], name: str, where: str) -> Hurdle | None:
    if name not in data:
        return None
    where = f"{where}.{name}"
    asked = table(data[name], where, ("of",), (AT_LEAST, MORE_THAN))
    if len(asked) != 2:
        raise BadRecord(f"{where}: asks for either {AT_LEAST} or {MORE_THAN}")
    how = AT_LEAST if AT_LEAST in asked else MORE_THAN
    fraction = asked[how]
    if not isinstance(fraction, str) or FRACTION.fullmatch(fraction) is None:
        raise BadRecord(f'{where}.{how}: {quoted(fraction)} is not a fraction such as "2/3"')
    return Hurdle(one_of(Base, asked["of"], f"{where}.of"), Share(Fraction(fraction), how == MORE_THAN))
