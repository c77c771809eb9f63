"""theme.toml, and the layers that a theme is made of."""

from pathlib import Path

import pytest

from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.model.source import Span
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.layers import Theme


def write(folder: Path, **files: str | bytes) -> None:
    """Files whose names are written with `__` for a slash and `_dot_` for a dot."""
    for name, content in files.items():
        file = folder / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def load(site: Path, name: str = "mine") -> Outcome[Theme | None]:
    overrides = site / "overrides"
    folders = [site / "themes", builtin_themes()]
    return load_theme(name, folders=folders, overrides=overrides if overrides.is_dir() else None)


def faults_of(site: Path, manifest: str) -> tuple[Diagnostic, ...]:
    write(site / "themes/mine", theme_dot_toml=manifest)
    outcome = load(site)
    assert outcome.value is None
    return outcome.diagnostics


def test_a_theme_stands_on_its_parents_and_at_last_on_base(tmp_path: Path) -> None:
    write(tmp_path / "themes/mine", theme_dot_toml='name = "mine"\napi = 1\nparent = "encyclopedia"\n')
    write(tmp_path / "overrides", templates__entry_dot_html="x")

    outcome = load(tmp_path)

    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.name == "mine"
    names = [layer.name for layer in outcome.value.layers]
    assert names == ["overrides", "themes/mine", "themes/encyclopedia", "themes/base"]


def test_a_theme_without_a_parent_stands_on_base(tmp_path: Path) -> None:
    write(tmp_path / "themes/mine", theme_dot_toml='name = "mine"\napi = 1\n')

    outcome = load(tmp_path)

    assert outcome.value is not None
    assert [layer.name for layer in outcome.value.layers] == ["themes/mine", "themes/base"]


def test_a_theme_of_the_site_hides_one_of_the_program(tmp_path: Path) -> None:
    write(tmp_path / "themes/encyclopedia", theme_dot_toml='name = "encyclopedia"\napi = 1\n')

    outcome = load(tmp_path, "encyclopedia")

    assert outcome.value is not None
    assert outcome.value.layers[0].templates == {}


def test_templates_and_assets_are_read_with_their_folders_and_sorted(tmp_path: Path) -> None:
    write(
        tmp_path / "themes/mine",
        theme_dot_toml='name = "mine"\napi = 1\ndescription = "x"\nlicence = "MIT"\n',
        templates__z_dot_html="z",
        templates__partials__a_dot_html="ä",
        templates___dot_hidden="x",
        static__fonts__a_dot_woff2=b"\xff",
    )

    outcome = load(tmp_path)

    assert outcome.value is not None
    mine = outcome.value.layers[0]
    assert [(name, file.path, file.source) for name, file in mine.templates.items()] == [
        ("partials/a.html", "themes/mine/templates/partials/a.html", "ä"),
        ("z.html", "themes/mine/templates/z.html", "z"),
    ]
    assert [(name, asset.path, asset.content) for name, asset in mine.assets.items()] == [
        ("fonts/a.woff2", "themes/mine/static/fonts/a.woff2", b"\xff")
    ]


@pytest.mark.parametrize("name", ["../themes/base", "/etc", "", "Base", "base/"])
def test_a_theme_is_named_and_not_reached_by_a_path(tmp_path: Path, name: str) -> None:
    outcome = load(tmp_path, name)

    assert outcome.value is None
    assert [fault.code for fault in outcome.diagnostics] == ["T001"]


def test_an_unknown_theme_draws_the_nearest(tmp_path: Path) -> None:
    assert load(tmp_path, "encyclopaedia").diagnostics == (
        Diagnostic(
            "T001",
            Severity.ERROR,
            Span("site.toml"),
            'no theme is called "encyclopaedia"',
            'did you mean "encyclopedia"?',
        ),
    )


def test_an_unknown_theme_like_no_other_draws_all_there_are(tmp_path: Path) -> None:
    assert load(tmp_path, "swing").diagnostics[0].hint == "there are base, encyclopedia, programme"


def test_an_unknown_parent_is_a_fault_of_the_line_that_names_it(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, 'name = "mine"\napi = 1\nparent = "bass"\n')

    assert (fault.code, fault.span) == ("T001", Span("themes/mine/theme.toml", 3, 1, 6))
    assert fault.excerpt == 'parent = "bass"'
    assert fault.hint == 'did you mean "base"?'


def test_parents_may_not_go_round_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path / "themes/mine", theme_dot_toml='name = "mine"\napi = 1\nparent = "yours"\n')
    write(tmp_path / "themes/yours", theme_dot_toml='name = "yours"\napi = 1\nparent = "mine"\n')

    (fault,) = load(tmp_path).diagnostics

    assert fault.code == "T002"
    assert fault.span == Span("themes/yours/theme.toml", 3, 1, 6)
    assert fault.message == "the parents go round in a circle: mine → yours → mine"


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("api = 1", "the theme does not say its `name`"),
        ('name = "mine"', "the theme does not say its `api`"),
        ('name = "mine"\napi = "1"', "`api` has a value that it cannot have"),
        ('name = "mine"\napi = true', "`api` has a value that it cannot have"),
        ("name = 1\napi = 1", "`name` has a value that it cannot have"),
        ('name = "yours"\napi = 1', 'the theme calls itself "yours", and its folder is called "mine"'),
        (
            'name = "mine"\napi = 2',
            "the theme is written for version 2 of the contract, and this program keeps version 1",
        ),
        ('name = "mine"\napi = 1\nperent = "base"', 'there is no setting "perent"'),
        ('name = "mine"\napi = 1\n[colours]\ninsk = 1', 'there is no setting "colours"'),
        ("name = mine", "this is not TOML: invalid value"),
        ('name = "mine', "this is not TOML: unterminated string"),
    ],
)
def test_a_fault_of_theme_toml(tmp_path: Path, manifest: str, message: str) -> None:
    (fault,) = faults_of(tmp_path, manifest)

    assert (fault.code, fault.span.path, fault.message) == ("T002", "themes/mine/theme.toml", message)


def test_every_fault_of_theme_toml_is_told_with_its_line(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, "# a theme\nnam = 1\n  api = []\n")

    assert [(fault.span.line, fault.span.column, fault.message, fault.hint) for fault in faults] == [
        (2, 1, 'there is no setting "nam"', 'did you mean "name"?'),
        (3, 3, "`api` has a value that it cannot have", "it takes a whole number"),
        (0, 0, "the theme does not say its `name`", 'write name = "mine"'),
    ]


def test_theme_toml_is_utf8(tmp_path: Path) -> None:
    write(tmp_path / "themes/mine", theme_dot_toml=b'name = "\xff"')

    (fault,) = load(tmp_path).diagnostics

    assert fault.message == "the file is not UTF-8"


def test_a_template_is_utf8(tmp_path: Path) -> None:
    write(tmp_path / "overrides", templates__entry_dot_html=b"one\ntw\xff")

    outcome = load(tmp_path, "base")

    assert outcome.value is None
    assert [(fault.code, fault.span) for fault in outcome.diagnostics] == [
        ("T003", Span("overrides/templates/entry.html", 2))
    ]


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    for folder in ("overrides/templates", "overrides/static"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.html").symlink_to(tmp_path / "secret")
        (tmp_path / folder / "folder").symlink_to(tmp_path)

    outcome = load(tmp_path, "base")

    assert outcome.value is None
    assert {(fault.code, fault.span.path) for fault in outcome.diagnostics} == {
        ("S006", "overrides/templates/x.html"),
        ("S006", "overrides/templates/folder"),
        ("S006", "overrides/static/x.html"),
        ("S006", "overrides/static/folder"),
    }
