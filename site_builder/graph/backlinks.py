"""Which entries speak of which, and the sentences in which they do."""

from collections import defaultdict
from collections.abc import Mapping

from site_builder.graph.encyclopedia import Backlink, Entity, Mention, Target
from site_builder.model.facts import Facts, Sentence
from site_builder.model.identity import EntityId


def backlinks_of(
    entries: Mapping[EntityId, Facts],
    entities: Mapping[EntityId, Entity],
    targets: Mapping[EntityId, tuple[Target, ...]],
    mentions: Mapping[EntityId, tuple[Mention, ...]],
) -> Mapping[EntityId, tuple[Backlink, ...]]:
    """For each entity the entries that link to it, by sort key, each with the first sentence that does."""
    # A link says more than a name that became one by itself: where there are both, the link's sentence is shown.
    backlinks: defaultdict[EntityId, list[Backlink]] = defaultdict(list)
    for source in sorted(entries, key=lambda source: entities[source].sort_key):
        sentences: dict[EntityId, Sentence] = {}
        for reference, target in zip(entries[source].references, targets[source], strict=True):
            if target.entity is not None:
                sentences.setdefault(target.entity, reference.sentence)
        for mention in mentions.get(source, ()):
            sentences.setdefault(mention.target, mention.sentence)
        sentences.pop(source, None)
        for entity, sentence in sentences.items():
            backlinks[entity].append(Backlink(source, sentence))
    return {entity: tuple(backlinks[entity]) for entity in sorted(backlinks)}
