"""Who may do what: the table, written a second time by hand, and every case of it."""

from itertools import combinations, product
from zoneinfo import ZoneInfo

import pytest

from bot.kit.people import CommunityId
from bot.kit.words import Words
from bot.roles import boundary_views
from bot.roles.model import (
    OF_A_COMMITTEE,
    RESERVED,
    Act,
    Appointment,
    Everyday,
    NotAllowed,
    OnlyAdvises,
    Role,
    boundary,
    permit,
    permit_somewhere,
)
from bot.roles.tier_views import ACTS

SUNSHINE = CommunityId(1)
ALLOWED = {
    #                        moderator liaison supervisor guide representative government alternate member chair admin
    Act.SEE_CONCERNS:      ("yes", "yes", "yes", "no", "yes", "yes", "yes", "yes", "no", "no"),
    Act.CLAIM_CONCERN:     ("yes", "yes", "no", "no", "no", "no", "no", "yes", "no", "no"),
    Act.ANSWER_CONCERN:    ("yes", "yes", "no", "no", "no", "no", "no", "yes", "no", "no"),
    Act.HAND_OVER_CONCERN: ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.MANAGE_CANNED:     ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.TELL_FOR_RESIDENT: ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.SEE_BUILDING:      ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.HELP_RESIDENT:     ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.SET_UP_GROUPS:     ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
    Act.ADMIT_RESIDENT:    ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.ISSUE_CODE:        ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.ISSUE_CARD:        ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.DECIDE_CORRECTION: ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.MANAGE_ROLL:       ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.APPOINT:           ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
    Act.TAKE_DOWN_WISH:    ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.CALL_SITTING:      ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.MANAGE_AGENDA:     ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.CHAIR_SITTING:     ("yes", "no", "no", "no", "no", "no", "no", "no", "yes", "no"),
    Act.HOLD_VOTE:         ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.TYPE_PAPER:        ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.AWARD_POINTS:      ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.CONFIRM_DEED:      ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.SAMPLE_WASTE:      ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.SEE_BOOKS:         ("yes", "no", "yes", "no", "no", "no", "no", "no", "no", "no"),
    Act.SEE_LOG:           ("yes", "no", "yes", "no", "no", "no", "no", "no", "no", "yes"),
    Act.SEE_HEALTH:        ("yes", "no", "yes", "no", "no", "no", "no", "no", "no", "yes"),
    Act.MANAGE_GOODS:      ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.HAND_OVER_GOODS:   ("yes", "yes", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.ADVISE:            ("no", "no", "no", "yes", "no", "no", "no", "no", "no", "no"),
    Act.REPLY_OFFICIALLY:  ("no", "no", "no", "no", "no", "yes", "no", "no", "no", "no"),
    Act.SEE_COVERAGE:      ("yes", "no", "yes", "yes", "no", "no", "no", "no", "no", "yes"),
    Act.SEE_RATES:         ("yes", "no", "yes", "yes", "no", "yes", "no", "no", "no", "yes"),
    Act.APPOINT_MODERATOR: ("no", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
    Act.MANAGE_COMMITTEES: ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
    Act.CHANGE_SETTINGS:   ("no", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
    Act.EXPORT:            ("no", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
    Act.EXPORT_NAMELESS:   ("yes", "no", "yes", "no", "no", "no", "no", "no", "no", "yes"),
    Act.ANNOUNCE:          ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.SEE_REPORTS:       ("yes", "no", "yes", "yes", "no", "yes", "no", "no", "no", "yes"),
    Act.MODERATE_TALK:     ("yes", "no", "no", "no", "no", "no", "no", "no", "yes", "no"),
    Act.OPEN_INQUIRY:      ("no", "no", "yes", "no", "no", "no", "no", "no", "no", "no"),
    Act.MANAGE_SAVINGS:    ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "no"),
    Act.RATE_SITTING:      ("no", "no", "no", "yes", "no", "no", "no", "no", "no", "no"),
    Act.ANSWER_INQUIRY:    ("yes", "no", "no", "no", "no", "no", "no", "no", "no", "yes"),
}  # fmt: skip
ORDER = (
    Role.MODERATOR,
    Role.LIAISON,
    Role.SUPERVISOR,
    Role.GUIDE,
    Role.REPRESENTATIVE,
    Role.GOVERNMENT,
    Role.ALTERNATE,
    Role.COMMITTEE_MEMBER,
    Role.CHAIR,
    Role.ADMIN,
)


def held(role: Role, building: int | None = None) -> Appointment:
    sees_to = {"waste"} if role in OF_A_COMMITTEE else set()
    return Appointment(SUNSHINE, 5000001, role, building, categories=frozenset(sees_to))


def may(act: Act, *appointments: Appointment, building: int | None = None, category: str = "waste") -> bool:
    try:
        permit(appointments, act, building, category)
    except NotAllowed as refusal:
        return refusal.act is not act
    return True


def test_the_table_by_hand_is_complete() -> None:
    assert set(ALLOWED) == set(Act)
    assert set(ORDER) == set(Role)


@pytest.mark.parametrize(("act", "role"), list(product(ALLOWED, Role)))
def test_every_role_may_do_what_the_table_says_and_nothing_else(act: Act, role: Role) -> None:
    assert may(act, held(role)) == (ALLOWED[act][ORDER.index(role)] == "yes")


@pytest.mark.parametrize("act", Act)
def test_who_holds_nothing_may_do_nothing(act: Act) -> None:
    assert not may(act)


@pytest.mark.parametrize(("act", "pair"), list(product(ALLOWED, combinations(Role, 2))))
def test_two_roles_may_do_what_either_may(act: Act, pair: tuple[Role, Role]) -> None:
    counting = [Role.GUIDE] if Role.GUIDE in pair else pair  # who advises does nothing besides
    assert may(act, *map(held, pair)) == any(may(act, held(role)) for role in counting)


@pytest.mark.parametrize("act", Act)
def test_no_second_role_lets_a_guide_do_more(act: Act) -> None:
    everything = [held(role) for role in Role]
    if may(act, held(Role.GUIDE)):
        permit(everything, act)
        return
    with pytest.raises(OnlyAdvises):
        permit(everything, act)
    with pytest.raises(OnlyAdvises):
        permit_somewhere(everything, act)


def test_the_handbook_of_guides_is_the_table_by_hand() -> None:
    """Row R094: what it says that they may is what they may, and so for what they may not."""
    guide = ORDER.index(Role.GUIDE)
    shown = boundary(Role.GUIDE)
    assert set(shown.may) == {act for act, line in ALLOWED.items() if line[guide] == "yes"}
    assert set(shown.may_not) == {act for act, line in ALLOWED.items() if line[guide] == "no"} | {
        Everyday.VOTE,
        Everyday.TAKE_SIDES,
    }
    assert {Act.APPOINT, Act.APPOINT_MODERATOR, Act.AWARD_POINTS} <= set(shown.reserved)  # R095: people and money
    assert set(shown.may_not) >= RESERVED


def test_what_the_handbook_says_names_each_of_them_and_nothing_else() -> None:
    say = Words("zh", ZoneInfo("Asia/Shanghai"))
    text = boundary_views.boundary(say, boundary(Role.GUIDE), 2).text
    for act in Act:
        assert (say.plain(ACTS[act]) in text) is True
    may_line = next(line for line in text.splitlines() if line.startswith("指导员可以"))
    assert may_line == "指导员可以：看加入情况、看诉求办得怎么样、提建议、看报告、给议事日评分。"
    assert "今年2次" in text


@pytest.mark.parametrize("act", [act for act, line in ALLOWED.items() if line[1] == "yes"])
def test_a_liaison_reaches_one_building_and_not_the_next(act: Act) -> None:
    liaison = held(Role.LIAISON, 3)
    assert may(act, liaison, building=3)
    assert not may(act, liaison, building=2)
    assert not may(act, liaison, building=4)
    assert not may(act, liaison)  # the whole estate


def test_a_liaison_of_two_buildings_reaches_both() -> None:
    both = held(Role.LIAISON, 3), held(Role.LIAISON, 4)
    assert [building for building in range(1, 7) if may(Act.CLAIM_CONCERN, *both, building=building)] == [3, 4]


@pytest.mark.parametrize("act", ALLOWED)
def test_where_any_building_will_do_a_liaison_of_one_is_enough(act: Act) -> None:
    held_by_a_liaison = [held(Role.LIAISON, 3)]
    if ALLOWED[act][1] == "yes":
        permit_somewhere(held_by_a_liaison, act)
    else:
        with pytest.raises(NotAllowed):
            permit_somewhere(held_by_a_liaison, act)


def test_two_roles_do_not_add_up_to_a_third() -> None:
    """A supervisor who is liaison of building 3 hands nothing over, and claims nothing in building 4."""
    both = held(Role.SUPERVISOR), held(Role.LIAISON, 3)
    assert may(Act.SEE_CONCERNS, *both, building=4)
    assert not may(Act.HAND_OVER_CONCERN, *both, building=3)
    assert not may(Act.CLAIM_CONCERN, *both, building=4)


def test_a_member_reaches_the_concerns_of_the_committee_and_nothing_else() -> None:
    member = held(Role.COMMITTEE_MEMBER)
    assert may(Act.CLAIM_CONCERN, member, building=3, category="waste")
    assert not may(Act.CLAIM_CONCERN, member, building=3, category="lift")
    assert not may(Act.SEE_CONCERNS, member, category="")
