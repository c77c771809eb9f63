"""Updates: whatever is edited, the world is the one that linking everything anew would give."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from site_builder.content.parse import parse
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.graph.mentions import Recognised, recognise
from site_builder.graph.renaming import name_trace
from site_builder.graph.revision import Revision, revise
from site_builder.graph.update import update
from site_builder.graph.world import Changes, World, empty_world
from site_builder.model.config import SiteConfig
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.model.source import Source

_CONFIG = SiteConfig()


class Site(msgspec.Struct, frozen=True):
    """A linked site with its documents, by path."""

    documents: Mapping[str, Document]
    world: World
    changes: Changes | None = None
    relinked: frozenset[EntityId] = frozenset()


def edited(site: Site, edits: Mapping[str, str | None]) -> Site:
    """The site after some files were written anew, or deleted."""
    read = {path: parse(Source(path, text.encode()), _CONFIG).value if text else None for path, text in edits.items()}
    documents = {path: each for path, each in {**site.documents, **read}.items() if each}
    changes = {path: each.facts if each else None for path, each in read.items()}
    revision = revise(site.world, changes)
    recognised = _recognised(documents, revision, read)
    world, changed = update(site.world, revision, recognised)
    return Site(documents, world, changed, frozenset(recognised))


def linked(documents: Mapping[str, Document]) -> World:
    nothing = empty_world(_CONFIG)
    revision = revise(nothing, {path: document.facts for path, document in documents.items()})
    world, _ = update(nothing, revision, _recognised(documents, revision, documents))
    return world


def _recognised(
    documents: Mapping[str, Document], revision: Revision, read: Mapping[str, Document | None]
) -> Mapping[EntityId, Recognised]:
    owners = {document.facts.id: document for _, document in sorted(documents.items(), reverse=True)}
    return {
        entity: recognise(document, revision.names)
        for entity, document in owners.items()
        if entity in revision.entries
        or document.facts.path in read
        or revision.renaming.concerns(name_trace(document, _CONFIG))
    }


_Tables = TypeVar("_Tables", World, Encyclopedia)

EMPTY = Site({}, empty_world(_CONFIG))


def differences(old: msgspec.Struct, new: msgspec.Struct) -> Mapping[str, object]:
    """The keys of all tables whose values differ, with both values."""
    found: dict[str, object] = {}
    for field in fields(type(old)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if isinstance(before, Mapping):
            keys = {*before, *after}
            pairs = {key: (before.get(key), after.get(key)) for key in keys}
            found[field.name] = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
        elif isinstance(before, Encyclopedia):
            found |= differences(before, after)
        elif field.name != "config":
            found[field.name] = before != after
    return found


NAMES = ("Anna Berg", "Boris Berg", "Anna", "anna  berg", "Ivan Petrović", "ΟΔΟΣ", "Οδοσ'Α", "Violin", "Carnegie Hall")
TERMS = ("violin", "Violin", "violins", "harp", "Carnegie Hall", "Carnegy Hall", "carnegie-hall", "Café", "Cafe", "—")
COUNTRIES = ("USSR", "Soviet Union", "NO", "Norway", "Norvay", "Utopia")
PATHS = (
    *(f"content/musicians/{stem}.md" for stem in "abcde"),
    *("content/venues/carnegie-hall.md", "content/venues/v.md"),
    *("content/countries/soviet-union.md", "content/instruments/violin.md", "content/pages/p.md"),
)

_names = st.sampled_from(NAMES)
_anything = st.sampled_from((*NAMES, *TERMS, *COUNTRIES))


def _listed(values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(values, max_size=2, unique=True)


_OWN_NAMES = dict(
    zip(
        PATHS, ("Anna Berg", "Boris Berg", "Anna", "Ivan Petrović", "ΟΔΟΣ", *TERMS[4:6], "USSR", "Violin"), strict=False
    )
)
_more_names = st.fixed_dictionaries(
    {},
    optional={
        "slug": st.sampled_from(["a", "b", "violin", "old"]),
        "aliases": _listed(_anything),
        "sort_name": st.sampled_from(["Berg, Anna", "Aa", "Zz, Z"]),
        "former_slugs": _listed(st.sampled_from(["old", "older", "a"])),
    },
)
_life = st.fixed_dictionaries(
    {},
    optional={
        "summary": st.sampled_from(["One.", "Two."]),
        "mentions": st.just(value=False),
        "instruments": _listed(st.sampled_from(TERMS)),
        "venues": _listed(st.sampled_from(TERMS)),
        "countries": _listed(st.sampled_from(COUNTRIES)),
        "teachers": _listed(_names),
        "family": _listed(_names),
    },
)
_country = st.fixed_dictionaries({}, optional={"country": st.sampled_from(COUNTRIES)})
_sentences = st.lists(
    st.one_of(
        _anything.map("He met {} there.".format),
        st.builds("See [[{}{}]].".format, _anything, st.sampled_from(["", "#Life", "#Live", "|him"])),
        st.sampled_from(["## Life", "## Work", "Nothing."]),
    ),
    max_size=3,
)


def _text(name: str, names: Mapping[str, object], more: Mapping[str, object], body: list[str]) -> str:
    values = {"name": name, **names, **more}
    front_matter = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"---\n{front_matter}---\n\n" + "\n\n".join(body) + "\n"


def _file(path: str) -> st.SearchStrategy[str]:
    own = st.just(_OWN_NAMES.get(path, "Violin"))
    more = _life if "/musicians/" in path else _country if "/venues/" in path else st.just({})
    return st.builds(_text, own | own | _anything, st.just({}) | _more_names, more, _sentences)


def _quiet_file(path: str) -> st.SearchStrategy[str]:
    """A file that gives nothing a name of its own, with terms that have files."""
    life = {key: _listed(st.sampled_from(values)) for key, values in _SETTLED.items()} if "/musicians/" in path else {}
    return st.builds(
        _text, st.just(_OWN_NAMES.get(path, "Soviet Union")), st.just({}), st.fixed_dictionaries(life), _sentences
    )


_SETTLED = {"instruments": ("violin", "Carnegie Hall"), "countries": ("USSR", "Soviet Union"), "teachers": NAMES[:3]}
_edits = st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True).flatmap(
    lambda paths: st.fixed_dictionaries({path: st.none() | _file(path) | _file(path) for path in paths})
) | st.sampled_from(PATHS[:5]).flatmap(lambda path: st.fixed_dictionaries({path: _quiet_file(path)}))
_sites = st.lists(st.sampled_from(PATHS), min_size=3, max_size=9, unique=True).flatmap(
    lambda paths: st.fixed_dictionaries({path: _file(path) for path in paths})
) | st.fixed_dictionaries({path: _quiet_file(path) for path in PATHS})


@given(_sites, st.lists(_edits, min_size=1, max_size=4), st.sampled_from(["kept", "stored"]))
@settings(max_examples=150, deadline=None)
def test_an_update_gives_what_linking_everything_anew_gives(
    start: Mapping[str, str], edits: list[Mapping[str, str | None]], where: str
) -> None:
    site = edited(EMPTY, start)
    if where == "stored":
        site = replace(site, world=_stored(site.world))
    for edit in edits:
        before, site = site, edited(site, edit)
        _hold_against_linking_anew(before, site)


def _hold_against_linking_anew(before: Site, after: Site) -> None:
    anew = linked(after.documents)
    assert differences(after.world, anew) == differences(anew, anew)
    assert after.changes is not None
    assert msgspec.structs.asdict(after.changes) == differences(before.world, after.world)
    tables = after.world.site
    for table in (after.world.entries, tables.entities, tables.backlinks, tables.members, tables.related):
        assert list(table) == sorted(table)


CASES: Mapping[str, tuple[Mapping[str, str], Mapping[str, str | None]]] = {
    "a second file wants an address": (
        {"musicians/b.md": "name: Anna"},
        {"musicians/c.md": "name: Cora\nslug: b"},
    ),
    "the first of two files for one address goes": (
        {"musicians/b.md": "name: Anna", "musicians/c.md": "name: Cora\nslug: b\n\nAnna met Cora."},
        {"musicians/b.md": None},
    ),
    "a value with a fault of its own stands elsewhere": (
        {
            "musicians/a.md": "name: Anna\nvenues: [Café Aral, Oral]",
            "musicians/b.md": "name: Bo\nvenues: [Cafe Aral, Oral]",
        },
        {"musicians/b.md": "name: Bo\nvenues: [Oral, Cafe Aral]"},
    ),
    "a value that is spelt like another's fault": (
        {"musicians/a.md": "name: Anna\nvenues: [Café Aral]", "musicians/b.md": "name: Bo\nvenues: [Cafe Aral]"}
        | {"musicians/c.md": "name: Cora"},
        {"musicians/c.md": "name: Cora\nvenues: [Cafe Aral]"},
    ),
    "an earlier file spells a term": (
        {"musicians/a.md": "name: Anna", "musicians/b.md": "name: Bo\nvenues: [Aral, Oral]"},
        {"musicians/a.md": "name: Anna\nvenues: [ARAL]"},
    ),
    "the file that spells a term no longer does": (
        {"musicians/a.md": "name: Anna\nvenues: [ARAL]", "musicians/b.md": "name: Bo\nvenues: [Aral]"},
        {"musicians/a.md": "name: Anna"},
    ),
    "a former address": (
        {"musicians/a.md": "name: Anna"},
        {"musicians/a.md": "name: Anna\nformer_slugs: [anne]"},
    ),
    "somebody known by an alias is called differently": (
        {"musicians/a.md": "name: Anna\naliases: [Sphere]", "musicians/b.md": "name: Bo\nteachers: [Sphere]"},
        {"musicians/a.md": "name: Hanna\naliases: [Sphere]"},
    ),
    "somebody known by an address is called differently": (
        {"musicians/a-b.md": "name: Anna", "musicians/b.md": "name: Bo\nteachers: [a-b]"},
        {"musicians/a-b.md": "name: Hanna"},
    ),
    "a family name becomes ambiguous": (
        {"musicians/a.md": "name: Anna Berg", "musicians/b.md": "name: Bo\nteachers: [Berg]\n\n[[Berg]] or Berg."},
        {"musicians/c.md": "name: Cora Berg"},
    ),
    "a name ends in a sigma": (
        {"musicians/a.md": "name: Anna", "musicians/b.md": "name: Bo\n\nIt was ΑΒ ΟΔΟΣ's, or ΟΔΟΣ."},
        {"musicians/a.md": "name: ΑΒ ΟΔΟΣ"},
    ),
    "the only value that names a term stands elsewhere": (
        {"musicians/a.md": "name: Anna\nvenues: [Carnegy Hall, Aral]", "venues/h.md": "name: Carnegie Hall"}
        | {"venues/aral.md": "name: Aral"},
        {"musicians/a.md": "name: Anna\nvenues: [Aral, Carnegy Hall]"},
    ),
    "a term is named a second time": (
        {"musicians/a.md": "name: Anna\nvenues: [Carnegy Hall]", "musicians/b.md": "name: Bo\nvenues: [Carnegie Hall]"}
        | {"musicians/c.md": "name: Cora"},
        {"musicians/c.md": "name: Cora\nvenues: [Carnegie Hall]"},
    ),
    "a country is named by a second venue": (
        {"musicians/a.md": "name: Anna\ncountries: [Utopio]", "venues/h.md": "name: Hall\ncountry: Utopia"}
        | {"venues/i.md": "name: Inn"},
        {"venues/i.md": "name: Inn\ncountry: Utopia"},
    ),
    "a heading that others link to is called differently": (
        {"musicians/a.md": "name: Anna\n\n## Life", "musicians/b.md": "name: Bo\n\n[[Anna#Life]]"},
        {"musicians/a.md": "name: Anna\n\n## Work"},
    ),
    "the first to wish for a page does so no longer": (
        {"musicians/a.md": "name: Anna\n\n[[NOBODY]]", "musicians/b.md": "name: Bo\n\n[[Nobody]]"}
        | {"musicians/c.md": "name: Cora\nteachers: [nobody]"},
        {"musicians/a.md": "name: Anna"},
    ),
    "a hint names somebody who is called differently": (
        {"musicians/a.md": "name: Anna Berg", "musicians/b.md": "name: Bo\n\n[[Ana Berg]]"},
        {"musicians/a.md": "name: Hanna Bergen"},
    ),
    "a hint gives a family name that is one no longer": (
        {"musicians/a.md": "name: Anna Berg", "musicians/b.md": "name: Bo\n\n[[Berg]]"},
        {"musicians/a.md": "name: Anna Berg\nsort_name: Anna"},
    ),
    "a relation is stated no longer": (
        {"musicians/a.md": "name: Anna", "musicians/b.md": "name: Bo\nteachers: [Anna]"}
        | {"musicians/c.md": "name: Cora\nteachers: [Anna]", "musicians/d.md": "name: Dora\nfamily: [Cora]"},
        {"musicians/b.md": "name: Bo", "musicians/d.md": None},
    ),
    "somebody joins others in the middle": (
        {f"musicians/{letter}.md": f"name: {letter} B\nvenues: [Aral]\n\n[[a B]]" for letter in "acd"}
        | {"musicians/b.md": "name: b B", "venues/aral.md": "name: Aral"},
        {"musicians/b.md": "name: b B\nvenues: [Aral]\n\n[[a B]]"},
    ),
    "an ambiguous name is linked by an entry that stays": (
        {"musicians/a.md": "name: Anna", "venues/a.md": "name: Anna", "musicians/b.md": "name: Bo\n\nHe met Anna."},
        {"musicians/c.md": "name: Cora\naliases: [a]"},
    ),
}


@pytest.mark.parametrize("where", ["kept", "stored"])
@pytest.mark.parametrize("case", CASES)
def test_an_update_gives_the_same_where(case: str, where: str) -> None:
    start, edit = ({f"content/{path}": _entry(text) for path, text in files.items()} for files in CASES[case])
    before = edited(EMPTY, start)
    if where == "stored":
        before = replace(before, world=_stored(before.world))

    after = edited(before, edit)

    _hold_against_linking_anew(before, after)
    _hold_against_linking_anew(after, edited(after, {path: start.get(path) for path in edit}))


def _entry(text: str | None) -> str | None:
    front_matter, _, body = (text or "").partition("\n\n")
    return f"---\n{front_matter}\n---\n\n{body}\n" if text else None


def _stored(world: World) -> World:
    """The same world, with tables that nobody would copy."""
    return _behind_proxies(replace(world, site=_behind_proxies(world.site)))


def _behind_proxies(tables: _Tables) -> _Tables:
    values = {field.name: getattr(tables, field.name) for field in fields(type(tables))}
    return replace(tables, **{key: MappingProxyType(each) for key, each in values.items() if isinstance(each, dict)})
