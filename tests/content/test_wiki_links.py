import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.wiki_links import State, find_links, prefixes_of, read_reference
from site_builder.model.config import DEFAULT_FACETS, Facet
from site_builder.model.facts import Reference

PREFIXES = prefixes_of((*DEFAULT_FACETS, Facet("schools", "school", "Schools")))


def links_in(text):
    return [(link.state, text[link.start : link.end]) for link in find_links(text, PREFIXES)]


@pytest.mark.parametrize(
    ("inside", "reference"),
    [
        ("Amalia Askarova", Reference("Amalia Askarova")),
        (" Amalia \n  Askarova ", Reference("Amalia Askarova")),
        ("Amalia Askarova|her cousin", Reference("Amalia Askarova", label="her cousin")),
        ("Amalia Askarova | the \n singer's", Reference("Amalia Askarova", label="the singer's")),
        (r"Amalia Askarova\|her cousin", Reference("Amalia Askarova", label="her cousin")),
        ("Amalia Askarova#Career", Reference("Amalia Askarova", anchor="Career")),
        ("Amalia Askarova#Later years|then", Reference("Amalia Askarova", anchor="Later years", label="then")),
        ("venue:Carnegie Hall", Reference("Carnegie Hall", kind="venues")),
        ("Venues: Carnegie Hall", Reference("Carnegie Hall", kind="venues")),
        ("musician:Taro", Reference("Taro", kind="musicians")),
        ("page:about", Reference("about", kind="pages")),
        ("school:Kyzylorda", Reference("Kyzylorda", kind="schools")),
        ("Symphony: No. 5", Reference("Symphony: No. 5")),
        ("O'Brien", Reference("O'Brien")),
        ("Cafe\u0301", Reference("Café")),
        ("Taro|", Reference("Taro")),
        ("a|b|c", Reference("a", label="b|c")),
        ("|label", Reference("", label="label")),
        ("venue:", Reference("", kind="venues")),
        ("#Career", Reference("", anchor="Career")),
    ],
)
def test_a_link_says_who_and_how(inside, reference):
    assert read_reference(inside, PREFIXES) == reference


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("a [[b]] c [[d]]", [(State.LINK, "[[b]]"), (State.LINK, "[[d]]")]),
        ("[[a]][[b]]", [(State.LINK, "[[a]]"), (State.LINK, "[[b]]")]),
        (r"\[[a]]", []),
        (r"\\[[a]]", [(State.LINK, "[[a]]")]),
        (r"\\\[[a]]", []),
        ("[[[a]]]", [(State.LINK, "[[a]]")]),
        ("[[[[a]]]]", [(State.LINK, "[[a]]")]),
        ("[[Louis [Hérold] Herold]]", [(State.LINK, "[[Louis [Hérold] Herold]]")]),
        ("[[[Isidor] Georg[e] Henschel]]", [(State.LINK, "[[[Isidor] Georg[e] Henschel]]")]),
        ("[[Foo [Bar]]]", [(State.LINK, "[[Foo [Bar]]]")]),
        ("[[a\nb]]", [(State.LINK, "[[a\nb]]")]),
        ("[[a\n \nb]]", [(State.UNCLOSED, "[[")]),
        ("[[]]", [(State.EMPTY, "[[]]")]),
        ("[[ ]] [[ | x]]", [(State.EMPTY, "[[ ]]"), (State.EMPTY, "[[ | x]]")]),
        ("[[a", [(State.UNCLOSED, "[[")]),
        ("[[a] b", [(State.UNCLOSED, "[[")]),
        ("[[a [[b]]", [(State.UNCLOSED, "[["), (State.LINK, "[[b]]")]),
        ("[[a \\[[b]]", [(State.UNCLOSED, "[[")]),
        ("[[1](https://example.org)]", []),
        ("[[1][ref]]", []),
        ("a[0][1]", []),
    ],
)
def test_links_are_found_where_a_reader_of_the_source_sees_them(text, links):
    assert links_in(text) == links


@given(st.text(alphabet="[]\\ab|#:\n", max_size=40))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_links_never_overlap_and_stand_in_order(text):
    end = 0
    for link in find_links(text, PREFIXES):
        assert end <= link.start < link.end <= len(text)
        assert text.startswith("[[", link.start)
        end = link.end


names = st.text(st.characters(categories=["L", "N"], include_characters=" '’.-&"), min_size=1).filter(str.strip)


@given(names, names)
@settings(deadline=None, derandomize=True)
def test_any_name_can_be_linked_to_and_labelled(name, label):
    (link,) = find_links(f"[[{name}|{label}]]", {})

    assert link.state is State.LINK
    assert link.reference == read_reference(f" {name} | {label} ", {})
