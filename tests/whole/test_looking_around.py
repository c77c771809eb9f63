"""Explorer, previews, chance and today in a browser, on a site opened from disk."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tests.serve.browser import Page, browser
from tests.sites import write_site

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
ERRORS = "(window.errors = [], addEventListener('error', e => errors.push(e.message)))"
TOLD = "document.querySelector('.told')?.textContent"
NAMES = "[...document.querySelectorAll('.found .items a')].map(a => a.textContent).join('; ')"
SHOWN = "!!document.querySelector('.preview')?.matches(':popover-open')"
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


def looked(site: Path, story: Callable[[Page], Awaitable[None]]) -> None:
    async def play() -> None:
        async with browser() as page:
            await page.wide(1200, 900)
            await story(page)

    asyncio.run(play())


def test_the_explorer_counts_what_is_left_and_keeps_it_in_the_address(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "explore.html").as_uri())
        await page.until(f"{TOLD} === 'All 3 musicians' && ({NAMES}) === 'Ek, Cy; Lind, Bo; Rossi, Ada'")

        labels = "[...document.querySelectorAll('.facets label')]"
        await page.value(f"{labels}.find(label => label.textContent.startsWith('Violin')).click()")
        await page.until(f"{TOLD} === '2 of 3 musicians' && ({NAMES}) === 'Ek, Cy; Rossi, Ada'")
        assert await page.value("location.search") == "?instrument=violin"
        # Within a facet either will do; what nobody left has is not offered.
        assert await page.value(f"{labels}.map(label => label.textContent).join()") == (
            "Oud2,Violin2,Italy1,Sweden1,Opera1,1890s1,1900s1"
        )

        await page.value(f"{labels}.find(label => label.textContent.startsWith('Sweden')).click()")
        await page.until(f"{TOLD} === '1 of 3 musicians' && ({NAMES}) === 'Ek, Cy'")
        assert await page.value("location.search") == "?instrument=violin&country=sweden"

        await page.value("document.querySelector('.chips .clear').click()")
        await page.until(f"{TOLD} === 'All 3 musicians'")
        assert await page.value("location.search") == ""

    looked(site, story)


def test_the_explorer_begins_with_what_the_address_says(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "index.html").as_uri())
        await page.value("location.href = 'explore.html?instrument=oud&instrument=harp&nonsense=1&sort=oldest'")

        await page.until(f"({NAMES}) === 'Lind, Bo; Rossi, Ada'")
        assert await page.value("document.querySelector('.chips').textContent") == "Oud"
        assert await page.value("location.search") == "?instrument=oud&sort=oldest"
        assert await page.value("document.querySelector('.found a').getAttribute('href')") == (
            (site / "musicians/bo-lind.html").as_uri()
        )

    looked(site, story)


def test_the_explorer_works_by_keyboard_and_keeps_the_focus(crowd: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((crowd / "explore.html").as_uri())
        await page.until(f"{TOLD} === 'All 1,200 musicians'")
        await page.value("document.querySelector('.facets [type=search]').focus()")
        await page.press("Tab", 9)
        await page.press(" ", 32, " ")
        await page.until(f"{TOLD} === '30 of 1,200 musicians'")
        assert await page.value("document.activeElement.type + document.activeElement.checked") == "checkboxtrue"

        await page.value("document.querySelector('.chips button').click()")
        await page.until("document.querySelectorAll('.found li a').length === 50")
        await page.value("[...document.querySelectorAll('.found > button')][0].click()")
        await page.until("document.querySelectorAll('.found li a').length === 100")
        assert await page.value("document.activeElement.textContent") == "M0050"

    looked(crowd, story)


def test_a_long_facet_shows_twelve_and_finds_the_others(crowd: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((crowd / "explore.html").as_uri())
        first = "document.querySelector('.facets fieldset')"
        await page.until(f"{first}?.querySelectorAll('label').length === 12")
        assert await page.value(f"{first}.querySelector('.rest').textContent") == "28 more"

        await page.value(
            f"(() => {{ const input = {first}.querySelector('[type=search]'); input.value = 'I39';"
            "input.dispatchEvent(new Event('input')); })()"
        )
        assert await page.value(f"{first}.querySelector('label').textContent") == "I3930"

    looked(crowd, story)


def test_the_explorer_fits_a_narrow_window(crowd: Path) -> None:
    async def story(page: Page) -> None:
        await page.wide(320, 600)
        await page.open((crowd / "explore.html").as_uri())
        await page.until(f"{TOLD} === 'All 1,200 musicians'")

        assert await page.value("document.documentElement.scrollWidth") == 320
        assert await page.value("document.querySelector('.choices').open") is False
        await page.value("document.querySelector('.choices summary').click()")
        assert await page.value("document.documentElement.scrollWidth") == 320

    looked(crowd, story)


def test_without_scripts_the_explorer_is_a_page_of_lists(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.without_scripts()
        await page.open((site / "explore.html").as_uri())

        assert "takes JavaScript" in str(await page.value("document.querySelector('noscript').textContent"))
        assert await page.value("document.querySelector('.lists').checkVisibility()") is True
        assert await page.value("document.querySelector('.explorer').checkVisibility()") is False

    looked(site, story)


def test_a_preview_comes_and_goes_with_the_pointer(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "musicians/bo-lind.html").as_uri())
        await page.rest_on('.lead a[href="ada-rossi.html"]')
        seconds = await page.until(SHOWN)
        assert seconds > 0.3

        said = str(await page.value("document.querySelector('.preview').innerText")).split("\n\n")
        assert said[:3] == ["Ada Rossi", "1904 – 1980", "Violinist of two republics"]
        assert said[3].startswith("She learned the oud from Bo Lind, at night. Then came")
        assert said[3].endswith("…")
        assert len(said[3]) <= 526
        box = await page.value(
            "(() => { const box = document.querySelector('.preview').getBoundingClientRect();"
            "return [box.left + 20, box.top + 20, box.right <= innerWidth, box.bottom <= innerHeight]; })()"
        )
        assert isinstance(box, list)
        assert box[2:] == [True, True]

        # The pointer may enter it.
        await page.point_at(box[0], box[1])
        await asyncio.sleep(0.6)
        assert await page.value(SHOWN) is True
        await page.point_at(5, 5)
        await page.until(NOT_SHOWN)

    looked(site, story)


def test_a_preview_follows_the_keyboard_and_escape_sends_it_away_until_the_link_is_left(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "musicians/bo-lind.html").as_uri())
        await page.value("document.querySelector('main').focus()")
        link = "document.querySelector('.lead a')"
        for _ in range(30):
            await page.press("Tab", 9)
            if await page.value(f"document.activeElement === {link}"):
                break
        await page.until(SHOWN)
        assert await page.value(f"document.activeElement === {link}") is True

        await page.press("Escape", 27)
        await page.until(NOT_SHOWN)
        await asyncio.sleep(0.9)
        assert await page.value(SHOWN) is False
        assert await page.value(f"document.activeElement === {link}") is True

    looked(site, story)


def test_after_escape_a_link_that_was_left_shows_its_preview_again(site: Path) -> None:
    async def story(page: Page) -> None:
        link = '.lead a[href="ada-rossi.html"]'
        await page.open((site / "musicians/bo-lind.html").as_uri())
        await page.rest_on(link)
        await page.until(SHOWN)
        await page.press("Escape", 27)
        await page.until(NOT_SHOWN)
        await page.point_at(5, 5)
        await page.rest_on(link)
        await page.until(SHOWN)

    looked(site, story)


def test_previews_can_be_turned_off_for_good(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "musicians/bo-lind.html").as_uri())
        await page.value("document.querySelector('[name=_previews][value=off]').click()")
        await page.open((site / "musicians/cy-ek.html").as_uri())
        await page.open((site / "musicians/bo-lind.html").as_uri())
        await page.rest_on(".lead a")
        await asyncio.sleep(0.9)

        assert await page.value(SHOWN) is False
        assert await page.value("document.querySelector('script[src*=previews]')") is None

    looked(site, story)


def test_lists_and_ways_about_the_site_have_no_preview(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "musicians/bo-lind.html").as_uri())
        await page.rest_on(".lead a")
        await page.until(SHOWN)
        await page.rest_on(".site-title a")
        await page.until(NOT_SHOWN)
        await asyncio.sleep(0.8)
        assert await page.value(SHOWN) is False

    looked(site, story)


def test_chance_leads_to_a_musician_and_the_list_is_there_without_scripts(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "index.html").as_uri())
        await page.value("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }))")
        await page.until("/musicians\\/(ada-rossi|bo-lind|cy-ek)\\.html$/.test(location.href)")

        await page.without_scripts()
        await page.open((site / "random.html").as_uri())
        assert await page.value("document.querySelectorAll('.items a').length") == 3

    looked(site, story)


def test_the_home_page_has_another_to_begin_with(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.open((site / "index.html").as_uri())
        await page.value("Math.random = () => .99")
        await page.value("document.querySelector('.another button').click()")

        await page.until("document.activeElement.href?.endsWith('musicians/ada-rossi.html') === true")
        assert await page.value("document.querySelector('.featured .name').textContent") == "Ada Rossi"

    looked(site, story)


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
def test_today_tells_what_happened_on_the_day(site: Path, date: str, told: list[str]) -> None:
    async def story(page: Page) -> None:
        await page.before_scripts(day(date))
        await page.open((site / "today.html").as_uri())
        await page.until("!!document.querySelector('.of-today h2')")

        lines = await page.value("[...document.querySelectorAll('.of-today li')].map(line => line.textContent.trim())")
        assert lines == told

    looked(site, story)


def test_readers_of_today_can_turn_to_the_days_around(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.before_scripts(day("2024-05-03"))
        await page.open((site / "today.html").as_uri())
        title = "document.querySelector('.of-today h2')?.textContent"
        await page.until(f"{title} === 'On this day: 3 May'")
        await page.value("document.querySelectorAll('.steps button')[1].click()")
        await page.until(f"{title} === 'On this day: 4 May'")
        assert await page.value("document.querySelector('.of-today a').textContent") == "Ada Rossi"

    looked(site, story)


def test_the_home_page_tells_of_the_next_day_that_has_something(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.before_scripts(day("2024-04-28"))
        await page.open((site / "index.html").as_uri())
        await page.until("document.querySelector('.of-today h2')?.textContent === 'Soon: 4 May'")

    looked(site, story)


def test_the_menus_of_the_header_open_without_a_script(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.wide(320, 600)
        await page.without_scripts()
        await page.open((site / "musicians/bo-lind.html").as_uri())
        for name, count in (("lists", 4), ("explore", 6)):
            menu = f"document.getElementById('_{name}')"
            assert await page.value(f"{menu}.checkVisibility()") is False
            await page.value(f"document.querySelector('.open-{name}').click()")
            assert await page.value(f"{menu}.querySelectorAll('a').length") == count
            box = await page.value(
                f"(() => {{ const box = {menu}.getBoundingClientRect(); return box.left >= 0 && box.right <= 320; }})()"
            )
            assert box is True
            await page.press("Escape", 27)
            await page.until(f"!{menu}.checkVisibility()")

    looked(site, story)


def test_another_entry_begins_with_its_name_dates_and_summary(site: Path) -> None:
    async def story(page: Page) -> None:
        await page.before_scripts("Math.random = () => 0.99")  # the last of the alphabet: "Rossi, Ada"
        await page.open((site / "index.html").as_uri())
        await page.until("!!document.querySelector('.another button')")
        await page.value("document.querySelector('.another button').click()")
        await page.until("document.activeElement.matches('.featured .name a')")

        lines = "[...document.querySelectorAll('.featured > p:not(.another)')].map(p => p.textContent).join('; ')"
        told = await page.value(lines)
        assert told == "Ada Rossi; 1904 – 1980; Violinist of two republics"

    looked(site, story)
