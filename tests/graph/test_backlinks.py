"""Which entries speak of which."""

from site_builder.graph.encyclopedia import Backlink
from site_builder.model.facts import Sentence
from tests.graph.examples import example


def test_each_entry_that_speaks_of_another_is_listed_once_with_its_first_sentence() -> None:
    site = example("""
        -- musicians/askarova.md --
        name: Amalia Askarova

        Amalia Askarova played. See [[Amalia Askarova#Life]].

        ## Life
        -- musicians/b.md --
        name: Zoe Adams

        She knew Amalia Askarova. She played with [[Amalia Askarova|her cousin]]. [[Amalia Askarova]] left.
        -- musicians/a.md --
        name: Anna Zeta

        Here Amalia Askarova sang.
        -- pages/about.md --
        name: About

        It began with [[askarova]].
    """)

    assert site.encyclopedia.backlinks == {
        "musicians/askarova": (
            Backlink("pages/about", Sentence("It began with ", "askarova", ".")),
            Backlink("musicians/b", Sentence("She played with ", "her cousin", ".")),
            Backlink("musicians/a", Sentence("Here ", "Amalia Askarova", " sang.")),
        )
    }


def test_links_to_nobody_and_to_namesakes_are_no_backlinks() -> None:
    site = example("""
        -- musicians/one.md --
        name: Ivan Petrovich
        -- musicians/two.md --
        name: Ivan Petrovich
        -- musicians/a.md --
        name: Anna

        [[Ivan Petrovich]] and [[Nobody]].
    """)

    assert site.encyclopedia.backlinks == {}
