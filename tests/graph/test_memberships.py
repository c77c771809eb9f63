"""Who has which term."""

from site_builder.content.dates import read_date
from site_builder.graph.encyclopedia import Membership, Occasion
from tests.graph.examples import example


def test_a_musicians_terms_stand_in_the_order_of_the_facets_and_of_the_front_matter() -> None:
    site = example("""
        -- musicians/taro.md --
        name: Bakhyt Taro
        venues: [Small Hall, {name: Carnegie Hall, year: 2004, note: debut}]
        genres: [jazz]
        instruments: [violin, dombra]
        country: Kazakhstan
    """)
    year = read_date("2004")

    assert year is not None
    assert site.encyclopedia.memberships == {
        "musicians/taro": (
            Membership("musicians/taro", "instruments/violin"),
            Membership("musicians/taro", "instruments/dombra"),
            Membership("musicians/taro", "countries/kazakhstan"),
            Membership("musicians/taro", "venues/small-hall"),
            Membership("musicians/taro", "venues/carnegie-hall", (Occasion((year,), "debut"),)),
            Membership("musicians/taro", "genres/jazz"),
        )
    }


def test_a_term_by_two_of_its_names_is_one_membership_with_all_years_and_notes() -> None:
    site = example("""
        -- venues/carnegie-hall.md --
        name: Carnegie Hall
        aliases: [Music Hall]
        -- musicians/taro.md --
        name: Bakhyt Taro
        venues:
          - {name: Carnegie Hall, year: 2004, note: debut}
          - {name: Music Hall, year: 2006, note: debut}
          - {name: carnegie-hall, note: farewell}
    """)

    (membership,) = site.encyclopedia.memberships["musicians/taro"]
    assert [year.text for year in membership.years] == ["2004", "2006"]
    assert [occasion.note for occasion in membership.occasions] == ["debut", "debut", "farewell"]
    assert site.encyclopedia.members["venues/carnegie-hall"] == (membership,)


def test_members_stand_in_the_order_of_the_alphabet() -> None:
    site = example("""
        -- musicians/a.md --
        name: Anna Zeta
        instruments: [violin]
        -- musicians/z.md --
        name: Zoe Adams
        instruments: [violin]
    """)

    members = site.encyclopedia.members["instruments/violin"]
    assert [membership.musician for membership in members] == ["musicians/z", "musicians/a"]


def test_venues_are_listed_in_their_country() -> None:
    site = example("""
        -- venues/small-hall.md --
        name: Small Hall
        country: KAZAKHSTAN
        -- venues/great-hall.md --
        name: Great Hall
        country: Kazakhstan
        -- venues/nowhere.md --
        name: Nowhere
    """)

    assert site.encyclopedia.venues_in == {"countries/kazakhstan": ("venues/great-hall", "venues/small-hall")}
    assert site.encyclopedia.venue_countries == {
        "venues/great-hall": "countries/kazakhstan",
        "venues/small-hall": "countries/kazakhstan",
    }
    assert site.encyclopedia.memberships == {}


def test_a_value_that_two_terms_share_makes_nobody_a_member() -> None:
    site = example("""
        -- venues/a.md --
        name: Great Hall, Almaty
        aliases: [Great Hall]
        -- venues/b.md --
        name: Great Hall, Astana
        aliases: [Great Hall]
        -- musicians/taro.md --
        name: Bakhyt Taro
        venues: [Great Hall]
    """)

    assert site.encyclopedia.members == {}
    assert [place for _, place, *_ in site.told("L002")] == ["venues[0]"]
