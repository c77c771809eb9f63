"""What `{{ … }}` prints."""

from markupsafe import Markup, escape


def text_of(value: object) -> str:
    """The value as it stands in a page: markup as it is, all else escaped. As `markupsafe.escape`, and a third of the
    time for a text without anything to escape, of which a page is full."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or "'" in value or '"' in value:
            return escape(value)
        return value
    return value if type(value) is Markup else escape(value)
