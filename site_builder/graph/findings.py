"""Findings with the severity that their rule has, in the order of their places."""

import re
from collections.abc import Iterable

from site_builder.model.diagnostic import Finding
from site_builder.model.rules import RULE_BY_CODE

_NUMBER = re.compile(r"(\d+)")


def finding(
    code: str, path: str, place: str, message: str, hint: str = "", related: tuple[tuple[str, str], ...] = ()
) -> Finding:
    """A fault in the document at `path`, as severe as its rule says."""
    return Finding(code, RULE_BY_CODE[code].severity, path, place, message, hint, related)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by path and place, `link[2]` before `link[10]`; equal ones once."""
    return tuple(sorted(set(findings), key=_position))


def _position(finding: Finding) -> tuple[str, tuple[tuple[int, str], ...], str, str]:
    pieces = _NUMBER.split(finding.place)
    place = tuple((int(piece), "") if index % 2 else (0, piece) for index, piece in enumerate(pieces))
    return finding.path, place, finding.code, finding.message + finding.hint
