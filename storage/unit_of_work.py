"""The books as a use case sees them, on one connection in one transaction."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.config import Community
from bot.kit.events import Event
from bot.kit.people import Reader
from bot.kit.town import UpdateKey
from storage import shredder
from storage.admission import SqlAdmissions
from storage.agenda import SqlAgenda
from storage.announcements import SqlAnnouncements
from storage.attendance import SqlAttendance
from storage.attendance_alternates import SqlAlternates
from storage.attendance_reminders import SqlReminders
from storage.audit import SqlAuditLog
from storage.awards import SqlAwards
from storage.ballots import SqlBallotBox
from storage.cards import SqlCards
from storage.chains import SqlChains
from storage.codes import SqlHouseholdCodes
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
from storage.menus import SqlCommandMenus
from storage.minutes import SqlMinutes
from storage.moderation import SqlMeasures
from storage.outcomes import SqlOutcomes
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
    ) -> None:
        self._connection = connection
        self.now = now
        self.settings = settings
        self.link = link
        self.repeated = repeated
        self.events: list[Event] = []
        self.actor: Reader | None = None
        self._open_people(connection, now, settings)
        self._deliberate(connection, now)
        self._open_figures(connection, now, settings)
        self.concerns = SqlConcerns(connection, self.residents, settings.response)
        self.chains = SqlChains(connection, self.concerns)
        self.supporters = SqlSupporters(connection, self.residents)
        self.inboxes = SqlInboxes(connection, self.concerns)
        self.canned = SqlCannedAnswers(connection)
        self.recordings = SqlRecordings(connection)
        self._hold_votes(connection, now, secrets)
        self.wishes = SqlWishes(connection, self.residents)
        self._open_rewards(connection)
        self.rights = SqlRights(connection, self.residents)
        self.announcements = SqlAnnouncements(connection, now)
        self.outbox = SqlOutbox(connection)
        self.conversations = SqlConversations(connection)

    def _deliberate(self, connection: Connection, now: datetime) -> None:
        self.sittings = SqlSittings(connection)
        self.agenda = SqlAgenda(connection)
        self.attendance = SqlAttendance(connection, now)
        self.reminders = SqlReminders(connection)
        self.alternates = SqlAlternates(connection)
        self.previews = SqlPreviews(connection)
        self.floor = SqlFloor(connection, now)
        self.minutes = SqlMinutes(connection)

    def _hold_votes(self, connection: Connection, now: datetime, secrets: Path) -> None:
        self.votes = SqlVotes(connection)
        self.vote_roll = SqlVoteRoll(connection, now)
        self.ballots = SqlBallotBox(connection, VoteKeys(secrets))
        self.outcomes = SqlOutcomes(connection, self.votes)

    def _open_people(self, connection: Connection, now: datetime, settings: Community) -> None:
        self.codes = SqlHouseholdCodes(connection, now, settings.residents)
        self.consents = SqlConsents(connection)
        self.residents = SqlResidents(connection, self.codes)
        self.roll = SqlRollBooks(connection)
        self.roll_imports = SqlRollImports(connection)
        self.households = SqlHouseholds(connection)
        self.roles = SqlRoles(connection, now, self.residents)
        self.health = SqlHealthBook(connection)
        self.measures = SqlMeasures(connection)
        self.menus = SqlCommandMenus(connection)
        self.groups = SqlGroups(connection)
        self.cards = SqlCards(connection, self.residents)
        self.admissions = SqlAdmissions(connection)
        self.help = SqlHelpRequests(connection)
        self.recordings = SqlRecordings(connection)
        self.audit = SqlAuditLog(connection)

    def _open_figures(self, connection: Connection, now: datetime, settings: Community) -> None:
        self.surveys = SqlSurveys(connection)
        self.reports = SqlReports(connection)
        self.reviews = SqlReviews(connection)
        self.ledger = SqlLedger(connection, now, settings)
        self.good_deeds = SqlGoodDeeds(connection, now)
        self.point_books = SqlPointBooks(connection)
        self.figures = SqlFigures(connection)

    def _open_rewards(self, connection: Connection) -> None:
        self.goods = SqlGoods(connection)
        self.redemptions = SqlRedemptions(connection)
        self.deeds = SqlDeeds(connection)
        self.honours = SqlHonours(connection)
        self.awards = SqlAwards(connection)
        self.quests = SqlQuestBook(connection)

    def handled(self, key: UpdateKey) -> bool:
        return was_handled(self._connection, key)

    def forget_handled(self) -> None:
        forget_old(self._connection, self.now)

    def leave_no_trace(self) -> None:
        shredder.ask(self._connection)

    def record(self, event: Event) -> None:
        self.events.append(event)
