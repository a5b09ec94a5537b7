"""What follows when a vote is closed, as the group and residents meet it."""

from bot.unit_of_work import UnitOfWork
from bot.votes.model.rule import YES
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.outcomes.ended import FIVE_TO_TWO, annuls, cast, casts, ended, group_reads, opened, until
from tests.rights.test_deletion import read_to_the_end
from tests.votes.hall import SUNDAY


async def test_the_group_reads_the_outcome_in_words_figures_a_picture_and_the_record(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    await ended(town, clock)
    told = await group_reads(town, liaison, "结果")
    assert told.startswith("投票1：换路灯，结果\n通过了\n60户里投了8票，占13%。\n同意5票、反对2票、弃权1票。\n")
    assert "正在公示，有异议请在12月11日 星期五 晚上9点前提出。" in told
    [(digest,)] = look("SELECT digest FROM statements")
    assert told.endswith(f"记录的核对码：{digest[:8]}")
    assert await group_reads(town, liaison, "，通过了") == "投票1：换路灯，通过了"
    photo = (await town.log("sendPhoto"))[-1]["result"]
    assert photo["photo"][-1]["width"] == 1080
    document = (await town.log("sendDocument"))[-1]["result"]
    assert document["document"]["file_name"] == "vote-1.json"
    assert digest[:8] in document["caption"]
    assert look("SELECT step, outcome FROM agenda_items") == [("published", "adopted")]


async def test_why_it_came_out_so_is_told_sentence_by_sentence(
    town: Neighbourhood, clock: Clock, liaison: Someone, elder: Someone
) -> None:
    await ended(town, clock)
    await liaison.says("/why 1")
    assert "每户一票，限3号楼" in (told := await liaison.reads()) or "3号楼" in told
    for sentence in (
        "投票1：换路灯\n同意换路灯。",
        "名册在投票开始时定下，60户可以投票。",
        "一共投了8票，其中弃权1票。",
        "参加的要不少于全体的10分之1才算数，就是应投的60票里至少6票。\n实际8票，够了。",
        "同意5票、反对2票、弃权1票。",
        "同意的要超过未弃权票的一半才通过，就是7票里至少4票。\n实际5票，够了。",
        "所以：通过了。",
    ):
        assert sentence in told, sentence
    await elder.starts("outcome-1")
    await read_to_the_end(elder)
    await elder.taps("为什么是这个结果")
    assert "所以：通过了。" in (await read_to_the_end(elder)).replace("\n", "")


async def test_who_only_taps_finds_results_from_the_list(
    town: Neighbourhood, clock: Clock, elder: Someone, liaison: Someone
) -> None:
    await elder.says("表决结果")
    assert "还没有开过票" in await elder.reads()
    await ended(town, clock)
    await elder.says("表决结果")
    await elder.taps("投票1：换路灯")
    assert "通过了" in await read_to_the_end(elder)
    await elder.taps("看图")
    assert (await town.log("sendPhoto"))[-1]["params"]["chat_id"] in (elder.telegram_id, str(elder.telegram_id))
    before = await elder.reads_in_group()
    await liaison.says_in_group("/resolutions")
    assert "投票1：换路灯\n通过了" in await liaison.reads_in_group()
    assert await elder.reads_in_group() == before


async def test_whom_nobody_can_count_yet_has_no_outcome(
    town: Neighbourhood, clock: Clock, liaison: Someone, outsider: Someone
) -> None:
    await opened(town, clock)
    for command in ("/why 1", "/why 99"):
        await liaison.says(command)
        assert "这里没有这次投票的结果。还在投的时候，谁也不知道结果。" in await liaison.reads()
    await outsider.starts("outcome-1")
    assert "通过" not in await outsider.reads()


async def test_an_annulled_vote_has_no_outcome(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, look: Look
) -> None:
    vote = await opened(town, clock)
    await cast(town, vote, FIVE_TO_TWO)
    await annuls(town, moderator, vote)
    await until(clock, SUNDAY)
    await liaison.says("/why 1")
    assert "这里没有这次投票的结果" in await liaison.reads()
    assert look("SELECT count(*) FROM statements") == [(0,)]
    assert await group_reads(town, liaison, "，结果") == ""


async def test_where_too_few_take_part_nothing_is_decided_and_it_can_be_voted_on_again(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    await ended(town, clock, [(YES,)] * 5)
    told = await group_reads(town, liaison, "，结果")
    assert "参加的人不够，没有作决定\n60户里投了5票，占8%。" in told
    assert "可以排到以后的议事日，再表决一次。" in told
    assert look("SELECT step, outcome, sitting_id FROM agenda_items") == [("reviewing", None, None)]
    await clock.passes(days=6)
    assert look("SELECT count(*) FROM resolutions") == [(0,)]
    await liaison.starts("outcome-1")
    assert "提出异议" not in await liaison.buttons()


async def test_a_vote_in_which_nobody_votes_has_an_outcome_too(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    await ended(town, clock, [])
    assert "60户里投了0票，占0%。" in await group_reads(town, liaison, "，结果")
    assert look("SELECT outcome, stage FROM statements") == [("no_quorum", "final")]


async def test_a_receipt_is_found_without_asking_whose_it_is(
    town: Neighbourhood, clock: Clock, elder: Someone, outsider: Someone, look: Look
) -> None:
    vote = await opened(town, clock)
    await cast(town, vote, FIVE_TO_TWO)
    receipt = await casts(town, elder, vote, YES)
    await until(clock, SUNDAY)
    await elder.starts("receipt-1")
    assert await elder.reads() == "请把回执上的10个字母和数字发给我。我只查，不留下。"
    await elder.says(f"{receipt[:5].lower()} {receipt[5:].lower()}")
    receipts = sorted(row[0] for row in look("SELECT receipt FROM vote_ballots"))
    place = receipts.index(receipt) + 1
    assert await elder.reads() == f"查到了，是记录里第{place}张票，一共9张。选了什么，看记录。"
    await elder.taps("再查一个")
    await elder.says("AAAAAAAAAA")
    assert "记录里没有这个回执" in await elder.reads()
    kept = [*look("SELECT params FROM outbox"), *look("SELECT answers FROM conversations")]
    assert not any(receipt in str(row) and "vote-1.json" not in str(row) for row in kept)
    await elder.taps("再查一次")
    await elder.taps("不查了")
    assert "不查了" in await elder.reads()
    await outsider.starts("receipt-1")
    assert "张票" not in await outsider.reads()


async def test_where_the_item_has_moved_on_the_result_says_so_and_nobody_waits_for_it(
    town: Neighbourhood, clock: Clock, liaison: Someone, look: Look
) -> None:
    vote = await opened(town, clock)
    await cast(town, vote, FIVE_TO_TWO)

    def put_off(uow: UnitOfWork) -> None:
        uow.agenda.save(uow.agenda.get(vote.item, vote.community).put_off(uow.now))

    await town.running.town.do(put_off)
    await until(clock, SUNDAY)
    told = await group_reads(town, liaison, "，结果")
    assert "\n通过了\n" in told
    assert "投票结束前，这个议题已经另有安排，办到哪一步请看议题。" in told
    assert look("SELECT step, outcome FROM agenda_items") == [("reviewing", None)]
    await liaison.says("/resolutions")
    assert "已经另有安排" in await liaison.reads()
