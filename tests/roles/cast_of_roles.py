"""阳光社区 with one person of each role, and with one of each thing: a concern, an item that is being voted, a wish…

All of it is of building 3, where the liaison and the representative are; whatever has a number is the first.
"""

from dataclasses import replace

from bot.concerns.forms import Draft
from bot.concerns.model.told import Told
from bot.concerns.service import telling
from bot.help import service as help_service
from bot.kit.people import CommunityId, Reader
from bot.redeeming.model.good import Good, GoodId
from bot.residents.model import CONSENT_VERSION, Account
from bot.roles.model import OF_A_BUILDING, Appointment, Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.vote import Motion, Secrecy
from bot.votes.service import opening
from bot.wishes.model.wish import Neighbour, Wish, WishId
from tests.booth.evening import of_households
from tests.votes.hall import CHAIR, SUNDAY, put_on_floor

SUNSHINE, BUILDING = CommunityId(1), 3
WANG = Reader(5000001, "王秀英", community=SUNSHINE, known=True)
ELSEWHERE = frozenset({Role.GUIDE, Role.GOVERNMENT, Role.SUPERVISOR})
"""Who lives somewhere else; all others live in building 3 too."""
RESIDENT, KNOWN, STRANGER = "resident", "known", "stranger"
"""Lives here without a role; has agreed, but lives nowhere here; has never written before."""
PEOPLE = {role.value: 7_000_000 + at for at, role in enumerate(Role)} | {
    RESIDENT: 7_000_100,
    KNOWN: 7_000_101,
    STRANGER: 7_000_102,
}

NEIGHBOUR_OF_ONE, LIAISON_OF_ONE = 7_000_200, 7_000_201
"""Both live in building 1; neither has anything to do with building 3."""
SECRETS = ("路灯不亮", "王秀英")
"""What only those who see to building 3 should read: what she wrote in her concern, and that she waits for help."""


def settle(uow: UnitOfWork) -> None:
    """Everybody moves in, and there is something to do."""
    committee = uow.committees.found(SUNSHINE, "环境治理委员会", uow.now)
    uow.committees.save(replace(committee, categories=frozenset({"lighting"})))
    doors = iter(uow.residents.doors(SUNSHINE, BUILDING, 3))
    for name, who in PEOPLE.items():
        if name == STRANGER:
            continue
        at_home = name not in ELSEWHERE and name != KNOWN
        account = Account(who, name, "zh", elder=False, community=SUNSHINE if at_home else None,
                          consent_version=CONSENT_VERSION)  # fmt: skip
        uow.residents.save_account(account, uow.now)
        uow.consents.give(who, CONSENT_VERSION, uow.now)
        if at_home:
            members = uow.residents.household_members(next(doors).id)
            place = next(one for one in members if one.free and one.age_band != "minor")
            assert uow.residents.claim_place(place.id, who, uow.now)
        if name in set(Role):
            uow.roles.appoint(_appointment(who, Role(name)))
    for who, door in zip((NEIGHBOUR_OF_ONE, LIAISON_OF_ONE), uow.residents.doors(SUNSHINE, 1, 3), strict=False):
        uow.residents.save_account(Account(who, "一号楼", "zh", elder=False, community=SUNSHINE,
                                           consent_version=CONSENT_VERSION), uow.now)  # fmt: skip
        uow.consents.give(who, CONSENT_VERSION, uow.now)
        place = next(one for one in uow.residents.household_members(door.id) if one.free and one.age_band != "minor")
        assert uow.residents.claim_place(place.id, who, uow.now)
    uow.roles.appoint(Appointment(SUNSHINE, LIAISON_OF_ONE, Role.LIAISON, 1))
    _things(uow)


def _appointment(who: int, role: Role) -> Appointment:
    committee = 1 if role is Role.COMMITTEE_MEMBER else None
    return Appointment(SUNSHINE, who, role, BUILDING if role in OF_A_BUILDING else None, committee=committee)


def _things(uow: UnitOfWork) -> None:
    told = Draft("1-1", where="3号楼", building=BUILDING, category="lighting").tells(Told("路灯不亮"))
    telling.raise_in_group(uow, WANG, told)
    help_service.ask(uow, WANG)
    uow.goods.add(Good(GoodId(0), SUNSHINE, "1-2", "洗衣液", 20, 5, 1))
    uow.wishes.add(
        Wish(
            WishId(0),
            SUNSHINE,
            1,
            "1-3",
            Neighbour(WANG.telegram_id, BUILDING, WANG.name),
            "想有人陪着买菜",
            None,
            uow.now,
        )
    )
    item = put_on_floor(uow)
    opening.open_vote(uow, CHAIR, "1-4", Motion(item.id, of_households(), Secrecy.DETACHED, SUNDAY))
