"""theme.toml in, what it says out, checked."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from site_builder.model.diagnostic import Diagnostic, Outcome
from site_builder.theme.manifest_file import MANIFEST, ManifestFile
from site_builder.theme.nearest import suggestion
from site_builder.theme.token_values import MORE_CONTRAST, VALUES, read_tokens
from site_builder.theme.tokens import Tokens

API = 1
"""The version of the contract (pages/contract.py, theme/tokens.py) that this program keeps."""
BASE = "base"
"""The theme at the bottom of every other."""
_TEXTS = ("name", "parent", "description", "licence", "screenshot")
_SETTINGS: Mapping[str, type] = {**dict.fromkeys(_TEXTS, str), "api": int, "fonts": list}
_TABLES = (VALUES, MORE_CONTRAST)
_ALL_SETTINGS = ("name", "api", "parent", "description", "licence", "screenshot", "fonts", *_TABLES)
_FOLDER_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class Font(msgspec.Struct, frozen=True):
    """A font that lies in a theme's static/."""

    family: str
    licence: str
    """Its name."""
    file: str
    """Its text, in static/."""


class Manifest(msgspec.Struct, frozen=True):
    """What theme.toml says."""

    name: str
    api: int
    parent: str = ""
    """"" for `base` itself."""
    description: str = ""
    licence: str = ""
    screenshot: str = ""
    """A picture of it, beside theme.toml."""
    fonts: tuple[Font, ...] = ()
    tokens: Tokens = Tokens()


def read_manifest(folder: Path, shown: str) -> Outcome[Manifest | None]:
    """What theme.toml in a theme's folder says; None if it cannot be used, with every reason."""
    path = f"{shown}/{MANIFEST}"
    try:
        file = ManifestFile(path, (folder / MANIFEST).read_bytes().decode())
    except UnicodeDecodeError:
        return Outcome(None, (ManifestFile(path).fault("the file is not UTF-8", "save it again as UTF-8"),))
    try:
        table = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        return Outcome(None, (file.no_toml(error),))
    tokens = read_tokens(table, file)
    faults = (*_faults(table, folder, file), *tokens.diagnostics)
    if faults:
        return Outcome(None, faults)
    plain = {key: value for key, value in table.items() if key not in _TABLES}
    manifest = msgspec.convert(plain, Manifest)
    implied = "" if manifest.name == BASE else BASE
    return Outcome(msgspec.structs.replace(manifest, parent=manifest.parent or implied, tokens=tokens.value))


def is_theme_name(name: str) -> bool:
    """Whether a theme's folder can be called so."""
    return _FOLDER_NAME.fullmatch(name) is not None


def _faults(table: Mapping[str, object], folder: Path, file: ManifestFile) -> Iterator[Diagnostic]:
    """What the settings say that they cannot, or leave out. Tables of tokens are not looked at."""
    usable = True
    for key, value in table.items():
        expected = _SETTINGS.get(key)
        if key in _TABLES:
            continue
        if expected is None:
            hint = suggestion(key, _ALL_SETTINGS, f"the settings are {', '.join(_ALL_SETTINGS)}")
            yield file.fault(f'there is no setting "{key}"', hint, key)
        elif type(value) is not expected:
            usable = False
            hint = {int: "it takes a whole number", list: f"it takes {_FONTS}"}.get(
                expected, "it takes a text in quotes"
            )
            yield file.fault(f"`{key}` has a value that it cannot have", hint, key)
    for key, example in (("name", f'name = "{folder.name}"'), ("api", f"api = {API}")):
        if key not in table:
            usable = False
            yield file.fault(f"the theme does not say its `{key}`", f"write {example}")
    if not usable:
        return
    if table["name"] != folder.name:
        message = f'the theme calls itself "{table["name"]}", and its folder is called "{folder.name}"'
        yield file.fault(message, "give both the same name", "name")
    if table["api"] != API:
        message = (
            f"the theme is written for version {table['api']} of the contract, and this program keeps version {API}"
        )
        yield file.fault(message, f"look it over with docs/themes.md, then write api = {API}", "api")
    yield from _absent_files(table, folder, file)


_FONTS = 'a table for each font: [[fonts]] with family = "…", licence = "…" and file = "fonts/LICENSE.txt"'


def _absent_files(table: Mapping[str, object], folder: Path, file: ManifestFile) -> Iterator[Diagnostic]:
    """What the manifest speaks of and is not there."""
    screenshot = table.get("screenshot", "")
    if screenshot and not (folder / str(screenshot)).is_file():
        message = f'there is no file "{screenshot}" beside {MANIFEST}'
        yield file.fault(message, "put a picture of the theme there, or leave `screenshot` out", "screenshot")
    try:
        fonts = msgspec.convert(table.get("fonts", []), tuple[Font, ...])
    except msgspec.ValidationError:
        yield file.fault("`fonts` has a value that it cannot have", f"it takes {_FONTS}", "fonts")
        return
    for font in fonts:
        if not (folder / "static" / font.file).is_file():
            message = f'there is no file "static/{font.file}", which has to hold the licence of {font.family}'
            yield file.fault(message, "put the licence there: readers get the font, so they get its licence", "fonts")
