"""Who has which name."""

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.countries import country_data
from site_builder.content.slugs import slugify
from site_builder.graph.encyclopedia import Ambiguity
from site_builder.graph.names import build_names
from site_builder.model.config import SiteConfig
from site_builder.model.facts import FacetValue, Facts, MusicianFacts
from site_builder.model.identity import entity_id
from tests.graph.examples import example


def test_a_name_is_found_without_regard_to_case_apostrophes_and_normalisation() -> None:
    names = example("-- musicians/pat.md --\nname: Pát O’Brien\n").names

    assert names.resolve("PÁT  o'brien") == ("musicians/pat",)


def test_an_exact_name_beats_an_alias_and_an_alias_beats_an_address() -> None:
    names = example("""
        -- musicians/sphere.md --
        name: Somebody
        -- musicians/monk.md --
        name: Thelonious Monk
        aliases: [Sphere, Monk]
        -- musicians/the-monk.md --
        name: Monk
    """).names

    assert names.resolve("Sphere") == ("musicians/monk",)
    assert names.resolve("Monk") == ("musicians/the-monk",)
    assert names.resolve("the-monk") == ("musicians/the-monk",)


def test_a_kind_leaves_the_other_kinds_out() -> None:
    names = example("""
        -- musicians/georgia.md --
        name: Georgia
        -- countries/georgia.md --
        name: Georgia
    """).names

    assert names.resolve("Georgia") == ("countries/georgia", "musicians/georgia")
    assert names.resolve("Georgia", "countries") == ("countries/georgia",)
    assert names.resolve("Georgia", "venues") == ()


def test_an_exact_name_of_one_kind_beats_an_alias_of_another() -> None:
    names = example("""
        -- musicians/georgia.md --
        name: Georgia
        -- countries/sakartvelo.md --
        name: Sakartvelo
        aliases: [Georgia]
    """).names

    assert names.resolve("Georgia") == ("musicians/georgia",)
    assert names.ambiguities == (Ambiguity("Georgia", "georgia", ("countries/sakartvelo", "musicians/georgia")),)


def test_terms_that_only_front_matter_names_come_into_being() -> None:
    names = example("""
        -- musicians/taro.md --
        name: Bakhyt Taro
        instruments: [prepared piano, Qobyz]
        venues: ["Small Hall, Almaty"]
        genres: [IDM]
        -- venues/carnegie-hall.md --
        name: Carnegie Hall
        country: United States
    """).names

    assert names.names == {
        "countries/united-states": ("United States",),
        "genres/idm": ("IDM",),
        "instruments/prepared-piano": ("Prepared piano",),
        "instruments/qobyz": ("Qobyz",),
        "musicians/taro": ("Bakhyt Taro",),
        "venues/carnegie-hall": ("Carnegie Hall",),
        "venues/small-hall-almaty": ("Small Hall, Almaty",),
    }


def test_a_term_is_spelt_as_the_first_file_by_path_spells_it() -> None:
    site = example("""
        -- musicians/b.md --
        name: B
        venues: [SMALL HALL]
        -- musicians/a.md --
        name: A
        venues: [Small Hall]
    """)

    assert site.names.names["venues/small-hall"] == ("Small Hall",)
    assert site.findings == ()


def test_a_value_that_names_a_file_by_alias_or_address_makes_no_term() -> None:
    names = example("""
        -- venues/carnegie-hall.md --
        name: Carnegie Hall
        aliases: [Music Hall]
        -- musicians/taro.md --
        name: Bakhyt Taro
        venues: [music hall]
        -- musicians/askarova.md --
        name: Amalia Askarova
        venues: [carnegie-hall]
    """).names

    assert list(names.names) == ["musicians/askarova", "musicians/taro", "venues/carnegie-hall"]


def test_other_names_of_a_country_are_that_country() -> None:
    site = example("""
        -- musicians/a.md --
        name: A
        countries: [USSR, Turkey]
        -- musicians/b.md --
        name: B
        countries: [Soviet Union, Türkiye]
    """)

    assert [name for name in site.names.names if name.startswith("countries/")] == [
        "countries/soviet-union",
        "countries/turkey",
    ]
    assert site.names.resolve("Türkiye") == ("countries/turkey",)
    assert site.names.names["countries/turkey"] == ("Turkey",)
    assert site.findings == ()


def test_a_countrys_own_file_answers_to_its_other_names() -> None:
    names = example("""
        -- countries/turkey.md --
        name: Turkey
        -- musicians/a.md --
        name: A
        countries: [Türkiye]
    """).names

    assert list(names.names) == ["countries/turkey", "musicians/a"]


def test_of_two_files_for_one_country_the_one_of_the_usual_name_has_the_other_names() -> None:
    names = example("""
        -- countries/a-ussr.md --
        name: USSR
        -- countries/soviet-union.md --
        name: Soviet Union
    """).names

    assert names.resolve("USSR") == ("countries/a-ussr",)
    assert names.resolve("Union of Soviet Socialist Republics") == ("countries/soviet-union",)


def test_a_code_means_its_country_in_front_matter_and_nothing_in_a_link() -> None:
    site = example("""
        -- venues/hall.md --
        name: Hall
        country: KZ
        -- musicians/a.md --
        name: A
        countries: ["NO"]

        [[NO]]
    """)

    assert {entity for entity in site.names.names if entity.startswith("countries/")} == {
        "countries/kazakhstan",
        "countries/norway",
    }
    assert site.names.resolve("NO") == ()


def test_values_that_differ_beyond_case_and_want_one_address_are_reported_wherever_they_stand() -> None:
    site = example("""
        -- musicians/a.md --
        name: A
        venues: [Café Aral]
        -- musicians/b.md --
        name: B
        venues: [Cafe Aral]
        -- musicians/c.md --
        name: C
        venues: [Cafe Aral]
    """)

    assert site.names.names["venues/cafe-aral"] == ("Café Aral", "Cafe Aral")
    assert [path for path, *_ in site.told("L008")] == ["musicians/b.md", "musicians/c.md"]


def test_a_value_without_a_letter_makes_no_term() -> None:
    site = example('-- musicians/a.md --\nname: A\nvenues: ["?!"]\n')

    assert list(site.names.names) == ["musicians/a"]
    assert len(site.told("A003")) == 1


def test_only_the_facets_of_the_site_make_terms() -> None:
    facts = Facts(
        id=entity_id("musicians", "a"),
        path="content/musicians/a.md",
        name="A",
        about=MusicianFacts(facets=(FacetValue("venues", "Hall"), FacetValue("moods", "glad"))),
    )

    assert list(build_names([facts], SiteConfig()).names) == ["musicians/a", "venues/hall"]
    assert list(build_names([facts], SiteConfig(facets=())).names) == ["musicians/a"]


def test_a_family_name_that_two_musicians_share_is_ambiguous() -> None:
    names = example("""
        -- musicians/amalia.md --
        name: Amalia Askarova
        -- musicians/milo.md --
        name: Milo ASKAROVA
        -- musicians/taro.md --
        name: Bakhyt Taro
    """).names

    assert names.resolve("askarova") == ("musicians/amalia", "musicians/milo")
    assert names.resolve("Askarova", "venues") == ()
    assert names.resolve("Taro") == ("musicians/taro",)  # its address
    assert names.disambiguation("Askarova") == "askarova"
    assert names.ambiguities == (Ambiguity("Askarova", "askarova", ("musicians/amalia", "musicians/milo")),)


def test_a_family_name_of_one_musician_is_no_name() -> None:
    names = example("-- musicians/bakhyt-taro.md --\nname: Bakhyt Taro\n").names

    assert names.resolve("Taro") == ()
    assert names.ambiguities == ()


def test_whoever_is_called_exactly_like_a_family_is_listed_with_it_and_keeps_the_links() -> None:
    names = example("""
        -- musicians/prince.md --
        name: Prince
        -- musicians/bob.md --
        name: Bob Prince
        -- musicians/al.md --
        name: Ann Prince
    """).names

    assert names.resolve("Prince") == ("musicians/prince",)
    assert names.ambiguities == (Ambiguity("Prince", "prince", ("musicians/al", "musicians/bob", "musicians/prince")),)


def test_shared_names_that_want_one_address_share_a_page() -> None:
    names = example("""
        -- musicians/a.md --
        name: Anna Müller
        -- musicians/b.md --
        name: Berta Müller
        -- musicians/c.md --
        name: Carl Muller
        -- musicians/d.md --
        name: Dora Muller
    """).names

    (page,) = names.ambiguities
    assert page.slug == "muller"
    assert len(page.candidates) == 4
    assert names.disambiguation("Müller") == names.disambiguation("Muller") == "muller"


def test_an_address_like_the_name_of_another_is_no_shared_name() -> None:
    names = example("-- musicians/prince.md --\nname: Somebody\n-- venues/hall.md --\nname: Prince\n").names

    assert names.ambiguities == ()


def test_a_shared_name_without_a_letter_has_no_page() -> None:
    names = example("""
        -- musicians/a.md --
        name: "?!"
        -- musicians/b.md --
        name: "?!"
    """).names

    assert names.resolve("?!") == ("musicians/a", "musicians/b")
    assert names.ambiguities == ()
    assert names.disambiguation("?!") == ""


def test_a_name_that_only_the_table_of_countries_knows_can_be_shared() -> None:
    names = example("""
        -- countries/germany.md --
        name: Germany
        -- musicians/a.md --
        name: Somebody
        aliases: [Deutschland]
    """).names

    assert names.resolve("Deutschland") == ("musicians/a",)
    assert [page.name for page in names.ambiguities] == ["Deutschland"]


def _with(facts: Facts, summary: str = "", aliases: tuple[str, ...] = ()) -> Facts:
    return Facts(id=facts.id, path=facts.path, name=facts.name, summary=summary, aliases=aliases)


WORDS = st.sampled_from(["Taro", "Askarova", "taro", "Café", "Cafe", "USSR", "Turkey", "Türkiye", "?!", "Әсет", "Aset"])


@st.composite
def _entries(draw: st.DrawFn) -> list[Facts]:
    entries = []
    for index in range(draw(st.integers(1, 5))):
        name = f"{draw(WORDS)} {draw(WORDS)}"
        kind = draw(st.sampled_from(["musicians", "venues", "countries"]))
        facets = tuple(FacetValue(draw(st.sampled_from(["venues", "countries"])), draw(WORDS)) for _ in range(3))
        entries.append(
            Facts(
                id=entity_id(kind, slugify(name) or "x"),
                path=f"content/{kind}/{index}.md",
                name=name,
                aliases=tuple(draw(st.lists(WORDS, max_size=2, unique=True))),
                former_slugs=tuple(draw(st.lists(st.sampled_from(["taro", "old"]), max_size=1))),
                about=MusicianFacts(facets=facets),
            )
        )
    return entries


@settings(deadline=None, derandomize=True)
@given(_entries(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_is_of_no_account(entries: list[Facts], random: object) -> None:
    shuffled = sorted(entries, key=lambda _: random.random())  # type: ignore[attr-defined]

    assert build_names(shuffled, SiteConfig()) == build_names(entries, SiteConfig())


@settings(deadline=None, derandomize=True)
@given(_entries())
def test_every_entity_answers_to_its_name_and_every_value_to_its_term(entries: list[Facts]) -> None:
    names = build_names(entries, SiteConfig())

    assert all(entity in names.resolve(own[0], entity.partition("/")[0]) for entity, own in names.names.items())
    for entry in {facts.id: facts for facts in reversed(entries)}.values():
        for value in entry.about.facets if isinstance(entry.about, MusicianFacts) else ():
            assert names.resolve(value.name, value.facet) or not slugify(value.name)


def test_every_name_in_the_table_of_countries_is_one_entity() -> None:
    config = SiteConfig()
    for country in country_data().countries:
        values = tuple(FacetValue("countries", name) for name in (country.name, *country.aliases))
        facts = Facts(id=entity_id("musicians", "a"), path="a", name="A", about=MusicianFacts(facets=values))

        assert len(build_names([facts], config).names) == 2, country.name
