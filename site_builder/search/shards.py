"""How words are divided among files: by how they begin, so that an edit moves the files of its own words only.

A *shard* has the words that begin with its *prefix*, but those of longer prefixes that are shards as well. Where the
words of a prefix are too much for one file, those of the letter that follows most often get shards of their own, and
so on until the rest is small enough; it keeps its file even where nothing is left, so that a new word always has a
place. So the division is a function of the words alone, however they came together.
"""

from collections.abc import Iterable, Mapping

MOST_CHARACTERS = 36_000
"""Of a shard, as far as words can be divided."""

Totals = Mapping[str, Mapping[str, int]]
"""By prefix, of those that are divided, and of "": the characters that the words take, by the letter that follows."""


def divided(sizes: Mapping[str, int]) -> tuple[dict[str, list[str]], dict[str, dict[str, int]]]:
    """The words of each shard, by prefix, and the totals. `sizes` are those of all words, sorted by word."""
    shards: dict[str, list[str]] = {}
    totals: dict[str, dict[str, int]] = {}

    def divide(prefix: str, words: list[str]) -> None:
        groups: dict[str, list[str]] = {}
        for word in words:
            groups.setdefault(following(prefix, word), []).append(word)
        by_letter = {letter: sum(sizes[word] for word in some) for letter, some in groups.items()}
        if not prefix or sum(by_letter.values()) > MOST_CHARACTERS:
            totals[prefix] = by_letter
        leaving = leaves(by_letter)
        kept = [word for letter, some in groups.items() if letter not in leaving for word in some]
        if kept or prefix in totals:
            shards[prefix] = kept
        for letter in leaving:
            divide(prefix + letter, groups[letter])

    divide("", list(sizes))
    return dict(sorted(shards.items())), totals


def leaves(by_letter: Mapping[str, int]) -> list[str]:
    """The letters whose words get shards of their own, the fullest first."""
    rest = sum(by_letter.values())
    leaving: list[str] = []
    for letter in sorted(filter(None, by_letter), key=lambda letter: (-by_letter[letter], letter)):
        if rest <= MOST_CHARACTERS:
            break
        leaving.append(letter)
        rest -= by_letter[letter]
    return leaving


def still_fit(totals: Totals, prefixes: Iterable[str]) -> bool:
    """Whether words with these totals would be divided into shards of these prefixes."""
    wanted = set(prefixes)
    ways = {prefix[:length] for prefix in wanted for length in range(1, len(prefix) + 1)}
    for prefix, by_letter in totals.items():
        total = sum(by_letter.values())
        if prefix and total <= MOST_CHARACTERS:
            return False
        leaving = leaves(by_letter)
        if {prefix + letter for letter in leaving} != {way for way in ways if way[:-1] == prefix}:
            return False
        if any(by_letter[letter] > MOST_CHARACTERS and prefix + letter not in totals for letter in leaving):
            return False
        if prefix not in wanted:
            return False
    return True


def shard_of(word: str, prefixes: Mapping[str, object] | frozenset[str]) -> str:
    """The prefix of the shard that has the word, if any has. `prefixes` are of all shards."""
    return next(word[:length] for length in range(len(word), -1, -1) if word[:length] in prefixes)


def following(prefix: str, word: str) -> str:
    """The letter that comes after the prefix; "" for the prefix itself."""
    return word[len(prefix) : len(prefix) + 1]
