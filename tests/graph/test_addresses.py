"""Who lives at which address."""

from site_builder.graph.encyclopedia import Redirect
from tests.graph.examples import example


def test_the_first_of_two_files_by_path_gets_the_address_and_each_later_one_is_told() -> None:
    site = example("""
        -- musicians/c.md --
        name: Third
        slug: a
        -- musicians/b.md --
        name: Second
        slug: a
        -- musicians/a.md --
        name: First
    """)

    assert [entity.name for entity in site.encyclopedia.entities.values()] == ["First"]
    assert [(found.path, found.related) for found in site.findings] == [
        ("content/musicians/b.md", (("content/musicians/a.md", "slug"),)),
        ("content/musicians/c.md", (("content/musicians/a.md", "slug"),)),
    ]


def test_one_slug_in_two_kinds_is_two_addresses() -> None:
    site = example("-- musicians/a.md --\nname: A\n-- venues/a.md --\nname: B\n")

    assert site.findings == ()


def test_former_addresses_and_aliases_lead_to_the_entry() -> None:
    site = example("""
        -- musicians/bakhyt-taro.md --
        name: Bakhyt Taro
        aliases: [Бақыт Таро, The Wolf, "?!"]
        former_slugs: [taro, bakhyt-taro]
    """)

    assert site.encyclopedia.redirects == (
        Redirect("musicians/baqyt-taro", "musicians/bakhyt-taro", "Бақыт Таро"),
        Redirect("musicians/taro", "musicians/bakhyt-taro", ""),
        Redirect("musicians/the-wolf", "musicians/bakhyt-taro", "The Wolf"),
    )
    assert site.findings == ()


def test_an_alias_that_others_want_too_leads_nowhere() -> None:
    site = example("""
        -- musicians/a.md --
        name: A
        aliases: [Wolf, Bear, Owl, Fox]
        -- musicians/b.md --
        name: B
        aliases: [wolf]
        former_slugs: [owl]
        -- musicians/bear.md --
        name: Somebody
        -- venues/fox.md --
        name: Fox
    """)

    assert site.encyclopedia.redirects == (
        Redirect("musicians/fox", "musicians/a", "Fox"),
        Redirect("musicians/owl", "musicians/b", ""),
    )


def test_a_former_address_in_use_leads_nowhere_and_is_told() -> None:
    site = example("""
        -- venues/carnegie-hall.md --
        name: Carnegie Hall
        former_slugs: [music-hall, small-hall]
        -- venues/small.md --
        name: A small hall
        former_slugs: [music-hall]
        -- musicians/a.md --
        name: A
        venues: [Small Hall]
    """)

    assert site.told("A002") == [
        (
            "venues/carnegie-hall.md",
            "former_slugs[1]",
            '"small-hall" is the address of "Small Hall"',
            'delete "small-hall" from `former_slugs`',
        ),
        (
            "venues/small.md",
            "former_slugs[0]",
            '"music-hall" is a former address of "Carnegie Hall"',
            'delete "music-hall" from `former_slugs`',
        ),
    ]
    assert site.encyclopedia.redirects == (Redirect("venues/music-hall", "venues/carnegie-hall", ""),)
