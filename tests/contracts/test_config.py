"""`config.yaml`: every number is explained and read, and whatever is wrong with it is said in one line."""

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import BadConfig, Config, Secrets, Section, load
from tests.contracts.config_values import RIGHT, WRONG
from tests.contracts.source import ROOT

SHIPPED = ROOT / "config.yaml"
TOKEN = "123456:a-token-that-nobody-may-read"


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
