"""The pages of the built-in themes: every view, rich and bare."""

import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest
from msgspec.structs import replace

from site_builder.pages.contract import VIEW_OF_TEMPLATE
from site_builder.pages.views import MusicianView, WorkRow
from site_builder.theme.layers import Theme
from site_builder.theme.render import Renderer
from tests.theme.examples import MARKUP, examples
from tests.theme.making import builtin, layer
from tests.tools import nu_html_checker

EXAMPLES = examples()
RENDERERS = {name: Renderer(builtin(name)) for name in ("base", "encyclopedia")}

LOADED = {
    "base": ["style.css"],
    "encyclopedia": ["style.css", "early.js", "encyclopedia.js"],
}

BESIDE = {
    "404.html": ("not-found",),
    "home.html": ("today", "random"),
    "explore.html": ("explorer",),
    "term.html": ("timeline",),
}
"""What single pages load beside, where that is not named as they are."""

every_page = pytest.mark.parametrize(
    ("theme", "name"), [(theme, name) for theme in RENDERERS for name in EXAMPLES], ids=lambda part: part
)
every_example = pytest.mark.parametrize("name", EXAMPLES)


def made(name: str, theme: str = "base") -> str:
    return RENDERERS[theme].render(*EXAMPLES[name]).decode()


def parsed(text: str) -> Element:
    # Strict: an error of the HTML5 syntax is an exception.
    parser = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
    tree = parser.parse(text)
    assert isinstance(tree, Element)
    return tree


def attributes(tree: Element, *names: str) -> Iterator[tuple[str, str, str]]:
    """Tag, attribute and value of all attributes of these names."""
    for element in tree.iter():
        for name in names:
            if name in element.attrib and isinstance(element.tag, str):
                yield element.tag, name, element.attrib[name]


def heads(tree: Element, name: str) -> dict[str, str]:
    """The content of the meta elements, by `name` or `property`."""
    return {meta.attrib[name]: meta.attrib["content"] for meta in tree.iter("meta") if name in meta.attrib}


def test_every_template_has_a_rich_and_a_bare_example() -> None:
    templates = [request.template for request, _ in EXAMPLES.values()]

    assert set(templates) == set(VIEW_OF_TEMPLATE)
    assert {template for template in templates if templates.count(template) == 1} <= {
        "disambiguation.html",
        "redirect.html",
    }


@every_page
def test_head_and_body_end_once(theme: str, name: str) -> None:
    page = made(name, theme)

    assert page.count("</head>") == 1
    assert page.count("</body>") == 1
    assert page.endswith("</body>\n</html>")


@every_page
def test_a_page_is_html5_without_an_error(theme: str, name: str) -> None:
    tree = parsed(made(name, theme))

    assert len(list(tree.iter("h1"))) == 1
    assert len(list(tree.iter("main"))) == 1
    assert tree.attrib["lang"] == EXAMPLES[name][0].site.language


@every_page
def test_every_address_is_given_or_below_the_root(theme: str, name: str) -> None:
    tree = parsed(made(name, theme))
    request, _ = EXAMPLES[name]

    addresses = list(attributes(tree, "href", "src", "action"))

    assert all(value for _, _, value in addresses)
    loaded = [value for tag, _, value in addresses if tag in ("link", "script", "img") and "static/" in value]
    words = BESIDE.get(request.template, (request.template.removesuffix(".html"),))
    own = [value for value in loaded if any(word in value for word in words)]
    assert [value for value in loaded if value not in own] == [
        f"{request.page.root}static/{file}" for file in LOADED[theme]
    ]


@every_page
def test_a_page_has_no_style_and_no_script_of_its_own(theme: str, name: str) -> None:
    tree = parsed(made(name, theme))

    assert list(attributes(tree, "style", "onclick", "onload")) == []
    assert list(tree.iter("style")) == []
    scripts = [script for script in tree.iter("script") if script.attrib.get("type") != "application/ld+json"]
    assert all(script.attrib["src"] and not script.text for script in scripts)


@every_page
def test_an_id_stands_once_and_every_label_has_its_field(theme: str, name: str) -> None:
    tree = parsed(made(name, theme))
    ids = [value for _, _, value in attributes(tree, "id")]

    assert len(ids) == len(set(ids))
    assert {label.attrib["for"] for label in tree.iter("label")} <= set(ids)
    assert {value[1:] for _, _, value in attributes(tree, "href") if value == "#_content"} <= set(ids)


@every_page
def test_headings_skip_no_level(theme: str, name: str) -> None:
    levels = [int(e.tag[1]) for e in parsed(made(name, theme)).iter() if re.fullmatch("h[1-6]", str(e.tag))]

    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_page
def test_nothing_of_python_shows(theme: str, name: str) -> None:
    assert re.search(r"None|Undefined|\bTrue\b|\bFalse\b|object at|\{\{|\{%|\(\)", made(name, theme)) is None


def test_markup_in_any_field_is_text() -> None:
    page = made("entry-hostile")

    assert "<b>Tom" not in page
    assert page.count("&lt;b&gt;Tom&lt;/b&gt; &amp; &#34;Jerry&#34; &#39;n&#39; &lt;/script&gt;") > 20
    assert parsed(page).find(".//h1").text == MARKUP  # type: ignore[union-attr]


@every_example
def test_the_title_is_the_pages_and_the_sites(name: str) -> None:
    request, _ = EXAMPLES[name]
    (title,) = parsed(made(name)).iter("title")

    both = f"{request.page.title} — {request.site.title}"
    assert title.text == (both if request.page.title != request.site.title else request.site.title)


def test_a_page_tells_others_what_it_is() -> None:
    tree = parsed(made("entry"))

    assert heads(tree, "name") == {
        "viewport": "width=device-width, initial-scale=1",
        "description": "Violinist who carried Kazakh folk song into the concert hall",
    }
    assert heads(tree, "property") == {
        "og:url": "https://example.org/e/musicians/bakhyt-taro.html",
        "og:title": "Bakhyt Taro",
        "og:description": "Violinist who carried Kazakh folk song into the concert hall",
        "og:type": "profile",
        "og:site_name": "The Encyclopedia of Musicians",
        "og:image": "https://example.org/e/media/taro.jpg",
    }
    links = [(link.attrib["rel"], link.attrib["href"]) for link in tree.iter("link") if link.attrib["rel"] != "icon"]
    assert links == [
        ("canonical", "https://example.org/e/musicians/bakhyt-taro.html"),
        ("stylesheet", "../static/style.css"),
        ("alternate", "../feed.xml"),
        ("alternate", "../feed.json"),
        ("alternate", "../data/musicians/bakhyt-taro.html.json"),
    ]


def test_a_page_of_a_site_that_knows_little_says_little() -> None:
    tree = parsed(made("entry-empty"))

    assert heads(tree, "name") == {"viewport": "width=device-width, initial-scale=1"}
    assert heads(tree, "property") == {"og:title": "X", "og:type": "profile", "og:site_name": "Musicians"}
    assert [link.attrib["rel"] for link in tree.iter("link")] == ["icon", "stylesheet"]
    assert list(tree.iter("nav")) == []
    assert list(tree.iter("script")) == []


def test_structured_data_is_copied() -> None:
    (script,) = parsed(made("entry")).iter("script")

    assert script.text == EXAMPLES["entry"][0].page.json_ld


@every_example
def test_a_page_that_is_not_for_search_engines_says_so(name: str) -> None:
    robots = heads(parsed(made(name)), "name").get("robots")

    assert robots == (None if EXAMPLES[name][0].page.index else "noindex")


def test_a_redirect_leads_on_at_once_and_by_a_link() -> None:
    tree = parsed(made("redirect"))

    refresh = [meta.attrib["content"] for meta in tree.iter("meta") if meta.attrib.get("http-equiv") == "refresh"]
    assert refresh == ["0; url=bakhyt-taro.html?a=1&b=2#from=x"]
    assert ("a", "href", "bakhyt-taro.html?a=1&b=2") in attributes(tree, "href")


@pytest.mark.parametrize(("name", "shown"), [("entry", True), ("entry-200-works", False)])
def test_a_table_of_contents_stands_where_there_are_three_headings(name: str, shown: bool) -> None:  # noqa: FBT001
    assert ('class="toc"' in made(name)) is shown


def test_columns_of_works_that_nothing_stands_in_are_left_out() -> None:
    request, document = EXAMPLES["entry"]
    assert isinstance(request.view, MusicianView)
    works = tuple(WorkRow(work.year, work.title, "", work.note) for work in request.view.works)
    changed = replace(request, view=replace(request.view, works=works))

    tree = parsed(RENDERERS["base"].render(changed, document).decode())

    assert [cell.text for cell in tree.iter("th") if "scope" in cell.attrib] == ["Year", "Title", "Note"]
    assert made("entry").count("<th scope") == 4


def test_a_person_in_another_script_reads_in_its_direction() -> None:
    assert '<h1 dir="auto">سیمین فرهاد</h1>' in made("entry-rtl")
    assert "<bdi>فرهاد، سیمین</bdi>" in made("alphabet")


def test_the_number_of_musicians_is_told_to_those_who_cannot_see_it() -> None:
    assert '<span class="count">1<span class="unseen"> musician</span></span>' in made("entry")
    assert '<span class="count">12<span class="unseen"> musicians</span></span>' in made("entry")


def test_the_nu_html_checker_has_nothing_to_say(tmp_path: Path) -> None:
    checker = nu_html_checker()
    for theme, renderer in RENDERERS.items():
        for name, example in EXAMPLES.items():
            (tmp_path / f"{theme}-{name}.html").write_bytes(renderer.render(*example))

    told = subprocess.run(
        [*checker, "--errors-only", "--skip-non-html", str(tmp_path)], capture_output=True, text=True, check=False
    )

    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


@every_page
def test_the_icon_is_in_the_page(theme: str, name: str) -> None:
    icons = [link.attrib["href"] for link in parsed(made(name, theme)).iter("link") if link.attrib["rel"] == "icon"]

    assert [icon.partition(",")[0] for icon in icons] == ["data:image/svg+xml"]
    assert ElementTree.fromstring(unquote(icons[0].partition(",")[2])).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314


@pytest.mark.parametrize("theme", RENDERERS)
def test_rules_of_ones_own_come_after_all_others(theme: str) -> None:
    own = {"style.css/user.css": b":root { --rubric: green }"}
    made_by = Theme(theme, (layer("overrides", {}, own), *builtin(theme).layers))

    styles = [asset.content for asset in made_by.assets() if asset.name == "style.css"]

    assert [style.endswith(b"}:root{--rubric:green}") for style in styles] == [True]
