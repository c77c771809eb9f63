"""New themes, and parts of a theme in a site's overrides."""

from pathlib import Path

import pytest

from site_builder.authoring.themes import (
    NoSuchPartError,
    ejected,
    listed_themes,
    part_names,
    render_themes,
    theme_files,
)
from site_builder.authoring.torture import torture_sites
from site_builder.build.options import BuildOptions
from site_builder.build.rehearsal import Rehearsal, rehearse
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.layers import Theme

THEMES = ("base", "encyclopedia", "programme")


def theme(name: str) -> Theme:
    loaded = load_theme(name, folders=[builtin_themes()], overrides=None).value
    assert loaded is not None
    return loaded


def site(root: Path, name: str) -> Path:
    """One with every kind of page."""
    write(root, torture_sites(name)[1].files)
    return root


def write(folder: Path, files: object) -> None:
    assert hasattr(files, "items")
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def rehearsed(root: Path) -> Rehearsal:
    made = rehearse(root, BuildOptions(jobs=1))
    assert [fault for fault in made.diagnostics if fault.code[0] in "TK"] == []
    return made


@pytest.mark.parametrize("parent", THEMES)
def test_a_new_theme_works_and_looks_like_its_parent(tmp_path: Path, parent: str) -> None:
    before = rehearsed(site(tmp_path, parent)).files
    (tmp_path / "site.toml").write_bytes(torture_sites("mine")[1].files["site.toml"])
    write(tmp_path / "themes/mine", theme_files("mine", parent, [builtin_themes()]))

    after = rehearsed(tmp_path).files

    assert {path for path in before if before[path] != after.get(path)} <= {"static/style.css"}
    assert after["static/style.css"].replace(b"@layer theme{}", b"") == before["static/style.css"]


def test_every_token_of_the_parent_can_be_set_by_taking_a_comment_away(tmp_path: Path) -> None:
    files = dict(theme_files("mine", "encyclopedia", [builtin_themes()]))
    head, _, tokens = files["theme.toml"].decode().partition("[tokens]\n")
    files["theme.toml"] = (
        "\n".join(
            line.removeprefix("# ") if " = " in line else line for line in (head + "[tokens]\n" + tokens).split("\n")
        )
        .replace('screenshot = "screenshot.png"\n', "")
        .encode()
    )
    write(tmp_path / "themes/mine", files)

    loaded = load_theme("mine", folders=[tmp_path / "themes", builtin_themes()], overrides=None)

    assert loaded.diagnostics == ()
    assert loaded.value is not None
    sheets = [dict(it.sources())["style.css"] for it in (loaded.value, theme("encyclopedia"))]
    mine, parent = ({part.name: part.content for part in parts}["style.css/20-tokens.css"] for parts in sheets)
    assert mine == parent


@pytest.mark.parametrize("name", THEMES)
def test_no_page_changes_by_what_is_ejected(tmp_path: Path, name: str) -> None:
    before = rehearsed(site(tmp_path, name)).files
    for part in part_names(theme(name)):
        copy = ejected(part, theme(name))
        write(tmp_path / "overrides", {copy.path: copy.content})

    after = rehearsed(tmp_path).files

    changed = {path for path in before if before[path] != after.get(path)}
    # Files that are no bundles have the line that says where they are from.
    alone = {asset for asset, parts in theme(name).sources().items() if len(parts) == 1}
    assert changed <= {f"static/{asset}" for asset in alone}


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ("entry.html", "templates/entry.html"),
        ("entry", "templates/entry.html"),
        ("toc", "templates/partials/toc.html"),
        ("partials/toc.html", "templates/partials/toc.html"),
        ("templates/partials/toc.html", "templates/partials/toc.html"),
        ("early.js", "static/early.js"),
        ("static/style.css/53-facts.css", "static/style.css/53-facts.css"),
        ("style.css/20-tokens.css", "static/style.css/20-tokens.css"),
    ],
)
def test_a_part_is_found_by_its_path_or_its_name(part: str, path: str) -> None:
    assert ejected(part, theme("encyclopedia")).path == path


def test_what_is_ejected_says_where_it_is_from() -> None:
    first_line = ejected("toc", theme("encyclopedia")).content.decode().splitlines()[0]

    assert first_line == "{# From themes/base/templates/partials/toc.html, version 1 of the contract. #}"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("fotter", 'did you mean "partials/footer.html"?'),
        ("earli.js", 'did you mean "early.js"?'),
        ("style.css", "is kept in parts. Choose those that you want to change:\n  style.css/00-layers.css"),
        ("zzz", "docs/themes.md lists the templates."),
    ],
)
def test_what_is_not_there_is_refused_with_advice(part: str, told: str) -> None:
    with pytest.raises(NoSuchPartError) as refusal:
        ejected(part, theme("encyclopedia"))

    assert told in str(refusal.value)


def test_themes_are_listed_with_their_parents_and_the_one_that_is_used(tmp_path: Path) -> None:
    write(tmp_path / "mine", {"theme.toml": b'name = "mine"\napi = 1\nparent = "programme"\ndescription = "Green"\n'})
    write(tmp_path / "broken", {"theme.toml": b"name"})

    lines = render_themes(listed_themes([tmp_path, builtin_themes()]), "mine").splitlines()

    assert [line[2:].split()[0] for line in lines] == ["base", "broken", "encyclopedia", "mine", "programme"]
    assert lines[3] == "* mine on programme          Green"
