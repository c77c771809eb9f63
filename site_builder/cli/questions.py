"""Asking on a terminal, with completion of what exists and "did you mean"."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from site_builder.authoring.known import Known, nearest_name, spelling_of
from site_builder.content.names import name_key
from site_builder.report.columns import visible

_OFFERED = 6
"""Names shown with a question, before anybody presses Tab."""


def can_ask() -> bool:
    """Whether somebody sits at a terminal and sees the questions."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, known: Sequence[Known] = ()) -> str:
    """One line, without blanks around it; Tab completes the known names. "" where the author just presses Enter."""
    with _completing(question, known):
        return " ".join(input(question).split())


def ask_name(singular: str, known: Sequence[Known]) -> str:
    """One name, spelt as it is known; "" for none."""
    _show(singular, known)
    answer = ask(f"Which {singular}? ", known)
    return settle(answer, known) if answer else ""


def ask_names(singular: str, known: Sequence[Known]) -> tuple[str, ...]:
    """Names, one or more a line, until the author presses Enter. Known ones are spelt as they are known."""
    _show(singular, known)
    names: list[str] = []
    while answer := ask(f"{'Another' if names else 'Which'} {singular}? ", known):
        names += [settle(name, known) for name in names_in(answer, known)]
    return tuple(dict.fromkeys(names))


def names_in(answer: str, known: Sequence[Known]) -> tuple[str, ...]:
    """The names of an answer: commas part them, but for a comma of a known name or of a whole answer in quotes."""
    if len(answer) > 2 and answer[0] == answer[-1] == '"':
        return (answer[1:-1].strip(),)
    if spelling_of(answer, known) or "," in nearest_name(answer, known):
        return (answer,)
    return tuple(name for part in answer.split(",") if (name := part.strip()))


def settle(name: str, known: Sequence[Known]) -> str:
    """The name as it is known; for one that is new and much like a known one, whichever the author says."""
    spelling = spelling_of(name, known)
    if spelling:
        return spelling
    near = nearest_name(name, known)
    return near if near and is_meant(near, name) else name


def is_meant(near: str, name: str) -> bool:
    """Whether the author says that a new name is a mistyped form of one that exists."""
    return not ask(f'"{visible(name)}" would be new. Did you mean {visible(near)}? [Y/n] ').casefold().startswith("n")


@contextmanager
def _completing(question: str, known: Sequence[Known]) -> Iterator[None]:
    """Has Tab complete the known names meanwhile, where Python has readline (not on Windows)."""
    try:
        import readline
    except ImportError:
        yield
        return

    def matches(text: str) -> list[Known]:
        return [one for one in known if name_key(one.name).startswith(name_key(text))]

    def complete(text: str, index: int) -> str | None:
        found = matches(text)
        return found[index].name if index < len(found) else None

    def show(_text: str, names: Sequence[str], _longest: int) -> None:
        shown = "  ".join(_with_count(one) for one in known if one.name in names)
        sys.stdout.write(f"\n{shown}\n{question}{readline.get_line_buffer()}")
        sys.stdout.flush()

    readline.set_completer_delims("")
    readline.set_completer(complete)
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    if not is_libedit:
        readline.parse_and_bind("set show-all-if-ambiguous on")
        readline.set_completion_display_matches_hook(show)
    try:
        yield
    finally:
        readline.set_completer(None)


def _show(singular: str, known: Sequence[Known]) -> None:
    click.echo(f"\n{_offer(singular, [one for one in known if one.count])}", nl=False)


def _offer(singular: str, known: Sequence[Known]) -> str:
    if not known:
        return ""
    fullest = ", ".join(map(_with_count, known[:_OFFERED]))
    return f"{singular.capitalize()}: there are {fullest}{' …' if len(known) > _OFFERED else ''}\n"


def _with_count(one: Known) -> str:
    return f"{visible(one.name)} ({one.count})"
