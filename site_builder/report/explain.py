"""The rules as texts: for a terminal, and as the page docs/messages.md."""

import textwrap
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from site_builder.model.diagnostic import Rule
from site_builder.model.rules import RULE_BY_CODE, RULES
from site_builder.report.columns import padded

MAX_COLUMNS = 100
"""Longer lines are hard to read, however wide the terminal."""

_AREAS = {
    "F": "Content files and their front matter",
    "B": "The text of an entry",
    "L": "Names and links",
    "A": "Addresses",
    "W": "The world the entries describe",
    "K": "The finished pages",
    "S": "The site's folder and settings",
    "P": "Publishing",
    "C": "The cache",
    "T": "Themes",
}


def nearest_codes(text: str) -> list[str]:
    """The codes most like `text`, the likeliest first: "l1" and "LO01" are both near L001."""
    letters, digits = text[:1].upper(), text[1:].upper().replace("O", "0")
    guess = f"{letters}{digits:0>3}"
    return [guess] if guess in RULE_BY_CODE else get_close_matches(guess, RULE_BY_CODE, n=3, cutoff=0.7)


def render_rule(rule: Rule, *, width: int) -> str:
    """What a code means, why it matters, and an example, in lines of at most `width` columns."""
    explanation = textwrap.fill(rule.explanation, min(width, MAX_COLUMNS), break_on_hyphens=False)
    examples = [f"{label}\n{textwrap.indent(text, '    ')}" for label, text in _examples(rule)]
    return "\n\n".join([f"{rule.code} ({rule.severity}): {rule.title}", explanation, *examples]) + "\n"


def render_rules(rules: Sequence[Rule] = RULES) -> str:
    """A line for each rule, under the area that its letter stands for."""
    lines: list[str] = []
    for letter, members in _by_area(rules):
        lines += ["", f"{letter}  {_AREAS[letter]}"] if lines else [f"{letter}  {_AREAS[letter]}"]
        lines += [f"   {rule.code}  {padded(rule.severity, 8)} {rule.title}" for rule in members]
    return "\n".join(lines) + "\n"


def messages_page(rules: Sequence[Rule] = RULES) -> str:
    """docs/messages.md, whole."""
    intro = (
        "# Messages\n\n"
        "Everything the program can say about a site, by its code. `site-builder explain CODE` shows the same texts. "
        "Codes never change their meaning.\n\n"
        "An *error* keeps the site from being published, a *warning* does so with `strict = true`, and a *notice* "
        "never does.\n"
    )
    sections = (_area_section(letter, members) for letter, members in _by_area(rules))
    return "\n".join([intro, *sections])


def _area_section(letter: str, rules: Sequence[Rule]) -> str:
    table = "\n".join(f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity} | {rule.title} |" for rule in rules)
    head = f"## {letter}: {_AREAS[letter]}\n\n| code | severity | what is wrong |\n|---|---|---|\n{table}\n"
    return "\n".join([head, *map(_rule_section, rules)])


def _rule_section(rule: Rule) -> str:
    examples = "\n".join(f"{label}\n\n```text\n{text}\n```\n" for label, text in _examples(rule))
    return f"### {rule.code}\n\n*{rule.severity}:* **{rule.title}**\n\n{rule.explanation}\n\n{examples}"


def _examples(rule: Rule) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("Wrong:", rule.wrong), ("Right:", rule.right)


def _by_area(rules: Sequence[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    for letter in _AREAS:
        members = [rule for rule in rules if rule.code.startswith(letter)]
        if members:
            yield letter, members
