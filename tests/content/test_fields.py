import msgspec
import pytest

from site_builder.content.dates import read_date
from site_builder.model.config import DEFAULT_FACETS, Facet, SiteConfig
from site_builder.model.facts import (
    CountryFacts,
    FacetValue,
    Image,
    InstrumentFacts,
    MusicianFacts,
    RelationValue,
    TermFacts,
    VenueFacts,
    Work,
)
from site_builder.model.source import Place, Span

PATH = "content/musicians/taro.md"


def test_every_field_of_a_musician_has_its_place_in_the_document(read):
    outcome = read(
        """
name: Bakhyt   Taro
sort_name: Taro, Bakhyt
aliases: [Бақыт Таро, B. Taro]
summary: Violinist
slug: bakhyt-taro
former_slugs: taro-b
draft: true
mentions: false
updated: 2024-03-12
instruments: [violin, qobyz]
country: Kazakhstan
venues:
  - Small Hall, Almaty
  - {name: Carnegie Hall, year: [1999, c. 2004], note: twice}
genres: folk
born: c. 1985
died: 2021
birthplace: Kyzylorda
teachers: [Ivan Petrovich]
pupils: {name: Dina Ospanova, years: 2010/2015}
family: [{name: Milo Askarova, note: cousin}]
played_with: Amalia Askarova
works:
  - {title: Steppe Songs, year: 2007, kind: recording, note: live}
  - Aral
image: {file: taro.jpg, alt: Taro with his violin, credit: N. N.}
sources: ["Almaty Herald, 1999", https://example.org]
""".strip()
    )

    assert outcome.diagnostics == ()
    document = outcome.value
    facts = document.facts
    assert (facts.id, facts.path) == ("musicians/bakhyt-taro", PATH)
    assert (facts.name, facts.sort_name, facts.aliases) == ("Bakhyt Taro", "Taro, Bakhyt", ("Бақыт Таро", "B. Taro"))
    assert (facts.summary, facts.former_slugs, facts.draft) == ("Violinist", ("taro-b",), True)
    assert facts.updated == read_date("2024-03-12")
    assert facts.about == MusicianFacts(
        born=read_date("c. 1985"),
        died=read_date("2021"),
        birthplace="Kyzylorda",
        facets=(
            FacetValue("instruments", "violin"),
            FacetValue("instruments", "qobyz"),
            FacetValue("countries", "Kazakhstan"),
            FacetValue("venues", "Small Hall, Almaty"),
            FacetValue("venues", "Carnegie Hall", (read_date("1999"), read_date("c. 2004")), "twice"),
            FacetValue("genres", "folk"),
        ),
        relations=(
            RelationValue("teachers", "Ivan Petrovich"),
            RelationValue("pupils", "Dina Ospanova", (read_date("2010/2015"),)),
            RelationValue("family", "Milo Askarova", (), "cousin"),
            RelationValue("played_with", "Amalia Askarova"),
        ),
    )
    assert document.works == (Work("Steppe Songs", read_date("2007"), "recording", "live"), Work("Aral"))
    assert document.image == Image("musicians/taro.jpg", "Taro with his violin", "N. N.")
    assert document.sources == ("Almaty Herald, 1999", "https://example.org")
    assert (document.media, document.auto_links) == (("musicians/taro.jpg",), False)


@pytest.mark.parametrize(
    ("path", "fields", "about"),
    [
        ("content/instruments/dombra.md", "family: strings", InstrumentFacts("strings")),
        ("content/countries/kazakhstan.md", "code: kz", CountryFacts("KZ")),
        (
            "content/venues/small-hall.md",
            "city: Almaty\ncountry: Kazakhstan\nopened: 1936\nclosed: before 1999\nlatitude: 43.25\nlongitude: -76.9",
            VenueFacts("Almaty", "Kazakhstan", read_date("1936"), read_date("before 1999"), 43.25, -76.9),
        ),
        ("content/genres/folk.md", "", TermFacts()),
        ("content/pages/about.md", "", TermFacts()),
    ],
)
def test_each_kind_has_fields_of_its_own(read, path, fields, about):
    outcome = read(fields, path=path)

    assert outcome.value.facts.about == about
    assert outcome.diagnostics == ()


def test_a_facet_of_the_site_is_a_field_in_both_numbers(read):
    config = SiteConfig(facets=(*DEFAULT_FACETS, Facet("schools", "school", "Schools")))

    outcome = read("school: Kyzylorda", config=config)

    assert outcome.value.facts.about.facets == (FacetValue("schools", "Kyzylorda"),)
    assert read("school: Kyzylorda").diagnostics[0].code == "F008"


@pytest.mark.parametrize(("singular", "plural"), [("teacher", "teachers"), ("pupil", "pupils")])
def test_a_relation_has_a_short_form_as_facets_have(read, singular, plural):
    outcome = read(f"{singular}: Ivan Petrovich")

    assert outcome.value.facts.about.relations == (RelationValue(plural, "Ivan Petrovich"),)
    assert outcome.diagnostics == ()
    assert outcome.value.places[f"{plural}[0]"].line == 3


def test_a_relation_in_both_forms_is_an_error(read):
    outcome = read("teachers: [A]\nteacher: B")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.message) == ("F020", '"teacher" and "teachers" both stand here')
    assert outcome.value.facts.about.relations == (RelationValue("teachers", "A"),)


def test_places_are_those_of_the_values(read):
    line = "  - {name: Carnegie Hall, year: 2004}"
    outcome = read(
        f"name: Taro\nvenues:\n{line}\nteacher: x\nborn: c. 1985\nimage: {{file: a.jpg, alt: b}}", body="[[X]]"
    )

    places = outcome.value.places
    assert places["name"] == Place(2, 7, 4, "name: Taro")
    assert places["venues[0]"] == Place(4, 5, 33, line)
    assert places["venues[0].year"] == Place(4, 33, 4, line)
    assert places["born"] == Place(6, 7, 7, "born: c. 1985")
    assert places["media[0]"] == places["image.file"] == Place(7, 15, 5, "image: {file: a.jpg, alt: b}")
    assert places["link[0]"] == Place(9, 1, 5, "[[X]]")


def test_the_short_form_of_a_facet_has_the_places_of_the_long_one(read):
    places = read("instrument: violin").value.places

    assert places["instruments[0]"] == Place(3, 13, 6, "instrument: violin")


def test_columns_are_characters_whatever_the_bytes(read_bytes):
    (fault,) = read_bytes("\ufeff---\r\nname: 🎻 Әсет\r\nborn: 🎻🎻 \r\n---\r\n".encode()).diagnostics

    assert (fault.code, fault.span, fault.excerpt) == ("F012", Span(PATH, 3, 7, 2), "born: 🎻🎻 ")


@pytest.mark.parametrize(
    ("fields", "code", "span", "message"),
    [
        ("name: [Bakhyt, Taro]", "F010", (2, 7, 14), '"name" is a list, and takes one text'),
        ("born: {year: 1985}", "F010", (3, 7, 12), '"born" is a group of fields, and takes one text'),
        ("aliases: [{name: x}]", "F010", (3, 11, 9), '"aliases[0]" is a group of fields, and takes one text'),
        ("venues: [[x]]", "F010", (3, 10, 3), '"venues[0]" is a list, and takes one text'),
        ("works: [{title: [x]}]", "F010", (3, 17, 3), '"works[0].title" is a list, and takes one text'),
        ("works: [{year: 1985}]", "F011", (3, 9, 12), "a work has no title"),
        ("venues: [{year: 1985}]", "F011", (3, 10, 12), 'an item of "venues" has no name'),
        ("image: {alt: x}", "F011", (3, 8, 8), "the image has no file"),
        ("born: yesterday", "F012", (3, 7, 9), '"yesterday" is not a date'),
        ("born: 2001-13", "F012", (3, 7, 7), "there is no such month as 2001-13"),
        ("venues: [{name: x, year: soon}]", "F012", (3, 26, 4), '"soon" is not a date'),
        ("works: [{title: x, year: [1985]}]", "F010", (3, 26, 6), '"works[0].year" is a list, and takes one text'),
        ("updated: 2024", "F012", (3, 10, 4), '"updated" takes a day, and "2024" is none'),
        ("updated: c. 2024-03-12", "F012", (3, 10, 13), '"updated" takes a day, and "c. 12 March 2024" is none'),
        ("slug: ../../etc/passwd", "F015", (3, 7, 16), '"../../etc/passwd" cannot be an address'),
        ("slug: /absolute", "F015", (3, 7, 9), '"/absolute" cannot be an address'),
        (r"slug: C:\x", "F015", (3, 7, 4), r'"C:\x" cannot be an address'),
        ("slug: '%2e%2e'", "F015", (3, 7, 8), '"%2e%2e" cannot be an address'),
        ("slug: con", "F015", (3, 7, 3), '"con" cannot be an address'),
        ("former_slugs: [good, Bad One]", "F015", (3, 22, 7), '"Bad One" cannot be an address'),
        (f"summary: {'x' * 120}", "F017", (3, 10, 120), "the summary has 120 characters"),
        ("image: {file: taro.jpg}", "F018", (3, 8, 16), 'the image "taro.jpg" has no description'),
        ("image: taro.jpg", "F018", (3, 8, 8), 'the image "taro.jpg" has no description'),
        ("image: {file: ../../x.jpg, alt: x}", "F019", (3, 15, 11), '"../../x.jpg" is no path inside content/'),
        ("image: {file: /etc/x.jpg, alt: x}", "F019", (3, 15, 10), '"/etc/x.jpg" is no path inside content/'),
        (r"image: {file: 'C:\x.jpg', alt: x}", "F019", (3, 15, 10), r'"C:\x.jpg" is no path inside content/'),
        ("image: {file: taro.svg, alt: x}", "F019", (3, 15, 8), '"taro.svg" is no picture'),
        ("instrument: x\ninstruments: [y]", "F020", (3, 1, 10), '"instrument" and "instruments" both stand here'),
        ("venues: [{name: x, year: 1999, years: 2004}]", "F020", None, '"year" and "years" both stand here'),
        ("born:", "F021", (3, 1, 4), '"born" has no value'),
        ("born:   # unknown", "F021", (3, 1, 4), '"born" has no value'),
        ("aliases:\n  - x\n  -", "F021", (5, 4, 1), 'an item of "aliases" has no value'),
        ("works: [{title: x, note: }]", "F021", (3, 20, 4), '"note" has no value'),
        ("instruments: [violin, Violin]", "F022", (3, 23, 6), '"Violin" stands in "instruments" twice'),
        ("works: [{title: x, yaer: 1985}]", "F008", (3, 20, 4), '"yaer" is not a field here'),
    ],
)
def test_a_faulty_value_is_an_error_where_it_stands(read, fields, code, span, message):
    fault = read(fields).diagnostics[0]

    assert (fault.code, fault.message) == (code, message)
    assert span is None or (fault.span.line, fault.span.column, fault.span.length) == span


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("latitude", "402.1", '"402.1" is no latitude'),
        ("latitude", "-90.1", '"-90.1" is no latitude'),
        ("latitude", "40,5", '"40,5" is no latitude'),
        ("longitude", "180.5", '"180.5" is no longitude'),
        ("longitude", "west", '"west" is no longitude'),
        ("longitude", "nan", '"nan" is no longitude'),
        ("longitude", "1e2", '"1e2" is no longitude'),
    ],
)
def test_degrees_have_bounds(read, field, value, message):
    outcome = read(f"{field}: {value}", path="content/venues/x.md")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.message) == ("F013", message)
    assert getattr(outcome.value.facts.about, field) is None


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("KAZ", "Kazakhstan, for one, is KZ"),
        ("Turkey", "the code of Turkey is TR"),
        ("SU", "Kazakhstan, for one, is KZ"),
    ],
)
def test_a_country_code_must_exist(read, code, hint):
    outcome = read(f"code: {code}", path="content/countries/x.md")
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.hint) == ("F016", hint)
    assert outcome.value.facts.about == CountryFacts("")


@pytest.mark.parametrize(
    ("field", "codes"), [("born: 1985", ["F011"]), ("name:", ["F011", "F021"]), ('name: " "', None)]
)
def test_a_name_is_required(read_bytes, field, codes):
    outcome = read_bytes(f"---\n{field}\n---\n".encode())

    assert [fault.code for fault in outcome.diagnostics] == (codes or ["F011", "F021"])
    assert outcome.value.facts.name == "taro"


def test_what_is_faulty_is_left_out_and_the_rest_kept(read):
    outcome = read(
        "born: soon\ndied: 2021\nslug: ../x\ninstruments: [violin, Violin, [x], qobyz]\nformer_slugs: [A, b]"
    )

    about = outcome.value.facts.about
    assert (about.born, about.died, outcome.value.facts.id) == (None, read_date("2021"), "musicians/taro")
    assert [value.name for value in about.facets] == ["violin", "qobyz"]
    assert outcome.value.facts.former_slugs == ("b",)
    assert outcome.value.places["instruments[1]"].column == 36
    assert outcome.value.places["former_slugs[0]"].column == 19


def test_a_venue_stands_in_its_list_for_every_time_that_something_is_said_of_it(read):
    outcome = read(
        """
venues:
  - {name: Carnegie Hall, year: 1979, note: debut}
  - {name: carnegie hall, year: 2004}
  - {name: Carnegie Hall, year: 2004}
played_with:
  - {name: Milo, year: 1979}
  - {name: Milo, year: 2004}
""".strip()
    )

    venues = outcome.value.facts.about.facets
    assert [(value.name, value.note) for value in venues] == [("Carnegie Hall", "debut"), ("carnegie hall", "")]
    assert [(fault.code, fault.span.line) for fault in outcome.diagnostics] == [("F022", 6), ("F022", 9)]


def test_names_are_composed_and_their_blanks_collapsed(read):
    outcome = read("name: Cafe\u0301   Aral\naliases:\n  - >\n    Two\n    lines")

    assert outcome.value.facts.name == "Café Aral"
    assert outcome.value.facts.aliases == ("Two lines",)


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("content/musicians/Bakhyt Taro.md", "bakhyt-taro"),
        ("content/musicians/Әсет.md", "aset"),
        ("content/musicians/con.md", "con-x"),
        ("content/musicians/%2e%2e.md", "2e-2e"),
    ],
)
def test_a_file_name_that_cannot_be_an_address_is_an_error(read, path, slug):
    outcome = read(path=path)
    (fault,) = outcome.diagnostics

    assert (fault.code, fault.span) == ("F015", Span(path))
    assert fault.hint == f"rename the file to {slug}.md, or write slug: {slug} in its front matter"
    assert outcome.value.facts.id == f"musicians/{slug}"


def test_a_slug_spares_the_file_name(read):
    outcome = read("slug: bakhyt-taro", path="content/musicians/Bakhyt Taro.md")

    assert (outcome.value.facts.id, outcome.diagnostics) == ("musicians/bakhyt-taro", ())


def test_a_file_name_without_letters_takes_the_name(read):
    outcome = read("name: Taro", path="content/musicians/!!.md")

    assert outcome.value.facts.id == "musicians/taro"
    assert read("name: '?!'", path="content/musicians/!!.md").value.facts.id == "musicians/unnamed"


def test_markup_in_a_field_stays_text(read):
    text = "<script>alert(1)</script> {{ 7*7 }}"
    outcome = read(f'name: "{text}"\nsummary: "{text}"\nsources: ["{text}"]')

    facts = outcome.value.facts
    assert (facts.name, facts.summary, outcome.value.sources) == (text, text, (text,))


def test_a_fault_has_the_severity_of_its_rule(read):
    found = {fault.code: fault.severity for fault in read("born: soon\nfoo: bar").diagnostics}

    assert msgspec.to_builtins(found) == {"F012": "error", "F008": "warning"}


def test_an_apostrophe_inside_a_word_is_typographic_where_readers_see_it(read):
    facts = read(
        "name: Rose O'Brien\nsummary: 'Sang ''no'' at the Railwaymen''s Club'\nvenues: [Railwaymen's Club, 5'4]"
    ).value.facts

    assert (facts.name, facts.summary) == ("Rose O’Brien", "Sang 'no' at the Railwaymen’s Club")
    assert [value.name for value in facts.about.facets] == ["Railwaymen’s Club", "5'4"]
