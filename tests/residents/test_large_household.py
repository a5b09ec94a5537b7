"""A household of more people than one screen of 长辈版 holds."""

from tests.neighbours import Someone

FOUR_OF_THE_YANGS = "code-47196941"


async def test_an_older_person_finds_the_last_of_four_names(owner: Someone) -> None:
    await owner.starts(FOUR_OF_THE_YANGS)
    await owner.taps("长辈版：大按钮")
    while (await owner.buttons())[0] == "接着看":
        await owner.taps("接着看")
    await owner.taps("我同意")
    assert "杨国强" not in await owner.buttons()
    await owner.taps("看更多")
    await owner.taps("杨国强")
    assert "欢迎您，杨国强" in await owner.reads()


async def test_more_names_start_over_after_the_last(owner: Someone) -> None:
    await owner.starts(FOUR_OF_THE_YANGS)
    await owner.taps("长辈版：大按钮")
    while (await owner.buttons())[0] == "接着看":
        await owner.taps("接着看")
    await owner.taps("我同意")
    first = (await owner.buttons())[:4]
    await owner.taps("看更多")
    assert "都不是我" in await owner.buttons()
    await owner.taps("看更多")
    assert (await owner.buttons())[:4] == first
