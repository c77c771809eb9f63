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


def test_the_digest_is_that_of_the_templates_and_their_order() -> None:
    same = stack(overrides={"entry.html": "top", "layout.html": ""}, mine={"partials/x.html": "mine"}, base={})

    assert (
        THEME.digest()
        == stack(**{at.name: {t.name: t.source for t in at.templates.values()} for at in THEME.layers}).digest()
    )
    assert THEME.digest() != same.digest()
    assert THEME.digest() != Theme("made", THEME.layers[::-1]).digest()
