from site_builder.graph.encyclopedia import Entity
from site_builder.model.config import NavigationItem, SiteConfig
from site_builder.model.facts import Facts
from site_builder.model.identity import EntityId
from site_builder.pages.frame import edit_address
from site_builder.pages.request import TemplatePage
from site_builder.pages.views import Link, Site
from tests.pages.worlds import World, instrument, musician, text, world


def test_by_default_the_header_leads_to_the_alphabet_the_indexes_and_the_about_page(steppe: World) -> None:
    assert steppe.page("index.html").page.navigation == (
        Link("Musicians", "a-z.html"),
        Link("Instruments", "instruments/index.html"),
        Link("Countries", "countries/index.html"),
        Link("Venues", "venues/index.html"),
        Link("Genres", "genres/index.html"),
        Link("Ensembles", "ensembles/index.html"),
        Link("About", "about.html"),
    )


def test_other_free_pages_are_not_in_the_header() -> None:
    built = world(text("Colophon"))

    assert built.page("index.html").page.navigation == (Link("Musicians", "a-z.html"),)


def test_the_foot_leads_to_the_statement_on_accessibility_where_there_is_one() -> None:
    missing = Link("What is still missing", "../maintenance.html")
    told, silent = (world(musician("A Aa"), text(name)) for name in ("Accessibility", "Colophon"))

    assert told.page("musicians/a-aa.html").page.service == (missing, Link("Accessibility", "../accessibility.html"))
    assert silent.page("musicians/a-aa.html").page.service == (missing,)


def test_the_configuration_decides_what_the_header_has() -> None:
    config = SiteConfig(
        navigation=(NavigationItem("Everybody", "a-z.html"), NavigationItem("What is this?", "about.html"))
    )
    built = world(musician("A Aa"), text("About"), config=config)

    assert built.page("musicians/a-aa.html").page.navigation == (
        Link("Everybody", "../a-z.html"),
        Link("What is this?", "../about.html"),
    )


def test_every_page_at_one_depth_shares_its_navigation(steppe: World) -> None:
    pages = [steppe.page("musicians/bakhyt-taro.html").page, steppe.page("venues/tent.html").page]

    assert pages[0].navigation == pages[1].navigation


def test_a_site_without_an_address_has_no_whole_addresses() -> None:
    built = world(musician("A Aa", summary="One", updated="2026", image=("musicians/a.jpg", "A", "")))

    page = built.page("musicians/a-aa.html").page

    assert (page.canonical, page.feeds, page.image) == ("", (), "")
    assert page.json_ld == '{"@context":"https://schema.org","@type":"Person","description":"One","name":"A Aa"}'


def test_only_the_home_page_and_that_of_changes_name_the_feeds(steppe: World) -> None:
    pages = [page for page in steppe.planned.pages if isinstance(page, TemplatePage)]

    assert {page.path for page in pages if page.page.feeds} == {"index.html", "recent.html"}


def test_every_page_with_a_file_leads_to_where_it_can_be_edited() -> None:
    built = world(
        musician("A Aa", instruments=["oud", "lute"]),
        instrument("oud"),
        text("About"),
        config=SiteConfig(edit_url="https://example.org/edit/{path}?file={path}"),
    )

    edited = {
        page.path: edit
        for page in built.planned.pages
        if isinstance(page, TemplatePage) and (edit := getattr(page.view, "edit", ""))
    }

    assert edited == {
        f"{entity.removeprefix('pages/')}.html": f"https://example.org/edit/content/{entity}.md?file=content/{entity}.md"
        for entity in ("musicians/a-aa", "instruments/oud", "pages/about")
    }


def test_a_file_with_spaces_or_signs_can_be_edited_too() -> None:
    edition = world(config=SiteConfig(edit_url="https://example.org/{path}")).edition
    facts = Facts(EntityId("musicians/x"), "content/musicians/Ә a#b?.md", "X")

    address = edit_address(edition, Entity(facts.id, "X", "X", "x", facts=facts))

    assert address == "https://example.org/content/musicians/%D3%98%20a%23b%3F.md"


def test_without_a_setting_nothing_leads_to_an_edit(steppe: World) -> None:
    assert steppe.view("musicians/roza.html").edit == ""  # type: ignore[attr-defined]


def test_home_has_no_breadcrumbs(steppe: World) -> None:
    page = steppe.page("index.html").page

    assert (page.breadcrumbs, page.title, page.type) == ((), "Steppe & Hall", "home")
    assert page.canonical == "https://example.org/music/index.html"


def test_every_page_says_the_same_of_the_site(steppe: World) -> None:
    assert steppe.page("about.html").site == Site("Steppe & Hall", "Lives of musicians", "en", "", "", search=True)
