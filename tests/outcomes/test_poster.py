"""The picture says the same figures as the words."""

from dataclasses import replace
from datetime import UTC
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.kit.poster import Section
from bot.kit.words import Words
from bot.outcomes.model.statement import Statement
from bot.outcomes.part_views import figures
from bot.outcomes.poster_views import poster
from bot.votes.model.owners import Majority, OwnersCount, Stand, Weight
from tests.outcomes.strategies import statements

ZH = Words("zh", UTC)


@given(statements(st.just("换路灯")), st.integers(0, 100))
def test_shares_of_an_area_are_exact(statement: Statement, part: int) -> None:
    """29 of 100 m² are 29%, though 0.29 as a float is a little less."""
    area = Decimal(f"{part}.00")
    stands = {Stand.YES: Weight(part, area), Stand.NO: Weight(), Stand.ABSTAIN: Weight()}
    owned = replace(statement, tally=OwnersCount(Majority.ORDINARY, Weight(100, Decimal("100.00")), stands))
    assert f"100.00平方米里有{part}.00平方米参加，占{part}%。" in figures(ZH, owned)
    turnout, _ = poster(ZH, owned).sections
    assert isinstance(turnout, Section)
    assert turnout.bars[1].value == f"{part}.00平方米，{part}%"
