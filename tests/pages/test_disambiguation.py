from site_builder.pages.views import Crumb, Hatnote, Link, ListItem
from site_builder.pages.views_addresses import DisambiguationView, RedirectView
from tests.pages.worlds import BASE_URL, World, musician, text, venue, world


def test_a_shared_name_has_a_page_that_tells_its_holders_apart() -> None:
    built = world(
        musician("Ivan Petrovich", slug="ivan-petrovich-1931", born="1931", summary="Teacher of many"),
        musician("Ivan Petrovich", slug="ivan-petrovich-cimbalom", instruments=["cimbalom"]),
        musician("Ivan Petrovich", slug="ivan-petrovich-b"),
        venue("Ivan Petrovich", "Almaty", opened="1950"),
        text("Ivan Petrovich", slug="petrovich-page"),
    )

    assert built.view("disambiguation/ivan-petrovich.html") == DisambiguationView(
        "Ivan Petrovich",
        (
            ListItem("Ivan Petrovich", "../petrovich-page.html", "page"),
            ListItem("Ivan Petrovich", "../venues/ivan-petrovich.html", "venue, Almaty, 1950–"),
            ListItem("Ivan Petrovich", "../musicians/ivan-petrovich-1931.html", "born 1931", "Teacher of many"),
            ListItem("Ivan Petrovich", "../musicians/ivan-petrovich-b.html", "musician"),
            ListItem("Ivan Petrovich", "../musicians/ivan-petrovich-cimbalom.html", "cimbalom player"),
        ),
    )


def test_the_frame_of_a_disambiguation_page(steppe: World) -> None:
    page = steppe.page("disambiguation/askarova.html").page

    assert (page.title, page.type, page.description) == (
        "Askarova",
        "disambiguation",
        "2 entries called “Askarova”",
    )
    assert page.breadcrumbs == (Crumb("Home", "../index.html"), Crumb("Askarova", ""))


def test_others_are_told_once_and_every_list_of_the_name_is_linked() -> None:
    built = world(
        musician("Ivan Petrovich", slug="ivan-1888", born="1888"),
        musician("Ivan Petrovich", slug="ivan-1931", born="1931"),
    )

    assert built.view("musicians/ivan-1888.html").hatnotes == (
        Hatnote(
            "For others of that name, see",
            (
                Link("Ivan Petrovich (born 1931)", "../musicians/ivan-1931.html"),
                Link("Ivan Petrovich (2 entries)", "../disambiguation/ivan-petrovich.html"),
            ),
        ),
        Hatnote(
            "For others called “Petrovich”, see", (Link("Petrovich (2 entries)", "../disambiguation/petrovich.html"),)
        ),
    )


def hatnotes(built: World, path: str) -> list[tuple[str, list[str]]]:
    return [(note.text, [link.text for link in note.links]) for note in built.view(path).hatnotes]


def test_the_own_name_comes_before_the_family_name() -> None:
    built = world(
        musician("Zoya Abel", slug="zoya-1888", born="1888"),
        musician("Zoya Abel", slug="zoya-1931", born="1931"),
        musician("Milo Abel", slug="milo", born="1950"),
    )

    assert hatnotes(built, "musicians/zoya-1888.html") == [
        ("For others of that name, see", ["Zoya Abel (born 1931)", "Zoya Abel (2 entries)"]),
        ("For others called “Abel”, see", ["Milo Abel (born 1950)", "Abel (3 entries)"]),
    ]


def test_up_to_three_others_are_named_and_more_are_left_to_the_list() -> None:
    givens = ("Ann", "Ben", "Cid", "Dan", "Eve")
    four, five = (world(*(musician(f"{given} Abel") for given in givens[:number])) for number in (4, 5))

    assert hatnotes(four, "musicians/ann-abel.html") == [
        (
            "For others called “Abel”, see",
            [*(f"{given} Abel (musician)" for given in ("Ben", "Cid", "Dan")), "Abel (4 entries)"],
        )
    ]
    assert hatnotes(five, "musicians/ann-abel.html") == [("For others called “Abel”, see", ["Abel (5 entries)"])]


def test_aliases_and_former_addresses_lead_to_the_entry(steppe: World) -> None:
    alias, former = steppe.page("countries/qazaqstan.html"), steppe.page("musicians/taro.html")

    assert alias.view == RedirectView(
        "Qazaqstan", Link("Kazakhstan", "../countries/kazakhstan.html"), "../countries/kazakhstan.html#from=Qazaqstan"
    )
    assert former.view == RedirectView(
        "Bakhyt Taro",
        Link(
            "Bakhyt Taro",
            "../musicians/bakhyt-taro.html",
            "Violinist who carried Kazakh folk song into the concert hall",
        ),
        "../musicians/bakhyt-taro.html",
    )
    assert (alias.page.description, former.page.description) == (
        "See Kazakhstan",
        "This page is at another address: Bakhyt Taro",
    )
    assert (alias.page.canonical, alias.page.index) == (f"{BASE_URL}countries/kazakhstan.html", False)
    assert (alias.page.title, alias.page.type) == ("Qazaqstan", "redirect")
