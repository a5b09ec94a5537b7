"""From the tap to the record: an older resident votes, and finds the receipt where it was published."""

import json

from tests.booth.evening import begins, of_households
from tests.booth.test_private import reads_on
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.outcomes.ended import cast, group_reads, until
from tests.outcomes.test_record import content
from tests.rights.test_deletion import read_to_the_end
from tests.votes.hall import SEVEN


async def test_an_older_resident_follows_their_vote_to_the_end_by_taps(
    town: Neighbourhood, clock: Clock, elder: Someone
) -> None:
    await until(clock, SEVEN)
    vote = await begins(town, of_households(building=3))
    await cast(town, vote, [("yes",)] * 20 + [("no",)] * 10)
    await elder.taps("投票")
    await elder.taps("投票1：换路灯")
    await reads_on(elder)
    await elder.taps("我同意")
    await elder.taps("对，投出去")
    receipt = (await elder.screen())["messages"][-1]["text"].split("\n")[1].removeprefix("回执：")
    await until(clock, vote.ends_at)
    assert "通过了\n60户里投了31票，占51%。\n同意21票、反对10票、弃权0票。" in await group_reads(town, elder, "，结果")
    await elder.taps("投票")
    await elder.taps("表决结果")
    await elder.taps("投票1：换路灯")
    await read_to_the_end(elder)
    await elder.taps("看更多")
    await elder.taps("查我的回执")
    await elder.says(receipt)
    found = await elder.reads()
    ballots = json.loads(await content(town))["ballots"]
    place = next(place for place, ballot in enumerate(ballots, 1) if ballot["voter"] == receipt)
    assert ballots[place - 1]["choice"] == "yes"
    assert found == f"查到了，是记录里第{place}张票，一共31张。选了什么，看记录。"
