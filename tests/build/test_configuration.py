from pathlib import Path

import pytest

from site_builder.build.configuration import base_url, read_configuration
from site_builder.build.options import BuildOptions
from site_builder.model.config import DEFAULT_FACETS, Facet, NavigationItem, Pairs, SiteConfig
from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.model.source import Span


def read(tmp_path: Path, text: str, options: BuildOptions | None = None) -> Outcome[SiteConfig]:
    (tmp_path / "site.toml").write_text(text)
    return read_configuration(tmp_path, options or BuildOptions())


def test_an_empty_file_leaves_every_setting_at_its_default(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Outcome(SiteConfig())


def test_every_setting_is_read(tmp_path: Path) -> None:
    outcome = read(
        tmp_path,
        """
        title = "Lives"
        description = "Of  players"
        base_url = "https://example.org/lives"
        edit_url = "https://example.org/edit?file={path}"
        language = "kk-Cyrl"
        licence = "CC BY"
        notice = "All of it is fiction."
        theme = "programme"
        strict = true
        mentions = false
        drafts = true
        checks = ["mine.checks:spelling"]
        emitters = ["mine:map"]

        [pairs]
        facets = [["instruments", "venues"]]
        at_least = 3
        at_most = 40

        [[facets]]
        kind = "festivals"
        singular = "festival"
        common_nouns = true

        [[navigation]]
        label = "Halls"
        page = "venues/index.html"
        """,
    )

    assert outcome == Outcome(
        SiteConfig(
            title="Lives",
            description="Of players",
            base_url="https://example.org/lives/",
            edit_url="https://example.org/edit?file={path}",
            language="kk-Cyrl",
            licence="CC BY",
            notice="All of it is fiction.",
            theme="programme",
            strict=True,
            mentions=False,
            drafts=True,
            facets=(*DEFAULT_FACETS, Facet("festivals", "festival", "Festivals", common_nouns=True)),
            pairs=Pairs((("instruments", "venues"),), 3, 40),
            navigation=(NavigationItem("Halls", "venues/index.html"),),
            checks=("mine.checks:spelling",),
            emitters=("mine:map",),
        )
    )


@pytest.mark.parametrize("mode", ["full", "names", "off"])
def test_what_readers_can_search_is_one_of_three(tmp_path: Path, mode: str) -> None:
    assert read(tmp_path, f'search = "{mode}"\n') == Outcome(SiteConfig(search=mode), ())


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ('"name"', '; did you mean "names"?'),
        ("false", '; did you mean "off"?'),
        ("7", ""),
        ('["full"]', '; did you mean "full"?'),
    ],
)
def test_another_value_of_search_is_told_with_the_nearest(tmp_path: Path, value: str, suggestion: str) -> None:
    outcome = read(tmp_path, f"search = {value}\n")

    assert outcome.value == SiteConfig()
    assert [fault.hint for fault in outcome.diagnostics] == [f'it takes "full", "names" or "off"{suggestion}']


@pytest.mark.parametrize("mode", ["site", "terms", "off"])
def test_what_readers_can_subscribe_to_is_one_of_three(tmp_path: Path, mode: str) -> None:
    assert read(tmp_path, f'feeds = "{mode}"\n') == Outcome(SiteConfig(feeds=mode), ())


@pytest.mark.parametrize(
    ("value", "suggestion"), [('"term"', '; did you mean "terms"?'), ("false", '; did you mean "off"?'), ("true", "")]
)
def test_another_value_of_feeds_is_told_with_the_nearest(tmp_path: Path, value: str, suggestion: str) -> None:
    outcome = read(tmp_path, f"feeds = {value}\n")

    assert outcome.value == SiteConfig()
    assert [fault.hint for fault in outcome.diagnostics] == [f'it takes "site", "terms" or "off"{suggestion}']


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    text = 'base_url = "https://one.org/"\nstrict = true\n'
    options = BuildOptions(base_url="https://two.org/x", strict=False, drafts=True)

    config = read(tmp_path, text, options).value

    assert (config.base_url, config.strict, config.drafts) == ("https://two.org/x/", False, True)


def test_a_syntax_error_is_told_with_line_column_and_excerpt(tmp_path: Path) -> None:
    outcome = read(tmp_path, "title = My encyclopedia\n")

    assert outcome == Outcome(
        SiteConfig(),
        (
            Diagnostic(
                "S001",
                Severity.ERROR,
                Span("site.toml", 1, 9),
                "this is not TOML: invalid value",
                'a setting is a name, an equals sign and a value; text stands in quotes: title = "My encyclopedia"',
                "title = My encyclopedia",
            ),
        ),
    )


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_bytes("title = 'Amália'".encode("latin-1"))

    outcome = read_configuration(tmp_path, BuildOptions())

    assert [fault.message for fault in outcome.diagnostics] == ["the file is not UTF-8"]


def test_an_unknown_setting_is_told_with_its_line_and_the_nearest_known(tmp_path: Path) -> None:
    outcome = read(tmp_path, 'strict = true\ntitel = "Lives"\n')

    assert outcome.value.strict
    assert outcome.diagnostics == (
        Diagnostic(
            "S002",
            Severity.ERROR,
            Span("site.toml", 2, 1, 5),
            'there is no setting "titel"',
            "did you mean `title`?",
            'titel = "Lives"',
        ),
    )


@pytest.mark.parametrize(
    ("line", "takes"),
    [
        ("title = 3", "it takes a text in quotes"),
        ('strict = "yes"', "it takes true or false, without quotes"),
        ('base_url = "example.org"', 'it takes a whole address such as "https://example.org/encyclopedia/"'),
        ('base_url = "ftp://example.org/"', 'it takes a whole address such as "https://example.org/encyclopedia/"'),
        ('base_url = "https://[::1"', 'it takes a whole address such as "https://example.org/encyclopedia/"'),
        ('base_url = "https://x.org:port/"', 'it takes a whole address such as "https://example.org/encyclopedia/"'),
        ('base_url = "https://x.org/a b/"', 'it takes a whole address such as "https://example.org/encyclopedia/"'),
        *(
            (
                f'edit_url = "{address}"',
                "it takes an https address with {path} where the path of an entry's file goes, such as "
                '"https://example.org/edit/main/{path}"',
            )
            for address in (
                "http://example.org/edit/{path}",
                "https://example.org/edit/",
                "https://example.org/{file}/{path}",
                "https://example.org{path}",
                "https://{path}.example.org/{path}",
                "https://me:secret@example.org/{path}",
                "https://[::1/{path}",
                "javascript:alert('{path}')",
                "{path}",
            )
        ),
        ('language = "English!"', 'it takes a language tag such as "en" or "en-GB"'),
        ('theme = "../evil"', 'it takes the name of a theme\'s folder, such as "encyclopedia"'),
        ('checks = "mine:x"', "it takes a list in square brackets"),
        ('checks = ["mine"]', 'it takes names of Python objects, such as "mychecks:spelling"'),
        ("pairs = {at_least = -1}", "it takes a whole number, 0 or more"),
        ("pairs = {at_last = 1}", "it takes `pairs` with the fields facets, at_least, at_most"),
        (
            'pairs = {facets = [["venues"]]}',
            'it takes for `facets` a list of pairs such as [["instruments", "countries"]]',
        ),
        (
            'pairs = {facets = [["venues", "planets"]]}',
            "it takes pairs of countries, ensembles, genres, instruments, labels, venues",
        ),
        (
            'navigation = [{label = "A–Z"}]',
            "it takes `navigation` with the fields label, page, of which label and page must be given",
        ),
        (
            'facets = [{kind = "musicians", singular = "x"}]',
            'it takes for `kind` and `singular` two new words of a-z, such as "festivals" and "festival"; '
            '"musicians" or "x" is taken already or has other characters',
        ),
    ],
)
def test_a_value_that_a_setting_cannot_have_keeps_the_default_and_says_what_it_takes(
    tmp_path: Path, line: str, takes: str
) -> None:
    outcome = read(tmp_path, f"{line}\n")

    assert outcome.value == SiteConfig()
    assert [(fault.code, fault.span.line, fault.hint, fault.excerpt) for fault in outcome.diagnostics] == [
        ("S003", 1, takes, line)
    ]


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    outcome = read(tmp_path, 'titel = "x"\nstrict = 1\nnonsense = 2\n')

    assert [fault.code for fault in outcome.diagnostics] == ["S002", "S003", "S002"]


def test_an_address_from_the_command_line_has_to_be_whole() -> None:
    assert base_url("https://example.org") == "https://example.org/"
    with pytest.raises(ValueError, match="whole address"):
        base_url("example.org")


def test_a_setting_that_is_given_twice_is_told_with_both_lines(tmp_path: Path) -> None:
    (fault,) = read(tmp_path, 'theme = "base"\nstrict = true\ntheme = "mine"\n').diagnostics

    assert (fault.code, fault.span, fault.message) == (
        "S001",
        Span("site.toml", 3, 1, 5),
        "`theme` is set twice, first on line 1",
    )
