"""The documentation of commands and messages is what they say of themselves."""

import pytest

from site_builder.cli.application import COMMANDS
from site_builder.cli.reference import pages
from site_builder.cli.theme import ThemeCommands
from site_builder.model.rules import RULES
from tests.tools import ROOT

AGAIN = "make it again: python -m site_builder.cli.reference docs"


@pytest.mark.parametrize("name", pages())
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages()[name], AGAIN


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"\n## site-builder {command}\n" in (ROOT / "docs/commands.md").read_text(encoding="utf-8"), AGAIN


@pytest.mark.parametrize("command", ThemeCommands.names)
def test_the_commands_of_a_group_are_documented(command: str) -> None:
    assert f"\n### site-builder theme {command}\n" in (ROOT / "docs/commands.md").read_text(encoding="utf-8"), AGAIN


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_message_is_documented(code: str) -> None:
    assert f"\n### {code}\n" in (ROOT / "docs/messages.md").read_text(encoding="utf-8"), AGAIN


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_message_has_an_input_and_the_exact_text_it_draws(code: str) -> None:
    folder = ROOT / "tests/messages" / code

    assert (folder / "expected.txt").is_file()
    assert len([path for path in folder.rglob("*") if path.is_file()]) > 1
    assert f"[{code}]:" in (folder / "expected.txt").read_text(encoding="utf-8")


def test_there_is_no_example_of_a_message_that_does_not_exist() -> None:
    examples = {path.name for path in (ROOT / "tests/messages").iterdir() if path.is_dir()}

    assert examples <= {rule.code for rule in RULES}
