"""`config.yaml`: every number is explained and read, and whatever is wrong with it is said in one line."""

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import BadConfig, Config, Secrets, Section, load
from tests.contracts.source import ROOT

SHIPPED = ROOT / "config.yaml"
TOKEN = "123456:a-token-that-nobody-may-read"

WRONG: dict[str, list[object]] = {
    # key                                 values that are refused
    "telegram.api_url": ["api.telegram.org", "ftp://api.telegram.org", 8081, None],
    "telegram.poll_seconds": [-1, 51, "25", 2.5, True, None],
    "clock.source": ["sundial", "", 1, None],
    "playground.port": [-1, 65536, "8081", True],
    "storage.path": [None, 7, ["var"]],
    "delivery.per_second": [0, 31, "25", True],
    "delivery.group_per_minute": [0, 21],
    "delivery.chat_interval": [0, -1.0, "1", True, float("nan"), float("inf"), 86_400.5],
    "delivery.tick_seconds": [0],
    "delivery.retry_first": [0],
    "delivery.retry_longest": [0, 86_401],
    "community.timezone": ["Asia/Sunshine", "", "+08:00", "../etc/passwd", 8],
    "community.response.first_hours": [0, 721, 24.5, "24", True],
    "community.response.plan_days": [0, 366],
    "community.response.alert_percent": [[0], [100], [80, 50], [50, 50], [10, 20, 30, 40, 50], 50],
    "community.response.promise_days": [[], [0], [7, 3], [1, 2, 3, 4, 5], 3],
    "community.response.last_word_days": [0, 366],
    "community.response.follow_up_days": [0, 366],
    "community.response.escalation": [
        [],
        [{"guide": 0}],
        [{"liaison": 1}],
        [{"liaison": 0}, {"moderator": 0}],
        [{"liaison": 0, "moderator": 12}],
        "liaison",
    ],
    "community.sittings.weekday": ["Wednesday", "someday", 3],
    "community.sittings.starts": ["24:00", "19:60", "7 pm", "19", "19:00Z", "19:00:30", 1140, None],
    "community.sittings.preview_days": [0, 366],
    "community.quiet_hours.from": ["25:00", 1320],
    "community.quiet_hours.until": ["8:00", 480],
    "community.points.attending": [-1, 1001, "5", True],
    "community.points.confirmed_concern": [-1],
    "community.points.volunteering": [-1],
    "community.residents.concern_characters": [99, 4097],
    "community.roll.file_megabytes": [0, 21],
    "community.roll.file_rows": [99, 30_001],
    "community.roll.waiting_days": [0],
    "community.residents.code_extra_uses": [-1, 21],
    "community.residents.code_least_uses": [0, 51],
    "community.residents.code_days": [0, 3651],
    "community.residents.code_tries": [0, 21],
    "community.residents.code_wait_minutes": [0, 1441],
    "community.residents.code_wait_factor": [0, 11],
    "community.residents.code_memory_days": [0, 366],
    "community.residents.code_tries_an_hour": [0, 10_001],
    "community.wishes.characters": [19, 201],
    "community.wishes.open_each": [0, 21],
    "community.wishes.unclaimed_days": [0, 366],
    "community.wishes.claimed_days": [0, 366],
    "community.wishes.answer_days": [0, 366],
    "community.roles.term_years": [[], [1, 2, 3, 4], 3, "3"],
    "community.roles.reminder_days": [0, 366],
    "community.inbox.canned_answers": [0, 21, "8", True],
    "community.inbox.canned_characters": [19, 1001, "200"],
    "community.coverage.least": [1, 101],
    "community.reports.overdue_at": ["24:00", 830],
    "community.reports.overdue_shown": [0, 21],
    "community.reports.digest_weekday": ["Monday", 1],
    "community.reports.digest_at": ["9:00", 900],
    "community.reports.top_ten_at": ["", 930],
    "community.rights.grace_days": [0, 366, "week"],
    "community.rights.reminder_days": [0, 366, "day"],
}
RIGHT: dict[str, list[object]] = {
    "telegram.poll_seconds": [0, 50],
    "delivery.per_second": [1, 30],
    "delivery.chat_interval": [1, 0.001, 86_400],
    "community.timezone": ["Europe/Berlin"],
    "community.response.first_hours": [1, 720],
    "community.response.alert_percent": [[], [1, 99]],
    "community.response.escalation": [[{"government": 0}]],
    "community.sittings.starts": ["00:00", "23:59"],
    "community.points.attending": [0, 1000],
    "community.residents.concern_characters": [100, 4096],
}


def leaves(content: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Dotted keys that hold a value."""
    for key, value in content.items():
        yield from leaves(value, f"{path}{key}.") if isinstance(value, Mapping) else [f"{path}{key}"]


def shipped() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return content


def changed(dotted: str, value: object) -> dict[str, Any]:
    """The shipped file with another value at one key."""
    content = shipped()
    *sections, key = dotted.split(".")
    inner = content
    for section in sections:
        inner = inner[section]
    inner[key] = value
    return content


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def refused(path: Path) -> list[str]:
    """The lines that say why."""
    with pytest.raises(BadConfig) as reason:
        load(path)
    return str(reason.value).splitlines()


def each(table: Mapping[str, list[object]]) -> list[Any]:
    return [pytest.param(key, value, id=f"{key}={value!r}") for key, values in table.items() for value in values]


def sections(kind: type[Section], path: str = "") -> Iterator[str]:
    """Dotted keys that the typed configuration reads."""
    for name, field in kind.model_fields.items():
        key = f"{path}{field.alias or name}"
        inner = field.annotation
        yield from sections(inner, f"{key}.") if isinstance(inner, type) and issubclass(inner, Section) else [key]


def test_the_shipped_file_has_every_key_and_no_other() -> None:
    assert sorted(leaves(shipped())) == sorted(sections(Config))


def test_every_value_has_a_comment_above_it() -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    values = [
        n for n, line in enumerate(lines) if line.strip() and not line.strip().startswith("#") and line[-1] != ":"
    ]
    bare = [lines[n] for n in values if not lines[n - 1].strip().startswith("#")]
    assert bare == []


def test_every_key_is_tried_with_wrong_values() -> None:
    assert WRONG.keys() == set(sections(Config))


@pytest.mark.parametrize(("key", "value"), each(WRONG))
def test_a_wrong_value_is_refused_with_file_key_and_reason(tmp_path: Path, key: str, value: object) -> None:
    path = written(tmp_path, changed(key, value))
    lines = refused(path)
    assert lines
    for line in lines:
        assert line.startswith(f"{path}: {key}")
        assert len(line) > len(f"{path}: {key}: ") + 5


@pytest.mark.parametrize(("key", "value"), each(RIGHT))
def test_a_value_on_the_bound_is_taken(tmp_path: Path, key: str, value: object) -> None:
    load(written(tmp_path, changed(key, value)))


@pytest.mark.parametrize("key", sorted(sections(Config)))
def test_no_value_has_a_default_in_the_code(tmp_path: Path, key: str) -> None:
    content = shipped()
    *path, last = key.split(".")
    inner = content
    for section in path:
        inner = inner[section]
    del inner[last]
    [line] = refused(written(tmp_path, content))
    assert f": {key}: " in line


@pytest.mark.parametrize("key", ["tpyo", "community.tpyo", "community.points.tpyo"])
def test_an_unknown_key_is_refused_by_name(tmp_path: Path, key: str) -> None:
    [line] = refused(written(tmp_path, changed(key, 1)))
    assert f": {key}: " in line


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    content = changed("telegram.poll_seconds", 99) | {"tpyo": 1}
    assert len(refused(written(tmp_path, content))) == 2


def test_an_hour_without_quotes_is_refused(tmp_path: Path) -> None:
    """YAML 1.1 reads 19:00 as 1140."""
    path = tmp_path / "config.yaml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace('starts: "19:00"', "starts: 19:00"), encoding="utf-8")
    assert "in quotes" in refused(path)[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a: [1", "not YAML"),
        (b"\xff\xfe\x00", "not YAML"),
        (b"", "file: "),
        (b"- a\n- list\n", "file: "),
        (b"just words", "file: "),
        (b"!!python/object/apply:os.system ['true']", "not YAML"),
    ],
)
def test_what_is_no_configuration_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(content)
    [line] = refused(path)
    assert line.startswith(f"{path}: {why}")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere.yaml") == [f"{tmp_path}/nowhere.yaml: cannot be read: No such file or directory"]


def test_the_configuration_does_not_change_under_way(config: Config) -> None:
    with pytest.raises(ValueError, match="frozen"):
        setattr(config.community.points, "attending", 500)  # noqa: B010 - mypy would not let us


def test_a_token_is_shown_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    secrets = Secrets()
    logging.getLogger("test").warning("%s %r", secrets, secrets)
    assert TOKEN not in f"{secrets} {secrets!r} {secrets.model_dump()} {secrets.model_dump_json()} {caplog.text}"
    assert secrets.bot_token is not None
    assert secrets.bot_token.get_secret_value() == TOKEN


def test_a_token_in_the_file_is_an_unknown_key_and_is_not_repeated(tmp_path: Path) -> None:
    [line] = refused(written(tmp_path, changed("telegram.bot_token", TOKEN)))
    assert "telegram.bot_token" in line
    assert TOKEN not in line
