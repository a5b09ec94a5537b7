"""No table and no column is forgotten when a person is: each that could hold something of theirs is declared."""

import pytest
from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, Numeric, Table

from bot.rights.kept_views import TITLES, WORDS
from bot.rights.model import Heading
from bot.rights.views import AGES
from bot.roles.model import Role
from storage.personal import Declaration, declaration
from storage.schema import Moment
from storage.tables import metadata

TABLES = metadata.sorted_tables
HOLD_NOTHING_PERSONAL = (Boolean, Date, Moment, Numeric)
PEOPLE = {"residents.id", "accounts.telegram_id"}


def could_be_personal(column: Column[object]) -> bool:
    """Anything but plain numbers, moments and yes or no; a big number may be a Telegram id."""
    if isinstance(column.type, BigInteger):
        return True
    return not isinstance(column.type, (Integer, *HOLD_NOTHING_PERSONAL))


def declared(table: Table) -> Declaration:
    found = declaration(table)
    assert found is not None, (
        f"{table.name} is not declared: say in its module, by storage.personal.declare, what in it is personal and "
        "what becomes of it when the person is forgotten (or why it is kept)"
    )
    return found


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
class TestEach:
    def test_what_could_be_personal_is_declared(self, table: Table) -> None:
        columns = {column.name for column in table.columns if could_be_personal(column)}
        assert columns - declared(table).names() == set()

    def test_what_hangs_on_a_person_is_found_by_the_person(self, table: Table) -> None:
        refers = {key.target_fullname for key in table.foreign_keys} & PEOPLE
        assert declared(table).traces or not refers

    def test_every_reason_to_keep_is_given(self, table: Table) -> None:
        assert all(len(reason) > 10 for reason in declared(table).keep.values())

    def test_what_is_told_exists(self, table: Table) -> None:
        told = {name for traces in declared(table).traces for name in f"{traces.told} {traces.file}".split()}
        assert told - set(table.c.keys()) == set()

    def test_a_subject_has_an_id(self, table: Table) -> None:
        assert "id" in table.c or not any(traces.subject for traces in declared(table).traces)


def test_a_new_column_would_be_missed() -> None:
    table = Table("made_up", metadata.__class__(), Column("id", Integer, primary_key=True), Column("who", BigInteger))
    with pytest.raises(AssertionError, match="made_up is not declared"):
        TestEach().test_what_could_be_personal_is_declared(table)


def test_everything_has_a_heading_and_words() -> None:
    assert TITLES.keys() == set(Heading)
    assert {role.value for role in Role} | {band.value for band in AGES} <= WORDS.keys()
