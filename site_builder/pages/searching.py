"""What readers search in: the page that shows what was found, and the files that its script reads.

The files are scripts that call `KB(path, value)`, since a page opened from disk may load nothing else. Their shape:

`search/directory.js` says how to read the others: how many entries are numbered, the names of the files, the
beginnings that words are filed under, the letters of `folding.LETTERS` and the signs of `postings`. `search/names.js`
has all names, a line for each: name, what tells it from others, the slug where it is not what the name makes by itself,
aliases, separated by tabs. A musician's number is the place of its line. `search/t/t….js` has the words that begin so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from site_builder.content.countries import country_data
from site_builder.model.identity import COUNTRIES, INSTRUMENTS, MUSICIANS, PAGES, EntityId, OutputPath, page_of, slug_of
from site_builder.pages.edition import Edition
from site_builder.pages.frame import frame, request
from site_builder.pages.outlines import Outline
from site_builder.pages.request import FilePage, TemplatePage
from site_builder.pages.routes import ALPHABET, SEARCH, SEARCH_DIRECTORY, index_page, names_file, words_file
from site_builder.pages.views import Link
from site_builder.pages.views_search import SearchView
from site_builder.pages.wording import capitalised, term_noun
from site_builder.search.folding import LETTERS
from site_builder.search.index import finished
from site_builder.search.postings import LAST_DIGITS, MARKS, OTHER_DIGITS

NAMES_A_FILE = 8192
FAMILIES = "families"
_TITLE = "Search"
_JSON = msgspec.json.Encoder()
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_NOT_IN_SLUG = re.compile("[^a-z0-9]+")


class Directory(msgspec.Struct, frozen=True):
    musicians: int
    names: tuple[OutputPath, ...]
    entries: int
    """How many are numbered: the musicians, then those that names.js lists under `texts`."""
    prefixes: tuple[str, ...]
    """Of the files with words."""
    letters: dict[str, str]
    marks: str
    last_digits: str
    other_digits: str


class KindOfNames(msgspec.Struct, frozen=True):
    kind: str
    title: str
    singular: str
    """For readers, of one of them: "Instrument"."""
    folder: str
    """What stands before the slug in the path of a page."""
    names: str


class Names(msgspec.Struct, frozen=True):
    musicians: str
    terms: tuple[KindOfNames, ...] = ()
    texts: tuple[OutputPath, ...] = ()
    """The paths of the numbered entries that are no musicians."""


def search_page(edition: Edition) -> TemplatePage:
    """search.html. Without scripts it leads to the lists."""
    page = frame(edition, SEARCH, title=_TITLE, description=_TITLE, type="search")
    tables, home = edition.tables, edition.top
    indexes = (Link(edition.facets[kind].title, home.root + index_page(kind)) for kind in tables.facets())
    lists = (Link("Musicians from A to Z", home.root + ALPHABET), *indexes)
    return request(edition, "search.html", page, SearchView(_TITLE, texts=edition.config.search == "full", lists=lists))


def directory_of_search(edition: Edition) -> FilePage:
    tables = edition.tables
    musicians = tables.sizes[MUSICIANS]
    return _script(
        SEARCH_DIRECTORY,
        Directory(
            musicians=musicians,
            names=tuple([names_file(part) for part in range(parts_of_names(musicians))]),
            entries=tables.indexed(),
            prefixes=tables.shard_prefixes(),
            letters=LETTERS,
            marks=MARKS,
            last_digits=LAST_DIGITS,
            other_digits=OTHER_DIGITS,
        ),
    )


def parts_of_names(musicians: int) -> int:
    """Into how many files their names are put."""
    return max(1, -(-musicians // NAMES_A_FILE))


def names_to_search(edition: Edition, part: int) -> FilePage:
    """A file of musicians' names; the first has those of everything else as well."""
    tables = edition.tables
    outlines, aliases = dict(tables.outlines.items()), dict(tables.aliases.items())

    def lines(entities: Iterable[EntityId]) -> str:
        return "\n".join([_line(outlines[entity], aliases.get(entity, ())) for entity in entities])

    start = part * NAMES_A_FILE
    musicians = lines(tables.kinds[MUSICIANS][start : start + NAMES_A_FILE])
    if part:
        return _script(names_file(part), Names(musicians))
    terms = [
        KindOfNames(facet.kind, facet.title, capitalised(term_noun(facet)), f"{facet.kind}/", lines(tables.kinds[kind]))
        for kind in tables.facets()
        for facet in [edition.facets[kind]]
    ]
    families = "\n".join([_told(family.name, "", slug, ()) for slug, family in tables.families.items()])
    terms.append(KindOfNames(FAMILIES, "Families", "Family", f"{INSTRUMENTS}/family-", families))
    terms.append(KindOfNames(PAGES, "Pages", "Page", "", lines(tables.kinds[PAGES])))
    texts = tuple([page_of(entity) for entity in tables.texts()])
    return _script(names_file(0), Names(musicians, tuple([some for some in terms if some.names]), texts))


def words_to_search(edition: Edition, prefix: str) -> FilePage:
    tables = edition.tables
    return _script(words_file(prefix), finished(tables.shards[prefix], tables.indexed()))


def simple_slug(name: str) -> str:
    """What most slugs are, and a browser can make of a name by itself.

    >>> simple_slug("Ákos O’Szőke-Bánk")
    'akos-oszoke-bank'
    """
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).lower()
    marks = "".join([letter for letter in letters if not unicodedata.category(letter).startswith("M")])
    return _NOT_IN_SLUG.sub("-", marks).strip("-")


def _line(outline: Outline, aliases: tuple[str, ...]) -> str:
    others = (*aliases, *_names_of_country(outline)) if outline.id.startswith(f"{COUNTRIES}/") else aliases
    return _told(outline.title, outline.detail, slug_of(outline.id), others)


def _names_of_country(outline: Outline) -> Iterator[str]:
    country = country_data().named(outline.name)
    if country is not None:
        yield from (country.name, *country.aliases)


def _told(name: str, detail: str, slug: str, aliases: Iterable[str]) -> str:
    others = dict.fromkeys(alias for alias in aliases if alias != name)
    fields = (name, detail, "" if slug == simple_slug(name) else slug, *others)
    return "\t".join([" ".join(field.split()) for field in fields]).rstrip("\t")


def _script(path: OutputPath, value: Directory | Names | str) -> FilePage:
    return FilePage(path, b"KB(" + _JSON.encode(path) + b"," + _JSON.encode(value) + b");\n")
