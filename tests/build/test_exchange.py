"""Publishing at one stroke."""

import errno
import os
from pathlib import Path

import pytest

from site_builder.build.publish import File, publish
from site_builder.build.publishing import exchange
from site_builder.build.publishing.lock import OutputLock
from site_builder.build.publishing.recovery import recover
from site_builder.model.identity import OutputPath


def files(**pages: str) -> list[File]:
    return [File(OutputPath(f"{name.replace('__', '/')}.html"), text.encode()) for name, text in pages.items()]


def pages(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A published site, with files of somebody else."""
    folder = tmp_path / "output"
    publish(folder, files(index="home", about="about", musicians__taro="Taro"))
    (folder / "CNAME").write_text("example.org")
    (folder / "latest").symlink_to("musicians/taro.html")
    (folder / "empty").mkdir()
    return folder


def test_all_changes_become_visible_with_one_exchange_of_folders(output: Path) -> None:
    before = output.stat().st_ino

    with OutputLock(output):
        published = publish(output, files(index="new home", musicians__taro="Taro", venues__hall="Hall"), atomic=True)

    assert (published.written, published.deleted, published.notice) == (2, 1, None)
    assert output.stat().st_ino != before
    assert pages(output) == {
        "CNAME": "example.org",
        "index.html": "new home",
        "latest": "Taro",
        "musicians/taro.html": "Taro",
        "venues/hall.html": "Hall",
    }
    assert (output / "latest").is_symlink()
    assert (output / "empty").is_dir()
    assert [path.name for path in output.parent.iterdir()] == ["output"]
    assert not (output / ".site-builder.lock").exists()


def test_files_of_others_are_the_same_files_afterwards(output: Path) -> None:
    before = (output / "CNAME").stat()

    publish(output, files(index="new home"), atomic=True)

    after = (output / "CNAME").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 1)


def test_with_no_change_the_folder_stays_where_it_is(output: Path) -> None:
    before = output.stat().st_ino

    publish(output, files(index="home", about="about", musicians__taro="Taro"), atomic=True)

    assert output.stat().st_ino == before


def test_what_somebody_put_into_the_folder_meanwhile_moves_over(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = exchange._exchange

    def meanwhile(one: Path, other: Path) -> None:
        (one / "musicians" / "notes.txt").write_text("mine")
        (one / "CNAME").unlink()
        (one / "CNAME").write_text("example.net")
        swap(one, other)

    monkeypatch.setattr(exchange, "_exchange", meanwhile)

    publish(output, files(index="new home"), atomic=True)

    assert pages(output) == {
        "CNAME": "example.net",
        "index.html": "new home",
        "musicians/notes.txt": "mine",
    }


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EBUSY, errno.EXDEV])
def test_where_folders_cannot_be_exchanged_the_site_is_published_file_by_file(
    output: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(one: Path, _other: Path) -> None:
        raise OSError(number, os.strerror(number), str(one))

    monkeypatch.setattr(exchange, "_exchange", refuse)

    published = publish(output, files(index="new home"), atomic=True)

    assert published.notice is not None
    assert published.notice.code == "P006"
    assert os.strerror(number) in published.notice.message
    assert (pages(output)["index.html"], published.deleted) == ("new home", 2)
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_build_that_was_killed_after_the_exchange_is_tidied_up_by_the_next(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_output: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "take_apart", stop)
        with pytest.raises(KeyboardInterrupt):
            publish(output, files(index="new home", about="about"), atomic=True)
    (exchange.clone_of(output) / "late.txt").write_text("mine")

    recover(output)

    assert pages(output) == {
        "CNAME": "example.org",
        "about.html": "about",
        "index.html": "new home",
        "late.txt": "mine",
    }
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_an_output_that_is_a_symbolic_link_stays_one(output: Path, tmp_path: Path) -> None:
    link = tmp_path / "public"
    link.symlink_to(output)

    publish(link, files(index="new home"), atomic=True)

    assert link.is_symlink()
    assert (output / "index.html").read_text() == "new home"
