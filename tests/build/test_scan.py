import os
import time
from pathlib import Path

import pytest

from site_builder.build.scan import scan
from site_builder.model.config import DEFAULT_FACETS, Facet, SiteConfig
from site_builder.model.diagnostic import Severity
from site_builder.model.source import Source
from tests.sites import write_site

CONFIG = SiteConfig()


def test_entries_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        """
        -- content/venues/small-hall.md --
        name: Small Hall
        -- content/musicians/taro.md --
        name: Taro
        -- content/pages/about.md --
        name: About
        """,
    )

    found = scan(tmp_path, CONFIG)

    assert list(found.read.values()) == [
        Source("content/musicians/taro.md", b"---\nname: Taro\n---\n\n"),
        Source("content/pages/about.md", b"---\nname: About\n---\n\n"),
        Source("content/venues/small-hall.md", b"---\nname: Small Hall\n---\n\n"),
    ]
    assert list(found.entries) == list(found.read)
    assert (found.pictures, found.diagnostics) == ({}, ())


def test_a_file_that_was_left_alone_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, "-- content/musicians/a.md --\nname: A\n-- content/musicians/b.md --\nname: B\n")
    later = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)
    before = scan(tmp_path, CONFIG)
    (tmp_path / "content/musicians/b.md").write_text("---\nname: Bea\n---\n")

    after = scan(tmp_path, CONFIG, before.entries)

    assert list(after.read) == ["content/musicians/b.md"]
    assert after.entries["content/musicians/a.md"] is before.entries["content/musicians/a.md"]


def test_an_entry_or_a_picture_that_became_a_symbolic_link_is_not_taken_for_what_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, "-- content/musicians/a.md --\nname: A\n")
    (tmp_path / "content/musicians/a.png").write_bytes(b"a picture")
    later = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)
    before = scan(tmp_path, CONFIG)
    known = {**before.entries, **before.pictures}
    again = scan(tmp_path, CONFIG, known)
    assert (again.entries, again.pictures, again.read) == (before.entries, before.pictures, {})
    for name in ("a.md", "a.png"):
        place = tmp_path / "content/musicians" / name
        place.symlink_to(place.rename(tmp_path / name))

    found = scan(tmp_path, CONFIG, known)

    assert (found.entries, found.pictures) == ({}, {})
    assert [fault.code for fault in found.diagnostics if fault.code == "S006"] == ["S006", "S006"]


def test_an_edit_that_keeps_size_and_date_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, "-- content/musicians/a.md --\nname: A\n")
    place = tmp_path / "content/musicians/a.md"
    later = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)
    before, status = scan(tmp_path, CONFIG), place.stat()
    place.write_bytes(place.read_bytes().replace(b"A", b"B"))
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert list(scan(tmp_path, CONFIG, before.entries).read) == ["content/musicians/a.md"]


def test_a_file_that_had_just_been_saved_is_read_again(tmp_path: Path) -> None:
    write_site(tmp_path, "-- content/musicians/a.md --\nname: A\n")
    before = scan(tmp_path, CONFIG)

    assert not before.entries["content/musicians/a.md"].settled
    assert list(scan(tmp_path, CONFIG, before.entries).read) == ["content/musicians/a.md"]


def test_pictures_are_listed_and_what_claims_nothing_is_left_alone(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        """
        -- content/musicians/taro.md --
        name: Taro
        -- content/musicians/taro.JPG --
        -- content/musicians/.taro.md.swp --
        -- content/.obsidian/x.md --
        -- content/musicians/README.md --
        -- content/LICENSE --
        """,
    )

    found = scan(tmp_path, CONFIG)

    assert (list(found.entries), list(found.pictures), found.diagnostics) == (
        ["content/musicians/taro.md"],
        ["content/musicians/taro.JPG"],
        (),
    )


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("content/musician/x.md", "content/musician/ is no kind of entry", "did you mean content/musicians/?"),
        (
            "content/zzz/x.md",
            "content/zzz/ is no kind of entry",
            "the kinds are countries, ensembles, genres, instruments, labels, musicians, pages, venues",
        ),
        (
            "content/x.md",
            "an entry lies at the top of content/, where nothing says what it is about",
            "move it to the folder of its kind, such as content/musicians/",
        ),
        (
            "content/musicians/jazz/x.md",
            "an entry lies in a folder inside content/musicians/, which has no meaning",
            "move it to content/musicians/",
        ),
    ],
)
def test_an_entry_in_a_folder_without_meaning_is_an_error(tmp_path: Path, path: str, message: str, hint: str) -> None:
    write_site(tmp_path, f"-- content/musicians/taro.md --\nname: Taro\n-- {path} --\nname: X\n")

    (fault,) = scan(tmp_path, CONFIG).diagnostics

    assert (fault.code, fault.span.path, fault.message, fault.hint) == ("S005", path, message, hint)


def test_a_facet_of_the_sites_own_has_a_folder_too(tmp_path: Path) -> None:
    write_site(tmp_path, "-- content/musicians/taro.md --\nname: T\n-- content/festivals/x.md --\nname: X\n")
    config = SiteConfig(facets=(*DEFAULT_FACETS, Facet("festivals", "festival", "Festivals")))

    assert scan(tmp_path, config).diagnostics == ()


def test_symbolic_links_are_reported_and_never_followed(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    secret = tmp_path / "secret.md"
    secret.write_text("---\nname: Secret\n---\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.md").write_text("---\nname: X\n---\n")
    write_site(root, "-- content/musicians/taro.md --\nname: Taro\n")
    (root / "content/musicians/secret.md").symlink_to(secret)
    (root / "content/venues").symlink_to(tmp_path / "elsewhere")

    found = scan(root, CONFIG)

    assert list(found.entries) == ["content/musicians/taro.md"]
    assert [(fault.code, fault.span.path) for fault in found.diagnostics] == [
        ("S006", "content/musicians/secret.md"),
        ("S006", "content/venues"),
    ]


def test_a_content_folder_that_is_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "real")

    assert [fault.code for fault in scan(tmp_path, CONFIG).diagnostics] == ["S006"]


def test_a_folder_without_content_is_not_taken_for_an_empty_site(tmp_path: Path) -> None:
    (fault,) = scan(tmp_path, CONFIG).diagnostics

    assert (fault.code, fault.severity) == ("S007", Severity.ERROR)


def test_a_site_without_musicians_says_how_to_write_the_first(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    (fault,) = scan(tmp_path, CONFIG).diagnostics

    assert (fault.code, fault.hint) == ("S007", 'write the first one with: site-builder add "Name"')


def test_a_file_that_the_system_refuses_is_an_error_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, "-- content/musicians/a.md --\nname: A\n-- content/musicians/b.md --\nname: B\n")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.md":
            raise PermissionError(13, os.strerror(13), str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    found = scan(tmp_path, CONFIG)

    assert list(found.entries) == ["content/musicians/b.md"]
    assert [(fault.code, fault.message) for fault in found.diagnostics] == [
        ("S009", "this file cannot be read: Permission denied")
    ]
