"""The public door: one content file in, one document out."""

import msgspec

from site_builder.content.body import Body, Home, read_body
from site_builder.content.entry_values import at_home
from site_builder.content.faults import Faults
from site_builder.content.field_values import Reading
from site_builder.content.fields import (
    ALIASES,
    DRAFT,
    FORMER_SLUGS,
    IMAGE,
    MENTIONS,
    NAME,
    SLUG,
    SORT_NAME,
    SOURCES,
    SUMMARY,
    UPDATED,
    WORKS,
    Fields,
    known_keys,
)
from site_builder.content.front_matter import split_front_matter
from site_builder.content.slugs import slugify
from site_builder.content.source_text import read_text
from site_builder.model.config import SiteConfig
from site_builder.model.diagnostic import Outcome
from site_builder.model.facts import Document, Facts
from site_builder.model.identity import MUSICIANS, entity_id, is_slug
from site_builder.model.source import Place, Source


def parse(source: Source, config: SiteConfig) -> Outcome[Document | None]:
    """The document in a file `content/KIND/STEM.md`, with all that is wrong in the file, from its top to its end.

    The value is None only where no front matter could be read. Otherwise what is faulty is left out, and the rest
    kept, so that one slip in an entry does not make every link to it a second fault.
    """
    faults = Faults(source.path)
    text = read_text(source, faults)
    folder, stem = _kind_and_stem(source.path)
    front_matter = split_front_matter(text, faults, known_keys(folder, config))
    if front_matter is None:
        return Outcome(None, faults.by_place())
    reading = Reading(text, faults)
    fields = Fields(front_matter.fields, folder, config, reading)
    document = _document(source.path, folder, stem, fields, named=front_matter.complete, reading=reading)
    body = read_body(front_matter.body, Home(folder, config.facets), text, faults)
    return Outcome(_joined(document, body, reading), faults.by_place())


def _document(path: str, kind: str, stem: str, fields: Fields, *, named: bool, reading: Reading) -> Document:
    """What the front matter says; `named` tells whether a missing name is a fault."""
    name = fields[NAME]
    if named and NAME.key not in reading.places:
        hint = 'write a line "name: …" between the hyphens'
        reading.faults.add("F011", reading.text.place_on(1, 1, 3), "the entry has no name", hint)
    slug = fields[SLUG] or _slug_of_file(stem, name, reading)
    mentions = fields[MENTIONS]
    image = at_home(fields[IMAGE], kind, reading)
    return Document(
        facts=Facts(
            id=entity_id(kind, slug),
            path=path,
            name=name or stem.replace("-", " "),
            sort_name=fields[SORT_NAME],
            aliases=fields[ALIASES],
            summary=fields[SUMMARY],
            former_slugs=fields[FORMER_SLUGS],
            updated=fields[UPDATED],
            draft=fields[DRAFT] is not False,
            about=fields.about(),
        ),
        works=fields[WORKS] if kind == MUSICIANS else (),
        image=image,
        sources=fields[SOURCES],
        auto_links=mentions is not False,
    )


def _joined(document: Document, body: Body, reading: Reading) -> Document:
    facts = msgspec.structs.replace(
        document.facts,
        references=body.references,
        anchors=tuple((heading.text, heading.id) for heading in body.headings),
        has_text=bool(body.parts),
    )
    image = document.image
    media = body.media if image is None or image.file in body.media else (*body.media, image.file)
    places = {**reading.places, **body.places}
    if image is not None and image.file not in body.media:
        places[f"media[{len(body.media)}]"] = reading.places["image.file"]
    return msgspec.structs.replace(
        document,
        facts=facts,
        parts=body.parts,
        lead_parts=body.lead_parts,
        headings=body.headings,
        media=media,
        excerpt=body.excerpt,
        places=places,
    )


def _kind_and_stem(path: str) -> tuple[str, str]:
    """`content/musicians/bakhyt-taro.md` is of the kind "musicians" and has the stem "bakhyt-taro"."""
    *folders, file = path.split("/")
    return folders[-1] if folders else "", file.removesuffix(".md")


def _slug_of_file(stem: str, name: str, reading: Reading) -> str:
    if is_slug(stem):
        return stem
    suggestion = slugify(stem) or slugify(name)
    hint = (
        f"rename the file to {suggestion}.md, or write slug: {suggestion} in its front matter"
        if suggestion
        else "rename the file"
    )
    reading.faults.add("F015", Place(0), f'the file\'s name "{stem}" cannot be an address', hint)
    return suggestion or "unnamed"
