"""Lists, and the front page, for the examples of pages."""

from site_builder.pages.views import (
    AlphabetView,
    Category,
    Door,
    FamilyView,
    Feed,
    Group,
    HomeView,
    IndexView,
    LetterLink,
    Link,
    ListItem,
    PairView,
)
from site_builder.pages.views_addresses import DisambiguationView
from site_builder.pages.views_drawings import Miniature
from tests.theme.example_services import LONG


def feeds(root: str) -> tuple[Feed, ...]:
    return (
        Feed("Atom", "application/atom+xml", f"{root}feed.xml", "Lives"),
        Feed("JSON Feed", "application/feed+json", f"{root}feed.json", "Lives"),
    )


def item(text: str, detail: str = "", summary: str = "", count: int = 0) -> ListItem:
    return ListItem(text, f"{text[:1].lower() or 'x'}.html", detail, summary, count)


CATEGORIES = (
    Category("Violin", "../instruments/violin.html", 12),
    Category("Kazakhstan", "../countries/kazakhstan.html", 9),
    Category("Café Tulpar", "../venues/cafe-tulpar.html", 1),
)
PEOPLE = (
    item("Taro, Bakhyt", "born c. 1985", "Violinist who carried Kazakh folk song into the concert hall"),
    item("Асқарова, Роза", "1906 – 1979", "Mezzo-soprano of Alma-Ata, whose stage name became a family's surname"),
    item("წინანდელი, ქეთევან", "1880s"),
    item(LONG, "after 1938", LONG),
    item("فرهاد، سیمین", "1931 – 2004", "Player of the santur"),
)
FAMILY = FamilyView(
    name="Strings",
    instruments=(item("Violin", count=12), item("Dombra", "", "Two strings", 1)),
    count=12,
    members=(Group("Violin", "violin", "violin.html", PEOPLE), Group("Dombra", "dombra", "dombra.html", PEOPLE[:1])),
)
PAIR = PairView(
    name="Violinists of Kazakhstan",
    intro="Three musicians of Kazakhstan who play the violin.",
    terms=(Link("Violin", "../instruments/violin.html"), Link("Kazakhstan", "../countries/kazakhstan.html")),
    count=3,
    items=PEOPLE[:3],
    venues=(Category("Small Hall, Almaty", "../venues/small-hall-almaty.html", 3),),
    others=(Category("Violinists of Russia", "violin-russia.html", 2),),
)
INDEX = IndexView(
    name="Instruments",
    intro="Eleven instruments, by family.",
    count=11,
    groups=(
        Group("Strings", "strings", "family-strings.html", (item("Violin", count=12), item("Double bass", count=1))),
        Group("", "others", "", (item("Theremin", "", "Played without being touched", 2),)),
    ),
    pairs=(Category("Violinists of Kazakhstan", "../pairs/violin-kazakhstan.html", 3),),
    fullest=CATEGORIES,
)
ALPHABET = AlphabetView(
    name="Musicians from A to Z",
    letters=(LetterLink("A", "#letter-a", 3), LetterLink("T", "", 1), LetterLink("Ә", "#letter-ae", 1)),
    count=5,
    groups=(Group("A", "letter-a", "", PEOPLE), Group("Ә", "letter-ae", "a-z/ae.html", PEOPLE[:1])),
)
DISAMBIGUATION = DisambiguationView("Askarova", PEOPLE[:3])
HOME = HomeView(
    name="The Encyclopedia of Musicians",
    description="Lives of musicians who never were, told by their instruments and halls.",
    counts=(Category("64 musicians", "a-z.html", 64), Category("11 instruments", "instruments/index.html", 11)),
    featured=PEOPLE[0],
    doors=(Door("Instruments", "instruments/index.html", 11, CATEGORIES), Door("Genres", "genres/index.html", 1, ())),
    families=(Category("Strings", "instruments/family-strings.html", 12),),
    pairs=(Category("Violinists of Kazakhstan", "pairs/violin-kazakhstan.html", 3),),
    recent=(item("Taro, Bakhyt", "12 March 2026", "Violinist"),),
    changes=Link("Recent changes", "recent.html"),
    miniature=Miniature("Map of 3 countries", "map.html", 384, 187, "M10 10l40 0 0 40z", "M60 60l90 0 0 60z"),
    connections=Link("How are they connected?", "connections.html", "Any two musicians"),
)
NO_HOME = HomeView("Musicians", "", (), None, (), (), (), ())
