"""Settings and changes of them as views meet them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.config.changing import Written, names
from bot.kit.people import CommunityId
from bot.settings.forms import SettingDraft
from bot.settings.model import Setting, SettingChange, ValueUnfit, begins
from bot.settings.service import MOST, NEWEST

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
KEY = "1000000-999999999"
_names = st.sampled_from(names())
_numbers: SearchStrategy[Written] = st.integers(0, 10**7)
_values: SearchStrategy[Written] = _numbers | st.just("19:00") | st.lists(st.integers(1, 99), min_size=1, max_size=4)


def values(texts: SearchStrategy[str], people: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the types of this feature."""
    reasons = texts.map(lambda text: text[:MOST])
    changes = _changes(reasons)
    settings = st.builds(_setting, _names, _values, _values, st.none() | changes, st.booleans())
    return {
        SettingChange: changes,
        Sequence[tuple[SettingChange, str]]: st.lists(st.tuples(changes, people), max_size=NEWEST),
        Setting: settings,
        Sequence[Setting]: st.lists(settings, min_size=1, max_size=30),
        SettingDraft: st.builds(SettingDraft, st.just(KEY), _names, _values, st.none() | _values, reasons),
        ValueUnfit: st.builds(ValueUnfit, _names),
    }


def _setting(name: str, value: Written, default: Written, coming: SettingChange | None, may: bool) -> Setting:
    return Setting(name, value, default, begins(name), coming, may)


def _changes(reasons: SearchStrategy[str]) -> SearchStrategy[SettingChange]:
    return st.builds(
        SettingChange,
        community=st.just(CommunityId(1)),
        key=st.just(KEY),
        name=_names,
        old=_values,
        new=_values,
        reason=reasons,
        by=st.just(5000005),
        made_at=st.just(NOW),
        from_at=st.integers(0, 90).map(lambda days: NOW + timedelta(days=days)),
        number=st.integers(1, 10**6),
    )
