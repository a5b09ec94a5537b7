"""阳光社区, the reference community: 1,200 households in 20 buildings, 3,500 people, and a cast of eight.

The same roll each time, so that the cast's household codes are those in the playground's scene.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.groups.model import Group, Purpose, Standing
from bot.kit.people import CommunityId
from bot.residents.model import (
    CONSENT_VERSION,
    Account,
    AgeBand,
    CommunitySetUp,
    NewHousehold,
    NewMember,
    Tenure,
    with_check_digit,
)
from bot.roles.model import Appointment, Expertise, Role
from bot.unit_of_work import UnitOfWork

NAME = "阳光社区"
GROUP = -1001000000001
BUILDINGS, UNITS, FLOORS, DOORS = 20, 3, 10, 2
SIZES = (2, 3, 3, 4, 2, 3, 3, 4, 3, 2, 3, 3)
"""35 people in twelve households make 3,500 in 1,200."""
FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = (
    "秀英", "建国", "敏", "明", "芳", "国强", "丽", "伟", "静",
    "军", "桂兰", "勇", "艳", "杰", "涛", "娟", "强", "平",
)  # fmt: skip
BANDS = (AgeBand.MIDDLE, AgeBand.OLDER, AgeBand.YOUNG, AgeBand.MINOR, AgeBand.MIDDLE)


@dataclass(frozen=True)
class Character:
    """Somebody of the cast, as the books know them; `joined` needs no code any more."""

    telegram_id: int
    name: str
    home: tuple[int, int, str]
    """building, unit, room"""
    age_band: AgeBand
    joined: bool = False
    elder: bool = False
    role: Role | None = None


CAST = (
    Character(5000001, "王秀英", (3, 2, "502"), AgeBand.OLDER, joined=True, elder=True),
    Character(5000002, "陈建国", (3, 1, "102"), AgeBand.OLDER, joined=True, role=Role.LIAISON),
    Character(5000003, "李明", (5, 1, "202"), AgeBand.YOUNG),
    Character(5000004, "赵敏", (7, 3, "802"), AgeBand.MIDDLE),
    Character(5000005, "林芳", (1, 1, "101"), AgeBand.MIDDLE, joined=True, role=Role.MODERATOR),
    Character(5000007, "孙国强", (12, 2, "602"), AgeBand.MIDDLE, joined=True, role=Role.SUPERVISOR),
)
GUIDE = 5000006
"""Advises from outside: has a role, lives elsewhere. The eighth, 何伟, has neither."""


def open_sunshine(uow: UnitOfWork) -> bool:
    """Found the community with its roll and cast; whether there was anything to do."""
    if uow.residents.only_community() is not None:
        return False
    community = uow.residents.found(NAME, uow.now)
    uow.residents.enrol(community.id, list(roll()))
    uow.groups.save(Group(GROUP, NAME, Standing.ADMINISTRATOR, community=community.id, purpose=Purpose.MAIN), uow.now)
    for character in CAST:
        if character.joined:
            _join(uow, community.id, character)
    uow.roles.appoint(Appointment(community.id, GUIDE, Role.GUIDE, expertise=Expertise.PLANNING))
    moderator = next(character for character in CAST if character.role is Role.MODERATOR)
    uow.record(CommunitySetUp(community, GROUP, moderator.telegram_id, new=True))
    return True


def roll() -> Iterator[NewHousehold]:
    """All households, building by building."""
    chance = random.Random(20260101)  # noqa: S311 - a made-up roll, the same each time
    codes = iter(chance.sample(range(1_000_000, 10_000_000), BUILDINGS * UNITS * FLOORS * DOORS))
    doors = ((b, u, f, d) for b in range(1, BUILDINGS + 1) for u in range(1, UNITS + 1)
             for f in range(1, FLOORS + 1) for d in range(1, DOORS + 1))  # fmt: skip
    for number, (building, unit, floor, door) in enumerate(doors):
        home = (building, unit, f"{floor}{door:02d}")
        cast = [NewMember(one.name, one.age_band) for one in CAST if one.home == home]
        family = chance.choice(FAMILIES)
        others = [NewMember(family + given, band) for given, band in zip(chance.sample(GIVEN, 5), BANDS, strict=True)]
        yield NewHousehold(
            building,
            unit,
            home[2],
            area=Decimal(5600 + 37 * (number % 240)) / 100,
            tenure=Tenure.TENANT if number % 5 == 3 else Tenure.OWNER,
            code=with_check_digit(str(next(codes))),
            members=tuple((cast + others)[: SIZES[number % len(SIZES)]]),
        )


def _join(uow: UnitOfWork, community: CommunityId, character: Character) -> None:
    building, unit, room = character.home
    household = uow.residents.household_at(community, building, unit, room)
    place = next(one for one in uow.residents.household_members(household.id) if one.name == character.name)
    uow.residents.save_account(
        Account(character.telegram_id, character.name, "zh", character.elder, community, CONSENT_VERSION), uow.now
    )
    uow.consents.give(character.telegram_id, CONSENT_VERSION, uow.now)
    uow.residents.claim_place(place.id, character.telegram_id, uow.now)
    if character.role is not None:
        scope = building if character.role is Role.LIAISON else None
        uow.roles.appoint(Appointment(community, character.telegram_id, character.role, scope))
