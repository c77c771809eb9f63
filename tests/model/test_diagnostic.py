from site_builder.model.diagnostic import Diagnostic, Finding, Severity, locate
from site_builder.model.digest import digest_of
from site_builder.model.facts import Facts
from site_builder.model.source import Place, Span

PLACES = {
    "content/musicians/taro.md": {"born": Place(3, 7, 4, "born: 1985")},
    "content/venues/hall.md": {"opened": Place(4, 9, 4, "opened: 1990")},
}


def test_a_finding_gets_the_lines_of_the_places_it_names() -> None:
    finding = Finding(
        "W001", Severity.WARNING, "content/musicians/taro.md", "born", "m", "h", (("content/venues/hall.md", "opened"),)
    )

    assert locate(finding, PLACES) == Diagnostic(
        "W001",
        Severity.WARNING,
        Span("content/musicians/taro.md", 3, 7, 4),
        "m",
        "h",
        "born: 1985",
        (Span("content/venues/hall.md", 4, 9, 4),),
    )


def test_a_place_that_nobody_knows_is_the_file_as_a_whole() -> None:
    finding = Finding("W001", Severity.WARNING, "content/musicians/nobody.md", "born", "m")

    assert locate(finding, PLACES).span == Span("content/musicians/nobody.md")


def test_equal_values_have_equal_digests_and_others_have_others() -> None:
    facts = Facts("musicians/taro", "content/musicians/taro.md", "Taro")
    same = Facts("musicians/" + "taro", "content/musicians/taro.md", "Ta" + "ro")

    assert digest_of(facts) == digest_of(same)
    assert digest_of(facts) != digest_of(Facts("musicians/taro", "content/musicians/taro.md", "Taró"))
    assert len(digest_of(facts)) == 32
