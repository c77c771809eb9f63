"""What the preview says on the terminal, and in its list of rebuilds."""

from collections.abc import Sequence

from site_builder.serve.state import Rebuild

_NAMED = 2


def line_of(rebuild: Rebuild) -> str:
    """One line: when, why, what became of it, how long it took, and what is wrong.

    >>> line_of(Rebuild("14:03:07", ("content/musicians/oja.md",), 0, 3, 1, 48, True, 0, 2))
    '14:03:07  content/musicians/oja.md: 3 pages and 1 other file changed in 48 ms; 2 warnings'
    """
    faults = [_counted(rebuild.errors, "error"), _counted(rebuild.warnings, "warning")]
    told = " and ".join(fault for fault in faults if not fault.startswith("0 "))
    done = f"{rebuild.time}  {causes_of(rebuild)}: {_outcome(rebuild)} in {rebuild.milliseconds:,} ms"
    rest = f"; {_counted(rebuild.waiting, 'page')} more to look at" if rebuild.waiting else ""
    return f"{done}{rest}; {told}" if told else f"{done}{rest}"


def causes_of(rebuild: Rebuild) -> str:
    """The files that were saved: two by name, the others counted."""
    named, rest = rebuild.causes[:_NAMED], len(rebuild.causes[_NAMED:]) + rebuild.more_causes
    if not named:
        return "the whole site"
    return _enumerated([*named, _counted(rest, "other file")] if rest else named)


def _outcome(rebuild: Rebuild) -> str:
    if rebuild.accident:
        return f"the build failed ({rebuild.accident})"
    if not rebuild.published:
        return "nothing published"
    if not rebuild.pages and not rebuild.others:
        return "nothing changed"
    kinds = [(rebuild.pages, "page"), (rebuild.others, "other file")]
    return f"{' and '.join(_counted(count, noun) for count, noun in kinds if count)} changed"


def _enumerated(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _counted(number: int, singular: str) -> str:
    return f"{number:,} {singular}{'' if number == 1 else 's'}"
