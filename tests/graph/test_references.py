"""Where wiki links lead."""

from site_builder.graph.encyclopedia import Target, Wanted
from tests.graph.examples import example


def test_a_link_leads_to_an_entity_a_heading_a_page_of_namesakes_or_nowhere() -> None:
    site = example("""
        -- musicians/amalia-askarova.md --
        name: Amalia Askarova

        ## Early Years

        She played.
        -- musicians/milo-askarova.md --
        name: Milo Askarova
        instruments: [violin]
        -- musicians/taro.md --
        name: Bakhyt Taro

        [[amalia askarova]] [[Amalia Askarova#early years]] [[amalia-askarova#s-early-years]] [[Milo Askarova#No]]
        [[instrument:Violin]] [[Violin#No]] [[Askarova]] [[Nobody]] [[taro]]
    """)

    assert site.encyclopedia.targets["musicians/taro"] == (
        Target("musicians/amalia-askarova"),
        Target("musicians/amalia-askarova", "s-early-years"),
        Target("musicians/amalia-askarova", "s-early-years"),
        Target("musicians/milo-askarova"),
        Target("instruments/violin"),
        Target("instruments/violin"),
        Target(ambiguity="askarova"),
        Target(),
        Target("musicians/taro"),
    )
    assert [found.code for found in site.findings] == ["L004", "L004", "L002", "L001", "L006"]


def test_wanted_pages_are_listed_once_with_all_who_want_them() -> None:
    site = example("""
        -- musicians/b.md --
        name: Zoe Adams
        teachers: [somebody]

        [[Nobody]] [[nobody]]
        -- musicians/a.md --
        name: Anna Zeta

        [[Somebody]] [[Nobody]]
    """)

    assert site.encyclopedia.wanted == (
        Wanted("Nobody", ("musicians/b", "musicians/a")),
        Wanted("Somebody", ("musicians/b", "musicians/a")),
    )


def test_a_hint_keeps_label_and_heading_and_says_which_of_several() -> None:
    site = example("""
        -- musicians/john-smith.md --
        name: John Smith
        -- musicians/john-smith-2.md --
        name: John Smith
        -- venues/jon-smits.md --
        name: "Hall: Jon Smyt"
        -- musicians/taro.md --
        name: Bakhyt Taro

        [[John Smyth#Life|the drummer]] [[Hall Jon Smyt]] [[Vladimir]]
    """)

    assert [hint for *_, hint in site.told("L001")] == [
        "did you mean [[john-smith#Life|the drummer]] or [[john-smith-2#Life|the drummer]]?",
        "did you mean [[jon-smits|Hall: Jon Smyt]]?",
        "write an entry of that name, or take the brackets away",
    ]


def test_several_entities_are_proposed_where_they_are_as_likely() -> None:
    site = example("""
        -- musicians/a.md --
        name: Anna Petrovna
        -- musicians/b.md --
        name: Anne Petrova
        -- musicians/c.md --
        name: Joanna Petrovska
        -- musicians/taro.md --
        name: Bakhyt Taro

        [[Anna Petrova]]
    """)

    assert [hint for *_, hint in site.told("L001")] == ["did you mean [[Anna Petrovna]] or [[Anne Petrova]]?"]


def test_a_long_list_of_namesakes_is_cut() -> None:
    people = "".join(f"-- musicians/m{n}.md --\nname: Ann{letter} Lee\n" for n, letter in enumerate("abcdefghi"))
    site = example(f"{people}-- musicians/taro.md --\nname: Bakhyt Taro\n\n[[Lee]]\n")

    ((_, _, message, hint),) = site.told("L002")
    assert message.endswith("musicians/m4, musicians/m5 or 3 more")
    assert hint.startswith("write [[Anna Lee|Lee]], [[Annb Lee|Lee]]")


def test_namesakes_of_one_address_are_told_apart_by_kind() -> None:
    site = example("""
        -- musicians/aral.md --
        name: Aral
        -- musicians/aral-2.md --
        name: Aral
        -- venues/aral.md --
        name: Sea
        aliases: [Aral]
        -- musicians/taro.md --
        name: Bakhyt Taro

        [[Aral]]
    """)

    assert [hint for *_, hint in site.told("L002")] == ["write [[musician:aral|Aral]] or [[aral-2|Aral]]"]


def test_an_ordinary_word_is_proposed_as_the_author_wrote_it() -> None:
    site = example("""
        -- instruments/violin.md --
        name: Violin
        -- musicians/taro.md --
        name: Bakhyt Taro

        [[Violine|violin]]
    """)

    assert [hint for *_, hint in site.told("L001")] == ["did you mean [[violin]]?"]


def test_a_link_to_oneself_is_not_proposed() -> None:
    site = example("""
        -- musicians/amalia.md --
        name: Amalia Askarova

        [[Askarova]]
        -- musicians/milo.md --
        name: Milo Askarova
    """)

    assert [hint for *_, hint in site.told("L002")] == ["write [[Milo Askarova|Askarova]]"]
