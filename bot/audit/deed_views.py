"""How the log says what somebody did."""

from collections.abc import Mapping

from bot.admission.model import AdmissionAsked, AdmissionDecided
from bot.agenda.model import events as agenda
from bot.announcements import model as announced
from bot.archive.model import CommunityExported, PeopleExported
from bot.attendance.model.rsvp import Answered
from bot.committees import model as committees
from bot.concerns.model import events as concerns
from bot.floor.model import events as floor
from bot.groups import model as groups
from bot.help.model import HelpAsked, HelpTaken
from bot.households import model as households
from bot.inquiries import model as inquiries
from bot.kit.events import Event
from bot.kit.words import later
from bot.minutes.model import events as minutes
from bot.moderation import model as moderation
from bot.points.model import events as points
from bot.redeeming.model import good, redemption
from bot.residents import model as residents
from bot.rights import model as rights
from bot.roles import model as roles
from bot.savings import model as savings
from bot.settings import model as settings
from bot.sittings.model import sitting as sittings
from bot.votes.model import events as votes
from bot.wishes.model import events as wishes

_DEEDS: Mapping[type[Event], str] = {
    AdmissionAsked: later("asked to be let in"),
    AdmissionDecided: later("decided who is let in"),
    announced.AnnouncementMade: later("announced something"),
    announced.AnnouncementCancelled: later("stopped an announcement"),
    Answered: later("said whether they come"),
    inquiries.InquiryOpened: later("opened an inquiry"),
    inquiries.InquiryAskedAgain: later("asked again in an inquiry"),
    inquiries.InquiryAnswered: later("answered an inquiry"),
    inquiries.InquirySettled: later("closed an inquiry"),
    CommunityExported: later("took the records out, without names"),
    PeopleExported: later("took the records out, with names"),
    HelpAsked: later("asked for help"),
    HelpTaken: later("came to help"),
    points.DeedTold: later("told of a good deed"),
    points.DeedDecided: later("confirmed a good deed, or could not"),
    agenda.ItemProposed: later("proposed an item"),
    agenda.ConcernOnAgenda: later("made a concern an item"),
    agenda.ItemMoved: later("moved an item on"),
    agenda.ItemScheduled: later("put an item on the agenda"),
    agenda.ItemUnscheduled: later("took an item off the agenda"),
    agenda.ItemScoped: later("said whose matter an item is"),
    agenda.WordingFrozen: later("froze the words of a motion"),
    agenda.ExpertAsked: later("asked for an expert"),
    agenda.ExpertSought: later("asked for an expert whom we do not have"),
    agenda.PointMade: later("said something about an item"),
    committees.CommitteeFounded: later("set a committee up"),
    committees.CommitteeChanged: later("changed what a committee sees to"),
    committees.CommitteeEnded: later("ended a committee"),
    concerns.ConcernRaised: later("reported a concern"),
    concerns.ConcernClaimed: later("took a concern on"),
    concerns.ConcernHandedOver: later("handed a concern over"),
    concerns.ConcernSaid: later("answered a concern"),
    concerns.OfficialReply: later("replied for the sub-district office"),
    concerns.ConcernJoined: later("joined two concerns"),
    concerns.ConcernConfirmed: later("said that a concern is solved"),
    concerns.ConcernReopened: later("said that a concern is not solved"),
    concerns.ConcernStillBad: later("said that it is bad again"),
    concerns.ConcernWithdrawn: later("took a concern back"),
    floor.SittingOpened: later("opened the deliberation day"),
    floor.SittingClosed: later("closed the deliberation day"),
    floor.SittingNotHeld: later("adjourned the deliberation day"),
    floor.CheckedIn: later("checked in"),
    floor.ChairGiven: later("gave the chair"),
    floor.ItemTreated: later("opened or closed an item"),
    floor.FloorGiven: later("gave the floor"),
    groups.BotAdded: later("took the bot into a group"),
    groups.BotRemoved: later("took the bot out of a group"),
    groups.BotPromoted: later("gave the bot its rights"),
    groups.BotDemoted: later("took rights from the bot"),
    groups.GroupAssigned: later("said what a group is for"),
    households.RepresentativeProposed: later("proposed who speaks for a household"),
    households.RepresentativeAccepted: later("speaks for a household now"),
    households.RevocationAsked: later("asked to end speaking for a household"),
    households.RepresentationEnded: later("ended speaking for a household"),
    minutes.MinutesApproved: later("approved the minutes"),
    minutes.ErratumWritten: later("asked to correct the minutes"),
    minutes.ErratumDecided: later("decided on a correction of the minutes"),
    moderation.MeasureTaken: later("took a measure in the group"),
    moderation.MeasureUndone: later("undid a measure in the group"),
    savings.SavingEntered: later("entered money saved or raised"),
    savings.SavingProved: later("proved money saved or raised"),
    savings.SavingStruck: later("struck money saved or raised"),
    redemption.Handed: later("handed something over"),
    redemption.Missed: later("said that something was not handed over"),
    good.ShelfChanged: later("changed what can be exchanged for points"),
    residents.CommunitySetUp: later("set the community up"),
    residents.ResidentJoined: later("joined a household"),
    residents.ResidentTakenOff: later("took somebody off the roll"),
    rights.CorrectionAsked: later("asked to correct the roll"),
    rights.CorrectionDecided: later("decided on a correction of the roll"),
    roles.Appointed: later("appointed somebody"),
    roles.Dismissed: later("ended somebody's role"),
    roles.TermReplaced: later("changed somebody's term"),
    roles.Overstepped: later("tried what guides leave to residents, and was refused"),
    roles.Volunteered: later("offered to take a role on"),
    settings.SettingChanged: later("changed a setting"),
    sittings.SittingCalled: later("called an extraordinary deliberation day"),
    sittings.SittingCalledOff: later("called a deliberation day off"),
    sittings.WorkshopCalledOff: later("called a workshop off"),
    votes.VoteOpened: later("opened a vote"),
    votes.VoteExtended: later("extended a vote"),
    votes.VoteAnnulled: later("annulled a vote"),
    wishes.WishClaimed: later("came to grant a wish"),
    wishes.WishGivenBack: later("could not grant a wish"),
    wishes.WishGranted: later("said that a wish is granted"),
    wishes.WishEnded: later("ended a wish"),
}
DEEDS: Mapping[str, str] = {kind.__name__: said for kind, said in _DEEDS.items()}
"""By the event's name, as it is kept."""
