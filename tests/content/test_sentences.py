import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.sentences import MAX_SENTENCE, opening_of, sentence_around, shorten, text_of_part
from site_builder.model.facts import Hole, Html, Prose, Reference, Sentence

LAFARO = (Reference("Scott LaFaro"),)


def around(before, after):
    """The sentence around a link to Scott LaFaro between two texts of one paragraph."""
    parts = (Html("<p>"), Prose(before, 0, 0), Hole(0, 0, 0), Prose(after, 0, 0), Html("</p>"))
    return sentence_around(parts, LAFARO, 2, 0, 0)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("In 1959 he hired ", " on bass. Then he left.", ("In 1959 he hired ", " on bass.")),
        ("He left. In 1959 he hired ", " on bass", ("In 1959 he hired ", " on bass")),
        ("Who played? ", "! He did.", ("", "!")),
        ("“He left.” Later ", " came (to stay). He", ("Later ", " came (to stay).")),
        ("He stayed… ", " left.", ("", " left.")),
        ("彼は去った。", "は残った。そして", ("", "は残った。")),
        ("J. S. Bach, Dr. Evans and St. Paul admired ", " c. 1893 and later.", None),
        ("His Op. 17 and No. 5 were for ", ", i.e. for the U.S. public.", None),
        ("He said no. ", " said yes.", ("", " said yes.")),
        ("He sang in the U.S.S.R. Then ", " came.", ("Then ", " came.")),
        ("e.g. ", " etc. and so on.", None),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(before, after, sentence):
    before_shown, after_shown = sentence or (before, after)

    assert around(before, after) == Sentence(before_shown, "Scott LaFaro", after_shown)


def test_a_full_stop_in_a_name_ends_nothing():
    parts = (Prose("He met ", 0, 0), Hole(0, 0, 0), Prose(" in 1959. Then", 0, 0))

    sentence = sentence_around(parts, (Reference("Sammy Davis Jr. Trio"),), 1, 0, 0)

    assert sentence == Sentence("He met ", "Sammy Davis Jr. Trio", " in 1959.")


def test_a_name_that_ends_in_a_full_stop_can_end_the_sentence():
    parts = (Prose("He met ", 0, 0), Hole(0, 0, 0), Prose(" He left.", 0, 0))

    sentence = sentence_around(parts, (Reference("Davis et fils."),), 1, 0, 0)

    assert sentence == Sentence("He met ", "Davis et fils.", "")


def test_a_sentence_never_leaves_its_block():
    parts = (
        *(Html("<li>"), Prose("one", 0, 0), Html("</li>\n<li><em>"), Prose("two ", 0, 1), Html("</em>"), Hole(0, 0, 1)),
        *(Html(" <code>x</code></li>\n<li>"), Prose("three", 0, 2)),
    )

    assert sentence_around(parts, LAFARO, 5, 0, 0) == Sentence("two ", "Scott LaFaro", " x")


def test_a_part_is_what_a_reader_sees_of_it():
    parts = (Html("<em>A</em> &amp;<br>b"), Prose("c & d", 0, 0), Hole(0, 0, 0))

    assert [text_of_part(part, LAFARO) for part in parts] == ["A & b", "c & d", "Scott LaFaro"]


def test_a_footnote_mark_is_not_read_out():
    mark = '<sup id="s-fnref:1"><a class="footnote-ref" href="#s-fn:1">1</a></sup>'
    parts = (Prose("Who was ", 0, 0), Hole(0, 0, 0), Html(mark), Prose("? Nobody knows.", 0, 0))

    assert sentence_around(parts, LAFARO, 1, 0, 0) == Sentence("Who was ", "Scott LaFaro", "?")


def test_a_line_break_is_a_space():
    parts = (Prose("Bass:\n", 0, 0), Hole(0, 0, 0), Html("<br>\n"), Prose("Drums: Paul Motian", 0, 0))

    assert sentence_around(parts, LAFARO, 1, 0, 0) == Sentence("Bass: ", "Scott LaFaro", " Drums: Paul Motian")


def test_a_name_in_prose_has_a_sentence_as_a_link_has():
    parts = (Prose("He left. Then Scott LaFaro came. So did others.", 0, 0),)

    assert sentence_around(parts, (), 0, 14, 26) == Sentence("Then ", "Scott LaFaro", " came.")


def test_a_label_is_what_the_reader_sees():
    parts = (Prose("With ", 0, 0), Hole(0, 0, 0), Prose(" and ", 0, 0), Hole(1, 0, 0))

    references = (Reference("Scott LaFaro", label="the bassist"), Reference("Paul Motian"))

    assert sentence_around(parts, references, 1, 0, 0) == Sentence("With ", "the bassist", " and Paul Motian")


def test_a_long_sentence_is_shortened_at_words_on_both_sides():
    sentence = around("word " * 100, " word" * 100)

    assert sentence.before.startswith("… word ")
    assert sentence.after.endswith(" word…")
    assert len(sentence.before + sentence.link + sentence.after) <= MAX_SENTENCE + 5


def test_what_one_side_does_not_need_the_other_gets():
    sentence = around("Then ", " word" * 100)

    assert sentence.before == "Then "
    assert len(sentence.after) > 200


def test_a_very_long_piece_of_markup_is_looked_at_from_its_near_end():
    markup = "<b>" + "<i>x</i> " * 1000
    parts = (Prose("Start. ", 0, 0), Html(markup), Hole(0, 0, 0), Html(markup), Prose("End.", 0, 0))

    sentence = sentence_around(parts, LAFARO, 2, 0, 0)

    assert sentence.before.endswith("x x ")
    assert sentence.after.startswith("x x")


def test_thousands_of_links_in_a_paragraph_take_no_thousands_of_steps_each():
    parts = tuple(Hole(0, 0, 0) if n % 2 else Prose(", ", 0, 0) for n in range(10_000))

    sentence = sentence_around(parts, (Reference("x"),), 5_001, 0, 0)

    assert len(sentence.before) < 200


@pytest.mark.parametrize(
    ("parts", "opening"),
    [
        ((), ""),
        ((Html("<h2>Career</h2><p>"), Prose("He  was", 1, 0), Html("</p>")), "He was"),
        ((Html("<p>"), Hole(0, 0, 0), Html("</p><p>"), Prose("He", 0, 1)), "Scott LaFaro"),
        ((Html("<p>"), Prose("a " * 200, 0, 0)), "a " * 79 + "a…"),
        ((Prose("a " * 100, 0, 0), Html("</p><p>"), Prose("b", 0, 1)), "a " * 79 + "a…"),
        ((Prose("a ", 0, 0), Html("<em>"), Prose("b", 0, 0), Html("</em></p><p>"), Prose("c", 0, 1)), "a b"),
    ],
)
def test_the_opening_of_a_text_is_its_first_paragraph(parts, opening):
    assert opening_of(parts, LAFARO, 160) == opening


@given(st.text(), st.integers(10, 60))
@settings(deadline=None, derandomize=True)
def test_a_shortened_text_fits(text, limit):
    assert len(shorten(text, limit)) <= limit


@given(st.text(alphabet="ab. !?\n“”c", max_size=300), st.integers(0, 300), st.integers(0, 10))
@settings(deadline=None, derandomize=True)
def test_a_sentence_is_found_in_any_text(text, start, length):
    parts = (Html("<p>"), Prose(text, 0, 0), Html("</p>"))

    sentence = sentence_around(parts, (), 1, start, start + length)

    assert sentence.link == re.sub(r"\s+", " ", text[start : start + length])
