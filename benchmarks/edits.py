"""Edits of a site as an author would make them, and their undoing.

A *change* is the new text of one file. `apply` writes changes, with new times of modification, and returns those that
undo them; every edit has variants, so that no run meets a text that an earlier one has already built.
"""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from benchmarks.tools import Tool
from benchmarks.world import (
    World,
    changed_between,
    instruments_changed,
    mark,
    prose_edited,
    renamed_venue,
    slug_of,
    subject,
    venue_renamed,
)

PROSE = "prose of one entry"
INSTRUMENTS = "instruments of one entry"
VENUE = "venue that 40 entries name"
STYLESHEET = "one CSS rule"
TEMPLATE = "template of every page"
EDITS = (PROSE, INSTRUMENTS, VENUE, STYLESHEET, TEMPLATE)


class Change(msgspec.Struct, frozen=True):
    """The new text of the file at `path` in a site."""

    path: str
    text: str


class Expectation(msgspec.Struct, frozen=True):
    """A text that the finished page at `path` has, or lacks, once the edit was built."""

    path: str
    text: str
    present: bool = True


class Edit(msgspec.Struct, frozen=True):
    """What an author does, and what has to be seen of it afterwards."""

    name: str
    changes: tuple[Change, ...]
    expectations: tuple[Expectation, ...]


def edits_of(tool: Tool, world: World, site: Path, variant: int) -> tuple[Edit, ...]:
    """The edits that are measured, in the order of `EDITS`, for the site of `world` that lies in `site`."""
    return (
        _prose(tool, world, variant),
        _instruments(tool, world, variant),
        _venue(tool, world, variant),
        _stylesheet(tool, site, variant),
        _template(tool, world, site, variant),
    )


def apply(changes: Iterable[Change], site: Path) -> tuple[Change, ...]:
    """Write the changes, and return those that undo them."""
    undone = []
    for change in changes:
        path = site / change.path
        undone.append(Change(change.path, path.read_text()))
        path.write_text(change.text)
    return tuple(undone)


def unmet(expectations: Iterable[Expectation], output: Path) -> tuple[str, ...]:
    """The pages that do not show what they should, in order."""
    return tuple(one.path for one in expectations if not is_met(one, _text(output / one.path)))


def is_met(expectation: Expectation, text: str) -> bool:
    """Whether the text of its page is as the expectation says; no page is a page without text."""
    return (expectation.text in text) is expectation.present


def _text(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def _entries(tool: Tool, before: World, after: World) -> tuple[Change, ...]:
    return tuple(Change(*tool.entry(musician)) for musician in changed_between(before, after))


def _prose(tool: Tool, world: World, variant: int) -> Edit:
    page = tool.entry_page(subject(world).slug)
    return Edit(
        PROSE,
        _entries(tool, world, prose_edited(world, variant)),
        (Expectation(page, mark(variant)),),
    )


def _instruments(tool: Tool, world: World, variant: int) -> Edit:
    after = instruments_changed(world, variant)
    old, new = subject(world), subject(after)
    (gained,) = set(new.instruments) - set(old.instruments)
    (lost,) = set(old.instruments) - set(new.instruments)
    return Edit(
        INSTRUMENTS,
        _entries(tool, world, after),
        (
            Expectation(tool.entry_page(new.slug), gained),
            Expectation(tool.term_page("instruments", slug_of(gained)), new.slug),
            Expectation(tool.term_page("instruments", slug_of(lost)), new.slug, present=False),
        ),
    )


def _venue(tool: Tool, world: World, variant: int) -> Edit:
    after = venue_renamed(world, variant)
    old = renamed_venue(world)
    changed = changed_between(world, after)
    (new,) = {venue for musician in changed for venue in musician.venues} - set(world.terms("venues"))
    return Edit(
        VENUE,
        _entries(tool, world, after),
        (
            Expectation(tool.entry_page(changed[0].slug), new),
            Expectation(tool.entry_page(changed[-1].slug), new),
            Expectation(tool.term_page("venues", slug_of(new)), changed[0].slug),
            Expectation(tool.term_page("venues", slug_of(old)), changed[0].slug, present=False),
        ),
    )


def _stylesheet(tool: Tool, site: Path, variant: int) -> Edit:
    rule = f".edition-{variant} {{ color: inherit; }}"
    text = (site / tool.stylesheet).read_text()
    shown = Expectation(tool.published_stylesheet, f".edition-{variant}")
    return Edit(STYLESHEET, (Change(tool.stylesheet, f"{text}\n{rule}\n"),), (shown,))


def _template(tool: Tool, world: World, site: Path, variant: int) -> Edit:
    text = (site / tool.layout).read_text().replace(tool.element, f'{tool.element} data-edition="{variant}"', 1)
    shown = f'data-edition="{variant}"'
    pages = (tool.entry_page(world.musicians[0].slug), tool.entry_page(world.musicians[-1].slug))
    return Edit(TEMPLATE, (Change(tool.layout, text),), tuple(Expectation(page, shown) for page in pages))
