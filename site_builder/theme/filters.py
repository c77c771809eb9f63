"""What Jinja's filters make of what they are given."""

from site_builder.theme.shapes import (
    ANYTHING,
    MARKUP,
    NUMBER,
    TEXT,
    Grouped,
    Many,
    Shape,
    given,
    item_of,
)

_CHANGED_LETTERS = ("capitalize", "lower", "title", "trim", "truncate", "upper", "wordwrap", "indent", "center")
_WRITTEN = ("filesizeformat", "format", "join", "pprint", "replace", "string", "striptags", "urlencode")
_TO_TEXT = frozenset([*_CHANGED_LETTERS, *_WRITTEN])
_TO_MARKUP = frozenset(["e", "escape", "forceescape", "safe", "tojson", "urlize", "xmlattr"])
_TO_NUMBER = frozenset(["abs", "count", "float", "int", "length", "round", "sum", "wordcount"])
_TO_ITEM = frozenset(["first", "last", "max", "min"])
_TO_LIST = frozenset(["list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"])
_TO_LISTS = frozenset(["batch", "slice"])

BY_ATTRIBUTE = frozenset(["groupby", "join", "map", "max", "min", "rejectattr", "selectattr", "sort", "sum", "unique"])
"""Filters that can look at one field of each item: `attribute="name"`."""
ATTRIBUTE_COMES_FIRST = frozenset(["groupby", "rejectattr", "selectattr"])
"""Those whose first argument is that field."""


def filtered(name: str, shape: Shape) -> Shape:
    """The shape after a filter that looks at nothing but the value. `map` and `default` are not among them."""
    if name in _TO_TEXT:
        return TEXT
    if name in _TO_MARKUP:
        return MARKUP
    if name in _TO_NUMBER:
        return NUMBER
    item = item_of(given(shape)) or ANYTHING
    if name in _TO_ITEM:
        return item
    if name in _TO_LIST:
        return Many(item)
    if name in _TO_LISTS:
        return Many(Many(item))
    return Many(Grouped(item)) if name == "groupby" else ANYTHING
