"""`site-builder explain`"""

import shutil

import click
from click.shell_completion import CompletionItem

from site_builder.cli.cannot_run import CannotRun
from site_builder.cli.program import program_here


def _codes(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from site_builder.model.rules import RULES

    return [CompletionItem(rule.code, help=rule.title) for rule in RULES if rule.code.startswith(incomplete.upper())]


@click.command(epilog="\b\nExample:\n  site-builder explain L001")
@click.argument("code", required=False, shell_complete=_codes)
def command(*, code: str | None) -> None:
    """Say what the code of a message means, with an example.

    Without a code: a table of all there are.
    """
    from site_builder.model.rules import RULE_BY_CODE
    from site_builder.report.explain import nearest_codes, render_rule, render_rules

    if code is None:
        click.echo(render_rules(), nl=False)
        return
    rule = RULE_BY_CODE.get(code.upper())
    if rule is None:
        near = nearest_codes(code)
        advice = f"Did you mean {' or '.join(near)}?" if near else f"All codes are listed by: {program_here()} explain"
        raise CannotRun(f'There is no code "{code}". {advice}')
    click.echo(render_rule(rule, width=shutil.get_terminal_size().columns), nl=False)
