"""The halves that are written in JavaScript, beside those in Python."""

import json
import unicodedata
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions
from site_builder.build.pipeline import build
from site_builder.pages.routes import words_file
from site_builder.pages.searching import simple_slug
from site_builder.search.folding import LETTERS, fold, words
from site_builder.search.postings import decoded, encoded
from site_builder.search.shards import shard_of
from tests.search.engine import answers, values
from tests.sites import write_site

NAMES = ["Bakhyt Taro", "O’Szőke-Bánk", "Иван Петрович", "St. Łódź 1911", "ÖRN", "Ǌegoš", "ẞ", "İzmir", "ﬁn"]

SITE = """
    -- site.toml --
    [pairs]
    at_most = 0
    -- content/musicians/bakhyt-taro.md --
    name: Bakhyt Taro
    born: 1985
    aliases: [Бақыт Таро]
    summary: Violinist of the steppe
    instruments: [violin]
    countries: [Kazakhstan]

    He carried an apricot stone in the case of his violin.
    -- content/musicians/mara-lind.md --
    name: Mara Lind
    born: 1931
    instruments: [violin, oud]
    countries: [Norway]

    She heard the apricot fall twice, and wrote to Bakhyt Taro.
    -- content/musicians/oto-kvist.md --
    name: Oto Kvist
    instruments: [oud]
    countries: [Norway]
    -- content/venues/amber-hall.md --
    name: Amber Hall
    aliases: [The Shoebox]
    city: Oslo

    Its ceiling rings for three seconds after a bassoon.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished(tmp_path_factory.mktemp("site"))


def finished(root: Path, text: str = SITE) -> Path:
    """The finished site of these files; what stands above the first empty line of an entry is its front matter."""
    write_site(root, text)
    result = build(root, BuildOptions(jobs=1))
    assert result.published, result.diagnostics
    return root / "output"


def first(site: Path, query: str) -> str:
    (answer,) = answers(site, [query])
    return answer.paths[0] if answer.paths else ""


def test_both_languages_fold_alike(site: Path) -> None:
    scripts = [chr(code) for code in range(0x20, 0x2000) if unicodedata.category(chr(code))[0] in "LN"]
    some = [
        *LETTERS,
        *(letter + "h" for letter in scripts),
        *scripts,
        *(word for name in NAMES for word in words(name)),
    ]

    (folded,) = values(site, f"{json.dumps(some)}.map(known.fold)")

    assert dict(zip(some, folded, strict=True)) == {word: fold(word) for word in some}  # type: ignore[call-overload]


def test_both_languages_find_the_same_words(site: Path) -> None:
    text = " ".join([*NAMES, "O'Brien — “Café_Tulpar”, 1994; Dvor\u030ca\u0301k; 芦塚 玲子 x²"])

    (found,) = values(site, f"search.words({json.dumps(text)})")

    assert found == words(text)


def test_both_languages_read_the_same_postings(site: Path) -> None:
    ranks = {number * number: number % 5 for number in range(200)}
    read = f"""(() => {{
        const found = [];
        known.read({json.dumps(encoded(ranks.items()))}, (number, rank) => found.push([number, rank]));
        return found;
    }})()"""

    (found,) = values(site, read)

    assert isinstance(found, list)
    assert dict(found) == ranks == decoded(encoded(ranks.items()))


def test_both_languages_look_for_a_word_in_the_same_file(site: Path) -> None:
    prefixes = ["", "b", "ba", "bak", "ც", "芦"]
    some = ["bakit", "ban", "b", "zz", "ცა", "芦塚"]

    files = f"{json.dumps(some)}.map((w) => search.wordsFile(search.prefixesFor(w, {json.dumps(prefixes)})[0]))"

    assert values(site, files) == [[words_file(shard_of(word, frozenset(prefixes))) for word in some]]


def test_a_browser_knows_the_address_of_every_name(site: Path) -> None:
    (paths,) = values(site, "known.names.entities.map((entity) => entity.path)")

    assert isinstance(paths, list)
    assert [path for path in paths if not (site / path).is_file()] == []
    assert simple_slug("Ákos O’Szőke-Bánk") == "akos-oszoke-bank"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("taro", "musicians/bakhyt-taro.html"),
        ("Бахыт", "musicians/bakhyt-taro.html"),
        ("bahit", "musicians/bakhyt-taro.html"),
        ("shoebox", "venues/amber-hall.html"),
        ("apricot twice", "musicians/mara-lind.html"),
        ("apricot stone", "musicians/bakhyt-taro.html"),
        ("bassoon", "venues/amber-hall.html"),
        ("oud norway", "musicians/oto-kvist.html"),
        ("1931", "musicians/mara-lind.html"),
        ("oslo", "venues/amber-hall.html"),
        ("strings of the steppe", "musicians/bakhyt-taro.html"),
        ("xyzzy", ""),
        ("", ""),
        ("—", ""),
    ],
)
def test_what_is_looked_for_is_found(site: Path, query: str, page: str) -> None:
    assert first(site, query) == page


def test_a_name_comes_before_a_text_that_speaks_of_it(site: Path) -> None:
    (answer,) = answers(site, ["Bakhyt Taro"])

    assert answer.paths[:2] == ("musicians/bakhyt-taro.html", "musicians/mara-lind.html")


def test_what_may_have_been_meant_is_told(site: Path) -> None:
    (answer,) = answers(site, ["Mara Lidn"])

    assert (answer.meant, answer.paths[0]) == ("Mara Lind", "musicians/mara-lind.html")


def test_where_no_entry_has_all_words_those_with_most_are_told_as_such(site: Path) -> None:
    complete, partial = answers(site, ["apricot violin", "apricot violin xyzzy"])

    assert (complete.complete, partial.complete) == (True, False)
    assert complete.paths == partial.paths


def test_a_word_is_loaded_once_and_names_need_no_words(site: Path) -> None:
    begun, again = answers(site, ["violin", "violin"])

    assert [file for file in begun.files if "/t/" in file] == ["search/t/t.js"]
    assert again.files == ()


def test_typing_suggests_names_from_their_beginnings(site: Path) -> None:
    beginning, second, alias, misspelt = answers(site, ["bak", "lin", "бақ", "Kwisd"])

    assert beginning.suggestions == ("musicians/bakhyt-taro.html",)
    assert second.suggestions == ("musicians/mara-lind.html",)
    assert alias.suggestions == ("musicians/bakhyt-taro.html",)
    assert misspelt.suggestions == ("musicians/oto-kvist.html",)


def test_names_alone_can_be_searched(tmp_path: Path) -> None:
    site = finished(tmp_path, SITE.replace("[pairs]", 'search = "names"\n    [pairs]', 1))

    named, told = answers(site, ["taro", "apricot"])

    assert named.paths == ("musicians/bakhyt-taro.html",)
    assert told.paths == ()
    assert not (site / "search/t").exists()


def test_distance_counts_letters_and_stops_where_it_is_too_far(site: Path) -> None:
    pairs = [
        ("askarova", "askarowa", 2),
        ("carnegie", "carnegei", 2),
        ("a", "abcd", 2),
        ("", "ab", 2),
        ("taro", "taro", 1),
    ]

    expressions = [f"search.distance({json.dumps(one)}, {json.dumps(other)}, {most})" for one, other, most in pairs]

    assert values(site, *expressions) == [1, 1, 3, 2, 0]


def test_the_passage_with_most_of_the_words_is_quoted_and_they_are_marked(site: Path) -> None:
    text = "The apricot. " + "Nothing of it here. " * 30 + "\\nAt last an apricot fell on the violinist, twice."

    (pieces,) = values(site, f'search.passage("{text}", ["apricot", "violin"], known.fold)')

    assert pieces == [
        ["At last an ", False],
        ["apricot", True],
        [" fell on the ", False],
        ["violinist", True],
        [", twice.", False],
    ]


def test_facets_count_what_each_choice_would_leave(site: Path) -> None:
    facets = {
        "kinds": [
            {
                "kind": "instruments",
                "singular": "instrument",
                "title": "Instruments",
                "terms": [["oud", "Oud"], ["violin", "Violin"]],
                "column": [[1, 0], [0], [1]],
            },
            {
                "kind": "countries",
                "singular": "country",
                "title": "Countries",
                "terms": [["kazakhstan", "Kazakhstan"], ["norway", "Norway"]],
                "column": [[1], [1], [0]],
            },
        ]
    }
    chosen = {"country": ["norway"]}
    narrowed = f"search.narrowed([0, 1, 2, 3], search.groupsOf(known, {json.dumps(facets)}), {json.dumps(chosen)})"

    (found,) = values(site, narrowed)

    assert isinstance(found, dict)
    assert found["places"] == [0, 1]
    counted = {
        group["name"]: {option["value"]: option["count"] for option in group["options"]} for group in found["groups"]
    }
    assert counted["instrument"] == {"oud": 2, "violin": 1}
    assert counted["country"] == {"norway": 2, "kazakhstan": 1}
    assert counted["kind"] == {"musicians": 2}
