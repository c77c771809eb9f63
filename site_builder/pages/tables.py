"""Every table that a page may read, each behind a wrapper that notes what is read of it."""

from collections.abc import Mapping

from site_builder.graph.encyclopedia import Encyclopedia
from site_builder.model.facts import Document
from site_builder.model.identity import EntityId
from site_builder.pages.overview import PREFIX, Overview
from site_builder.pages.photographs import Photograph
from site_builder.pages.tracking import Readings, Tracked, TrackedValue
from site_builder.search.index import TextIndex

SHARDS = "search/shards"
SHARD_PREFIXES = "search/prefixes"
INDEXED = "search/entries"


class Tables:
    """The tables of the encyclopedia, its overview and its index, by the names they have there, and the documents.

    The configuration is not tracked: where it changes, everything is planned anew.
    """

    def __init__(
        self,
        site: Encyclopedia,
        documents: Mapping[EntityId, Document],
        overview: Overview,
        index: TextIndex,
        photographs: Mapping[str, Photograph],
    ) -> None:
        readings = Readings()
        self.readings = readings
        self.config = site.config
        self.documents = Tracked("documents", documents, readings)
        self.photographs = Tracked("photographs", photographs, readings)
        self.entities = Tracked("entities", site.entities, readings)
        self.memberships = Tracked("memberships", site.memberships, readings)
        self.members = Tracked("members", site.members, readings)
        self.venues_in = Tracked("venues_in", site.venues_in, readings)
        self.venue_countries = Tracked("venue_countries", site.venue_countries, readings)
        self.relations = Tracked("relations", site.relations, readings)
        self.targets = Tracked("targets", site.targets, readings)
        self.mentions = Tracked("mentions", site.mentions, readings)
        self.backlinks = Tracked("backlinks", site.backlinks, readings)
        self.related = Tracked("related", site.related, readings)
        self.outlines = Tracked(PREFIX + "outlines", overview.outlines, readings)
        self.terms_of = Tracked(PREFIX + "terms_of", overview.terms_of, readings)
        self.kinds = Tracked(PREFIX + "kinds", overview.kinds, readings)
        self.sizes = Tracked(PREFIX + "sizes", overview.sizes, readings)
        self.holders = Tracked(PREFIX + "holders", overview.holders, readings)
        self.counts = Tracked(PREFIX + "counts", overview.counts, readings)
        self.fullest = Tracked(PREFIX + "fullest", overview.fullest, readings)
        self.neighbours = Tracked(PREFIX + "neighbours", overview.neighbours, readings)
        self.letters = Tracked(PREFIX + "letters", overview.letters, readings)
        self.families = Tracked(PREFIX + "families", overview.families, readings)
        self.family_of = Tracked(PREFIX + "family_of", overview.family_of, readings)
        self.pairs = Tracked(PREFIX + "pairs", overview.pairs, readings)
        self.pairs_of = Tracked(PREFIX + "pairs_of", overview.pairs_of, readings)
        self.leading_pairs = Tracked(PREFIX + "leading_pairs", overview.leading_pairs, readings)
        self.updated = Tracked(PREFIX + "updated", overview.updated, readings)
        self.gaps = Tracked(PREFIX + "gaps", overview.gaps, readings)
        self.ambiguities = Tracked(PREFIX + "ambiguities", overview.ambiguities, readings)
        self.namesakes = Tracked(PREFIX + "namesakes", overview.namesakes, readings)
        self.redirects = Tracked(PREFIX + "redirects", overview.redirects, readings)
        self.cards = Tracked(PREFIX + "cards", overview.cards, readings)
        self.lines = Tracked(PREFIX + "lines", overview.lines, readings)
        self.births = Tracked(PREFIX + "births", overview.births, readings)
        self.days = Tracked(PREFIX + "days", overview.days, readings)
        self.territories = Tracked(PREFIX + "territories", overview.territories, readings)
        self.countries_at = Tracked(PREFIX + "countries_at", overview.countries_at, readings)
        self.coordinates = Tracked(PREFIX + "coordinates", overview.coordinates, readings)
        self.lives = Tracked(PREFIX + "lives", overview.lives, readings)
        self.decades = Tracked(PREFIX + "decades", overview.decades, readings)
        self.tallies = Tracked(PREFIX + "tallies", overview.tallies, readings)
        self.decade_order = TrackedValue(PREFIX + "decade_order", overview.decade_order, readings)
        self.horizon = TrackedValue(PREFIX + "horizon", overview.horizon, readings)
        self.calendar = Tracked(PREFIX + "calendar", overview.calendar, readings)
        self.chosen = TrackedValue(PREFIX + "chosen", overview.chosen, readings)
        self.alphabet = TrackedValue(PREFIX + "alphabet", overview.alphabet, readings)
        self.latest = TrackedValue(PREFIX + "latest", overview.latest, readings)
        self.news = Tracked(PREFIX + "news", overview.news, readings)
        self.has_news = Tracked(PREFIX + "has_news", overview.has_news, readings)
        self.drafts = TrackedValue(PREFIX + "drafts", overview.drafts, readings)
        self.featured = TrackedValue(PREFIX + "featured", overview.featured, readings)
        self.orphans = TrackedValue(PREFIX + "orphans", overview.orphans, readings)
        self.wanted = TrackedValue(PREFIX + "wanted", overview.wanted, readings)
        self.names = TrackedValue(PREFIX + "names", overview.names, readings)
        self.emblems = TrackedValue(PREFIX + "emblems", overview.emblems, readings)
        self.facets = TrackedValue(PREFIX + "facets", overview.facets, readings)
        self.crossings = Tracked(PREFIX + "crossings", overview.crossings, readings)
        self.has_hubs = TrackedValue(PREFIX + "has_hubs", overview.has_hubs, readings)
        self.has_timeline = TrackedValue(PREFIX + "has_timeline", overview.has_timeline, readings)
        self.has_map = TrackedValue(PREFIX + "has_map", overview.has_map, readings)
        self.has_about = TrackedValue(PREFIX + "has_about", overview.has_about, readings)
        self.has_accessibility = TrackedValue(PREFIX + "has_accessibility", overview.has_accessibility, readings)
        self.aliases = Tracked(PREFIX + "aliases", overview.aliases, readings)
        self.texts = TrackedValue(PREFIX + "texts", overview.texts, readings)
        self.shards = Tracked(SHARDS, index.shards, readings)
        self.shard_prefixes = TrackedValue(SHARD_PREFIXES, index.prefixes, readings)
        self.indexed = TrackedValue(INDEXED, index.entries, readings)
        self.has_recent = TrackedValue(PREFIX + "has_recent", overview.has_recent, readings)
