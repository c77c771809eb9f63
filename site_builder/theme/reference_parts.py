"""The parts of docs/themes.md that list tokens, contrast, classes and parts of bundles: what the themes really have."""

import re
from collections.abc import Iterable, Iterator, Sequence

from site_builder.theme.bundles import bundle_of
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.contrast import PAIRS
from site_builder.theme.layers import Theme
from site_builder.theme.manifest import BASE
from site_builder.theme.tokens import TOKENS, Kind

PARTIALS = "partials/"
_DEFAULT = "encyclopedia"
_TAKES = {
    Kind.COLOUR: "colour",
    Kind.FACE: "fonts",
    Kind.LENGTH: "length",
    Kind.ORNAMENT: "picture",
}


def parts_reference() -> Iterator[str]:
    """Sections of the page, each with its heading."""
    yield "### All tokens\n"
    yield table(("token", "takes", "is for"), ((f"`{it.name}`", _TAKES[it.kind], it.meaning) for it in TOKENS))
    yield "### Colours that meet\n"
    yield table(
        ("colour", "on", "contrast at least", "for"),
        ((f"`{pair.ink}`", f"`{pair.ground}`", f"{pair.least:g}", pair.use) for pair in PAIRS),
    )
    yield "### All partials\n"
    yield table(("partial", "shows"), _partials(_builtin(BASE)))
    yield "### Classes\n"
    yield "Of the templates of `base`. `<body>` also has `page-` with the page's `type`.\n"
    yield table(("class", "in"), _classes(_builtin(BASE)))
    yield "### Parts of the bundles\n"
    yield f"Of `{_DEFAULT}`: yours are joined with them in the order of the names.\n"
    yield table(("part", "holds"), _bundled(_builtin(_DEFAULT)))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [f"| {' | '.join(cells)} |" for cells in (head, *rows)]
    return "\n".join([lines[0], f"|{'---|' * len(head)}", *lines[1:], ""])


def _partials(theme: Theme) -> Iterator[Sequence[str]]:
    """Each with what its own comment says first."""
    for template in sorted(theme.templates(), key=lambda it: it.name):
        if template.name.startswith(PARTIALS):
            comment = re.match(r"\{#\s*(.*?)(?:\n\s*\n|#\})", template.source, re.DOTALL)
            text = " ".join(comment[1].split()).partition(" {%")[0] if comment else ""
            yield f"`{template.name.removeprefix(PARTIALS)}`", text.replace("|", "\\|").rstrip(":")


def _classes(theme: Theme) -> Iterator[Sequence[str]]:
    places: dict[str, set[str]] = {}
    for template in theme.templates():
        for names in re.findall(r'class="([\w -]+)"', template.source):
            for name in names.split():
                places.setdefault(name, set()).add(template.name)
    for name, templates in sorted(places.items()):
        yield f"`{name}`", ", ".join(f"`{template}`" for template in sorted(templates))


def _bundled(theme: Theme) -> Iterator[Sequence[str]]:
    for parts in theme.sources().values():
        for part in parts:
            if bundle_of(part.name):
                comment = re.search(r"/\*\s*(.*?)(?:\n\s*\n|\*/)", part.content.decode(errors="replace"), re.DOTALL)
                text = " ".join(comment[1].split()).rstrip(":") if comment and comment.start() < 40 else ""
                if part.path.endswith(".toml"):
                    text = "What theme.toml sets: the tokens."
                yield f"`{part.name}`", text


def _builtin(name: str) -> Theme:
    theme = load_theme(name, folders=[builtin_themes()], overrides=None).value
    assert theme is not None  # noqa: S101 - it comes with the program
    return theme
