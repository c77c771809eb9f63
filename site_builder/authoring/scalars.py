"""Texts as YAML values, in quotes only where the reader of front matter would not give the same text back."""

_INDICATORS = frozenset(",[]{}#&*!|>'\"%@`")
_INDICATORS_BEFORE_BLANK = frozenset("-?:")


def yaml_scalar(text: str) -> str:
    """The text as a value after `key: ` or `- `. It must be one line without control characters.

    Source: YAML 1.2.2, 7.3.3 (plain style).
    """
    if is_plain(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def yaml_list(key: str, values: tuple[str, ...], *, width: int = 100) -> str:
    """The lines of a field with several values: in brackets where they fit without quotes, else one a line."""
    line = f"{key}: [{', '.join(values)}]\n"
    if len(line) <= width and all(map(is_plain_in_brackets, values)):
        return line
    return f"{key}:\n" + "".join(f"  - {yaml_scalar(value)}\n" for value in values)


def is_plain(text: str) -> bool:
    """Whether the text means itself without quotes."""
    if not text or text[0] in _INDICATORS or text != text.strip():
        return False
    if text[0] in _INDICATORS_BEFORE_BLANK and text[1:2] in ("", " "):
        return False
    return ": " not in text and not text.endswith(":") and " #" not in text


def is_plain_in_brackets(text: str) -> bool:
    """Whether the text means itself without quotes between `[` and `]`, where more signs have a meaning."""
    return is_plain(text) and not set(text) & set(",[]{}:?") and not text.startswith("-")
