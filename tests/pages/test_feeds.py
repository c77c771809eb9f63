import json
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.config import SiteConfig
from site_builder.pages.feeds import sitemap_file, sitemap_paths
from site_builder.pages.request import FilePage
from tests.pages.worlds import BASE_URL, WITH_ADDRESS, World, musician, term, text, world

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def parsed(xml: str | bytes) -> ElementTree.Element:
    return ElementTree.fromstring(xml)  # noqa: S314  (of our own making)


def test_the_feed_tells_the_latest_changes_first(steppe: World) -> None:
    assert steppe.file("feed.xml").startswith(
        """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://example.org/music/</id>
  <title>Steppe &amp; Hall</title>
  <subtitle>Lives of musicians</subtitle>
  <link rel="self" type="application/atom+xml" href="https://example.org/music/feed.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/music/"/>
  <updated>2026-03-12T00:00:00Z</updated>
  <author><name>Steppe &amp; Hall</name></author>
  <entry>
    <id>https://example.org/music/musicians/amalia-askarova.html</id>
    <title>Amalia Askarova</title>
    <link rel="alternate" type="text/html" href="https://example.org/music/musicians/amalia-askarova.html"/>
    <updated>2026-03-12T00:00:00Z</updated>
    <summary>Pianist between jazz and the steppe</summary>
  </entry>
"""
    )


def test_vague_dates_get_the_first_day_they_can_mean_and_drafts_are_left_out(steppe: World) -> None:
    entries = parsed(steppe.file("feed.xml")).findall(f"{ATOM}entry")

    assert [(entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}updated")) for entry in entries] == [
        ("Amalia Askarova", "2026-03-12T00:00:00Z"),
        ("Bakhyt Taro", "2026-03-12T00:00:00Z"),
        ("Kazakhstan", "2026-01-01T00:00:00Z"),
        ("Қайрат Оспан", "1899-12-31T00:00:00Z"),
    ]


def test_the_json_feed_tells_the_same(steppe: World) -> None:
    feed = json.loads(steppe.file("feed.json"))

    assert {**feed, "items": feed["items"][:1]} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Steppe & Hall",
        "description": "Lives of musicians",
        "home_page_url": "https://example.org/music/",
        "feed_url": "https://example.org/music/feed.json",
        "language": "en",
        "authors": [{"name": "Steppe & Hall"}],
        "items": [
            {
                "id": "https://example.org/music/musicians/amalia-askarova.html",
                "url": "https://example.org/music/musicians/amalia-askarova.html",
                "title": "Amalia Askarova",
                "content_text": "Pianist between jazz and the steppe",
                "date_modified": "2026-03-12T00:00:00Z",
            }
        ],
    }
    assert [item["title"] for item in feed["items"]] == [
        entry.findtext(f"{ATOM}title") for entry in parsed(steppe.file("feed.xml")).findall(f"{ATOM}entry")
    ]


def test_an_item_of_the_json_feed_without_a_summary_has_its_name_for_content() -> None:
    built = world(musician("A Aa", updated="2026"), config=WITH_ADDRESS)

    (item,) = json.loads(built.file("feed.json"))["items"]

    assert item["content_text"] == "A Aa"


def test_a_feed_has_fifty_entries_at_most() -> None:
    names = [f"{one}{two} Aa" for one in "BCFGHJKM" for two in "bcfghjkm"]
    built = world(*(musician(name, updated="2026") for name in names), config=WITH_ADDRESS)

    entries = parsed(built.file("feed.xml")).findall(f"{ATOM}entry")

    assert [entry.findtext(f"{ATOM}title") for entry in entries] == names[:50]
    assert len(json.loads(built.file("feed.json"))["items"]) == 50


def test_dates_that_the_format_cannot_say_are_not_in_the_feed() -> None:
    built = world(musician("A Aa", updated="44 BC"), config=WITH_ADDRESS)

    assert not {"feed.xml", "feed.json", "recent.html"} & set(built.paths())


def test_without_dated_entries_there_is_no_feed() -> None:
    built = world(musician("A Aa"), text("About", updated="2026"), config=WITH_ADDRESS)

    assert not {"feed.xml", "feed.json", "recent.html"} & set(built.paths())
    assert {"sitemap.xml", "robots.txt"} < set(built.paths())


def test_without_an_address_there_are_none_of_the_four() -> None:
    built = world(musician("A Aa", updated="2026"))

    assert not {"feed.xml", "feed.json", "sitemap.xml", "robots.txt"} & set(built.paths())


def test_a_feed_without_a_description_has_no_subtitle() -> None:
    built = world(musician("A Aa", updated="2026"), config=WITH_ADDRESS)

    assert parsed(built.file("feed.xml")).find(f"{ATOM}subtitle") is None


def test_the_site_map_lists_pages_for_readers_with_their_last_change() -> None:
    built = world(
        musician("A Aa", updated="2026-01", former_slugs=("a",), body="Met [[Nobody]]."),
        musician("B Bb", draft=True),
        term("genres", "kuy", updated="2026-02-03"),
        config=WITH_ADDRESS,
    )

    assert built.file("sitemap.xml") == (
        """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.org/music/a-z.html</loc></url>
  <url><loc>https://example.org/music/connections.html</loc></url>
  <url><loc>https://example.org/music/explore.html</loc></url>
  <url><loc>https://example.org/music/genres/index.html</loc></url>
  <url><loc>https://example.org/music/genres/kuy.html</loc><lastmod>2026-02-03</lastmod></url>
  <url><loc>https://example.org/music/index.html</loc></url>
  <url><loc>https://example.org/music/musicians/a-aa.html</loc><lastmod>2026-01</lastmod></url>
  <url><loc>https://example.org/music/recent.html</loc></url>
  <url><loc>https://example.org/music/today.html</loc></url>
</urlset>
"""
    )


def test_a_long_site_map_is_divided_and_lists_its_parts(steppe: World) -> None:
    pages = ["a-z.html", "about.html", "index.html"]

    made = [sitemap_file(steppe.edition, path, pages, limit=2) for path in sitemap_paths(3, limit=2)]
    files = {file.path: file.content.decode() for file in made}

    assert files.keys() == {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"}
    assert [loc.text for loc in parsed(files["sitemap.xml"]).iter(f"{SITEMAP}loc")] == [
        f"{BASE_URL}sitemap-1.xml",
        f"{BASE_URL}sitemap-2.xml",
    ]
    assert [parsed(files[path]).tag for path in sorted(files)] == [
        f"{SITEMAP}urlset",
        f"{SITEMAP}urlset",
        f"{SITEMAP}sitemapindex",
    ]
    assert [
        loc.text for part in ("sitemap-1.xml", "sitemap-2.xml") for loc in parsed(files[part]).iter(f"{SITEMAP}loc")
    ] == [f"{BASE_URL}a-z.html", f"{BASE_URL}about.html", f"{BASE_URL}index.html"]


def test_a_site_map_is_divided_only_where_it_is_too_long() -> None:
    assert sitemap_paths(3, limit=3) == ("sitemap.xml",)
    assert sitemap_paths(4, limit=3) == ("sitemap-1.xml", "sitemap-2.xml", "sitemap.xml")


def test_robots_may_read_everything(steppe: World) -> None:
    assert steppe.file("robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/music/sitemap.xml\n"


@settings(deadline=None, derandomize=True)
@given(title=st.text(), name=st.text(min_size=1), summary=st.text())
def test_any_text_makes_well_formed_xml(title: str, name: str, summary: str) -> None:
    config = SiteConfig(title=title, base_url='https://example.org/?a=b&c="d"<\'', description=name)
    built = world(musician(name, slug="x", summary=summary, updated="2026"), config=config)

    for page in built.planned.pages:
        if isinstance(page, FilePage) and page.path.endswith(".xml"):
            assert parsed(page.content).tag.startswith("{http://www.")
        if isinstance(page, FilePage) and page.path == "feed.json":
            assert json.loads(page.content)["title"] == title
