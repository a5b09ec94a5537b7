"""Telegram in trouble, a clock that jumps, a day without a bot, two couriers: the same holds as on any evening."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.votes.model.vote import Vote
from tests.faults.scenario import Plan, play

SEED = int(os.environ.get("YISHI_FAULTS_SEED", "20261128"))
DAY = timedelta(days=1)
ALL = int(os.environ.get("YISHI_FAULTS_EVENINGS", "1")) > 1
"""In `make test` only the first: each takes half a minute of a core."""
PLANS = {
    "Telegram is in trouble": Plan(SEED, faults=8),
    "the clock jumps a day": Plan(SEED, jumps=(-DAY, DAY, DAY, -DAY)),
    "nobody is there for a day": Plan(SEED, offline=DAY),
    "there are two couriers": Plan(SEED, couriers=1),
}


CHOSEN = PLANS if ALL else dict(list(PLANS.items())[:1])


@pytest.mark.parametrize("plan", CHOSEN.values(), ids=CHOSEN.keys())
async def test_nothing_is_lost_and_nothing_twice_when(estate: tuple[Path, Vote], tmp_path: Path, plan: Plan) -> None:
    folder, vote = estate
    await play(plan, Path(shutil.copytree(folder, tmp_path / "books")), vote)
