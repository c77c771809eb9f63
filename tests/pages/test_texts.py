import json

from site_builder.pages.views import Citation, Crumb, Link, Run, TextView, TocItem
from site_builder.pages.views_addresses import NotFoundView
from tests.pages.worlds import BASE_PATH, WITH_ADDRESS, World, musician, text, world


def test_a_free_page_lies_at_the_top(steppe: World) -> None:
    request = steppe.page("about.html")

    assert request.view == TextView(
        "About", "What this is", (TocItem("Sources", "#sources", 2),), (Citation((Run("A book"),)),)
    )
    assert (request.page.type, request.page.root, request.page.description) == ("text", "", "What this is")
    assert request.page.breadcrumbs == (Crumb("Home", "index.html"), Crumb("About", ""))


def test_a_free_page_is_described_by_its_name_if_by_nothing_else() -> None:
    built = world(text("Colophon"), text("Thanks", excerpt="To all who helped."))

    assert built.page("colophon.html").page.description == "Colophon"
    assert built.page("thanks.html").page.description == "To all who helped."


def test_a_free_page_tells_search_engines_what_it_is() -> None:
    built = world(text("About", summary="What this is", updated="2026-11"), config=WITH_ADDRESS)

    assert json.loads(built.page("about.html").page.json_ld) == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": "About",
        "description": "What this is",
        "url": "https://example.org/music/about.html",
        "dateModified": "2026-11",
        "isPartOf": {
            "@type": "WebSite",
            "name": "An encyclopedia of musicians",
            "url": "https://example.org/music/",
        },
    }


def test_the_links_of_the_page_for_nowhere_begin_at_the_top_of_the_host(steppe: World) -> None:
    request = steppe.page("404.html")

    assert request.view == NotFoundView(
        "Page not found",
        (
            Link("Home", f"{BASE_PATH}index.html"),
            Link("Musicians", f"{BASE_PATH}a-z.html"),
            Link("Instruments", f"{BASE_PATH}instruments/index.html"),
            Link("Countries", f"{BASE_PATH}countries/index.html"),
            Link("Venues", f"{BASE_PATH}venues/index.html"),
            Link("Genres", f"{BASE_PATH}genres/index.html"),
            Link("Ensembles", f"{BASE_PATH}ensembles/index.html"),
        ),
    )
    page = request.page
    assert (page.root, page.home, page.canonical, page.index) == (BASE_PATH, f"{BASE_PATH}index.html", "", False)
    assert page.breadcrumbs == (Crumb("Home", f"{BASE_PATH}index.html"), Crumb("Page not found", ""))
    links = (*page.navigation, *page.explore, *page.service)
    assert {link.href.removesuffix(link.href.removeprefix(BASE_PATH)) for link in links} == {BASE_PATH}


def test_a_site_that_does_not_know_its_address_is_taken_to_lie_at_the_top_of_its_host() -> None:
    built = world(musician("A Aa", updated="2026"))

    page = built.page("404.html").page

    assert (page.root, page.home) == ("/", "/index.html")
    assert page.navigation == (Link("Musicians", "/a-z.html"),)
