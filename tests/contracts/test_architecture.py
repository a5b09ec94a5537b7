"""Who may import whom, and other rules of DESIGN §2 and §3 that reading the source can check."""

import ast
import subprocess
import sys
from fnmatch import fnmatchcase
from functools import cache

import pytest

from tests.contracts.exceptions import EXCEPTIONS
from tests.contracts.source import PACKAGES, ROOT, Module, modules

FEATURES = (
    "residents", "roles", "households", "roll", "groups", "codes", "admission", "sittings", "voice", "concerns",
    "agenda", "attendance", "previews", "floor", "minutes", "votes", "booth", "outcomes", "charter", "surveys",
    "assessments", "inbox", "help", "buildings", "wishes", "coverage", "reports", "savings", "delivery", "rights",
    "points", "redeeming", "honours", "quests", "review", "committees", "announcements", "settings", "moderation",
    "health", "inquiries", "archive", "audit", "oversight", "menu", "talk",
)  # fmt: skip
"""In their order: one may use the models of those before it."""

VALUES = "bot.kit.events bot.kit.forms bot.kit.people bot.kit.poster bot.kit.refusals bot.config"
"""What of the kit knows no clock, no Telegram and no words."""
OWN, EARLIER = "bot.<own>", "bot.<earlier>"

MAY_IMPORT = {
    # who                     whom (of the project)
    "nlu.*": "nlu.*",
    "storage.*": "storage.* bot.roll.plan bot.*.model bot.*.repository bot.kit.* bot.config bot.unit_of_work",
    "bot.playground.*": "bot.playground.*",
    "bot.config": "bot.config",
    "bot.kit.*": "bot.kit.* nlu.meaning",
    "bot.unit_of_work": "bot.*.repository bot.kit.* bot.config",
    "bot.town": "bot.unit_of_work bot.kit.*",
    "bot.reactions": "bot.*.model bot.*.events bot.*.leaving bot.*.service bot.*.notices bot.town bot.kit.events",
    "bot.due": "bot.*.service bot.kit.town",
    "bot.app": "bot.*.*handlers bot.*.service bot.kit.* bot.town bot.config",
    "bot.serve": "bot.app bot.charter.service bot.due bot.config bot.delivery.courier bot.delivery.turns"
    " bot.health.service bot.kit.*"
    " bot.menu.commands bot.reactions bot.town bot.unit_of_work bot.talk.ears bot.voice.listener nlu.meaning",
    "bot.sunshine": "bot.*.model bot.unit_of_work bot.kit.*",
    "bot.demo": "bot.sunshine",
    "bot.__main__ bot.terminal": "bot.* storage.* nlu.*",
    "bot.residents.guessing": "bot.config",
    "bot.roll.plan bot.roll.faults": f"{OWN}.model {EARLIER}.model {VALUES}",
    "bot.roll.files.*": f"{OWN}.files.* {OWN}.model {OWN}.faults {EARLIER}.model {VALUES}",
    "bot.roll.repository": f"{OWN}.model {OWN}.plan {EARLIER}.model {VALUES}",
    "bot.roll.service": f"{OWN}.model {OWN}.plan {OWN}.faults {EARLIER}.model bot.unit_of_work bot.kit.*",
    "bot.roll.*views": f"{OWN}.model {OWN}.plan {OWN}.faults {OWN}.taps bot.kit.*",
    "bot.roll.handlers": f"{OWN}.* {EARLIER}.model bot.kit.*",
    "bot.roll.terminal": f"{OWN}.* {EARLIER}.model bot.kit.* bot.unit_of_work",
    "bot.*.model": f"{OWN}.model {EARLIER}.model {VALUES}",
    "bot.*.forms": f"{OWN}.model {EARLIER}.model {VALUES}",
    "bot.*.repository": f"{OWN}.model {EARLIER}.model {VALUES}",
    "bot.*.taps": f"{OWN}.model {OWN}.forms {EARLIER}.model bot.kit.*",
    "bot.concerns.leaving": f"{OWN}.model {EARLIER}.model bot.unit_of_work bot.kit.*",
    "bot.concerns.service.support": f"{OWN}.model {OWN}.forms {OWN}.service {EARLIER}.model"
    " bot.unit_of_work bot.kit.* nlu.likeness nlu.place",
    "bot.agenda.service.drafting": f"{OWN}.model {OWN}.forms {OWN}.service {EARLIER}.model bot.unit_of_work"
    " bot.kit.* bot.config nlu.likeness nlu.place",
    "bot.booth.service": f"{OWN}.model {OWN}.service {OWN}.forms bot.votes.service {EARLIER}.model bot.unit_of_work"
    " bot.kit.* bot.config",
    "bot.booth.*handlers": f"{OWN}.* bot.votes.service {EARLIER}.model {EARLIER}.taps bot.kit.* nlu.*",
    "bot.archive.packing": f"{OWN}.model bot.kit.*",
    "bot.archive.service": f"{OWN}.model {OWN}.packing {EARLIER}.model bot.unit_of_work bot.kit.*",
    "bot.*.service": f"{OWN}.model {OWN}.service {OWN}.leaving {OWN}.forms {EARLIER}.model bot.unit_of_work"
    " bot.kit.* bot.config",
    "bot.previews.file_views bot.review.sheet_views": f"{OWN}.* {EARLIER}.model {EARLIER}.taps bot.kit.*",
    "bot.*.*views": f"{OWN}.model {OWN}.forms {OWN}.taps {OWN}.*views {EARLIER}.model {EARLIER}.taps bot.kit.*"
    " bot.config nlu.*",
    "bot.*.notices": f"{OWN}.model {OWN}.notices {OWN}.leaving {OWN}.*views {EARLIER}.model bot.delivery.model"
    " bot.unit_of_work bot.kit.*",
    "bot.codes.sheets bot.previews.sheet bot.honours.sheet bot.honours.picture": f"{OWN}.model bot.kit.*",
    "bot.review.sheet": "bot.kit.*",
    "bot.codes.handlers bot.honours.handlers": f"{OWN}.* {EARLIER}.model bot.kit.*",
    "bot.review.handlers": f"{OWN}.* {EARLIER}.model bot.kit.* nlu.*",
    "bot.minutes.handlers": f"{OWN}.* {EARLIER}.model {EARLIER}.taps bot.kit.* nlu.*",
    "bot.previews.handlers": f"{OWN}.* {EARLIER}.model {EARLIER}.taps bot.kit.* nlu.*",
    "bot.*.*handlers": f"{OWN}.model {OWN}.forms {OWN}.service {OWN}.*views {OWN}.*handlers {OWN}.taps {OWN}.picture"
    f" {EARLIER}.model {EARLIER}.taps bot.kit.* nlu.*",
    "bot.menu.commands": f"{OWN}.*views bot.kit.*",
    "bot.talk.ears": "bot.kit.town nlu.meaning",
    "bot.voice.listener": f"{OWN}.service {OWN}.model bot.kit.*",
    "bot.kit.picture": "bot.kit.poster",
    "bot.*.picture": "",
    "bot.delivery.*": "bot.delivery.* bot.kit.* bot.config",
    "bot*": "",
}
"""The first line that fits counts. `<own>` is the importer's feature, `<earlier>` each feature before it."""

LIBRARIES = {
    # library      who alone may import it
    "aiogram": "bot.app bot.serve bot.menu.commands bot.*.taps bot.*.*views bot.*.*handlers bot.kit.around"
    " bot.kit.calls bot.kit.commands bot.kit.dispatch bot.kit.doorkeeper bot.kit.home bot.kit.lean bot.kit.order"
    " bot.kit.polling bot.kit.reading bot.kit.routes bot.kit.screens bot.kit.session bot.kit.sorry bot.kit.trouble"
    " bot.kit.visit bot.kit.webhook",
    "telegram": "bot.delivery.*",
    "sqlalchemy": "storage.*",
    "alembic": "storage.*",
    "fpdf": "bot.review.sheet bot.codes.sheets bot.kit.qr bot.kit.sheet bot.previews.sheet bot.honours.sheet",
    "segno": "bot.codes.sheets bot.kit.qr bot.honours.picture",
    "openpyxl": "bot.kit.cells bot.roll.files.* bot.archive.packing",
    "chinese_calendar": "bot.sittings.model",
    "babel": "bot.kit.words",
    "PIL": "bot.kit.picture bot.concerns.picture bot.honours.picture",
    "prometheus_client": "bot.kit.watch",
    "pythonjsonlogger": "bot.kit.logs",
    "aiohttp": "bot.kit.clock bot.kit.session bot.kit.webhook bot.demo bot.playground.*",
    "time": "bot.playground.* nlu.evaluation nlu.rasa.client",  # the kit's clock tells everybody else
    "numpy": "nlu.*",
    "scipy": "nlu.training",
}

CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic"}
LONGER = {
    "tests/test_moderator_day.py": "one day, from morning to evening, told in one go",
    "bot/reactions.py": "the whole policy is one page, however much there is to say",
    "bot/roles/model.py": "one table says who may do what",
    "bot/unit_of_work.py": "one line for each repository, however many there are",
    "storage/migrations/versions/*": "Alembic writes them",
    "tests/playground/test_page.py": "one browser, started once, in which the page is looked at from all sides",
}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 250, 40

ALL = modules(*PACKAGES)
NAMES = {module.name for module in ALL}


def fits(name: str, patterns: str) -> bool:
    """A module may as well be a package: what a pattern says of it holds for all that is in it."""
    return any(
        fnmatchcase(name, pattern) or fnmatchcase(name, f"{pattern}.*") or pattern == f"{name}.*"
        for pattern in patterns.split()
    )


def allowed(importer: Module) -> str:
    """Patterns of what this module may import."""
    patterns = next(whom for who, whom in MAY_IMPORT.items() if fits(importer.name, who))
    earlier = FEATURES[: FEATURES.index(importer.feature)] if importer.feature in FEATURES else ()
    spelled = []
    for pattern in patterns.split():
        if pattern.startswith(EARLIER):
            spelled += [pattern.replace("<earlier>", feature) for feature in earlier]
        else:
            spelled.append(pattern.replace("<own>", importer.feature))
    return " ".join(spelled)


@cache
def breaches() -> frozenset[tuple[str, str]]:
    """Imports inside the project that the table does not allow."""
    return frozenset(
        (module.name, imported)
        for module in ALL
        for imported in module.imports() & NAMES
        if not fits(imported, allowed(module))
    )


def test_every_import_is_in_the_table_or_an_exception_with_a_reason() -> None:
    assert breaches() - EXCEPTIONS.keys() == set()


def test_no_exception_has_outlived_what_it_was_made_for() -> None:
    assert EXCEPTIONS.keys() - breaches() == set()


def test_every_feature_has_its_place_in_the_order() -> None:
    folders = {path.name for path in (ROOT / "bot").iterdir() if (path / "__init__.py").exists()}
    assert folders - {"config", "kit", "playground"} == set(FEATURES)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_to_few(library: str) -> None:
    users = {module.name for module in ALL for name in module.imports() if name.split(".")[0] == library}
    assert {user for user in users if not fits(user, LIBRARIES[library])} == set()


def test_only_the_command_line_and_tests_know_the_playground() -> None:
    knowing = {
        module.name
        for module in ALL
        if module.feature != "playground" and any(fits(name, "bot.playground.*") for name in module.imports())
    }
    assert knowing == {"bot.__main__"}


def test_no_import_goes_round_in_a_circle() -> None:
    waiting = {module.name: module.imports(at_start_only=True) & NAMES - {module.name} for module in ALL}
    while free := {name for name, needs in waiting.items() if not needs & waiting.keys()}:
        waiting = {name: needs for name, needs in waiting.items() if name not in free}
    assert waiting == {}


def test_only_the_kits_clock_reads_the_clock() -> None:
    readers = {
        module.name
        for module in ALL
        if module.feature != "playground"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS
    }
    assert readers == {"bot.kit.clock"}


def test_nothing_of_aiogram_is_made_when_a_module_is_imported() -> None:
    made = [
        f"{module.name}: {ast.unparse(node)}"
        for module in ALL
        for statement in module.tree.body
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"Router", "Dispatcher", "Bot"}
    ]
    assert made == []


def test_the_courier_can_live_where_aiogram_is_not_imported() -> None:
    look = "import sys, bot.delivery.courier, storage.books; print('aiogram' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_files_and_functions_are_short() -> None:
    long = [
        str(module.path.relative_to(ROOT))
        for module in modules(*PACKAGES, "tests")
        if module.lines > MOST_LINES
        or any((f.end_lineno or 0) - f.lineno >= MOST_LINES_OF_A_FUNCTION for f in module.functions())
    ]
    assert [path for path in long if not any(fnmatchcase(path, pattern) for pattern in LONGER)] == []


def test_no_module_is_named_for_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "managers", "data", "common", "misc", "base"}
    assert {module.name for module in modules(*PACKAGES, "tests") if module.name.split(".")[-1] in empty} == set()
