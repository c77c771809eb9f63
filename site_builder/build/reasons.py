"""Why a page is made again, in words: what became of a value that it shows."""

from collections.abc import Sized

from site_builder.graph.encyclopedia import Entity

_NOUNS = {
    "members": "musician",
    "memberships": "term",
    "backlinks": "mention",
    "mentions": "name in its text",
    "related": "related entry",
    "relations": "relation",
    "targets": "link",
    "venues_in": "venue",
}


def reason_of(table: str, key: str, before: object, after: object) -> str:
    """The change of a value of the encyclopedia: "venues/carnegie-hall: one musician more". None is no value."""
    if table == "entities":
        return f"{key}: {_change_of_entity(before, after)}"
    noun = _NOUNS.get(table, table)
    counts = [len(value) if isinstance(value, Sized) else 0 for value in (before, after)]
    difference = counts[1] - counts[0]
    if not difference:
        return f"{key}: another {noun}"
    number = {1: "one"}.get(abs(difference), f"{abs(difference):,}")
    return f"{key}: {number} {noun}{'' if abs(difference) == 1 else 's'} {'more' if difference > 0 else 'fewer'}"


def _change_of_entity(before: object, after: object) -> str:
    if not isinstance(before, Entity):
        return "it is new"
    if not isinstance(after, Entity):
        return "it is gone"
    if before.name != after.name:
        return f'it was called "{before.name}"'
    if before.summary != after.summary:
        return "another summary"
    return "its entry says something else"
