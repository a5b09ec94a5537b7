"""When this happened, that follows: in the same transaction, in this order. The whole policy on one page."""

from bot.admission import notices as admission_notices
from bot.admission import service as admission
from bot.admission.model import AdmissionAsked, AdmissionDecided
from bot.concerns.leaving import ConcernLeft, let_go
from bot.concerns.model.events import (
    ConcernClaimed,
    ConcernConfirmed,
    ConcernHandedOver,
    ConcernJoined,
    ConcernLapsed,
    ConcernRaised,
    ConcernReopened,
    ConcernResumed,
    ConcernRunsOut,
    ConcernSaid,
    ConcernStillBad,
    ConcernWithdrawn,
    FollowUpDue,
)
from bot.concerns.notices import author as concern_author
from bot.concerns.notices import behalf as concern_behalf
from bot.concerns.notices import cards as concern_cards
from bot.concerns.notices import staff as concern_staff
from bot.concerns.service import author as concern_authors
from bot.concerns.service import support as concern_support
from bot.delivery.model import ChatMigrated
from bot.floor.model.events import SittingClosed
from bot.groups import notices as groups_notices
from bot.groups import service as groups
from bot.groups.model import (
    AdministratorWanted,
    BotAdded,
    BotDemoted,
    BotPromoted,
    BotRemoved,
    CardLost,
    GroupAssigned,
)
from bot.help import notices as help_notices
from bot.help.model import HelpAsked, HelpTaken
from bot.households import notices as household_notices
from bot.households import service as households
from bot.households.model import (
    RepresentationEnded,
    RepresentativeAccepted,
    RepresentativeProposed,
    RevocationAsked,
)
from bot.inbox import notices as inbox_notices
from bot.kit.events import PersonForgotten
from bot.menu import notices as menu
from bot.minutes import notices as minutes_notices
from bot.minutes.model.events import (
    ErratumDecided,
    ErratumWritten,
    MinutesApproved,
    MinutesDrafted,
    MinutesFinal,
    MinutesLate,
    MinutesPublished,
)
from bot.minutes.service import drafting as minutes
from bot.reports import notices as report_notices
from bot.reports.model.events import OverdueCounted, TenChosen, WeekOver
from bot.reports.service import publishing as reports
from bot.residents.model import CommunitySetUp, ResidentJoined, ResidentTakenOff
from bot.rights import notices as rights
from bot.rights.model import CorrectionAsked, CorrectionDecided, DeletionNear, DeletionPutOff
from bot.roles import notices as role_notices
from bot.roles import service as roles
from bot.roles.model import Appointed, Dismissed, TermReplaced, Volunteered
from bot.roll import notices as roll
from bot.sittings import notices as sitting_notices
from bot.sittings.model.sitting import SittingCalled, SittingCalledOff
from bot.surveys import notices as survey_notices
from bot.surveys import service as surveys
from bot.town import Reactions
from bot.wishes import notices as wish_notices
from bot.wishes.model.events import (
    CardChanged,
    PhotoWanted,
    WishClaimed,
    WishDue,
    WishEnded,
    WishGivenBack,
    WishGranted,
    WishOffered,
    WishQueued,
    WishThanked,
)
from bot.wishes.service import helping as wishes

REACTIONS: Reactions = {
    CommunitySetUp: [roles.founder_moderates, menu.pin_group_card],
    ChatMigrated: [groups.follow_migration, menu.pin_card_anew],
    BotAdded: [groups_notices.greet, menu.put_card_on_top],
    BotRemoved: [groups_notices.tell_moderators],
    BotDemoted: [groups_notices.tell_moderators],
    BotPromoted: [menu.put_card_on_top],
    GroupAssigned: [menu.put_card_on_top],
    CardLost: [menu.put_card_on_top],
    AdministratorWanted: [groups_notices.ask_who_administers],
    ResidentTakenOff: [households.follow_taking_off, roll.tell_who_left],
    RepresentativeProposed: [household_notices.ask_proposed],
    RepresentativeAccepted: [household_notices.tell_accepted],
    RevocationAsked: [household_notices.ask_second],
    RepresentationEnded: [household_notices.tell_ended],
    Appointed: [role_notices.tell_appointed, role_notices.owe_reminder],
    TermReplaced: [role_notices.withdraw_reminder],
    Dismissed: [role_notices.withdraw_reminder, role_notices.tell_dismissed],
    Volunteered: [role_notices.tell_moderators],
    SittingCalled: [sitting_notices.show_in_group],
    SittingCalledOff: [sitting_notices.show_in_group],
    SittingClosed: [minutes.draft],
    MinutesDrafted: [minutes_notices.hand_to_chair],
    MinutesLate: [minutes_notices.remind],
    MinutesApproved: [minutes_notices.remind_no_longer],
    MinutesPublished: [minutes_notices.show_in_group, minutes_notices.tell_whose_matter],
    MinutesFinal: [minutes_notices.show_in_group, minutes_notices.tell_what_is_left],
    ErratumWritten: [minutes_notices.show_cards],
    ErratumDecided: [minutes_notices.show_in_group, minutes_notices.show_cards, minutes_notices.tell_who_wrote],
    ConcernRaised: [
        concern_cards.show_cards,
        concern_behalf.author_hears_what_was_told,
        reports.overdue_has_changed,
    ],
    ConcernClaimed: [concern_cards.show_cards, concern_author.hears_who_sees_to_it, reports.overdue_has_changed],
    ConcernHandedOver: [
        concern_cards.show_cards,
        concern_author.hears_who_sees_to_it,
        inbox_notices.tell_who_sees_to_it_now,
        reports.overdue_has_changed,
    ],
    ConcernSaid: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_author.hears_what_was_said,
        reports.overdue_has_changed,
    ],
    ConcernJoined: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_author.hears_it_is_joined,
        concern_support.count_duplicate,
        reports.overdue_has_changed,
    ],
    ConcernConfirmed: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_staff.handler_hears_verdict,
        concern_author.those_of_duplicates_hear,
        concern_author.those_who_met_it_hear,
        surveys.ask,
        survey_notices.ask_author,
        reports.overdue_has_changed,
    ],
    ConcernReopened: [concern_cards.show_cards, concern_staff.handler_hears_verdict, reports.overdue_has_changed],
    ConcernStillBad: [concern_staff.handler_hears_verdict],
    ConcernWithdrawn: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_staff.handler_hears_verdict,
        reports.overdue_has_changed,
    ],
    ConcernRunsOut: [concern_staff.alarm, reports.overdue_has_changed],
    ConcernLapsed: [
        concern_cards.show_cards,
        concern_author.hears_it_lapsed,
        concern_author.those_of_duplicates_hear,
        reports.overdue_has_changed,
    ],
    ConcernResumed: [concern_cards.show_cards, concern_author.hears_it_goes_on, reports.overdue_has_changed],
    FollowUpDue: [concern_author.is_asked_once_more],
    OverdueCounted: [report_notices.show_overdue],
    WeekOver: [report_notices.post_digest],
    TenChosen: [report_notices.announce_ten],
    ResidentJoined: [admission.close, households.follow_joining, concern_authors.follow_joining],
    ConcernLeft: [concern_cards.cards_lose_name, concern_cards.staff_hears_author_left],
    PersonForgotten: [rights.cover_cards, let_go, wishes.let_go],
    DeletionNear: [rights.remind],
    DeletionPutOff: [rights.tell_put_off],
    CorrectionAsked: [rights.show_cards],
    CorrectionDecided: [rights.show_cards, rights.tell_decision],
    AdmissionAsked: [admission_notices.show_cards],
    AdmissionDecided: [admission_notices.show_cards, admission_notices.tell_who_asked],
    HelpAsked: [help_notices.show_cards],
    HelpTaken: [help_notices.show_cards, help_notices.tell_who_comes],
    CardChanged: [wish_notices.show_card],
    WishClaimed: [
        wish_notices.show_card,
        wish_notices.helper_reads_where,
        wish_notices.wisher_hears_who_comes,
    ],
    WishQueued: [wish_notices.who_queues_reads_how_to_leave],
    WishGivenBack: [wish_notices.show_card, wish_notices.hear_of_return],
    WishOffered: [wish_notices.show_card, wish_notices.ask_next],
    WishGranted: [wish_notices.show_card, wish_notices.thank],
    WishThanked: [wish_notices.hand_thanks_on],
    WishEnded: [wish_notices.show_card, wish_notices.hear_of_end],
    WishDue: [wish_notices.ask_what_becomes_of_it],
    PhotoWanted: [wish_notices.send_photo],
}
