"""Feeds of single terms, which a site has where site.toml says so."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.config import SiteConfig
from site_builder.pages.views import Feed
from tests.pages.changes import changed_paths, stale_paths
from tests.pages.worlds import BASE_URL, World, instrument, musician, term, world

TITLE = "Steppe & Hall"
WITH_FEEDS = SiteConfig(title=TITLE, base_url=BASE_URL, language="en-GB", feeds="terms")
ATOM = "{http://www.w3.org/2005/Atom}"


def parsed(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(xml)  # noqa: S314  (of our own making)


def titles(xml: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in parsed(xml).iter(f"{ATOM}entry")]


def feeds_of_terms(built: World) -> set[str]:
    return {path for path in built.paths() if ".feed." in path}


def test_the_feed_of_a_term_tells_the_latest_changes_among_its_musicians_first() -> None:
    built = world(
        musician("A Aa", instruments=["violin"], updated="2026-02"),
        musician("B Bb", instruments=["violin", "oud"], updated="2026-03-12", summary="Played <both> & more"),
        musician("C Cc", instruments=["violin"]),
        musician("D Dd", instruments=["violin"], updated="2026-04-01", draft=True),
        musician("E Ee", instruments=["oud"], updated="2026-05-01"),
        config=WITH_FEEDS,
    )

    assert built.file("instruments/violin.feed.xml") == (
        """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>https://example.org/music/instruments/violin.feed.xml</id>
  <title>Violin — Steppe &amp; Hall</title>
  <subtitle>Violin: musicians whose entries are new or were revised.</subtitle>
  <link rel="self" type="application/atom+xml" href="https://example.org/music/instruments/violin.feed.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/music/instruments/violin.html"/>
  <updated>2026-03-12T00:00:00Z</updated>
  <author><name>Steppe &amp; Hall</name></author>
  <entry>
    <id>https://example.org/music/musicians/b-bb.html</id>
    <title>B Bb</title>
    <link rel="alternate" type="text/html" href="https://example.org/music/musicians/b-bb.html"/>
    <updated>2026-03-12T00:00:00Z</updated>
    <summary>Played &lt;both&gt; &amp; more</summary>
  </entry>
  <entry>
    <id>https://example.org/music/musicians/a-aa.html</id>
    <title>A Aa</title>
    <link rel="alternate" type="text/html" href="https://example.org/music/musicians/a-aa.html"/>
    <updated>2026-02-01T00:00:00Z</updated>
  </entry>
</feed>
"""
    )


def test_the_json_feed_of_a_term_tells_the_same() -> None:
    built = world(musician("A Aa", instruments=["violin"], updated="2026-02"), config=WITH_FEEDS)

    assert json.loads(built.file("instruments/violin.feed.json")) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Violin — Steppe & Hall",
        "description": "Violin: musicians whose entries are new or were revised.",
        "home_page_url": "https://example.org/music/instruments/violin.html",
        "feed_url": "https://example.org/music/instruments/violin.feed.json",
        "language": "en-GB",
        "authors": [{"name": "Steppe & Hall"}],
        "items": [
            {
                "id": "https://example.org/music/musicians/a-aa.html",
                "url": "https://example.org/music/musicians/a-aa.html",
                "title": "A Aa",
                "content_text": "A Aa",
                "date_modified": "2026-02-01T00:00:00Z",
            }
        ],
    }


def test_every_kind_of_term_has_feeds_if_one_of_its_musicians_is_dated() -> None:
    built = world(
        musician("A Aa", countries=["Peru"], venues=["Old Mill"], genres=["huayno"], updated="2026"),
        musician("B Bb", countries=["Chile"]),
        term("labels", "Sello", updated="2026"),
        config=WITH_FEEDS,
    )

    named = ("countries/peru", "venues/old-mill", "genres/huayno")
    assert feeds_of_terms(built) == {f"{name}.feed.{ending}" for name in named for ending in ("xml", "json")}


def test_the_page_of_a_term_links_to_its_feeds_and_no_page_to_those_that_are_not_there() -> None:
    built = world(
        musician("A Aa", instruments=["violin"], updated="2026"),
        musician("B Bb", instruments=["oud"]),
        config=WITH_FEEDS,
    )

    title = "Violin — Steppe & Hall"
    assert built.page("instruments/violin.html").page.feeds == (
        Feed("Atom", "application/atom+xml", "../instruments/violin.feed.xml", title),
        Feed("JSON Feed", "application/feed+json", "../instruments/violin.feed.json", title),
    )
    assert built.page("instruments/oud.html").page.feeds == ()


@pytest.mark.parametrize(
    ("config", "site"),
    [
        (SiteConfig(base_url=BASE_URL), {"feed.xml", "feed.json"}),
        (SiteConfig(base_url=BASE_URL, feeds="off"), set()),
        (SiteConfig(feeds="terms"), set()),
    ],
)
def test_terms_have_feeds_only_where_the_site_wants_them_and_knows_its_address(
    config: SiteConfig, site: set[str]
) -> None:
    built = world(musician("A Aa", instruments=["violin"], updated="2026"), config=config)

    assert feeds_of_terms(built) == set()
    assert {"feed.xml", "feed.json"} & set(built.paths()) == site
    assert built.page("instruments/violin.html").page.feeds == ()
    assert bool(built.page("recent.html").page.feeds) is bool(site)


def test_a_feed_of_a_term_has_fifty_entries_at_most_and_the_alphabet_decides_within_a_day() -> None:
    names = [f"{one}{two} Aa" for one in "BCFGHJKM" for two in "bcfghjkm"]
    players = [musician(name, instruments=["violin"], updated="2026") for name in names]
    latest = musician("Zz Aa", instruments=["violin"], updated="2027")

    built = world(*players, latest, config=WITH_FEEDS)

    assert titles(built.file("instruments/violin.feed.xml")) == ["Zz Aa", *names[:49]]


def test_an_edit_of_prose_leaves_the_feeds_of_terms_alone() -> None:
    def build(body: str) -> World:
        return world(
            musician("A Aa", instruments=["violin"], body=body, updated="2026"),
            musician("B Bb", instruments=["violin"]),
            config=WITH_FEEDS,
        )

    stale = stale_paths(build("Began."), build("Began early."))

    assert stale == {"musicians/a-aa.html", "cards/0.js", "search/t/t.js"}


def test_a_new_date_concerns_the_feeds_of_the_musicians_own_terms_and_not_the_pages_that_link_to_them() -> None:
    def build(updated: str) -> World:
        return world(
            musician("A Aa", instruments=["violin"], countries=["Peru"], updated=updated),
            musician("B Bb", instruments=["oud"], countries=["Peru"], updated="2026"),
            config=WITH_FEEDS,
        )

    stale = stale_paths(build("2026-01-01"), build("2026-01-02"))

    assert {path for path in stale if path.startswith(("instruments/", "countries/"))} == {
        "instruments/violin.feed.xml",
        "instruments/violin.feed.json",
        "countries/peru.feed.xml",
        "countries/peru.feed.json",
    }


def test_a_first_date_makes_the_page_of_the_term_name_its_feeds() -> None:
    def build(updated: str) -> World:
        return world(
            musician("A Aa", instruments=["violin"], updated=updated),
            musician("B Bb", instruments=["oud"], updated="2026"),
            config=WITH_FEEDS,
        )

    old, new = build(""), build("2026-01-02")

    assert "instruments/violin.html" in changed_paths(old, new)
    assert "instruments/oud.html" not in stale_paths(old, new)
    assert feeds_of_terms(new) - feeds_of_terms(old) == {"instruments/violin.feed.xml", "instruments/violin.feed.json"}


def test_no_record_of_an_entry_takes_the_place_of_a_feed() -> None:
    names = ("violin", "violin feed", "violin.feed")
    built = world(
        *(instrument(name) for name in names[:2]),
        musician("A Aa", instruments=names, updated="2026"),
        config=WITH_FEEDS,
    )

    paths = built.paths()

    assert len(paths) == len(set(paths))
    assert "instruments/violin.feed.json" in paths


@settings(deadline=None, derandomize=True)
@given(title=st.text(), name=st.text(min_size=1), summary=st.text())
def test_any_text_makes_feeds_that_can_be_read(title: str, name: str, summary: str) -> None:
    config = SiteConfig(title=title, base_url='https://example.org/?a=b&c="d"<\'', feeds="terms")
    built = world(
        instrument(name, slug="x"),
        musician(name, slug="x", summary=summary, instruments=[name], updated="2026"),
        config=config,
    )
    feeds = feeds_of_terms(built)

    assert parsed(built.file("instruments/x.feed.xml")).tag == f"{ATOM}feed"
    assert json.loads(built.file("instruments/x.feed.json"))["title"].endswith(f" — {title}")
    assert len(feeds) == 2
