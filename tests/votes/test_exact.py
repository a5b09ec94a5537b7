"""Votes are counted in whole numbers, fractions and decimals: nowhere a float, a rounding, a division."""

import ast

from tests.contracts.source import modules

INEXACT = {"float", "round", "math", "statistics"}


def test_nothing_inexact_is_written_in_the_model() -> None:
    found = [
        f"{module.name}: {ast.unparse(node)}"
        for module in modules("bot")
        if module.name.startswith("bot.votes.model")
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id in INEXACT)
        or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div))
    ]
    assert found == []
