"""The books as a use case sees them, on one connection in one transaction."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast
from weakref import proxy

from sqlalchemy import Connection

from bot.charter.model import in_force
from bot.config import Community
from bot.kit.events import Event
from bot.kit.people import CommunityId, Reader
from bot.kit.town import UpdateKey
from storage import shredder
from storage.admission import SqlAdmissions
from storage.agenda import SqlAgenda
from storage.announcements import SqlAnnouncements
from storage.archive import SqlArchive
from storage.assessments import SqlAssessments
from storage.attendance import SqlAttendance
from storage.attendance_alternates import SqlAlternates
from storage.attendance_reminders import SqlReminders
from storage.audit import SqlAuditLog
from storage.awards import SqlAwards
from storage.ballots import SqlBallotBox
from storage.buildings import SqlBuildings
from storage.cards import SqlCards
from storage.chains import SqlChains
from storage.charter import SqlCharters, rules_in_force
from storage.claims import SqlClaims
from storage.codes import SqlHouseholdCodes
from storage.committee_months import SqlCommitteeMonths
from storage.committees import SqlCommittees
from storage.concerns import SqlConcerns
from storage.consents import SqlConsents
from storage.conversations import SqlConversations
from storage.deeds import SqlDeeds
from storage.delivery import SqlOutbox
from storage.experts import SqlExpertRequests
from storage.figures import SqlFigures
from storage.floor import SqlFloor
from storage.good_deeds import SqlGoodDeeds
from storage.groups import SqlGroups
from storage.health import SqlHealthBook
from storage.help import SqlHelpRequests
from storage.honours import SqlHonours
from storage.households import SqlHouseholds
from storage.inbox import SqlCannedAnswers, SqlInboxes
from storage.inquiries import SqlInquiries
from storage.menus import SqlCommandMenus
from storage.minutes import SqlMinutes
from storage.moderation import SqlMeasures
from storage.outcomes import SqlOutcomes
from storage.oversight import SqlOversight
from storage.points import SqlLedger
from storage.points_books import SqlPointBooks
from storage.previews import SqlPreviews
from storage.quests import SqlQuestBook
from storage.recordings import SqlRecordings
from storage.redeeming import SqlGoods, SqlRedemptions
from storage.reports import SqlReports
from storage.residents import SqlResidents
from storage.review import SqlReviews
from storage.rights import SqlRights
from storage.roles import SqlRoles
from storage.roll_books import SqlRollBooks
from storage.roll_imports import SqlRollImports
from storage.savings import SqlSavings
from storage.settings import Known, SqlSettingChanges
from storage.sittings import SqlSittings
from storage.supporters import SqlSupporters
from storage.surveys import SqlSurveys
from storage.updates import forget_old, was_handled
from storage.vote_keys import VoteKeys
from storage.vote_roll import SqlVoteRoll
from storage.votes import SqlVotes
from storage.wishes import SqlWishes

T = TypeVar("T")

SECRETS = Path("secrets")
"""Where keys of votes are, if nobody names another place."""


def opened(open_one: Callable[["SqlUnitOfWork"], T]) -> "cached_property[T]":
    """A part of the books, opened when it is first asked for: an action asks for a few of them.

    It does not hold the books: each action's would be a circle, which only the collector takes away.
    """
    return cached_property(lambda books: open_one(cast("SqlUnitOfWork", proxy(books))))


class SqlUnitOfWork:
    """Implements `bot.unit_of_work.UnitOfWork`."""

    def __init__(
        self,
        connection: Connection,
        now: datetime,
        settings: Community,
        link: str,
        *,
        repeated: bool = False,
        secrets: Path = SECRETS,
        known: Known | None = None,
    ) -> None:
        self._connection = connection
        self.now = now
        self._configured = settings
        self.setting_changes = SqlSettingChanges(connection, known or Known())
        self.link = link
        self.repeated = repeated
        self.events: list[Event] = []
        self._places: list[CommunityId | None] = []
        self.actor: Reader | None = None
        self._entered: CommunityId | None = None
        self._settings: dict[tuple[CommunityId, datetime], Community] = {}
        self._secrets = secrets
        self.claims = SqlClaims(connection, now)

    codes = opened(lambda my: SqlHouseholdCodes(my._connection, my.now, lambda: my.settings.residents))
    consents = opened(lambda my: SqlConsents(my._connection))
    residents = opened(lambda my: SqlResidents(my._connection, my.codes))
    roll = opened(lambda my: SqlRollBooks(my._connection))
    roll_imports = opened(lambda my: SqlRollImports(my._connection, my.claims))
    households = opened(lambda my: SqlHouseholds(my._connection))
    roles = opened(lambda my: SqlRoles(my._connection, my.now, my.residents))
    committees = opened(lambda my: SqlCommittees(my._connection))
    committee_months = opened(lambda my: SqlCommitteeMonths(my._connection))
    health = opened(lambda my: SqlHealthBook(my._connection))
    measures = opened(lambda my: SqlMeasures(my._connection))
    menus = opened(lambda my: SqlCommandMenus(my._connection))
    groups = opened(lambda my: SqlGroups(my._connection))
    cards = opened(lambda my: SqlCards(my._connection, my.residents))
    admissions = opened(lambda my: SqlAdmissions(my._connection))
    help = opened(lambda my: SqlHelpRequests(my._connection))
    audit = opened(lambda my: SqlAuditLog(my._connection))
    experts = opened(lambda my: SqlExpertRequests(my._connection))
    inquiries = opened(lambda my: SqlInquiries(my._connection, my.claims))
    oversight = opened(lambda my: SqlOversight(my._connection, my.claims))
    archive = opened(lambda my: SqlArchive(my._connection))

    concerns = opened(lambda my: SqlConcerns(my._connection, my.residents, my._configured.response, my.claims))
    chains = opened(lambda my: SqlChains(my._connection, my.concerns))
    supporters = opened(lambda my: SqlSupporters(my._connection, my.residents))
    inboxes = opened(lambda my: SqlInboxes(my._connection, my.concerns))
    canned = opened(lambda my: SqlCannedAnswers(my._connection))
    recordings = opened(lambda my: SqlRecordings(my._connection))

    sittings = opened(lambda my: SqlSittings(my._connection))
    agenda = opened(lambda my: SqlAgenda(my._connection))
    attendance = opened(lambda my: SqlAttendance(my._connection, my.now, my.claims))
    reminders = opened(lambda my: SqlReminders(my._connection, my.claims))
    alternates = opened(lambda my: SqlAlternates(my._connection, my.claims))
    previews = opened(lambda my: SqlPreviews(my._connection, my.claims))
    floor = opened(lambda my: SqlFloor(my._connection, my.now, my.claims))
    minutes = opened(lambda my: SqlMinutes(my._connection, my.claims))

    votes = opened(lambda my: SqlVotes(my._connection, my.claims))
    vote_roll = opened(lambda my: SqlVoteRoll(my._connection, my.now))
    ballots = opened(lambda my: SqlBallotBox(my._connection, VoteKeys(my._secrets), my.claims))
    outcomes = opened(lambda my: SqlOutcomes(my._connection, my.votes, my.claims))
    charters = opened(lambda my: SqlCharters(my._connection))

    assessments = opened(lambda my: SqlAssessments(my._connection, my.claims))
    surveys = opened(lambda my: SqlSurveys(my._connection))
    reports = opened(lambda my: SqlReports(my._connection, my.claims))
    reviews = opened(lambda my: SqlReviews(my._connection))
    good_deeds = opened(lambda my: SqlGoodDeeds(my._connection, my.now))
    ledger = opened(
        lambda my: SqlLedger(my._connection, my.now, my._configured.zone, lambda where: my.settings_of(where).points)
    )
    point_books = opened(lambda my: SqlPointBooks(my._connection))
    savings = opened(lambda my: SqlSavings(my._connection))
    figures = opened(lambda my: SqlFigures(my._connection))
    buildings = opened(lambda my: SqlBuildings(my._connection))

    goods = opened(lambda my: SqlGoods(my._connection))
    redemptions = opened(lambda my: SqlRedemptions(my._connection, my.claims))
    deeds = opened(lambda my: SqlDeeds(my._connection))
    honours = opened(lambda my: SqlHonours(my._connection, my.claims))
    awards = opened(lambda my: SqlAwards(my._connection, my.claims))
    quests = opened(lambda my: SqlQuestBook(my._connection))

    wishes = opened(lambda my: SqlWishes(my._connection, my.residents, my.claims))
    rights = opened(lambda my: SqlRights(my._connection, my.residents, my.claims))
    announcements = opened(lambda my: SqlAnnouncements(my._connection, my.now, my.claims))
    outbox = opened(lambda my: SqlOutbox(my._connection))
    conversations = opened(lambda my: SqlConversations(my._connection))

    @cached_property
    def defaults(self) -> Community:
        """Read where it is asked for: casting a ballot does not."""
        return in_force(self._configured, rules_in_force(self._connection))

    @property
    def owes(self) -> bool:
        return self.outbox.owes or self.recordings.owes

    @property
    def settings(self) -> Community:
        place = self._place
        return self.defaults if place is None else self.settings_of(place)

    def settings_of(self, community: CommunityId, at: datetime | None = None) -> Community:
        which = (community, at or self.now)
        if which not in self._settings:
            self._settings[which] = self.setting_changes.settings(self.defaults, *which)
        return self._settings[which]

    def enter(self, community: CommunityId | None) -> None:
        self._entered = community

    @property
    def _place(self) -> CommunityId | None:
        if self._entered is None and self.actor is not None:
            return self.actor.community
        return self._entered

    def return_to(self, event: int) -> None:
        self._entered = self._places[event]

    def handled(self, key: UpdateKey) -> bool:
        return was_handled(self._connection, key)

    def forget_handled(self) -> None:
        forget_old(self._connection, self.now)

    def leave_no_trace(self) -> None:
        shredder.ask(self._connection)

    def record(self, event: Event) -> None:
        self.events.append(event)
        self._places.append(self._place)
