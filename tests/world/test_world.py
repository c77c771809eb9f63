"""What holds for the encyclopedia in content/, whoever adds the next entry.

To *meet* somebody is to name them in one's prose, or to list them as teacher, pupil, relation or fellow player.
A *chain* goes from one musician to another by way of such meetings, in either direction.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import pytest
from rapidfuzz.fuzz import ratio

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build, check, encyclopedia_of
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.facts import InstrumentFacts, VenueFacts
from site_builder.model.identity import EntityId, kind_of, page_of
from tests.tools import ROOT

Node = TypeVar("Node", bound=str)

FLOORS = {"musicians": 60, "instruments": 24, "countries": 18, "venues": 24}
PHRASES_OF_THE_TRADE = (
    "rising star",
    "captivated audiences",
    "raw talent",
    "meteoric rise",
    "left an indelible mark",
    "testament to",
)
SUMMARY_LIMIT = 120
"""Characters; a summary has fewer."""
ALIKE = 80
"""Per cent of likeness (Indel) from which two summaries say the same thing."""


@pytest.fixture(scope="module")
def world() -> Encyclopedia:
    return encyclopedia_of(ROOT, BuildOptions())[0]


@pytest.fixture(scope="module")
def texts(world: Encyclopedia) -> Mapping[EntityId, str]:
    """The Markdown of every entry, without its front matter."""
    written = (entity.facts for entity in world.entities.values() if entity.facts)
    return {facts.id: (ROOT / facts.path).read_text(encoding="utf-8").split("---\n", 2)[2] for facts in written}


def test_a_strict_check_says_nothing() -> None:
    options = BuildOptions(strict=True, base_url="https://encyclopedia.example/")

    assert check(ROOT, options).diagnostics == ()


def test_there_are_enough_entries_of_each_kind_that_have_a_text(texts: Mapping[EntityId, str]) -> None:
    counted = Counter(kind_of(entry) for entry, text in texts.items() if text.strip())

    assert {kind: counted[kind] for kind, floor in FLOORS.items() if counted[kind] < floor} == {}


def test_every_instrument_names_its_family(world: Encyclopedia) -> None:
    instruments = {entity.id: entity.facts and entity.facts.about for entity in world.of_kind("instruments")}

    assert [
        entry for entry, about in instruments.items() if not (isinstance(about, InstrumentFacts) and about.family)
    ] == []


def test_every_venue_has_its_city_its_place_on_the_map_and_its_opening(world: Encyclopedia) -> None:
    venues = {entity.id: entity.facts and entity.facts.about for entity in world.of_kind("venues")}

    assert [entry for entry, about in venues.items() if not _is_placed(about)] == []


def test_a_musicians_entry_has_200_to_500_words(texts: Mapping[EntityId, str]) -> None:
    lengths = {entry: _words(text) for entry, text in texts.items() if kind_of(entry) == "musicians"}

    assert {entry: length for entry, length in lengths.items() if not 200 <= length <= 500} == {}


def test_a_musician_meets_at_least_three_others(world: Encyclopedia) -> None:
    lonely = {entry: others for entry, others in _met_by(world).items() if len(others) < 3}

    assert lonely == {}


def test_a_venue_has_seen_at_least_three_musicians(world: Encyclopedia) -> None:
    assert _with_fewer_members(world, "venues", 3) == {}


def test_an_instrument_is_played_by_at_least_two_musicians(world: Encyclopedia) -> None:
    assert _with_fewer_members(world, "instruments", 2) == {}


def test_every_two_musicians_are_connected_by_a_chain(world: Encyclopedia) -> None:
    meetings = _meetings(world)
    anyone = min(meetings)

    assert set(meetings) - set(_distances(meetings, anyone)) == set()


def test_no_sentence_of_eight_words_stands_in_two_entries(texts: Mapping[EntityId, str]) -> None:
    found_in: dict[str, set[EntityId]] = defaultdict(set)
    for entry, text in texts.items():
        for sentence in _sentences(text):
            found_in[sentence].add(entry)

    assert {sentence: entries for sentence, entries in found_in.items() if len(entries) > 1} == {}


def test_no_entry_uses_a_phrase_of_the_trade(world: Encyclopedia) -> None:
    written = [entity.facts.path for entity in world.entities.values() if entity.facts]
    files = {path: " ".join((ROOT / path).read_text(encoding="utf-8").lower().split()) for path in written}

    assert [(path, phrase) for path in written for phrase in PHRASES_OF_THE_TRADE if phrase in files[path]] == []


def test_every_entry_is_three_clicks_from_the_home_page_at_most(world: Encyclopedia, tmp_path: Path) -> None:
    build(ROOT, BuildOptions(output=tmp_path, strict=False, keep_going=True))
    links = {page: set(_links(tmp_path, page)) for page in _pages(tmp_path)}

    clicks = _distances(links, "index.html")

    entries = [entity.id for entity in world.entities.values() if entity.facts]
    assert [entry for entry in entries if clicks.get(page_of(entry), 4) > 3] == []


def test_every_entry_is_spoken_of_in_another(world: Encyclopedia) -> None:
    entries = [entity.id for entity in world.entities.values() if entity.facts and kind_of(entity.id) != "pages"]

    assert [entry for entry in entries if not (world.backlinks.get(entry) or world.members.get(entry))] == []


def test_every_summary_is_short(world: Encyclopedia) -> None:
    summaries = _summaries(world)

    assert {entry: text for entry, text in summaries.items() if not 0 < len(text) < SUMMARY_LIMIT} == {}


def test_no_two_summaries_are_alike(world: Encyclopedia) -> None:
    pairs = combinations(_summaries(world).items(), 2)

    assert [(one, other) for (one, a), (other, b) in pairs if ratio(a, b) >= ALIKE] == []


def _is_placed(about: object) -> bool:
    return isinstance(about, VenueFacts) and bool(
        about.city and about.opened and about.latitude is not None and about.longitude is not None
    )


def _words(text: str) -> int:
    """What white space separates, if a letter or a figure is in it: table rules and dashes are no words."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def _sentences(text: str) -> Iterator[str]:
    """The sentences of at least eight words, lower case, without punctuation."""
    for piece in re.split(r"(?<=[.!?:;”])\s+|\n\n|\|", text):
        words = re.findall(r"\w+", piece.lower())
        if len(words) >= 8:
            yield " ".join(words)


def _summaries(world: Encyclopedia) -> Mapping[EntityId, str]:
    return {entity.id: entity.summary for entity in world.entities.values() if entity.facts}


def _with_fewer_members(world: Encyclopedia, kind: str, floor: int) -> Mapping[EntityId, int]:
    counts = {
        term.id: len({member.musician for member in world.members.get(term.id, ())}) for term in world.of_kind(kind)
    }
    return {term: count for term, count in counts.items() if count < floor}


def _met_by(world: Encyclopedia) -> Mapping[EntityId, set[EntityId]]:
    """Whom each musician's own entry names."""
    met: dict[EntityId, set[EntityId]] = {}
    for musician in world.of_kind("musicians"):
        named = {mention.target for mention in world.mentions.get(musician.id, ())}
        named |= {target.entity for target in world.targets.get(musician.id, ()) if target.entity}
        named |= {relation.other for relation in world.relations.get(musician.id, ()) if relation.other}
        met[musician.id] = {other for other in named if kind_of(other) == "musicians"} - {musician.id}
    return met


def _meetings(world: Encyclopedia) -> Mapping[EntityId, set[EntityId]]:
    """Whom each musician names or is named by."""
    met = _met_by(world)
    return {one: others | {other for other in met if one in met[other]} for one, others in met.items()}


def _distances(graph: Mapping[Node, set[Node]], start: Node) -> Mapping[Node, int]:
    """How many steps each node is away from `start`; what cannot be reached is missing."""
    steps = {start: 0}
    waiting = [start]
    for node in waiting:
        for neighbour in sorted(graph.get(node, set()) - steps.keys()):
            steps[neighbour] = steps[node] + 1
            waiting.append(neighbour)
    return steps


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hrefs += [value for name, value in attrs if tag == "a" and name == "href" and value]


def _pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def _links(site: Path, page: str) -> Iterator[str]:
    """The pages of the site that a reader of this one can click on."""
    anchors = _Anchors()
    anchors.feed((site / page).read_text(encoding="utf-8"))
    for href in anchors.hrefs:
        address = urlsplit(href)
        if address.scheme or address.netloc or not address.path:
            continue
        path = normpath(join(dirname(page), unquote(address.path)))
        yield normpath(join(path, "index.html")) if address.path.endswith("/") or path == "." else path
