"""What others run the bot with: pinned, without root, asked for its health, and of names that exist."""

import re
import tomllib
from typing import Any

import pytest
import yaml

from bot.config import Secrets
from tests.contracts.source import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
UNIT = (ROOT / "yishi@.service").read_text(encoding="utf-8")
EXACT = re.compile(r"[\w/.-]+:\d+\.\d+(\.\d+)?(-[\w-]+)?")
KNOWN = {name.upper() for name in Secrets.model_fields}


def images() -> list[str]:
    named = [service["image"] for service in COMPOSE["services"].values() if "image" in service]
    return named + re.findall(r"^FROM (\S+)", DOCKERFILE, flags=re.MULTILINE)


@pytest.mark.parametrize("image", images())
def test_an_image_has_an_exact_version(image: str) -> None:
    assert EXACT.fullmatch(image)


def test_the_container_is_not_roots_and_says_whether_it_is_ready() -> None:
    [user] = re.findall(r"^USER (\S+)", DOCKERFILE, flags=re.MULTILINE)
    assert user == "yishi"
    assert DOCKERFILE.index("USER yishi") < DOCKERFILE.index("ENTRYPOINT")
    assert "HEALTHCHECK" in DOCKERFILE
    assert "/ready" in DOCKERFILE


def test_what_is_copied_into_it_is_there_and_not_ignored() -> None:
    let_in = set(re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for copied in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE):
        for path in copied.split():
            assert (ROOT / path).exists()
            assert path in let_in


def test_it_has_every_package_that_runs() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]["find"]["include"]
    for package in packages:
        assert f"COPY {package.rstrip('*')} " in DOCKERFILE


def test_the_composition_knows_the_secrets_by_their_names_and_holds_none() -> None:
    bot = COMPOSE["services"]["bot"]
    assert set(bot["environment"]) <= KNOWN
    assert all("${" in value for value in bot["environment"].values())
    assert bot["read_only"]
    assert bot["cap_drop"] == ["ALL"]
    assert "--locale=C" in COMPOSE["services"]["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]


def test_the_unit_is_not_roots_and_waits_for_what_was_taken_on() -> None:
    seconds = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))["webhook"]["drain_seconds"]
    [waits] = re.findall(r"^TimeoutStopSec=(\d+)", UNIT, flags=re.MULTILINE)
    assert int(waits) > seconds
    assert "User=yishi" in UNIT
    assert "NoNewPrivileges=yes" in UNIT
    assert set(re.findall(r"\b([A-Z]+_[A-Z]+)\b", UNIT.split("[Unit]")[0])) <= KNOWN
