"""Made-up pages of the log."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.audit.deed_views import DEEDS
from bot.audit.model import Deed, Page
from bot.kit.people import CommunityId
from bot.roles.model import Role
from tests.strategies import ids, moments, numbers

SOMEBODY = 5


def values(names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    roles = st.frozensets(st.sampled_from(Role))
    what, number = st.sampled_from(sorted(DEEDS)), st.none() | numbers
    deeds = st.builds(Deed, st.just(CommunityId(1)), moments, st.just(SOMEBODY), roles, what, number, ids)
    known = st.dictionaries(st.just(SOMEBODY), names)
    return {Page: st.builds(Page, st.lists(deeds, max_size=8).map(tuple), known, st.none() | ids)}
