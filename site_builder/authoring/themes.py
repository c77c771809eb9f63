"""A new theme, and parts of a theme copied to where a site may change them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from site_builder.report.columns import padded, visible, width_of
from site_builder.theme.chain import chain_of, theme_folders
from site_builder.theme.layers import PARENT_PREFIX, Asset, TemplateFile, Theme
from site_builder.theme.manifest import API
from site_builder.theme.manifest_file import MANIFEST
from site_builder.theme.nearest import file_suggestion
from site_builder.theme.token_values import written
from site_builder.theme.tokens import TOKENS, Kind, Value, merged

_COMMENTS = {".css": ("/* ", " */"), ".js": ("/* ", " */"), ".html": ("{# ", " #}")}


class NoSuchPartError(Exception):
    """The theme has no part of that name; the text says so, and what was meant."""


class Ejected(msgspec.Struct, frozen=True):
    """A file for a site's overrides."""

    path: str
    """`templates/entry.html`, below the folder of the overrides."""
    content: bytes
    origin: str
    """The path of what it was made from, for people."""


class ListedTheme(msgspec.Struct, frozen=True):
    name: str
    chain: tuple[str, ...]
    """Its parents."""
    description: str
    """"" of one whose manifest cannot be read."""


def listed_themes(folders: Sequence[Path]) -> tuple[ListedTheme, ...]:
    """Every theme in these folders, by name."""
    found = []
    for name in theme_folders(folders):
        chain = [member.manifest for member in chain_of(name, folders).value]
        parents = tuple(manifest.name for manifest in chain[1:])
        found.append(ListedTheme(name, parents, chain[0].description if chain else ""))
    return tuple(found)


def render_themes(themes: Sequence[ListedTheme], used: str) -> str:
    """A line for each, in columns; the one that is used has a star."""
    lines = [(f"{theme.name} on {theme.chain[0]}" if theme.chain else theme.name, theme) for theme in themes]
    width = max(width_of(line) for line, _ in lines)
    return "".join(
        f"{'*' if theme.name == used else ' '} {padded(line, width)}  {visible(theme.description)}".rstrip() + "\n"
        for line, theme in lines
    )


def part_names(theme: Theme) -> Iterator[str]:
    """What can be ejected: templates, and static files or their parts."""
    yield from sorted({template.name for template in theme.templates()})
    yield from sorted(asset.name for parts in theme.sources().values() for asset in parts)


def theme_files(name: str, parent: str, folders: Sequence[Path]) -> Mapping[str, bytes]:
    """The files of a new theme by their path in its folder: a manifest with every token of its parent as a comment,
    a template that adds to one of the parent's, and a style sheet. It works as it is."""
    tokens = merged([member.manifest.tokens for member in chain_of(parent, folders).value])
    return {
        MANIFEST: _manifest(name, parent, tokens.values).encode(),
        "templates/partials/footer.html": _FOOTER.encode(),
        f"static/style.css/75-{name}.css": _SHEET.format(name=name).encode(),
    }


def ejected(part: str, theme: Theme) -> Ejected:
    """A copy of a template or a static file, named by its path or its file name ("entry.html", "toc", "early.js").

    Put into the overrides, it changes nothing yet. Raises `NoSuchPartError`.
    """
    template = _template(part, theme)
    if template is not None:
        return Ejected(f"templates/{template.name}", _ejected_template(template, theme).encode(), template.path)
    asset = _asset(part, theme)
    content = asset.content
    suffix = Path(asset.name).suffix
    if suffix in _COMMENTS:
        content = f"{_head(asset.path, suffix)}\n".encode() + content
    return Ejected(f"static/{asset.name}", content, asset.path)


def _template(part: str, theme: Theme) -> TemplateFile | None:
    names = {template.name for template in theme.templates()}
    wanted = part.removeprefix("templates/")
    for candidate in (wanted, f"{wanted}.html", f"partials/{wanted}", f"partials/{wanted}.html"):
        if candidate in names:
            return theme.find(candidate)
    return None


def _asset(part: str, theme: Theme) -> Asset:
    wanted = part.removeprefix("static/")
    sources = theme.sources()
    assets = {asset.name: asset for parts in sources.values() for asset in parts}
    if wanted in assets:
        return assets[wanted]
    if wanted in sources:
        parts = "\n  ".join(asset.name for asset in sources[wanted])
        raise NoSuchPartError(f'"{wanted}" is kept in parts. Choose those that you want to change:\n  {parts}')
    known = {*(template.name for template in theme.templates()), *assets, *sources}
    name = wanted if "." in wanted else f"{wanted}.html"
    advice = file_suggestion(name, known, "docs/themes.md lists the templates.")
    raise NoSuchPartError(f'The theme "{theme.name}" has no part "{part}": {advice}')


def _ejected_template(template: TemplateFile, theme: Theme) -> str:
    """The template itself; of one that adds to another of the same name, a template that adds to it in turn: copied as
    it is, it would do what it does twice."""
    adds = re.search(rf"""\{{%-?\s*extends\s+["']{PARENT_PREFIX}{re.escape(template.name)}["']""", template.source)
    if adds is None:
        return f"{_head(template.path, '.html')}\n{template.source}"
    blocks = "".join(
        f"{{% block {name} %}}\n{{{{ super() -}}}}\n{{% endblock %}}\n" for name in _blocks(template.name, theme)
    )
    return (
        f"{_head(template.path, '.html')}\n"
        f"{{# That one adds to the one below it, and this one to both. What a block holds there is `super()`. #}}\n"
        f"{{# Leave out the blocks that you do not change. #}}\n"
        f'{{% extends "{PARENT_PREFIX}{template.name}" %}}\n{blocks}'
    )


def _blocks(name: str, theme: Theme) -> Iterator[str]:
    """The blocks of every template of that name, each once, in the order of the page."""
    sources = [layer.templates[name].source for layer in reversed(theme.layers) if name in layer.templates]
    found = (block for source in sources for block in re.findall(r"\{%-?\s*block\s+(\w+)", source))
    yield from dict.fromkeys(found)


def _head(path: str, suffix: str) -> str:
    start, end = _COMMENTS[suffix]
    return f"{start}From {path}, version {API} of the contract.{end}"


def _manifest(name: str, parent: str, values: Mapping[str, Value]) -> str:
    lines = [
        f'name = "{name}"             # as the folder',
        f"api = {API}                   # the version of the contract: docs/themes.md",
        f'parent = "{parent}"   # whatever is not here comes from there',
        'description = ""',
        'licence = ""',
        '# screenshot = "screenshot.png"',
        "",
        "# What the parent sets. Take the # away from a line, and change it.",
        f"# Whether the colours can still be told apart is said by: site-builder theme check {name}",
        "[tokens]",
    ]
    kind = Kind.COLOUR
    for token in TOKENS:
        value = values.get(token.name)
        if value is not None and (line := written(token, value)):
            lines += [""] if token.kind is not kind else []
            kind = token.kind
            lines.append(f"# {line}   # {token.meaning}")
    return "\n".join([*lines, ""])


_FOOTER = """\
{#
  The foot of every page. This template hides the one of that name in the themes below, and takes it in by "!parent/".
  Delete the file if the parent's foot will do.
#}
{% include "!parent/partials/footer.html" %}
"""

_SHEET = """\
/* A part of the style sheet: joined with those of the parent, in the order of their names, and minified. */
@layer theme {{
  /* Rules of {name} go here, and use the tokens: */
  /* h1 {{ color: var(--rubric); }} */
}}
"""
