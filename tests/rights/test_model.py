"""Of rights: the last moment of grace, names, and who was first to decide."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.kit.people import CommunityId
from bot.residents.model import AgeBand, Household, HouseholdId, Resident, ResidentId, Tenure
from bot.rights.model import (
    Correction,
    DecidedAlready,
    Deletion,
    Field,
    GraceOver,
    NotAName,
    read_name,
)

NOON = datetime(2026, 12, 2, 4, tzinfo=UTC)
HOME = Household(HouseholdId(1), CommunityId(1), 3, 2, "502", Decimal("61.50"), Tenure.OWNER)
WANG = Resident(ResidentId(1), HOME, "王秀英", AgeBand.OLDER, 5000001)


def correction(field: Field, new: str) -> Correction:
    return Correction(1, 1, WANG, field, "", new, NOON)


def test_grace_ends_on_the_second() -> None:
    deletion = Deletion(1, 5000001, CommunityId(1), NOON - timedelta(days=7), NOON)
    deletion.check_undoable(NOON - timedelta(microseconds=1))
    for late in (NOON, NOON + timedelta(microseconds=1)):
        with pytest.raises(GraceOver):
            deletion.check_undoable(late)


@pytest.mark.parametrize(("written", "name"), [(" 王 秀英\n", "王 秀英"), ("灯" * 64, "灯" * 64)])
def test_a_name_is_one_line(written: str, name: str) -> None:
    assert read_name(written) == name


@pytest.mark.parametrize("written", ["", " \n", "灯" * 65, "/start"])
def test_what_is_no_name_is_refused(written: str) -> None:
    with pytest.raises(NotAName):
        read_name(written)


def test_deciding_the_same_again_is_once_and_another_comes_too_late() -> None:
    decided = correction(Field.NAME, "王秀瑛").decided(True, 1, "林芳")
    assert decided.decided(True, 1, "林芳") == decided
    for agreed, who in ((True, 2), (False, 1), (False, 2)):
        with pytest.raises(DecidedAlready):
            decided.decided(agreed, who, "陈建国")


def test_a_correction_changes_what_it_is_about_and_nothing_else() -> None:
    assert correction(Field.NAME, "王秀瑛").corrected() == Resident(
        WANG.id, HOME, "王秀瑛", AgeBand.OLDER, WANG.telegram_id
    )
    assert correction(Field.AGE, "middle").corrected() == Resident(
        WANG.id, HOME, "王秀英", AgeBand.MIDDLE, WANG.telegram_id
    )
