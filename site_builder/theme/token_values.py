"""What theme.toml sets tokens to, read and checked."""

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

from site_builder.model.diagnostic import Diagnostic, Outcome
from site_builder.theme.manifest_file import ManifestFile
from site_builder.theme.nearest import suggestion
from site_builder.theme.tokens import TOKEN_BY_NAME, Colour, Kind, Token, Tokens, Value

VALUES, MORE_CONTRAST = "tokens", "more_contrast"
"""The two tables."""
_SCHEMES = frozenset({"light", "dark"})
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
_LENGTH = re.compile(
    rf"{_NUMBER}(?:rem|em|ch|ex|px|%)|(?:calc|clamp|min|max)\((?:{_NUMBER}(?:[a-z]{{2,4}}|%)?|[\s,()+*/-])+\)"
)
_FACES = re.compile(r"""(?:[\w\s-]+|"[\w\s-]+"|var\(--\w+\))(?:,\s*(?:[\w-][\w\s-]*|"[\w\s-]+"|var\(--\w+\)))*""")
_LARGEST_ORNAMENT = 2_000


class _TokenError(Exception):
    """A value that a token cannot have; the text says what it takes."""


def read_tokens(table: Mapping[str, object], file: ManifestFile) -> Outcome[Tokens]:
    """The tokens that a manifest sets, without those that are wrong, and a fault for each of these."""
    faults: list[Diagnostic] = []
    found: dict[str, dict[str, Value]] = {VALUES: {}, MORE_CONTRAST: {}}
    for section, values in found.items():
        given = table.get(section, {})
        if not isinstance(given, Mapping):
            faults.append(file.fault(f"`{section}` is no table", f"write [{section}] on a line of its own", section))
            continue
        for name, value in given.items():
            token = TOKEN_BY_NAME.get(name)
            if token is None:
                hint = suggestion(name, TOKEN_BY_NAME, f"there are {', '.join(TOKEN_BY_NAME)}")
                faults.append(file.fault(f'there is no token "{name}"', hint, name, section))
                continue
            try:
                values[name] = _READERS[token.kind](value)
            except _TokenError as refusal:
                message = f"the token `{name}` has a value that it cannot have"
                faults.append(file.fault(message, f"it takes {refusal}", name, section))
    return Outcome(Tokens(found[VALUES], found[MORE_CONTRAST]), tuple(faults))


def written(token: Token, value: Value) -> str:
    """The token as a line of theme.toml; "" for an ornament, which is no line."""
    if isinstance(value, Colour):
        return f'{token.name} = {{ light = "{value.light}", dark = "{value.dark}" }}'
    if token.kind is Kind.ORNAMENT:
        return ""
    return f"{token.name} = '{value}'" if '"' in value else f'{token.name} = "{value}"'


def _colour(value: object) -> Value:
    if isinstance(value, str):
        value = {"light": value, "dark": value}
    if not isinstance(value, Mapping) or set(value) != _SCHEMES:
        raise _TokenError('a colour for each scheme, such as { light = "#86191d", dark = "#f0a08c" }')
    return Colour(_hex(value["light"]), _hex(value["dark"]))


def _hex(value: object) -> str:
    if not isinstance(value, str) or _HEX.fullmatch(value) is None:
        raise _TokenError('colours of six digits from 0 to f, such as "#86191d"')
    digits = value[1:].lower()
    return f"#{digits}" if len(digits) == 6 else f"#{''.join(digit * 2 for digit in digits)}"


def _face(value: object) -> Value:
    if not isinstance(value, str) or _FACES.fullmatch(value.strip()) is None:
        raise _TokenError("""names of fonts with commas between, the last a general one: '"Gill Sans", sans-serif'""")
    return " ".join(value.split())


def _length(value: object) -> Value:
    if not isinstance(value, str) or _LENGTH.fullmatch(value.strip()) is None or value.count("(") != value.count(")"):
        raise _TokenError('a length with its unit, such as "34rem"')
    return " ".join(value.split())


def _ornament(value: object) -> Value:
    wanted = _TokenError(
        "a small picture as SVG that loads nothing and is painted in one colour, the theme's: "
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    )
    if not isinstance(value, str) or len(value) > _LARGEST_ORNAMENT:
        raise wanted
    try:
        root = ElementTree.fromstring(value.strip())  # noqa: S314 - of a theme, which can do worse by a template
    except ElementTree.ParseError:
        raise wanted from None
    if root.tag != "{http://www.w3.org/2000/svg}svg" or "href" in value:
        raise wanted
    return f'url("data:image/svg+xml,{_in_an_address(value)}")'


def _in_an_address(picture: str) -> str:
    line = re.sub(r">\s+<", "><", " ".join(picture.replace('"', "'").split()))
    return line.replace("%", "%25").replace("#", "%23").replace("<", "%3C").replace(">", "%3E")


_READERS: Mapping[Kind, Callable[[object], Value]] = {
    Kind.COLOUR: _colour,
    Kind.FACE: _face,
    Kind.LENGTH: _length,
    Kind.ORNAMENT: _ornament,
}
