"""One answer for many, written when they sleep."""

from tests.concerns.test_conversation import reported
from tests.inbox.test_answers import WORDS
from tests.neighbours import Clock, Someone

LAMP = "3号楼2单元的路灯不亮"


async def test_what_waits_for_the_morning_is_read_in_the_morning(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await reported(elder, LAMP)
    await clock.passes(hours=13)
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的1件")
    await moderator.says(WORDS)
    await moderator.taps("1件都发")
    assert WORDS not in await elder.reads()
    await clock.passes(hours=10)
    assert WORDS in await elder.reads()
