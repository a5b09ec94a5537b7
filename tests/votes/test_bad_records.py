"""What is wrong in a record is said in one line that names the place."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from bot.votes.model.reading import BadRecord
from bot.votes.model.recount import recount
from tests.votes.test_recount import EXAMPLES

YES_NO, CHOOSE, APPROVAL, RANKED, OWNERS = (json.loads(example) for example, _ in EXAMPLES)
Json = Any
Change = Callable[[Json], object]


def put(*path: str | int, value: object) -> Change:
    def change(data: Json) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def without(*path: str | int) -> Change:
    def change(data: Json) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


AREA = ("units", 1, "area")
BAD: list[tuple[Json, Change, str]] = [
    (YES_NO, put("title", value="路灯"), 'the record: "title" is unknown'),
    (YES_NO, without("entitled"), "the record: entitled is missing"),
    (YES_NO, put("entitled", value="8"), 'entitled: "8" is not a whole number'),
    (YES_NO, put("entitled", value=8.5), "entitled: 8.5 is not a whole number"),
    (YES_NO, put("entitled", value=True), "entitled: true is not a whole number"),
    (YES_NO, put("entitled", value=-8), "entitled: -8 is not a whole number"),
    (YES_NO, put("entitled", value=3), "ballots: 4 ballots, but 3 entitled"),
    (YES_NO, put("entitled", value=0), "ballots: nobody is entitled"),
    (YES_NO, put("present", value=None), "present: null is not a whole number"),
    (YES_NO, put("present", value=3), "ballots: 3 present, but 4 ballots and 8 entitled"),
    (YES_NO, put("ballots", value={}), "ballots: this object is not a list"),
    (YES_NO, put("ballots", 1, value="yes"), 'ballots[1]: "yes" is not an object'),
    (YES_NO, put("ballots", 1, "weight", value=2), 'ballots[1]: "weight" is unknown'),
    (YES_NO, without("ballots", 1, "choice"), "ballots[1]: choice is missing"),
    (YES_NO, put("ballots", 1, "voter", value="3-2-501"), 'ballots[1].voter: "3-2-501" has voted already'),
    (YES_NO, put("ballots", 1, "voter", value=501), "ballots[1].voter: 501 is not a text"),
    (YES_NO, put("ballots", 1, "voter", value=""), 'ballots[1].voter: "" is empty, too long, or'),
    (YES_NO, put("ballots", 1, "voter", value="a\nb"), 'ballots[1].voter: "a\\nb" is empty, too long, or'),
    (YES_NO, put("ballots", 1, "choice", value="maybe"), 'ballots[1].choice: "maybe" is none of yes, no, abstain'),
    (YES_NO, put("ballots", 1, "choice", value=["yes"]), "ballots[1].choice: this list is not a text"),
    (YES_NO, put("rule", value=None), "rule: null is not an object"),
    (YES_NO, put("rule", "kind", value="show of hands"), 'rule.kind: "show of hands" is none of yes_no, choose'),
    (YES_NO, put("rule", "options", value=["路灯", "都不同意"]), 'rule: "options" is unknown'),
    (YES_NO, without("rule", "threshold"), "rule: threshold is missing"),
    (YES_NO, put("rule", "quorum", "at_least", value="3/2"), "rule: a share lies above 0"),
    (YES_NO, put("rule", "quorum", "at_least", value=0.5), 'rule.quorum.at_least: 0.5 is not a fraction such as "2/3"'),
    (YES_NO, put("rule", "quorum", "at_least", value="1/0"), 'rule.quorum.at_least: "1/0" is not a fraction'),
    (YES_NO, put("rule", "quorum", "more_than", value="1/2"), "rule.quorum: asks for either at_least or more_than"),
    (YES_NO, put("rule", "quorum", "of", value="cast"), "rule: a quorum is a share of the entitled or of those"),
    (YES_NO, put("rule", "building", value=0), "rule: buildings are numbered from 1"),
    (CHOOSE, without("present"), "ballots: the rule asks how many were present"),
    (CHOOSE, without("rule", "most"), "rule: most is missing"),
    (CHOOSE, put("rule", "options", value=["周三晚上"]), "rule: the option that is against all others is missing"),
    (CHOOSE, put("ballots", 0, "choice", value="周日"), 'ballots[0].choice: "周日" is none of 周三晚上, 周六上午'),
    (APPROVAL, put("ballots", 0, "choice", value="路灯"), 'ballots[0].choice: "路灯" is not a list'),
    (APPROVAL, put("ballots", 0, "choice", value=[]), 'ballots[0].choice: who chooses nothing says "abstain"'),
    (APPROVAL, put("ballots", 0, "choice", value=["路灯", "都不同意"]), "ballots[0].choice: names 都不同意 beside"),
    (RANKED, put("ballots", 0, "choice", value=["路灯", "路灯"]), "ballots[0].choice: names something twice"),
    (OWNERS, put("entitled", value=3), 'the record: "entitled" is unknown'),
    (OWNERS, put("rule", "majority", value="simple"), 'rule.majority: "simple" is none of ordinary, special'),
    (OWNERS, put("units", value=[]), "units: there are none"),
    (OWNERS, put("units", 1, "unit", value="3-2-501"), 'units[1].unit: "3-2-501" stands there twice'),
    (OWNERS, without("units", 1, "state"), "units[1]: state is missing"),
    (OWNERS, put("units", 1, "state", value="rented"), 'units[1].state: "rented" is none of sold, unsold, undelivered'),
    (OWNERS, put("ballots", 0, "voter", value="王秀英"), "ballots: '王秀英' owns no unit here"),
    (OWNERS, put("ballots", 1, "voter", value="王建国"), "ballots: '王建国' has voted already"),
    (OWNERS, put("ballots", 1, "choice", value="YES"), 'ballots[1].choice: "YES" is none of yes, no, abstain'),
]
BAD += [
    (OWNERS, put(*AREA, value=area), "units[1].area: ")
    for area in (89, 89.5, "-89.50", "0", "0.00", "8９", "1e3", "89,50", "89.", ".5", " 89", "NaN", "", None, "1" * 10)
]


@pytest.mark.parametrize(("good", "change", "line"), BAD)
def test_what_is_wrong_is_said_in_one_line(good: Json, change: Change, line: str) -> None:
    data = deepcopy(good)
    change(data)
    with pytest.raises(BadRecord) as refused:
        recount(json.dumps(data, ensure_ascii=False).encode())
    assert str(refused.value).startswith(line)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('{"rule": {"kind": "owners"}, "rule": {}}', '"rule" stands twice in one object'),
        ('{"entitled": NaN}', "NaN is not a number"),
        ('{"entitled": -Infinity}', "-Infinity is not a number"),
        (f'{{"entitled": {"9" * 5000}}}', "holds a number that is too long"),
        ("[]", "the record: this list is not an object"),
        ("null", "the record: null is not an object"),
        ('{"\\ud800": 1}', "the record: rule is missing"),
        ('{"rule": "\\ud800", "entitled": 1, "ballots": []}', 'rule: "\\ud800" is not an object'),
    ],
)
def test_json_that_is_no_record(content: str, line: str) -> None:
    with pytest.raises(BadRecord) as refused:
        recount(content.encode())
    assert str(refused.value).replace("'", '"').startswith(line)
    assert str(refused.value).isprintable()
