"""What is wrong in templates, gathered over all pages that use them, and told once."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from site_builder.model.diagnostic import Diagnostic, Severity
from site_builder.model.source import Span
from site_builder.theme.layers import TemplateFile
from site_builder.theme.nearest import suggestion

_NAMED_OWNERS = 3


class Complaint(msgspec.Struct, frozen=True):
    """One fault, as met on the pages of one template."""

    code: str
    template: TemplateFile
    line: int
    written: str
    """What stands there: `view.sumary`."""
    message: str
    absent: bool = False
    """Whether there is nothing of that name at all, on these pages."""
    owner: str = ""
    """What `written` belongs to on these pages: "MusicianView". The other pages may tell of other owners."""
    wrong: str = ""
    """The name that does not exist, for "did you mean"."""
    known: tuple[str, ...] = ()
    """The names that do."""
    hint: str = ""


Complain = Callable[[Complaint], None]


def diagnostics_of(complaints: Sequence[Complaint]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each fault, whatever the number of pages it shows on; sorted by place."""
    faults: dict[tuple[str, int, str, str], list[Complaint]] = {}
    for complaint in complaints:
        key = (complaint.template.path, complaint.line, complaint.written, complaint.message)
        faults.setdefault(key, []).append(complaint)
    return tuple(sorted(map(_diagnostic, faults.values()), key=lambda diagnostic: diagnostic.span))


def span_of(template: TemplateFile, line: int, written: str) -> tuple[Span, str]:
    """Where `written` stands on that line, as well as can be told (Jinja knows no columns), and the line."""
    lines = template.source.splitlines()
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    column = excerpt.find(written) + 1 if written else 0
    return Span(template.path, line, column, len(written) if column else 1), excerpt


def near_and_all(wrong: str, known: Iterable[str]) -> str:
    """A hint: the name that was probably meant, and all there are."""
    names = sorted(known)
    if not names:
        return ""
    meant = suggestion(wrong, names)
    return "\n".join(filter(None, [meant, f"there are {', '.join(names)}"]))


def _diagnostic(same: Sequence[Complaint]) -> Diagnostic:
    first = same[0]
    span, excerpt = span_of(first.template, first.line, first.written)
    owners = list(dict.fromkeys(complaint.owner for complaint in same if complaint.owner))
    message = f"{first.message} ({_listed(owners)})" if owners else first.message
    shared = [name for name in first.known if all(name in complaint.known for complaint in same)]
    hint = first.hint or near_and_all(first.wrong, shared)
    return Diagnostic(first.code, Severity.ERROR, span, message, hint, excerpt)


def _listed(owners: Sequence[str]) -> str:
    if len(owners) > _NAMED_OWNERS + 1:
        return f"{', '.join(owners[:_NAMED_OWNERS])} and {len(owners) - _NAMED_OWNERS} more"
    return " and ".join(filter(None, [", ".join(owners[:-1]), owners[-1]]))
