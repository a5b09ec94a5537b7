"""Who may look and change nothing."""

from bot.kit.people import CommunityId
from bot.residents.model import CONSENT_VERSION, Account
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.inbox.test_conversation import three as three
from tests.neighbours import Look, Neighbourhood, Someone


async def test_the_government_contact_sees_and_cannot_change(
    three: list[int], owner: Someone, town: Neighbourhood, look: Look
) -> None:
    def appoint(uow: UnitOfWork) -> None:
        uow.roles.appoint(Appointment(CommunityId(1), owner.telegram_id, Role.GOVERNMENT))
        account = Account(owner.telegram_id, owner.name, "zh", False, CommunityId(1), CONSENT_VERSION)
        uow.residents.save_account(account, uow.now)

    await town.running.town.do(appoint)
    await owner.says("/inbox")
    assert (await owner.reads()).startswith("开着3件")
    await owner.forges(f"kd:{three[0]}:answer")
    assert "由管理员和楼栋联络员来办" in await owner.reads()
    assert look("SELECT DISTINCT state FROM concerns") == [("received",)]
