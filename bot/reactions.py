"""When this happened, that follows: in the same transaction, in this order. The whole policy on one page."""

from bot.admission import notices as admission_notices
from bot.admission import service as admission
from bot.admission.model import AdmissionAsked, AdmissionDecided
from bot.concerns import notices as concerns
from bot.concerns.behalf_notices import author_hears_what_was_told
from bot.concerns.leaving import ConcernLeft, let_go
from bot.concerns.model.events import (
    ConcernAnswered,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernHandedOver,
    ConcernRaised,
    ConcernReopened,
)
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
    ConcernRaised: [concerns.show_cards, author_hears_what_was_told],
    ConcernClaimed: [concerns.show_cards, concerns.author_hears_of_claim],
    ConcernHandedOver: [concerns.show_cards, concerns.author_hears_of_claim],
    ConcernAnswered: [concerns.show_cards, concerns.author_hears_answer],
    ConcernConfirmed: [concerns.show_cards, concerns.handler_hears_verdict],
    ConcernReopened: [concerns.show_cards, concerns.handler_hears_verdict],
    ResidentJoined: [admission.close, households.follow_joining],
    ConcernLeft: [concerns.cards_lose_name, concerns.staff_hears_author_left],
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
