"""Who reaches what: by hand. Whoever adds a command, button, word, door or form says here for whom it is."""

from collections.abc import Mapping

from tests.roles.cast_of_roles import PEOPLE

EVERYBODY = frozenset(PEOPLE)
HERE = EVERYBODY - {"known", "stranger"}
"""Who lives here or has a role here."""
NEIGHBOURS = HERE - {"guide", "government", "supervisor"}
GROUPS = {"everybody": EVERYBODY, "here": HERE, "neighbours": NEIGHBOURS, "nobody": frozenset[str]()}

_REACHED: Mapping[str, str] = {
    "everybody": """
        /announce@group · /annul@group · /assign · /assign@group · /award@group · /boundary · /boundary@group ·
        /chair@group · /charter · /charter@group · /check@group · /correct · /correct@group · /deleteme ·
        /deleteme@group · /elder · /export@group · /extend@group · /goods@group · /handover@group · /help · /here@group
        · /history · /home · /inquire@group · /item · /join · /keepme · /keepme@group · /language · /mydata ·
        /mydata@group · /openvote@group · /ordinary · /paperballot@group · /person · /preview · /preview@group ·
        /propose@group · /redeem@group · /reply · /resolutions@group · /role@group · /roll@group · /rules · /rules@group
        · /setup@group · /sitting@group · /sittings@group · /speak@group · /start · /takeback · /takedown ·
        /takedown@group · /tiers · /verify · /verify@group · /vote · /vote@group · /wednesday · /wednesday@group ·
        /why@group · /wish@group · /wishes@group · /withdraw · admission.AdmitAnew · admission.AdmitAs ·
        admission.AskTheirAge · admission.LivesIn · admission.NotHere · admission.Seek · admission.TurnBuildings ·
        admission.WithoutRoom · agenda.AmendProposal · agenda.AnotherItem · agenda.AnswerPoint · agenda.AskAgain ·
        agenda.ConfirmProposal · agenda.DecideObjection · agenda.DropProposal · agenda.HearPoint · agenda.KeepWords ·
        agenda.LeaveWords · agenda.PapersSent · agenda.ReadAnswer · agenda.ReadProposal · agenda.ReadWords ·
        agenda.SeePaper · agenda.SkipQuestion · agenda.WordsAnew · assessments.RateSitting ·
        form savings.Money · savings.DropMoney · savings.ProveLater ·
        door score · kit.SeeScore · announcements.DropAnnouncement ·
        announcements.MoreBuildings · announcements.MoreRoles · announcements.MoreWays · announcements.ReadAnnouncement
        · announcements.SeeDraft · booth.AskOpening · booth.DropOpening · booth.DropReason · booth.PapersDone ·
        booth.ReadReason · booth.ReasonAnew · booth.SeeMissing · booth.SeeVote · charter.ReadCharter · concerns.AddMedia
        · concerns.Amend · concerns.Another · concerns.AskAgain · concerns.Confirm · concerns.Drop · concerns.HeardRight
        · concerns.HeardWrong · concerns.NotNow · concerns.NotWait ·
        concerns.OfficiallyAnew · concerns.ReadOfficialWord · concerns.PickCategory · concerns.PickDay ·
        concerns.ReadAnswer · concerns.ReadBack · concerns.ReadOn · concerns.Solved · concerns.TurnCategories ·
        concerns.Withdraw · door charter · door code · door erratum · door home · door inquiry · door join ·
        door preview · door propose · door step · door verify · door vote · door votes · floor.CountAnew · floor.Number
        · floor.RecordResult · groups.Assign · groups.Found · groups.SetUpGroup · inbox.SendMany · inbox.SendOne ·
        inbox.TurnForMany · inbox.UseForMany · inquiries.AnswerInquiry · inquiries.AskAgain · inquiries.Drop ·
        inquiries.ReadBack · inquiries.SeeInquiry · inquiries.Send · inquiries.Settle · kit.AskForHelp · kit.GoHome ·
        kit.Nothing · kit.ProposeFrom · kit.SeeCharter · kit.SeePreview · kit.SeeVotes · menu.HowItWorks ·
        minutes.DropWords · minutes.HandIn · minutes.SayAnew · minutes.WriteErratum · moderation.SeeMeasure ·
        moderation.SeeRules · moderation.Take · moderation.Undo · outcomes.LeaveReceipt · oversight.DropNote ·
        oversight.PublishNote · oversight.ReadNoteBack · points.AwardPoints · points.AwardTo · points.DecideDeed ·
        points.DropAward · points.DropDeed · points.HowToEarn · previews.IntoCalendar · previews.PrintAgenda ·
        previews.SeeAgenda · previews.SeeMore · redeeming.AddGoodPhoto · redeeming.DropGood · redeeming.Miss ·
        redeeming.NoGoodPhoto · redeeming.Receive · redeeming.SayOfGood · redeeming.Undo · residents.Both ·
        residents.Consent · residents.Join · residents.Manner · residents.MyAge · residents.NoCode · residents.NotListed
        · residents.ReadConsent · residents.Speak · residents.ThatIsMe · residents.TurnPlaces · residents.Withdraw ·
        review.FetchBook · review.FetchSheet · review.FetchTable · review.SeeChart · review.SeeReport · review.SeeWords
        · rights.Correct · rights.Decide · rights.Delete · rights.ExplainDeletion · rights.FetchFile · rights.KeepMe ·
        rights.MyAgeIsWrong · rights.SeeKept · roles.HowToBecome · roles.SeeBoundary · says How it works ·
        says I withdraw my consent · says Ordinary · says Read the charter · says See the agenda · says Vote ·
        says Where guides stop · says large buttons · says 亲情版 · says 关怀版 ·
        says 关爱版 · says 字大一点 · says 普通版 · says 标准版 ·
        says 长辈版 · says 🙋 Ask a person · settings.BecomesWord · settings.DropSetting · sittings.AtHour ·
        sittings.ConfirmOff · sittings.DropSitting · sittings.Later · sittings.OnDay · sittings.SayAnew ·
        sittings.SeeCalendar · surveys.Rate · surveys.RateBadly · talk.Belongs · talk.Mean · talk.MeanNothing ·
        wishes.AddPhoto · wishes.ConfirmWish · wishes.DropWish · wishes.GiveBack · wishes.Grant · wishes.LeaveQueue ·
        wishes.NameMe · wishes.NoPhoto · wishes.SayAnew · wishes.WaitOn · wishes.Withdraw · wishes.WriteThanks ·
        form admission.Asking ·
        form agenda.Writing · form codes.NewPerson · form concerns.Why · form floor.Counting · form inbox.AnsweringMany
        · form inbox.AnsweringOne · form minutes.MinutesWords · form moderation.Moderating · form redeeming.GoodChange ·
        form redeeming.GoodDraft · form residents.Joining · form rights.Correcting · form settings.SettingDraft ·
        form sittings.Calling · form sittings.CallingOff · form talk.Unclear · form wishes.Thanking ·
        form wishes.WishDraft
    """,
    "neighbours": """
        /concern · /concern@group · /deed · /goals · /goals@group · /here · /honours · /household · /my · /pioneers ·
        /points · /points@group · /propose · /quests · /redeem · /speak · /wish · /wishes · agenda.AskExpert ·
        agenda.PickExpert · agenda.SayPoint · agenda.SeekExpert ·
        agenda.SupportItem · agenda.ThatItem · attendance.KeepMePosted · attendance.Rsvp · attendance.WantToSpeak ·
        booth.CastHere · concerns.Mine · concerns.PickPlace · door deed · door here · door honours · door points ·
        door quests · door redeem · door redeemed · door report · door speak · door wish · door wishes · floor.AskFloor
        · floor.CheckInFromAfar · floor.CheckInHere · floor.LeaveFloor · floor.WantFloor · honours.AskNominate ·
        honours.AskVote · honours.GetCertificate · honours.Nominate · honours.PickBuilding · honours.PickNeighbour ·
        honours.SeeCertificates · honours.SeeGoals · honours.SeePioneers · honours.StandNowhere · honours.VoteFor ·
        households.Answer · households.MoveOut · households.MyHousehold · households.Propose · households.Resign ·
        households.Revoke · households.SeeFlats · households.SeeJoined · households.SpeakFor · households.WhoSpeaks ·
        kit.MakeWish · kit.Propose · kit.Report · kit.SeeGoods · kit.SeeHonours · kit.SeePoints · kit.SeeQuests ·
        points.FetchMonth · points.MorePoints · points.SeeMonth · points.TellDeed · quests.Answer ·
        quests.ClaimChallenge · quests.ClaimStreak · quests.SeeQuestion · redeeming.GoodPhoto · redeeming.LookAt ·
        redeeming.MyRedemptions · redeeming.Reserve · redeeming.WantGood · rights.CallMe · rights.RightAge ·
        roles.IWould · says Check in · says Exchange my points · says Make a proposal · says Make a small wish ·
        says My concerns · says My points · says My wishes · says Report a problem · says See the neighbours' wishes ·
        says Show my points · says Small quests · says Small wish · says Thanks and honours · says What I exchanged ·
        sittings.SeeWorkshop · wishes.ClaimWish · wishes.MyWishes · wishes.SeePhoto · wishes.SeeWishes ·
        form agenda.Proposal · form concerns.Draft · form floor.CheckingIn · form points.TellingDeed
    """,
    "moderator": """
        savings.AskSaving · savings.EnterSaving · savings.HandMoneyIn · savings.ProveSaving · savings.StrikeSaving ·
        /announce · /award · /code · /goods · /openvote · /roll · /sheets · /sitting · agenda.AddPapers ·
        agenda.AskScope · agenda.JoinInto · agenda.JoinTo · agenda.ManageItem · agenda.MoveOn · agenda.Plan ·
        agenda.PutOn · agenda.Schedule · agenda.SetScope · agenda.Shift · agenda.TakeOff · agenda.Write ·
        announcements.AddEnglish · announcements.AllBuildings · announcements.CancelAnnouncement · announcements.GoesTo
        · announcements.GoesToBuilding · announcements.GoesToRole · announcements.NoEnglish · announcements.Reword ·
        announcements.SeeAnnouncements · announcements.SeeFailures · announcements.SeeProgress · announcements.SendIt ·
        attendance.SeeForecast · booth.Annul · booth.Answer · booth.CastBallot · booth.Extend · booth.ExtendTo ·
        booth.FillIn · booth.ManageVote · booth.OpenAnew · booth.OpenNow · booth.ReadBack · booth.ReasonRight ·
        codes.ForWhom · codes.IssueCard · codes.NotOnRollYet · codes.Open · codes.PrintSheet · codes.Renew · codes.Seek
        · codes.TheirAge · codes.TurnSheets · concerns.Assign · concerns.HandOver · concerns.HandTo · concerns.TellFor ·
        door announce · door award · inbox.AddCanned · inbox.RemoveCanned · kit.Announce · kit.OpenVote · points.AwardIn
        · points.NoteSample · points.SampleAt · points.TakeBack · redeeming.ChangeGood · redeeming.ManageGood ·
        redeeming.ManageGoods · redeeming.NewGood · redeeming.OfferGood · redeeming.PutUp · redeeming.SetOfGood ·
        roll.AllStay · roll.Answer · roll.Apply · roll.AskNext · roll.Drop · roll.GiveRoll · roll.GiveTemplate ·
        roll.SeeRoll · says Announce something · says Manage the shelf · sittings.CallOff · sittings.CallSitting ·
        sittings.ConfirmSitting · form agenda.AddingPapers · form announcements.AnnouncementDraft ·
        form booth.Explaining · form booth.Opening · form inbox.AddingCanned · form points.Awarding
    """,
    "here": """
        /savings · /savings@group · door savings · says Money saved and raised · savings.SeeProof ·
        savings.SeeSaving · savings.SeeSavings ·
        /agenda · /agenda@group · /annul · /committees · /community · /extend · /inquiries · /inquiries@group · /minutes
        · /minutes@group · /oversight · /oversight@group · /paperballot · /resolutions · /sittings · /topten ·
        /topten@group · /why · agenda.ItemDeeds · agenda.ReadPoints · agenda.SeeItem · agenda.SeeItems ·
        agenda.SeePapers · agenda.WithdrawItem · committees.SeeCommittee · committees.SeeCommitteeMonth ·
        committees.SeeCommittees · committees.SeeKinds · door agenda ·
        door item · door minutes · door outcome · door oversight · door receipt · door record · door resolutions ·
        door sitting · door why · inquiries.SeeInquiries · kit.SeeMinutes · kit.SeeResolutions · kit.SeeSitting ·
        menu.ChooseCommunity · menu.SpeakIn · minutes.PrintMinutes · minutes.ReadMinutes · outcomes.FindReceipt ·
        outcomes.GetRecord · outcomes.OutcomeDeeds · outcomes.PrintNotice · outcomes.SeeOutcome · outcomes.SeePicture ·
        outcomes.SeeWhoTookPart · outcomes.SeeWhy · oversight.SeePack · reports.SeeTen · says Agenda items ·
        says Committees · says Results and resolutions · says See the minutes · form outcomes.AskingReceipt
    """,
    "moderator chair": """
        /chair · /cooldown@group · /remove@group · /slow@group · floor.CloseItem · floor.CloseSitting · floor.CountHands
        · floor.GiveChair · floor.HandOver · floor.NextPlease · floor.OpenItem · floor.OpenSitting · floor.PickItem ·
        floor.PickOther · floor.SeeDesk · floor.TakeChair · minutes.AcceptErratum · minutes.AddNote ·
        minutes.ApproveMinutes · minutes.DeclineErratum
    """,
    "moderator supervisor admin": """
        /export · /health · /health@group · /log · /log@group · /settings · archive.AskExport · archive.SeeExport ·
        audit.SeeLog · door settings · health.SeeHealth · kit.SeeSettings · says The community's settings ·
        settings.SeeChanges · settings.SeeSection · settings.SeeSetting
    """,
    "moderator liaison": """
        /behalf · /building · /card · /handover · /paper · /sample · booth.TypePaper · buildings.SeeBuilding ·
        help.TakeHelp · redeeming.FetchCode · redeeming.HandOver · says My building · form booth.Papers ·
        form redeeming.PickupCode
    """,
    "moderator admin": """
        /check · /offers@group · /role · committees.AssignCategory · committees.EndCommittee · committees.FoundCommittee
        · groups.Check · groups.Choose · groups.ChooseBuilding · roles.Dismiss · roles.LookUp · roles.Offer ·
        roles.PickBuilding · roles.PickPerson
    """,
    "moderator liaison representative alternate supervisor government member": """
        /inbox · /inbox@group · concerns.SeeAll · concerns.Steps · door concern · door inbox · door steps · inbox.Look ·
        inbox.Narrow · inbox.SeeHistory · inbox.SeeInbox · kit.SeeToConcerns · says Concerns to see to
    """,
    "moderator liaison member": """
        /canned · concerns.Claim · concerns.ForwardTo · concerns.Step · concerns.TurnCanned · concerns.UseCanned ·
        inbox.AnswerMany · inbox.SeeCanned · form concerns.Writing
    """,
    "moderator supervisor government guide admin": """
        /rates · /rates@group · /report · /report@group · door reports · reports.SeeMonth · review.AskReport ·
        review.WriteDays · form review.WritingDays
    """,
    "government": """
        concerns.ReplyOfficially · concerns.SayOfficially · form concerns.OfficialWord
    """,
    "supervisor": """
        /inquire · inquiries.AskAbout · inquiries.BeginInquiry · oversight.FetchPack · oversight.WriteNote ·
        form inquiries.Writing · form oversight.PackWords
    """,
    "admin": """
        archive.Export · settings.ChangeBack · settings.ChangeSetting · settings.ConfirmSetting
    """,
    "moderator liaison representative alternate supervisor government guide member chair admin": """
        /admin · menu.SeePanel · says My desk
    """,
    "moderator supervisor": """
        /books · points.FetchBooks · points.SeeBooks
    """,
    "moderator supervisor guide admin": """
        /coverage · /coverage@group · coverage.ReadOn
    """,
    "moderator supervisor chair admin": """
        /measures · /measures@group · moderation.SeeMeasures
    """,
    "moderator liaison representative alternate member chair admin resident known stranger": """
        concerns.AllowName · concerns.MeToo · concerns.ThatOne
    """,
    "nobody": """
        groups.PutOnTop · talk.SwitchOffers
    """,
    "moderator liaison representative alternate supervisor government member chair admin resident": """
        concerns.SeeChain
    """,
}
"""For everybody else it is refused, by who they are; that the thing itself is not there is no such refusal."""
REACHED_BY: Mapping[str, frozenset[str]] = {
    way: GROUPS.get(who, frozenset(who.split()))
    for who, ways in _REACHED.items()
    for way in " ".join(ways.split()).split(" · ")
}
