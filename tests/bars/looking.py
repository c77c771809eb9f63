"""What the tests do with each page that they look at."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.tools import ROOT, missing
from tools.devtools import Page

PROBES = Path(__file__).parent / "probes"
AXE = ROOT / "node_modules/axe-core/axe.min.js"


def probed(page: Page, name: str, **options: object) -> list[str]:
    """The faults that a probe finds on the page that is open: probes/NAME.js, a function of an object."""
    call = f"globalThis.probes?.['{name}']?.({json.dumps(options)}) ?? null"
    found = page.value(call, apart=True)
    if found is None:
        source = (PROBES / f"{name}.js").read_text(encoding="utf-8")
        page.value(f"(globalThis.probes ??= {{}})['{name}'] = {source}; null", apart=True)
        found = page.value(call, apart=True)
    assert isinstance(found, list)
    return [str(fault) for fault in found]


def faults(paths: Iterable[str], look: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What is wrong with each page, by its path; nothing of those with which nothing is."""
    return {path: found for path in paths if (found := look(path))}


def axe() -> str:
    """The source of axe-core, from `npm install axe-core`."""
    if not AXE.is_file():
        missing("this test runs axe-core, which comes with `npm install --no-save axe-core`")
    return AXE.read_text(encoding="utf-8")
