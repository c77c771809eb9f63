"""A page of every kind, rich and bare: what themes have to cope with."""

from collections.abc import Mapping

from site_builder.model.facts import Document, Facts, Hole, Html, Prose
from site_builder.model.identity import EntityId, OutputPath
from site_builder.pages.circle import drawn
from site_builder.pages.emblems.blazon import Blazon
from site_builder.pages.emblems.drawing import emblem
from site_builder.pages.request import AnyView, Body, Filling, LinkedName, TemplatePage
from site_builder.pages.views import (
    AlphabetView,
    Category,
    Citation,
    Crumb,
    Fact,
    FactRow,
    FamilyView,
    Group,
    Hatnote,
    IndexView,
    Link,
    MentionedIn,
    MusicianView,
    Neighbours,
    Page,
    PairView,
    RelatedEntry,
    RelationGroup,
    Run,
    Site,
    TermView,
    TextView,
    TocItem,
    WorkRow,
)
from site_builder.pages.views_addresses import NotFoundView
from site_builder.pages.views_explore import RandomView
from site_builder.pages.views_pictures import Picture
from tests.theme import example_services as own
from tests.theme.example_chains import CONNECTIONS, NO_CONNECTIONS
from tests.theme.example_drawings import (
    DECADE,
    HISTOGRAM,
    HUBS,
    LOCATOR,
    MAP,
    NO_DECADE,
    NO_HUBS,
    NO_MAP,
    NO_TIMELINE,
    PLAYERS,
    TIMELINE,
)
from tests.theme.example_lists import (
    ALPHABET,
    CATEGORIES,
    DISAMBIGUATION,
    FAMILY,
    HOME,
    INDEX,
    NO_HOME,
    PAIR,
    PEOPLE,
    feeds,
    item,
)
from tests.theme.example_services import BARE_SITE, LONG, MARKUP, SITE
from tests.theme.example_ways import EXPLORER, MONTH, NO_DAYS, NO_EXPLORER, NO_RECENT, RECENT, TODAY

Example = tuple[TemplatePage, Document | None]


def document(path: str, parts: tuple[Html | Prose | Hole, ...], lead_parts: int) -> Document:
    return Document(Facts(EntityId(path.removesuffix(".md")), path, path), parts, lead_parts)


TEXT = document(
    "musicians/bakhyt-taro.md",
    (
        Html("<p>"),
        Prose(
            "Alatau Records keeps in its safe a menu of the Café Tulpar, with a recording contract on the back.", 0, 0
        ),
        Html("</p>\n<p>He climbed to the flat of "),
        Hole(0, 0, 1),
        Prose(", who took payment in carp, and knew ", 0, 1),
        Hole(1, 0, 1),
        Html('<sup><a href="#fn-1">1</a></sup>.</p>\n<blockquote><p>A man has to believe in himself.</p></blockquote>'),
        Html('\n<h2 id="career">Career</h2>\n<p>'),
        Prose("He joined Aigul Samalbek in Bergen, and would not say < or > or & why.", 1, 2),
        Html('</p>\n<h3 id="records">Records</h3>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n'),
        Html(
            '<h2 id="қобыз">Қобыз</h2>\n<table>\n<thead>\n<tr><th>Year</th><th>Hall</th></tr>\n</thead>\n<tbody>\n'
            f"<tr><td>2005</td><td>Café Tulpar</td></tr>\n<tr><td>2012</td><td>{LONG}</td></tr>\n</tbody>\n</table>\n"
            '<hr>\n<p id="fn-1">A note. <code>code</code></p>\n<pre><code>a = 1\n</code></pre>'
        ),
    ),
    7,
)
BODY = Body(
    path="musicians/bakhyt-taro.md",
    digest="",
    fillings=(Filling("Ivan Petrovich", "ivan-petrovich-1931.html"), Filling("Scott La Faro", wanted=True)),
    names=(
        LinkedName(1, 0, 14, "../labels/alatau-records.html?x=1&y=2"),
        LinkedName(1, 48, 59, "../venues/cafe-tulpar.html"),
        LinkedName(8, 10, 24, "aigul-samalbek.html"),
    ),
)


def examples() -> Mapping[str, Example]:
    """Requests by a name that says what is special about each."""
    return {
        "home": _example("index.html", "home.html", HOME, root="", kind="home"),
        "home-empty": _example("index.html", "home.html", NO_HOME, root="", kind="home", site=BARE_SITE),
        "entry": _example("musicians/bakhyt-taro.html", "entry.html", MUSICIAN, kind="musician", text=True),
        "entry-empty": _example("musicians/x.html", "entry.html", _EMPTY_MUSICIAN, kind="musician", site=BARE_SITE),
        "entry-hostile": _example("musicians/y.html", "entry.html", _HOSTILE_MUSICIAN, kind="musician", title=MARKUP),
        "entry-200-works": _example("musicians/z.html", "entry.html", _BUSY_MUSICIAN, kind="musician", text=True),
        "entry-rtl": _example("musicians/r.html", "entry.html", _RTL_MUSICIAN, kind="musician", text=True),
        "term": _example("instruments/violin.html", "term.html", TERM, kind="term", text=True),
        "term-empty": _example("instruments/x.html", "term.html", _EMPTY_TERM, kind="term", site=BARE_SITE),
        "family": _example("instruments/family-strings.html", "family.html", FAMILY, kind="family"),
        "family-empty": _example("instruments/family-x.html", "family.html", FamilyView("X", (), 0, ()), kind="family"),
        "pair": _example("pairs/violin-kazakhstan.html", "pair.html", PAIR, kind="pair"),
        "pair-empty": _example("pairs/x.html", "pair.html", PairView("X", "", (), 0, (), (), ()), kind="pair"),
        "index": _example("instruments/index.html", "index.html", INDEX, kind="index"),
        "index-empty": _example("venues/index.html", "index.html", IndexView("Venues", "", 0, (), ()), kind="index"),
        "alphabet": _example("a-z.html", "alphabet.html", ALPHABET, root="", kind="alphabet"),
        "alphabet-empty": _example(
            "a-z.html", "alphabet.html", AlphabetView("A to Z", (), 0, ()), root="", kind="index"
        ),
        "disambiguation": _example("disambiguation/askarova.html", "disambiguation.html", DISAMBIGUATION, kind="list"),
        "redirect": _example("musicians/old.html", "redirect.html", own.REDIRECT, kind="redirect", index=False),
        "connections": _example("connections.html", "connections.html", CONNECTIONS, root="", kind="connections"),
        "connections-empty": _example(
            "connections.html", "connections.html", NO_CONNECTIONS, root="", kind="connections", site=BARE_SITE
        ),
        "maintenance": _example("maintenance.html", "maintenance.html", own.MAINTENANCE, root="", kind="maintenance"),
        "maintenance-empty": _example("maintenance.html", "maintenance.html", own.NO_MAINTENANCE, root="", kind="list"),
        "map": _example("map.html", "map.html", MAP, root="", kind="map"),
        "map-empty": _example("map.html", "map.html", NO_MAP, root="", kind="map", site=BARE_SITE),
        "hubs": _example("instruments-and-countries.html", "hubs.html", HUBS, root="", kind="hubs"),
        "hubs-empty": _example("x.html", "hubs.html", NO_HUBS, root="", kind="hubs", site=BARE_SITE),
        "timeline": _example("timeline.html", "timeline.html", TIMELINE, root="", kind="timeline"),
        "timeline-empty": _example("timeline.html", "timeline.html", NO_TIMELINE, root="", kind="timeline"),
        "decade": _example("decades/1980s.html", "decade.html", DECADE, kind="decade"),
        "decade-empty": _example("decades/x.html", "decade.html", NO_DECADE, kind="decade", site=BARE_SITE),
        "explore": _example("explore.html", "explore.html", EXPLORER, root="", kind="explore"),
        "explore-empty": _example("explore.html", "explore.html", NO_EXPLORER, root="", kind="explore"),
        "random": _example("random.html", "random.html", RandomView("Chance", 9, PEOPLE), root="", kind="random"),
        "random-empty": _example("random.html", "random.html", RandomView("X", 0, ()), root="", kind="random"),
        "recent": _example("recent.html", "recent.html", RECENT, root="", kind="recent"),
        "recent-empty": _example("recent.html", "recent.html", NO_RECENT, root="", kind="recent", site=BARE_SITE),
        "today": _example("today.html", "today.html", TODAY, root="", kind="today"),
        "today-month": _example("today/may.html", "today.html", MONTH, kind="today"),
        "today-empty": _example("today/may.html", "today.html", NO_DAYS, kind="today"),
        "text": _example("about.html", "text.html", ABOUT, root="", kind="text", text=True),
        "text-empty": _example("x.html", "text.html", TextView("X", "", (), ()), root="", kind="text", site=BARE_SITE),
        "search": _example("search.html", "search.html", own.SEARCH, kind="search"),
        "search-names": _example("search.html", "search.html", own.SEARCH_NAMES, kind="search"),
        "404": _example("404.html", "404.html", own.NOT_FOUND, root="https://example.org/e/", kind="404", index=False),
        "404-empty": _example("404.html", "404.html", NotFoundView("Not found", ()), root="/", kind="404"),
    }


def _example(
    path: str,
    template: str,
    view: AnyView,
    *,
    kind: str,
    root: str = "../",
    title: str = "",
    site: Site = SITE,
    text: bool = False,
    index: bool = True,
) -> Example:
    full = site is SITE
    name = getattr(view, "name", "")
    page = Page(
        path=path,
        root=root,
        title=title or name,
        description="Violinist who carried Kazakh folk song into the concert hall" if full else "",
        type=kind,
        home=f"{root}index.html",
        navigation=own.NAVIGATION if full else (),
        explore=own.EXPLORE if full else (),
        service=own.SERVICE if full else (),
        breadcrumbs=(Crumb("Home", f"{root}index.html"), Crumb("Musicians", f"{root}a-z.html"), Crumb(name, ""))
        if full
        else (),
        canonical=f"https://example.org/e/{path}" if full else "",
        feeds=feeds(root) if full else (),
        alternate_json=f"{root}data/{path}.json" if full else "",
        json_ld='{"@context":"https://schema.org","@type":"Person","name":"Bakhyt \\u003c Taro"}' if full else "",
        og_type="profile" if kind == "musician" else "website",
        image="https://example.org/e/media/taro.jpg" if full else "",
        index=index,
    )
    request = TemplatePage(OutputPath(path), template, site, page, view, BODY if text else None)
    return request, TEXT if text else None


_MENTIONS = (
    MentionedIn(Link("Amalia Askarova", "amalia-askarova.html"), "In 2005 she met ", "Bakhyt Taro", " at the upright."),
    MentionedIn(Link("Café Tulpar", "../venues/cafe-tulpar.html"), "", "Taro", " had the Saturdays."),
)
_RELATED = (
    RelatedEntry(Link("Amalia Askarova", "amalia-askarova.html", "Pianist"), "both: Café Tulpar, Almaty"),
    RelatedEntry(Link("Aigul Samalbek", "aigul-samalbek.html"), "both: qobyz"),
)

MUSICIAN = MusicianView(
    edit=own.EDIT,
    name="Bakhyt Taro",
    dates="born c. 1985",
    summary="Violinist who carried Kazakh folk song into the concert hall",
    draft=True,
    aliases=("Бақыт Таро",),
    hatnotes=(Hatnote("For others of that name, see", (Link("Taro", "../disambiguation/taro.html"),)),),
    picture=Picture(
        "../media/musicians/taro.jpg", "Taro with a violin", "Photograph by nobody", 640, 480, "../media/t.webp 640w"
    ),
    facts=(
        FactRow("Born", (Fact("c. 1985"), Fact("Kyzylorda"))),
        FactRow(
            "Instruments", (Fact("Violin", "../instruments/violin.html"), Fact("Dombra", "../instruments/dombra.html"))
        ),
        FactRow("Venues", (Fact("Café Tulpar", "../venues/cafe-tulpar.html", "2005, 2006"), Fact(LONG))),
    ),
    toc=own.TOC,
    relations=(
        RelationGroup("Teacher", (Fact("Ivan Petrovich", "ivan-petrovich-1931.html", "Almaty, 2003–11"),)),
        RelationGroup("Played with", (Fact("Aigul Samalbek", "aigul-samalbek.html"), Fact("Nobody"))),
    ),
    works=(WorkRow("2007", "Syr", "album", ""), WorkRow("", "Two Strings and Four", "", "violin and dombra")),
    sources=(
        Citation((Run("“A contract with horsemeat”, "), Run("Steppe and Stage", emphasis=True), Run(", no. 3, 2007"))),
    ),
    related=_RELATED,
    mentioned_in=_MENTIONS,
    categories=CATEGORIES,
    neighbours=(
        Neighbours("Violin", Link("Petrovich, Ivan", "ivan-petrovich-1931.html"), Link("Zabelskaya, Vera", "v.html")),
        Neighbours("Kazakhstan", None, Link("Zhunisova, Dana", "d.html")),
        Neighbours("Dombra", Link("Askarova, Roza", "r.html"), None),
    ),
    more_mentions=3,
)
_EMPTY_MUSICIAN = MusicianView(
    name="X",
    dates="",
    summary="",
    draft=False,
    aliases=(),
    hatnotes=(),
    picture=None,
    facts=(),
    toc=(),
    relations=(),
    works=(),
    sources=(),
    related=(),
    mentioned_in=(),
    categories=(),
    neighbours=(),
)
_HOSTILE_MUSICIAN = MusicianView(
    name=MARKUP,
    dates=MARKUP,
    summary=MARKUP,
    draft=False,
    aliases=(MARKUP,),
    hatnotes=(Hatnote(MARKUP, (Link(MARKUP, "x.html"),)),),
    picture=Picture("x.jpg", MARKUP, MARKUP, 1, 1, ""),
    facts=(FactRow(MARKUP, (Fact(MARKUP, "x.html", MARKUP),)),),
    toc=(TocItem(MARKUP, "#a", 2),) * 3,
    relations=(RelationGroup(MARKUP, (Fact(MARKUP, "", MARKUP),)),),
    works=(WorkRow(MARKUP, MARKUP, MARKUP, MARKUP),),
    sources=(Citation((Run(MARKUP), Run(MARKUP, emphasis=True), Run(MARKUP, href="https://example.org/"))),),
    related=(RelatedEntry(Link(MARKUP, "x.html", MARKUP), MARKUP),),
    mentioned_in=(MentionedIn(Link(MARKUP, "x.html"), MARKUP, MARKUP, MARKUP),),
    categories=(Category(MARKUP, "x.html", 1),),
    neighbours=(Neighbours(MARKUP, Link(MARKUP, "x.html"), None),),
)
_BUSY_MUSICIAN = MusicianView(
    name=LONG,
    dates="before 1900 – after 1938",
    summary=f"{LONG} {LONG}",
    draft=False,
    aliases=(),
    hatnotes=(),
    picture=None,
    facts=(),
    toc=own.TOC[:2],
    relations=(),
    works=tuple(WorkRow(f"{1800 + number}", f"Opus {number}", "quartet", LONG) for number in range(200)),
    sources=(),
    related=(),
    mentioned_in=(),
    categories=(),
    neighbours=(),
)
_RTL_MUSICIAN = MusicianView(
    name="سیمین فرهاد",
    dates="",
    summary="نوازندهٔ سنتور",
    draft=False,
    aliases=("Simin Farhad", "Симин Фархад", "西明"),
    hatnotes=(),
    picture=None,
    facts=(FactRow("Born", (Fact("تهران"),)),),
    toc=(),
    relations=(),
    works=(),
    sources=(),
    related=_RELATED[:1],
    mentioned_in=(),
    categories=CATEGORIES,
    neighbours=(),
    circle=drawn([(Link("سیمین فرهاد", "r.html"), "family"), (Link(LONG, "l.html"), "sharing")]),
    connect="../connections.html?from=r",
    emblem=emblem(Blazon("fan", "nouveau", "turquoise", "waves")),
)
TERM = TermView(
    name="Violin",
    kind="Instrument",
    summary="Four strings, and opinions about all of them",
    aliases=("Fiddle",),
    hatnotes=(Hatnote("For the café, see", (Link("Violin (café)", "../venues/violin.html"),)),),
    picture=None,
    facts=(FactRow("Family", (Fact("Strings", "family-strings.html"),)),),
    toc=own.TOC,
    count=5,
    members_title="Musicians by country",
    members=(
        Group("Kazakhstan", "kazakhstan", "../countries/kazakhstan.html", PEOPLE[:3]),
        Group("Russia", "russia", "../countries/russia.html", PEOPLE[1:]),
        Group("Elsewhere", "elsewhere", "", PEOPLE[:1]),
    ),
    pairs=(Category("Violinists of Kazakhstan", "../pairs/violin-kazakhstan.html", 3),),
    places=(item("Small Hall", "Almaty, 1903–", "Dry as a biscuit tin", 4),),
    related=(RelatedEntry(Link("Dombra", "dombra.html"), "3 musicians in common"),),
    mentioned_in=_MENTIONS,
    sources=(Citation((Run("A book"),)),),
    more_mentions=1,
    locator=LOCATOR,
    timeline=PLAYERS,
    histogram=HISTOGRAM,
    decades=(
        Group("1930s", "born-1930s", "", PEOPLE[:1]),
        Group("Decade not known", "born-in-no-known-decade", "", PEOPLE),
    ),
    edit=own.EDIT,
)
_EMPTY_TERM = TermView("X", "Genre", "", (), (), None, (), (), 0, "Musicians", (), (), (), (), (), ())
ABOUT = TextView(
    "About this encyclopedia", "What is not true in these pages", own.TOC, (Citation((Run("A source"),)),), own.EDIT
)
