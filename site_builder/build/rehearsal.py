"""A whole site made in memory, with what each page was made by: to look at a theme before anybody else does."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from site_builder.build.copies import assets_of, pictures_expected
from site_builder.build.making import contents
from site_builder.build.options import BuildOptions
from site_builder.build.page_links import broken_links
from site_builder.build.pipeline import from_nothing
from site_builder.build.progress import SILENT
from site_builder.build.publish import File
from site_builder.build.stages import judged
from site_builder.build.workers import serial
from site_builder.model.diagnostic import Diagnostic
from site_builder.model.identity import OutputPath
from site_builder.pages.request import TemplatePage


class Rehearsal(msgspec.Struct, frozen=True):
    diagnostics: tuple[Diagnostic, ...]
    templates: Mapping[str, str] = {}
    """Of each page the template that it was made by."""
    files: Mapping[str, bytes] = {}
    """All files of the site but its pictures; of a page that could not be made, nothing."""


def rehearse(root: Path, options: BuildOptions) -> Rehearsal:
    """The site at `root`, as a build from nothing makes it, and where its links lead nowhere. Writes nothing."""
    known = from_nothing(root, options, SILENT)
    theme, strict = known.settings.theme, known.settings.config.strict
    if theme is None:
        return Rehearsal(judged(known.told, strict=strict))
    requests = [known.planner.page(page).request for page in known.planner.paths().values()]
    made = dict(contents(known, theme, serial))
    files: dict[OutputPath, bytes] = {copy.path: copy.content() for copy in assets_of(theme)}
    files |= {path: content for path, content in made.items() if isinstance(content, bytes)}
    pictures = pictures_expected(known.reading.entries, known.photographs)
    broken = broken_links(
        [File(path, content) for path, content in files.items()],
        {*files, *made, *pictures},
        {},
        known.settings.config.base_url,
    )
    failures = (content for content in made.values() if isinstance(content, Diagnostic))
    return Rehearsal(
        diagnostics=judged((*known.told, *failures, *broken), strict=strict),
        templates={str(request.path): request.template for request in requests if isinstance(request, TemplatePage)},
        files={str(path): content for path, content in files.items()},
    )
