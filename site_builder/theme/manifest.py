"""theme.toml, and the theme that its layers make."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.model.source import Span
from site_builder.theme.folders import read_layer
from site_builder.theme.layers import Layer, Theme
from site_builder.theme.nearest import suggestion

API = 1
"""The version of the contract (pages/views.py) that this program keeps."""
BASE = "base"
"""The theme at the bottom of every other."""
MANIFEST = "theme.toml"
_SETTINGS: Mapping[str, type] = {"name": str, "api": int, "parent": str, "description": str, "licence": str}
_FOLDER_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class Manifest(msgspec.Struct, frozen=True):
    """What theme.toml says."""

    name: str
    api: int
    parent: str = ""
    """"" for `base` itself."""
    description: str = ""
    licence: str = ""


def builtin_themes() -> Path:
    """The folder of the themes that come with the program."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def load_theme(name: str, *, folders: Sequence[Path], overrides: Path | None) -> Outcome[Theme | None]:
    """The theme of that name from the first of `folders` that has it, below the site's overrides; None with errors."""
    layers: list[Layer] = []
    faults: list[Diagnostic] = []
    chain: list[str] = []
    if overrides is not None:
        top = read_layer(overrides, overrides.name)
        layers.append(top.value)
        faults.extend(top.diagnostics)
    asker = _File("site.toml")
    while name not in chain:
        folder = _find(name, folders)
        if folder is None:
            faults.append(_no_such_theme(name, asker, folders))
            break
        chain.append(name)
        shown = f"{folder.parent.name}/{name}"
        layer = read_layer(folder, shown)
        manifest = read_manifest(folder, shown)
        layers.append(layer.value)
        faults.extend((*layer.diagnostics, *manifest.diagnostics))
        if manifest.value is None or not manifest.value.parent:
            break
        asker = _File(f"{shown}/{MANIFEST}", (folder / MANIFEST).read_text(encoding="utf-8"))
        name = manifest.value.parent
    else:
        faults.append(_circle([*chain[chain.index(name) :], name], asker))
    failed = any(fault.severity is Severity.ERROR for fault in faults)
    return Outcome(None if failed else Theme(chain[0], tuple(layers)), tuple(faults))


def read_manifest(folder: Path, shown: str) -> Outcome[Manifest | None]:
    """What theme.toml in a theme's folder says; None if it cannot be used, with every reason."""
    path = f"{shown}/{MANIFEST}"
    try:
        file = _File(path, (folder / MANIFEST).read_bytes().decode())
    except UnicodeDecodeError:
        return Outcome(None, (_fault(_File(path), "", "the file is not UTF-8", "save it again as UTF-8"),))
    try:
        table = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        return Outcome(None, (_syntax(error, file),))
    faults = tuple(_faults(table, folder.name, file))
    if faults:
        return Outcome(None, faults)
    manifest = msgspec.convert(table, Manifest)
    implied = "" if manifest.name == BASE else BASE
    return Outcome(msgspec.structs.replace(manifest, parent=manifest.parent or implied))


class _File(msgspec.Struct, frozen=True):
    """A file that speaks of a theme, by the path that messages show."""

    path: str
    text: str = ""


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    if _FOLDER_NAME.fullmatch(name) is None:
        return None
    return next((folder / name for folder in folders if (folder / name / MANIFEST).is_file()), None)


def _faults(table: Mapping[str, object], folder: str, file: _File) -> Iterator[Diagnostic]:
    """What the settings say that they cannot, or leave out."""
    usable = True
    for key, value in table.items():
        expected = _SETTINGS.get(key)
        if expected is None:
            hint = suggestion(key, _SETTINGS, f"the settings are {', '.join(_SETTINGS)}")
            yield _fault(file, key, f'there is no setting "{key}"', hint)
        elif type(value) is not expected:
            usable = False
            hint = "it takes a whole number" if expected is int else "it takes a text in quotes"
            yield _fault(file, key, f"`{key}` has a value that it cannot have", hint)
    for key, example in (("name", f'name = "{folder}"'), ("api", f"api = {API}")):
        if key not in table:
            usable = False
            yield _fault(file, "", f"the theme does not say its `{key}`", f"write {example}")
    if usable and table["name"] != folder:
        message = f'the theme calls itself "{table["name"]}", and its folder is called "{folder}"'
        yield _fault(file, "name", message, "give both the same name")
    if usable and table["api"] != API:
        message = (
            f"the theme is written for version {table['api']} of the contract, and this program keeps version {API}"
        )
        yield _fault(file, "api", message, f"look it over with docs/themes.md, then write api = {API}")


def _no_such_theme(name: str, asker: _File, folders: Sequence[Path]) -> Diagnostic:
    known = {manifest.parent.name for folder in folders for manifest in folder.glob(f"*/{MANIFEST}")}
    hint = suggestion(name, known, f"there are {', '.join(sorted(known))}")
    return msgspec.structs.replace(_fault(asker, "parent", f'no theme is called "{name}"', hint), code="T001")


def _circle(chain: Sequence[str], asker: _File) -> Diagnostic:
    message = f"the parents go round in a circle: {' → '.join(chain)}"
    return _fault(asker, "parent", message, f'the last of them must have another parent, or none, which means "{BASE}"')


def _syntax(error: tomllib.TOMLDecodeError, file: _File) -> Diagnostic:
    lines = file.text.splitlines()
    place = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), 0)
    reason = re.sub(r" \(at .*\)$", "", str(error))
    return Diagnostic(
        "T002",
        Severity.ERROR,
        Span(file.path, line, column),
        f"this is not TOML: {reason[0].lower()}{reason[1:]}",
        'a setting is a name, an equals sign and a value; text stands in quotes: name = "mine"',
        lines[line - 1] if 0 < line <= len(lines) else "",
    )


def _fault(file: _File, key: str, message: str, hint: str) -> Diagnostic:
    """A fault at the line that sets `key`; of the whole file if no line does."""
    setting = re.compile(rf"\s*\[*({re.escape(key)})\b")
    matches = enumerate(map(setting.match, file.text.splitlines() if key else ()), 1)
    line, found = next(((number, match) for number, match in matches if match), (0, None))
    if found is None:
        return Diagnostic("T002", Severity.ERROR, Span(file.path), message, hint)
    span = Span(file.path, line, found.start(1) + 1, len(key))
    return Diagnostic("T002", Severity.ERROR, span, message, hint, found.string)
