"""Fingerprints of values: equal values have equal digests, in every process and on every machine."""

from hashlib import blake2b

import msgspec

_ENCODER = msgspec.msgpack.Encoder(order="sorted")


def digest_of(value: object) -> str:
    """32 hexadecimal digits. Pickle would not do: equal values can pickle differently."""
    return digest_of_bytes(_ENCODER.encode(value))


def digest_of_bytes(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
