from pathlib import Path

import pytest

from site_builder.authoring.site import create_site, is_free, starter_files


def test_a_new_site_has_settings_entries_and_instructions() -> None:
    assert sorted(starter_files(github_pages=False)) == [
        ".gitignore",
        "README.md",
        "content/instruments/kannel.md",
        "content/musicians/maret-oja.md",
        "content/musicians/tome-salgueiro.md",
        "content/pages/about.md",
        "content/pages/accessibility.md",
        "content/venues/lantern-hall.md",
        "site.toml",
    ]


def test_publishing_to_github_pages_is_added_on_request() -> None:
    added = starter_files(github_pages=True).keys() - starter_files(github_pages=False).keys()

    assert added == {".github/workflows/pages.yml", "requirements.txt"}


def test_the_files_are_written_as_they_are_shipped(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mysite"

    created = create_site(folder, github_pages=True)

    written = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert written == starter_files(github_pages=True)
    assert list(created) == sorted(written)


def test_only_a_folder_without_files_is_free(tmp_path: Path) -> None:
    assert is_free(tmp_path / "new")
    assert is_free(tmp_path)
    (tmp_path / ".git").mkdir()
    assert is_free(tmp_path)
    (tmp_path / "notes.txt").touch()
    assert not is_free(tmp_path)


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text("mine")

    with pytest.raises(FileExistsError):
        create_site(tmp_path, github_pages=False)

    assert (tmp_path / "site.toml").read_text() == "mine"
