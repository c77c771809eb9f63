import pytest

from site_builder.model.source import Span

PATH = "content/musicians/taro.md"


@pytest.mark.parametrize(
    ("body", "span", "name"),
    [
        ("He met [Aigul Samalbek].", Span(PATH, 4, 8, 16), "Aigul Samalbek"),
        ("He met {{Aigul Samalbek}}.", Span(PATH, 4, 8, 18), "Aigul Samalbek"),
        ("[Rose O'Brien]", Span(PATH, 4, 1, 14), "Rose O'Brien"),
        ("[Ludwig van Aral]", Span(PATH, 4, 1, 17), "Ludwig van Aral"),
        ("[Айгүл Самалбек] and again [Айгүл Самалбек]", Span(PATH, 4, 1, 16), "Айгүл Самалбек"),
        ("a [Aigul\nSamalbek]", None, "Aigul Samalbek"),
    ],
)
def test_brackets_round_a_name_draw_a_notice_with_the_link(read, body, span, name):
    (fault,) = read(body=body).diagnostics

    assert (fault.code, fault.severity) == ("B010", "notice")
    assert span is None or fault.span == span
    assert fault.hint.startswith(f"write [[{name}]], or ")


@pytest.mark.parametrize(
    "body",
    [
        "He […] was",
        "He [sic] was [Sic]",
        "[1] [ ] [x]",
        "in [his youth]",
        "[The late Ivan]",
        "[EDITORIAL NOTE]",
        "[[Aigul Samalbek]]",
        "[[[Aigul Samalbek]]]",
        "[Aigul Samalbek](https://example.org)",
        "[Aigul Samalbek]\n\n[Aigul Samalbek]: https://example.org",
        "[Aigul Samalbek][1]\n\n[1]: https://example.org",
        "A[^Aigul Samalbek]\n\n[^Aigul Samalbek]: Note",
        "![Aigul Samalbek](a.jpg)",
        "`[Aigul Samalbek]` and `{{Aigul Samalbek}}`",
        "    [Aigul Samalbek]",
        r"\[Aigul Samalbek]",
        r"\[Aigul Samalbek\]",
        r"\{{Aigul Samalbek}}",
        "{{ 7*7 }} {{name}} {{citation needed}}",
    ],
)
def test_brackets_that_are_meant_draw_nothing(read, codes, body):
    assert codes(read(body=body)) == []
