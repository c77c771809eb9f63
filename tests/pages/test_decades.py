from site_builder.pages import chronology
from site_builder.pages.views import Category, Crumb, Group, IndexView, Link, ListItem
from site_builder.pages.views_time import DecadeView, PerformanceRow
from tests.pages.worlds import World, musician, world

CENTURY = world(
    musician("Early Bird", born="1890", died="1937", venues=["Tent @ 1931 @ with an owl", "Tent @ 1929"]),
    musician("Child Wonder", born="12 May 1931"),
    musician("Other Child", born="1930s", died="2001"),
    musician("Old Master", died="1901"),
    musician("Long Life", born="1900", died="1999"),
    musician("Never Dated"),
)


def item(text: str, slug: str, detail: str) -> ListItem:
    return ListItem(text, f"../musicians/{slug}.html", detail)


def test_a_decade_tells_who_was_born_died_and_lived_and_what_was_played() -> None:
    assert CENTURY.view("decades/1930s.html") == DecadeView(
        name="The 1930s",
        intro="2 born, 1 died and 1 other living; 1 performance",
        previous=Link("1920s", "../decades/1920s.html"),
        next=Link("1940s", "../decades/1940s.html"),
        born=(
            Group("1930s", "born-1930s", "", (item("Child, Other", "other-child", "1930s – 2001"),)),
            Group("1931", "born-1931", "", (item("Wonder, Child", "child-wonder", "born 1931"),)),
        ),
        died=(Group("1937", "died-1937", "", (item("Bird, Early", "early-bird", "1890 – 1937"),)),),
        living_count=1,
        living=(item("Life, Long", "long-life", "1900 – 1999"),),
        generations=(),
        performances=(
            PerformanceRow(
                "1931",
                Link("Early Bird", "../musicians/early-bird.html"),
                Link("Tent", "../venues/tent.html"),
                "with an owl",
            ),
        ),
        halls=(),
    )


def test_decades_lie_between_the_first_and_the_last_of_which_anything_is_known() -> None:
    order = CENTURY.overview.decade_order

    assert (order[0], order[-1], len(order)) == ("1890s", "2000s", 12)
    assert CENTURY.view("decades/1890s.html").previous is None
    assert CENTURY.view("decades/2000s.html").next is None


def test_all_decades_are_listed_by_century() -> None:
    view = CENTURY.view("decades/index.html")

    assert isinstance(view, IndexView)
    assert [(group.title, len(group.items)) for group in view.groups] == [
        ("1800–1899", 1),
        ("1900–1999", 10),
        ("2000–2099", 1),
    ]
    assert view.groups[1].items[3] == ListItem("1930s", "../decades/1930s.html", "2 born, 1 died", count=4)


def test_an_entry_is_listed_under_its_decade() -> None:
    built = world(
        musician("A Aa", born="1931"),
        musician("B Bb", born="1939"),
        musician("C Cc", venues=["Tent @ 1935"]),
        musician("D Dd", born="1929/1931"),
        musician("E Ee"),
    )

    def decades(slug: str) -> list[Category]:
        return [category for category in built.view(f"musicians/{slug}.html").categories if "decades/" in category.href]

    assert decades("a-aa") == [Category("Born in the 1930s", "../decades/1930s.html#born", 2)]
    assert decades("c-cc") == [Category("Active in the 1930s", "../decades/1930s.html", 3)]
    assert decades("d-dd") == decades("e-ee") == []


def test_many_who_lived_then_are_counted_by_the_decade_of_their_birth() -> None:
    people = [
        musician(f"P {number}", born=str(1900 + number % 20), died="1990")
        for number in range(chronology.MOST_LISTED + 1)
    ]
    built = world(*people, musician("Q", died="1991", venues=["Tent @ 1935"]))

    view = built.view("decades/1930s.html")

    assert (view.living, view.living_count) == ((), len(people) + 1)
    assert view.generations == (
        Category("Born in the 1900s", "../decades/1900s.html#born", 101),
        Category("Born in the 1910s", "../decades/1910s.html#born", 100),
        Category("Birth not known", "", 1),
    )


def test_many_performances_are_counted_by_venue() -> None:
    years = ", ".join(["1931", "1932", "1933"])
    people = [musician(f"P {number}", venues=[f"Tent @ {years}", "Hall @ 1934"]) for number in range(101)]

    view = world(*people).view("decades/1930s.html")

    assert view.performances == ()
    assert view.halls == (Category("Tent", "../venues/tent.html", 303), Category("Hall", "../venues/hall.html", 101))


def test_dates_a_thousand_years_apart_make_no_hundred_pages() -> None:
    assert world(musician("A Aa", born="985", died="1985")).overview.decade_order == ("980s", "1980s")


def test_the_frame_of_a_decade(steppe: World) -> None:
    page = steppe.page("decades/1950s.html").page

    assert (page.title, page.type) == ("The 1950s", "decade")
    assert page.breadcrumbs == (
        Crumb("Home", "../index.html"),
        Crumb("Decades", "../decades/index.html"),
        Crumb("The 1950s", ""),
    )
