"""The body of an entry: Markdown in, parts of the page out."""

import re
from collections import Counter
from html import escape

import msgspec

from site_builder.content.brackets import find_brackets
from site_builder.content.cutting import Cut, cut
from site_builder.content.deadline import DeadlineError, cpu_deadline
from site_builder.content.faults import Faults
from site_builder.content.footnotes import notes_without_reference, references_without_note
from site_builder.content.markup import Markup, read_plainly, to_html
from site_builder.content.pictures import FORMATS, is_picture, path_in_url, picture_address, picture_path
from site_builder.content.positions import Positions
from site_builder.content.sanitising import report_removed, sanitise
from site_builder.content.screening import find_bomb
from site_builder.content.sentences import opening_of, sentence_around
from site_builder.content.source_text import SourceText
from site_builder.content.wiki_links import MARKER, MARKER_SIGN, State, WrittenLink
from site_builder.model.config import Facet
from site_builder.model.facts import Heading, Hole, Part, Reference
from site_builder.model.source import Place

CPU_SECONDS = 2.0
"""What reading one page may take."""
MAX_EXCERPT = 160

_SHORTEN = "look for many brackets, quotes, stars or other signs in a row, and take them out"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_FIRST_RANK = re.compile(r"^ {0,3}#(?!#).*|^.+(?=\n=+[ \t]*$)", re.MULTILINE)


class Body(msgspec.Struct, frozen=True):
    parts: tuple[Part, ...] = ()
    lead_parts: int = 0
    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    media: tuple[str, ...] = ()
    excerpt: str = ""
    places: dict[str, Place] = {}
    """Of the references and the pictures."""


class Home(msgspec.Struct, frozen=True):
    """Where the entry lives, which its pictures are relative to."""

    folder: str
    """Below content/."""
    facets: tuple[Facet, ...]


def read_body(body: str, home: Home, text: SourceText, faults: Faults) -> Body:
    """The body, with what is wrong in it; an empty one where Markdown cannot read it in time and space."""
    if not body.strip():
        return Body()
    positions = Positions(text, body)
    first_line = body.strip().partition("\n")[0]
    found = faults.beside()
    try:
        with cpu_deadline(CPU_SECONDS):
            result = _Reader(body, home, positions, found).read()
    except DeadlineError:
        message = f"reading this text takes more than {CPU_SECONDS:g} seconds"
        faults.add("B003", positions.place_of(first_line), message, _SHORTEN)
    except RecursionError:
        message = "the lists, quotations or tags of this text are nested too deeply"
        faults.add("B004", positions.place_of(first_line), message, _SHORTEN)
    except Exception as error:
        # Whatever goes wrong on one entry must not keep the others from being built.
        message = f"reading this text fails ({type(error).__name__}: {error})"
        faults.add("B003", positions.place_of(first_line), message, _SHORTEN)
    else:
        faults.take(found)
        return result
    return Body()


class _Reader:
    """Reads one body; collects the pictures it meets, and where things stand."""

    def __init__(self, body: str, home: Home, positions: Positions, faults: Faults) -> None:
        self._body = body
        self._home = home
        self._positions = positions
        self._faults = faults
        self._media: list[str] = []
        self._pictures: Counter[str] = Counter()
        self._places: dict[str, Place] = {}

    def read(self) -> Body:
        plain = read_plainly(self._body, self._home.facets)
        if plain is not None:
            return self._checked(plain.cut, plain.links)
        bomb = find_bomb(self._body)
        if bomb is not None:
            self._faults.add(bomb.code, self._positions.place(bomb.start, bomb.end), bomb.message, _SHORTEN)
            return Body()
        return self._by_markdown()

    def _by_markdown(self) -> Body:
        markup = self._convert()
        clean = sanitise(markup.html)
        if "<" in self._body or _addresses(clean) != _addresses(markup.html):
            before, after = (_restored(html, markup.links) for html in (markup.html, clean))
            report_removed(before, after, self._positions, self._faults)
        page = cut(clean, markup.links, self._picture)
        self._report_footnotes(page, clean)
        return self._checked(page, markup.links)

    def _checked(self, page: Cut, links: tuple[WrittenLink, ...]) -> Body:
        """What was read, once all that is wrong with it has been told."""
        self._report_links(page, links)
        self._report_ranks(page)
        self._report_brackets(page)
        references = self._references(page, links)
        return Body(
            parts=page.parts,
            lead_parts=page.lead_parts,
            headings=page.headings,
            references=references,
            media=tuple(self._media),
            excerpt=opening_of(page.parts, references, MAX_EXCERPT),
            places=self._places,
        )

    def _convert(self) -> Markup:
        try:
            return to_html(self._body, self._home.facets)
        except RecursionError:
            raise
        except Exception as error:
            # A library that fails on one entry must not keep the others from being built.
            message = f"Markdown fails on this text ({type(error).__name__}: {error})"
            self._faults.add("B003", self._positions.place(0, 0), message, _SHORTEN)
            return Markup("", ())

    def _references(self, page: Cut, links: tuple[WrittenLink, ...]) -> tuple[Reference, ...]:
        """The links that reached the page, each with its sentence, which is made of the texts of the others as well."""
        shown = [links[number] for number in page.shown if links[number].state is State.LINK]
        bare = [link.reference for link in shown]
        for index, link in enumerate(shown):
            self._places[f"link[{index}]"] = self._positions.place(link.start, link.end)
        holes = (index for index, part in enumerate(page.parts) if isinstance(part, Hole))
        return tuple(
            msgspec.structs.replace(reference, sentence=sentence_around(page.parts, bare, index, 0, 0))
            for reference, index in zip(bare, holes, strict=True)
        )

    def _report_links(self, page: Cut, links: tuple[WrittenLink, ...]) -> None:
        for number in page.shown:
            link = links[number]
            if link.state is State.LINK:
                continue
            place = self._positions.place(link.start, link.end)
            if link.state is State.EMPTY:
                hint = r"write a name between the brackets, or \[[ to show them"
                self._faults.add("B005", place, f"there is no name in {link.text}", hint)
            elif link.state is State.UNCLOSED:
                hint = r"write ]] after the name, or \[[ to show the brackets"
                self._faults.add("B006", place, "the link that begins here has no ]] in its paragraph", hint)

    def _report_ranks(self, page: Cut) -> None:
        if 1 not in page.written_ranks:
            return
        lines = _FIRST_RANK.finditer(self._body)
        for heading, rank in zip(page.headings, page.written_ranks, strict=True):
            if rank != 1:
                continue
            word = (heading.text.split() or [""])[0]
            found = next((line for line in lines if word in line.group()), None)
            place = self._positions.place(found.start(), found.end()) if found else self._positions.place(0, 0)
            message = f'the heading "{heading.text}" has the rank of the page\'s title'
            self._faults.add("B007", place, message, f"write ## {heading.text}")

    def _report_brackets(self, page: Cut) -> None:
        for found in find_brackets(self._body, page.parts):
            message = f"{found.text} makes no link, and readers see the brackets"
            hint = rf"write [[{found.name}]], or a backslash before the first bracket if it is meant: \{found.text}"
            self._faults.add("B010", self._positions.place(found.start, found.end), message, hint)

    def _report_footnotes(self, page: Cut, clean: str) -> None:
        if "[^" not in self._body:
            return
        for found in references_without_note(self._body, page.parts, page.headings):
            sign = f"[^{found.name}]"
            hint = f"write the note on a line of its own: {sign}: …"
            place = self._positions.place(found.start, found.end)
            self._faults.add("B011", place, f"{sign} has no note, and readers see the brackets", hint)
        for found in notes_without_reference(self._body, clean):
            sign = f"[^{found.name}]"
            hint = f"write {sign} in the text where the note belongs, or delete the note"
            place = self._positions.place(found.start, found.end)
            self._faults.add("B011", place, f"nothing refers to the note {sign}", hint)

    def _picture(self, src: str, alt: str, others: dict[str, str]) -> str:
        place = self._positions.place_of(src, alt, occurrence=self._pictures[src])
        self._pictures[src] += 1
        path = self._picture_path(src, place)
        if path is None:
            return ""
        if not alt.strip():
            hint = f"write what it shows: ![…]({src})"
            self._faults.add("B009", place, f'the picture "{src}" has no description', hint)
        if path not in self._media:
            self._places[f"media[{len(self._media)}]"] = place
            self._media.append(path)
        address = picture_address(path, self._home.folder)
        attributes = {"src": address, "alt": alt, **others, "loading": "lazy"}
        written = (f'{name}="{escape(value)}"' for name, value in attributes.items())
        return f"<img {' '.join(written)}>"

    def _picture_path(self, src: str, place: Place) -> str | None:
        """The path below content/; None, with its fault, for a picture that cannot be shown."""
        if not src:
            # nh3 took the address away, and B002 says so.
            return None
        if _SCHEME.match(src):
            hint = "save the picture beside the entry, if you may, and write its name"
            self._faults.add("B008", place, f'the picture "{src}" lies on another host', hint)
            return None
        path = picture_path(path_in_url(src), self._home.folder)
        if path is None:
            hint = "put the picture beside the entry, and write its name"
            self._faults.add("F019", place, f'"{src}" is no path inside content/', hint)
        elif not is_picture(path):
            self._faults.add("F019", place, f'"{src}" is no picture', f"pictures end in {', '.join(FORMATS)}")
            return None
        return path


def _addresses(html: str) -> int:
    return html.count(' href="') + html.count(' src="')


def _restored(html: str, links: tuple[WrittenLink, ...]) -> str:
    """The HTML with its links as they are written."""
    if MARKER_SIGN not in html:
        return html
    return MARKER.sub(lambda match: links[int(match.group(1))].text, html)
