"""What to put into views: a strategy for each type, or for a parameter's name."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.admission.model import Admission
from bot.codes.forms import NewPerson
from bot.codes.model import Card, Doors
from bot.concerns.alarm_views import RUNGS
from bot.concerns.forms import Draft, Writing
from bot.concerns.model.chain import Chain
from bot.concerns.model.concern import Concern, Line
from bot.concerns.model.deadline import Deadline
from bot.concerns.model.life import Deed
from bot.concerns.staff_views import STEPS
from bot.config import Community
from bot.coverage.model import Coverage
from bot.groups.model import Findings, Group, Lack
from bot.help.model import HelpRequest
from bot.households.model import Home
from bot.previews.model.program import Program
from bot.reports.model.lists import Overdue, TopTen, Week
from bot.reports.model.rates import Month
from bot.residents.model import Community as Neighbourhood
from bot.residents.model import Household, HouseholdCode, Resident, with_check_digit
from bot.rights.model import Correction
from bot.roles import taps as role_taps
from bot.roles.model import Appointment, Candidate, Terms, Volunteered
from bot.roll.faults import Fault
from bot.roll.plan import Offer
from bot.sittings.forms import Calling, CallingOff
from bot.sittings.model.sitting import Coming, Sitting
from bot.surveys.model import Question
from bot.talk.forms import Unclear
from bot.talk.views import LABELS
from bot.wishes.forms import WishDraft
from bot.wishes.model.wish import Standing, Wish, WishPage
from tests import strategies
from tests.agenda import strategies as agenda_strategies
from tests.announcements import strategies as announcement_strategies
from tests.assessments import strategies as assessment_strategies
from tests.attendance import strategies as attendance_strategies
from tests.audit import strategies as audit_strategies
from tests.booth import strategies as booth_strategies
from tests.buildings import strategies as building_strategies
from tests.charter import strategies as charter_strategies
from tests.committees import strategies as committee_strategies
from tests.floor import strategies as floor_strategies
from tests.health import strategies as health_strategies
from tests.honours import strategies as honours_strategies
from tests.inbox import strategies as inbox_strategies
from tests.inquiries import strategies as inquiry_strategies
from tests.minutes import strategies as minutes_strategies
from tests.moderation import strategies as moderation_strategies
from tests.outcomes import strategies as outcome_strategies
from tests.oversight import strategies as oversight_strategies
from tests.points import strategies as point_strategies
from tests.previews import strategies as preview_strategies
from tests.quests import strategies as quest_strategies
from tests.redeeming import strategies as redeeming_strategies
from tests.reports import strategies as report_strategies
from tests.review import strategies as review_strategies
from tests.roll import strategies as roll_strategies
from tests.savings import strategies as saving_strategies
from tests.settings import strategies as setting_strategies
from tests.sittings import strategies as sitting_strategies
from tests.wishes import strategies as wish_strategies


def values(
    texts: SearchStrategy[str], names: SearchStrategy[str], settings: Community
) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type, or for a parameter's name: `names` are of people, `texts` what they wrote."""
    return (
        _joining(texts, names)
        | audit_strategies.values(names)
        | inbox_strategies.values(texts, names)
        | announcement_strategies.values(texts, names)
        | setting_strategies.values(texts, names)
        | _deciding(texts, names)
        | _concerns(texts, names)
        | _groups()
        | moderation_strategies.values(texts, names)
        | health_strategies.values(texts)
        | committee_strategies.values(names)
        | assessment_strategies.values()
        | saving_strategies.values(texts)
        | building_strategies.values(texts, names)
        | _people(names)
        | _wishes(texts, names)
        | _sittings(texts)
        | _later(texts, names, settings)
        | _plain(texts, names, settings)
    )


def _plain(
    texts: SearchStrategy[str], names: SearchStrategy[str], settings: Community
) -> dict[Any, SearchStrategy[Any]]:
    home = strategies.households()
    return {
        "speaks_in": names,
        "intents": st.lists(st.sampled_from(sorted(LABELS)), min_size=1, max_size=3, unique=True),
        "other": st.sampled_from(sorted(LABELS)),
        "answer": st.text("abc ", min_size=1, max_size=48),
        "digest": st.just("0" * 8),
        Unclear: st.builds(Unclear, st.just("1000000-999999999"), texts),
        NewPerson: st.builds(NewPerson, st.integers(1, 10**9), names),
        "names": st.lists(names, max_size=4).map(tuple),
        "told": texts,
        "unused": st.lists(names, max_size=9),
        "link": st.just("https://t.me/yishi_bot"),
        str: names,
        int: strategies.numbers,
        datetime: strategies.moments,
        Community: st.just(settings),
        Neighbourhood: strategies.communities(names),
        Sequence[Neighbourhood]: st.lists(strategies.communities(names), min_size=1, max_size=4),
        Coverage: strategies.coverages(),
        Household: home,
        Household | None: st.none() | home,
        datetime | None: st.none() | strategies.moments,
    }


def _groups() -> dict[Any, SearchStrategy[Any]]:
    lacks, buildings = st.lists(st.sampled_from(Lack), unique=True), st.lists(st.integers(1, 40), unique=True)
    return {Findings: st.builds(Findings, st.none() | st.from_type(Group), lacks, buildings)}


def _deciding(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    return floor_strategies.values(texts, names) | booth_strategies.values(texts, names)


def _later(
    texts: SearchStrategy[str], names: SearchStrategy[str], settings: Community
) -> dict[Any, SearchStrategy[Any]]:
    return (
        agenda_strategies.values(texts, settings)
        | attendance_strategies.values(sitting_strategies.extraordinary(texts), texts.map(lambda place: place[:30]))
        | minutes_strategies.values(texts, names)
        | outcome_strategies.values(texts)
        | charter_strategies.values(texts, settings)
        | point_strategies.values(texts, names, settings)
        | redeeming_strategies.values(texts, names, settings)
        | honours_strategies.values(names)
        | quest_strategies.values()
        | review_strategies.values(names, settings)
        | inquiry_strategies.values(texts)
        | oversight_strategies.values(texts)
        | {Offer: roll_strategies.offers(names), tuple[Fault, ...]: roll_strategies.faults(texts)}
    )


def _people(names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    return {
        Sequence[Resident]: st.lists(strategies.residents(names), max_size=8),
        Resident: strategies.residents(names),
        Home: strategies.homes(names),
        Appointment: strategies.appointments(),
        Candidate: strategies.candidates(names),
        role_taps.Offer: strategies.offers(),
        Terms: st.builds(Terms, st.lists(st.integers(1, 40), max_size=40), st.just((1, 3, 5))),
        Volunteered: strategies.volunteers(names),
        Correction: strategies.corrections(names),
        HelpRequest: strategies.help_requests(names),
    }


def _wishes(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    return {
        WishDraft: wish_strategies.drafts(texts),
        Wish: wish_strategies.wishes(texts, names),
        Standing: wish_strategies.standings(texts, names),
        Sequence[Standing]: st.lists(wish_strategies.standings(texts, names), max_size=5),
        WishPage: wish_strategies.pages(texts, names),
    }


def _sittings(texts: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    return {
        "key": st.just("1000000-999999999"),
        "place": texts.map(lambda place: place[:30]),
        Coming: sitting_strategies.comings(texts),
        Program: preview_strategies.programs(texts),
        Sitting: sitting_strategies.extraordinary(texts),
        Calling: sitting_strategies.callings(),
        CallingOff: sitting_strategies.callings_off(texts),
    }


def _concerns(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    return {
        "rung": st.sampled_from(sorted(RUNGS)),
        Line: strategies.lines(texts),
        Writing: strategies.writings(texts),
        Deadline: strategies.deadlines().filter(lambda deadline: deadline.worked_on),
        Deed: st.sampled_from(sorted(STEPS)),
        tuple[int, ...]: st.just((1, 3, 7, 14)),
        Draft: strategies.drafts(texts),
        Chain: strategies.chains(texts, names),
        Concern: strategies.concerns(texts, names),
        Sequence[Concern]: strategies.own_concerns(texts, names),
        Question: report_strategies.questions,
        Overdue: report_strategies.overdues,
        Week: report_strategies.weeks,
        Month: report_strategies.whole_months,
        TopTen: report_strategies.tens(strategies.concerns(texts, names)),
    }


def _joining(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    home, moments = strategies.households(), strategies.moments
    codes = st.integers(0, 9_999_999).map(lambda number: with_check_digit(f"{number:07d}"))
    return {
        HouseholdCode: st.builds(HouseholdCode, home, codes, st.integers(1, 99), moments, moments, st.integers(-1, 20)),
        Card: st.builds(Card, strategies.residents(names), moments),
        Doors: st.builds(Doors, st.just((1, 2, 3)), st.just(0), st.just(()), st.just(())),
        Admission: strategies.admissions(texts, names),
        Sequence[int]: st.lists(st.integers(1, 40), max_size=40),
        Sequence[Household]: st.lists(home, min_size=1, max_size=8),
        "address": home.map(lambda household: household.address),
    }
