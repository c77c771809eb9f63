"""Diagnostics as text, for a terminal:

content/musicians/bill-evans.md:14:18: error[L001]: no entity is called "Scott La Faro"
   14 | In 1959 he hired [[Scott La Faro]] on bass
      |                  ^^^^^^^^^^^^^^^^^
   hint: did you mean [[Scott LaFaro]]?
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.report.columns import beginning, ending, visible, width_of
from site_builder.report.folding import Folded, folded
from site_builder.report.order import ordered

EXCERPT_COLUMNS = 100
"""A longer line is cut to a window of this width around the place."""
_CONTEXT_COLUMNS = 30
"""What the window keeps for the text around a place, however long that place is."""

_Paint = Callable[[str, str], str]
"""From a style and a text to what is written."""
_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTICE: "\x1b[1;36m"}


def render_text(diagnostics: Sequence[Diagnostic], *, colour: bool) -> str:
    """The diagnostics by place, with a blank line between them; "" if there are none.

    All errors; of warnings and notices that say the same the first few, and at the end how many more there are.
    Nothing of the author's text reaches the terminal as a control: such characters are shown as escapes.
    """
    paint = _coloured if colour else _plain
    shown, rest = folded(ordered(diagnostics))
    blocks = ["\n".join(_lines(diagnostic, paint)) + "\n" for diagnostic in shown]
    if rest:
        blocks.append("".join(map(_more, rest)))
    return "\n".join(blocks)


def place_of(span: Span) -> str:
    """`path:line:column`, as far as they are known."""
    numbers = [str(number) for number in (span.line, span.column) if number]
    return visible(":".join([span.path, *(numbers if span.line else ())]))


def _coloured(style: str, text: str) -> str:
    return f"{style}{text}{_RESET}"


def _plain(_style: str, text: str) -> str:
    return text


def _lines(diagnostic: Diagnostic, paint: _Paint) -> Iterator[str]:
    label = paint(_COLOURS[diagnostic.severity], f"{diagnostic.severity}[{diagnostic.code}]:")
    yield f"{paint(_BOLD, place_of(diagnostic.span) + ':')} {label} {visible(diagnostic.message)}"
    yield from _excerpt(diagnostic, paint)
    for span in diagnostic.related:
        yield f"   also at {place_of(span)}"
    yield from _hint(diagnostic.hint)


def _more(rest: Folded) -> str:
    return f"and {rest.count:,} more of the kind {rest.code}, {visible(rest.message)}: --format json has them all\n"


def _hint(hint: str) -> Iterable[str]:
    # A hint may list what to write line by line; the indent keeps a line of it from passing for a message.
    label = "   hint: "
    for line in hint.split("\n") if hint else ():
        yield label + visible(line)
        label = " " * len(label)


def _excerpt(diagnostic: Diagnostic, paint: _Paint) -> Iterator[str]:
    span, line = diagnostic.span, diagnostic.excerpt.rstrip("\r\n")
    if not span.line or not line:
        return
    gutter = f"{span.line:>5} |"
    if not span.column:
        yield f"{paint(_DIM, gutter)} {beginning(visible(line[: EXCERPT_COLUMNS * 2]), EXCERPT_COLUMNS)}".rstrip()
        return
    before, marked, after = _window(line, span.column - 1, span.length)
    carets = paint(_COLOURS[diagnostic.severity], "^" * max(1, width_of(marked)))
    yield f"{paint(_DIM, gutter)} {before}{marked}{after}".rstrip()
    yield f"{paint(_DIM, '      |')} {' ' * width_of(before)}{carets}"


def _window(line: str, start: int, length: int) -> tuple[str, str, str]:
    """The text before, in and after a run of characters, made visible and cut to `EXCERPT_COLUMNS` in all."""
    # Cut by characters first: a line can have 300 KB and a fault in each word.
    end = start + max(1, length)
    reach = EXCERPT_COLUMNS + 1
    before = visible(line[max(0, start - reach) : start])
    marked = beginning(visible(line[start : min(end, start + reach)]), EXCERPT_COLUMNS - _CONTEXT_COLUMNS)
    after = visible(line[end : end + reach])

    room = EXCERPT_COLUMNS - width_of(marked)
    before = ending(before, max(room // 2, room - width_of(after)))
    after = beginning(after, room - width_of(before))
    return before, marked, after
