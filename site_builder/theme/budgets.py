"""What a reader has to load, and how much of that a theme may make it. All sizes are bytes after gzip."""

import gzip
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

ENTRY = "entry.html"
ENTRY_HTML, SHEET, SCRIPT, DRESS, FIRST_VIEW, FIRST_VIEW_WITH_FONT = 8_000, 9_000, 6_000, 24_000, 24_000, 60_000
REQUESTS = 5
_SHEETS = re.compile(r"""<link\b(?=[^>]*\brel=["']?stylesheet)[^>]*\bhref=["']?([^"'\s>]+)""")
_SCRIPTS = re.compile(r"""<script\b[^>]*\bsrc=["']?([^"'\s>]+)""")


class Budget(msgspec.Struct, frozen=True):
    """One limit."""

    what: str
    most: int
    """Bytes, or requests."""


ENTRY_BUDGETS = (
    Budget("the HTML of an ordinary entry", ENTRY_HTML),
    Budget("the first view of an ordinary entry, without fonts", FIRST_VIEW),
    Budget("the same with the largest font", FIRST_VIEW_WITH_FONT),
    Budget("the requests of an entry, with one font", REQUESTS),
    Budget("the largest style sheet of an entry", SHEET),
    Budget("the largest script of an entry", SCRIPT),
)
PAGE_BUDGETS = (Budget("the style sheets and scripts of any page", DRESS),)
BUDGETS = (*ENTRY_BUDGETS, *PAGE_BUDGETS)


class Weight(msgspec.Struct, frozen=True):
    """The page of a template that has most to load."""

    template: str
    page: str
    html: int
    styles: tuple[int, ...]
    scripts: tuple[int, ...]

    @property
    def dress(self) -> int:
        """What comes with the page from the theme."""
        return sum(self.styles) + sum(self.scripts)

    @property
    def total(self) -> int:
        return self.html + self.dress

    @property
    def requests(self) -> int:
        return 1 + len(self.styles) + len(self.scripts)


class Spent(msgspec.Struct, frozen=True):
    """What a theme takes of one budget."""

    budget: Budget
    page: str
    value: int

    @property
    def kept(self) -> bool:
        return self.value <= self.budget.most


def weights(templates: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[Weight, ...]:
    """For each template the heaviest of its pages; `templates` says by which one each page was made."""
    sizes = {path: _gzipped(content) for path, content in files.items() if path.endswith((".css", ".js"))}
    heaviest: dict[str, Weight] = {}
    for path, template in sorted(templates.items()):
        if path not in files:
            continue
        weight = _weight(template, path, files[path], sizes)
        if template not in heaviest or weight.total > heaviest[template].total:
            heaviest[template] = weight
    return tuple(heaviest[template] for template in sorted(heaviest))


def spent(found: Sequence[Weight], files: Mapping[str, bytes]) -> Iterator[Spent]:
    """Every budget, by the page that takes most of it. `found` are the weights of a site with ordinary entries."""
    for entry in found:
        if entry.template == ENTRY:
            font = max(_fonts(files), default=0)
            values = (
                *(entry.html, entry.total, entry.total + font, entry.requests + (font > 0)),
                *(max(entry.styles, default=0), max(entry.scripts, default=0)),
            )
            for budget, value in zip(ENTRY_BUDGETS, values, strict=True):
                yield Spent(budget, entry.page, value)
    if found:
        most = max(found, key=lambda weight: weight.dress)
        yield Spent(PAGE_BUDGETS[0], most.page, most.dress)


def _weight(template: str, path: str, content: bytes, sizes: Mapping[str, int]) -> Weight:
    html = content.decode(errors="replace")

    def loaded(pattern: re.Pattern[str]) -> tuple[int, ...]:
        found = dict.fromkeys(_target(path, address) for address in pattern.findall(html))
        return tuple(sizes.get(target, 0) for target in found)

    return Weight(template, path, _gzipped(content), loaded(_SHEETS), loaded(_SCRIPTS))


def _target(page: str, address: str) -> str:
    """The file that an address on a page leads to. Whole addresses, as those of 404.html, are taken from static/ on."""
    if "://" in address or address.startswith("/"):
        return address[address.find("static/") :]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))


def _fonts(files: Mapping[str, bytes]) -> Iterator[int]:
    """The sizes of the fonts that a style sheet names. They are compressed already."""
    sheets = b"".join(content for path, content in files.items() if path.endswith(".css"))
    for path, content in files.items():
        if path.endswith(".woff2") and path.rpartition("/")[2].encode() in sheets:
            yield len(content)


def _gzipped(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))
