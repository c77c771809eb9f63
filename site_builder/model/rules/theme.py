"""T: themes and templates."""

from site_builder.model.diagnostic import Rule, Severity

THEME_RULES = (
    Rule(
        "T001",
        Severity.ERROR,
        "there is no such theme",
        "`theme` in site.toml names a folder in themes/, or a theme that comes with the program.",
        'theme = "encyclopaedia"',
        'theme = "encyclopedia"',
    ),
    Rule(
        "T002",
        Severity.ERROR,
        "theme.toml cannot be used",
        "A theme says its name, the version of the contract it was written for (`api = 1`), and its parent, if it has one. Parents may not go round in a circle.",
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
        "a template uses a field that does not exist",
        "docs/themes.md lists what each template may show.",
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
        "The message names the page, the file and the line.",
        "{{ 1 // 0 }}",
        "(a template that works)",
    ),
)
