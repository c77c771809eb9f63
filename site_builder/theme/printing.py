"""What `{{ … }}` prints."""

from collections.abc import Callable, Iterator, Mapping

import markupsafe
from jinja2 import Undefined
from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup, escape

# What `escape` does before it makes markup of a text, which takes longer than to look for signs. It is not part of
# the public face of MarkupSafe, and was another function before version 3.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def text_of(value: object) -> str:
    """The value as it stands in a page: markup as it is, all else escaped. As `markupsafe.escape` of what is printable,
    and in a quarter of the time for a text without anything to escape, of which a page is full."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(printable(value))


def printable(value: object) -> object:
    """The value itself. Raises `TemplateRuntimeError` for what has no text of its own: Python would show where in
    memory it lies, which is different in every run."""
    if isinstance(value, str | int | float | Undefined) or value is None or hasattr(value, "__html__"):
        return value
    if isinstance(value, list | tuple):
        for item in value:
            printable(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            printable(item)
    elif callable(value) or isinstance(value, Iterator) or type(value).__repr__ is object.__repr__:
        raise TemplateRuntimeError(f"a {type(value).__name__} is no text, and cannot be printed")
    return value
