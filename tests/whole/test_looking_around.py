"""Explorer, previews, chance and today in a browser, on a site opened from disk."""

import time
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tests.sites import write_site
from tools.devtools import Page

ENTRIES = """
-- content/musicians/ada-rossi.md --
name: Ada Rossi
born: 1904-02-29
died: 1980-05-04
summary: Violinist of two republics
instruments: [violin, oud]
countries: [Italy]
venues: [{name: Opera, years: 1950-03-01}]

She learned the [[oud]] from [[Bo Lind]], *at night*.

{long}

-- content/musicians/bo-lind.md --
name: Bo Lind
born: 1890
instruments: oud
countries: Sweden

He met [Ada](ada-rossi.html) and [[Cy Ek]].

-- content/musicians/cy-ek.md --
name: Cy Ek
born: c. 1890-05-04
instruments: violin
countries: Sweden

A friend.
"""
TOLD = "document.querySelector('.told')?.textContent"
NAMES = "[...document.querySelectorAll('.found .items a')].map(a => a.textContent).join('; ')"
SHOWN = "document.querySelector('.preview')?.checkVisibility() === true"
NOT_SHOWN = f"!({SHOWN})"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write_site(root, ENTRIES.replace("{long}", "Then came a long life. " * 60))
    result = build(root, BuildOptions(output=root / "out"))
    assert result.published, result.diagnostics
    return root / "out"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve hundred musicians, of forty instruments."""
    root = tmp_path_factory.mktemp("crowd")
    write_site(root, "")
    for number in range(1200):
        file = root / f"content/musicians/m{number:04}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"---\nname: M{number:04}\nborn: {1800 + number % 200}\ninstruments: [i{number % 40:02}]\n"
            f"countries: [c{number % 7}]\n---\n\nA life.\n"
        )
    assert build(root, BuildOptions(output=root / "out")).published
    return root / "out"


def test_the_explorer_counts_what_is_left_and_keeps_it_in_the_address(tab: Page, site: Path) -> None:
    tab.open((site / "explore.html").as_uri())
    tab.until(f"{TOLD} === 'All 3 musicians' && ({NAMES}) === 'Ek, Cy; Lind, Bo; Rossi, Ada'")

    labels = "[...document.querySelectorAll('.facets label')]"
    tab.value(f"{labels}.find(label => label.textContent.startsWith('Violin')).click()")
    tab.until(f"{TOLD} === '2 of 3 musicians' && ({NAMES}) === 'Ek, Cy; Rossi, Ada'")
    assert tab.value("location.search") == "?instrument=violin"
    # Within a facet either will do; what nobody left has is not offered.
    assert tab.value(f"{labels}.map(label => label.textContent).join()") == (
        "Oud2,Violin2,Italy1,Sweden1,Opera1,1890s1,1900s1"
    )

    tab.value(f"{labels}.find(label => label.textContent.startsWith('Sweden')).click()")
    tab.until(f"{TOLD} === '1 of 3 musicians' && ({NAMES}) === 'Ek, Cy'")
    assert tab.value("location.search") == "?instrument=violin&country=sweden"

    tab.value("document.querySelector('.chips .clear').click()")
    tab.until(f"{TOLD} === 'All 3 musicians'")
    assert tab.value("location.search") == ""


def test_the_explorer_begins_with_what_the_address_says(tab: Page, site: Path) -> None:
    tab.open((site / "index.html").as_uri())
    tab.value("location.href = 'explore.html?instrument=oud&instrument=harp&nonsense=1&sort=oldest'")

    tab.until(f"({NAMES}) === 'Lind, Bo; Rossi, Ada'")
    assert tab.value("document.querySelector('.chips').textContent") == "Oud"
    assert tab.value("location.search") == "?instrument=oud&sort=oldest"
    assert tab.value("document.querySelector('.found a').getAttribute('href')") == (
        (site / "musicians/bo-lind.html").as_uri()
    )


def test_the_explorer_works_by_keyboard_and_keeps_the_focus(tab: Page, crowd: Path) -> None:
    tab.open((crowd / "explore.html").as_uri())
    tab.until(f"{TOLD} === 'All 1,200 musicians'")
    tab.value("document.querySelector('.facets [type=search]').focus()")
    tab.press("Tab")
    tab.press(" ")
    tab.until(f"{TOLD} === '30 of 1,200 musicians'")
    assert tab.value("document.activeElement.type + document.activeElement.checked") == "checkboxtrue"

    tab.value("document.querySelector('.chips button').click()")
    tab.until("document.querySelectorAll('.found li a').length === 50")
    tab.value("[...document.querySelectorAll('.found > button')][0].click()")
    tab.until("document.querySelectorAll('.found li a').length === 100")
    assert tab.value("document.activeElement.textContent") == "M0050"


def test_a_long_facet_shows_twelve_and_finds_the_others(tab: Page, crowd: Path) -> None:
    tab.open((crowd / "explore.html").as_uri())
    first = "document.querySelector('.facets fieldset')"
    tab.until(f"{first}?.querySelectorAll('label').length === 12")
    assert tab.value(f"{first}.querySelector('.rest').textContent") == "28 more"

    tab.value(
        f"(() => {{ const input = {first}.querySelector('[type=search]'); input.value = 'I39';"
        "input.dispatchEvent(new Event('input')); })()"
    )
    tab.until(f"{first}.querySelector('label').textContent === 'I3930'")


def test_the_explorer_fits_a_narrow_window(tab: Page, crowd: Path) -> None:
    tab.resize(320, 600)
    tab.open((crowd / "explore.html").as_uri())
    tab.until(f"{TOLD} === 'All 1,200 musicians'")

    assert tab.value("document.documentElement.scrollWidth") == 320
    assert tab.value("document.querySelector('.choices').open") is False
    tab.value("document.querySelector('.choices summary').click()")
    assert tab.value("document.documentElement.scrollWidth") == 320


def test_without_scripts_the_explorer_is_a_page_of_lists(tab: Page, site: Path) -> None:
    tab.without_scripts()
    tab.open((site / "explore.html").as_uri())

    assert "takes JavaScript" in str(tab.value("document.querySelector('noscript').textContent"))
    assert tab.value("document.querySelector('.lists').checkVisibility()") is True
    assert tab.value("document.querySelector('.explorer').checkVisibility()") is False


def test_a_preview_comes_and_goes_with_the_pointer(tab: Page, site: Path) -> None:
    tab.open((site / "musicians/bo-lind.html").as_uri())
    tab.rest_on('.lead a[href="ada-rossi.html"]')
    seconds = tab.until(SHOWN)
    assert seconds > 0.3

    said = str(tab.value("document.querySelector('.preview').innerText")).split("\n\n")
    assert said[:3] == ["Ada Rossi", "1904 – 1980", "Violinist of two republics"]
    assert said[3].startswith("She learned the oud from Bo Lind, at night. Then came")
    assert said[3].endswith("…")
    assert len(said[3]) <= 526
    box = tab.value(
        "(() => { const box = document.querySelector('.preview').getBoundingClientRect();"
        "return [box.left + 20, box.top + 20, box.right <= innerWidth, box.bottom <= innerHeight]; })()"
    )
    assert isinstance(box, list)
    assert box[2:] == [True, True]

    # The pointer may enter it.
    tab.point_at(box[0], box[1])
    time.sleep(0.6)
    assert tab.value(SHOWN) is True
    tab.point_at(5, 5)
    tab.until(NOT_SHOWN)


def test_a_preview_follows_the_keyboard_and_escape_sends_it_away_until_the_link_is_left(tab: Page, site: Path) -> None:
    tab.open((site / "musicians/bo-lind.html").as_uri())
    tab.value("document.querySelector('main').focus()")
    link = "document.querySelector('.lead a')"
    for _ in range(30):
        tab.press("Tab")
        if tab.value(f"document.activeElement === {link}"):
            break
    tab.until(SHOWN)
    assert tab.value(f"document.activeElement === {link}") is True

    tab.press("Escape")
    tab.until(NOT_SHOWN)
    time.sleep(0.9)
    assert tab.value(SHOWN) is False
    assert tab.value(f"document.activeElement === {link}") is True


def test_after_escape_a_link_that_was_left_shows_its_preview_again(tab: Page, site: Path) -> None:
    link = '.lead a[href="ada-rossi.html"]'
    tab.open((site / "musicians/bo-lind.html").as_uri())
    tab.rest_on(link)
    tab.until(SHOWN)
    tab.press("Escape")
    tab.until(NOT_SHOWN)
    tab.point_at(5, 5)
    tab.rest_on(link)
    tab.until(SHOWN)


def test_previews_can_be_turned_off_for_good(tab: Page, site: Path) -> None:
    tab.open((site / "musicians/bo-lind.html").as_uri())
    tab.value("document.querySelector('[name=_previews][value=off]').click()")
    tab.open((site / "musicians/cy-ek.html").as_uri())
    tab.open((site / "musicians/bo-lind.html").as_uri())
    tab.rest_on(".lead a")
    time.sleep(0.9)

    assert tab.value(SHOWN) is False
    assert tab.value("document.querySelector('script[src*=previews]')") is None


def test_lists_and_ways_about_the_site_have_no_preview(tab: Page, site: Path) -> None:
    tab.open((site / "musicians/bo-lind.html").as_uri())
    tab.rest_on(".lead a")
    tab.until(SHOWN)
    tab.rest_on(".site-title a")
    tab.until(NOT_SHOWN)
    time.sleep(0.8)
    assert tab.value(SHOWN) is False


def test_chance_leads_to_a_musician_and_the_list_is_there_without_scripts(tab: Page, site: Path) -> None:
    tab.open((site / "index.html").as_uri())
    tab.value("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }))")
    tab.until("/musicians\\/(ada-rossi|bo-lind|cy-ek)\\.html$/.test(location.href)")

    tab.without_scripts()
    tab.open((site / "random.html").as_uri())
    tab.until("document.querySelectorAll('.items a').length === 3")


def test_the_home_page_has_another_to_begin_with(tab: Page, site: Path) -> None:
    tab.open((site / "index.html").as_uri())
    tab.value("Math.random = () => .99")
    tab.value("document.querySelector('.another button').click()")

    tab.until("document.activeElement.href?.endsWith('musicians/ada-rossi.html') === true")
    assert tab.value("document.querySelector('.featured .name').textContent") == "Ada Rossi"


def day(date: str) -> str:
    """Makes it that day."""
    return (
        "(() => { const Real = Date; window.Date = class extends Real "
        f"{{ constructor(...given) {{ super(...(given.length ? given : ['{date}T12:00'])); }} }}; }})()"
    )


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2024-02-29", ["1904 Ada Rossi was born 120 years ago"]),
        ("2023-02-28", []),
        (
            "2023-03-01",
            ["29 February 1904 Ada Rossi was born 119 years ago", "1950 Ada Rossi played at Opera 73 years ago"],
        ),
        ("2024-03-01", ["1950 Ada Rossi played at Opera 74 years ago"]),
        ("1981-05-04", ["1980 Ada Rossi died 1 year ago"]),
    ],
)
def test_today_tells_what_happened_on_the_day(tab: Page, site: Path, date: str, told: list[str]) -> None:
    tab.before_scripts(day(date))
    tab.open((site / "today.html").as_uri())
    tab.until("!!document.querySelector('.of-today h2')")

    lines = tab.value("[...document.querySelectorAll('.of-today li')].map(line => line.textContent.trim())")
    assert lines == told


def test_readers_of_today_can_turn_to_the_days_around(tab: Page, site: Path) -> None:
    tab.before_scripts(day("2024-05-03"))
    tab.open((site / "today.html").as_uri())
    title = "document.querySelector('.of-today h2')?.textContent"
    tab.until(f"{title} === 'On this day: 3 May'")
    tab.value("document.querySelectorAll('.steps button')[1].click()")
    tab.until(f"{title} === 'On this day: 4 May'")
    assert tab.value("document.querySelector('.of-today a').textContent") == "Ada Rossi"


def test_the_home_page_tells_of_the_next_day_that_has_something(tab: Page, site: Path) -> None:
    tab.before_scripts(day("2024-04-28"))
    tab.open((site / "index.html").as_uri())
    tab.until("document.querySelector('.of-today h2')?.textContent === 'Soon: 4 May'")


def test_the_menus_of_the_header_open_without_a_script(tab: Page, site: Path) -> None:
    tab.resize(320, 600)
    tab.without_scripts()
    tab.open((site / "musicians/bo-lind.html").as_uri())
    for name, count in (("lists", 4), ("explore", 7)):
        menu = f"document.getElementById('_{name}')"
        assert tab.value(f"{menu}.checkVisibility()") is False
        tab.value(f"document.querySelector('.open-{name}').click()")
        assert tab.value(f"{menu}.querySelectorAll('a').length") == count
        box = tab.value(
            f"(() => {{ const box = {menu}.getBoundingClientRect(); return box.left >= 0 && box.right <= 320; }})()"
        )
        assert box is True
        tab.press("Escape")
        tab.until(f"!{menu}.checkVisibility()")


def test_another_entry_begins_with_its_name_dates_and_summary(tab: Page, site: Path) -> None:
    tab.before_scripts("Math.random = () => 0.99")  # the last of the alphabet: "Rossi, Ada"
    tab.open((site / "index.html").as_uri())
    tab.until("!!document.querySelector('.another button')")
    tab.value("document.querySelector('.another button').click()")
    tab.until("document.activeElement.matches('.featured .name a')")

    lines = "[...document.querySelectorAll('.featured > p:not(.another)')].map(p => p.textContent).join('; ')"
    told = tab.value(lines)
    assert told == "Ada Rossi; 1904 – 1980; Violinist of two republics"
