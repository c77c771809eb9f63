"""Rules that the project keeps about itself."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "site_builder"
LAYERS = ("model", "content", "graph", "search", "pages", "theme", "build", "report", "serve", "authoring", "cli")
"""From the top of the list down: a package imports only itself and those above it."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(module: Path) -> set[str]:
    """The packages of ours that a module imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if re.match(r"site_builder\.\w", name)}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_package_imports_only_the_packages_above_it(module: Path) -> None:
    layer = module.relative_to(PACKAGE).parts[0]
    if layer.endswith(".py"):
        return

    allowed = set(LAYERS[: LAYERS.index(layer) + 1])

    assert imported(module) <= allowed


def test_every_package_has_its_place_among_the_layers() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert packages <= set(LAYERS)


def test_no_source_file_has_more_than_400_lines() -> None:
    sources = [
        path for folder in ("site_builder", "tests", "themes") for path in (ROOT / folder).rglob("*") if path.is_file()
    ]
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sources
        if path.suffix in {".py", ".html", ".css", ".js"} and (lines := path.read_text().count("\n")) > 400
    }

    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if path.name != "__main__.py" and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []
