import random
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.dates import MONTHS
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.config import NavigationItem, Pairs, SiteConfig
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.digest import digest_of
from site_builder.model.facts import Document
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span
from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.pages.request import FilePage, PageRequest, TemplatePage
from tests.pages.links import broken_links
from tests.pages.worlds import (
    BASE_PATH,
    BASE_URL,
    WITH_ADDRESS,
    World,
    country,
    instrument,
    musician,
    term,
    text,
    venue,
    world,
)


class Names:
    name, version = "names", "1"

    def __init__(self, path: str = "names.txt") -> None:
        self.path = OutputPath(path)

    def pages(self, site: Encyclopedia) -> Iterable[PageRequest]:
        return [FilePage(self.path, "\n".join(entity.name for entity in site.entities.values()).encode())]


def test_every_page_of_the_encyclopedia_is_planned(steppe: World) -> None:
    assert steppe.paths() == sorted(
        [
            *("404.html", "a-z.html", "about.html", "index.html", "maintenance.html"),
            *("connections.html", "connections/data.js", "map.html", "timeline.html", "decades/index.html"),
            "instruments-and-countries.html",
            *(f"decades/{slug}.html" for slug in steppe.overview.decade_order),
            *("catalog.json", "feed.json", "feed.xml", "recent.html", "robots.txt", "sitemap.xml"),
            *(f"{kind}/index.html" for kind in ("instruments", "countries", "venues", "genres", "ensembles")),
            *(
                f"{entity}.{suffix}"
                for entity in steppe.site.entities
                if not entity.startswith("pages/")
                for suffix in ("html", "json")
            ),
            *("instruments/family-keys.html", "instruments/family-strings.html"),
            "pairs/violin-kazakhstan.html",
            *("pairs/kazakhstan-carnegie-hall.html", "pairs/kazakhstan-small-hall-almaty.html"),
            *("disambiguation/askarova.html", "disambiguation/taro.html"),
            *("musicians/taro.html", "musicians/baqyt-taro.html", "countries/qazaqstan.html"),
            *("instruments/dombyra.html",),
            *(f"emblems/{name}.svg" for name in steppe.overview.emblems),
            *("search.html", "search/directory.js", "search/names.js", "search/t/t.js"),
            *("search/facets.js", "lines/0.js", "cards/0.js", "cards/1.js", "cards/count.js", "lines/count.js"),
            *("explore.html", "random.html", "today.html"),
            *(f"today/{month.lower()}.html" for month in MONTHS),
            *(f"today/{month:02}.js" for month in range(1, 13)),
        ]
    )


def test_every_template_gets_the_view_of_the_contract(steppe: World) -> None:
    used = {(page.template, type(page.view)) for page in steppe.planned.pages if isinstance(page, TemplatePage)}

    assert used == set(VIEW_OF_TEMPLATE.items())


def test_a_page_knows_its_own_path_and_the_way_to_the_top(steppe: World) -> None:
    for page in steppe.planned.pages:
        if isinstance(page, TemplatePage):
            assert page.page.path == page.path
            assert page.page.root == (BASE_PATH if page.path == "404.html" else "../" * page.path.count("/"))


def test_every_link_leads_to_a_planned_page_and_to_an_id_that_is_there(steppe: World) -> None:
    assert broken_links(steppe.planned.pages, steppe.documents.values(), BASE_PATH) == []


def test_a_broken_link_would_be_found(steppe: World) -> None:
    pages = [page for page in steppe.planned.pages if page.path != "instruments/dombra.html"]

    assert "musicians/bakhyt-taro.html -> ../instruments/dombra.html" in broken_links(
        pages, steppe.documents.values(), BASE_PATH
    )


def test_the_parts_of_a_list_have_ids_of_their_own(steppe: World) -> None:
    for page in steppe.planned.pages:
        groups = getattr(getattr(page, "view", None), "groups", getattr(getattr(page, "view", None), "members", ()))
        assert [name for name, count in Counter(group.id for group in groups).items() if count > 1] == []


def test_pages_of_emitters_take_their_place() -> None:
    built = world(musician("A Aa"), emitters=(Names(),))

    assert built.file("names.txt") == "A Aa"
    assert built.paths() == sorted(built.paths())


def test_an_emitter_that_makes_the_search_page_takes_the_place_of_ours() -> None:
    off = SiteConfig(search="off")
    built = world(musician("A Aa"), emitters=(Names("search.html"),))
    instead = world(musician("A Aa"), emitters=(Names("search.html"),), config=off)

    assert [path for path in built.paths() if path.startswith("search")] == ["search.html", "search/facets.js"]
    assert built.page("musicians/a-aa.html").site.search
    assert instead.page("musicians/a-aa.html").site.search


def test_a_site_without_search_has_none_of_its_files_and_no_way_there() -> None:
    built = world(musician("A Aa"), config=SiteConfig(search="off"))

    # The columns are the explorer's.
    assert [path for path in built.paths() if path.startswith("search")] == ["search/facets.js"]
    assert not built.page("index.html").site.search


def test_two_requests_for_one_path_are_left_for_others_to_judge() -> None:
    built = world(musician("A Aa"), emitters=(Names("musicians/a-aa.html"),))

    assert built.paths().count("musicians/a-aa.html") == 2


def test_pages_that_an_emitter_makes_by_template_are_on_the_site_map(steppe: World) -> None:
    class Copy:
        name, version = "copy", "1"

        def pages(self, site: Encyclopedia) -> Iterable[PageRequest]:
            page = steppe.page("about.html")
            return [TemplatePage(OutputPath("copy.html"), page.template, page.site, page.page, page.view)]

    built = world(config=WITH_ADDRESS, emitters=(Copy(),))

    assert f"<loc>{BASE_URL}copy.html</loc>" in built.file("sitemap.xml")


def test_a_site_without_an_address_is_told_what_it_lacks() -> None:
    assert world(musician("A Aa")).planned.diagnostics == (
        Diagnostic(
            "S004",
            Severity.NOTICE,
            Span("site.toml"),
            "`base_url` is not set, so there is no feed, no sitemap.xml and no robots.txt",
            'set base_url = "https://…/" in site.toml, or give --base-url, once the site has an address',
        ),
    )
    assert world(musician("A Aa"), config=WITH_ADDRESS).planned.diagnostics == ()


def test_a_header_that_leads_nowhere_is_a_fault_of_the_settings() -> None:
    items = (NavigationItem("All", "a-z.html"), NavigationItem("Names", "names.txt"), NavigationItem("Map", "map.html"))
    config = SiteConfig(base_url=BASE_URL, navigation=items)

    assert world(config=config, emitters=(Names(),)).planned.diagnostics == (
        Diagnostic(
            "S003",
            Severity.ERROR,
            Span("site.toml"),
            '`navigation` leads to "map.html", and the site has no such page',
            'write the path from the top of the finished site, such as "a-z.html" or "venues/index.html"',
        ),
    )


NAMES = ["Bakhyt Taro", "Amalia Askarova", "Milo Askarova", "Ivan Petrovich", "Қайрат Оспан", "O'Brien", "42nd Street"]
TERMS = {
    "instruments": ["violin", "dombra", "Oud", "voice"],
    "countries": ["Kazakhstan", "USSR", "Netherlands", "Georgia"],
    "venues": ["Small Hall, Almaty @ 1999, c. 2004", "Carnegie Hall @@ debut", "Tent", "Georgia"],
    "genres": ["jazz", "folk song"],
    "ensembles": ["Georgia", "Alatau Quartet @ 2005"],
}
BODIES = [
    "",
    "Met [[Askarova]], [[violin]] and [[Nobody]].",
    "## Life\nBakhyt Taro and [[Amalia Askarova#Life]].\n### More\n[[Carnegie Hall|the hall]]",
]
DATES = ["", "1931", "c. 1985", "before 1900", "1980s", "1931-05-03"]


def some(values: Iterable[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=4)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    chosen = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=len(NAMES)))
    musicians = [
        musician(
            name,
            born=draw(st.sampled_from(DATES)),
            died=draw(st.sampled_from(DATES)),
            body=draw(st.sampled_from(BODIES)),
            summary=draw(st.sampled_from(["", "A player"])),
            updated=draw(st.sampled_from(DATES)),
            draft=draw(st.booleans()),
            teachers=draw(some(NAMES)),
            played_with=draw(some(NAMES)),
            former_slugs=(f"former-{number}",),
            aliases=(draw(st.sampled_from(["Sphere", "Дядя", "Zoya"])),),
            **{kind: draw(some(values)) for kind, values in TERMS.items()},
        )
        for number, name in enumerate(chosen)
    ]
    others = [
        instrument("violin", "strings", body=draw(st.sampled_from(BODIES))),
        instrument("oud", draw(st.sampled_from(["", "Strings", "plucked"]))),
        country("Kazakhstan", "KZ", aliases=("Qazaqstan",)),
        venue("Carnegie Hall", "New York", "United States", image=("venues/c d.jpg", "The hall", "")),
        venue("Small Hall, Almaty", "Almaty", "Kazakhstan"),
        term("genres", "jazz", summary="Blue notes"),
        text("About", body="By [[Bakhyt Taro]]."),
    ]
    return [*musicians, *(document for document in others if draw(st.booleans()))]


configurations = st.builds(
    SiteConfig,
    base_url=st.sampled_from(["", BASE_URL]),
    pairs=st.builds(
        Pairs,
        facets=st.sampled_from(
            [
                (("instruments", "countries"),),
                (("countries", "venues"), ("instruments", "ensembles"), ("instruments", "countries")),
                (("genres", "venues"), ("instruments", "venues")),
                (),
            ]
        ),
        at_least=st.integers(1, 3),
        at_most=st.sampled_from([None, 0, 2, 100]),
    ),
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(documents=documents(), config=configurations)
def test_no_link_of_any_encyclopedia_leads_nowhere(documents: list[Document], config: SiteConfig) -> None:
    built = world(*documents, config=config)
    paths = built.paths()

    assert broken_links(built.planned.pages, documents, BASE_PATH if config.base_url else "/") == []
    assert [path for path, count in Counter(paths).items() if count > 1] == []


@settings(deadline=None, derandomize=True, max_examples=30)
@given(documents=documents(), config=configurations, seed=st.integers())
def test_the_plan_does_not_depend_on_the_order_of_files(
    documents: list[Document], config: SiteConfig, seed: int
) -> None:
    shuffled = random.Random(seed).sample(documents, len(documents))  # noqa: S311

    assert digest_of(world(*documents, config=config).planned) == digest_of(world(*shuffled, config=config).planned)


@pytest.mark.parametrize("kind", ["instruments", "countries", "venues", "genres", "ensembles"])
def test_nobody_is_lost_from_a_list(steppe: World, kind: str) -> None:
    for entity in steppe.overview.kinds[kind]:
        view = steppe.view(f"{entity}.html")
        listed = {item.href for group in view.members for item in group.items}

        assert len(listed) == view.count == len(steppe.site.members.get(entity, ()))
