"""What small sites are made of: few words, so that names are shared, meet by accident, and contain one another."""

from collections.abc import Mapping, Sequence

NAMES = (
    "Mara Lind",
    "Lind",
    "Amber Hall",
    "Oto Kvist",
    "Kvist",
    "Мара Линд",
    "Sabine Ørn",
    "Violin",
    "Old Mill",
    "Tara",
)
"""Of musicians, and of terms as well: that one thing is called as another is what makes a change travel far."""

KINDS = ("musicians", "instruments", "countries", "venues", "genres", "pages")

TERMS: Mapping[str, Sequence[str]] = {
    "musicians": NAMES,
    "instruments": ("violin", "piano", "glass harp", "Lind"),
    "countries": ("Kazakhstan", "Georgia", "Old Mill"),
    "venues": ("Amber Hall", "Old Mill", "Small Hall", "Georgia"),
    "genres": ("waltz", "lament"),
    "pages": ("About", "Tara"),
}

SENTENCES = (
    "Mara Lind met Oto Kvist in Amber Hall.",
    "Nobody knows more.",
    "Lind played the violin, and Tara the piano, at the Old Mill in Georgia.",
    "She wrote to [[Oto Kvist]] of the [[venue:Small Hall]].",
    "See [[Mara Lind|her teacher]] and [[Kvist]].",
    "Of [[Nobody Yet]] and [[Mara Lnd]] little is told.",
    "*Tara* is a waltz for glass harp, after Sabine Ørn.",
    "## Years in Georgia\n\nКто такая Мара Линд?",
    "![A hall](hall.png)",
    'He said <b onclick="x()">nothing</b> of [[genre:lament]] and [[Tara#years-in-georgia]].',
)

_NAMED = ("Mara Lind", "[Oto Kvist, Tara]", "[{name: Sabine Ørn, year: 1970}]", "Lind", "[Amber Hall, Nobody Yet]")
_COMMON: Mapping[str, Sequence[str]] = {
    "sort_name": ("Aardvark", "zz", "Lind, Mara"),
    "aliases": ("[Lind]", "[Kvist, Tara]", "[Мара Линд]", "[Old Mill]", "[Lndi]"),
    "summary": ("A short life.", "Played the violin with Tara."),
    "slug": ("lind", "amber-hall", "x"),
    "former_slugs": ("[old-lind]", "[tara]", "[x, y]"),
    "draft": ("true", "false"),
    "mentions": ("false", "true"),
    "updated": ("2024-03-12", "2025-01-02"),
    "image": ("{file: hall.png, alt: A hall}", "{file: face.jpg, alt: A face}"),
    "sources": ("[A letter.]", "[A letter., A diary.]"),
}
FIELDS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "musicians": {
        "instruments": ("violin", "[violin, piano]", "[glass harp]", "[Violin, {name: piano, year: 1971}]", "[Lind]"),
        "countries": ("Kazakhstan", "[Georgia, Kazakhstan]", "[KZ]"),
        "venues": (
            "Amber Hall",
            "[{name: Amber Hall, year: 1979}, {name: Amber Hall, year: 1994, note: the last}]",
            "[Old Mill, Small Hall]",
        ),
        "genres": ("waltz", "[lament, waltz]"),
        "ensembles": ("Old Mill", "[Trio Lind]"),
        "festivals": ("Bergen", "[Bergen, Tara]"),
        "teachers": _NAMED,
        "pupils": _NAMED,
        "family": _NAMED,
        "played_with": _NAMED,
        "born": ("1901", "1940-05-02", "ca. 1950", "1797-02-31"),
        "died": ("1999", "1980-01-01"),
        "birthplace": ("Almaty", "Old Mill"),
        "works": ("[Tara]", "[{title: Waltz, year: 1931}]"),
        **_COMMON,
    },
    "instruments": {"family": ("strings", "glass"), **_COMMON},
    "countries": {"code": ("KZ", "GE", "XX"), **_COMMON},
    "venues": {
        "city": ("Almaty", "Bergen"),
        "country": ("Georgia", "Kazakhstan", "Kazakstan"),
        "opened": ("1910", "1990"),
        "closed": ("1980",),
        "latitude": ("43.2", "95"),
        "longitude": ("76.9",),
        **_COMMON,
    },
    "genres": _COMMON,
    "pages": _COMMON,
}
"""Values of each field as front matter has them. A few are faults, which a build has to tell every time."""

SETTINGS: Mapping[str, Sequence[str]] = {
    "title": ('"Lives"', '"Other lives"'),
    "description": ('"Of nobody."',),
    "base_url": ('"https://example.org/lives/"', '"https://example.com/"'),
    "language": ('"en-GB"', '"ar"'),
    "edit_url": ('"https://example.org/edit/{path}"',),
    "feeds": ('"terms"', '"off"'),
    "licence": ('"CC BY 4.0"',),
    "notice": ('"All of it is fiction."',),
    "theme": ('"mine"', '"plain"', '"encyclopedia"', '"missing"'),
    "strict": ("true",),
    "mentions": ("false",),
    "drafts": ("true",),
    "facets": ('[{kind = "festivals", singular = "festival"}]',),
    "pairs": ("{at_least = 1}", '{facets = [["instruments", "venues"]], at_least = 1, at_most = 2}'),
    "navigation": (
        '[{label = "Halls", page = "venues/index.html"}]',
        '[{label = "Tara", page = "musicians/tara.html"}]',
    ),
    "checks": ('["tests.rebuilds.extensions:SHORT_NAMES"]',),
    "emitters": ('["tests.rebuilds.extensions:ROLL"]',),
}
"""Values of each setting as site.toml has them."""

_TEMPLATES: Mapping[str, Sequence[str]] = {
    "layout.html": (
        '{% extends "!parent/layout.html" %}{% block body_end %}<hr>{% endblock %}',
        '{% extends "!parent/layout.html" %}{% block head_extra %}<meta name="a" content="b">{% endblock %}',
    ),
    "entry.html": (
        '{% extends "!parent/entry.html" %}{% block text %}{{ super() }}<p>The end.</p>{% endblock %}',
        '{% extends "!parent/entry.html" %}{% block text %}{% include "partials/ornament.html" %}{% endblock %}',
        '{% extends "!parent/entry.html" %}{% block text %}{{ view.nmae }}{% endblock %}',
    ),
    "term.html": ('{% extends "!parent/term.html" %}{% block apparatus %}{% endblock %}', "{% if %}"),
    "index.html": ('{% extends "!parent/index.html" %}{% block before_footer %}<p>{{ page.title }}</p>{% endblock %}',),
    "partials/footer.html": (
        '{% include "!parent/partials/footer.html" %}<p>On no paper.</p>',
        "<p>{{ site.title }}</p>",
    ),
    "partials/infobox.html": ("<aside>{{ view.name }}</aside>", "<p>{{ 12 // (view.name|length - 9) }}</p>"),
    "partials/ornament.html": ("<p>❦</p>", "<p>{{ page.title }}</p>"),
}
_ASSETS: Mapping[str, Sequence[str]] = {
    "style.css/user.css": (":root { --rubric: green; }", "p { color: red; }"),
    "style.css/30-base.css": ("body { margin: 0; }",),
    "extra.css": ("i { }",),
}
_THEME_FILES: Mapping[str, Sequence[str]] = {
    **{f"templates/{name}": texts for name, texts in _TEMPLATES.items()},
    **{f"static/{name}": texts for name, texts in _ASSETS.items()},
}
FILES: Mapping[str, Sequence[str]] = {
    **{
        f"{layer}/{name}": texts
        for layer in ("overrides", "themes/mine", "themes/plain")
        for name, texts in _THEME_FILES.items()
    },
    "content/musicians/hall.png": ("a picture", "another"),
    "content/musicians/face.jpg": ("a picture",),
    "content/musicians/notes.txt": ("Not read.",),
    "content/lost.md": ("Lost.",),
}
"""Texts for the other files. `partials/ornament.html` is in no theme: one of the texts of entry.html asks for it."""
OUTPUTS = (
    "index.html",
    "a-z.html",
    "catalog.json",
    "musicians/mara-lind.html",
    "musicians/mara-lind.json",
    "musicians/tara.html",
    "musicians/index.html",
    "venues/amber-hall.html",
    "venues/old-mill.html",
    "instruments/violin.html",
    "static/style.css",
    "media/musicians/hall.png",
)
"""Some of what is published, to be damaged."""
FOREIGN = ("CNAME", ".git/HEAD", "notes/mine.txt", "musicians/mine.html", "musicians/lind.html", "venues/georgia.html")
"""Where somebody's own files may lie. At the last two places there may later be a page of the site."""
