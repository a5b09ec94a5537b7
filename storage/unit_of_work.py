"""The books as a use case sees them, on one connection in one transaction."""

from datetime import datetime
from functools import cached_property
from pathlib import Path

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
from storage.committees import SqlCommittees
from storage.concerns import SqlConcerns
from storage.consents import SqlConsents
from storage.conversations import SqlConversations
from storage.deeds import SqlDeeds
from storage.delivery import SqlOutbox
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
from storage.settings import Known, SqlSettingChanges
from storage.sittings import SqlSittings
from storage.supporters import SqlSupporters
from storage.surveys import SqlSurveys
from storage.updates import forget_old, was_handled
from storage.vote_keys import VoteKeys
from storage.vote_roll import SqlVoteRoll
from storage.votes import SqlVotes
from storage.wishes import SqlWishes

SECRETS = Path("secrets")
"""Where keys of votes are, if nobody names another place."""


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
        self.claims = SqlClaims(connection, now)
        self._open_people(connection, now)
        self._deliberate(connection, now)
        self._open_figures(connection, now)
        self.concerns = SqlConcerns(connection, self.residents, settings.response, self.claims)
        self.chains = SqlChains(connection, self.concerns)
        self.supporters = SqlSupporters(connection, self.residents)
        self.inboxes = SqlInboxes(connection, self.concerns)
        self.canned = SqlCannedAnswers(connection)
        self.recordings = SqlRecordings(connection)
        self._hold_votes(connection, now, secrets)
        self.wishes = SqlWishes(connection, self.residents, self.claims)
        self._open_rewards(connection)
        self.rights = SqlRights(connection, self.residents, self.claims)
        self.announcements = SqlAnnouncements(connection, now, self.claims)
        self.outbox = SqlOutbox(connection)
        self.conversations = SqlConversations(connection)

    @cached_property
    def defaults(self) -> Community:
        """Read where it is asked for: casting a ballot does not."""
        return in_force(self._configured, rules_in_force(self._connection))

    def _deliberate(self, connection: Connection, now: datetime) -> None:
        self.sittings = SqlSittings(connection)
        self.agenda = SqlAgenda(connection)
        self.attendance = SqlAttendance(connection, now, self.claims)
        self.reminders = SqlReminders(connection, self.claims)
        self.alternates = SqlAlternates(connection, self.claims)
        self.previews = SqlPreviews(connection, self.claims)
        self.floor = SqlFloor(connection, now, self.claims)
        self.minutes = SqlMinutes(connection, self.claims)

    def _hold_votes(self, connection: Connection, now: datetime, secrets: Path) -> None:
        self.votes = SqlVotes(connection, self.claims)
        self.vote_roll = SqlVoteRoll(connection, now)
        self.ballots = SqlBallotBox(connection, VoteKeys(secrets), self.claims)
        self.outcomes = SqlOutcomes(connection, self.votes, self.claims)
        self.charters = SqlCharters(connection)

    def _open_people(self, connection: Connection, now: datetime) -> None:
        self.codes = SqlHouseholdCodes(connection, now, lambda: self.settings.residents)
        self.consents = SqlConsents(connection)
        self.residents = SqlResidents(connection, self.codes)
        self.roll = SqlRollBooks(connection)
        self.roll_imports = SqlRollImports(connection, self.claims)
        self.households = SqlHouseholds(connection)
        self.roles = SqlRoles(connection, now, self.residents)
        self.committees = SqlCommittees(connection)
        self.health = SqlHealthBook(connection)
        self.measures = SqlMeasures(connection)
        self.menus = SqlCommandMenus(connection)
        self.groups = SqlGroups(connection)
        self.cards = SqlCards(connection, self.residents)
        self.admissions = SqlAdmissions(connection)
        self.help = SqlHelpRequests(connection)
        self.recordings = SqlRecordings(connection)
        self.audit = SqlAuditLog(connection)
        self.inquiries = SqlInquiries(connection, self.claims)
        self.oversight = SqlOversight(connection, self.claims)
        self.archive = SqlArchive(connection)

    def _open_figures(self, connection: Connection, now: datetime) -> None:
        self.surveys = SqlSurveys(connection)
        self.reports = SqlReports(connection, self.claims)
        self.reviews = SqlReviews(connection)
        self.ledger = SqlLedger(
            connection, now, self._configured.zone, lambda community: self.settings_of(community).points
        )
        self.good_deeds = SqlGoodDeeds(connection, now)
        self.point_books = SqlPointBooks(connection)
        self.figures = SqlFigures(connection)
        self.buildings = SqlBuildings(connection)

    def _open_rewards(self, connection: Connection) -> None:
        self.goods = SqlGoods(connection)
        self.redemptions = SqlRedemptions(connection, self.claims)
        self.deeds = SqlDeeds(connection)
        self.honours = SqlHonours(connection, self.claims)
        self.awards = SqlAwards(connection, self.claims)
        self.quests = SqlQuestBook(connection)

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
