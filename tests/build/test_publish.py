import json
from pathlib import Path

import pytest

from site_builder.build.publish import File, publish
from site_builder.build.publishing.commit import Published
from site_builder.build.publishing.manifest import MANIFEST
from site_builder.build.publishing.obstacles import obstacles
from site_builder.model.identity import OutputPath


def files(**pages: str) -> list[File]:
    return [File(OutputPath(f"{name.replace('__', '/')}.html"), text.encode()) for name, text in pages.items()]


def counts(published: Published) -> tuple[int, int]:
    return published.written, published.deleted


def listing(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    assert counts(publish(tmp_path, files(index="home", musicians__taro="Taro"))) == (2, 0)
    assert listing(tmp_path) == {"index.html": "home", "musicians/taro.html": "Taro"}


def test_publishing_again_writes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home"))
    before = (tmp_path / "index.html").stat().st_mtime_ns, (tmp_path / MANIFEST).stat().st_mtime_ns

    assert counts(publish(tmp_path, files(index="home"))) == (0, 0)
    assert ((tmp_path / "index.html").stat().st_mtime_ns, (tmp_path / MANIFEST).stat().st_mtime_ns) == before


def test_only_files_with_other_bytes_are_written(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home", about="about"))

    assert counts(publish(tmp_path, files(index="new home", about="about"))) == (1, 0)


def test_pages_that_left_the_site_are_deleted_with_their_empty_folder(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home", musicians__taro="Taro"))

    assert counts(publish(tmp_path, files(index="home"))) == (0, 1)
    assert listing(tmp_path) == {"index.html": "home"}
    assert not (tmp_path / "musicians").exists()


def test_a_page_to_keep_outlives_a_build_that_does_not_make_it(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home", taro="Taro"))

    publish(tmp_path, files(index="home"), keep=frozenset({OutputPath("taro.html")}))

    assert listing(tmp_path) == {"index.html": "home", "taro.html": "Taro"}
    assert publish(tmp_path, files(index="home")).deleted == 1


def test_files_of_others_are_never_deleted(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home", musicians__taro="Taro", about="about"))
    (tmp_path / "CNAME").write_text("example.org")
    (tmp_path / ".git").mkdir()
    (tmp_path / "musicians" / "notes.txt").write_text("mine")
    (tmp_path / "about.html").write_text("edited by hand")

    publish(tmp_path, files(index="home"))

    assert listing(tmp_path) == {
        "CNAME": "example.org",
        "about.html": "edited by hand",
        "index.html": "home",
        "musicians/notes.txt": "mine",
    }
    assert (tmp_path / ".git").is_dir()


def test_a_damaged_page_is_mended(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home"))
    (tmp_path / "index.html").write_text("ho")

    assert publish(tmp_path, files(index="home")).written == 1
    assert listing(tmp_path) == {"index.html": "home"}


def test_a_symbolic_link_in_the_place_of_a_page_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.html"
    outside.write_text("home")
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").symlink_to(outside)

    publish(output, files(index="home"))

    assert not (output / "index.html").is_symlink()
    assert outside.read_text() == "home"


def test_a_manifest_that_was_tampered_with_deletes_nothing_outside_the_folder(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("home")
    output = tmp_path / "output"
    publish(output, files(index="home"))
    digest = json.loads((output / MANIFEST).read_text())["files"]["index.html"]
    (output / MANIFEST).write_text(json.dumps({"version": 2, "files": {"../victim.txt": digest, str(victim): digest}}))

    publish(output, files(index="home"))

    assert victim.read_text() == "home"


def test_a_damaged_manifest_deletes_nothing(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home", about="about"))
    (tmp_path / MANIFEST).write_text("{")

    publish(tmp_path, files(index="home"))

    assert listing(tmp_path) == {"about.html": "about", "index.html": "home"}


def test_a_folder_with_files_in_the_place_of_a_page_stops_the_build_before_anything_changes(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home"))
    (tmp_path / "taro.html").mkdir()
    (tmp_path / "taro.html" / "thesis.txt").write_text("mine")

    with pytest.raises(OSError, match=r"taro\.html"):
        publish(tmp_path, files(index="new home", taro="Taro"))

    assert listing(tmp_path) == {"index.html": "home", "taro.html/thesis.txt": "mine"}


def test_an_empty_folder_in_the_place_of_a_page_makes_room(tmp_path: Path) -> None:
    (tmp_path / "taro.html" / "empty").mkdir(parents=True)

    publish(tmp_path, files(taro="Taro"))

    assert listing(tmp_path) == {"taro.html": "Taro"}


def test_a_folder_of_ours_gives_way_to_a_page_of_its_name_and_back(tmp_path: Path) -> None:
    as_folder, as_file = [File(OutputPath("a/b.html"), b"in it")], [File(OutputPath("a"), b"instead")]
    for site, lying in (
        (as_folder, {"a/b.html": "in it"}),
        (as_file, {"a": "instead"}),
        (as_folder, {"a/b.html": "in it"}),
    ):
        publish(tmp_path, site)

        assert listing(tmp_path) == lying


def test_an_empty_or_missing_folder_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()

    assert obstacles(tmp_path, [OutputPath("index.html")], adopt=False) == ()
    assert obstacles(tmp_path / "new", [OutputPath("index.html")], adopt=False) == ()


def test_a_folder_of_somebody_else_is_refused_unless_adopted(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").touch()

    assert [fault.code for fault in obstacles(tmp_path, [], adopt=False)] == ["P002"]
    assert obstacles(tmp_path, [], adopt=True) == ()


def test_a_folder_that_we_published_into_stays_ours_with_foreign_files_in_it(tmp_path: Path) -> None:
    publish(tmp_path, files(index="home"))
    (tmp_path / "CNAME").touch()

    assert obstacles(tmp_path, [OutputPath("index.html")], adopt=False) == ()


def test_two_pages_that_differ_in_case_or_normal_form_only_collide(tmp_path: Path) -> None:
    paths = [OutputPath(path) for path in ("a.html", "A.html", "media/\u00e9.png", "media/e\u0301.png")]

    assert [(fault.code, fault.span.path) for fault in obstacles(tmp_path, paths, adopt=False)] == [
        ("P001", "A.html"),
        ("P001", "media/e\u0301.png"),
    ]


@pytest.mark.parametrize("path", ["../x.html", "/etc/passwd", "a/../../x", "a\\b.html", "a//b.html", "./x.html"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    assert [fault.code for fault in obstacles(tmp_path, [OutputPath(path)], adopt=False)] == ["P003"]


def test_a_folder_of_the_output_that_is_a_symbolic_link_is_not_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "musicians").symlink_to(elsewhere)

    faults = obstacles(output, [OutputPath("musicians/a.html"), OutputPath("musicians/b.html")], adopt=True)

    assert [(fault.code, fault.span.path) for fault in faults] == [("P003", "musicians")]
