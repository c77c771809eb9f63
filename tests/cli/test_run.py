"""Exit codes and faults that are not the content's, as a shell sees them."""

import errno
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli.run import run
from tests.sites import write_site

SITE_BUILDER = [sys.executable, "-m", "site_builder"]


NAMED = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
"""A PATH where the shell finds the command."""


def site_builder(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SITE_BUILDER, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": NAMED, **environment},
    )


def program_where(command: str, effect: str) -> list[str]:
    """A program that runs `explain`, in which a part of ours does something unexpected."""
    return [
        sys.executable,
        "-c",
        f"import sys, errno, os, time; import site_builder.report.explain as explain\n"
        f"def broken(*arguments, **options): {effect}\n"
        f"explain.render_rules = broken\n"
        f"from site_builder.cli.run import run\n"
        f"sys.exit(run({command.split()!r}))",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["bild"], 'Error: There is no command "bild". Did you mean "build"?\n'),
        (
            ["frobnicate"],
            'Error: There is no command "frobnicate". '
            "The commands are init, add, build, serve, check, list, theme, explain.\n",
        ),
        (["add"], "Error: Missing argument 'NAME'. See: site-builder add --help\n"),
        (["build", "extra"], "Error: Got unexpected extra argument (extra). See: site-builder build --help\n"),
        (
            ["build", "--base-url", "example.org"],
            "Error: Invalid value for '--base-url': \"example.org\" is not a whole address such as "
            '"https://example.org/encyclopedia/". See: site-builder build --help\n',
        ),
        (
            ["build"],
            "Error: There is no site.toml here or in a folder above. Go to a site's folder, name it with --site DIR, "
            "or make a new one with: site-builder init DIR\n",
        ),
        (
            ["check", "--site", "."],
            "Error: . has no site.toml, so it is not a site's folder. Make it one with: site-builder init .\n",
        ),
    ],
)
def test_a_command_that_cannot_be_run_says_why_and_what_to_do_in_one_line(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    result = site_builder(*arguments, cwd=tmp_path)

    assert (result.returncode, result.stdout, result.stderr) == (2, "", told)


def test_an_unknown_option_is_answered_with_the_way_to_help(tmp_path: Path) -> None:
    result = site_builder("build", "--strickt", cwd=tmp_path)

    assert result.returncode == 2
    assert re.fullmatch(r"Error: No such option.*--strickt.*--strict.* See: site-builder build --help\n", result.stderr)


def test_a_bug_of_ours_is_told_in_one_paragraph_with_the_traceback_in_a_file(tmp_path: Path) -> None:
    program = program_where("explain", "raise ValueError('no \\x1b[2J such\\nthing')")

    result = subprocess.run(
        program, capture_output=True, text=True, check=False, env={**os.environ, "TMPDIR": str(tmp_path)}
    )

    [file] = tmp_path.glob("site-builder-*.txt")
    assert result.returncode == 3
    assert result.stdout == ""
    assert " ".join(result.stderr.split()) == (
        "site-builder met a fault of its own (ValueError: no \\x1b[2J such). Your content is not to blame. Please "
        f"report this and send the file {file} along: it holds the command you gave, and the place in the program "
        "where it failed."
    )
    report = file.read_text()
    assert "site-builder 'explain'" in report
    assert "Traceback (most recent call last)" in report
    assert "ValueError" in report


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EBUSY])
def test_a_refusal_of_the_operating_system_is_told_in_one_line(code: int) -> None:
    program = program_where("explain", f"raise OSError({code}, os.strerror({code}), 'output/index.html')")

    result = subprocess.run(program, capture_output=True, text=True, check=False)

    assert (result.returncode, result.stderr) == (
        2,
        f"Error: output/index.html: {os.strerror(code)}. Put that right and run the command again.\n",
    )


def test_any_other_error_of_the_operating_system_is_a_bug_of_ours(tmp_path: Path) -> None:
    program = program_where("explain", "raise OSError(errno.EBADF, os.strerror(errno.EBADF))")

    result = subprocess.run(program, capture_output=True, check=False, env={**os.environ, "TMPDIR": str(tmp_path)})

    assert result.returncode == 3


def test_ctrl_c_stops_with_one_line_even_if_it_is_pressed_again() -> None:
    slow_goodbye = (
        "real = click.echo; click.echo = lambda *a, **o: (print('bye', flush=True), time.sleep(0.5), real(*a, **o))"
    )
    program = program_where("explain", f"import click; {slow_goodbye}; print('ready', flush=True); time.sleep(30)")

    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for word in ("ready\n", "bye\n"):
            assert process.stdout.readline() == word
            process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=5)

    assert (process.returncode, stderr.strip()) == (130, "Stopped.")


@pytest.mark.parametrize("arguments", [["explain"], ["--help"], ["explain", "L001"]])
def test_nobody_reading_the_output_any_more_is_no_fault(arguments: list[str]) -> None:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "wb") as closed:
        result = subprocess.run(
            [*SITE_BUILDER, *arguments], stdout=closed, stderr=subprocess.PIPE, check=False, env=buffered
        )

    assert (result.returncode, result.stderr) == (141, b"")


def test_names_can_be_told_to_a_reader_that_does_not_know_their_letters(tmp_path: Path) -> None:
    write_site(tmp_path, "-- content/musicians/aset-dala.md --\nname: Әсет Дала\n")

    result = site_builder("list", cwd=tmp_path, PYTHONIOENCODING="latin-1")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "0  musicians/aset-dala  \\u04d8\\u0441\\u0435\\u0442 \\u0414\\u0430\\u043b\\u0430\n"


def test_a_command_that_worked_exits_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "L001"]) == 0
    assert capsys.readouterr().out.startswith("L001 (warning)")


def test_help_and_version_exit_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(["--help"]), run(["--version"]), run(["build", "--help"])) == (0, 0, 0)
    capsys.readouterr()


def test_no_command_at_all_shows_the_help_and_nothing_else(tmp_path: Path) -> None:
    bare, helped = site_builder(cwd=tmp_path), site_builder("--help", cwd=tmp_path)

    assert (bare.returncode, bare.stdout, bare.stderr) == (2, "", helped.stdout)
    assert bare.stderr.startswith("Usage: site-builder [OPTIONS] COMMAND")


@pytest.mark.parametrize("folder", ["/proc/nothing", "file/below", "x" * 300])
def test_a_folder_that_the_operating_system_refuses_is_told_in_one_line(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    result = site_builder("init", folder, cwd=tmp_path)

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: No site can be made in {folder}: ")
    assert result.stderr.endswith(". Name a folder where you may write, such as: site-builder init mysite\n")
    assert result.stderr.count("\n") == 1


def test_commands_in_messages_work_where_the_shell_does_not_find_the_program(tmp_path: Path) -> None:
    called = f"{sys.executable} -m site_builder"

    made = site_builder("init", "mysite", cwd=tmp_path, PATH=os.devnull)
    lost = site_builder("build", cwd=tmp_path, PATH=os.devnull)
    wrong = site_builder("build", "extra", cwd=tmp_path, PATH=os.devnull)

    assert made.stdout.endswith(f" Now:\n\n  cd mysite\n  {called} build\n\n")
    assert lost.stderr.endswith(f"or make a new one with: {called} init DIR\n")
    assert wrong.stderr.endswith(f"See: {called} build --help\n")
