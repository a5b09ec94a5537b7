"""何伟 lives elsewhere: whatever he tries to write or to do in a role is refused kindly, and leaves nothing behind."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.neighbours import Look, Someone

SAYS = (
    "反映问题", "/concern", "/concern 路灯不亮", "路灯不亮", "我的诉求", "/my", "/reply 1 好的", "/code",
    "/code 3-2-502", "/sheets", "/card", "/card 3-2-502", "/behalf", "/behalf 3-2-502", "/paper 3-2-502",
)  # fmt: skip
SENDS = ("photo", "voice")
FORGES = (
    "c", "cm:0", "k:1", "kd:1:answer", "kh:1", "ks:1", "s:1:1", "s:1:0", "x:c:0:0:0", "x:k:3:2:0", "xo:c:1:0",
    "xo:k:1:0", "xr:1:1", "xp:0", "xt:0", "xk:1", "ji:1", "ja:young", "xw:b:1", "cf:1:0",
)  # fmt: skip
"""Buttons that he was never given: a client of his own making presses them."""
TRIES = [(verb, what) for verb, all_of in (("says", SAYS), ("sends", SENDS), ("forges", FORGES)) for what in all_of]
KINDLY = ("给本小区居民用的", "由管理员和楼栋联络员来办", "没有找到", "这里没有")
EVERYTHING = """SELECT (SELECT count(*) FROM concerns), (SELECT count(*) FROM concern_history),
    (SELECT count(*) FROM conversations), (SELECT count(*) FROM admissions), (SELECT count(*) FROM residents),
    (SELECT sum(serial) FROM household_codes),
    (SELECT count(*) FROM residents WHERE telegram_id IS NOT NULL OR card_issued_at IS NOT NULL)"""


def everything(look: Look) -> Sequence[tuple[Any, ...]]:
    return [*look(EVERYTHING), *look("SELECT state FROM concerns ORDER BY id")]


@pytest.mark.parametrize(("verb", "what"), TRIES)
async def test_is_refused_kindly(verb: str, what: str, outsider: Someone, elder: Someone, look: Look) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await outsider.says("/home")
    before = everything(look)
    await getattr(outsider, verb)(what)
    read = await outsider.reads()
    assert any(kind in read for kind in KINDLY), read
    assert everything(look) == before
