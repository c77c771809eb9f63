"""Which file a name stands for."""

from site_builder.theme.layers import Theme
from tests.theme.making import layer, stack

THEME = stack(
    overrides={"entry.html": "top", "layout.html": ""},
    mine={"partials/x.html": "mine"},
    base={"entry.html": "bottom", "partials/x.html": "base"},
)


def source(theme: Theme, name: str, asker: str = "") -> str | None:
    by_key = {template.key: template for template in theme.templates()}
    found = theme.find(name, by_key.get(asker))
    return found.source if found else None


def test_a_name_stands_for_the_template_of_the_topmost_layer() -> None:
    assert source(THEME, "entry.html") == "top"
    assert source(THEME, "partials/x.html") == "mine"
    assert source(THEME, "partials/x.html", "base:entry.html") == "mine"


def test_a_parents_name_stands_for_the_first_below_the_one_who_asks() -> None:
    assert source(THEME, "!parent/entry.html", "overrides:entry.html") == "bottom"
    assert source(THEME, "!parent/partials/x.html", "overrides:layout.html") == "mine"
    assert source(THEME, "!parent/partials/x.html", "mine:partials/x.html") == "base"


def test_there_is_nothing_below_the_bottom() -> None:
    assert source(THEME, "!parent/entry.html", "base:entry.html") is None


def test_the_program_has_no_parent_to_ask_for() -> None:
    assert source(THEME, "!parent/entry.html") is None


def test_the_site_gets_each_asset_from_its_topmost_layer() -> None:
    theme = Theme("x", (layer("top", {}, {"b.css": b"top"}), layer("base", {}, {"b.css": b"", "a.css": b"base"})))

    assert [(asset.name, asset.content) for asset in theme.assets()] == [("a.css", b"base"), ("b.css", b"top")]


def test_a_bundle_is_joined_from_the_parts_of_all_layers_in_the_order_of_their_names() -> None:
    below = layer("base", {}, {"style.css/10-a.css": b"a { color: red }", "style.css/30-c.css": b"c { color: red }"})
    above = layer("top", {}, {"style.css/20-b.css": b"b { color: red }", "style.css/30-c.css": b"c { /* ! */ top: 0 }"})

    (asset,) = Theme("x", (above, below)).assets()

    assert (asset.name, asset.content) == ("style.css", b"a{color:red}b{color:red}c{top:0}")


def test_what_stands_between_two_comments_of_a_style_sheet_stays() -> None:
    sheet = b"/* one */ a { top: 0 } b { /* two */ } /* three */ c { top: 1 /* four */ }"

    (asset,) = Theme("x", (layer("base", {}, {"style.css/10-a.css": sheet}),)).assets()

    assert asset.content == b"a{top:0}b{}c{top:1}"


def test_a_whole_file_hides_the_parts_below_it_and_takes_those_above() -> None:
    below = layer("base", {}, {"a.js/1.js": b"below()"})
    whole = layer("mine", {}, {"a.js": b"whole() // no line ends here"})
    above = layer("top", {}, {"a.js/1.js": b"above()"})

    assert [asset.content for asset in Theme("x", (whole, below)).assets()] == [b"whole() // no line ends here"]
    assert [asset.content for asset in Theme("x", (above, whole, below)).assets()] == [b"whole()\nabove()"]


def test_a_script_alone_is_left_as_it_is() -> None:
    assert Theme("x", (layer("top", {}, {"a.js": b"a( 1 )"}),)).assets()[0].content == b"a( 1 )"


def test_the_digest_is_that_of_the_templates_and_their_order() -> None:
    same = stack(overrides={"entry.html": "top", "layout.html": ""}, mine={"partials/x.html": "mine"}, base={})

    assert (
        THEME.digest()
        == stack(**{at.name: {t.name: t.source for t in at.templates.values()} for at in THEME.layers}).digest()
    )
    assert THEME.digest() != same.digest()
    assert THEME.digest() != Theme("made", THEME.layers[::-1]).digest()
