"""Themes that a command line names."""

from collections.abc import Sequence
from pathlib import Path

from site_builder.cli.cannot_run import CannotRun


def theme_places(root: Path) -> Sequence[Path]:
    """Where the themes of a site are looked for, in this order."""
    from site_builder.theme.chain import builtin_themes

    return (root / "themes", builtin_themes())


def known_theme(root: Path, name: str | None) -> str | None:
    """The same name. Raises `CannotRun` if no theme of the site or of the program is called so."""
    if name is None:
        return None
    from site_builder.theme.chain import theme_folders
    from site_builder.theme.nearest import suggestion

    known = theme_folders(theme_places(root))
    if name not in known:
        advice = suggestion(name, known, f"there are {', '.join(known)}.")
        raise CannotRun(f'No theme is called "{name}": {advice}')
    return name
