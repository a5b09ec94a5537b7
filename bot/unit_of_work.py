"""One action on the community's books: all of it is written, or nothing."""

from datetime import datetime
from typing import Protocol

from bot.admission.repository import Admissions
from bot.agenda.repository import Agenda, ExpertRequests
from bot.announcements.repository import Announcements
from bot.archive.repository import Archive
from bot.assessments.repository import Assessments
from bot.attendance.repository import Alternates, Attendance, Reminders
from bot.audit.repository import AuditLog
from bot.buildings.repository import Buildings
from bot.charter.repository import Charters
from bot.codes.repository import Cards
from bot.committees.repository import CommitteeMonths, Committees
from bot.concerns.repository import Chains, Concerns, Supporters
from bot.config import Community as Settings
from bot.coverage.repository import Figures
from bot.delivery.repository import Outbox
from bot.floor.repository import Floor
from bot.groups.repository import Groups
from bot.health.repository import HealthBook
from bot.help.repository import HelpRequests
from bot.honours.repository import Awards, Deeds, Honours
from bot.households.repository import Households
from bot.inbox.repository import CannedAnswers, Inboxes
from bot.inquiries.repository import Inquiries
from bot.kit.claims import Claims
from bot.kit.events import Event
from bot.kit.forms import Conversations
from bot.kit.people import CommunityId, Reader
from bot.kit.town import UpdateKey
from bot.menu.repository import CommandMenus
from bot.minutes.repository import MinuteBook
from bot.moderation.repository import Measures
from bot.outcomes.repository import Outcomes
from bot.oversight.repository import Oversight
from bot.points.repository import GoodDeeds, Ledger, PointBooks
from bot.previews.repository import Previews
from bot.quests.repository import QuestBook
from bot.redeeming.repository import Goods, Redemptions
from bot.reports.repository import Reports
from bot.residents.repository import Consents, HouseholdCodes, Residents
from bot.review.repository import Reviews
from bot.rights.repository import Rights
from bot.roles.repository import Roles
from bot.roll.repository import RollBooks, RollImports
from bot.savings.repository import Savings
from bot.settings.repository import SettingChanges
from bot.sittings.repository import Sittings
from bot.surveys.repository import Surveys
from bot.voice.repository import Recordings
from bot.votes.repository import BallotBox, VoteRoll, Votes
from bot.wishes.repository import Wishes


class UnitOfWork(Protocol):
    """What a use case works on. It ends with the use case: nobody keeps it, nobody commits it by hand."""

    @property
    def now(self) -> datetime:
        """The one moment at which all of this happens."""

    @property
    def settings(self) -> Settings:
        """The numbers of the community that this is about: of whoever acts, or the one that was entered.

        `config.yaml`, over it what the charter says, and over both what was changed by chat.
        """

    def settings_of(self, community: CommunityId, at: datetime | None = None) -> Settings:
        """A community's numbers, now or as they were at a moment: what began then keeps its rules."""

    def enter(self, community: CommunityId | None) -> None:
        """From here on it is about this community: for what time brings about in one after the other."""

    @property
    def owes(self) -> bool:
        """Whether this leaves something to deliver, or to listen to."""

    @property
    def defaults(self) -> Settings:
        """What `config.yaml` says, and over it the charter."""

    @property
    def setting_changes(self) -> SettingChanges: ...

    @property
    def link(self) -> str:
        """Where the bot's private chat opens: https://t.me/<username>"""

    @property
    def residents(self) -> Residents: ...

    @property
    def codes(self) -> HouseholdCodes: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def households(self) -> Households: ...

    @property
    def roles(self) -> Roles: ...

    @property
    def committees(self) -> Committees: ...

    @property
    def committee_months(self) -> CommitteeMonths: ...

    @property
    def groups(self) -> Groups: ...

    @property
    def roll(self) -> RollBooks: ...

    @property
    def roll_imports(self) -> RollImports: ...

    @property
    def sittings(self) -> Sittings: ...

    @property
    def concerns(self) -> Concerns: ...

    @property
    def chains(self) -> Chains: ...

    @property
    def supporters(self) -> Supporters: ...

    @property
    def inboxes(self) -> Inboxes: ...

    @property
    def canned(self) -> CannedAnswers: ...

    @property
    def agenda(self) -> Agenda: ...

    @property
    def attendance(self) -> Attendance: ...

    @property
    def reminders(self) -> Reminders: ...

    @property
    def alternates(self) -> Alternates: ...

    @property
    def previews(self) -> Previews: ...

    @property
    def floor(self) -> Floor: ...

    @property
    def minutes(self) -> MinuteBook: ...

    @property
    def recordings(self) -> Recordings: ...

    @property
    def votes(self) -> Votes: ...

    @property
    def vote_roll(self) -> VoteRoll: ...

    @property
    def ballots(self) -> BallotBox: ...

    @property
    def outcomes(self) -> Outcomes: ...

    @property
    def charters(self) -> Charters: ...

    @property
    def assessments(self) -> Assessments: ...

    @property
    def surveys(self) -> Surveys: ...

    @property
    def health(self) -> HealthBook: ...

    @property
    def measures(self) -> Measures: ...

    @property
    def menus(self) -> CommandMenus: ...

    @property
    def reports(self) -> Reports: ...

    @property
    def reviews(self) -> Reviews: ...

    @property
    def cards(self) -> Cards: ...

    @property
    def admissions(self) -> Admissions: ...

    @property
    def help(self) -> HelpRequests: ...

    @property
    def wishes(self) -> Wishes: ...

    @property
    def goods(self) -> Goods: ...

    @property
    def redemptions(self) -> Redemptions: ...

    @property
    def good_deeds(self) -> GoodDeeds: ...

    @property
    def quests(self) -> QuestBook: ...

    @property
    def honours(self) -> Honours: ...

    @property
    def awards(self) -> Awards: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def deeds(self) -> Deeds: ...

    @property
    def point_books(self) -> PointBooks: ...

    @property
    def savings(self) -> Savings: ...

    @property
    def figures(self) -> Figures: ...

    @property
    def buildings(self) -> Buildings: ...

    @property
    def announcements(self) -> Announcements: ...

    @property
    def rights(self) -> Rights: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def conversations(self) -> Conversations: ...

    @property
    def claims(self) -> Claims: ...

    @property
    def audit(self) -> AuditLog: ...

    @property
    def experts(self) -> ExpertRequests: ...

    @property
    def inquiries(self) -> Inquiries: ...

    @property
    def oversight(self) -> Oversight: ...

    @property
    def archive(self) -> Archive: ...

    actor: Reader | None
    """Whose act this is; nobody's, where time brought it about."""

    @property
    def events(self) -> list[Event]:
        """What was recorded so far, in order."""

    @property
    def repeated(self) -> bool:
        """Whether the update behind this had its effect before: then nothing is kept, only answered how things are."""

    def handled(self, key: UpdateKey) -> bool:
        """Whether this update had its effect before."""

    def forget_handled(self) -> None:
        """Forget updates that Telegram will not send again."""

    def leave_no_trace(self) -> None:
        """Somebody was erased here: once this is committed, nothing of them stays in the bytes of the books."""

    def return_to(self, event: int) -> None:
        """To the community in which the event of this number was recorded, for what follows from it."""

    def record(self, event: Event) -> None:
        """Something happened; `bot/reactions.py` says what follows, in this same transaction."""
