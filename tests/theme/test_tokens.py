"""What themes set as tokens: read, checked, inherited, and written into the style sheet."""

import re
from pathlib import Path

import pytest

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.theme.chain import builtin_themes, load_theme
from site_builder.theme.tokens import PART, TOKENS
from tests.theme.making import as_written, builtin

MINE = 'name = "mine"\napi = 1\nparent = "encyclopedia"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def sheet(site: Path, manifest: str, name: str = "mine", **files: str) -> str:
    """The style sheet of a site whose theme `mine` has that manifest."""
    outcome = load(site, manifest, name, **files)
    assert outcome[1] == ()
    return outcome[0]


def load(site: Path, manifest: str, name: str = "mine", **files: str) -> tuple[str, tuple[Diagnostic, ...]]:
    folder = site / "themes/mine"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "theme.toml").write_text(manifest)
    for path, content in files.items():
        file = folder / "static" / path.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    theme = load_theme(name, folders=[site / "themes", builtin_themes()], overrides=None)
    return as_written(theme.value, "style.css") if theme.value else "", theme.diagnostics


def test_a_child_that_sets_tokens_needs_no_style_sheet(tmp_path: Path) -> None:
    style = sheet(tmp_path, f'{MINE}[tokens]\nrubric = {{ light = "#123", dark = "#9CF" }}\nmeasure = "30rem"\n')

    assert "--rubric: light-dark(#112233, #99ccff);" in style
    assert "--measure: 30rem;" in style
    assert "#86191d" not in style
    assert "--paper: light-dark(#fbf8f1, #15130f);" in style


def test_a_colour_may_be_the_same_in_both_schemes(tmp_path: Path) -> None:
    assert "--rule: #808080;" in sheet(tmp_path, f'{MINE}[tokens]\nrule = "#808080"\n')


def test_tokens_stand_in_their_layer_before_what_the_reader_chooses(tmp_path: Path) -> None:
    style = sheet(tmp_path, f'{MINE}[tokens]\nmeasure = "30rem"\n')

    assert style.index("@layer reset,") < style.index("--measure: 30rem") < style.index("--measure: var(--wide)")
    assert "@layer tokens {\n  :root {\n    color-scheme: light dark;" in style


def test_more_contrast_is_inherited_and_can_be_set(tmp_path: Path) -> None:
    style = sheet(tmp_path, f'{MINE}[more_contrast]\nrule = "#777777"\n').partition("prefers-contrast: more")[2]

    assert "--paper: light-dark(#ffffff, #000000);" in style
    assert "--rule: #777777;" in style


def test_an_ornament_is_a_picture_in_the_sheet_itself(tmp_path: Path) -> None:
    style = sheet(tmp_path, f"{MINE}[tokens]\ntailpiece = '''\n{SVG}\n'''\n")

    assert (
        "--tailpiece: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E" in style
    )


def test_a_part_of_that_name_wins_over_what_is_made(tmp_path: Path) -> None:
    manifest = f'{MINE}[tokens]\nmeasure = "30rem"\n'

    style = sheet(tmp_path, manifest, **{PART.replace("/", "__"): "/* by hand */"})

    assert "/* by hand */" in style
    assert "--measure: 30rem" not in style


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ('papper = "#fff"', 'there is no token "papper"', 'did you mean "paper"?'),
        ('ink = "black"', "the token `ink` has a value", "six digits"),
        ('ink = { light = "#000" }', "the token `ink` has a value", "a colour for each scheme"),
        ('ink = { light = "#000", night = "#fff" }', "the token `ink` has a value", "a colour for each scheme"),
        ("measure = 34", "the token `measure` has a value", "a length with its unit"),
        ('measure = "34"', "the token `measure` has a value", "a length with its unit"),
        ('measure = "1rem; } body { display: none"', "the token `measure` has a value", "a length with its unit"),
        ('text = "serif; color: red"', "the token `text` has a value", "names of fonts"),
        ('text = "url(x)"', "the token `text` has a value", "names of fonts"),
        ('phrase = "notes.svg"', "the token `phrase` has a value", "a small picture as SVG"),
        ('phrase = "<b/>"', "the token `phrase` has a value", "a small picture as SVG"),
    ],
)
def test_a_wrong_token_is_told_with_its_line(tmp_path: Path, line: str, message: str, hint: str) -> None:
    style, (fault,) = load(tmp_path, f"{MINE}\n[tokens]\n{line}\n")

    assert style == ""
    assert (fault.code, fault.severity, fault.span.line) == ("T002", Severity.ERROR, 6)
    assert fault.message.startswith(message)
    assert hint in fault.hint


@pytest.mark.parametrize(
    "value", ['"34rem"', '"112.5%"', '"clamp(1rem, 4vw, 2.25rem)"', '"calc(100% - 2 * 1rem)"', '".5em"']
)
def test_lengths_may_be_worked_out(tmp_path: Path, value: str) -> None:
    assert f"--gap: {value[1:-1]};" in sheet(tmp_path, f"{MINE}[tokens]\ngap = {value}\n")


def test_tokens_that_are_no_table_are_told(tmp_path: Path) -> None:
    _, (fault,) = load(tmp_path, f'{MINE}tokens = "#fff"\n')

    assert fault.message == "`tokens` is no table"


def test_colours_that_are_too_much_alike_are_told_where_they_are_set(tmp_path: Path) -> None:
    style, faults = load(tmp_path, f'{MINE}\n[tokens]\nsoft = {{ light = "#5a5043", dark = "#443c33" }}\n')

    assert style
    assert {(fault.code, fault.severity, fault.span.line) for fault in faults} == {("T011", Severity.WARNING, 6)}
    assert faults[0].message == (
        "`soft` on `paper` has a contrast of 1.71 in the dark scheme, and dates, labels, notes and counts must have 4.5"
    )


def test_who_wants_more_contrast_must_get_it(tmp_path: Path) -> None:
    _, (fault,) = load(tmp_path, f'{MINE}\n[more_contrast]\nsoft = {{ light = "#777777", dark = "#eeeeee" }}\n')

    assert fault.span.line == 6
    assert "in the light scheme, where more contrast is asked for" in fault.message


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ('screenshot = "look.png"', 'there is no file "look.png" beside theme.toml'),
        ('fonts = [{ family = "Brill" }]', "`fonts` has a value that it cannot have"),
        (
            'fonts = [{ family = "Brill", licence = "OFL", file = "fonts/OFL.txt" }]',
            'there is no file "static/fonts/OFL.txt", which has to hold the licence of Brill',
        ),
    ],
)
def test_what_a_manifest_speaks_of_must_be_there(tmp_path: Path, setting: str, message: str) -> None:
    _, (fault,) = load(tmp_path, f"{MINE}{setting}\n")

    assert fault.message == message
    assert fault.span.line == 4


@pytest.mark.parametrize("name", ["encyclopedia", "programme"])
def test_the_style_sheet_uses_no_token_that_is_not_there(name: str) -> None:
    style = as_written(builtin(name), "style.css")

    declared = set(re.findall(r"(?:^|[{;\s])--([\w-]+):", style))
    assert set(re.findall(r"var\(--([\w-]+)", style)) - declared == set()
    assert {token.name for token in TOKENS} <= declared
