"""What the bot says: complete in Chinese, with the same values and markup, within Telegram's lengths."""

import ast
import re
from collections.abc import Iterator

import pytest

from bot.kit.words import LANGUAGES, translated
from bot.menu.command_views import ADMINISTRATORS, GROUP, PANEL, PRIVATE, STAFF
from tests.contracts.catalogue import Text, entries, in_the_source, placeholders, texts
from tests.contracts.source import Function, Module, modules

TEXTS = texts()
TAG = re.compile(r"</?[a-z][^>]*>")
CHINESE = re.compile(r"[\u3400-\u9fff]")
HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff}])[,;:?!.()]|[,;:?!()](?=[\u3400-\u9fff{])")
"""Punctuation of a Latin script beside a Chinese character or a value."""

CHINESE_IN_THE_CODE = {
    ("bot.__main__", "_parser"): "said to the terminal",
    ("bot.__main__", "_serve"): "said to the terminal",
    ("bot.__main__", "_explained"): "said to the terminal",
    ("bot.agenda.model.options", "LINE"): "how an option stands in the words of a motion, in the community's language",
    ("bot.agenda.model.options", "NO_OPTIONS"): "what stands on each ballot anyway",
    ("bot.charter.model", "NAMES"): "how a rule is called in the words of a motion, in the community's language",
    ("bot.charter.model", "DAYS"): "how a day is called in the words of a motion",
    ("bot.charter.model", "LINE"): "how a change stands in the words of a motion",
    ("bot.charter.model", "CHANGE"): "how a change stands in the words of a motion",
    ("bot.charter.model", "_read"): "how days and weeks are written in the words of a motion",
    ("bot.residents.model", "address"): "an address is what stands on the door, in every language",
    ("bot.concerns.forms", "COMMON_GROUND"): "an address in the community's language",
    ("bot.roll.model", "address"): "an address is what stands on the door, in every language",
    ("bot.roll.files.reading", "BLANK"): "what stands in a Chinese file",
    ("bot.roll.files.cells", "area"): "what stands in a Chinese file",
    ("bot.roll.files.cells", "room"): "what stands in a Chinese file",
    ("bot.roll.files.cells", "_NUMBERED"): "what stands in a Chinese file",
    ("bot.roll.files.columns", "plain_value"): "what stands in a Chinese file",
    ("bot.roll.files.writing", "SHEET"): "the name of a Chinese file's sheet",
    ("bot.roll.files.columns", "CHINESE"): "the columns of a Chinese file",
    ("bot.roll.files.columns", "FORBIDDEN_CHINESE"): "columns that are never taken",
    ("bot.roll.files.columns", "FORBIDDEN_EXACTLY"): "columns that are never taken",
    ("bot.roll.files.columns", "TENURES"): "what stands in a Chinese file",
    ("bot.roll.files.columns", "AGES"): "what stands in a Chinese file",
    ("bot.roll.files.columns", "KINDS"): "what stands in a Chinese file",
    (
        "bot.votes.service.closing",
        "LOST",
    ): "a reason stands in the community's language, as those that moderators write",
    ("bot.booth.typing_handlers", "BETWEEN"): "what people write between a door and a name",
    ("bot.votes.model.rule", "AGAINST_ALL"): "options stand in the community's language, this one too",
    ("bot.residents.views", "ELDER_WORDS"): "what people call 长辈版, understood in every language",
    ("bot.residents.views", "PLAIN_WORDS"): "what people call the ordinary view, understood in every language",
    ("bot.residents.views", "ask_language"): "each language is offered under its own name",
    ("bot.kit.words", "_DAY"): "the pattern of a Chinese date",
    ("bot.kit.words", "_DATE"): "the pattern of a Chinese date",
    ("bot.kit.words", "_DAY_ALONE"): "the pattern of a Chinese date",
    ("bot.kit.words", "_MONTH"): "the pattern of a Chinese month",
    ("bot.kit.words", "_HOUR"): "the pattern of a Chinese hour",
    ("bot.talk.model", "_NAMED"): "what people call the bot, in whatever language they are answered",
    ("bot.talk.model", "_THANKS"): "how people say thank you",
}
"""Module and the function or constant in which Chinese stands, with the reason."""
ITS_OWN_WORLD = ("bot.playground", "bot.sunshine")
"""The cast and its phones speak Chinese."""


def test_every_text_of_the_source_is_in_the_catalogue_and_nothing_is_left_over() -> None:
    assert {text.english for text in TEXTS} ^ in_the_source() == set()


def test_every_text_is_translated_and_none_is_doubtful() -> None:
    assert [entry.id for entry in entries() if not entry.string or entry.fuzzy] == []


def test_every_text_holds_the_same_values_in_both_languages() -> None:
    assert [text for text in TEXTS if placeholders(text.english) != placeholders(text.chinese)] == []


def test_every_text_has_the_same_markup_in_both_languages() -> None:
    assert [text for text in TEXTS if sorted(TAG.findall(text.english)) != sorted(TAG.findall(text.chinese))] == []


def test_no_text_shouts() -> None:
    assert [text for text in TEXTS if re.search("[!！]", TAG.sub("", text.english + text.chinese))] == []


def test_chinese_has_chinese_punctuation() -> None:
    assert [text for text in TEXTS if HALF_WIDTH.search(TAG.sub("", text.chinese))] == []


def test_chinese_is_chinese() -> None:
    def has_words(text: Text) -> bool:
        return bool(re.search("[A-Za-z]", TAG.sub("", re.sub(r"\{.*?\}", "", text.english))))

    assert [text for text in TEXTS if has_words(text) and not CHINESE.search(text.chinese)] == []


def test_values_have_names_not_positions() -> None:
    assert [text for text in TEXTS if not all(name.isidentifier() for name in placeholders(text.english))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_takes_the_names_and_descriptions_of_the_commands(language: str) -> None:
    staff = dict([PANEL]) | {name: what for name, (_, what) in STAFF.items()}
    for name, what in (*PRIVATE.items(), *GROUP.items(), *ADMINISTRATORS.items(), *staff.items()):
        assert re.fullmatch("[a-z0-9_]{1,32}", name)
        assert 1 <= len(translated(what, "zh" if language == "zh" else "en")) <= 256


def test_no_text_is_put_together_from_pieces() -> None:
    """Word order is the translator's. Whole lines may follow each other."""
    glued = [f"{module.name}: {piece}" for module in modules("bot") for piece in _glued(module)]
    assert glued == []


def test_chinese_stands_in_the_catalogue_and_in_few_listed_places() -> None:
    found = {
        (module.name, where)
        for module in modules("bot")
        if not module.name.startswith(ITS_OWN_WORLD)
        for where in _chinese_literals(module)
    }
    assert found == CHINESE_IN_THE_CODE.keys()


def _glued(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            pieces, others = _said(node.left, node.right)
            if pieces and not all(_is_line_end(other) for other in others):
                yield ast.unparse(node)
        elif isinstance(node, ast.JoinedStr):
            values = [value.value for value in node.values if isinstance(value, ast.FormattedValue)]
            if _said(*values)[0]:
                yield ast.unparse(node)


def _said(*nodes: ast.expr) -> tuple[list[ast.expr], list[ast.expr]]:
    """What comes from `say`, and what does not."""
    said: list[ast.expr] = [node for node in nodes if isinstance(node, ast.Call) and _speaks(node)]
    return said, [node for node in nodes if node not in said]


def _speaks(call: ast.Call) -> bool:
    """`say(…)`, `say.plain(…)`, or a function that is given `say`."""
    names = [call.func, *call.args]
    return any(ast.unparse(name) in {"say", "say.plain", "visit.say"} for name in names)


def _is_line_end(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and str(node.value).endswith("\n")


def _chinese_literals(module: Module) -> Iterator[str]:
    for statement in module.tree.body:
        if not isinstance(statement, ast.Expr):
            yield from _chinese_in(statement, _name_of(statement))


def _chinese_in(node: ast.AST, inside: str) -> Iterator[str]:
    """The names of functions or constants that hold a Chinese text; docstrings and marked texts do not count."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Call) and ast.unparse(child.func).split(".")[-1] in {"later", "say", "plain"}:
            continue
        if isinstance(child, ast.Constant) and CHINESE.search(str(child.value)):
            yield inside
        yield from _chinese_in(child, child.name if isinstance(child, Function) else inside)


def _name_of(statement: ast.stmt) -> str:
    if isinstance(statement, Function | ast.ClassDef):
        return statement.name
    if isinstance(statement, ast.Assign):
        return ast.unparse(statement.targets[0])
    return ast.unparse(statement.target) if isinstance(statement, ast.AnnAssign) else ""
