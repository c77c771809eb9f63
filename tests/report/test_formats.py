import json

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.rules import RULES
from site_builder.model.source import Span
from site_builder.report.github import render_github
from site_builder.report.json import render_json
from site_builder.report.paths import seen_from_above
from site_builder.report.sarif import render_sarif

WHOLE_FILE = Diagnostic("F001", Severity.WARNING, Span("content/é #1.md"), "the file is not UTF-8")
PLACED = Diagnostic(
    code="A001",
    severity=Severity.ERROR,
    span=Span("content/b.md", 2, 7, 11),
    message='two entries want "musicians/x"',
    hint="give one of them another slug",
    excerpt="slug: bakhyt-taro",
    related=(Span("content/a[1].md", 3),),
)


def result_of(diagnostic: Diagnostic) -> dict[str, object]:
    [result] = json.loads(render_sarif([diagnostic]))["runs"][0]["results"]
    return result


def test_json_has_every_key_for_every_diagnostic() -> None:
    assert json.loads(render_json([WHOLE_FILE, PLACED])) == [
        {
            "code": "A001",
            "severity": "error",
            "path": "content/b.md",
            "line": 2,
            "column": 7,
            "length": 11,
            "message": 'two entries want "musicians/x"',
            "hint": "give one of them another slug",
            "excerpt": "slug: bakhyt-taro",
            "related": [{"path": "content/a[1].md", "line": 3, "column": 0, "length": 1}],
        },
        {
            "code": "F001",
            "severity": "warning",
            "path": "content/é #1.md",
            "line": 0,
            "column": 0,
            "length": 1,
            "message": "the file is not UTF-8",
            "hint": "",
            "excerpt": "",
            "related": [],
        },
    ]


def test_no_diagnostics_are_an_empty_array() -> None:
    assert render_json([]) == b"[]\n"


def test_a_line_that_is_too_long_is_left_out_of_json() -> None:
    long, short = (msgspec.structs.replace(PLACED, excerpt="x" * length) for length in (1001, 1000))

    assert [len(fault["excerpt"]) for fault in json.loads(render_json([long, short]))] == [0, 1000]


def test_a_file_name_that_is_no_text_can_be_told_in_every_format() -> None:
    diagnostic = Diagnostic("F001", Severity.ERROR, Span("caf\udce9.md"), "x \udce9", "y \udce9", "z \udce9")

    assert json.loads(render_json([diagnostic]))[0]["path"] == "caf\\udce9.md"
    assert json.loads(render_sarif([diagnostic]))["version"] == "2.1.0"
    assert render_github([diagnostic]).encode("utf-8")


def test_sarif_describes_every_rule_with_all_that_code_scanning_asks_for() -> None:
    log = json.loads(render_sarif([]))

    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert (log["version"], run["columnKind"], run["results"]) == ("2.1.0", "unicodeCodePoints", [])
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")


def test_a_sarif_result_has_a_whole_region_and_links_to_what_else_takes_part() -> None:
    assert result_of(PLACED) == {
        "ruleId": "A001",
        "ruleIndex": [rule.code for rule in RULES].index("A001"),
        "level": "error",
        "message": {
            "text": 'two entries want "musicians/x"\ngive one of them another slug\nalso at [content/a\\[1\\].md:3](1)'
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/b.md"},
                    "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 18},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/a%5B1%5D.md"},
                    "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 1},
                },
            }
        ],
    }


def test_a_sarif_result_about_a_whole_file_points_to_its_beginning() -> None:
    assert result_of(WHOLE_FILE)["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/%C3%A9%20%231.md"},
                "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1},
            }
        }
    ]


def test_a_sarif_result_about_a_whole_line_spans_it() -> None:
    diagnostic = msgspec.structs.replace(PLACED, span=Span("a.md", 2))

    [location] = result_of(diagnostic)["locations"]  # type: ignore[misc]

    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 18}


def test_an_authors_text_makes_no_link_in_sarif() -> None:
    diagnostic = Diagnostic("L001", Severity.NOTICE, Span("a.md", 1, 1), "see [x](https://example.org)")

    assert result_of(diagnostic)["message"] == {"text": "see [x] (https://example.org)"}


def test_a_rule_of_an_extension_has_no_index_in_sarif() -> None:
    result = result_of(Diagnostic("X100", Severity.NOTICE, Span("a.md", 1, 1), "x"))

    assert (result["ruleId"], result["level"], "ruleIndex" in result) == ("X100", "note", False)


def test_a_github_annotation_names_file_place_and_rule() -> None:
    assert render_github([WHOLE_FILE, PLACED]) == (
        "::error file=content/b.md,line=2,col=7,endColumn=18,title=A001%3A two entries want one address::"
        'two entries want "musicians/x"%0Aalso at content/a[1].md:3%0Ahint: give one of them another slug\n'
        "::warning file=content/é #1.md,title=F001%3A the file is not UTF-8::the file is not UTF-8\n"
    )


def test_an_authors_text_starts_no_command_on_github() -> None:
    diagnostic = Diagnostic(
        "X100", Severity.NOTICE, Span("a,line=9::b.md", 1), "100 %\n::set-env name=PATH::x", "\r::stop-commands::x"
    )

    assert render_github([diagnostic]) == (
        "::notice file=a%2Cline=9%3A%3Ab.md,line=1,title=X100::"
        "100 %25 ::set-env name=PATH::x%0Ahint: \\x0d::stop-commands::x\n"
    )


def test_paths_are_seen_from_the_folder_above_the_site() -> None:
    [moved] = seen_from_above([PLACED], "sites/music")

    assert (moved.span, moved.related) == (
        Span("sites/music/content/b.md", 2, 7, 11),
        (Span("sites/music/content/a[1].md", 3),),
    )
    assert seen_from_above([PLACED], "") == (PLACED,)


def test_a_whole_path_stays_as_it_is() -> None:
    diagnostic = Diagnostic("P002", Severity.ERROR, Span("/srv/site"), "x", related=(Span("a.md"),))

    [moved] = seen_from_above([diagnostic], "music")

    assert (moved.span, moved.related) == (Span("/srv/site"), (Span("music/a.md"),))
