"""A theme with its parents, and the layers that they make."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.theme.contrast import contrasts
from site_builder.theme.folders import read_layer
from site_builder.theme.layers import Asset, Layer, Theme
from site_builder.theme.manifest import BASE, Manifest, is_theme_name, read_manifest
from site_builder.theme.manifest_file import MANIFEST, ManifestFile
from site_builder.theme.nearest import suggestion
from site_builder.theme.token_values import MORE_CONTRAST, VALUES
from site_builder.theme.tokens import PART, merged, token_sheet


class Member(msgspec.Struct, frozen=True):
    """A theme of a chain: one theme, its parent, that one's parent …"""

    folder: Path
    shown: str
    """What messages call the folder."""
    file: ManifestFile
    manifest: Manifest


def builtin_themes() -> Path:
    """The folder of the themes that come with the program."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def load_theme(name: str, *, folders: Sequence[Path], overrides: Path | None) -> Outcome[Theme | None]:
    """The theme of that name from the first of `folders` that has it, below the site's overrides; None with errors.

    What themes set tokens to lies in their layers as a part of the style sheet.
    """
    layers: list[Layer] = []
    faults: list[Diagnostic] = []
    if overrides is not None:
        top = read_layer(overrides, overrides.name)
        layers.append(top.value)
        faults.extend(top.diagnostics)
    chain = chain_of(name, folders)
    for depth, member in enumerate(chain.value):
        layer = read_layer(member.folder, member.shown)
        faults.extend(layer.diagnostics)
        layers.append(_with_tokens(layer.value, chain.value[depth:]))
    faults.extend(chain.diagnostics)
    failed = any(fault.severity is Severity.ERROR for fault in faults)
    return Outcome(None if failed else Theme(name, tuple(layers)), (*faults, *too_alike(chain.value)))


def chain_of(name: str, folders: Sequence[Path]) -> Outcome[tuple[Member, ...]]:
    """The theme of that name and its parents, as far as they can be read, and what is wrong with their manifests."""
    members: list[Member] = []
    faults: list[Diagnostic] = []
    names: list[str] = []
    asker = ManifestFile("site.toml")
    while name not in names:
        folder = _find(name, folders)
        if folder is None:
            faults.append(_no_such_theme(name, asker, folders))
            break
        names.append(name)
        shown = f"{folder.parent.name}/{name}"
        manifest = read_manifest(folder, shown)
        faults.extend(manifest.diagnostics)
        if manifest.value is None:
            break
        asker = ManifestFile(f"{shown}/{MANIFEST}", (folder / MANIFEST).read_text(encoding="utf-8"))
        members.append(Member(folder, shown, asker, manifest.value))
        name = manifest.value.parent
        if not name:
            break
    else:
        faults.append(_circle([*names[names.index(name) :], name], asker))
    return Outcome(tuple(members), tuple(faults))


def too_alike(chain: Sequence[Member]) -> Iterator[Diagnostic]:
    """T011 for each pair of tokens that is hard to tell apart, at the nearest theme that sets one of the two."""
    for found in contrasts(merged([member.manifest.tokens for member in chain])):
        if found.enough:
            continue
        pair = found.pair
        section = MORE_CONTRAST if found.more else VALUES
        member, name, table = _setter(chain, (pair.ink, pair.ground), section)
        message = (
            f"`{pair.ink}` on `{pair.ground}` has a contrast of {found.ratio:.2f} in {found.where}, "
            f"and {pair.use} must have {pair.least:g}"
        )
        hint = f"move `{pair.ink}` and `{pair.ground}` further apart in brightness"
        fault = member.file.fault(message, hint, name, table)
        yield msgspec.structs.replace(fault, code="T011", severity=Severity.WARNING)


def theme_folders(folders: Sequence[Path]) -> Mapping[str, Path]:
    """Every theme by name, sorted; of two of one name that in the earlier folder, which hides the other."""
    found = {
        manifest.parent.name: manifest.parent
        for folder in reversed(folders)
        for manifest in sorted(folder.glob(f"*/{MANIFEST}"))
    }
    return dict(sorted(found.items()))


def _with_tokens(layer: Layer, chain: Sequence[Member]) -> Layer:
    """The layer with the style sheet's part of its tokens. A file of that name, which it may have, wins."""
    if not chain[0].manifest.tokens:
        return layer
    sheet = token_sheet(merged([member.manifest.tokens for member in chain])).encode()
    part = Asset(PART, f"{chain[0].shown}/{MANIFEST}", sheet)
    return msgspec.structs.replace(layer, assets=dict(sorted({PART: part, **layer.assets}.items())))


def _setter(chain: Sequence[Member], names: tuple[str, str], section: str) -> tuple[Member, str, str]:
    """The nearest theme that sets one of the two tokens, which one, and in which table."""
    tables = (MORE_CONTRAST, VALUES) if section == MORE_CONTRAST else (VALUES,)
    for member in chain:
        tokens = member.manifest.tokens
        for table in tables:
            values = tokens.more_contrast if table == MORE_CONTRAST else tokens.values
            for name in names:
                if name in values:
                    return member, name, table
    return chain[0], names[0], section


def _find(name: str, folders: Sequence[Path]) -> Path | None:
    if not is_theme_name(name):
        return None
    return next((folder / name for folder in folders if (folder / name / MANIFEST).is_file()), None)


def _no_such_theme(name: str, asker: ManifestFile, folders: Sequence[Path]) -> Diagnostic:
    known = theme_folders(folders)
    hint = suggestion(name, known, f"there are {', '.join(known)}")
    return msgspec.structs.replace(asker.fault(f'no theme is called "{name}"', hint, "parent"), code="T001")


def _circle(chain: Sequence[str], asker: ManifestFile) -> Diagnostic:
    message = f"the parents go round in a circle: {' → '.join(chain)}"
    hint = f'the last of them must have another parent, or none, which means "{BASE}"'
    return asker.fault(message, hint, "parent")
