"""What is to be read beside the items goes to the group with the preview."""

from bot.agenda.model.item import Item, Paper, PaperKind, Scope
from bot.agenda.model.steps import Step
from bot.unit_of_work import UnitOfWork
from tests.agenda.items import there_is
from tests.agenda.test_staff import manages
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.previews.hall import DEADLINE, GROUP, LIN, LOCK, START, Hall

PAPERS = "preview-%-paper-%"


def adds(uow: UnitOfWork, item: Item, title: str) -> None:
    uow.agenda.add_paper(Paper(0, item.id, PaperKind.TEXT, title, None, LIN, uow.now))


async def test_each_paper_is_published_once(hall: Hall) -> None:
    lamps, fund = await hall.has("换路灯"), await hall.has("用维修金", scope=Scope.OWNERS)
    for item in (lamps, fund):
        await hall.town.do(adds, None, item, f"{item.what}的预算")
    await hall.lived_until(LOCK)
    await hall.lived_until(DEADLINE)
    published = hall.rows("SELECT chat_id, until, outcome FROM outbox WHERE cause LIKE ?", PAPERS)
    assert published == [(GROUP, f"{START:%Y-%m-%d %H:%M:%S.%f}", "sent")] * len(published)
    assert len(published) == 2
    await hall.lived_until(START)
    assert len(hall.causes(PAPERS)) == 2


async def test_what_is_called_off_publishes_nothing_more(hall: Hall) -> None:
    await hall.town.do(adds, None, await hall.has("换路灯"), "预算")
    await hall.at(LOCK)
    await hall.town.do(lambda uow: uow.outbox.withdraw_all("preview-2-", uow.now))
    assert hall.rows("SELECT outcome FROM outbox WHERE cause LIKE ?", PAPERS) == [("withdrawn",)]


async def test_the_group_gets_photo_and_file_themselves(
    town: Neighbourhood, moderator: Someone, elder: Someone, clock: Clock
) -> None:
    await there_is(town, Step.REVIEWING)
    await manages(moderator, "加材料")
    await moderator.says("报价：一盏两千八")
    await moderator.sends("photo", caption="现场")
    await moderator.sends("document")
    await moderator.taps("发完了")
    await manages(moderator, "排日子", "12月2日 星期三 晚上7点", "5分钟")
    await clock.passes(hours=8)
    assert "议题1的材料：\n报价：一盏两千八" in await elder.reads_in_group()
    assert "议题1：现场" in await elder.reads_in_group()
    for method in ("sendPhoto", "sendDocument"):
        [sent] = await town.log(method)
        assert int(sent["params"]["chat_id"]) == town.group
