"""Pages for every instrument, country and venue, and an index of each."""

import re
from collections import defaultdict
from dataclasses import dataclass

from pelican import signals

FACETS = ("instruments", "countries", "venues")


@dataclass(frozen=True)
class Term:
    name: str
    url: str


def register():
    signals.article_generator_finalized.connect(gather)
    signals.article_writer_finalized.connect(write)


def gather(generator):
    generator.facets = {facet: defaultdict(list) for facet in FACETS}
    for article in generator.articles:
        article.facets = {}
        for facet in FACETS:
            names = [name.strip() for name in getattr(article, facet).split(",")]
            article.facets[facet] = [term_of(facet, name) for name in names]
            for term in article.facets[facet]:
                generator.facets[facet][term].append(article)


def write(generator, writer):
    index, single = generator.get_template("terms"), generator.get_template("term")
    for facet, terms in generator.facets.items():
        listed = sorted(terms.items(), key=lambda pair: pair[0].name)
        writer.write_file(f"{facet}/index.html", index, generator.context, facet=facet, terms=listed)
        for term, articles in listed:
            listed_articles = sorted(articles, key=lambda article: article.title)
            writer.write_file(f"{term.url}index.html", single, generator.context, term=term, listed=listed_articles)


def term_of(facet, name):
    return Term(name, f"{facet}/{re.sub('[^a-z]+', '-', name.lower())}/")
