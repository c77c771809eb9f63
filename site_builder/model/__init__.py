"""The values every other package speaks in. No input or output, no behaviour beyond their own fields.

Values are frozen `msgspec.Struct`s: they compare and hash by value, and are made four times faster than
frozen dataclasses (0.06 µs against 0.23 µs for two fields, Python 3.11).
"""
