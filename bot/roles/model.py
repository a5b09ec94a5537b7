"""Roles and what each may do: one table, enforced by services and shown to people."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, tzinfo
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import Overstep, Refused
from bot.residents.model import Resident


class Role(StrEnum):
    MODERATOR = "moderator"
    LIAISON = "liaison"
    """Of one building: 楼栋联络员."""
    REPRESENTATIVE = "representative"
    """Of the residents of one or more buildings, for a term: 居民代表."""
    ALTERNATE = "alternate"
    """Stands in for representatives who cannot come, in the order of appointment: 候补代表."""
    SUPERVISOR = "supervisor"
    """Sees everything, changes nothing."""
    GOVERNMENT = "government"
    """The contact at the sub-district office: hears of what has waited too long, replies; changes nothing here."""
    GUIDE = "guide"
    """Advises, never decides: 到位不越位,帮忙不添乱."""
    COMMITTEE_MEMBER = "member"
    """Of one standing committee: sees to the concerns of its categories: 委员."""
    CHAIR = "chair"
    """Chairs deliberation days, and prepares nothing else: 主持人."""
    ADMIN = "admin"
    """Of this community's settings, exports and who moderates; decides nothing in its matters: 系统管理员."""


class Expertise(StrEnum):
    """What a guide knows about."""

    LAW = "law"
    PLANNING = "planning"
    SOCIAL_WORK = "social"
    FINANCE = "finance"
    BUILDING_WORKS = "works"


class Act(StrEnum):
    """What needs a role. Raising a concern, for one, needs none: it needs a place on the roll."""

    SEE_CONCERNS = "see_concerns"
    CLAIM_CONCERN = "claim_concern"
    ANSWER_CONCERN = "answer_concern"
    HAND_OVER_CONCERN = "hand_over_concern"
    SEE_BUILDING = "see_building"
    """What goes on in a building, and who waits for help there; never who voted."""
    TELL_FOR_RESIDENT = "tell_for_resident"
    """Somebody without a phone, or who would rather say it to a person."""
    SEE_LOG = "see_log"
    SEE_HEALTH = "see_health"
    """Whether the bot itself works."""
    MANAGE_CANNED = "manage_canned"
    HELP_RESIDENT = "help_resident"
    MANAGE_ROLL = "manage_roll"
    DECIDE_CORRECTION = "decide_correction"
    SET_UP_GROUPS = "set_up_groups"
    ADMIT_RESIDENT = "admit_resident"
    ISSUE_CODE = "issue_code"
    ISSUE_CARD = "issue_card"
    APPOINT = "appoint"
    SEE_COVERAGE = "see_coverage"
    SEE_RATES = "see_rates"
    TAKE_DOWN_WISH = "take_down_wish"
    MANAGE_GOODS = "manage_goods"
    """What points can be exchanged for."""
    HAND_OVER_GOODS = "hand_over_goods"
    CALL_SITTING = "call_sitting"
    """An extraordinary one; or call any off."""
    MANAGE_AGENDA = "manage_agenda"
    """Move items on, say whose matter they are, word motions, put them on a sitting's agenda."""
    HOLD_VOTE = "hold_vote"
    TYPE_PAPER = "type_paper"
    """A ballot on paper, together with somebody else."""
    ADVISE = "advise"
    """On an agenda item; signed, and never more than advice."""
    REPLY_OFFICIALLY = "reply_officially"
    """On an agenda item or a concern, for the sub-district office; signed, and it changes nothing."""
    CHAIR_SITTING = "chair_sitting"
    """Open and close it and its items, give the floor, approve the minutes."""
    AWARD_POINTS = "award_points"
    """Give points as thanks, and put right what was earned by mistake."""
    CONFIRM_DEED = "confirm_deed"
    """Say that somebody did what they say they did."""
    SAMPLE_WASTE = "sample_waste"
    ANNOUNCE = "announce"
    """Write to many at once, in the community's name."""
    SEE_BOOKS = "see_books"
    """Of the points: who gave what, and what looks unusual."""
    APPOINT_MODERATOR = "appoint_moderator"
    """And admins; `APPOINT` is for all other roles."""
    MANAGE_COMMITTEES = "manage_committees"
    CHANGE_SETTINGS = "change_settings"
    EXPORT = "export"
    """The whole community, with what is personal; and bring it into an empty one."""
    EXPORT_NAMELESS = "export_nameless"
    """The same without names, words and addresses of people."""
    SEE_REPORTS = "see_reports"
    MODERATE_TALK = "moderate_talk"
    """Slow a heated debate down, or let somebody cool down."""
    OPEN_INQUIRY = "open_inquiry"
    ANSWER_INQUIRY = "answer_inquiry"
    MANAGE_SAVINGS = "manage_savings"
    """The public ledger of money saved and raised."""
    RATE_SITTING = "rate_sitting"
    """How well it deliberated, without having been there."""


MAY: dict[Role, frozenset[Act]] = {
    Role.MODERATOR: frozenset(Act)
    - {Act.APPOINT_MODERATOR, Act.CHANGE_SETTINGS, Act.EXPORT, Act.OPEN_INQUIRY, Act.ADVISE,
       Act.REPLY_OFFICIALLY, Act.RATE_SITTING},
    Role.LIAISON: frozenset(
        {Act.SEE_CONCERNS, Act.CLAIM_CONCERN, Act.ANSWER_CONCERN, Act.SEE_BUILDING, Act.TELL_FOR_RESIDENT,
         Act.HELP_RESIDENT,
         Act.ADMIT_RESIDENT, Act.ISSUE_CARD, Act.TYPE_PAPER, Act.CONFIRM_DEED, Act.SAMPLE_WASTE,
         Act.HAND_OVER_GOODS}
    ),
    Role.REPRESENTATIVE: frozenset({Act.SEE_CONCERNS}),
    Role.ALTERNATE: frozenset({Act.SEE_CONCERNS}),
    Role.SUPERVISOR: frozenset(
        {Act.SEE_CONCERNS, Act.SEE_COVERAGE, Act.SEE_RATES, Act.SEE_REPORTS, Act.SEE_BOOKS, Act.SEE_LOG,
         Act.SEE_HEALTH, Act.OPEN_INQUIRY, Act.EXPORT_NAMELESS}
    ),
    Role.GOVERNMENT: frozenset({Act.SEE_CONCERNS, Act.SEE_RATES, Act.SEE_REPORTS, Act.REPLY_OFFICIALLY}),
    Role.GUIDE: frozenset({Act.ADVISE, Act.RATE_SITTING, Act.SEE_COVERAGE, Act.SEE_RATES, Act.SEE_REPORTS}),
    Role.COMMITTEE_MEMBER: frozenset({Act.SEE_CONCERNS, Act.CLAIM_CONCERN, Act.ANSWER_CONCERN}),
    Role.CHAIR: frozenset({Act.CHAIR_SITTING, Act.MODERATE_TALK}),
    Role.ADMIN: frozenset(
        {Act.APPOINT, Act.APPOINT_MODERATOR, Act.CHANGE_SETTINGS, Act.EXPORT, Act.EXPORT_NAMELESS,
         Act.MANAGE_COMMITTEES, Act.SET_UP_GROUPS, Act.SEE_COVERAGE, Act.SEE_RATES, Act.SEE_REPORTS, Act.SEE_LOG,
         Act.SEE_HEALTH, Act.ANSWER_INQUIRY}
    ),
}  # fmt: skip
DECIDING = frozenset(
    {Role.MODERATOR, Role.ADMIN, Role.CHAIR, Role.COMMITTEE_MEMBER, Role.LIAISON, Role.REPRESENTATIVE, Role.ALTERNATE}
)
_APART: Mapping[Role, frozenset[Role]] = {
    Role.GUIDE: DECIDING | {Role.GOVERNMENT},
    Role.GOVERNMENT: DECIDING,
    Role.SUPERVISOR: frozenset({Role.MODERATOR, Role.ADMIN, Role.CHAIR}),
}
EXCLUDES: Mapping[Role, frozenset[Role]] = {
    role: _APART.get(role, frozenset()) | {other for other, them in _APART.items() if role in them} for role in Role
}
"""Who holds the one cannot be given the other: guides and the government never decide, nobody supervises themselves."""
OF_A_BUILDING = frozenset({Role.LIAISON, Role.REPRESENTATIVE})
"""Held for one building each; several buildings are several appointments."""
OF_A_COMMITTEE = frozenset({Role.COMMITTEE_MEMBER})
"""Held for one committee each."""
OF_A_PLACE = OF_A_BUILDING | OF_A_COMMITTEE
OF_A_FIELD = frozenset({Role.GUIDE})
"""Held for one field of expertise; who knows about another one is appointed anew."""
ASKED_WHICH = OF_A_PLACE | OF_A_FIELD
"""Of which building, committee or field is said with the appointment."""
LIVE_HERE = OF_A_PLACE | {Role.ALTERNATE}
"""Only adults who live here hold them."""
UNTIL_DISMISSED = frozenset({Role.MODERATOR, Role.ADMIN})
"""Have no term, and the last one stays: a community would lose its last moderator overnight."""


class Everyday(StrEnum):
    """What a place on the roll allows, without any role: 热心居民."""

    RAISE_CONCERN = "raise_concern"
    LAST_WORD = "last_word"
    SPEAK_FOR_HOUSEHOLD = "speak_for_household"
    GRANT_WISHES = "grant_wishes"
    PROPOSE = "propose"
    TAKE_SIDES = "take_sides"
    VOTE = "vote"


WITHHELD: Mapping[Role, frozenset[Everyday]] = {Role.GUIDE: frozenset({Everyday.TAKE_SIDES, Everyday.VOTE})}
"""What a role takes from a resident as long as they hold it."""
RESERVED = frozenset({Act.APPOINT, Act.APPOINT_MODERATOR, Act.AWARD_POINTS, Act.MANAGE_GOODS})
"""Matters of people and money: on these above all, who guides gives advice and nothing else (row R095)."""


@dataclass(frozen=True)
class Boundary:
    """What a role may do, and what not; made of the table by which it is enforced (row R094)."""

    may: tuple[Act, ...]
    may_not: tuple[Act | Everyday, ...]

    @property
    def reserved(self) -> tuple[Act | Everyday, ...]:
        """What of the second is about people and money."""
        return tuple(one for one in self.may_not if one in RESERVED)


def boundary(role: Role) -> Boundary:
    may, kept_from = MAY[role], WITHHELD.get(role, frozenset())
    withheld = tuple(one for one in Everyday if one in kept_from)
    return Boundary(tuple(act for act in Act if act in may), (*withheld, *(act for act in Act if act not in may)))


def withheld(roles: Collection[Role], right: Everyday) -> bool:
    """Whether one of the roles keeps its holder from what every resident may."""
    return any(right in WITHHELD.get(role, ()) for role in roles)


class Reason(StrEnum):
    """Why somebody is appointed; one letter in a button, the name in the books."""

    UNSAID = ""
    ELECTED = "e"
    ASKED = "a"
    VOLUNTEERED = "v"


@dataclass(frozen=True)
class Appointment:
    """Somebody has a role in a community, a liaison or representative for one building."""

    community: CommunityId
    telegram_id: int
    role: Role
    building: int | None = None
    ends_at: datetime | None = None
    """From this second on it gives no rights; None: until dismissed."""
    by: int | None = None
    """Telegram id of who appointed; None for those who were there from the start."""
    reason: Reason = Reason.UNSAID
    id: int = 0
    committee: int | None = None
    """Of whose concerns a member sees those alone."""

    named: str = ""
    """What the committee is called."""
    categories: frozenset[str] = frozenset()
    """Those that the committee sees to now."""
    expertise: Expertise | None = None
    """Of a guide; None for those who were appointed before it was asked."""

    def covers(self, building: int | None, category: str = "") -> bool:
        """Whether the role reaches to this building (None: the whole estate), or to such concerns."""
        if self.role in OF_A_COMMITTEE:
            return category in self.categories
        return self.building is None or self.building == building

    @property
    def scope(self) -> tuple[Role, int | None, int | None]:
        """What nobody holds twice."""
        return self.role, self.building, self.committee


def field_at(place: int | None) -> Expertise | None:
    """The field at this place in their order; None where there is none."""
    fields = list(Expertise)
    return fields[place] if place is not None and 0 <= place < len(fields) else None


def expertise_of(held: Collection[Appointment]) -> Expertise | None:
    """In which field somebody advises."""
    return next((one.expertise for one in held if one.role in OF_A_FIELD), None)


def needed_to_appoint(role: Role) -> Act:
    """Who moderates is not for moderators to say."""
    return Act.APPOINT_MODERATOR if role in UNTIL_DISMISSED else Act.APPOINT


def allowing(held: Collection[Appointment], act: Act) -> Sequence[Appointment]:
    """What of the `held` allows `act`, wherever it reaches. Who guides does nothing besides, whatever else they are."""
    guides = any(one.role is Role.GUIDE for one in held)
    return [one for one in held if act in MAY[one.role] and (one.role is Role.GUIDE or not guides)]


def acts_of(held: Collection[Appointment]) -> frozenset[Act]:
    """All that they allow, wherever it reaches."""
    return frozenset(act for act in Act if may_somewhere(held, act))


@dataclass(frozen=True)
class Reach:
    """How far somebody's roles reach: into these buildings, and to concerns of these categories wherever they are."""

    buildings: Collection[int]
    categories: Collection[str] = ()


def reach(held: Collection[Appointment], act: Act) -> Reach | None:
    """None: the whole estate."""
    found = allowing(held, act)
    if any(one.covers(None) for one in found):
        return None
    buildings = {one.building for one in found if one.building is not None and one.role not in OF_A_COMMITTEE}
    return Reach(buildings, {category for one in found for category in one.categories})


def may(held: Collection[Appointment], act: Act, building: int | None = None, category: str = "") -> bool:
    """In this building (None: the whole estate), or to concerns of this category."""
    return any(one.covers(building, category) for one in allowing(held, act))


def may_somewhere(held: Collection[Appointment], act: Act) -> bool:
    return bool(allowing(held, act))


def permit(held: Collection[Appointment], act: Act, building: int | None = None, category: str = "") -> None:
    """Raises `NotAllowed` unless they `may`; for guides `OnlyAdvises`."""
    if not may(held, act, building, category):
        raise _refusal(held, act)


def permit_somewhere(held: Collection[Appointment], act: Act) -> None:
    """Raises `NotAllowed` unless one of the appointments allows it somewhere; for guides `OnlyAdvises`."""
    if not may_somewhere(held, act):
        raise _refusal(held, act)


def _refusal(held: Collection[Appointment], act: Act) -> "NotAllowed":
    return OnlyAdvises(act) if any(one.role is Role.GUIDE for one in held) else NotAllowed(act)


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be appointed, and what they hold."""

    reader: Reader
    resident: Resident | None
    """None for those who live elsewhere."""
    held: Sequence[Appointment]
    changes: int
    """Tells whether what is held has changed since."""

    @property
    def name(self) -> str:
        """As the roll has it, else as Telegram has."""
        return self.resident.name if self.resident else self.reader.name


@dataclass(frozen=True)
class Terms:
    """For what, and for how many years somebody may be appointed."""

    buildings: Sequence[int]
    years: Sequence[int]
    committees: Mapping[int, str] = field(default_factory=dict)
    """By number, what they are called."""


def end_of_term(now: datetime, years: int, zone: tzinfo) -> datetime | None:
    """The midnight with which the same day begins `years` later; None for no years. 29 February ends on the 28th."""
    if not years:
        return None
    today = now.astimezone(zone).date()
    day = min(today.day, 28) if today.month == 2 else today.day
    return datetime.combine(today.replace(year=today.year + years, day=day), time(), zone)


def check_separation(held: Collection[Appointment], role: Role) -> None:
    """Raises `Incompatible` where something held excludes `role`."""
    for appointment in held:
        if appointment.role in EXCLUDES[role]:
            raise Incompatible(role, appointment.role)


@dataclass(frozen=True)
class Appointed(Event):
    appointment: Appointment


@dataclass(frozen=True)
class Dismissed(Event):
    appointment: Appointment


@dataclass(frozen=True)
class TermReplaced(Event):
    """The same role goes on with another end: what was said of the old end is not true any more."""

    appointment: Appointment


@dataclass(frozen=True)
class Overstepped(Event):
    """A guide tried what guides do not do, and was refused (row R094)."""

    community: CommunityId
    telegram_id: int


@dataclass(frozen=True)
class Volunteered(Event):
    """A resident would like to become something."""

    community: CommunityId
    telegram_id: int
    name: str
    role: Role


@dataclass(eq=False)
class NotAllowed(Refused):
    """None of this person's roles allows it."""

    act: Act


@dataclass(eq=False)
class OnlyAdvises(Overstep, NotAllowed):
    """The same, said to a guide."""


@dataclass(eq=False)
class Incompatible(Refused):
    """One person cannot be both."""

    role: Role
    held: Role


@dataclass(eq=False)
class LastHolder(Refused):
    """Without this one the community would have nobody of this role."""

    role: Role


class NobodyMeant(Refused):
    """It is not clear who is to be appointed, or they have no place here any more."""


class TooYoung(Refused):
    """Only adults hold roles."""


class NoResidentHere(Refused):
    """This role is for people who live in the community."""


class ChangedMeanwhile(Refused):
    """What this person holds has changed since the question was asked."""
