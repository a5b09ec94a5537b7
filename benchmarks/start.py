"""The second start of `make run`, to the ready prompt, against `python -c "import aiogram"`, in turns."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks import ROOT, line

TURNS = 5
START = f'make --silent -C "{ROOT}" .venv/run.stamp && exec "{sys.executable}" -m bot'


def main() -> None:
    """Print the medians' ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shipped = (ROOT / "config.yaml").read_text(encoding="utf-8")
        (folder / "config.yaml").write_text(shipped.replace("port: 8081", "port: 0"), encoding="utf-8")
        first = _start(folder)
        turns = [(_import(), _start(folder)) for _ in range(TURNS)]
    imports, starts = (median(times) for times in zip(*turns, strict=True))
    line("first start", f"{first:.2f} s", first / imports, "makes the database and the community; once")
    line("second start", f"{starts:.2f} s", starts / imports, f"import aiogram {imports:.2f} s; medians of {TURNS}")


def _import() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import aiogram"], check=True)
    return time.perf_counter() - began


def _start(folder: Path) -> float:
    """Seconds until it says that the community is open."""
    environment = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"}
    environment |= {"PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    with subprocess.Popen(["sh", "-c", START], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as bot:
        assert bot.stdout is not None
        ready = bot.stdout.readline()
        took = time.perf_counter() - began
        bot.send_signal(signal.SIGTERM)
    if not ready:
        raise SystemExit("the bot did not start")
    return took


if __name__ == "__main__":
    main()
