"""README's conversation, played word for word, and its commands."""

import re
from pathlib import Path

from tests.neighbours import Neighbourhood, Someone

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CAST = {"王秀英": ("grandma_wang", 5000001), "林芳": ("moderator_lin", 5000005)}


async def test_the_sample_conversation_happens_as_written(town: Neighbourhood) -> None:
    people = {name: Someone(town, key, telegram_id, name) for name, (key, telegram_id) in CAST.items()}
    for line in conversation():
        if said := re.fullmatch(r"(\S+) ▸ (.+)", line):
            person, words = people[said[1]], said[2]
            await (person.taps(words[1:-1]) if words.startswith("[") else person.says(words))
        else:
            heard = re.fullmatch(r"议事 → (\S+?)：(.+)", line)
            assert heard, f"cannot be played: {line}"
            assert heard[2] in await people[heard[1]].reads()


def conversation() -> list[str]:
    found = re.search(r"```conversation\n(.+?)```", README, re.DOTALL)
    assert found
    return found[1].strip().splitlines()


def test_what_it_names_exists() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r"^\| `([a-z/]+)` \|", README, re.MULTILINE):
        assert (ROOT / target).exists(), target


def test_its_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^    |`)make ([a-z]+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
