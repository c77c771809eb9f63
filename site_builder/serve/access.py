"""Who may ask the preview for what.

Any page open in the author's browser can send requests here, and a name of its own can be made to lead here ("DNS
rebinding"). So a request must name this server as its host, and whoever states an origin must be one of our own pages.
"""

from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

import msgspec

LOOPBACK_NAMES = frozenset(["localhost", "127.0.0.1", "::1"])


class Audience(msgspec.Struct, frozen=True):
    """The names by which this server may be called."""

    names: frozenset[str] = LOOPBACK_NAMES
    addresses: bool = False
    """Whether any IP address will do: one cannot be made to lead here by somebody's name server."""


def audience_of(host: str, machine: str) -> Audience:
    """Who is served when the server listens on `host`, on a computer called `machine`."""
    if is_loopback(host):
        return Audience(LOOPBACK_NAMES | {host.lower()})
    own = {name.lower() for name in (host, machine, f"{machine}.local") if name}
    return Audience(LOOPBACK_NAMES | own, addresses=True)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server on `host`."""
    if host.lower() == "localhost":
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def admits(audience: Audience, host: str, origin: str | None) -> bool:
    """Whether a request with these headers, Host and Origin, is answered."""
    name = _name(f"//{host}")
    if name is None or not (name in audience.names or (audience.addresses and _address(name))):
        return False
    return origin is None or _is_own_origin(origin, host)


def _is_own_origin(origin: str, host: str) -> bool:
    scheme, separator, place = origin.partition("://")
    return bool(separator) and scheme in ("http", "https") and place.lower() == host.lower()


def _name(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return None if parts.path or "@" in parts.netloc else parts.hostname


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
