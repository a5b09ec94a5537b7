"""When this happened, that follows: in the same transaction, in this order. The whole policy on one page."""

from bot.admission import notices as admission_notices
from bot.admission import service as admission
from bot.admission.model import AdmissionAsked, AdmissionDecided
from bot.agenda import notices as agenda_notices
from bot.agenda.model.events import (
    ConcernOnAgenda,
    ExpertAsked,
    ExpertSought,
    ItemMoved,
    ItemScheduled,
    ItemScoped,
    ItemUnscheduled,
    PointMade,
    WordingFrozen,
)
from bot.agenda.service import proposing as agenda_proposing
from bot.agenda.service import scheduling as agenda_scheduling
from bot.announcements import model as announced
from bot.announcements import notices as announcement_notices
from bot.announcements.service import sending as announcing
from bot.assessments import model as assessed
from bot.assessments import notices as assessment_notices
from bot.assessments import service as assessments
from bot.attendance import notices as attendance_notices
from bot.attendance.model.alternates import AlternateAsked, QuorumInDoubt
from bot.attendance.model.reminders import RemindersDue
from bot.attendance.model.rsvp import Answered, SeatGiven, SignupChanged
from bot.attendance.service import coming, reminding, standing_in
from bot.audit import service as audit
from bot.booth import notices as booth
from bot.booth.model.events import TurnoutChanged
from bot.charter import notices as charter_notices
from bot.charter import service as charter
from bot.charter.model import CharterAmended
from bot.committees import model as committee
from bot.committees import notices as committee_notices
from bot.committees import service as committees
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
    DraftHeard,
    FollowUpDue,
    OfficialReply,
)
from bot.concerns.notices import author as concern_author
from bot.concerns.notices import behalf as concern_behalf
from bot.concerns.notices import cards as concern_cards
from bot.concerns.notices import staff as concern_staff
from bot.concerns.notices import voice as concern_voice
from bot.concerns.service import author as concern_authors
from bot.concerns.service import listening as concern_listening
from bot.concerns.service import support as concern_support
from bot.delivery.model import ChatMigrated
from bot.floor import notices as floor_notices
from bot.floor.model import events as sitting
from bot.floor.service import chairing as floor_chairs
from bot.floor.service import looking as floor
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
from bot.honours import notices as honour_notices
from bot.honours.model import pioneer
from bot.honours.model import thanks as thanked
from bot.honours.service import looking as honours
from bot.honours.service import thanking
from bot.households import notices as household_notices
from bot.households import service as households
from bot.households.model import (
    RepresentationEnded,
    RepresentativeAccepted,
    RepresentativeProposed,
    RevocationAsked,
)
from bot.inbox import notices as inbox_notices
from bot.inquiries import model as inquiry
from bot.inquiries import notices as inquiry_notices
from bot.kit.events import AccountChanged, Event, PersonForgotten
from bot.menu import notices as menu
from bot.menu.model import MenuOutdated
from bot.minutes import notices as minutes_notices
from bot.minutes.model import events as minuted
from bot.minutes.service import drafting as minutes
from bot.moderation import notices as moderation
from bot.moderation.model import MeasureOver, MeasureTaken, MeasureUndone, SpokeTooSoon
from bot.outcomes import notices as outcome_notices
from bot.outcomes.model import events as outcome
from bot.outcomes.service import minuting, settling, stating
from bot.oversight import model as overseen
from bot.oversight import notices as oversight_notices
from bot.points import notices as point_notices
from bot.points.model import events as points
from bot.points.service import earning
from bot.points.service import leaving as points_leaving
from bot.previews import notices as preview_notices
from bot.previews.model.events import PapersReady, PreviewChanged, PreviewLate, PreviewOver, PreviewReady
from bot.previews.service import publishing as previews
from bot.redeeming import notices as redeeming_notices
from bot.redeeming.model import redemption as redeemed
from bot.redeeming.service import handing
from bot.reports import notices as report_notices
from bot.reports.model.events import MonthOver, OverdueCounted, TenChosen, WeekOver
from bot.reports.service import publishing as reports
from bot.residents.model import CommunitySetUp, ResidentJoined, ResidentTakenOff
from bot.rights import notices as rights
from bot.rights.model import CorrectionAsked, CorrectionDecided, DeletionNear, DeletionPutOff
from bot.roles import notices as role_notices
from bot.roles import service as roles
from bot.roles.model import Appointed, Dismissed, TermReplaced, Volunteered
from bot.roll import notices as roll
from bot.settings import model as setting
from bot.settings import notices as setting_notices
from bot.sittings import notices as sitting_notices
from bot.sittings.model import sitting as sittings
from bot.surveys import notices as survey_notices
from bot.surveys import service as surveys
from bot.town import Reactions
from bot.voice.model import RecordingHeard
from bot.votes.model import events as vote
from bot.votes.service import reminding as vote_reminding
from bot.wishes import notices as wish_notices
from bot.wishes.model import events as wished
from bot.wishes.service import helping as wishes

REACTIONS: Reactions = {
    Event: [audit.write_down],
    CommunitySetUp: [
        roles.founder_moderates,
        menu.pin_group_card,
        previews.group_has_changed,
        booth.group_has_changed,
        charter.begin,
    ],
    ChatMigrated: [groups.follow_migration, menu.pin_card_anew, previews.group_has_changed],
    BotAdded: [groups_notices.greet, menu.put_card_on_top, previews.group_has_changed, booth.group_has_changed],
    BotRemoved: [groups_notices.tell_moderators],
    BotDemoted: [groups_notices.tell_moderators],
    BotPromoted: [menu.put_card_on_top],
    GroupAssigned: [menu.put_card_on_top, previews.group_has_changed, booth.group_has_changed],
    CardLost: [menu.put_card_on_top],
    AdministratorWanted: [groups_notices.ask_who_administers],
    ResidentTakenOff: [
        households.follow_taking_off,
        roll.tell_who_left,
        coming.follow_taking_off,
        points_leaving.follow_taking_off,
    ],
    RepresentativeProposed: [household_notices.ask_proposed],
    RepresentativeAccepted: [household_notices.tell_accepted],
    RevocationAsked: [household_notices.ask_second],
    RepresentationEnded: [household_notices.tell_ended],
    Appointed: [role_notices.tell_appointed, role_notices.owe_reminder, menu.offer_commands],
    TermReplaced: [role_notices.withdraw_reminder, menu.offer_commands],
    Dismissed: [role_notices.withdraw_reminder, role_notices.tell_dismissed, menu.offer_commands],
    AccountChanged: [menu.offer_anew],
    MenuOutdated: [menu.offer_anew],
    MeasureTaken: [moderation.carry_out],
    MeasureOver: [moderation.tell_over],
    MeasureUndone: [moderation.undo],
    SpokeTooSoon: [moderation.remind_of_turn],
    Volunteered: [role_notices.tell_moderators],
    sittings.SittingConvened: [reminding.plan_ahead, previews.plan_preview],
    sittings.SittingCalled: [sitting_notices.show_in_group, reminding.plan_ahead, previews.plan_preview],
    sittings.SittingCalledOff: [
        sitting_notices.show_in_group,
        attendance_notices.withdraw_all,
        reminding.call_off,
        preview_notices.tell_no_more,
        previews.take_down,
        agenda_scheduling.follow_calling_off,
        floor_chairs.follow_calling_off,
    ],
    sittings.WorkshopConvened: [reminding.plan_ahead],
    sittings.WorkshopCalledOff: [sitting_notices.show_in_group, attendance_notices.withdraw_all, reminding.call_off],
    Answered: [attendance_notices.follow_answer, standing_in.follow_answer],
    RemindersDue: [attendance_notices.remind, floor_notices.nobody_hears_twice],
    QuorumInDoubt: [attendance_notices.alarm],
    AlternateAsked: [attendance_notices.ask_alternate],
    SeatGiven: [attendance_notices.tell_of_seat],
    SignupChanged: [previews.signup_has_changed],
    PreviewChanged: [preview_notices.show_in_group],
    PapersReady: [preview_notices.publish_papers],
    PreviewReady: [preview_notices.tell_in_private],
    PreviewLate: [preview_notices.tell_moderators],
    PreviewOver: [preview_notices.take_from_top],
    ConcernOnAgenda: [agenda_proposing.note_in_chain, agenda_notices.author_of_concern_hears],
    ItemMoved: [
        agenda_notices.hear_of_step,
        agenda_notices.moderators_look_after,
        agenda_notices.who_objected_too_hears,
        settling.follow_item,
        previews.item_has_changed,
    ],
    ItemScheduled: [agenda_notices.hear_of_agenda, previews.item_has_changed],
    ItemUnscheduled: [agenda_notices.hear_it_is_off, previews.item_has_changed],
    ItemScoped: [previews.item_has_changed],
    WordingFrozen: [charter.check_wording, agenda_notices.hear_of_wording, previews.item_has_changed],
    ExpertAsked: [agenda_notices.guides_are_asked],
    ExpertSought: [agenda_notices.moderators_look_for_expert],
    PointMade: [
        agenda_notices.asker_hears_answer,
        agenda_notices.asker_hears_advice,
        agenda_notices.proposer_hears_reply,
        agenda_notices.moderators_answer,
        settling.follow_verdict,
    ],
    sitting.ChairWanted: [floor_notices.ask_who_chairs],
    sitting.SittingOpened: [floor.show, floor_notices.no_second_start],
    sitting.CheckedIn: [floor.show],
    sitting.ChairGiven: [floor_notices.tell_chairs],
    sitting.ItemTreated: [floor.show, floor_notices.offer_floor, floor_notices.proposer_hears],
    sitting.QueueChanged: [floor.show],
    sitting.FloorGiven: [floor.show, floor_notices.call_speaker],
    sitting.PeopleInvited: [floor_notices.invite],
    sitting.QuorumMissing: [floor_notices.ask_chair],
    sitting.SittingClosed: [floor.show, minutes.draft, earning.reward_attendance, assessments.begin],
    assessed.RatersWanted: [assessment_notices.ask],
    assessed.ScorePublished: [assessment_notices.publish],
    sitting.SittingNotHeld: [floor.show],
    sitting.FloorShown: [floor_notices.show_board],
    minuted.MinutesDrafted: [minutes_notices.hand_to_chair],
    minuted.MinutesLate: [minutes_notices.remind],
    minuted.MinutesApproved: [minutes_notices.remind_no_longer],
    minuted.MinutesPublished: [minutes_notices.show_in_group, minutes_notices.tell_whose_matter],
    minuted.MinutesFinal: [minutes_notices.show_in_group, minutes_notices.tell_what_is_left],
    minuted.BallotsCounted: [minutes_notices.show_in_group],
    minuted.ErratumWritten: [minutes_notices.show_cards],
    minuted.ErratumDecided: [minutes_notices.show_in_group, minutes_notices.show_cards, minutes_notices.tell_who_wrote],
    outcome.OutcomeStated: [outcome_notices.publish, minuting.add_to_minutes],
    outcome.OutcomeFinal: [outcome_notices.show_in_group, outcome_notices.tell_group, charter.amend],
    CharterAmended: [charter_notices.tell_group],
    outcome.OutcomeSetAside: [
        outcome_notices.show_in_group,
        outcome_notices.tell_group,
        minuting.add_to_minutes,
    ],
    outcome.VerdictWanted: [outcome_notices.moderators_decide],
    RecordingHeard: [concern_listening.hear],
    DraftHeard: [concern_voice.ask_on],
    ConcernRaised: [
        concern_cards.show_cards,
        concern_voice.liaison_hears_it,
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
    OfficialReply: [concern_author.hears_official_reply],
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
        earning.reward_author,
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
    WeekOver: [report_notices.post_digest, point_notices.publish_awards, point_notices.publish_sorting],
    TenChosen: [report_notices.announce_ten],
    MonthOver: [committees.put_months_together],
    committee.CommitteeReported: [committee_notices.send_month],
    vote.VoteOpened: [charter.check_vote, booth.show_card],
    vote.VoteExtended: [booth.show_card, booth.group_hears_of_extension],
    vote.VoteAnnulled: [booth.show_card, booth.group_hears_of_annulment],
    vote.VoteClosed: [stating.state, booth.show_card, earning.reward_voters],
    vote.VoteReminded: [booth.remind],
    TurnoutChanged: [booth.follow_ballots],
    ResidentJoined: [
        admission.close,
        households.follow_joining,
        concern_authors.follow_joining,
        vote_reminding.follow_joining,
        points_leaving.follow_moving,
    ],
    ConcernLeft: [concern_cards.cards_lose_name, concern_cards.staff_hears_author_left],
    points.Earned: [earning.reward],
    points.PointsPaid: [point_notices.thank, honours.hear_of_badge],
    points.PointsTakenBack: [point_notices.tell_taken_back],
    points.DeedTold: [point_notices.show_deed],
    points.DeedDecided: [point_notices.show_deed, point_notices.tell_of_deed],
    points.BudgetSpent: [point_notices.tell_budget_spent],
    announced.AnnouncementMade: [announcing.start],
    announced.AnnouncementDue: [announcement_notices.write_to_readers],
    announced.AnnouncementProgressed: [announcement_notices.show_progress],
    announced.AnnouncementCancelled: [announcement_notices.show_progress],
    setting.SettingChanged: [setting_notices.tell_others],
    PersonForgotten: [
        rights.cover_cards,
        let_go,
        wishes.let_go,
        handing.let_go,
        points_leaving.let_go,
        point_notices.cover_deeds,
        thanking.follow_forgetting,
    ],
    DeletionNear: [rights.remind],
    DeletionPutOff: [rights.tell_put_off],
    CorrectionAsked: [rights.show_cards],
    CorrectionDecided: [rights.show_cards, rights.tell_decision],
    AdmissionAsked: [admission_notices.show_cards],
    AdmissionDecided: [admission_notices.show_cards, admission_notices.tell_who_asked],
    HelpAsked: [help_notices.show_cards],
    HelpTaken: [help_notices.show_cards, help_notices.tell_who_comes],
    wished.CardChanged: [wish_notices.show_card],
    wished.WishClaimed: [wish_notices.show_card, wish_notices.helper_reads_where, wish_notices.wisher_hears_who_comes],
    wished.WishQueued: [wish_notices.who_queues_reads_how_to_leave],
    wished.WishGivenBack: [wish_notices.show_card, wish_notices.hear_of_return],
    wished.WishOffered: [wish_notices.show_card, wish_notices.ask_next],
    wished.WishGranted: [wish_notices.show_card, wish_notices.thank, earning.reward_helper],
    wished.WishThanked: [wish_notices.hand_thanks_on],
    wished.WishEnded: [wish_notices.show_card, wish_notices.hear_of_end],
    wished.WishDue: [wish_notices.ask_what_becomes_of_it],
    wished.PhotoWanted: [wish_notices.send_photo],
    thanked.BadgeEarned: [honour_notices.tell_of_badge],
    thanked.DoerThanked: [honour_notices.thank_in_private],
    thanked.MonthThanked: [honour_notices.thank_in_group],
    pioneer.NominationsOpened: [honour_notices.open_in_group],
    pioneer.Nominated: [honour_notices.ask_nominee],
    pioneer.Shortlisted: [honour_notices.list_in_group],
    pioneer.PioneersPublished: [honour_notices.publish_in_group, honour_notices.congratulate],
    inquiry.InquiryOpened: [inquiry_notices.ask],
    inquiry.InquiryAskedAgain: [inquiry_notices.ask],
    inquiry.InquiryAnswered: [inquiry_notices.tell_supervisors],
    inquiry.InquirySettled: [inquiry_notices.tell_who_answered],
    inquiry.InquiryRunsOut: [inquiry_notices.run_out],
    overseen.PackReady: [oversight_notices.hand_out],
    overseen.PackNoted: [oversight_notices.publish],
    overseen.PackNoteMissing: [oversight_notices.remind],
    redeemed.Handed: [redeeming_notices.ask_owner],
    redeemed.Missed: [redeeming_notices.tell_who_handed],
    redeemed.PickupNear: [redeeming_notices.remind_owner],
    redeemed.RedemptionExpired: [redeeming_notices.tell_owner_it_expired],
}
