"""Emblems: what stands for a musician of whom there is no photograph, drawn from the facts alone.

An emblem reads like a coat of arms. The *figure* in the middle is that of the first instrument, the *palette* that of
the first country, the *border* that of the last one, and the *ground* behind the figure is in the taste of the years in
which the musician was young. So equal facts give equal emblems, and one file serves all who share it.
"""
