"""One table of many."""

import pytest

from bot.kit.routes import Routes, merge
from bot.kit.screens import GoHome
from bot.kit.visit import Visit


async def one(visit: Visit, _: object) -> None: ...


async def other(visit: Visit, _: object) -> None: ...


def test_what_each_feature_claims_is_in_the_table() -> None:
    table = merge([Routes(commands={"start": one}), Routes(commands={"help": other}, taps={GoHome: one})])
    assert table.commands == {"start": one, "help": other}
    assert table.taps == {GoHome: one}


def test_nothing_is_claimed_by_nobody() -> None:
    assert merge([]) == Routes()


@pytest.mark.parametrize(
    "double",
    [
        Routes(commands={"start": one}),
        Routes(group_commands={"setup": one}),
        Routes(taps={GoHome: one}),
        Routes(says={"Vote": one}),
        Routes(doors={"votes": one}),
        Routes(otherwise={"text": one}),
    ],
)
def test_what_two_features_claim_stops_the_bot_at_its_start(double: Routes) -> None:
    with pytest.raises(ValueError, match="two features claim"):
        merge([double, double])
