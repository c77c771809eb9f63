import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.authoring.drafts import Draft
from site_builder.authoring.entries import NewEntry, Refusal, faults_of, hindrance, new_entry, write_entry
from site_builder.content.parse import parse
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.config import SiteConfig
from site_builder.model.facts import MusicianFacts
from site_builder.model.source import Source
from tests.authoring.encyclopedias import make_encyclopedia

TODAY = date(2026, 11, 21)
NAMES = (
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=40)
    .map(lambda text: " ".join(unicodedata.normalize("NFC", text).split()))
    .filter(bool)
)


def entry_of(draft: Draft, encyclopedia: Encyclopedia | None = None, *, slug: str = "") -> NewEntry:
    entry = new_entry(draft, encyclopedia or make_encyclopedia(), today=TODAY, slug=slug)
    assert isinstance(entry, NewEntry)
    return entry


def test_a_file_is_named_after_the_entry() -> None:
    assert entry_of(Draft("musicians", "Құрманғазы Сағырбайұлы")).path == "content/musicians/qurmangazy-sagyrbaiuly.md"


def test_an_address_can_be_chosen() -> None:
    assert entry_of(Draft("musicians", "?!"), slug="question-mark").path == "content/musicians/question-mark.md"


@pytest.mark.parametrize("slug", ["../x", "A", "a--b", "con", "a" * 81, "é"])
def test_what_can_be_no_address_is_refused(slug: str) -> None:
    assert isinstance(new_entry(Draft("musicians", "X"), make_encyclopedia(), today=TODAY, slug=slug), Refusal)


def test_a_term_that_only_entries_name_gets_its_file(encyclopedia: Encyclopedia) -> None:
    assert entry_of(Draft("instruments", "violin"), encyclopedia).path == "content/instruments/violin.md"


def test_the_address_offered_in_place_of_a_taken_one_is_an_address(encyclopedia: Encyclopedia) -> None:
    refusal = new_entry(Draft("musicians", "Bakhyt Taro"), encyclopedia, today=TODAY)

    assert refusal == Refusal(
        'content/musicians/bakhyt-taro.md has the address "bakhyt-taro" already',
        "edit that file; or, if this is somebody else of that name, choose another address, such as --slug "
        "bakhyt-taro-2",
    )


def test_the_code_of_a_known_country_is_filled_in_and_a_given_one_kept() -> None:
    assert "code: KZ\n" in entry_of(Draft("countries", "Kazakhstan")).text
    assert "code: XX\n" in entry_of(Draft("countries", "Kazakhstan", {"code": ("XX",)})).text
    assert "code" not in entry_of(Draft("countries", "Soviet Union")).text
    assert "code" not in entry_of(Draft("instruments", "Kazakhstan")).text


def test_faults_of_a_new_file_are_those_that_a_build_would_tell() -> None:
    entry = entry_of(Draft("musicians", "X", {"born": ("yesterday",), "summary": ("x" * 130,)}))

    assert [fault.code for fault in faults_of(entry, SiteConfig())] == ["F017", "F012"]
    assert faults_of(entry_of(Draft("musicians", "X")), SiteConfig()) == ()


@given(
    NAMES,
    st.lists(NAMES, max_size=3, unique_by=str.casefold),
    st.lists(NAMES, max_size=3, unique_by=str.casefold),
    st.sampled_from(["1985", "c. 1985", "1985-03-12", "before 1900", "1985?"]),
)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_what_is_written_is_what_a_build_reads(
    name: str, aliases: list[str], instruments: list[str], born: str
) -> None:
    fields = {"aliases": tuple(aliases), "instruments": tuple(instruments), "born": (born,)}
    entry = entry_of(Draft("musicians", name, fields), slug="x")

    document = parse(Source(entry.path, entry.text.encode()), SiteConfig()).value

    assert document is not None
    facts = document.facts
    assert isinstance(facts.about, MusicianFacts)
    # A build makes an apostrophe inside a word a typographic one; nothing else may differ.
    read = (facts.name, *facts.aliases, *(value.name for value in facts.about.facets))
    assert [text.replace("’", "'") for text in read] == [
        text.replace("’", "'") for text in (name, *aliases, *instruments)
    ]
    assert facts.about.born is not None
    assert facts.updated is not None
    assert facts.updated.iso() == "2026-11-21"
    assert document.parts == ()


def test_a_file_is_written_with_unix_line_ends_and_only_once(tmp_path: Path) -> None:
    entry = NewEntry("content/musicians/x.md", "---\nname: Ә\n---\n\n")

    first, second = write_entry(tmp_path, entry), write_entry(tmp_path, NewEntry(entry.path, "other"))

    assert first is None
    assert second == Refusal(
        "content/musicians/x.md exists already", "edit that file, or choose another address with --slug"
    )
    assert (tmp_path / entry.path).read_bytes() == entry.text.encode()


@pytest.mark.parametrize("link", ["content", "content/musicians", "content/musicians/x.md"])
def test_nothing_is_written_through_a_symbolic_link(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(elsewhere / "x.md" if link.endswith(".md") else elsewhere)

    assert isinstance(write_entry(tmp_path, NewEntry("content/musicians/x.md", "text")), Refusal)
    assert list(elsewhere.rglob("*")) == []


def test_what_would_forbid_writing_is_seen_before(tmp_path: Path) -> None:
    entry = entry_of(Draft("musicians", "Aset Dala"))

    assert hindrance(tmp_path, entry) is None
    assert not list(tmp_path.iterdir())
    write_entry(tmp_path, entry)
    assert hindrance(tmp_path, entry) == Refusal(
        "content/musicians/aset-dala.md exists already", "edit that file, or choose another address with --slug"
    )


def test_a_folder_that_is_a_symbolic_link_is_seen_before(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere")

    assert hindrance(tmp_path, entry_of(Draft("musicians", "Aset Dala"))) == Refusal(
        "content is a symbolic link, which a build does not follow", "put the folder itself there"
    )
