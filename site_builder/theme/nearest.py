"""Did you mean …?"""

from collections.abc import Iterable

CLOSE_ENOUGH = 70
"""Per cent of letters in common; `sumary` and `summary` have 92, `idx` and `index` 75, `text` and `toc` 29."""


FILE_CLOSE_ENOUGH = 65
"""The same for the names of files, which are short: `tok` and `toc` have 67, `nix` and `infobox` 40."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that `name` is most like; "" if none is like it. Of equals the first in the alphabet."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return found[0] if found else ""


def nearest_file(path: str, known: Iterable[str]) -> str:
    """The known path that was probably meant: one with the same file name, else the likeliest file name; "" if none.

    Folders and endings are left out of account: in them all templates are alike.
    """
    from rapidfuzz import fuzz, process

    paths = sorted(known)
    same = [other for other in paths if _file_name(other) == _file_name(path)]
    if same:
        return same[0]
    found = process.extractOne(path, paths, scorer=fuzz.ratio, processor=_stem, score_cutoff=FILE_CLOSE_ENOUGH)
    return found[0] if found else ""


def suggestion(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest, or says something else."""
    near = nearest(name, known)
    return f'did you mean "{near}"?' if near else otherwise


def file_suggestion(path: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest file, or says something else."""
    near = nearest_file(path, known)
    return f'did you mean "{near}"?' if near else otherwise


def _file_name(path: str) -> str:
    return path.rpartition("/")[2]


def _stem(path: str) -> str:
    return _file_name(path).rpartition(".")[0]
