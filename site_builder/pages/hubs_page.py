"""Instruments and countries: which instruments are played where, as a drawing and as a table."""

from collections.abc import Sequence

from site_builder.model.identity import INSTRUMENTS, EntityId, OutputPath, kind_of
from site_builder.pages.edition import Edition
from site_builder.pages.frame import collection, frame, request
from site_builder.pages.hubs import Choice, choice_of, in_alphabet
from site_builder.pages.hubs_drawing import drawing_of, ends_of
from site_builder.pages.request import TemplatePage
from site_builder.pages.routes import HUBS
from site_builder.pages.vantage import HUBS_LABEL
from site_builder.pages.views_hubs import HubCrossing, HubRow, HubsView
from site_builder.pages.wording import counted, listed


def hubs_page(edition: Edition) -> TemplatePage:
    """instruments-and-countries.html, where there are several of both."""
    view = _view(edition)
    about = collection(edition, HUBS, view.name, view.intro)
    page = frame(edition, HUBS, title=view.name, description=view.intro, type="hubs", about=about)
    return request(edition, "hubs.html", page, view)


def _view(edition: Edition) -> HubsView:
    choice = choice_of(edition)
    ends = ends_of(choice.threads)
    instruments = [end for end in ends if kind_of(end) == INSTRUMENTS]
    drawn = _told(len(instruments), len(ends) - len(instruments))
    return HubsView(
        name=HUBS_LABEL,
        intro=f"{drawn}, and how many musicians they share",
        note=_note(choice, drawn),
        drawing=drawing_of(edition, choice.threads),
        rows=tuple(_row(edition, each, ends[each]) for each in sorted(instruments, key=in_alphabet(edition))),
    )


def _told(instruments: int, countries: int) -> str:
    return listed((counted(instruments, "instrument"), counted(countries, "country", "countries")))


def _note(choice: Choice, drawn: str) -> str:
    there_are = _told(choice.instruments, choice.countries)
    notes = [f"Of {there_are} these have most musicians."] if there_are != drawn else []
    if len(choice.threads) < choice.possible:
        notes.append(f"Of {choice.possible:,} lines between them the {len(choice.threads):,} strongest are drawn.")
    return " ".join(notes)


def _row(edition: Edition, instrument: EntityId, countries: Sequence[tuple[EntityId, int]]) -> HubRow:
    category = edition.top.term(instrument)
    pairs = frozenset(edition.tables.pairs_of.get(instrument, ()))
    return HubRow(
        category.text,
        category.href,
        category.count,
        tuple(_crossing(edition, country, count, pairs) for country, count in countries),
        len(edition.tables.crossings[instrument]) - len(countries),
    )


def _crossing(edition: Edition, country: EntityId, count: int, pairs: frozenset[OutputPath]) -> HubCrossing:
    # A page is of these two if both of them are on it: its terms are of different kinds.
    path = next((path for path in edition.tables.pairs_of.get(country, ()) if path in pairs), None)
    pair = edition.top.pair(path) if path else None
    return HubCrossing(edition.title(country), pair.href if pair else "", pair.text if pair else "", count)
