"""The drawing of those whom a musician has to do with."""

import random
from itertools import combinations
from xml.etree import ElementTree

import pytest

from site_builder.model.identity import EntityId
from site_builder.pages.chains import ROLES
from site_builder.pages.circle import MOST_NODES, ROW, WIDTH, circle_of, drawn, placed, text_width
from site_builder.pages.views import Link
from tests.pages.worlds import World, musician, world

TORTURE = [
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch W",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Maximilian-Ferdinand von und zu Hohenzollern-Sigmaringen d. J.",
    "西園寺公望西園寺公望西園寺公望西園寺公望西園寺公望西園寺公望西園寺公望西園寺公望西園寺公望",
    "წინანდელი, ქეთევან",
    "سیمین فرهاد",
    "Bo",
    "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
]


@pytest.mark.parametrize("count", [2, 3, 7, 12, MOST_NODES])
def test_labels_never_meet_and_never_leave_the_drawing(count: int) -> None:
    for seed in range(20):
        names = random.Random(seed).choices(TORTURE, k=count)  # noqa: S311 - no secret
        drawing = drawn([(Link(name, "x.html"), ROLES[0]) for name in names])

        boxes = [label.box for label in placed(names)]

        for left, top, right, bottom in boxes:
            assert (left >= 0, top >= 0, right <= WIDTH, bottom <= drawing.height) == (True,) * 4
        for (left, top, right, bottom), (left2, top2, right2, bottom2) in combinations(boxes, 2):
            assert right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top


def test_a_node_is_large_enough_to_be_hit() -> None:
    assert ROW >= 24


def test_what_does_not_fit_is_cut_off_and_told_in_full() -> None:
    name = TORTURE[0]

    markup = drawn([(Link(name, "x.html"), "sharing"), (Link("Bo", "b.html"), "sharing")]).markup

    assert f"<title>{name}: much in common</title>" in markup
    assert "…</text>" in markup
    assert text_width("M") > text_width("n") > text_width("i") > 0


def test_names_are_text_and_the_drawing_is_well_formed() -> None:
    people = [(Link('<b>"Tom" & co', 'x.html?a="1"&b'), role) for role in (*ROLES, "sharing")]

    drawing = drawn(people)

    tree = ElementTree.fromstring(f"<svg>{drawing.markup}</svg>")  # noqa: S314 - our own
    assert len(tree.findall("a")) == len(people)
    assert not tree.findall(".//b")


@pytest.fixture
def duo() -> World:
    return world(
        musician("A", teachers=["B"], venues=["Hall"], instruments=["violin"]),
        musician("B", venues=["Hall"]),
        musician("C", instruments=["violin"]),
        musician("D", played_with=["A"]),
        musician("E"),
    )


def test_who_was_known_comes_before_who_shares(duo: World) -> None:
    drawing = circle_of(duo.edition, EntityId("musicians/a"))

    assert drawing is not None
    found = ElementTree.fromstring(f"<svg>{drawing.markup}</svg>")  # noqa: S314 - our own
    assert [(node.get("class"), node.get("href")) for node in found.findall("a")] == [
        ("teachers", "../musicians/b.html"),
        ("played_with", "../musicians/d.html"),
        ("sharing", "../musicians/c.html"),
    ]


def test_who_stands_almost_alone_is_not_drawn(duo: World) -> None:
    assert circle_of(duo.edition, EntityId("musicians/e")) is None
    assert circle_of(duo.edition, EntityId("musicians/d")) is None


def test_the_drawing_is_the_same_every_time(duo: World) -> None:
    first, second = (circle_of(made.edition, EntityId("musicians/a")) for made in (duo, duo))

    assert first == second
