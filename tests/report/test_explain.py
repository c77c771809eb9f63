import pytest

from site_builder.model.diagnostic import Rule, Severity
from site_builder.model.rules import RULE_BY_CODE, RULES
from site_builder.report.explain import messages_page, nearest_codes, render_rule, render_rules

RULE = Rule(
    "S004", Severity.NOTICE, "the site is nowhere", "It has no `base_url`. Set one in site.toml.", "a\n  b", "c"
)


def test_a_rule_is_explained_with_an_example_and_wrapped() -> None:
    assert render_rule(RULE, width=24) == (
        "S004 (notice): the site is nowhere\n"
        "\n"
        "It has no `base_url`.\n"
        "Set one in site.toml.\n"
        "\n"
        "Wrong:\n    a\n      b\n"
        "\n"
        "Right:\n    c\n"
    )


def test_the_table_groups_rules_by_area() -> None:
    rule = Rule("F001", Severity.ERROR, "no text", "", "", "")

    assert render_rules([RULE, rule]) == (
        "F  Content files and their front matter\n"
        "   F001  error    no text\n"
        "\n"
        "S  The site's folder and settings\n"
        "   S004  notice   the site is nowhere\n"
    )


def test_every_rule_belongs_to_an_area() -> None:
    listed = [line.split()[0] for line in render_rules().splitlines() if line.startswith("   ")]

    assert sorted(listed) == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize(
    ("text", "codes"),
    [("l1", ["L001"]), ("LO01", ["L001"]), ("f22", ["F022"]), ("", []), ("nonsense", [])],
)
def test_a_mistyped_code_has_a_nearest_one(text: str, codes: list[str]) -> None:
    assert nearest_codes(text) == codes


def test_an_unknown_area_has_near_codes_of_the_same_number() -> None:
    assert all(code in RULE_BY_CODE for code in nearest_codes("X001"))
    assert "F001" in nearest_codes("F0001")


def test_the_page_of_messages_has_a_row_and_a_section_for_each_rule() -> None:
    assert messages_page([RULE]).endswith(
        "## S: The site's folder and settings\n"
        "\n"
        "| code | severity | what is wrong |\n|---|---|---|\n| [S004](#s004) | notice | the site is nowhere |\n"
        "\n"
        "### S004\n"
        "\n"
        "*notice:* **the site is nowhere**\n"
        "\n"
        "It has no `base_url`. Set one in site.toml.\n"
        "\n"
        "Wrong:\n\n```text\na\n  b\n```\n"
        "\n"
        "Right:\n\n```text\nc\n```\n"
    )
