"""What a worker lays ready, and what becomes of it."""

import json
import os
from pathlib import Path

import pytest

from site_builder.build.publishing.commit import commit
from site_builder.build.publishing.files import KnownFile, damaged
from site_builder.build.publishing.journal import Journal, Move, Removal
from site_builder.build.publishing.manifest import MANIFEST, encode_manifest, read_manifest
from site_builder.build.publishing.recovery import recover
from site_builder.build.publishing.staging import JOURNAL, STAGE, Same, Staged, abandon, stage, staged_at
from site_builder.model.digest import digest_of_bytes
from site_builder.model.identity import OutputPath

INDEX, TARO = OutputPath("index.html"), OutputPath("musicians/taro.html")


@pytest.fixture
def known(tmp_path: Path) -> dict[OutputPath, KnownFile]:
    """A published site of two pages."""
    made = [stage(tmp_path, INDEX, b"home"), stage(tmp_path, TARO, b"Taro")]
    return dict(commit(tmp_path, made).files)


def test_nothing_visible_changes_before_the_commit(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    stage(tmp_path, INDEX, b"new home", known[INDEX])
    stage(tmp_path, OutputPath("venues/hall.html"), b"Hall")

    assert damaged(tmp_path, known) == []
    assert not (tmp_path / "venues").exists()


def test_an_abandoned_stage_leaves_no_trace(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    stage(tmp_path, INDEX, b"new home", known[INDEX])

    abandon(tmp_path)

    assert not (tmp_path / STAGE).exists()
    assert damaged(tmp_path, known) == []


def test_what_was_published_is_known_as_it_lies_there(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    status = (tmp_path / TARO).stat()

    assert known[TARO] == KnownFile(digest_of_bytes(b"Taro"), status.st_mtime_ns, status.st_size, status.st_ino)


def test_a_file_as_it_is_known_is_not_read(
    tmp_path: Path, known: dict[OutputPath, KnownFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr("site_builder.build.publishing.staging.read_file", refuse)

    assert stage(tmp_path, TARO, b"Taro", known[TARO]) == Same(TARO, known[TARO])
    assert isinstance(stage(tmp_path, TARO, b"Oart", known[TARO]), Staged)


def test_a_file_that_was_touched_is_read_and_known_anew(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    os.utime(tmp_path / TARO, ns=(1, 1))

    assert damaged(tmp_path, known) == [TARO]
    same = stage(tmp_path, TARO, b"Taro", known[TARO])
    assert isinstance(same, Same)
    assert same.known.mtime_ns == 1


def test_damage_of_any_kind_is_seen_without_reading(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    (tmp_path / INDEX).unlink()
    (tmp_path / INDEX).symlink_to(TARO)
    (tmp_path / TARO).unlink()

    assert damaged(tmp_path, known) == [INDEX, TARO]


def test_a_folder_that_became_a_symbolic_link_is_neither_read_nor_written_through(
    tmp_path: Path, known: dict[OutputPath, KnownFile]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "musicians").rename(elsewhere)
    (tmp_path / "musicians").symlink_to(elsewhere)

    with pytest.raises(OSError, match="musicians"):
        stage(tmp_path, TARO, b"new Taro", known[TARO])

    assert (elsewhere / "taro.html").read_bytes() == b"Taro"


def test_a_folder_swapped_for_a_symbolic_link_after_staging_is_not_written_through(
    tmp_path: Path, known: dict[OutputPath, KnownFile]
) -> None:
    staged = stage(tmp_path, TARO, b"new Taro", known[TARO])
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "musicians").rename(elsewhere)
    (tmp_path / "musicians").symlink_to(elsewhere)

    with pytest.raises(OSError, match="musicians"):
        commit(tmp_path, [staged], staying={INDEX: known[INDEX]})

    assert (elsewhere / "taro.html").read_bytes() == b"Taro"


def test_a_page_that_a_killed_worker_half_wrote_is_staged_again_by_another(tmp_path: Path) -> None:
    (tmp_path / STAGE).mkdir()
    Path(staged_at(tmp_path, TARO)).write_bytes(b"half of a long pa")

    commit(tmp_path, [stage(tmp_path, TARO, b"Taro")])

    assert (tmp_path / TARO).read_bytes() == b"Taro"


def test_files_not_made_stay_ours_even_if_the_manifest_was_lost(
    tmp_path: Path, known: dict[OutputPath, KnownFile]
) -> None:
    before = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).unlink()

    commit(tmp_path, [Same(INDEX, known[INDEX])], staying={TARO: known[TARO]})

    assert (tmp_path / MANIFEST).read_bytes() == before


def test_a_rebuild_leaves_the_manifest_of_a_clean_build(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    output, clean = tmp_path, tmp_path.parent / f"{tmp_path.name}-clean"
    pages = {OutputPath("about.html"): b"about", INDEX: b"new home", TARO: b"Taro"}
    made = [stage(output, path, content, known.get(path)) for path, content in reversed(pages.items())]

    commit(output, made)

    commit(clean, [stage(clean, path, content) for path, content in pages.items()])
    assert (output / MANIFEST).read_bytes() == (clean / MANIFEST).read_bytes()


def leave_journal(output: Path, journal: Journal, after: dict[OutputPath, str]) -> None:
    """What a build leaves that is killed right after it wrote its journal."""
    (output / STAGE).mkdir(exist_ok=True)
    (output / STAGE / "manifest").write_bytes(encode_manifest(after))
    (output / STAGE / JOURNAL).write_text(
        json.dumps(
            {
                "cleared": [],
                "folders": list(journal.folders),
                "moves": [[planned.path, planned.digest] for planned in journal.moves],
                "removals": [[planned.path, planned.digest] for planned in journal.removals],
            }
        )
    )


def test_a_commit_that_was_killed_is_finished(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    staged = stage(tmp_path, INDEX, b"new home", known[INDEX])
    removal = Removal(TARO, known[TARO].digest)
    leave_journal(
        tmp_path, Journal((), (), (Move(INDEX, staged.known.digest),), (removal,)), {INDEX: staged.known.digest}
    )

    recover(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "index.html"]
    assert (tmp_path / INDEX).read_bytes() == b"new home"
    assert read_manifest(tmp_path) == {INDEX: staged.known.digest}


def test_bytes_that_a_power_cut_spoilt_take_no_place(tmp_path: Path, known: dict[OutputPath, KnownFile]) -> None:
    staged = stage(tmp_path, INDEX, b"new home", known[INDEX])
    leave_journal(
        tmp_path,
        Journal((), (), (Move(INDEX, staged.known.digest),), ()),
        {INDEX: staged.known.digest, TARO: known[TARO].digest},
    )
    Path(staged_at(tmp_path, INDEX)).write_bytes(b"")

    recover(tmp_path)

    assert (tmp_path / INDEX).read_bytes() == b"home"
    assert read_manifest(tmp_path) == {path: file.digest for path, file in known.items()}
    assert not (tmp_path / STAGE).exists()


@pytest.mark.parametrize("form", ["{absolute}", "../victim.txt", "musicians/../../victim.txt"])
@pytest.mark.parametrize("place", ["cleared", "folders", "moves", "removals"])
def test_a_journal_that_was_tampered_with_reaches_nothing_outside(tmp_path: Path, form: str, place: str) -> None:
    output, victim = tmp_path / "output", tmp_path / "victim.txt"
    victim.write_text("mine")
    path = form.format(absolute=victim)
    (output / STAGE).mkdir(parents=True)
    Path(staged_at(output, path)).write_bytes(b"yours")
    digest = digest_of_bytes(b"yours" if place == "moves" else b"mine")
    item = f"{path}-folder" if place == "folders" else [path, digest]
    journal = {"cleared": [], "folders": [], "moves": [], "removals": [], place: [item]}
    (output / STAGE / JOURNAL).write_text(json.dumps(journal))

    recover(output)

    assert victim.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "victim.txt"]
    assert list(output.iterdir()) == []


@pytest.mark.parametrize("path", ["../x.html", "a/../../x.html", "a\\b.html", "nul\0.html"])
def test_a_path_that_leaves_the_folder_is_not_staged(tmp_path: Path, path: str) -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        stage(tmp_path / "output", OutputPath(path), b"yours")

    assert list(tmp_path.iterdir()) == []


def test_a_stage_that_is_a_symbolic_link_is_removed_and_not_followed(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    output.mkdir()
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    (output / STAGE).symlink_to(elsewhere)

    recover(output)

    assert list(output.iterdir()) == []
    assert (elsewhere / "mine.txt").read_text() == "mine"


def test_a_manifest_that_nobody_touched_need_not_be_read_again(
    tmp_path: Path, known: dict[OutputPath, KnownFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    about = OutputPath("about.html")
    first = commit(tmp_path, [stage(tmp_path, about, b"about")], staying=known)
    monkeypatch.setattr("site_builder.build.publishing.commit.read_manifest", None)

    new = stage(tmp_path, TARO, b"new Taro", known[TARO])
    second = commit(tmp_path, [new], staying={INDEX: known[INDEX]}, listed=first.listed)

    assert (second.written, second.gone) == (1, (about,))
    assert (
        second.listed
        == read_manifest(tmp_path)
        == {INDEX: digest_of_bytes(b"home"), TARO: digest_of_bytes(b"new Taro")}
    )
