"""`site-builder add`"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.completion import complete_names, complete_singulars
from site_builder.cli.site import command_line, find_site, path_from_here, site_option

if TYPE_CHECKING:
    from site_builder.authoring.drafts import Draft, Fields
    from site_builder.authoring.entries import NewEntry, Refusal
    from site_builder.graph.encyclopedia import Encyclopedia
    from site_builder.model.config import SiteConfig
    from site_builder.model.diagnostic import Diagnostic

Command = TypeVar("Command", bound=Callable[..., None])
Options = Mapping[str, str | tuple[str, ...] | None]

_REPEATABLE = frozenset(["alias", "instrument", "country", "venue"])


def field(option: str, text: str) -> Callable[[Command], Command]:
    """An option that fills a field of the new entry."""
    return click.option(
        f"--{option}", multiple=option in _REPEATABLE, metavar="TEXT", help=text, shell_complete=complete_names
    )


@click.command(
    epilog='\b\nExample:\n  site-builder add "Bakhyt Taro"\n'
    '  site-builder add "Bakhyt Taro" --instrument violin --country Kazakhstan --born "c. 1985"\n'
    '  site-builder add "Small Hall" --kind venue --city Almaty --country Kazakhstan --opened 1938'
)
@click.argument("name")
@site_option
@click.option(
    "--kind",
    default="musician",
    metavar="KIND",
    shell_complete=complete_singulars,
    help="What it is: musician (unless you say otherwise), instrument, country, venue, genre … "
    "The name of its folder means the same: venues.",
)
@field("instrument", "A musician's instrument. May be given again, and so may --country, --venue and --alias.")
@field("country", "A musician's country, or that of a venue.")
@field("venue", "A place where a musician played.")
@field("born", "When a musician was born: 1985, 1985-03-12, c. 1985, 1980s, before 1900.")
@field("died", "When a musician died.")
@field("birthplace", "Where a musician was born.")
@field("alias", "Another name, or another spelling.")
@field("summary", "One line under 120 characters.")
@field("family", "An instrument's family, such as strings.")
@field("code", "A country's code in ISO 3166-1. Known ones are filled in.")
@field("city", "A venue's city.")
@field("opened", "When a venue opened.")
@field("closed", "When a venue closed.")
@field("latitude", "A venue's latitude in degrees, north positive.")
@field("longitude", "A venue's longitude in degrees, east positive.")
@click.option("--slug", metavar="TEXT", default="", help="The address, if not the one made from the name.")
@click.option("--edit", is_flag=True, help="Ask nothing, and open the new file in $VISUAL or $EDITOR.")
@click.option("--no-input", is_flag=True, help="Ask nothing, even on a terminal.")
def command(
    *,
    name: str,
    site: Path | None,
    kind: str,
    slug: str,
    edit: bool,
    no_input: bool,
    **options: str | tuple[str, ...] | None,
) -> None:
    """Write the file of a new entry.

    Only the name is required. On a terminal it asks for what the options leave out, and Enter skips a question.
    Nothing is ever overwritten.
    """
    root = find_site(site)
    from site_builder.authoring.drafts import Draft
    from site_builder.authoring.entries import write_entry
    from site_builder.authoring.known import spelt_as_known
    from site_builder.build.options import BuildOptions
    from site_builder.build.pipeline import encyclopedia_of
    from site_builder.cli.interview import interview
    from site_builder.cli.kinds import kind_called
    from site_builder.cli.questions import can_ask

    encyclopedia, _ = encyclopedia_of(root, BuildOptions(drafts=True))
    kind = kind_called(kind, encyclopedia.config)
    fields = spelt_as_known(_fields(options, kind, encyclopedia.config), encyclopedia)
    draft = Draft(kind, _line(name), fields)
    # Before any question: nobody shall answer for an entry that cannot be.
    entry = _planned(draft, root, encyclopedia, slug)
    asks = can_ask() and not no_input and not edit
    if asks:
        draft = Draft(kind, draft.name, interview(kind, encyclopedia, fields))
        entry = _planned(draft, root, encyclopedia, slug)
    refusal = write_entry(root, entry)
    if refusal is not None:
        raise CannotRun(_sentences(refusal))
    for remark in (*_remarks(entry, draft, encyclopedia), *([] if asks else _doubts(draft, encyclopedia))):
        click.echo(remark, err=True)
    click.echo(path_from_here(root / entry.path))
    if edit:
        click.edit(filename=str(root / entry.path))
    else:
        click.echo(f"Its text goes below the second line of hyphens. Then: {command_line('build', site)}", err=True)


def _fields(options: Options, kind: str, config: "SiteConfig") -> "Fields":
    """The fields that the options fill. Raises `CannotRun` for an option that means nothing for the kind."""
    from site_builder.authoring.drafts import SINGULARS, field_called

    fields: dict[str, tuple[str, ...]] = {}
    for option, given in options.items():
        values = (given,) if isinstance(given, str) else given or ()
        if not values:
            continue
        key = field_called(option, kind)
        if key is None:
            raise CannotRun(_misfit(option, kind, config))
        if len(values) > 1 and key not in SINGULARS.values():
            raise CannotRun(f"--{option} can be given once here, not {len(values)} times.")
        fields[key] = tuple(map(_line, values))
    return fields


def _misfit(option: str, kind: str, config: "SiteConfig") -> str:
    from site_builder.authoring.drafts import kinds_with
    from site_builder.cli.kinds import singulars

    words = singulars(config)
    owners = [words[owner] for owner in kinds_with(option)]
    whose = " or ".join(map(_with_article, owners))
    return (
        f"--{option} is for {whose}: {_with_article(words[kind])} has none. "
        f"Leave it out, or say what this is with --kind {owners[0]}."
    )


def _with_article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _line(text: str) -> str:
    """The text as one line. Raises `CannotRun` for characters that no content file may have."""
    from site_builder.report.columns import visible

    line = " ".join(text.split())
    if visible(line) != line:
        raise CannotRun(f'"{visible(line)}" has characters that cannot be seen. Type it without them.')
    return line


def _planned(draft: "Draft", root: Path, encyclopedia: "Encyclopedia", slug: str) -> "NewEntry":
    """The entry, not yet a file. Raises `CannotRun` with all that is wrong if it cannot be one."""
    from site_builder.authoring.entries import Refusal, faults_of, hindrance, new_entry
    from site_builder.authoring.known import doubtful_names
    from site_builder.model.diagnostic import Severity

    entry = new_entry(draft, encyclopedia, today=date.today(), slug=slug)
    if isinstance(entry, Refusal):
        raise CannotRun(_sentences(entry))
    refusal = hindrance(root, entry)
    if refusal is not None:
        raise CannotRun(_sentences(refusal))
    faults = faults_of(entry, encyclopedia.config)
    errors = [_sentences(fault) for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        doubts = [
            f'"{new}" is new here: did you mean "{near}"?' for new, near in doubtful_names(draft.fields, encyclopedia)
        ]
        raise CannotRun(" ".join([*errors, *doubts]))
    return entry


def _remarks(entry: "NewEntry", draft: "Draft", encyclopedia: "Encyclopedia") -> list[str]:
    """What a build will warn of in the new file, and who else has the name."""
    from site_builder.authoring.entries import faults_of
    from site_builder.authoring.known import entries_named

    warnings = map(_sentences, faults_of(entry, encyclopedia.config))
    namesakes = entries_named(encyclopedia, draft.name)
    double = (f"{path} has that name too: links by the name alone will lead to a list of both." for path in namesakes)
    return [*warnings, *double]


def _doubts(draft: "Draft", encyclopedia: "Encyclopedia") -> list[str]:
    """What may be typing mistakes in the new file, which nobody has been asked about."""
    from site_builder.authoring.known import doubtful_names

    pairs = doubtful_names(draft.fields, encyclopedia)
    return [f'"{new}" is new here. If you meant "{near}", change it in the file.' for new, near in pairs]


def _sentences(told: "Refusal | Diagnostic") -> str:
    message, hint = told.message.rstrip("."), told.hint.rstrip(".")
    return f"{message}. {hint[0].upper()}{hint[1:]}." if hint else f"{message}."
