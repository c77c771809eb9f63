"""A static site generator for an encyclopedia of musicians."""

__version__ = "0.1.0"
