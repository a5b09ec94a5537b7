"""What is late is late from the second after three minutes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tomllib import loads

import pytest

from bot.health.model import LATE, Health, Waiting
from bot.kit.version import VERSION

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)


def health(*, oldest: timedelta | None = None, swept: timedelta | None = timedelta()) -> Health:
    waiting = Waiting(1 if oldest else 0, NOW - oldest if oldest else None, 0, 0)
    return Health(NOW, waiting, [], 0, NOW - swept if swept is not None else None)


@pytest.mark.parametrize(("more", "late"), [(0, False), (1, True)])
def test_messages_and_sweeps_are_late_after_three_minutes(more: int, late: bool) -> None:
    since = LATE + timedelta(seconds=more)
    assert health(oldest=since).posts_are_late is late
    assert health(swept=since).sweep_is_late is late
    assert health(oldest=since).well is not late
    assert health(swept=since).well is not late


def test_what_never_swept_is_late() -> None:
    assert health(swept=None).sweep_is_late


def test_the_version_is_the_packages() -> None:
    project = loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
