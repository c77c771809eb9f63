"""Whole runs over small sites on disk."""

import shutil
from pathlib import Path

import pytest

from site_builder.build.options import BuildOptions, BuildResult
from site_builder.build.pipeline import build, check, encyclopedia_of
from site_builder.content.deadline import DeadlineError
from site_builder.model.diagnostic import Severity
from tests.sites import write_site

SMALL = """
    -- content/musicians/bakhyt-taro.md --
    name: Bakhyt Taro
    aliases: [Бақыт Таро]
    instruments: [violin]
    countries: [Kazakhstan]
    venues: [{name: Small Hall, year: 2012}]

    Bakhyt Taro met Amalia Askarova in Almaty.

    -- content/musicians/amalia-askarova.md --
    name: Amalia Askarova
    instruments: [piano]
    countries: [Germany]

    She played with [[Bakhyt Taro]].
"""


def codes(result: BuildResult) -> list[str]:
    return [diagnostic.code for diagnostic in result.diagnostics if diagnostic.severity is not Severity.NOTICE]


def published(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_a_site_of_two_entries_gets_pages_for_all_they_name(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)

    result = build(root, BuildOptions())

    pages = published(root / "output")
    assert (result.published, result.entries, codes(result)) == (True, 2, [])
    assert {
        "index.html",
        "404.html",
        "a-z.html",
        "maintenance.html",
        "catalog.json",
        "musicians/bakhyt-taro.html",
        "musicians/bakhyt-taro.json",
        "musicians/baqyt-taro.html",
        "instruments/index.html",
        "instruments/violin.html",
        "countries/kazakhstan.html",
        "venues/small-hall.html",
        "static/style.css",
    } <= set(pages)
    assert result.written == len(pages)


def test_prose_and_wiki_links_lead_to_the_entries_they_name(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)

    build(root, BuildOptions())

    pages = published(root / "output")
    assert b'href="../musicians/amalia-askarova.html"' in pages["musicians/bakhyt-taro.html"]
    assert b'href="../musicians/bakhyt-taro.html"' in pages["musicians/amalia-askarova.html"]


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    build(root, BuildOptions())

    result = build(root, BuildOptions())

    assert (result.published, result.written, result.deleted) == (True, 0, 0)


def test_the_page_of_a_deleted_entry_goes(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    build(root, BuildOptions())
    (root / "content/musicians/bakhyt-taro.md").unlink()

    build(root, BuildOptions())

    assert "musicians/bakhyt-taro.html" not in published(root / "output")


def test_a_build_with_errors_publishes_nothing_and_tells_every_fault(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    build(root, BuildOptions())
    before = published(root / "output")
    write_site(
        root,
        """
        -- content/musicians/amalia-askarova.md --
        name: Amalia Askarova
        born: 1797-02-31
        -- content/musicians/broken.md --
        name: [
        """,
    )

    result = build(root, BuildOptions())

    assert (result.published, result.failed, sorted(codes(result))) == (False, True, ["F005", "F012"])
    assert published(root / "output") == before


def test_keeping_on_publishes_the_rest_and_leaves_faulty_pages_as_they_last_were(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    build(root, BuildOptions())
    before = published(root / "output")
    write_site(
        root,
        """
        -- content/musicians/bakhyt-taro.md --
        name: [
        -- content/musicians/amalia-askarova.md --
        name: Amalia Askarova
        born: 1797-02-31
        -- content/musicians/milo-askarova.md --
        name: Milo Askarova
        """,
    )

    result = build(root, BuildOptions(keep_going=True))

    after = published(root / "output")
    assert (result.published, result.failed) == (True, True)
    assert "musicians/milo-askarova.html" in after
    for faulty in ("musicians/bakhyt-taro.html", "musicians/amalia-askarova.html"):
        assert after[faulty] == before[faulty]


def too_slow(body: str, facets: object) -> None:
    raise DeadlineError


@pytest.mark.parametrize("options", [BuildOptions(), BuildOptions(keep_going=True)])
def test_a_text_that_there_was_no_time_to_read_is_read_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: BuildOptions
) -> None:
    root = write_site(tmp_path, SMALL)
    with monkeypatch.context() as patch:
        patch.setattr("site_builder.content.body.read_plainly", too_slow)
        assert codes(build(root, options)) == ["B003", "B003"]

    assert codes(build(root, options)) == []

    whole = published(root / "output")
    shutil.rmtree(root / ".cache")
    build(root, options)
    assert published(root / "output") == whole


def test_an_entry_whose_text_cannot_be_read_can_still_be_renamed(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    for name in ("Before", "After"):
        write_site(root, f"-- content/musicians/endless.md --\nname: {name}\n\n" + "[" * 4096 + "\n")
        assert codes(build(root, BuildOptions(keep_going=True))) == ["B003"]

    rebuilt = published(root / "output")
    assert b"After" in rebuilt["a-z.html"]
    shutil.rmtree(root / ".cache")
    build(root, BuildOptions(keep_going=True))
    assert published(root / "output") == rebuilt


def test_a_page_that_was_kept_for_a_faulty_entry_goes_with_the_entry(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    without = build(root, BuildOptions(keep_going=True)).output
    expected = published(without)
    write_site(root, "-- content/musicians/passing.md --\nname: Passing\n\nFor a while.\n")
    build(root, BuildOptions(keep_going=True))
    entry = root / "content/musicians/passing.md"
    entry.write_text(entry.read_text().replace("-", "", 1))
    assert build(root, BuildOptions(keep_going=True)).failed
    assert "musicians/passing.html" in published(without)

    entry.unlink()
    build(root, BuildOptions(keep_going=True))

    assert published(without) == expected


def test_warnings_are_errors_where_the_site_is_strict(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(root, "-- content/musicians/wanting.md --\nname: W\n\nSee [[Nobody]].\n")

    assert build(root, BuildOptions()).failed is False
    strict = build(root, BuildOptions(strict=True))
    assert (strict.failed, codes(strict)) == (True, ["L001"])


def test_drafts_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(root, "-- content/musicians/new.md --\nname: New\ndraft: true\nborn: never\n")

    without = build(root, BuildOptions())
    assert (codes(without), "musicians/new.html" in published(root / "output")) == ([], False)
    assert codes(build(root, BuildOptions(drafts=True))) == ["F012"]


def test_the_output_folder_may_not_hold_or_lie_in_the_sources(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)

    for output in (root, tmp_path.parent, root / "content" / "site"):
        result = build(root, BuildOptions(output=output, adopt=True))
        assert (result.published, "P002" in codes(result)) == (False, True)
    assert sorted(path.name for path in root.iterdir()) == [".cache", "content", "site.toml"]


def test_a_system_that_refuses_to_write_is_told_and_no_traceback(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    (root / "output" / "index.html").mkdir(parents=True)
    (root / "output" / "index.html" / "thesis.doc").touch()

    result = build(root, BuildOptions(adopt=True))

    assert (result.published, codes(result)) == (False, ["P004"])


def test_a_missing_theme_publishes_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    (root / "site.toml").write_text('theme = "encyclopaedia"\n')

    result = build(root, BuildOptions(keep_going=True))

    assert (result.published, codes(result)) == (False, ["T001"])


def test_pictures_that_a_page_shows_are_published_and_missing_ones_are_errors(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(
        root,
        """
        -- content/musicians/amalia-askarova.md --
        name: Amalia Askarova
        image: {file: amalia.png, alt: At the piano}

        ![The hall](hall.png)
        """,
    )
    (root / "content/musicians/amalia.png").write_bytes(b"\x89PNG")
    (root / "content/musicians/unused.png").write_bytes(b"\x89PNG")

    result = build(root, BuildOptions(keep_going=True))

    assert [(fault.code, fault.message) for fault in result.diagnostics if fault.severity is Severity.ERROR] == [
        ("F019", "there is no picture content/musicians/hall.png")
    ]
    pictures = {path for path in published(root / "output") if path.startswith("media/")}
    assert pictures == {"media/musicians/amalia.png"}


def test_check_writes_nothing_and_finds_broken_links_and_an_impossible_world(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(
        root,
        """
        -- content/musicians/amalia-askarova.md --
        name: Amalia Askarova
        instruments: [piano]
        countries: [Germany]
        venues: [Small Hall]
        born: 1931
        died: 1913

        A [programme](programme.html) shared with Bakhyt Taro.
        """,
    )

    result = check(root, BuildOptions())

    assert codes(result) == ["W001", "K001"]
    assert not (root / "output").exists()


def test_extensions_of_the_site_are_loaded_and_faulty_ones_told(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    (root / "site.toml").write_text('checks = ["no.such:thing"]\nemitters = ["json:dumps"]\n')

    result = build(root, BuildOptions())

    assert codes(result) == ["S008", "S008"]


def test_the_encyclopedia_can_be_asked_without_building(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)

    site, diagnostics = encyclopedia_of(root, BuildOptions())

    assert [entity.name for entity in site.of_kind("musicians")] == ["Amalia Askarova", "Bakhyt Taro"]
    assert [diagnostic.code for diagnostic in diagnostics if diagnostic.severity is not Severity.NOTICE] == []
    assert not (root / "output").exists()


def test_one_worker_and_several_give_the_same_bytes(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)

    build(root, BuildOptions(output=tmp_path / "one", jobs=1))
    build(root, BuildOptions(output=tmp_path / "two", jobs=2))

    assert published(tmp_path / "one") == published(tmp_path / "two")


def test_a_fault_of_a_template_is_told_once_and_no_page_is_made_with_it(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(root, "-- overrides/templates/partials/footer.html --\n<p>{{ site.licennce }}</p>\n")

    assert codes(build(root, BuildOptions(keep_going=True))) == ["T004"]
    assert codes(check(root, BuildOptions())) == ["T004"]
    assert not (root / "output").exists()


def test_faults_of_settings_that_show_late_are_told_at_their_line(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    (root / "site.toml").write_text('theme = "nosuch"\nnavigation = [{label = "x", page = "venue/index.html"}]\n')

    result = build(root, BuildOptions())

    assert [
        (fault.code, fault.span.line, fault.excerpt[:5]) for fault in result.diagnostics if fault.code != "S004"
    ] == [
        ("T001", 1, "theme"),
        ("S003", 2, "navig"),
    ]


def test_an_entry_that_could_not_be_read_whole_is_not_said_to_lack_anything(tmp_path: Path) -> None:
    root = write_site(tmp_path, "-- content/musicians/x.md --\nname: X\nsummary: a: b\ninstruments: [violin]\n")

    assert codes(check(root, BuildOptions())) == ["F005"]
    assert "K004" not in [fault.code for fault in check(root, BuildOptions()).diagnostics]


def test_a_picture_that_is_missing_is_told_once(tmp_path: Path) -> None:
    root = write_site(tmp_path, "-- content/musicians/x.md --\nname: X\n\n![The hall](hall.png)\n")

    assert codes(check(root, BuildOptions())) == ["F019"]


def test_a_page_whose_template_fails_stays_as_it_last_was(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    build(root, BuildOptions())
    before = published(root / "output")["musicians/bakhyt-taro.html"]
    failing = '{% extends "!parent/entry.html" %}{% block content %}{{ 1 // (page.title|length - 11) }}{% endblock %}'
    write_site(root, f"-- overrides/templates/entry.html --\n{failing}\n")

    result = build(root, BuildOptions(keep_going=True))

    assert "T008" in codes(result)
    assert published(root / "output")["musicians/bakhyt-taro.html"] == before


def test_what_may_be_a_draft_is_not_published(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(root, "-- content/musicians/secret.md --\nname: Secret\ndraft: yes\n")

    result = build(root, BuildOptions(keep_going=True))

    assert codes(result) == ["F010"]
    assert "musicians/secret.html" not in published(root / "output")


def test_check_finds_two_pages_that_want_one_file(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(root, "-- content/venues/index.md --\nname: Index\n")

    assert codes(check(root, BuildOptions())) == ["P001"]


def test_an_alias_never_takes_the_address_of_another_page(tmp_path: Path) -> None:
    root = write_site(tmp_path, SMALL)
    write_site(root, "-- content/pages/hello.md --\nname: Hello\naliases: [Index]\n")

    result = build(root, BuildOptions())

    assert (result.published, codes(result)) == (True, [])
    assert b'http-equiv="refresh"' not in published(root / "output")["index.html"]
