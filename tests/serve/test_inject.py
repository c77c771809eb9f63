import pytest

from site_builder.serve.inject import injected, tags


@pytest.mark.parametrize(
    ("page", "live"),
    [
        (b"<head><title>A</title></head>", b"<head><title>A</title>+</head>"),
        (b"<HEAD><TITLE>A</TITLE ></HEAD>", b"<HEAD><TITLE>A</TITLE >+</HEAD>"),
        (b"<head><meta></head><body>", b"<head><meta>+</head><body>"),
        (b"<HEAD></HeAd><body>", b"<HEAD>+</HeAd><body>"),
        (b"<body class=a>Rain", b"+<body class=a>Rain"),
        (b"<p>Rain", b"<p>Rain+"),
        (b"", b"+"),
    ],
)
def test_the_tag_comes_behind_the_title_or_to_the_end_of_the_head_or_of_the_page(page: bytes, live: bytes) -> None:
    assert injected(page, b"+") == live


@pytest.mark.parametrize(
    "decoy",
    [
        b"<!-- </head> -->",
        b"<script>'</title>'</script>",
        b"<style>/* </head> */</style>",
        b"<svg><title>A line</title></svg>",
    ],
)
def test_what_only_looks_like_the_place_is_passed_over(decoy: bytes) -> None:
    assert injected(decoy + b"<title>A</title></head>", b"+") == decoy + b"<title>A</title>+</head>"


def test_a_page_gets_one_tag() -> None:
    page = b"<title>A</title></head><body><title>B</title></body>"

    assert injected(page, b"+").count(b"+") == 1


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("127.0.0.1:8000", b"?host=127.0.0.1&amp;port=8000&amp;"),
        ("localhost", b"?host=localhost&amp;port=80&amp;"),
        ("[::1]:8000", b"?host=[::1]&amp;port=8000&amp;"),
    ],
)
def test_the_tags_hold_no_script_of_their_own_and_say_where_to_connect(host: str, told: bytes) -> None:
    made = tags("s-1", host, draft=True)

    assert made.startswith(
        b'<script src="/__preview/client.js" defer data-build="s-1" data-draft></script><script src='
    )
    assert made.endswith(b"defer></script>")
    assert told in made
