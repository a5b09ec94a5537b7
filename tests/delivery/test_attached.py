"""Pictures that are drawn and files that are written when their post is sent."""

import sys
from dataclasses import replace

import pytest

from bot.delivery.courier import Courier
from bot.delivery.model import Post, drawn, written
from bot.kit import picture
from bot.kit.poster import Bar, Poster, Section
from tests.delivery.stage import GROUP, Neighbourhood, QuietTown

POSTER = Poster("通过了", "投票7", [Section("参加的", [Bar("参加", "812票，67%", 812 / 1200, 0.5)])], "")


async def posts(town: QuietTown, cause: str, method: str, **params: object) -> None:
    """Owe the group a post with something attached."""
    await town.do(lambda uow: uow.outbox.put(Post(cause, GROUP, params, uow.now, method)))


async def test_a_picture_is_drawn_when_it_is_sent_and_a_file_written(
    courier: Courier, town: QuietTown, here: Neighbourhood
) -> None:
    await posts(town, "picture", "sendPhoto", photo=drawn(POSTER), caption="投票7，通过了")
    await posts(town, "record", "sendDocument", document=written("vote-7.json", '{"entitled": 8}'))
    await courier.deliver()
    await here.passes(seconds=2)
    sent = {call["method"].lower(): call["result"] for call in await here.looks("/log") if call.get("result")}
    assert sent["sendphoto"]["caption"] == "投票7，通过了"
    assert sent["sendphoto"]["photo"][-1]["width"] == picture.WIDTH
    assert sent["senddocument"]["document"]["file_name"] == "vote-7.json"
    assert sent["senddocument"]["document"]["file_size"] == len('{"entitled": 8}')


async def test_where_nothing_can_be_drawn_the_post_is_given_up_and_the_next_one_goes(
    courier: Courier, town: QuietTown, here: Neighbourhood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_zh_cn", None)
    await posts(town, "picture", "sendPhoto", photo=drawn(POSTER))
    await town.owes("in words", GROUP)
    await courier.deliver()
    await here.passes(seconds=2)
    assert await town.due() == 0
    assert [call["method"].lower() for call in await here.looks("/log")].count("sendphoto") == 0


def test_a_name_that_has_no_room_beside_its_number_is_cut() -> None:
    """The picture is as high as with a short name: nothing runs into the next line."""
    long = replace(POSTER, sections=[Section("参加的", [Bar("健身器材和小朋友的滑梯" * 3, "812票，67%", 0.6, 0.5)])])
    short = replace(POSTER, sections=[Section("参加的", [Bar("滑梯", "812票，67%", 0.6, 0.5)])])
    assert _height(picture.draw(long)) == _height(picture.draw(short))


def _height(png: bytes) -> int:
    return int.from_bytes(png[20:24], "big")
