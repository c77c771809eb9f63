"""Folders of a theme, read: bytes that were read are the bytes that are used."""

from collections.abc import Iterator
from pathlib import Path

from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.model.source import Span
from site_builder.theme.layers import Asset, Layer, TemplateFile

_READ = ("templates", "static")
_ABOUT = frozenset({"theme", "readme", "license", "licence", "copying", "notice", "changelog", "screenshot"})
"""Names, without their endings, of files that tell of a theme and belong beside its folders."""


def read_layer(folder: Path, name: str) -> Outcome[Layer]:
    """The layer in `folder`, which messages call `name`. A layer without templates or assets is fine."""
    templates: dict[str, TemplateFile] = {}
    assets: dict[str, Asset] = {}
    faults: list[Diagnostic] = []
    for file in _files(folder / "templates"):
        short, shown = _names(file, folder / "templates", f"{name}/templates")
        if file.is_symlink():
            faults.append(_symbolic_link(shown))
            continue
        try:
            templates[short] = TemplateFile(name, short, shown, file.read_bytes().decode())
        except UnicodeDecodeError as error:
            faults.append(_not_text(shown, error))
    for file in _files(folder / "static"):
        short, shown = _names(file, folder / "static", f"{name}/static")
        if file.is_symlink():
            faults.append(_symbolic_link(shown))
        else:
            assets[short] = Asset(short, shown, file.read_bytes())
    return Outcome(Layer(name, templates, assets, tuple(_strays(folder))), tuple(faults))


def _strays(folder: Path) -> Iterator[str]:
    """Files in neither templates/ nor static/, but for those that speak of the layer as a whole."""
    for file in _files(folder):
        path = file.relative_to(folder)
        if path.parts[0] not in _READ and not (len(path.parts) == 1 and path.stem.lower() in _ABOUT):
            yield path.as_posix()


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder, sorted, and symbolic links in place of what they lead to. Hidden ones do not count."""
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        else:
            yield entry


def _names(file: Path, folder: Path, shown: str) -> tuple[str, str]:
    short = file.relative_to(folder).as_posix()
    return short, f"{shown}/{short}"


def _symbolic_link(path: str) -> Diagnostic:
    return Diagnostic(
        "S006", Severity.ERROR, Span(path), "this is a symbolic link, which is not followed", "put the file itself here"
    )


def _not_text(path: str, error: UnicodeDecodeError) -> Diagnostic:
    line = error.object.count(b"\n", 0, error.start) + 1
    return Diagnostic("T003", Severity.ERROR, Span(path, line), "the template is not UTF-8", "save it again as UTF-8")
