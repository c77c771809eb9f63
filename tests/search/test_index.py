import random
from collections.abc import Mapping

import pytest

from site_builder.model.identity import EntityId
from site_builder.search import shards
from site_builder.search.index import TextIndex, finished, index_of, updated
from site_builder.search.shards import shard_of
from site_builder.search.words import RANKS

Bag = Mapping[str, int]
"""The words of an entry, each with its rank."""


def lists(bag: Bag) -> str:
    return "\n".join(" ".join(word for word, rank in bag.items() if rank == each) for each in range(RANKS))


def index(bags: list[Bag]) -> TextIndex:
    entities = [EntityId(f"musicians/m{number}") for number in range(len(bags))]
    return index_of(entities, {entity: lists(bag) for entity, bag in zip(entities, bags, strict=True)})


def drawn(dice: random.Random, vocabulary: list[str]) -> Bag:
    return {dice.choice(vocabulary): dice.randrange(RANKS) for _ in range(dice.randrange(15))}


@pytest.mark.parametrize("most", [40, 150, 600, 36_000])
def test_an_index_after_edits_is_the_one_that_is_made_from_nothing(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST_CHARACTERS", most)
    dice = random.Random(most)  # noqa: S311 - a sample, not a secret
    for _ in range(25):
        vocabulary = ["".join(dice.choices("abc", k=dice.randint(2, 4))) for _ in range(60)]
        bags = [drawn(dice, vocabulary) for _ in range(dice.randint(1, 30))]
        before = index(bags)
        for _ in range(6):
            edits = []
            for number in dice.sample(range(len(bags)), dice.randint(1, min(3, len(bags)))):
                now = drawn(dice, vocabulary) if dice.random() < 0.8 else {}
                edits.append((number, bags[number], now))
                bags[number] = now
            after, changed = updated(before, edits)
            clean = index(bags)

            assert (after.prefixes, dict(after.shards)) == (clean.prefixes, dict(clean.shards))
            differing = {p for p in {*before.shards, *clean.shards} if before.shards.get(p) != clean.shards.get(p)}
            assert differing <= changed
            before = after


def test_an_edit_touches_the_shards_of_its_own_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST_CHARACTERS", 80)
    words = [f"{letter}{number}" for letter in "abcdef" for number in range(10)]
    before = index([dict.fromkeys(words, 0), {"a1": 1}])

    _, changed = updated(before, [(1, {"a1": 1}, {"a1": 2, "c3": 0})])

    assert changed == {shard_of(word, before.shards) for word in ("a1", "c3")}
    assert len(before.prefixes) > 4


def test_no_shard_is_larger_than_a_file_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST_CHARACTERS", 100)
    dice = random.Random(1)  # noqa: S311 - a sample, not a secret
    words = {"".join(dice.choices("abcdefgh", k=4)): 0 for _ in range(300)}

    made = index([words])

    assert max(map(len, made.shards.values())) < 100
    assert sorted(line.split()[0] for shard in made.shards.values() for line in shard.splitlines()) == sorted(words)


def test_a_new_word_finds_a_shard_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST_CHARACTERS", 80)
    words = [f"{letter}{number}" for letter in "abcdef" for number in range(10)]
    before = index([dict.fromkeys(words, 0), {}])

    after, changed = updated(before, [(1, {}, {"zurna": 0})])

    assert after.prefixes == before.prefixes
    assert changed == {""}


def test_a_word_that_most_entries_have_is_told_in_one_sign() -> None:
    made = index([{"the": 0, "oud": 0} if number % 3 else {"oud": 0} for number in range(150)])

    (shard,) = made.shards.values()

    assert finished(shard, made.entries).split("\n") == ["oud *", "the *"]
    assert len(shard) > 200


def test_in_a_small_encyclopedia_no_word_is_left_out() -> None:
    made = index([{"the": 0}] * 3)

    assert finished(made.shards[""], made.entries) == "the '''"
