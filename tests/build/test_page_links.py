from collections.abc import Mapping

import pytest

from site_builder.build.page_links import broken_links
from site_builder.build.publish import File
from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Source, Span

TARO = OutputPath("musicians/taro.html")


def broken(body: str, *, base_url: str = "", origins: Mapping[OutputPath, Source] | None = None) -> list[Diagnostic]:
    files = [
        File(TARO, f"<html><body>{body}</body></html>".encode()),
        File(OutputPath("index.html"), b'<html><body id="top"></body></html>'),
        File(OutputPath("static/style.css"), b""),
    ]
    return list(broken_links(files, [file.path for file in files], origins or {}, base_url))


@pytest.mark.parametrize(
    "link",
    [
        "../index.html",
        "../index.html#top",
        "taro.html",
        "#here",
        "../static/style.css",
        "https://example.org/nowhere",
        "mailto:a@example.org",
        "//example.org/x",
        "../",
        "?q=1#here",
        "/index.html",
        "#h%C3%A9re",
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(link: str) -> None:
    assert broken(f'<h2 id="here"></h2><h2 id="hére"></h2><a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("html", "code", "target"),
    [
        ('<a href="nowhere.html">', "K001", "nowhere.html"),
        ("<a href='../nowhere.html'>", "K001", "../nowhere.html"),
        ('<img src="x.png">', "K001", "x.png"),
        ('<a href="../../outside.html">', "K001", "../../outside.html"),
        ('<a href="../venues/">', "K001", "../venues/"),
        ('<a href="#nowhere">', "K002", "#nowhere"),
        ('<a href="../index.html#nowhere">', "K002", "../index.html#nowhere"),
        ('<form action="search.html">', "K001", "search.html"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_page_and_the_link(html: str, code: str, target: str) -> None:
    (fault,) = broken(html)

    assert (fault.code, fault.span) == (code, Span(TARO))
    assert f'musicians/taro.html links to "{target}"' in fault.message


def test_links_to_the_sites_own_address_are_looked_at_too() -> None:
    links = ("", "index.html", "#top", "x.html")
    html = "".join(f'<a href="https://example.org/a/{link}"></a>' for link in links)

    assert [fault.code for fault in broken(html, base_url="https://example.org/a/")] == ["K001"]


def test_links_from_the_top_of_the_host_are_looked_at_below_the_sites_own_path() -> None:
    links = ("", "index.html", "x.html", "../b/x.html")
    html = "".join(f'<a href="/a/{link}"></a>' for link in links).replace("/a/../b/", "/b/")

    assert ["/a/x.html" in fault.message for fault in broken(html, base_url="https://example.org/a/")] == [True]


def test_a_link_that_the_entry_has_is_told_at_its_line() -> None:
    source = Source("content/musicians/taro.md", b"---\nname: Taro\n---\n\nSee [x](no.html).\n")

    assert broken('<a href="no.html">', origins={TARO: source}) == [
        Diagnostic(
            "K001",
            Severity.ERROR,
            Span("content/musicians/taro.md", 5, 9, 7),
            'musicians/taro.html links to "no.html", which is not in the site',
            "links in an entry are relative to its page; to link to an entry, write [[its name]]",
            "See [x](no.html).",
        )
    ]


def test_the_same_broken_link_is_told_once_a_page() -> None:
    assert len(broken('<a href="no.html"></a><a href="no.html"></a>')) == 1


def test_a_link_that_many_pages_share_is_told_once() -> None:
    files = [File(OutputPath(f"{name}.html"), b'<a href="gone.html">') for name in "abc"]

    (fault,) = broken_links(files, [file.path for file in files], {}, "")

    assert fault.message == 'a.html links to "gone.html", which is not in the site (and 2 more pages do)'
