"""Committees of every kind."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.committees.model import NAME_CHARACTERS, Committee, Seen
from bot.kit.people import CommunityId
from nlu.category import CATEGORIES
from tests.strategies import numbers


def values(names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the screens."""
    called = names.map(lambda name: name[:NAME_CHARACTERS])
    kinds = st.frozensets(st.sampled_from(sorted(CATEGORIES)), max_size=4)
    committees = st.builds(Committee, numbers, st.just(CommunityId(1)), called, kinds)
    members = st.lists(names, max_size=4)
    several = st.lists(committees, max_size=4)
    return {
        Sequence[Committee]: several,
        Committee: committees,
        Seen: st.builds(Seen, committees, members, st.booleans()),
    }
