"""What one content file says: its facts, which other pages may learn, and its document, which is its own page.

`Facts` hold no positions and no prose beyond the sentences around links. So an edit that leaves them equal
concerns one page only, and everything after parsing can be skipped for the rest of the site.
"""

import msgspec

from site_builder.model.dates import PartialDate
from site_builder.model.identity import EntityId
from site_builder.model.source import Place


class Sentence(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The sentence around a link, as plain text in three pieces, shortened where it is long."""

    before: str
    link: str
    after: str


class Reference(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A `[[wiki link]]` as written."""

    target: str
    """The name, without kind prefix and anchor."""
    kind: str = ""
    """The kind of a prefix such as `venue:`, as a plural ("venues"); "" where there is none."""
    anchor: str = ""
    """The heading after `#`, as written."""
    label: str = ""
    """The text after `|`; "" where there is none."""
    sentence: Sentence = Sentence("", "", "")


class FacetValue(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One item of `instruments:`, `venues:`, `genres:` …"""

    facet: str
    """The kind it names: "instruments"."""
    name: str
    years: tuple[PartialDate, ...] = ()
    note: str = ""


class RelationValue(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One item of `teachers:`, `pupils:`, `family:` or `played_with:`."""

    relation: str
    """The front matter key."""
    name: str
    years: tuple[PartialDate, ...] = ()
    note: str = ""


class MusicianFacts(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="musician"):
    born: PartialDate | None = None
    died: PartialDate | None = None
    birthplace: str = ""
    facets: tuple[FacetValue, ...] = ()
    relations: tuple[RelationValue, ...] = ()


class InstrumentFacts(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="instrument"):
    family: str = ""
    """As written: "strings"."""


class CountryFacts(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="country"):
    code: str = ""
    """ISO 3166-1 alpha-2, upper case."""


class VenueFacts(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="venue"):
    city: str = ""
    country: str = ""
    opened: PartialDate | None = None
    closed: PartialDate | None = None
    latitude: float | None = None
    """Degrees north."""
    longitude: float | None = None
    """Degrees east."""


class TermFacts(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="term"):
    """A genre, an ensemble, a label, a facet of the site's own, or a free page: nothing beyond the common fields."""


KindFacts = MusicianFacts | InstrumentFacts | CountryFacts | VenueFacts | TermFacts


class Facts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """All that any other page may learn about one content file."""

    id: EntityId
    path: str
    name: str
    sort_name: str = ""
    """As written; "" leaves it to be derived from the name."""
    aliases: tuple[str, ...] = ()
    summary: str = ""
    former_slugs: tuple[str, ...] = ()
    updated: PartialDate | None = None
    draft: bool = False
    about: KindFacts = TermFacts()
    references: tuple[Reference, ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()
    """The headings of its page: text as written, and id."""
    has_text: bool = False
    """Whether its page shows anything from below the front matter."""


class Html(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="h"):
    """A stretch of safe markup, to be copied as it is."""

    html: str


class Prose(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="p"):
    """Running text in which a name may become a link. Plain text: whoever writes it out escapes it."""

    text: str
    section: int
    """Counts the headings before it: a name is linked once in each section."""
    block: int
    """Counts the paragraphs, items and cells: a sentence never leaves its block."""


class Hole(msgspec.Struct, frozen=True, array_like=True, gc=False, tag="l"):
    """The place of the wiki link with this index in `Facts.references`."""

    reference: int
    section: int
    block: int


Part = Html | Prose | Hole


class Heading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    level: int
    """2 for `##`."""
    id: str
    text: str


class Work(msgspec.Struct, frozen=True, array_like=True, gc=False):
    title: str
    year: PartialDate | None = None
    kind: str = ""
    note: str = ""


class Image(msgspec.Struct, frozen=True, array_like=True, gc=False):
    file: str
    """A path below content/, `musicians/taro.jpg`; also in `Document.media`."""
    alt: str
    credit: str = ""


class Document(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One content file, read: its facts, and what only its own page shows."""

    facts: Facts
    parts: tuple[Part, ...] = ()
    """The body. Joined in order it is the page's text; wiki links are holes."""
    lead_parts: int = 0
    """How many of `parts` come before the first heading."""
    headings: tuple[Heading, ...] = ()
    works: tuple[Work, ...] = ()
    image: Image | None = None
    sources: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    """Pictures the page shows (places `media[0]` …), as paths below content/: `musicians/taro.jpg`. The same path
    below media/ is where the finished site has them."""
    auto_links: bool = True
    """Whether names in the prose become links by themselves (`mentions: false` switches it off)."""
    excerpt: str = ""
    """The beginning of the text, at most 160 characters: what stands for a missing summary."""
    places: dict[str, Place] = {}
    """Where things stand: front matter fields (`born`, `venues[0]`), references (`link[3]`), the name (`name`)."""
