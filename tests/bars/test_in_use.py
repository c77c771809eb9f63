"""What readers do with the site, in each browser, from disk and below a folder of a host."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from tests.sites import write_site
from tools.host import SUB_PATH
from tools.tab import Tab

ENCYCLOPEDIA = """
    -- content/musicians/ada-rossi.md --
    name: Ada Rossi
    born: 1904-02-29
    died: 1980-05-04
    summary: Violinist of two republics
    instruments: [violin, oud]
    countries: [Italy]
    venues: [{name: Opera, years: 1950-03-01}]

    She learned the [[oud]] from [[Bo Lind]], *at night*.

    -- content/musicians/bo-lind.md --
    name: Bo Lind
    born: 1890
    instruments: oud
    countries: Sweden
    venues: [Opera]

    He met [[Ada Rossi]] and [[Cy Ek]].

    -- content/musicians/cy-ek.md --
    name: Cy Ek
    born: c. 1890-05-04
    instruments: violin
    countries: Sweden
    teachers: [Bo Lind]

    A friend, who carried an apricot.
"""


@pytest.fixture(scope="session", params=["from disk", "below a folder"])
def place(request: pytest.FixtureRequest, top: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a small encyclopedia, with a slash at the end."""
    root = write_site(tmp_path_factory.mktemp("in-use"), ENCYCLOPEDIA)
    result = build(root, BuildOptions(output=root / "site"))
    assert result.published, result.diagnostics
    if request.param == "from disk":
        return f"{result.output.as_uri()}/"
    folder, address = top
    link = folder / SUB_PATH / "in-use"
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(result.output)
    return f"{address}{SUB_PATH}/in-use/"


@pytest.fixture(params=["tab", "other_tab"], ids=["Chromium", "Firefox"])
def reader(request: pytest.FixtureRequest, place: str) -> Iterator[Tab]:
    """A reader at a desk who has chosen nothing yet; nobody else is asked for anything, and nothing goes wrong."""
    tab: Tab = request.getfixturevalue(request.param)
    yield tab
    requests, complaints = tab.happenings()
    assert [each for each in requests if not each.startswith((place, "about:"))] == []
    assert complaints == ()


def text(tab: Tab, selector: str) -> object:
    return tab.value(f"document.querySelector({selector!r})?.textContent.replace(/\\s+/g, ' ').trim()")


def texts(tab: Tab, selector: str) -> object:
    return tab.value(f"[...document.querySelectorAll({selector!r})].map((each) => each.textContent.trim())")


def reached(tab: Tab, selector: str) -> None:
    """Goes with the Tab key from the top of the text to an element."""
    tab.value("document.querySelector('main').focus()")
    for _ in range(40):
        tab.press("Tab")
        if tab.value(f"document.activeElement.matches({selector!r})"):
            return
    pytest.fail(f"the Tab key does not reach {selector}")


def test_a_query_is_answered_with_entries_and_the_words_they_were_found_by(reader: Tab, place: str) -> None:
    reader.open(f"{place}search.html")
    reader.click("#_query")
    reader.write("apricot")

    # While it is typed, what there is of the word is answered already.
    reader.until("document.querySelector('.told')?.textContent === 'One entry found for “apricot”.'")
    reader.until("document.querySelector('.results mark')?.textContent === 'apricot'")
    assert texts(reader, ".results h2") == ["Cy Ek"]
    reader.until("location.search === '?q=apricot'")

    reader.click(".results a")
    reader.until("location.pathname.endsWith('/musicians/cy-ek.html') && document.readyState === 'complete'")


def test_the_header_suggests_names_and_leads_there(reader: Tab, place: str) -> None:
    reader.open(f"{place}countries/sweden.html")
    reader.click("#_search")
    reader.until("document.querySelector('#_search').getAttribute('role') === 'combobox'")
    reader.write("rosi")

    reader.until("document.querySelector('[role=option] .name')?.textContent === 'Ada Rossi'")
    reader.press("ArrowDown")
    reader.until("document.querySelector('[aria-selected=true] .name')?.textContent === 'Ada Rossi'")
    reader.press("Enter")
    reader.until("location.pathname.endsWith('/musicians/ada-rossi.html') && document.readyState === 'complete'")


PREVIEW = "document.querySelector('.preview')?.checkVisibility() === true"


def test_a_preview_shows_on_focus_and_goes_with_escape(reader: Tab, place: str) -> None:
    link = '.lead a[href$="ada-rossi.html"]'
    reader.open(f"{place}musicians/bo-lind.html")
    reached(reader, link)

    reader.until(PREVIEW)
    assert texts(reader, ".preview p") == [
        *("Ada Rossi", "1904 – 1980", "Violinist of two republics"),
        "She learned the oud from Bo Lind, at night.",
    ]
    reader.press("Escape")
    reader.until(f"!({PREVIEW})")
    assert reader.value(f"document.activeElement.matches({link!r})") is True


def test_a_preview_shows_under_the_pointer_beside_its_link(reader: Tab, place: str) -> None:
    link = '.lead a[href$="cy-ek.html"]'
    reader.open(f"{place}musicians/bo-lind.html")
    reader.rest_on(link)

    reader.until(PREVIEW)
    assert text(reader, ".preview .name") == "Cy Ek"
    gap = reader.value(
        f"Math.round(document.querySelector('.preview').getBoundingClientRect().top"
        f" - document.querySelector({link!r}).getBoundingClientRect().bottom)"
    )
    assert isinstance(gap, int)
    assert 0 <= gap < 20
    reader.point_at(1, 1)
    reader.until(f"!({PREVIEW})")


def test_a_preview_under_the_pointer_stays_when_the_focus_goes(reader: Tab, place: str) -> None:
    reader.open(f"{place}musicians/bo-lind.html")
    # What shows previews has come once another one was shown.
    reader.rest_on('.lead a[href$="ada-rossi.html"]')
    reader.until(PREVIEW)
    link = '.lead a[href$="cy-ek.html"]'
    reader.rest_on(link)
    reader.value(f"document.querySelector({link!r}).focus(), document.activeElement.blur()")

    reader.until("document.querySelector('.preview .name')?.textContent === 'Cy Ek'")
    reader.until(PREVIEW)


def test_the_explorer_narrows_by_two_facets_and_keeps_them_in_the_address(reader: Tab, place: str) -> None:
    reader.open(f"{place}explore.html")
    reader.until("document.querySelector('.told')?.textContent === 'All 3 musicians'")

    choose(reader, "Violin")
    # Each choice puts the others in another order.
    reader.until("document.querySelector('.told').textContent === '2 of 3 musicians'")
    choose(reader, "Sweden")

    reader.until("document.querySelector('.told').textContent === '1 of 3 musicians'")
    assert explored(reader) == ["?instrument=violin&country=sweden", ["Ek, Cy"], EXPECTED_COUNTS]
    reader.open(str(reader.value("location.href")))
    reader.until("document.querySelector('.told')?.textContent === '1 of 3 musicians'")
    assert explored(reader) == ["?instrument=violin&country=sweden", ["Ek, Cy"], EXPECTED_COUNTS]


EXPECTED_COUNTS = ["Oud 1", "Violin 1", "Italy 1", "Sweden 1", "1890s 1"]
"""How many each choice would leave: another of the same facet, or one more of the others."""


def choose(tab: Tab, name: str) -> None:
    place = f"[...document.querySelectorAll('.facets label')].find((label) => label.textContent.startsWith('{name}'))"
    tab.value(f"{place}.dataset.chosen = '{name}'")
    tab.click(f"[data-chosen={name}]")


def explored(tab: Tab) -> list[object]:
    tab.until("document.querySelectorAll('.found .items a').length === 1")
    counts = tab.value(
        "[...document.querySelectorAll('.facets label')]"
        ".map((label) => [...label.children].slice(1).map((part) => part.textContent).join(' '))"
    )
    return [tab.value("location.search"), texts(tab, ".found .items a"), counts]


def test_the_way_from_one_musician_to_another_is_told_in_words(reader: Tab, place: str) -> None:
    reader.open(f"{place}connections.html")
    reader.click("#_from")
    reader.write("Ada R")
    reader.click("#_to")
    reader.write("Cy Ek")
    reader.press("Enter")

    reader.until("document.querySelector('.finder .found h2') !== null")
    assert told_chain(reader) == [
        "2 steps from Ada Rossi to Cy Ek",
        ["Ada Rossi played at Opera, where Bo Lind also played", "Bo Lind taught Cy Ek"],
        "?from=ada-rossi&to=cy-ek",
    ]
    reader.open(str(reader.value("location.href")))
    reader.until("document.querySelector('.finder .found h2') !== null")
    assert told_chain(reader)[0] == "2 steps from Ada Rossi to Cy Ek"
    reader.click(".finder .found a")
    reader.until("location.pathname.endsWith('/musicians/ada-rossi.html') && document.readyState === 'complete'")


def told_chain(tab: Tab) -> list[object]:
    return [text(tab, ".finder .found h2"), texts(tab, ".finder .found li"), tab.value("location.search")]


def test_colours_are_as_the_reader_chooses_and_stay_so(reader: Tab, place: str) -> None:
    ground = (
        "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor"
    )
    scheme = "getComputedStyle(document.documentElement).colorScheme"
    address = f"{place}musicians/bo-lind.html"
    reader.open(address)
    before = reader.value(ground)
    reader.click(".open-appearance")
    reader.click('[name="_scheme"][value="dark"]')
    reader.until(f"{scheme} === 'dark'")
    reader.press("Escape")

    reader.until("!document.querySelector('.appearance').checkVisibility()")
    dark = reader.value(ground)
    assert dark != before
    reader.open(address)
    assert (reader.value(scheme), reader.value(ground)) == ("dark", dark)


def test_map_and_table_mark_what_the_reader_points_at_and_lead_to_the_country(reader: Tab, place: str) -> None:
    reader.open(f"{place}map.html")
    reader.rest_on('tr[data-place="sweden"]')
    reader.until("document.querySelectorAll('[data-place=sweden].lit').length === 2")
    assert reader.value("document.querySelectorAll('.lit').length") == 2

    width = "document.querySelector('.map svg').getBoundingClientRect().width"
    before = float(str(reader.value(width)))
    reader.click(".zoom button")
    reader.until(f"{width} > 1.4 * {before}")

    reached(reader, 'svg a[data-place="italy"]')
    reader.press("Enter")
    reader.until("location.pathname.endsWith('/countries/italy.html') && document.readyState === 'complete'")


def test_a_name_shows_its_threads_to_whoever_points_at_it_or_comes_by_key(reader: Tab, place: str) -> None:
    shown = (
        "[...document.querySelectorAll('.hub')]"
        ".filter((hub) => getComputedStyle(hub.querySelector('.own')).strokeOpacity === '1')"
        ".map((hub) => hub.querySelector('a').getAttribute('href')).join()"
    )
    reader.open(f"{place}instruments-and-countries.html")
    assert reader.value(shown) == ""

    reader.rest_on('.threads a[href$="oud.html"]')
    reader.until(f"{shown} === 'instruments/oud.html'")

    reached(reader, '.threads a[href$="italy.html"]')
    reader.until(f"{shown}.includes('countries/italy.html')")
    reader.press("Enter")
    reader.until("location.pathname.endsWith('/countries/italy.html') && document.readyState === 'complete'")


def test_chance_leads_to_a_musician(reader: Tab, place: str) -> None:
    reader.open(f"{place}index.html")
    reader.value("document.querySelector('a[href$=\"random.html\"]').click()")

    reader.until("/\\/musicians\\/[a-z-]+\\.html$/.test(location.pathname) && document.readyState === 'complete'")
    reader.settle()
