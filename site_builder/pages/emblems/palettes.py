"""The inks of emblems: sixteen palettes, like those of a printer of stamps, and which countries have which.

Every palette keeps the figure at 7:1 and the accent at 4:1 against the field, and the border at 3:1 against paper and
against night: an emblem can stand on any page, light or dark.
"""

import msgspec


class Palette(msgspec.Struct, frozen=True, gc=False):
    """Five colours, in hexadecimal."""

    name: str
    field: str
    """What the figure stands on."""
    tone: str
    """The ornament of the field, a shade away from it."""
    figure: str
    accent: str
    band: str
    """What the border is drawn on."""


CREAM = "#f7eedd"
"""What borders are drawn in."""

PALETTES = (
    Palette("prussian", "#153a5d", "#244b72", "#f6eedc", "#e99f50", "#4077a3"),
    Palette("oxblood", "#5f191d", "#742a2c", "#f7eddc", "#e1b75c", "#ac5346"),
    Palette("bottle", "#133f2b", "#24513b", "#f3efdc", "#ee8f63", "#477f62"),
    Palette("turquoise", "#005860", "#106c74", "#f3efdc", "#ebc75e", "#9c7947"),
    Palette("plum", "#4f2246", "#633259", "#fcebde", "#e5ab66", "#9a587f"),
    Palette("indigo", "#2b2b5f", "#3b3c75", "#f7eddc", "#f08e8e", "#6965a6"),
    Palette("walnut", "#492e1b", "#5c3f2a", "#f6eedc", "#e6b55d", "#99683f"),
    Palette("teal", "#054744", "#1a5956", "#f5eedc", "#f48e74", "#327f7f"),
    Palette("slate", "#303b4a", "#404d5d", "#f5eedc", "#e8aa4e", "#5e7791"),
    Palette("moss", "#36431e", "#46542d", "#f2efdc", "#e2c65b", "#737a41"),
    Palette("brick", "#812e19", "#993f29", "#f6eedc", "#eacf83", "#aa5830"),
    Palette("ink", "#20242e", "#30343f", "#f6eedc", "#f66e5c", "#b05649"),
    Palette("ochre", "#e4b65c", "#f0cf94", "#321e35", "#972620", "#aa641f"),
    Palette("sage", "#b4cdae", "#cfe1cb", "#1f2b22", "#8c3439", "#56805f"),
    Palette("rose", "#e7ada3", "#f3c9c1", "#3b1c1c", "#6e2e4f", "#ab575f"),
    Palette("sky", "#9eccdf", "#c1e1ee", "#17223b", "#8c2e23", "#457b9f"),
)
PALETTE = {palette.name: palette for palette in PALETTES}

OF_COUNTRY = {
    "argentina": "sky",
    "armenia": "brick",
    "australia": "ochre",
    "austria": "oxblood",
    "azerbaijan": "teal",
    "brazil": "bottle",
    "bulgaria": "rose",
    "canada": "brick",
    "china": "oxblood",
    "cuba": "turquoise",
    "czechia": "slate",
    "denmark": "ink",
    "egypt": "ochre",
    "ethiopia": "moss",
    "finland": "sky",
    "france": "prussian",
    "georgia": "plum",
    "germany": "ink",
    "ghana": "ochre",
    "greece": "sky",
    "hungary": "bottle",
    "iceland": "slate",
    "india": "brick",
    "indonesia": "walnut",
    "iran": "turquoise",
    "iraq": "moss",
    "ireland": "bottle",
    "israel": "sky",
    "italy": "brick",
    "japan": "indigo",
    "kazakhstan": "turquoise",
    "kyrgyzstan": "oxblood",
    "lebanon": "sage",
    "mali": "ochre",
    "mexico": "rose",
    "mongolia": "prussian",
    "morocco": "brick",
    "netherlands": "ink",
    "nigeria": "moss",
    "norway": "slate",
    "poland": "oxblood",
    "portugal": "teal",
    "romania": "plum",
    "russia": "plum",
    "senegal": "walnut",
    "serbia": "rose",
    "south-africa": "moss",
    "south-korea": "sage",
    "soviet-union": "oxblood",
    "spain": "rose",
    "sweden": "prussian",
    "switzerland": "slate",
    "tajikistan": "bottle",
    "turkey": "teal",
    "turkmenistan": "oxblood",
    "ukraine": "sky",
    "united-kingdom": "walnut",
    "united-states": "prussian",
    "uzbekistan": "turquoise",
    "viet-nam": "bottle",
    "vietnam": "bottle",
}
"""The palette, by the slug of the country; the others get one by their name."""
