"""What an entry may hold of HTML, and what was taken out of it.

nh3 (ammonia) decides, after Markdown and on its result, so that no trick of the one can get past the other. What it
removed is found by comparing the tags before and after, not by a second opinion on what is dangerous.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import escape, unescape

import msgspec
import nh3

from site_builder.content.faults import Faults
from site_builder.content.positions import Positions

SCHEMES = frozenset(["http", "https", "mailto"])
MAX_REPORTS = 50
"""Faults of one page that are listed one by one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TAGS = _words(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table "
    "tbody td tfoot th thead time tr u ul var wbr"
)
_REMOVED_WITH_CONTENT = _words("script style svg math iframe object template noembed noframes noscript")
_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "q": {"cite"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# Those of Markdown's footnotes. Others could borrow the looks of the site's own controls.
_CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}
_ADDRESSES = frozenset(["href", "src", "cite"])
_MARKDOWNS_OWN = frozenset([("code", "class")])

_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)((?:[^"'>]++|"[^"]*"|'[^']*')*)>?|<([!?][^>]*)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")


_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HINTS = {
    "B001": "write it in Markdown, or delete it",
    "B002": "addresses begin with https:, http: or mailto:, or are relative",
}


class _Tag(msgspec.Struct, frozen=True):
    name: str
    attributes: tuple[tuple[str, str], ...]
    text: str
    start: int


def sanitise(html: str) -> str:
    """The part of the HTML that may be shown; well-formed, whatever it was before, and without control characters."""
    return _cleaner().clean(_CHARACTER_REFERENCE.sub(_unless_control, html) if "&#" in html else html)


def _unless_control(reference: re.Match[str]) -> str:
    # The markers of wiki links are made of control characters, which no content file can hold as themselves.
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return "" if code < 32 and code not in (9, 10, 13) or 0x7F <= code < 0xA0 or code & 0xFFFE == 0xFFFE else reference[0]


_CHARACTER_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,8}))(?![0-9a-fA-F]);?")


def report_removed(before: str, after: str, positions: Positions, faults: Faults) -> None:
    """Reports each tag, attribute and address (B001, B002) that is in the HTML `before` and not `after`."""
    kept = list(_tags(after))
    kept_names = {tag.name for tag in kept}
    kept_attributes = {(tag.name, *attribute) for tag in kept for attribute in tag.attributes}
    count = 0
    before = _COMMENTS.sub("", before)
    for tag in _tags(before):
        for code, message, needle in _removed(tag, kept_names, kept_attributes):
            count += 1
            if count <= MAX_REPORTS:
                # The same in code was no tag, but stands in the source as well.
                forms = {needle, escape(needle, quote=False)}
                earlier = sum(before.count(form, 0, tag.start) for form in forms)
                place = positions.place_of(needle, f"<{tag.name}", occurrence=earlier)
                faults.add(code, place, message, _HINTS[code])
    if count > MAX_REPORTS:
        message = f"{count - MAX_REPORTS} more tags and addresses were removed"
        faults.add("B001", positions.place(0, 0), message, _HINTS["B001"])


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_REMOVED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=SCHEMES,
        strip_comments=True,
        link_rel=None,
    )


def _removed(
    tag: _Tag, kept_names: set[str], kept_attributes: set[tuple[str, str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Code, message, and what to look for in the text."""
    if tag.name not in kept_names:
        with_content = tag.name in _REMOVED_WITH_CONTENT
        what = "with all that stands inside it" if with_content else "and what stands inside it was kept"
        yield "B001", f"<{tag.name}> was removed, {what}", tag.text
        return
    for name, value in tag.attributes:
        if (tag.name, name, value) in kept_attributes or (tag.name, name) in _MARKDOWNS_OWN:
            continue
        if name in _ADDRESSES:
            yield "B002", f'the address "{_short(value)}" was removed', value
        else:
            yield "B001", f'the attribute "{name}" of <{tag.name}> was removed', tag.text


def _tags(html: str) -> Iterator[_Tag]:
    """The opening tags; those inside a script or a drawing do not count."""
    position = 0
    while match := _TAG.search(html, position):
        position = max(match.end(), match.start() + 1)
        name = (match.group(1) or f"{match.group(3)[:1]}…").lower()
        attributes = tuple(
            (attribute.lower(), unescape(value[1:-1] if value[:1] in ("'", '"') else value))
            for attribute, value in _ATTRIBUTE.findall(match.group(2) or "")
        )
        yield _Tag(name, attributes, match.group(), match.start())
        if name in _REMOVED_WITH_CONTENT:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(html, position)
            position = closing.start() if closing else position


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
