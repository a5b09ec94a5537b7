"""Telegram's own menu shows what one's roles allow, in one's language, and is kept right."""

from tests.neighbours import Clock, Neighbourhood, Someone


async def offered(person: Someone, chat: int | None = None) -> dict[str, str]:
    return {row["command"]: row["description"] for row in (await person.screen(chat))["commands"]}


async def test_everybody_is_offered_what_residents_do_and_staff_what_their_roles_allow(
    moderator: Someone, liaison: Someone, elder: Someone, supervisor: Someone
) -> None:
    everybody = await offered(elder)
    assert {"concern", "vote", "rules", "help"} <= everybody.keys()
    assert everybody.keys() & {"admin", "inbox", "award", "log"} == set()
    assert {"admin", "inbox", "assign", "reply", "sitting", "item", "preview", "openvote", "extend", "annul", "award",
            "role", "health", "log", "concern"} <= (await offered(moderator)).keys()  # fmt: skip
    building = await offered(liaison)
    assert {"admin", "inbox", "reply"} <= building.keys()
    assert building.keys() & {"award", "role", "assign", "log"} == set()
    assert {"log", "health", "books"} <= (await offered(supervisor)).keys()


async def test_who_runs_the_group_is_offered_more_there(
    moderator: Someone, elder: Someone, town: Neighbourhood
) -> None:
    assert {"slow", "cooldown", "remove", "setup"} <= (await offered(moderator, town.group)).keys()
    neighbours = await offered(elder, town.group)
    assert "rules" in neighbours
    assert neighbours.keys() & {"slow", "cooldown", "remove", "setup", "offers", "check"} == set()


async def test_whoever_is_appointed_and_dismissed_is_offered_it_at_once(moderator: Someone, elder: Someone) -> None:
    await moderator.says("/role")
    await moderator.taps("3号楼")
    await moderator.taps("王秀英")
    await moderator.taps("任命楼栋联络员")
    await moderator.taps("3号楼")
    for button in ("3年", "居民推选", "任命"):
        await moderator.taps(button)
    assert "inbox" in await offered(elder)
    await moderator.taps("看这个人")
    await moderator.taps("免去3号楼楼栋联络员")
    await moderator.taps("免去")
    assert "inbox" not in await offered(elder)
    assert "concern" in await offered(elder)


async def test_a_term_that_ends_by_itself_takes_its_commands_along(
    moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await moderator.says("/role")
    await moderator.taps("3号楼")
    await moderator.taps("王秀英")
    await moderator.taps("任命楼栋联络员")
    await moderator.taps("3号楼")
    for button in ("1年", "居民推选", "任命"):
        await moderator.taps(button)
    assert "inbox" in await offered(elder)
    await clock.passes(days=366)
    assert "inbox" not in await offered(elder)


async def test_in_another_language_the_menu_is_another(moderator: Someone) -> None:
    await moderator.says("/language")
    await moderator.taps("English")
    assert (await offered(moderator))["inbox"] == "Concerns to see to"
    await moderator.says("/language")
    await moderator.taps("中文")
    assert (await offered(moderator))["inbox"] == "待办诉求"


async def test_who_takes_the_consent_back_is_offered_nothing_of_staff(moderator: Someone) -> None:
    await moderator.says("/withdraw")
    await moderator.taps("确定收回")
    assert "inbox" not in await offered(moderator)
    await moderator.taps("我同意了")
    await moderator.taps("我同意")
    assert "inbox" in await offered(moderator)


async def test_what_is_offered_already_is_not_told_again(moderator: Someone, town: Neighbourhood, clock: Clock) -> None:
    before = len(await town.log("setMyCommands"))
    await clock.passes(hours=1)
    await moderator.says("/elder")
    assert len(await town.log("setMyCommands")) == before
