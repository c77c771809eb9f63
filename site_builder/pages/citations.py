"""Sources, as entries cite them: a line of text in which titles stand between asterisks."""

import re

from site_builder.pages.views import Citation, Run

_SPECIAL = re.compile(r"\*(?P<title>[^\s*](?:[^*]*[^\s*])?)\*|(?P<address>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]])")


def citation(text: str) -> Citation:
    """The line in runs: what stands between single asterisks is a title, and a whole address is a link."""
    runs: list[Run] = []
    end = 0
    for special in _SPECIAL.finditer(text):
        runs.append(Run(text[end : special.start()]))
        title, address = special["title"], special["address"]
        runs.append(Run(title, emphasis=True) if title else Run(address, href=address))
        end = special.end()
    runs.append(Run(text[end:]))
    return Citation(tuple(run for run in runs if run.text))
