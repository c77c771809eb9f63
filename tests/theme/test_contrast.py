"""The colours of the themes that come with the program stand out from what they stand on, in both schemes."""

import pytest

from site_builder.theme.chain import builtin_themes, chain_of, theme_folders
from site_builder.theme.contrast import MORE_CONTRAST_PAIRS, PAIRS, Contrast, contrast, contrasts
from site_builder.theme.manifest import BASE
from site_builder.theme.tokens import TOKENS, Kind, Tokens, merged

THEMES = [name for name in theme_folders([builtin_themes()]) if name != BASE]


def tokens_of(name: str) -> Tokens:
    return merged([member.manifest.tokens for member in chain_of(name, [builtin_themes()]).value])


FOUND = [(name, found) for name in THEMES for found in contrasts(tokens_of(name))]


def described(value: object) -> str:
    if isinstance(value, Contrast):
        return f"{value.pair.ink} on {value.pair.ground}, {value.scheme}{', more' if value.more else ''}"
    return str(value)


@pytest.mark.parametrize(("theme", "found"), FOUND, ids=described)
def test_colours_stand_out_from_their_ground(theme: str, found: Contrast) -> None:
    assert found.ratio >= found.pair.aim


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_every_theme_is_looked_at(theme: str) -> None:
    assert sum(name == theme for name, _ in FOUND) == 2 * (len(PAIRS) + len(MORE_CONTRAST_PAIRS))


def test_every_colour_is_in_a_pair_but_the_one_that_only_parts() -> None:
    paired = {name for pair in PAIRS for name in (pair.ink, pair.ground)}

    assert {token.name for token in TOKENS if token.kind is Kind.COLOUR} - paired == {"rule"}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # As the contrast checkers of WebAIM and the W3C have them.
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffff00", 8.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
