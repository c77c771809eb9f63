import random

from site_builder.search.postings import BASE, count, decoded, encoded, gathered


def test_what_is_encoded_is_what_is_decoded() -> None:
    dice = random.Random(7)  # noqa: S311 - a sample, not a secret
    for _ in range(100):
        numbers = sorted(dice.sample(range(200_000), dice.randint(0, 60)))
        ranks = {number: dice.randrange(5) for number in numbers}

        postings = encoded(ranks.items())

        assert decoded(postings) == ranks
        assert count(postings) == len(ranks)


def test_gathering_all_entries_gives_what_each_word_encodes_to() -> None:
    entries = ["oud\n\n\nqanun\n", "", "\n\n\n\noud qanun", "qanun\noud\n\n\n"]

    assert gathered(entries) == {"oud": encoded([(0, 0), (2, 4), (3, 1)]), "qanun": encoded([(0, 3), (2, 4), (3, 0)])}


def test_neighbours_take_one_character_and_no_sign_needs_an_escape() -> None:
    assert len(encoded((number, 0) for number in range(50))) == 50

    signs = set(encoded((number * BASE * 7, number % 5) for number in range(500)))

    assert signs.isdisjoint('"\\* \n')
