"""What can be said of a theme before any page is made.

It is a pure function of the templates, so whoever keeps it by `Theme.digest_of_templates()` and the program's own
version need not make it again: that takes a tenth of a second, and Jinja. What can be said of other files of the theme
(`idle_files`) is said without Jinja, and anew by each build.
"""

from collections.abc import Mapping

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.theme.layers import Theme


class Assessment(msgspec.Struct, frozen=True):
    faults: tuple[Diagnostic, ...]
    """Everything that is wrong with the templates, sorted by place."""
    closures: Mapping[str, str]
    """By the name of a template, the digest of all that it is made of: as long as that is the same, equal requests make
    equal pages. Every name that a page could ask for is in it."""

    @property
    def usable(self) -> bool:
        """Whether pages may be made: a template with a fault would say so again on every page."""
        return all(fault.severity is not Severity.ERROR for fault in self.faults)


def assess(theme: Theme) -> Assessment:
    """Both, each template being read once."""
    from site_builder.theme.lint import faults_of
    from site_builder.theme.templates import Syntax

    syntax = Syntax(theme)
    names = sorted({template.name for template in theme.templates()})
    return Assessment(faults_of(syntax), {name: syntax.closure_digest(name) for name in names})
