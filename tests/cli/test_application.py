import os
import subprocess
import sys
from importlib.metadata import entry_points

import click
import pytest
from click.testing import CliRunner

from site_builder import __version__
from site_builder.cli.application import COMMANDS, application

HEAVY = {
    "anyascii",
    "frontmatter",
    "jinja2",
    "livereload",
    "markdown",
    "msgspec",
    "nh3",
    "rapidfuzz",
    "rich",
    "tornado",
    "watchfiles",
    "yaml",
}


def command_named(name: str) -> click.Command:
    command = application.get_command(click.Context(application), name)
    assert command is not None
    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_says_what_it_does_with_an_example(name: str) -> None:
    help_text = CliRunner().invoke(application, [name, "--help"]).output

    _, _, example = help_text.partition("Example:\n")
    assert f"site-builder {name}" in example
    assert all(param.help for param in command_named(name).params if isinstance(param, click.Option))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_first_line_of_a_command_fits_into_the_list_of_commands(name: str) -> None:
    assert not command_named(name).get_short_help_str(limit=60).endswith("...")


def test_the_list_of_commands_has_them_all() -> None:
    output = CliRunner().invoke(application, ["--help"]).output

    listed = [line.split()[0] for line in output.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()]
    assert listed == list(COMMANDS)


def test_the_version_is_the_packages() -> None:
    assert CliRunner().invoke(application, ["--version"]).output == f"site-builder, version {__version__}\n"


def test_the_installed_script_is_this_program() -> None:
    [script] = entry_points(group="console_scripts", name="site-builder")

    assert script.value == "site_builder.cli:main"


def test_help_loads_none_of_the_libraries_that_do_the_work() -> None:
    program = (
        "import sys; from site_builder.cli.run import run; run(['--help']); "
        f"print(sorted({HEAVY!r} & sys.modules.keys()))"
    )

    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert output.splitlines()[-1] == "[]"


def test_the_help_of_every_command_loads_nothing_heavy_either() -> None:
    program = (
        "import sys; from site_builder.cli.run import run; "
        f"[run([name, '--help']) for name in {COMMANDS!r}]; print(sorted({HEAVY!r} & sys.modules.keys()))"
    )

    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert output.splitlines()[-1] == "[]"


def test_the_width_of_the_terminal_is_used() -> None:
    wide = subprocess.run(
        [sys.executable, "-m", "site_builder", "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "60"},
    ).stdout

    assert max(map(len, wide.splitlines())) <= 60
