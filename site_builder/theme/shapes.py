"""Shapes: what an expression of a template can be, as far as that is known before any page exists.

The shapes of a view's fields come from its type hints, so the views are the only description there is.
"""

import types
import typing
from collections.abc import Iterable

import msgspec
from markupsafe import Markup


class Text(msgspec.Struct, frozen=True):
    safe: bool = False
    """Whether it is markup, which is not escaped again."""


class Number(msgspec.Struct, frozen=True):
    pass


class Truth(msgspec.Struct, frozen=True):
    pass


class Nothing(msgspec.Struct, frozen=True):
    """None: a field that some pages leave out."""


class Missing(msgspec.Struct, frozen=True):
    """No value at all, such as an argument that a call does not give."""


class Anything(msgspec.Struct, frozen=True):
    """What is not known, so nothing that is done with it is called wrong."""


class Record(msgspec.Struct, frozen=True):
    """A value with fields."""

    type: type[msgspec.Struct]


class Many(msgspec.Struct, frozen=True):
    """A list."""

    item: "Shape"


class Grouped(msgspec.Struct, frozen=True):
    """What `groupby` makes of a list: a value, and the items that share it."""

    item: "Shape"


class Loop(msgspec.Struct, frozen=True):
    """The variable `loop`."""

    item: "Shape"


class Function(msgspec.Struct, frozen=True):
    result: "Shape"


class Macro(msgspec.Struct, frozen=True):
    """A macro; `number` says which, among all that were met."""

    name: str
    number: int


class Module(msgspec.Struct, frozen=True):
    """An imported template."""

    template: str
    exports: "tuple[tuple[str, Shape], ...]"


class Choice(msgspec.Struct, frozen=True):
    """One of several shapes, none of them a choice."""

    options: "tuple[Shape, ...]"


Shape = (
    Text
    | Number
    | Truth
    | Nothing
    | Missing
    | Anything
    | Record
    | Many
    | Grouped
    | Loop
    | Function
    | Macro
    | Module
    | Choice
)

TEXT = Text()
MARKUP = Text(safe=True)
NUMBER = Number()
TRUTH = Truth()
NOTHING = Nothing()
MISSING = Missing()
ANYTHING = Anything()


def shape_of(hint: object) -> Shape:
    """The shape of values with this type hint."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return Record(hint)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return union(map(shape_of, arguments))
    if origin is tuple:
        return Many(union(shape_of(argument) for argument in arguments if argument is not ...))
    return next((shape for scalar, shape in _SCALARS if hint is scalar), ANYTHING)


def fields_of(record: Record) -> dict[str, Shape]:
    """Its fields in the order of their definition."""
    return {name: shape_of(hint) for name, hint in typing.get_type_hints(record.type).items()}


def options_of(shape: Shape) -> tuple[Shape, ...]:
    return shape.options if isinstance(shape, Choice) else (shape,)


def union(shapes: Iterable[Shape]) -> Shape:
    """Whatever any of them is."""
    options = tuple(dict.fromkeys(option for shape in shapes for option in options_of(shape)))
    if not options or ANYTHING in options:
        return ANYTHING
    return options[0] if len(options) == 1 else Choice(options)


def given(shape: Shape) -> Shape:
    """The shape where it is known that there is a value."""
    rest = [option for option in options_of(shape) if not isinstance(option, Nothing | Missing)]
    return union(rest) if rest else ANYTHING


def falsy(shape: Shape) -> Shape:
    """The shape where it counts as false: a record never does."""
    rest = [option for option in options_of(shape) if not isinstance(option, Record | Macro | Function)]
    return union(rest) if rest else NOTHING


def item_of(shape: Shape) -> Shape | None:
    """What a loop over it yields; None if it cannot be looped over."""
    items: list[Shape] = []
    for option in options_of(shape):
        match option:
            case Many(item):
                items.append(item)
            case Grouped(item):
                items.append(union((ANYTHING, Many(item))))
            case Text():
                items.append(TEXT)
            case Anything():
                items.append(ANYTHING)
            case _:
                return None
    return union(items)


def described(shape: Shape) -> str:
    """In words, for a message: "a text", "a Picture"."""
    match shape:
        case Record(type=kind):
            return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"
        case Macro() | Function():
            return "a function"
        case Choice(options):
            return " or ".join(dict.fromkeys(map(described, options)))
        case _:
            return _WORDS[type(shape)]


_SCALARS: tuple[tuple[type, Shape], ...] = (
    (str, TEXT),
    (Markup, MARKUP),
    (bool, TRUTH),
    (int, NUMBER),
    (float, NUMBER),
    (type(None), NOTHING),
)
_WORDS: "dict[type[Shape], str]" = {
    Text: "a text",
    Number: "a number",
    Truth: "true or false",
    Nothing: "empty",
    Missing: "without a value",
    Anything: "anything",
    Many: "a list",
    Grouped: "a group",
    Loop: "the loop",
    Module: "an imported template",
}
