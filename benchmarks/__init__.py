"""Measurements: this program against its peers, on content that is made up for it."""
