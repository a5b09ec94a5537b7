"""What Prometheus reads of a running bot."""

import json
import re
from pathlib import Path

import aiohttp
from aiohttp.test_utils import unused_port

from bot.playground import Playground
from tests import neighbours
from tests.bot_process import BotProcess, write_config
from tests.contracts.source import ROOT

TOKEN = "1000000:PLAYGROUND"
DASHBOARD = ROOT / "docs" / "grafana.json"


async def test_a_running_bot_tells_its_figures(tmp_path: Path) -> None:
    port = unused_port()
    async with Playground(port=0) as playground, aiohttp.ClientSession() as http:
        write_config(tmp_path, telegram={"api_url": playground.url}, clock={"source": "playground"})
        async with BotProcess(tmp_path, "run", "--metrics-port", str(port), BOT_TOKEN=TOKEN).running():
            control = neighbours.Playground(http, playground.url)
            await control.post("people/grandma_wang/start")
            await control.post("settle", timeout=60)
            async with http.get(f"http://127.0.0.1:{port}/metrics") as answer:
                told = await answer.text()
    found = dict(re.findall(r"^(\S+) ([0-9.e+]+)$", told, re.MULTILINE))
    assert float(found["yishi_outbox_waiting"]) >= 0
    assert float(found['yishi_update_seconds_count{kind="message"}']) >= 1
    names = set(re.findall(r"^# TYPE (yishi_\w+)", told, re.MULTILINE))
    assert shown_names() <= {name.removesuffix("_total") for name in names}, names


def shown_names() -> set[str]:
    """What the dashboard draws."""
    panels = json.loads(DASHBOARD.read_text())["panels"]
    drawn = " ".join(target["expr"] for panel in panels for target in panel["targets"])
    return {re.sub(r"_(total|bucket|count|sum)$", "", name) for name in re.findall(r"yishi_\w+", drawn)}


def test_the_dashboard_draws_every_figure() -> None:
    source = (ROOT / "bot" / "kit" / "watch.py").read_text()
    assert shown_names() == set(re.findall(r'"(yishi_\w+)"', source))
