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
from bot.concerns.notices import cards as concern_cards
from bot.concerns.notices import staff as concern_staff
from bot.delivery.model import ChatMigrated
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
from bot.residents.model import CommunitySetUp, ResidentJoined, ResidentTakenOff
from bot.rights import notices as rights
from bot.rights.model import CorrectionAsked, CorrectionDecided, DeletionNear, DeletionPutOff
from bot.roles import notices as role_notices
from bot.roles import service as roles
from bot.roles.model import Appointed, Dismissed, TermReplaced, Volunteered
from bot.roll import notices as roll
from bot.town import Reactions

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
    ConcernRaised: [concern_cards.show_cards],
    ConcernClaimed: [concern_cards.show_cards, concern_author.hears_who_sees_to_it],
    ConcernHandedOver: [
        concern_cards.show_cards,
        concern_author.hears_who_sees_to_it,
        inbox_notices.tell_who_sees_to_it_now,
    ],
    ConcernSaid: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_author.hears_what_was_said,
    ],
    ConcernJoined: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_author.hears_it_is_joined,
    ],
    ConcernConfirmed: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_staff.handler_hears_verdict,
        concern_author.those_of_duplicates_hear,
    ],
    ConcernReopened: [concern_cards.show_cards, concern_staff.handler_hears_verdict],
    ConcernStillBad: [concern_staff.handler_hears_verdict],
    ConcernWithdrawn: [
        concern_author.nothing_of_alarms_any_more,
        concern_cards.show_cards,
        concern_staff.handler_hears_verdict,
    ],
    ConcernRunsOut: [concern_staff.alarm],
    ConcernLapsed: [
        concern_cards.show_cards,
        concern_author.hears_it_lapsed,
        concern_author.those_of_duplicates_hear,
    ],
    ConcernResumed: [concern_cards.show_cards, concern_author.hears_it_goes_on],
    FollowUpDue: [concern_author.is_asked_once_more],
    ResidentJoined: [admission.close, households.follow_joining],
    ConcernLeft: [concern_cards.cards_lose_name, concern_cards.staff_hears_author_left],
    PersonForgotten: [rights.cover_cards, let_go],
    DeletionNear: [rights.remind],
    DeletionPutOff: [rights.tell_put_off],
    CorrectionAsked: [rights.show_cards],
    CorrectionDecided: [rights.show_cards, rights.tell_decision],
    AdmissionAsked: [admission_notices.show_cards],
    AdmissionDecided: [admission_notices.show_cards, admission_notices.tell_who_asked],
    HelpAsked: [help_notices.show_cards],
    HelpTaken: [help_notices.show_cards, help_notices.tell_who_comes],
}
