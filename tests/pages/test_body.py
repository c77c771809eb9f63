from site_builder.model.digest import digest_of
from site_builder.pages.body import body_of, contents_of
from site_builder.pages.request import Body, Filling, LinkedName
from site_builder.pages.views import TocItem
from site_builder.pages.views_pictures import Picture
from tests.pages.worlds import World, instrument, musician, text, world


def test_every_kind_of_link_has_its_filling(steppe: World) -> None:
    body = steppe.page("musicians/bakhyt-taro.html").body

    assert body is not None
    assert body.fillings == (
        Filling("dombra", "../instruments/dombra.html"),
        Filling("his first pianist", "../musicians/amalia-askarova.html"),
        Filling("Askarova", "../disambiguation/askarova.html"),
        Filling("Small Hall, Almaty", "../venues/small-hall-almaty.html"),
        Filling("Nobody At All", wanted=True),
        Filling("Bakhyt Taro"),
        Filling("his start", "#career"),
        Filling("Amalia Askarova", "../musicians/amalia-askarova.html#life"),
    )


def test_the_digest_is_that_of_the_parts(steppe: World) -> None:
    document = steppe.documents["instruments/dombra"]

    assert steppe.page("instruments/dombra.html").body == Body(
        "content/instruments/dombra.md", digest_of(document.parts), (), ()
    )


def test_names_in_the_prose_lead_to_their_entries(steppe: World) -> None:
    body = steppe.page("musicians/amalia-askarova.html").body

    assert body is not None
    assert body.names == (LinkedName(1, 8, 19, "../musicians/bakhyt-taro.html"),)


def test_links_of_a_page_at_the_top_go_down(steppe: World) -> None:
    body = steppe.page("about.html").body

    assert body is not None
    assert body.fillings == (Filling("Bakhyt Taro", "musicians/bakhyt-taro.html"),)


def test_an_entry_without_a_text_has_no_body(steppe: World) -> None:
    assert steppe.page("musicians/ivan-petrovich.html").body is None
    assert steppe.page("venues/tent.html").body is None
    assert steppe.page("countries/netherlands.html").body is None


def test_a_bare_address_reads_as_the_name_in_a_sentence() -> None:
    built = world(
        musician("Milo Askarova", slug="milo-1958"),
        instrument("double bass"),
        text("About", body="[[milo-1958]], [[MILO ASKAROVA]], [[double-bass]], [[Double Bass]]"),
    )

    body = body_of(built.edition, "pages/about", built.documents["pages/about"])

    assert body is not None
    assert [filling.text for filling in body.fillings] == [
        "Milo Askarova",
        "MILO ASKAROVA",
        "double bass",
        "Double Bass",
    ]


def test_the_contents_have_two_levels(steppe: World) -> None:
    assert contents_of(steppe.documents["musicians/bakhyt-taro"]) == (
        TocItem("Career", "#career", 2),
        TocItem("Almaty", "#almaty", 3),
    )
    assert contents_of(None) == ()


def test_a_picture_is_found_from_the_page(steppe: World) -> None:
    assert steppe.view("musicians/bakhyt-taro.html").picture == Picture(
        "../media/musicians/taro%20in%202011.jpg",
        "Taro with his violin",
        "A. Nonymous",
        640,
        480,
        "../media/musicians/taro%20in%202011.jpg.320.webp 320w, ../media/musicians/taro%20in%202011.jpg.640.webp 640w",
    )
    assert steppe.view("musicians/milo-askarova.html").picture is None
