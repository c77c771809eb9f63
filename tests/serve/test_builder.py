"""What the preview builds, and what a person sees of a whole site that is edited."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.model.identity import OutputPath
from site_builder.serve.builder import PREVIEW, SiteBuilder
from tests.serve.running import Running, running, settled, until
from tests.sites import write_site

SITE = """
    -- site.toml --
    title = "Rivers"
    -- content/musicians/oja.md --
    name: Maret Oja
    instruments: [kannel]

    Oja tuned by the river.
    -- content/musicians/lind.md --
    name: Hilda Lind
    draft: true

    Lind kept the ferry.
"""
OJA = "content/musicians/oja.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path, SITE)


def rewrite(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


def builder(root: Path, *, drafts: bool = False) -> SiteBuilder:
    return SiteBuilder(root, drafts=drafts, jobs=1)


def test_the_builder_knows_where_the_site_will_lie(root: Path) -> None:
    here = builder(root).build().top
    rewrite(root / "site.toml", "title", 'base_url = "https://example.org/rivers/"\ntitle')

    assert (here, builder(root).build().top) == ("/", "/rivers/")


def test_the_preview_publishes_beside_the_output_folder(root: Path) -> None:
    built = builder(root).build()

    assert built.published
    assert OutputPath("musicians/oja.html") in built.changed
    assert (root / PREVIEW / "musicians/oja.html").is_file()
    assert not (root / "output").exists()
    assert (root / ".cache/.gitignore").read_text() == "*\n"


def test_of_an_edit_only_the_pages_that_changed_are_told(root: Path) -> None:
    site = builder(root)
    site.build()
    rewrite(root / OJA, "river", "weir")

    built = site.build()

    assert OutputPath("musicians/oja.html") in built.changed
    assert OutputPath("index.html") not in built.changed
    assert OutputPath(".site-builder.json") not in built.changed
    assert site.build().changed == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site.toml", '"Rivers"', '"Rivers'),
        ("overrides/templates/base.html", "", "{% if %}"),
    ],
)
def test_a_syntax_error_of_site_or_template_keeps_the_last_good_site(root: Path, file: str, old: str, new: str) -> None:
    site = builder(root)
    site.build()
    before = (root / PREVIEW / "index.html").read_bytes()
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).touch()
    rewrite(root / file, old, new) if old else (root / file).write_text(new)

    built = site.build()

    assert not built.published
    assert built.changed == ()
    assert built.diagnostics
    assert (root / PREVIEW / "index.html").read_bytes() == before


def test_an_error_in_one_entry_keeps_no_other_entry_back(root: Path) -> None:
    (root / "content/musicians/broken.md").write_text("---\nname: [\n---\n")
    rewrite(root / OJA, "river", "weir")

    built = builder(root).build()

    assert any(fault.span.path == "content/musicians/broken.md" for fault in built.diagnostics)
    assert b"weir" in (root / PREVIEW / "musicians/oja.html").read_bytes()


def test_drafts_are_shown_where_they_are_asked_for_and_are_known_as_such(root: Path) -> None:
    without = builder(root).build()
    wanted = builder(root, drafts=True).build()

    assert OutputPath("musicians/lind.html") not in without.changed
    assert wanted.drafts == {OutputPath("musicians/lind.html")}
    assert OutputPath("musicians/lind.html") in wanted.changed


def test_a_file_that_is_deleted_has_changed_too(root: Path) -> None:
    site = builder(root)
    site.build()
    (root / OJA).rename(root / "content/musicians/juhan.md")

    built = site.build()

    assert {OutputPath("musicians/oja.html"), OutputPath("musicians/juhan.html")} <= {*built.changed}
    assert not (root / PREVIEW / "musicians/oja.html").exists()


def test_an_entry_that_is_finished_is_no_draft_any_more(root: Path) -> None:
    site = builder(root, drafts=True)
    drafts = [site.build().drafts]
    rewrite(root / "content/musicians/lind.md", "draft: true\n", "")
    drafts.append(site.build().drafts)

    assert drafts == [{OutputPath("musicians/lind.html")}, frozenset()]


@pytest.fixture
def preview(root: Path) -> Iterator[Running]:
    with running(builder(root, drafts=True), root / PREVIEW, root=root) as started:
        time.sleep(0.35)
        yield started


def test_an_edit_shows(preview: Running, root: Path) -> None:
    rewrite(root / OJA, "river", "weir")

    until(lambda: b"tuned by the weir" in preview.get("/musicians/oja.html").body)


def test_a_draft_is_marked(preview: Running) -> None:
    assert b" data-draft>" in preview.get("/musicians/lind.html").body
    assert b" data-draft>" not in preview.get("/musicians/oja.html").body


def test_a_thousand_files_at_once_are_two_builds_at_most(preview: Running, root: Path) -> None:
    for number in range(1000):
        (root / f"content/musicians/p{number}.md").write_text(f"---\nname: Player {number}\n---\n\nNobody knows.\n")

    until(lambda: preview.get("/musicians/p999.html").status == 200, seconds=60)
    assert settled(preview) <= 1 + 2


def test_a_git_checkout_is_one_build(root: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=n", "-c", "user.email=e@example.org", *arguments], cwd=root, check=True)

    git("init", "--quiet", "-b", "main")
    (root / ".gitignore").write_text(".cache/\n")
    git("add", "-A")
    git("commit", "--quiet", "-m", "few")
    git("checkout", "--quiet", "-b", "many")
    for number in range(300):
        (root / f"content/musicians/p{number}.md").write_text(f"---\nname: Player {number}\n---\n\nNobody knows.\n")
    git("add", "-A")
    git("commit", "--quiet", "-m", "many")
    git("checkout", "--quiet", "main")
    with running(builder(root), root / PREVIEW, root=root) as preview:
        time.sleep(0.35)
        git("checkout", "--quiet", "many")

        until(lambda: preview.get("/musicians/p299.html").status == 200, seconds=60)
        assert settled(preview) == 1 + 1


def test_where_there_is_no_site_yet_the_page_says_what_is_wrong_and_heals(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "')
    with running(builder(tmp_path), tmp_path / PREVIEW, root=tmp_path) as preview:
        ill = preview.get("/")
        write_site(tmp_path, SITE)

        assert (ill.status, b"S001" in ill.body) == (503, True)
        until(lambda: preview.get("/").status == 200)
        until(lambda: not preview.board.now().problems)
