"""The site's own Python: checks and emitters, named in site.toml as "module:attribute"."""

import importlib
from collections.abc import Sequence
from operator import attrgetter
from typing import cast

from site_builder.graph.checks import Check
from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.model.source import Span
from site_builder.pages.emitter import Emitter


def load_checks(names: Sequence[str]) -> Outcome[tuple[Check, ...]]:
    """The checks of these names; one that cannot be had is a fault of site.toml (S008)."""
    loaded = _load(names, "run")
    return Outcome(cast("tuple[Check, ...]", loaded.value), loaded.diagnostics)


def load_emitters(names: Sequence[str]) -> Outcome[tuple[Emitter, ...]]:
    """The emitters of these names; one that cannot be had is a fault of site.toml (S008)."""
    loaded = _load(names, "pages")
    return Outcome(cast("tuple[Emitter, ...]", loaded.value), loaded.diagnostics)


def _load(names: Sequence[str], method: str) -> Outcome[tuple[object, ...]]:
    objects: list[object] = []
    faults: list[Diagnostic] = []
    for name in names:
        module, _, attribute = name.partition(":")
        try:
            found: object = attrgetter(attribute)(importlib.import_module(module))
        except (ImportError, AttributeError) as error:
            faults.append(_fault(name, str(error)))
            continue
        if callable(getattr(found, method, None)):
            objects.append(found)
        else:
            faults.append(_fault(name, f"it has no method `{method}`"))
    return Outcome(tuple(objects), tuple(faults))


def _fault(name: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "S008",
        Severity.ERROR,
        Span("site.toml"),
        f'the extension "{name}" cannot be loaded: {reason}',
        "install the module beside site-builder, and write its name as module:attribute",
    )
