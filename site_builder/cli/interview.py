"""What `add` asks about an entity of each kind."""

from collections.abc import Callable, Mapping

import click

from site_builder.authoring.drafts import Fields
from site_builder.authoring.known import doubtful_names, known_cities, known_countries, known_families, known_names
from site_builder.cli.questions import ask, ask_name, ask_names, is_meant
from site_builder.content.dates import read_date
from site_builder.content.entry_values import MAX_SUMMARY
from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.identity import INSTRUMENTS, MUSICIANS, VENUES

Questions = Mapping[str, Callable[[Encyclopedia], tuple[str, ...]]]
"""By the front matter key that an answer fills."""

INTRODUCTION = (
    'Enter skips a question, Tab completes a name, commas part names, except in quotes: "Small Hall, Almaty".'
)


def interview(kind: str, encyclopedia: Encyclopedia, given: Fields) -> Fields:
    """The fields of a draft: the given ones, after a question about each that looks mistyped, and what somebody at the
    terminal answers about the others."""
    open_questions = {key: question for key, question in _questions(kind).items() if key not in given}
    fields = dict(_settled(given, encyclopedia))
    if open_questions:
        click.echo(INTRODUCTION)
    fields.update((key, question(encyclopedia)) for key, question in open_questions.items())
    return {key: values for key, values in fields.items() if values}


def _settled(given: Fields, encyclopedia: Encyclopedia) -> Fields:
    meant = {new: near for new, near in doubtful_names(given, encyclopedia) if is_meant(near, new)}
    return {key: tuple(dict.fromkeys(meant.get(value, value) for value in values)) for key, values in given.items()}


def _questions(kind: str) -> Questions:
    of_kind: Mapping[str, Questions] = {
        MUSICIANS: {
            "instruments": lambda site: ask_names("instrument", known_names(site, INSTRUMENTS)),
            "countries": lambda site: ask_names("country", known_countries(site)),
            "venues": lambda site: ask_names("venue", known_names(site, VENUES)),
            "born": lambda _: _ask_date("Born"),
        },
        INSTRUMENTS: {"family": lambda site: _one(ask_name("family", known_families(site)))},
        VENUES: {
            "city": lambda site: _one(ask_name("city", known_cities(site))),
            "country": lambda site: _one(ask_name("country", known_countries(site))),
            "opened": lambda _: _ask_date("Opened"),
        },
    }
    return {**of_kind.get(kind, {}), "summary": lambda _: _ask_summary()}


def _ask_date(word: str) -> tuple[str, ...]:
    while answer := ask(f"\n{word} (1985, 1985-03-12, c. 1985 …)? "):
        if read_date(answer) is not None:
            return (answer,)
        click.echo(f'"{answer}" is not a date. These are: 1985, 1985-03-12, c. 1985, 1980s, before 1900.')
    return ()


def _ask_summary() -> tuple[str, ...]:
    while answer := ask(f"\nSummary, in one line under {MAX_SUMMARY} characters? "):
        if len(answer) <= MAX_SUMMARY:
            return (answer,)
        click.echo(f"That has {len(answer)} characters. Say it shorter.")
    return ()


def _one(answer: str) -> tuple[str, ...]:
    return (answer,) if answer else ()
