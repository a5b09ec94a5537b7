"""`/export`: who may have the file, and that it stands in the log who has it."""

import json
from io import BytesIO
from zipfile import ZipFile

from tests.neighbours import Look, Neighbourhood, Someone
from tests.roll.sheets import last_document


async def people_in(town: Neighbourhood, somebody: Someone) -> bool:
    """What the file that they were sent says of itself."""
    name, content = await last_document(town, somebody)
    assert name == "community.zip"
    with ZipFile(BytesIO(content)) as archive:
        named = b"5000001" in archive.read("tables/accounts.jsonl")
        said = bool(json.loads(archive.read("manifest.json"))["people"])
    assert named == said
    return said


async def test_who_administers_takes_all_of_it_after_being_asked_once_more(
    town: Neighbourhood, moderator: Someone, look: Look
) -> None:
    await moderator.says("/export")
    assert "导出这件事会记在操作记录里" in await moderator.reads()
    await moderator.taps("导出含姓名的")
    assert "姓名、住址和说过的话" in await moderator.reads()
    await moderator.taps("对，导出")
    assert "文件给您了" in await moderator.reads()
    assert await people_in(town, moderator)
    assert look("SELECT what FROM audit_log WHERE what LIKE '%Exported'") == [("PeopleExported",)]


async def test_supervisors_have_it_without_names(town: Neighbourhood, supervisor: Someone, look: Look) -> None:
    await supervisor.says("/export")
    assert "导出含姓名的" not in await supervisor.buttons()
    await supervisor.taps("导出不含姓名的")
    assert not await people_in(town, supervisor)
    assert look("SELECT what FROM audit_log WHERE what LIKE '%Exported'") == [("CommunityExported",)]


async def test_nobody_else_has_anything(town: Neighbourhood, supervisor: Someone, liaison: Someone, look: Look) -> None:
    for somebody in (supervisor, liaison):
        await somebody.forges("xpe:1")
    await liaison.says("/export")
    assert "导出不含姓名的" not in await liaison.buttons()
    await liaison.forges("xpe:0")
    assert look("SELECT what FROM audit_log WHERE what LIKE '%Exported'") == []
    assert await town.log("sendDocument") == []


async def test_in_the_group_it_is_said_where_to_ask(supervisor: Someone) -> None:
    await supervisor.says_in_group("/export")
    assert "私聊我" in await supervisor.reads_in_group()
