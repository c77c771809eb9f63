"""What lies in the site's folder: a look at everything, or, where somebody watches, at what changed since the last."""

from collections.abc import Set as AbstractSet
from pathlib import Path

import msgspec

from site_builder.build.memory import Summary
from site_builder.build.options import BuildOptions
from site_builder.build.scan import CONTENT, Scan, scan, scan_again
from site_builder.build.stages import Settings, read_settings
from site_builder.build.store import Store
from site_builder.model.diagnostic import Outcome


class Look(msgspec.Struct, frozen=True):
    settings: Outcome[Settings]
    found: Scan


def look(root: Path, options: BuildOptions, known: Summary, store: Store | None) -> Look:
    """Everything as it is now. What has the stamp that is `known` of it is not read again."""
    settings = read_settings(root, options, store)
    return Look(settings, scan(root, settings.value.config, {**known.sources, **known.pictures}))


def glance(root: Path, last: Look, changed: AbstractSet[str]) -> Look | None:
    """Everything as it is now, if nothing differs from the last look but these paths, relative to the site's folder.

    None where that takes a look at everything: files came or went, or something other than content changed.
    """
    if not all(path.startswith(f"{CONTENT}/") for path in changed):
        return None
    found = scan_again(root, last.found, changed)
    return None if found is None else Look(last.settings, found)
