"""Albums and locations, from the resident's phone to the moderator's; and what Telegram does not take at once."""

from typing import Any

import pytest

from tests.neighbours import Clock, Look, Neighbourhood, Someone


async def album(who: Someone, photos: int, caption: str = "") -> None:
    for _ in range(photos):
        await who.sends("photo", caption=caption, album="77")
        caption = ""


async def newest(who: Someone) -> Any:
    return (await who.screen())["messages"][-1]


async def test_all_photos_of_an_album_reach_the_moderator_as_an_album(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await album(elder, 3, caption="3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await moderator.taps("看全文和附件")
    await clock.passes(seconds=5)
    sent = (await town.log("sendMediaGroup"))[-1]
    shown = [message for message in (await moderator.screen())["messages"] if "photo" in message]
    assert len(shown) == 3
    assert shown[0]["caption"] == "#1"
    assert sent["params"]["chat_id"] in (moderator.telegram_id, str(moderator.telegram_id))


async def test_an_album_is_answered_once(elder: Someone) -> None:
    await album(elder, 1, caption="3号楼2单元的路灯不亮")
    assert "附照片。" in await elder.reads()
    await elder.sends("photo", album="77")
    assert await elder.reads() == ""


async def test_more_photos_than_ten_are_the_newest_ten(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await elder.sends("photo", caption="3号楼2单元的路灯不亮")
    await elder.taps("加照片或语音")
    await album(elder, 10)
    await elder.taps("对，就这样")
    await moderator.taps("看全文和附件")
    await clock.passes(seconds=5)
    shown = [message for message in (await moderator.screen())["messages"] if "photo" in message]
    assert len(shown) == 10


async def test_a_location_is_words_to_the_resident_and_a_map_to_the_moderator(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    await elder.says("那个东西又那样了")
    await elder.taps("要反映")
    await elder.sends("location", latitude=31.23, longitude=121.47)
    await elder.taps("照明")
    assert "地点：您发的位置" in await elder.reads()
    await elder.taps("对，就这样")
    assert look("SELECT place, building, latitude, longitude FROM concerns") == [("", None, 31.23, 121.47)]
    assert "地点：居民发来的位置" in await moderator.reads()
    await moderator.taps("看全文和附件")
    assert "#1：居民发来的位置在下面" in await moderator.reads()
    assert (await newest(moderator))["location"] == {"latitude": 31.23, "longitude": 121.47}


async def test_a_location_takes_the_place_of_words_and_words_of_a_location(elder: Someone) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.sends("location")
    assert "地点：您发的位置" in await elder.reads()
    await elder.taps("改一改")
    await elder.taps("改地点")
    await elder.says("5号楼门口")
    assert "地点：5号楼门口" in await elder.reads()


@pytest.mark.parametrize("fault", [{"kind": "flood", "retry_after": 5}, {"kind": "error", "status": 502}])
@pytest.mark.parametrize(
    ("method", "kind"), [("sendPhoto", "photo"), ("sendVoice", "voice"), ("sendLocation", "location")]
)
async def test_what_telegram_does_not_take_now_is_delivered_later(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, method: str, kind: str, fault: dict[str, Any]
) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.sends(kind)
    await elder.taps("对，就这样")
    await town.playground.post("faults", **fault, method=method, chat=moderator.telegram_id, count=1)
    await moderator.taps("看全文和附件")
    await clock.passes(seconds=10)
    shown = [message for message in (await moderator.screen())["messages"] if kind in message]
    assert len(shown) == 1
    assert shown[0].get("caption", "#1") == "#1"
    assert "没做成" not in await moderator.reads()
