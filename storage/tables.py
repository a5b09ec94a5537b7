"""All tables, for migrations and for tests that compare the two."""

import storage.admission
import storage.agenda_tables
import storage.announcements
import storage.assessments
import storage.attendance_tables
import storage.audit
import storage.awards
import storage.chains
import storage.committee_months
import storage.committees
import storage.concern_tables
import storage.conversations
import storage.experts
import storage.floor_tables
import storage.good_deeds
import storage.groups
import storage.health
import storage.help
import storage.honours
import storage.households
import storage.inbox
import storage.inquiries
import storage.menus
import storage.minutes_tables
import storage.moderation
import storage.outbox
import storage.outcomes_tables
import storage.oversight
import storage.owners
import storage.points_tables
import storage.previews
import storage.quests
import storage.recordings
import storage.redeeming_tables
import storage.reports
import storage.review
import storage.rights
import storage.roles
import storage.roll
import storage.roll_imports
import storage.savings
import storage.settings
import storage.sittings
import storage.supporters
import storage.surveys
import storage.updates
import storage.vote_tables
import storage.wishes  # noqa: F401 - importing them is what registers their tables
from storage.schema import metadata

__all__ = ["metadata"]
