from site_builder.pages.drawing.lettering import cut, length_of


def test_letters_of_the_far_east_take_more_room() -> None:
    assert length_of("ダダ", 10) == 20
    assert length_of("da", 10) < 20


def test_larger_letters_take_more_room() -> None:
    assert length_of("Violin", 26) == 2 * length_of("Violin", 13)


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert cut("Violin", 6) == "Violin"
    assert cut("Violins", 6) == "Violi…"
    assert cut("Viola da gamba", 7) == "Viola…"
