import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pages.citations import citation
from site_builder.pages.views import Citation, Run


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("A book", [Run("A book")]),
        (
            "“Two men”, *The Bow and Reed*, Winter 1959",
            [Run("“Two men”, "), Run("The Bow and Reed", emphasis=True), Run(", Winter 1959")],
        ),
        ("*Rooms*", [Run("Rooms", emphasis=True)]),
        (
            "See (https://example.org/a).",
            [Run("See ("), Run("https://example.org/a", href="https://example.org/a"), Run(").")],
        ),
        ("2 * 3 * 4", [Run("2 * 3 * 4")]),
        ("5*", [Run("5*")]),
        ("**bold**", [Run("*"), Run("bold", emphasis=True), Run("*")]),
        ("javascript:alert(1)", [Run("javascript:alert(1)")]),
    ],
)
def test_titles_are_set_off_and_addresses_are_links(text: str, runs: list[Run]) -> None:
    assert citation(text) == Citation(tuple(runs))


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("*ab https://x."), min_size=1))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(run.text for run in citation(text).runs)

    assert shown.replace("*", "") == text.replace("*", "")
