"""What becomes of what was kept for somebody who has had their data deleted."""

from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.redeeming.shelf import exchanges, has_points, puts_up
from tests.rights.test_deletion import asks_deletion


async def test_what_was_kept_goes_back_to_the_shelf_and_names_nobody(
    town: Neighbourhood, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await puts_up(moderator)
    await has_points(town, liaison, 20)
    await asks_deletion(liaison)
    await clock.passes(days=1)
    await exchanges(liaison)
    await clock.passes(days=6)
    assert look("SELECT telegram_id, state FROM redemptions") == [(0, "undone")]
    assert look('SELECT "left" FROM goods') == [(1,)]
    assert look("SELECT sum(balance) FROM points_accounts") == [(0,)]
