"""Made-up ways to stand to a sitting, and forecasts."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.attendance.model.alternates import Forecast
from bot.attendance.model.quorum import Quorum
from bot.attendance.model.rsvp import MyPart, Seats, Signup
from bot.sittings.model.sitting import Sitting, SittingId
from tests.strategies import ids, moments


def values(sittings: SearchStrategy[Sitting], places: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    people = st.integers(0, 3500)
    signup = st.builds(Signup, ids.map(SittingId), ids, st.booleans(), st.booleans(), moments)
    seats = st.none() | st.builds(Seats, st.integers(1, 500), people, people, st.none() | st.integers(1, 3500))
    quorum = st.builds(Quorum, st.integers(0, 400), st.integers(1, 1000))
    return {
        "alternates": people,
        "missing": st.integers(1, 1000),
        MyPart: st.builds(
            MyPart, sittings, st.none() | signup, st.booleans(), places, st.none() | st.integers(1, 24 * 30), seats
        ),
        Forecast: st.builds(Forecast, people, people, quorum),
    }
