"""The *torture sites*: small encyclopedias with everything that makes a theme show its seams.

Their entries stand in torture/. What is long and has no wit in it, such as two hundred works, is made here.
"""

import base64
from collections.abc import Mapping
from importlib.resources import files

import msgspec

from site_builder.authoring.site import walk

_WORKS = 200
_PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR42mOogAIGyhgAOIQeAShCO28AAAAASUVORK5CYII="
_HOME = "https://example.org/encyclopedia/"


class TortureSite(msgspec.Struct, frozen=True):
    name: str
    """What it is, for people: "one entry"."""
    files: Mapping[str, bytes]
    """By path below the site's folder, settings included; but no theme."""


def torture_sites(theme: str) -> tuple[TortureSite, ...]:
    """The sites, each with `theme` chosen in its settings. The first one is what an encyclopedia mostly is like."""
    ordinary, hard = _entries("ordinary"), {**_entries("ordinary"), **_entries("hard"), **_made()}
    one = "content/musicians/nothing.md"
    return (
        TortureSite("an ordinary site", {**_settings(theme, base_url=_HOME), **ordinary}),
        TortureSite("all that is hard to set", {**_settings(theme), **hard}),
        TortureSite("the same from right to left", {**_settings(theme, language="ar"), **hard}),
        TortureSite("a site with one entry", {**_settings(theme), one: hard[one]}),
        TortureSite("an empty site", {**_settings(theme), "content/README.md": b""}),
    )


def _settings(theme: str, **more: str) -> Mapping[str, bytes]:
    said = {"title": "An Encyclopedia to Look at a Theme", "notice": "Nobody in it exists.", "theme": theme, **more}
    lines = [f'{key} = "{value}"\n' for key, value in said.items()]
    return {"site.toml": "".join(["drafts = true\n", *lines]).encode()}


def _entries(folder: str) -> Mapping[str, bytes]:
    found = walk(files("site_builder.authoring").joinpath("torture", folder), "content/")
    return {path: file.read_bytes() for path, file in found}


def _made() -> Mapping[str, bytes]:
    works = "".join(
        f"  - {{title: Study no. {number} in the shape of a pear, year: {1800 + number}, kind: study}}\n"
        for number in range(1, _WORKS + 1)
    )
    prolific = (
        f"---\nname: Prudence Prolific\ninstruments: [organ]\ncountries: [Greece]\nworks:\n{works}---\n\nShe wrote.\n"
    )
    return {
        "content/musicians/prolific.md": prolific.encode(),
        "content/musicians/square.png": base64.b64decode(_PICTURE),
    }
