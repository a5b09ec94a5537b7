"""Links and buttons that nobody made for the bot."""

from tests.neighbours import Someone


async def test_a_number_that_no_database_counts_is_in_no_button(moderator: Someone) -> None:
    await moderator.forges("so:99999999999999999999")
    assert await moderator.reads() == "这个按钮是以前的，已经不能用了。请重新开始。"


async def test_a_made_up_link_leads_to_what_there_is(elder: Someone) -> None:
    await elder.starts(f"preview-{'9' * 40}")
    assert "下次议事日" in await elder.reads()
