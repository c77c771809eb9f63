"""Geometry of maps and timelines: numbers in, numbers and SVG paths out. Nothing here knows the encyclopedia."""
