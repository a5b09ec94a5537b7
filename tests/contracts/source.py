"""The project's own modules, read without running them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "nlu", "storage")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of source."""

    name: str
    """Dotted; a package's `__init__` has the package's name."""
    path: Path

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @property
    def lines(self) -> int:
        return len(self.path.read_text(encoding="utf-8").splitlines())

    @property
    def feature(self) -> str:
        """The folder under `bot/`; empty for what stands beside the features."""
        parts = self.name.split(".")
        return parts[1] if parts[0] == "bot" and self.path.parent != ROOT / "bot" else ""

    def functions(self) -> Iterator[Function]:
        """All of them, methods and inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def imports(self, *, at_start_only: bool = False) -> set[str]:
        """Dotted names of what is imported, third parties too; names inside a module count as that module.

        With `at_start_only`, those inside functions are left out: they cannot close a circle.
        """
        late = {id(node) for function in self.functions() for node in ast.walk(function)} if at_start_only else set()
        found = (node for node in ast.walk(self.tree) if id(node) not in late)
        return {name for node in found for name in _imported(node)}


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """Every module of these packages."""
    paths = sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))
    return tuple(Module(_dotted(path), path) for path in paths)


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        for alias in node.names:
            yield f"{base}.{alias.name}" if _is_module(f"{base}.{alias.name}") else base


def _is_module(dotted: str) -> bool:
    place = ROOT.joinpath(*dotted.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()
