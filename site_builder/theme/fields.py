"""What may stand behind a dot."""

from collections.abc import Mapping

from site_builder.theme.shapes import (
    ANYTHING,
    NUMBER,
    TEXT,
    TRUTH,
    Function,
    Grouped,
    Loop,
    Many,
    Module,
    Record,
    Shape,
    Text,
    fields_of,
)

_TEXT_METHODS: Mapping[str, Shape] = {
    **dict.fromkeys(("endswith", "isalpha", "isdigit", "islower", "isupper", "startswith"), TRUTH),
    **dict.fromkeys(("count", "find", "index"), NUMBER),
    **dict.fromkeys(("rsplit", "split", "splitlines"), Many(TEXT)),
}
_LOOP_NUMBERS = ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")


class Fields:
    """The fields of shapes, each record's looked up once."""

    def __init__(self) -> None:
        self._records: dict[type, Mapping[str, Shape]] = {}

    def of(self, shape: Shape) -> Mapping[str, Shape]:
        """The names behind a dot; none for what has no fields."""
        match shape:
            case Record(kind):
                if kind not in self._records:
                    self._records[kind] = fields_of(shape)
                return self._records[kind]
            case Loop(item):
                return _loop(item)
            case Grouped(item):
                return {"grouper": ANYTHING, "list": Many(item)}
            case Module(exports=exports):
                return dict(exports)
            case _:
                return {}


def method_of(owner: Shape, name: str) -> Shape | None:
    """The result of a method of a text or list (they are Python's); None if it has none of that name."""
    if isinstance(owner, Text) and not name.startswith("_") and hasattr(str, name):
        return _TEXT_METHODS.get(name, TEXT)
    if isinstance(owner, Many) and name in ("count", "index"):
        return NUMBER
    return None


def _loop(item: Shape) -> Mapping[str, Shape]:
    return {
        **dict.fromkeys(_LOOP_NUMBERS, NUMBER),
        "first": TRUTH,
        "last": TRUTH,
        "previtem": item,
        "nextitem": item,
        "cycle": Function(ANYTHING),
        "changed": Function(TRUTH),
    }
