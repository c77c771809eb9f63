import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content import yaml_tree
from site_builder.content.yaml_tree import Forbidden, Malformed, Mapping, Scalar, Sequence, read_tree


@pytest.fixture(params=["libyaml", "PyYAML"])
def any_scanner(request, monkeypatch):
    """Both scanners: PyYAML alone is what remains where libyaml is missing."""
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.CLoader if request.param == "libyaml" else yaml.Loader)


@pytest.mark.usefixtures("any_scanner")
def test_a_tree_is_what_is_written_with_its_places():
    tree = read_tree('näme: 🎻 Taro\nb: [x, "NO"]\n')

    assert tree.root == Mapping(
        (
            (Scalar("näme", 1, 1, 1, 5, plain=True), Scalar("🎻 Taro", 1, 7, 1, 13, plain=True)),
            (
                Scalar("b", 2, 1, 2, 2, plain=True),
                Sequence((Scalar("x", 2, 5, 2, 6, plain=True), Scalar("NO", 2, 8, 2, 12, plain=False)), 2, 4, 2, 13),
            ),
        ),
        *(1, 1, 3, 1),
    )


@pytest.mark.usefixtures("any_scanner")
@pytest.mark.parametrize(
    "text", ["NO", "yes", "on", "0800", "12:30:45", "1.10", "1_000", "1e3", "Null", "~", "0x1F", "2001-01-01", ".inf"]
)
def test_text_stays_text(text):
    root = read_tree(f"a: {text}").root

    assert isinstance(root, Mapping)
    assert isinstance(root.entries[0][1], Scalar)
    assert root.entries[0][1].text == text


@pytest.mark.usefixtures("any_scanner")
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x b", Forbidden("an anchor", 1, 4)),
        ("a: b\nc: *x", Forbidden("an alias", 2, 4)),
        ("a: !!str b", Forbidden("a tag", 1, 4)),
        ("a: !!python/object:os.system b", Forbidden("a tag", 1, 4)),
        ("a: ! b", Forbidden("a tag", 1, 4)),
        ("&x a: b", Forbidden("an anchor", 1, 1)),
        ("a: b\n--- c\n", Forbidden("a second document", 2, 1)),
        ("a: b\nc: " + "[" * 30 + "]" * 30, Forbidden("nesting deeper than 20", 2, 4)),
        ("a: " + "{b: " * 30 + "c" + "}" * 30, Forbidden("nesting deeper than 20", 1, 80)),
        ("a:\n" + "".join(f"{' ' * n}-\n" for n in range(30)) + " " * 30 + "b", None),
    ],
)
def test_what_only_an_attack_needs_is_refused(text, fault):
    found = read_tree(text).fault

    assert found == fault if fault else isinstance(found, Forbidden)


def test_nesting_up_to_the_limit_is_read():
    assert read_tree("a: " + "[" * 19 + "]" * 19).fault is None


@pytest.mark.parametrize(
    "bomb",
    [
        "a: " + "[" * 50_000,
        "a: " + "{" * 50_000,
        "a: " + "[a, " * 12_000,
        "- " * 25_000,
        "? " * 25_000,
        "{a: " * 12_000,
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(1_000)),
        "a: " + "x" * 70_000,
        "é" * 40_000,
    ],
    ids=lambda bomb: bomb[:6],
)
def test_a_bomb_is_refused(bomb):
    assert isinstance(read_tree(bomb).fault, Forbidden)


@pytest.mark.usefixtures("any_scanner")
def test_what_stands_before_a_fault_is_kept():
    tree = read_tree("name: Taro\nborn: 1985\nsummary: Foo: the bar\nid: x\n")

    assert isinstance(tree.root, Mapping)
    assert [key.text for key, _ in tree.root.entries if isinstance(key, Scalar)][:2] == ["name", "born"]
    assert isinstance(tree.fault, Malformed)
    assert (tree.fault.line, tree.fault.column) == (3, 13)


@pytest.mark.parametrize(("text", "root"), [("", None), ("# only a comment\n", None)])
def test_an_empty_text_is_an_empty_tree(text, root):
    assert read_tree(text).root is root


@given(st.text(alphabet=st.sampled_from("ab:-[]{}\"'#&*!|>%@` \n,?.~é🎻"), max_size=60))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_no_text_breaks_the_reader(text):
    read_tree(text)
