import pytest

from site_builder.model.config import DEFAULT_FACETS, Facet, Pairs, SiteConfig
from site_builder.pages.pairing import pair_title
from tests.pages.worlds import World, musician, term, world

INSTRUMENTS_AND_COUNTRIES = (("instruments", "countries"),)


@pytest.mark.parametrize(
    ("terms", "title"),
    [
        ([("instruments", "violin"), ("countries", "Kazakhstan")], "Violinists of Kazakhstan"),
        ([("instruments", "oud"), ("countries", "Netherlands")], "Oud players of the Netherlands"),
        ([("instruments", "violin"), ("venues", "Carnegie Hall")], "Violinists at Carnegie Hall"),
        ([("countries", "Kazakhstan"), ("venues", "Carnegie Hall")], "Musicians of Kazakhstan at Carnegie Hall"),
        ([("genres", "jazz"), ("instruments", "violin")], "Jazz violinists"),
        ([("instruments", "violin"), ("genres", "folk song")], "Folk song violinists"),
        ([("instruments", "violin"), ("ensembles", "Noctuary")], "Violinists with Noctuary"),
        ([("countries", "Kazakhstan"), ("labels", "Vostok")], "Musicians of Kazakhstan on Vostok"),
        ([("festivals", "Nauryz"), ("prizes", "Golden Bow")], "Nauryz Golden Bow musicians"),
    ],
)
def test_pairs_have_titles_in_english(terms: list[tuple[str, str]], title: str) -> None:
    assert pair_title(terms) == title


def pairs_of(built: World) -> list[tuple[str, str, int]]:
    categories = map(built.edition.below.pair, built.overview.pairs)
    return [(category.href.removeprefix("../"), category.text, category.count) for category in categories]


def four_players(**pairs: object) -> World:
    return world(
        musician("A Aa", instruments=["violin", "piano"], countries=["Kazakhstan"]),
        musician("B Bb", instruments=["violin", "piano"], countries=["Kazakhstan", "France"]),
        musician("C Cc", instruments=["violin"], countries=["Kazakhstan", "France"]),
        musician("D Dd", instruments=["cello"], countries=["France"]),
        config=SiteConfig(pairs=Pairs(**pairs)),
    )


def test_the_fullest_pair_comes_first_and_addresses_decide_between_equals() -> None:
    assert pairs_of(four_players()) == [
        ("pairs/violin-kazakhstan.html", "Violinists of Kazakhstan", 3),
        ("pairs/piano-kazakhstan.html", "Pianists of Kazakhstan", 2),
        ("pairs/violin-france.html", "Violinists of France", 2),
    ]


def test_a_pair_needs_as_many_musicians_as_the_site_asks_for() -> None:
    assert [path for path, _, _ in pairs_of(four_players(at_least=3))] == ["pairs/violin-kazakhstan.html"]
    assert len(pairs_of(four_players(at_least=1, at_most=100))) == 5


def test_there_are_no_more_pairs_than_the_ceiling() -> None:
    assert [path for path, _, _ in pairs_of(four_players(at_most=2))] == [
        "pairs/violin-kazakhstan.html",
        "pairs/piano-kazakhstan.html",
    ]
    assert pairs_of(four_players(at_most=0)) == []


def test_by_default_there_are_no_more_pairs_than_musicians() -> None:
    built = four_players(at_least=1)

    assert len(pairs_of(built)) == 4


def test_a_pairing_that_is_configured_twice_counts_once() -> None:
    assert pairs_of(four_players(facets=INSTRUMENTS_AND_COUNTRIES * 2)) == pairs_of(four_players())


def test_terms_of_one_slug_in_two_facets_get_longer_addresses() -> None:
    built = world(
        musician("A Aa", instruments=["violin"], countries=["Georgia"], ensembles=["Georgia"]),
        musician("B Bb", instruments=["violin"], countries=["Georgia"], ensembles=["Georgia"]),
        config=SiteConfig(pairs=Pairs((("instruments", "countries"), ("instruments", "ensembles")))),
    )

    assert pairs_of(built) == [
        ("pairs/instruments--violin--countries--georgia.html", "Violinists of Georgia", 2),
        ("pairs/instruments--violin--ensembles--georgia.html", "Violinists with Georgia", 2),
    ]


def test_facets_of_the_sites_own_make_pairs_too() -> None:
    config = SiteConfig(
        facets=(*DEFAULT_FACETS, Facet("prizes", "prize", "Prizes")),
        pairs=Pairs((("instruments", "prizes"), ("genres", "prizes")), at_least=1),
    )

    built = world(
        musician("A Aa", instruments=["violin"], facets={"prizes": ["Golden Bow"]}),
        term("prizes", "Golden Bow"),
        config=config,
    )

    assert pairs_of(built) == [("pairs/violin-golden-bow.html", "Golden Bow violinists", 1)]
