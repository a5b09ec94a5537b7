"""A household as it stands in a row of any query that names these columns."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.residents.model import Household, Tenure
from storage.roll import households

HOUSEHOLD = (
    households.c.id.label("household_id"),
    households.c.community_id,
    households.c.building,
    households.c.unit,
    households.c.room,
    households.c.area,
    households.c.tenure,
)


def household_of(row: Mapping[Any, Any]) -> Household:
    """Out of a row with the columns of `HOUSEHOLD`."""
    return Household(
        id=row["household_id"],
        community=row["community_id"],
        building=row["building"],
        unit=row["unit"],
        room=row["room"],
        area=Decimal(row["area"]),
        tenure=Tenure(row["tenure"]),
    )
