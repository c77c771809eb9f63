from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.identity import OutputPath
from site_builder.model.source import Span
from site_builder.serve.builder import Built
from site_builder.serve.documents import no_site, overview
from site_builder.serve.sentences import line_of
from site_builder.serve.state import KEPT_REBUILDS, SHOWN_PROBLEMS, Preview, after, messages, problems_of, rebuild_of

FIRST = Preview("s", version=1)
FAULT = Diagnostic(
    "L001", Severity.ERROR, Span("content/musicians/a.md", 3, 5, 4), "no entity is called <b>", "mend it", "xxx [[<b>]]"
)


def built(*changed: str, diagnostics: tuple[Diagnostic, ...] = ()) -> Built:
    return Built(diagnostics, published=True, changed=tuple(map(OutputPath, changed)))


def step(before: Preview, build: Built) -> Preview:
    return after(before, build, rebuild_of(build, frozenset(["content/a.md"]), 0.0481, "14:03:07"))


def told(before: Preview, build: Built) -> tuple[str, ...]:
    return messages(before, step(before, build), build.changed)


def test_a_changed_page_makes_browsers_load_everything_anew() -> None:
    assert told(FIRST, built("a.html", "static/style.css")) == ("*",)


def test_changed_styles_are_exchanged_one_by_one() -> None:
    assert told(FIRST, built("static/a.css", "static/b.css")) == ("/static/a.css", "/static/b.css", "/__preview/state")
    assert step(FIRST, built("static/a.css")).build == FIRST.build


def test_a_build_that_changed_nothing_tells_only_that_there_was_one() -> None:
    assert told(FIRST, built()) == ("/__preview/state",)


def test_the_first_build_is_a_version_even_if_it_changed_nothing() -> None:
    now = step(Preview("s"), built())

    assert (Preview("s").build, now.build) == ("", "s-1")
    assert told(Preview("s"), built()) == ("*",)


def test_two_starts_of_the_server_have_no_version_in_common() -> None:
    assert step(Preview("s"), built()).build != step(Preview("t"), built()).build


def test_errors_come_before_warnings_and_notices_are_left_out() -> None:
    warning = Diagnostic("F001", Severity.WARNING, Span("content/a.md"), "w")
    notice = Diagnostic("S004", Severity.NOTICE, Span("content/a.md"), "n")

    problems, more = problems_of(built(diagnostics=(notice, warning, FAULT)))

    assert [(problem.severity, problem.text) for problem in problems] == [
        (
            Severity.ERROR,
            "content/musicians/a.md:3:5: error[L001]: no entity is called <b>\n"
            "    3 | xxx [[<b>]]\n"
            "      |     ^^^^\n"
            "   hint: mend it",
        ),
        (Severity.WARNING, "content/a.md: warning[F001]: w"),
    ]
    assert more == 0


def test_of_very_many_problems_the_rest_is_counted() -> None:
    faults = tuple(Diagnostic("L001", Severity.ERROR, Span("a.md", line), f"fault {line}") for line in range(1, 101))

    problems, more = problems_of(built(diagnostics=faults))

    assert (len(problems), more) == (SHOWN_PROBLEMS, 100 - SHOWN_PROBLEMS)


def test_an_accident_is_a_problem_too() -> None:
    problems, _ = problems_of(Built((), published=False, changed=(), accident="ValueError: no, in x.py:3"))

    assert [problem.text for problem in problems] == ["the build failed: ValueError: no, in x.py:3"]


def test_only_the_latest_rebuilds_are_kept() -> None:
    preview = FIRST
    for _ in range(500):
        preview = step(preview, built())

    assert len(preview.rebuilds) == KEPT_REBUILDS


def test_a_line_names_two_files_and_counts_the_others() -> None:
    rebuild = rebuild_of(built("a.html", "b.json"), frozenset(f"content/{n:02}.md" for n in range(30)), 1.5, "14:03:07")

    assert line_of(rebuild) == (
        "14:03:07  content/00.md, content/01.md and 28 other files: 1 page and 1 other file changed in 1,500 ms"
    )


def test_a_line_says_how_many_pages_had_to_wait() -> None:
    rebuild = rebuild_of(
        Built((FAULT,), published=True, changed=(OutputPath("a.html"),), waiting=679),
        frozenset(["content/a.md"]),
        0.12,
        "14:03:07",
    )

    assert line_of(rebuild) == "14:03:07  content/a.md: 1 page changed in 120 ms; 679 pages more to look at; 1 error"


def test_a_line_says_what_came_of_it() -> None:
    nothing = rebuild_of(built(), frozenset(["site.toml"]), 0.02, "14:03:07")
    refused = rebuild_of(Built((FAULT,), published=False, changed=()), frozenset(["site.toml"]), 0.02, "14:03:07")
    broken = rebuild_of(Built((), published=False, changed=(), accident="ValueError"), frozenset(), 0.02, "14:03:07")

    assert line_of(nothing) == "14:03:07  site.toml: nothing changed in 20 ms"
    assert line_of(refused) == "14:03:07  site.toml: nothing published in 20 ms; 1 error"
    assert line_of(broken) == "14:03:07  the whole site: the build failed (ValueError) in 20 ms"


def test_nothing_an_author_wrote_is_markup_in_the_previews_own_pages() -> None:
    hostile = built(diagnostics=(FAULT,))
    preview = after(FIRST, hostile, rebuild_of(hostile, frozenset(["content/<i>.md"]), 0.1, "14:03:07"))

    pages = no_site(preview, b"") + overview(preview, b"")

    assert b"<b>" not in pages
    assert b"<i>" not in pages
    assert b"&lt;b&gt;" in pages
    assert b"content/&lt;i&gt;.md" in pages
