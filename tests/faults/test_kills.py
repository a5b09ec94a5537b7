"""`kill -9` at a moment drawn from a seed, again and again, while sixty neighbours do all that can be done."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.votes.model.vote import Vote
from tests.faults.scenario import KILLS, Plan, fates, play

SEED = int(os.environ.get("YISHI_FAULTS_SEED", "20261128"))
EVENINGS = int(os.environ.get("YISHI_FAULTS_EVENINGS", "1"))
"""`make test-faults` plays 25 of them; YISHI_FAULTS_SEED=… begins with that one, so that it can be played again."""


@pytest.mark.parametrize("seed", range(SEED, SEED + EVENINGS))
async def test_killed_at_any_moment_of_an_evening(
    estate: tuple[Path, Vote], tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    folder, vote = estate
    books = Path(shutil.copytree(folder, tmp_path / "books"))
    try:
        died = await play(Plan(seed, fates(seed)), books, vote)
    except BaseException as reason:
        reason.add_note(f"play it again: YISHI_FAULTS_SEED={seed} python -m pytest tests/faults/test_kills.py")
        raise
    record_property("kills", dict(died))
    assert died.total() == KILLS
