"""The part of docs/themes.md that lists what themes may set and show, made from the views and the themes.

python -m site_builder.theme.reference docs/themes.md
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from site_builder.pages.contract import MODULES, VIEW_OF_TEMPLATE
from site_builder.pages.views import Page, Site, View
from site_builder.theme.reference_parts import parts_reference

BEGIN = "<!-- What follows is made by `python -m site_builder.theme.reference docs/themes.md`. -->\n"
END = "<!-- The end of what is made. -->\n"


class _Class(msgspec.Struct, frozen=True):
    """A view, or a value inside one, as its definition describes it."""

    name: str
    text: str
    fields: tuple[tuple[str, str, str], ...]
    """Name, type and description."""


def views_reference() -> str:
    """What each template may show: every view, the values inside them, and what all pages have."""
    classes = {found.name: found for found in _classes()}
    views_of = {view.__name__: template for template, view in VIEW_OF_TEMPLATE.items()}
    everywhere = [Site.__name__, Page.__name__]
    sections = ["### On every page\n"]
    sections += [_section(classes[name], f"`{name.lower()}`") for name in everywhere]
    sections += ["### `view`, by template\n"]
    sections += [_section(classes[name], f"`{template}`") for name, template in views_of.items()]
    sections += ["### Values inside of these\n"]
    inner = [name for name in classes if name not in (*views_of, *everywhere, View.__name__)]
    sections += [_section(classes[name], name) for name in sorted(inner)]
    return "\n".join(sections)


def with_reference(page: str) -> str:
    """The page with its generated part as it should be."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = "\n".join([*parts_reference(), views_reference()])
    return f"{before}{BEGIN}\n{made}\n{END}{after}"


def _section(found: _Class, title: str) -> str:
    lines = [f"#### {title}", ""]
    lines += [found.text, ""] if found.text else []
    lines += ["| field | is | |", "|---|---|---|"]
    lines += [f"| `{name}` | {kind} | {text} |" for name, kind, text in found.fields]
    return "\n".join(lines) + "\n"


def _classes() -> Iterator[_Class]:
    """Every class of the contract, in the order of the files. Only the source has the texts below fields."""
    for node in (node for module in MODULES for node in ast.parse(inspect.getsource(module)).body):
        if isinstance(node, ast.ClassDef):
            yield _Class(node.name, _flowing(ast.get_docstring(node) or ""), tuple(_fields(node)))


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = ""
            match following:
                case ast.Expr(value=ast.Constant(value=str(documentation))):
                    text = _flowing(documentation)
            yield statement.target.id, _in_words(statement.annotation), text


def _in_words(annotation: ast.expr) -> str:
    match annotation:
        case ast.Subscript(slice=ast.Tuple(elts=[item, ast.Constant()])):
            return f"list of {_in_words(item)}"
        case ast.BinOp(left=kind):
            return f"{_in_words(kind)}, or none"
        case ast.Name(id=name):
            return {"str": "text", "int": "number", "bool": "true or false"}.get(name, name)
        case _:
            return f"`{ast.unparse(annotation)}`"


def _flowing(text: str) -> str:
    """On one line, and safe inside of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("*", "\\*")


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        path.write_text(with_reference(path.read_text(encoding="utf-8")), encoding="utf-8")
