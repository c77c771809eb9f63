"""What is wrong with a template that is not Jinja, and what to write instead, as far as Jinja tells."""

import re

import msgspec
from jinja2 import Environment, TemplateSyntaxError

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.theme.complaints import span_of
from site_builder.theme.layers import TemplateFile
from site_builder.theme.nearest import suggestion

_TAGS = (
    "block",
    "call",
    "elif",
    "else",
    "extends",
    "filter",
    "for",
    "from",
    "if",
    "import",
    "include",
    "macro",
    "set",
    "with",
)
_INNERMOST = re.compile(r"The innermost block that needs to be closed is '(\w+)'")
_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(\w+)'")
_GOT = re.compile(r"(?:unexpected(?: char)?|, got) '([^']+)'")
_ONE_BRACE = re.compile(r"(?<![}%#])\}(?!\})")


def syntax_fault(template: TemplateFile, error: TemplateSyntaxError, environment: Environment) -> Diagnostic:
    """The T003 for a template that Jinja cannot parse, at the column it is about where that can be told."""
    told = error.message or "it cannot be read"
    _, excerpt = span_of(template, error.lineno, "")
    message, hint, written = _explained(told, excerpt)
    if innermost := _INNERMOST.search(told):
        tag, close = innermost[1], f"{{% end{innermost[1]} %}}"
        line = _line_of_open(tag, template.source, error.lineno, environment)
        unknown = _UNKNOWN_TAG.search(told)
        what = f"{{% {unknown[1]} %}} stands" if unknown else "the template ends"
        message = f"{what} inside of {{% {tag} %}}"
        hint = f"{close} is missing for {{% {tag} %}}{f' on line {line}' if line else ''}"
        written = unknown[1] if unknown else ""
    span, _ = span_of(template, error.lineno, written)
    if written.startswith("}"):
        span = msgspec.structs.replace(span, length=1)
    return Diagnostic("T003", Severity.ERROR, span, f"this is not Jinja: {message}", hint, excerpt)


def _explained(told: str, excerpt: str) -> tuple[str, str, str]:
    """Message, hint, and what it is about as written on the line; of a brace, the line from there on."""
    reason = told.rstrip(".").partition(". ")[0]
    reason = re.sub(r" at \d+$", "", f"{reason[0].lower()}{reason[1:]}")
    if unknown := _UNKNOWN_TAG.search(told):
        return reason, _of_unknown_tag(unknown[1]), unknown[1]
    got = _GOT.search(told)
    if got and got[1] == "}" and (brace := _ONE_BRACE.search(excerpt)):
        statement = excerpt.rfind("{%", 0, brace.start()) > excerpt.rfind("{{", 0, brace.start())
        hint = "write {% … %}: it ends in %}" if statement else "write {{ … }} with two braces on both sides"
        return reason, hint, excerpt[brace.start() :]
    return reason, _of_expected(told), got[1] if got else ""


def _of_unknown_tag(tag: str) -> str:
    if tag.removeprefix("end") in _TAGS:
        return f"leave it out: there is no open {{% {tag.removeprefix('end')} %}} for it"
    return suggestion(tag, _TAGS, f"the tags are {', '.join(_TAGS)}")


def _of_expected(told: str) -> str:
    for part, hint in (
        ("end of comment", "a comment ends in #}"),
        ("expected an expression", "say between the braces what to print"),
        ("end of print statement", "{{ … }} holds one expression: join two of them by ~, and close it by }}"),
        ("got '='", "to compare, write =="),
        ("end of statement block", "{% … %} holds one statement, and ends in %}"),
        ("Unexpected end of template", "the template ends before something in it is closed: look for {{, {% or {#"),
    ):
        if part.lower() in told.lower():
            return hint
    return ""


def _line_of_open(tag: str, source: str, until: int, environment: Environment) -> int:
    """The line of the innermost `tag` that is open there; 0 if none is found."""
    lines: list[int] = []
    for line, name in _tags(source, environment):
        if line > until:
            break
        if name == tag:
            lines.append(line)
        elif name == f"end{tag}" and lines:
            lines.pop()
    return lines[-1] if lines else 0


def _tags(source: str, environment: Environment) -> list[tuple[int, str]]:
    """Each statement's line and first word, but for {% set x = … %}, which nothing closes."""
    found: list[tuple[int, str]] = []
    words: list[str] = []
    for line, kind, value in environment.lex(source):
        if kind == "block_begin":
            words = []
        elif kind == "block_end" and words and not (words[0] == "set" and "=" in words):
            found.append((line, words[0]))
        elif kind in ("name", "operator"):
            words.append(value)
    return found
