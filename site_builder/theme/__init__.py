"""A page request in, the bytes of the page out.

A *theme* is a stack of *layers*, each a folder with templates/ and static/: the site's own overrides on top, then the
theme, its parent, that one's parent, down to `base`. What an upper layer has hides what the layers below it have.
"""
