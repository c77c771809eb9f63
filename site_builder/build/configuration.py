"""site.toml in, `SiteConfig` out. Every setting is checked, and every fault of the file is told in one run."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from site_builder.build.options import BuildOptions
from site_builder.model.config import (
    DEFAULT_FACETS,
    FEED_MODES,
    PATH_OF_SOURCE,
    SEARCH_MODES,
    Facet,
    NavigationItem,
    Pairs,
    SiteConfig,
)
from site_builder.model.diagnostic import Diagnostic, Outcome, Severity
from site_builder.model.identity import MUSICIANS, PAGES, is_slug
from site_builder.model.source import Span

SITE_FILE = "site.toml"
FIELD_NAMES = frozenset(
    [
        *("name", "aliases", "summary", "slug", "draft", "mentions", "updated", "image", "sources", "born", "died"),
        *("birthplace", "teachers", "teacher", "pupils", "pupil", "family", "works", "code", "city", "opened"),
        *("closed", "latitude", "longitude", "musician", "page", "year", "years", "note"),
    ]
)
"""What entries say already, where a facet of that name would never be read."""
_EDIT_URL = re.compile(r"""https://[\w.-]+(:\d+)?/(?=.*\{path\})([^\s"'<>\\^`{|}]|\{path\})*""")
"""The path of a file never decides which host it is, and no password stands before the host: it would be published."""
RESERVED_KINDS = frozenset({MUSICIANS, PAGES, "pairs", "disambiguation", "static", "media", "a-z", "search"})


class _SettingError(Exception):
    """A value that a setting cannot have; the text says what it takes."""


def read_configuration(root: Path, options: BuildOptions) -> Outcome[SiteConfig]:
    """The settings of the site at `root`, those of the command line winning. Faulty ones keep their default."""
    try:
        text = (root / SITE_FILE).read_bytes().decode()
    except UnicodeDecodeError:
        return Outcome(SiteConfig(), (_unreadable(1, 0, "the file is not UTF-8", "save it again as UTF-8"),))
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Outcome(SiteConfig(), (_syntax(error, text),))
    faults: list[Diagnostic] = []
    values: dict[str, object] = {}
    for key, value in table.items():
        reader = _READERS.get(key)
        if reader is None:
            faults.append(_unknown(key, text))
            continue
        try:
            values[key] = reader(value)
        except _SettingError as refusal:
            faults.append(_bad_value(key, str(refusal), text))
    config = _with_options(msgspec.structs.replace(SiteConfig(), **values), options)
    kinds = {facet.kind for facet in config.facets}
    if not {kind for pair in config.pairs.facets for kind in pair} <= kinds:
        faults.append(_bad_value("pairs", f"pairs of {', '.join(sorted(kinds))}", text))
        config = msgspec.structs.replace(config, pairs=Pairs())
    return Outcome(config, tuple(faults))


def base_url(value: object) -> str:
    """The address with its closing slash. Raises `ValueError` for anything but a whole http or https address."""
    try:
        return _address(value)
    except _SettingError as refusal:
        raise ValueError(str(refusal)) from None


def _with_options(config: SiteConfig, options: BuildOptions) -> SiteConfig:
    chosen: dict[str, object] = {
        key: value
        for key, value in (
            ("drafts", options.drafts),
            ("strict", options.strict),
            ("theme", options.theme),
            ("base_url", options.base_url and base_url(options.base_url)),
        )
        if value is not None
    }
    return msgspec.structs.replace(config, **chosen)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _SettingError("a text in quotes")
    return " ".join(value.split())


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _SettingError("true or false, without quotes")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _SettingError("a whole number, 0 or more")
    return value


def _address(value: object) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if text and (not whole or parts.query or parts.fragment or re.search(r"[\s\"'<>\\^`{|}@]|/\.\.?/", text)):
        raise _SettingError('a whole address such as "https://example.org/encyclopedia/"')
    return text if text.endswith("/") or not text else f"{text}/"


def _edit_url(value: object) -> str:
    text = _text(value)
    if text and _EDIT_URL.fullmatch(text) is None:
        raise _SettingError(
            f"an https address with {PATH_OF_SOURCE} where the path of an entry's file goes, such as "
            f'"https://example.org/edit/main/{PATH_OF_SOURCE}"'
        )
    return text


def _language(value: object) -> str:
    text = _text(value)
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text) is None:
        raise _SettingError('a language tag such as "en" or "en-GB"')
    return text


def _theme(value: object) -> str:
    text = _text(value)
    if not is_slug(text):
        raise _SettingError('the name of a theme\'s folder, such as "encyclopedia"')
    return text


def _one_of(value: object, modes: Sequence[str]) -> str:
    if value in modes:
        return str(value)
    from rapidfuzz import process

    names = [f'"{mode}"' for mode in modes]
    nearest = process.extractOne("off" if value is False else str(value), modes, score_cutoff=60)
    suggestion = f'; did you mean "{nearest[0]}"?' if nearest else ""
    raise _SettingError(f"{', '.join(names[:-1])} or {names[-1]}{suggestion}")


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _SettingError("a list in square brackets")
    return value


def _fields(value: object, allowed: tuple[str, ...], required: tuple[str, ...], name: str) -> Mapping[str, object]:
    shape = f"fields {', '.join(allowed)}" + (f", of which {' and '.join(required)} must be given" if required else "")
    if not isinstance(value, dict) or not set(required) <= set(value) or not set(value) <= set(allowed):
        raise _SettingError(f"`{name}` with the {shape}")
    return value


def _facets(value: object) -> tuple[Facet, ...]:
    own: list[Facet] = []
    taken = {word for facet in DEFAULT_FACETS for word in (facet.kind, facet.singular)} | RESERVED_KINDS | FIELD_NAMES
    for item in _list(value):
        fields = _fields(item, ("kind", "singular", "title", "common_nouns"), ("kind", "singular"), "facets")
        kind, singular = _text(fields["kind"]), _text(fields["singular"])
        if not (is_slug(kind) and is_slug(singular)) or {kind, singular} & taken or kind == singular:
            raise _SettingError(
                'for `kind` and `singular` two new words of a-z, such as "festivals" and "festival"; '
                f'"{kind}" or "{singular}" is taken already or has other characters'
            )
        title = _text(fields.get("title", kind.replace("-", " ").capitalize()))
        own.append(Facet(kind, singular, title, common_nouns=_flag(fields.get("common_nouns", False))))
        taken |= {kind, singular}
    return (*DEFAULT_FACETS, *own)


def _pairs(value: object) -> Pairs:
    default = Pairs()
    fields = _fields(value, ("facets", "at_least", "at_most"), (), "pairs")
    facets = default.facets
    if "facets" in fields:
        facets = tuple(_pair(pair) for pair in _list(fields["facets"]))
    at_most = _count(fields["at_most"]) if "at_most" in fields else None
    return Pairs(facets, max(1, _count(fields.get("at_least", default.at_least))), at_most)


def _pair(value: object) -> tuple[str, str]:
    match [_text(kind) for kind in _list(value)]:
        case [first, second] if first != second:
            return (first, second)
    raise _SettingError('for `facets` a list of pairs such as [["instruments", "countries"]]')


def _navigation(value: object) -> tuple[NavigationItem, ...]:
    items = [_fields(item, ("label", "page"), ("label", "page"), "navigation") for item in _list(value)]
    return tuple(NavigationItem(_text(item["label"]), _text(item["page"])) for item in items)


def _objects(value: object) -> tuple[str, ...]:
    names = tuple(_text(name) for name in _list(value))
    for name in names:
        if re.fullmatch(r"[\w.]+:[\w.]+", name) is None:
            raise _SettingError('names of Python objects, such as "mychecks:spelling"')
    return names


_READERS: Mapping[str, Callable[[object], object]] = {
    "title": _text,
    "description": _text,
    "base_url": _address,
    "edit_url": _edit_url,
    "language": _language,
    "licence": _text,
    "notice": _text,
    "theme": _theme,
    "strict": _flag,
    "mentions": _flag,
    "drafts": _flag,
    "search": lambda value: _one_of(value, SEARCH_MODES),
    "feeds": lambda value: _one_of(value, FEED_MODES),
    "facets": _facets,
    "pairs": _pairs,
    "navigation": _navigation,
    "checks": _objects,
    "emitters": _objects,
}


def at_setting(diagnostic: Diagnostic, key: str, root: Path) -> Diagnostic:
    """A diagnostic about site.toml as a whole, moved to the line that sets `key`."""
    text = (root / SITE_FILE).read_bytes().decode(errors="replace")
    line = _line_of(key, text)
    return msgspec.structs.replace(diagnostic, span=_span(key, text), excerpt=_line(text, line))


def _syntax(error: tomllib.TOMLDecodeError, text: str) -> Diagnostic:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 0)
    excerpt = _line(text, line)
    key = re.match(r"\s*([\w-]+)\s*=", excerpt)
    if "overwrite" in str(error) and key:
        first = _line_of(key[1], text)
        message, hint = f"`{key[1]}` is set twice, first on line {first}", "delete one of the two"
        return _unreadable(line, key.start(1) + 1, message, hint, excerpt, len(key[1]))
    reason = re.sub(r" \(at .*\)$", "", str(error))
    return _unreadable(
        line,
        column,
        f"this is not TOML: {reason[0].lower()}{reason[1:]}",
        'a setting is a name, an equals sign and a value; text stands in quotes: title = "My encyclopedia"',
        excerpt,
    )


def _unreadable(line: int, column: int, message: str, hint: str, excerpt: str = "", length: int = 1) -> Diagnostic:
    return Diagnostic("S001", Severity.ERROR, Span(SITE_FILE, line, column, length), message, hint, excerpt)


def _unknown(key: str, text: str) -> Diagnostic:
    from rapidfuzz import process

    nearest = process.extractOne(key, sorted(_READERS), score_cutoff=60)
    hint = f"did you mean `{nearest[0]}`?" if nearest else f"the settings are {', '.join(sorted(_READERS))}"
    excerpt = _line(text, _line_of(key, text))
    return Diagnostic("S002", Severity.ERROR, _span(key, text), f'there is no setting "{key}"', hint, excerpt)


def _bad_value(key: str, takes: str, text: str) -> Diagnostic:
    message = f"`{key}` has a value that it cannot have"
    excerpt = _line(text, _line_of(key, text))
    return Diagnostic("S003", Severity.ERROR, _span(key, text), message, f"it takes {takes}", excerpt)


def _span(key: str, text: str) -> Span:
    line = _line_of(key, text)
    return Span(SITE_FILE, line, _line(text, line).index(key) + 1, len(key)) if line else Span(SITE_FILE)


def _line_of(key: str, text: str) -> int:
    """The line that sets `key`, from 1; 0 if it is written in a way that hides it, such as a quoted or dotted key."""
    setting = re.compile(rf"\s*(?:\[\[?\s*)?{re.escape(key)}\b")
    return next((number for number, line in enumerate(text.splitlines(), 1) if setting.match(line)), 0)


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""
