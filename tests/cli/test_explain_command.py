import pytest
from click.testing import CliRunner

from site_builder.cli.application import application
from site_builder.model.rules import RULES


def explain(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(application, ["explain", *arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize("code", ["L001", "l001"])
def test_a_code_is_explained_with_an_example(code: str) -> None:
    exit_code, output = explain(code)

    assert exit_code == 0
    assert output.startswith("L001 (warning): no entity has that name\n\nThe link leads to a page that nobody")
    assert output.endswith("Wrong:\n    [[Scott La Faro]]\n\nRight:\n    [[Scott LaFaro]]\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_code_is_explained(rule) -> None:  # type: ignore[no-untyped-def]
    assert explain(rule.code)[0] == 0


def test_without_a_code_all_are_listed() -> None:
    exit_code, output = explain()

    assert exit_code == 0
    assert all(f"   {rule.code}  " in output for rule in RULES)


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("L1", 'There is no code "L1". Did you mean L001?'),
        ("L999", 'There is no code "L999". All codes are listed by: site-builder explain'),
    ],
)
def test_an_unknown_code_has_a_nearest_one_or_leads_to_the_list(code: str, advice: str) -> None:
    exit_code, output = explain(code)

    assert (exit_code, output) == (2, f"Error: {advice}\n")
