"""The published record of an owners' vote. Such votes are named: weights would tell whose a ballot is anyway."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.votes.model.owners import Majority, OwnersCount, Stand, State, Unit, count_owners
from bot.votes.model.reading import BadRecord, number, one_of, quoted, rows, table, text
from bot.votes.model.record import voters

OWNERS = "owners"
AREA = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
"""m². With so many digits a Decimal stays exact, however many units there are."""


@dataclass(frozen=True)
class OwnersRecord:
    """`ballots`: the owner's name as it stands on a unit, and what they say."""

    majority: Majority
    units: Sequence[Unit]
    ballots: Sequence[tuple[str, Stand]]
    charter: int = 0
    """The version of the charter under which the vote was opened; 0 where there was none."""

    def counted(self) -> OwnersCount:
        """Raises ImpossibleCount."""
        return count_owners(self.majority, self.units, self.ballots)


def written(record: OwnersRecord) -> dict[str, object]:
    """As JSON data, units and ballots sorted."""
    units = sorted(record.units, key=lambda unit: unit.unit)
    return {
        "rule": written_rule(record.majority),
        **({"charter": record.charter} if record.charter else {}),
        "units": [
            {"unit": unit.unit, "owner": unit.owner, "area": f"{unit.area:f}", "state": unit.state.value}
            for unit in units
        ],
        "ballots": [{"voter": name, "choice": stand.value} for name, stand in sorted(record.ballots)],
    }


def written_rule(majority: Majority) -> dict[str, object]:
    """The rule alone, as JSON data."""
    return {"kind": OWNERS, "majority": majority.value}


def read_rule(value: object) -> Majority:
    """Raises BadRecord."""
    rule = table(value, "rule", ("kind", "majority"))
    return one_of(Majority, rule["majority"], "rule.majority")


def read(value: object) -> OwnersRecord:
    """Raises BadRecord. Who may vote, and that they do it once, is found when it is counted."""
    data = table(value, "the record", ("rule", "units", "ballots"), ("charter",))
    majority = read_rule(data["rule"])
    units = _units(data["units"])
    ballots = tuple((name, one_of(Stand, says, f"{where}.choice")) for where, name, says in voters(data["ballots"]))
    charter = number(data["charter"], "charter") if "charter" in data else 0
    return OwnersRecord(majority, units, ballots, charter)


def _units(value: object) -> tuple[Unit, ...]:
    units: dict[str, Unit] = {}
    for place, row in enumerate(rows(value, "units")):
        unit = _unit(row, f"units[{place}]")
        if unit.unit in units:
            raise BadRecord(f"units[{place}].unit: {quoted(unit.unit)} stands there twice")
        units[unit.unit] = unit
    if not units:
        raise BadRecord("units: there are none")
    return tuple(units.values())


def _unit(row: object, where: str) -> Unit:
    data = table(row, where, ("unit", "owner", "area", "state"))
    return Unit(
        unit=text(data["unit"], f"{where}.unit"),
        owner=text(data["owner"], f"{where}.owner"),
        area=_area(data["area"], f"{where}.area"),
        state=one_of(State, data["state"], f"{where}.state"),
    )


def _area(value: object, where: str) -> Decimal:
    if not isinstance(value, str) or AREA.fullmatch(value) is None or not Decimal(value):
        raise BadRecord(f'{where}: {quoted(value)} is not an area in m², written as "89.50"')
    return Decimal(value)
