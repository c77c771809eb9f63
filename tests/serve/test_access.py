import pytest

from site_builder.serve.access import admits, audience_of, is_loopback

HERE = audience_of("127.0.0.1", "desk")
NETWORK = audience_of("0.0.0.0", "desk")  # noqa: S104 - nobody listens there


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_this_machine_may_ask_by_its_own_names(host: str) -> None:
    assert admits(HERE, host, None)
    assert admits(HERE, host, f"http://{host}")


@pytest.mark.parametrize(
    "host",
    [
        *("", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.7"),
        *("127.0.0.1:8000@evil.example", "evil.example/127.0.0.1", "127.0.0.1:99999999", "[::1", "desk"),
    ],
)
def test_a_request_by_another_name_is_refused(host: str) -> None:
    assert not admits(HERE, host, None)


@pytest.mark.parametrize(
    "origin",
    [
        *("null", "", "http://evil.example", "http://127.0.0.1:9000", "http://localhost:8000", "file://"),
        *("http://127.0.0.1:8000.evil.example", "http://127.0.0.1:8000/", "ftp://127.0.0.1:8000", "127.0.0.1:8000"),
    ],
)
def test_a_page_of_another_origin_is_refused(origin: str) -> None:
    assert not admits(HERE, "127.0.0.1:8000", origin)


@pytest.mark.parametrize("host", ["192.168.1.7:8000", "[fe80::1]:8000", "desk:8000", "Desk.local", "localhost:8000"])
def test_in_the_network_any_address_of_the_machine_and_its_name_will_do(host: str) -> None:
    assert admits(NETWORK, host, None)


def test_in_the_network_a_foreign_name_is_still_refused() -> None:
    assert not admits(NETWORK, "rebound.evil.example", None)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost", "::1"])
def test_only_this_machine_reaches_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["192.168.1.7", "::", "desk", ""])
def test_others_reach_everything_else(host: str) -> None:
    assert not is_loopback(host)
