"""The encyclopedia in, one closed request for each output file out: what is on which page, and nothing of how it looks."""
