"""T: themes and templates."""

from site_builder.model.diagnostic import Rule, Severity

THEME_RULES = (
    Rule(
        "T001",
        Severity.ERROR,
        "there is no such theme",
        "`theme` in site.toml, and `parent` in theme.toml, name a folder in themes/, or a theme that comes with the program.",
        'theme = "encyclopaedia"',
        'theme = "encyclopedia"',
    ),
    Rule(
        "T002",
        Severity.ERROR,
        "theme.toml cannot be used",
        "A theme says its name, which is that of its folder, the version of the contract it was written for (`api = 1`), and its parent, if it has one. Parents may not go round in a circle.",
        'name = "mine"',
        'name = "mine"\napi = 1\nparent = "encyclopedia"',
    ),
    Rule(
        "T003",
        Severity.ERROR,
        "a template is not valid Jinja",
        "The message names the file and line, and what was expected there.",
        "{% if view.summary %}{{ view.summary }}",
        "{% if view.summary %}{{ view.summary }}{% endif %}",
    ),
    Rule(
        "T004",
        Severity.ERROR,
        "a template uses what does not exist",
        "A variable, a field, a filter, a test or a macro has no such name, or has a value on some pages only. Every template is "
        "checked before a page is made, with all the kinds of pages that it takes part in. docs/themes.md lists what each may show.",
        "{{ view.sumary }}",
        "{{ view.summary }}",
    ),
    Rule(
        "T005",
        Severity.ERROR,
        "a template chooses another one while it runs",
        "Names in extends, include and import must be written out, so that it is known which pages depend on which templates.",
        "{% include view.name %}",
        '{% include "partials/infobox.html" %}',
    ),
    Rule(
        "T006",
        Severity.ERROR,
        "a template does not exist",
        "No layer of the theme has a template of that name.",
        '{% include "partials/infobocks.html" %}',
        '{% include "partials/infobox.html" %}',
    ),
    Rule(
        "T007",
        Severity.WARNING,
        "an override replaces nothing",
        "No parent has a template, asset or block of that name, and nothing includes it, so it never shows. Usually it is a typing mistake.",
        "overrides/templates/entri.html",
        "overrides/templates/entry.html",
    ),
    Rule(
        "T008",
        Severity.ERROR,
        "a template failed on a page",
        "The message names the page, the file and the line. The other pages are not affected.",
        "{{ view.works[0].title }}   (on a page without works)",
        "{% if view.works %}{{ view.works[0].title }}{% endif %}",
    ),
    Rule(
        "T009",
        Severity.ERROR,
        "a template leads back to itself",
        "It extends, includes or imports itself, directly or by way of others, so a page would never come to an end. A template "
        'that adds to the one of the same name in the layers below says so with "!parent/".',
        '{% extends "entry.html" %}   (in overrides/templates/entry.html)',
        '{% extends "!parent/entry.html" %}',
    ),
    Rule(
        "T010",
        Severity.ERROR,
        "a template prints text without escaping it",
        "Names and texts come from content files, and what looks like markup in them would become markup of the page. Only "
        "`lead`, `body`, `page.json_ld`, `view.emblem` and `view.circle.markup` are safe already.",
        "{{ view.summary|safe }}",
        "{{ view.summary }}",
    ),
    Rule(
        "T011",
        Severity.WARNING,
        "two colours of a theme are too much alike",
        "Text has to stand out from what it stands on by a contrast of 4.5, and lines that mean something by 3, as WCAG 2.2 "
        "measures it, in the light scheme and in the dark one. `site-builder theme check` shows every pair.",
        'soft = { light = "#999999", dark = "#b9ae9d" }   (on paper = "#fbf8f1")',
        'soft = { light = "#5a5043", dark = "#b9ae9d" }',
    ),
)
