"""Files that people bring: whatever is in them, they are read or refused in words; never anything else."""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.config import BadConfig, load
from bot.kit.refusals import Refused
from bot.roll.files.reading import read
from bot.votes.model.reading import BadRecord
from bot.votes.model.recount import recount
from tests.bot_process import ROOT
from tests.roll.sheets import HEADER, csv_of, xlsx_of
from tests.strategies import HOSTILE
from tests.votes.test_bad_records import OWNERS, RANKED, YES_NO

MOST_ROWS = 50
WANG = ("3", "2", "502", "89.37", "业主", "王秀英", "老年", "王秀英、王建国", "个人", "王建国")
VALUES = (*WANG, *HEADER, "", "0", "-1", "9" * 40, "1e400", "NaN", "=1+1", "@SUM(A1)", "3\n2", '"', "２", "½", *HOSTILE)
CONFIG = (ROOT / "config.yaml").read_bytes()
cells = st.sampled_from(VALUES) | st.text(max_size=12)
rows = st.lists(st.lists(cells, max_size=12), max_size=8)
headers = st.just(HEADER) | st.lists(st.sampled_from(HEADER) | cells, max_size=12)
scalars = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | cells


@st.composite
def damaged(draw: st.DrawFn, content: SearchStrategy[bytes]) -> bytes:
    """Some bytes of it are others, missing, or there twice."""
    found = bytearray(draw(content))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(found)))
        end = min(len(found), start + draw(st.integers(0, 40)))
        found[start:end] = draw(st.binary(max_size=8) | st.just(bytes(found[start:end]) * 2))
    return bytes(found)


@st.composite
def altered(draw: st.DrawFn, good: SearchStrategy[Any]) -> Any:
    """JSON in which one value somewhere is another, or gone."""
    root = {"": json.loads(json.dumps(draw(good)))}
    place: Any = root
    key: Any = ""
    while isinstance(place[key], dict | list) and place[key] and draw(st.integers(0, 4)):
        place = place[key]
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    if place is root or draw(st.booleans()):
        place[key] = draw(scalars | st.lists(scalars, max_size=3) | st.dictionaries(cells, scalars, max_size=3))
    else:
        del place[key]
    return root[""]


def writable(text: object) -> bool:
    """Whether a spreadsheet can hold it at all."""
    return isinstance(text, str) and text.isprintable()


sheets = st.builds(csv_of, rows, headers) | st.builds(
    lambda rows, header: xlsx_of([[c for c in row if writable(c)] for row in rows], [c for c in header if writable(c)]),
    rows,
    headers,
)
some_sheets = sheets | damaged(sheets) | st.binary(max_size=200)
THOROUGH = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@given(some_sheets)
@THOROUGH
def test_a_roll(content: bytes) -> None:
    try:
        found = read(content, MOST_ROWS)
    except Refused:
        return
    assert 0 < found.rows <= MOST_ROWS


@given(st.binary(max_size=100) | damaged(st.just(CONFIG)))
@settings(THOROUGH, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_configuration(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(content)
    try:
        load(path)
    except BadConfig as refused:
        why = str(refused)
    else:
        return
    assert why.startswith(str(path))


@given(
    altered(st.sampled_from([YES_NO, RANKED, OWNERS])).map(lambda data: json.dumps(data).encode())
    | damaged(st.sampled_from([YES_NO, RANKED, OWNERS]).map(lambda data: json.dumps(data, ensure_ascii=False).encode()))
    | st.binary(max_size=200)
)
@THOROUGH
def test_the_record_of_a_vote(content: bytes) -> None:
    try:
        told = recount(content)
    except BadRecord as refused:
        why = str(refused)
    else:
        assert {"passed", "outcome", "counts"} <= told.keys()
        return
    assert why.isprintable()
