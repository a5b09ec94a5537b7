"""Several people of one name in one household: a file tells them apart as 王伟 and 王伟#2."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from bot.residents.model import AgeBand, NewMember, Tenure
from bot.roll import service
from bot.roll.files.reading import read
from bot.roll.files.writing import as_csv, as_xlsx
from bot.roll.model import Counts, Door, Roll, Unit, shared_name
from tests.roll import strategies
from tests.roll.books import NOW

together = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@together
@given(roll=strategies.rolls(), data=st.data(), xlsx=st.booleans())
def test_namesakes_of_one_household_are_written_apart(
    opened: Callable[[], Any], roll: Roll, data: DataObject, xlsx: bool
) -> None:
    """Whoever joins under a name that somebody of the household has, once or several times."""
    with opened() as books:
        books.bring_in(roll)
        people = books.rows("SELECT household_id, name FROM residents")
        for household, name in data.draw(st.lists(st.sampled_from(people), max_size=6)) if people else ():
            home, band = books.uow().residents.household(household), data.draw(st.sampled_from(AgeBand))
            books.uow().residents.add_resident(home, shared_name(name) if data.draw(st.booleans()) else name, band)
        books.join(data.draw(st.integers(0, 6)))
        everybody = "SELECT id, name, age_band, telegram_id, left_at FROM residents ORDER BY id"
        before = books.rows(everybody)
        units = service.units_of(books.uow(), books.community)
        assert all(len({one.name for one in unit.people}) == len(unit.people) for unit in units)
        assert sum(len(unit.people) for unit in units) == len(before)
        again = read((as_xlsx if xlsx else as_csv)(units, "zh"), 1000).roll
        assert books.bring_in(again) == Counts()
        assert books.rows(everybody) == before
        fewer = tuple(replace(unit, people=unit.people[data.draw(st.integers(0, 2)) :]) for unit in again.units)
        books.bring_in(Roll(fewer))
        assert books.bring_in(Roll(fewer)) == Counts()
        here = "SELECT household_id, count(*) FROM residents WHERE left_at IS NULL GROUP BY household_id"
        assert sum(amount for _, amount in books.rows(here)) == sum(len(unit.people) for unit in fewer)


def test_a_file_that_does_not_tell_namesakes_apart_means_who_has_joined(opened: Callable[[], Any]) -> None:
    with opened() as books:
        books.bring_in(Roll((Unit(Door(1, 1, "101"), Decimal(80), Tenure.OWNER, (NewMember("王伟", AgeBand.YOUNG),)),)))
        roll = Roll(tuple(service.units_of(books.uow(), books.community)))
        home = books.uow().residents.household_at(books.community, 1, 1, "101")
        other = books.uow().residents.add_resident(home, "王伟", AgeBand.OLDER)
        assert books.uow().residents.claim_place(other.id, 7_000_001, NOW)
        assert books.bring_in(roll) == Counts(changed_people=1, gone_people=1)
        assert books.rows("SELECT id FROM residents WHERE left_at IS NULL") == [(other.id,)]
