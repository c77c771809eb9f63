"""The sheet of pictures that `make screenshots` makes."""

import re
from base64 import b64encode

from tests.bars.sites import Hosted
from tools.devtools import Page
from tools.screenshots import Shot, pages, picture, sheet


def test_the_sheet_shows_every_picture_beside_those_of_the_same_page() -> None:
    shots = [Shot(theme, kind, 360, "dark") for theme in ("one", "two") for kind in ("home", "musician")]

    shown = re.findall(r'<h2>(\w+)</h2>|src="(.+?)"', sheet(shots))

    assert ["".join(found) for found in shown] == [
        *("home", "one-home-360-dark.webp", "two-home-360-dark.webp"),
        *("musician", "one-musician-360-dark.webp", "two-musician-360-dark.webp"),
    ]


def test_a_picture_is_as_tall_as_the_page_or_as_it_may_be(tab: Page, hosted: Hosted) -> None:
    found = pages(hosted.site.folder)

    taken = {height: picture(tab, hosted.address + found["home"], 360, "light", height) for height in (300, 100_000)}

    assert {"redirect", "not-found"} & set(found) == set()
    tall = tab.value("document.documentElement.scrollHeight")
    assert {height: size(tab, image) for height, image in taken.items()} == {300: [360, 300], 100_000: [360, tall]}


def size(tab: Page, image: bytes) -> object:
    address = f"data:image/webp;base64,{b64encode(image).decode()}"
    return tab.value(
        f"(async (image) => {{ image.src = '{address}'; await image.decode(); "
        "return [image.naturalWidth, image.naturalHeight]; })(new Image())"
    )
