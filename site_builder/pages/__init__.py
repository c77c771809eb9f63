"""The encyclopedia in, one closed request for each output file out: what a page shows, not how it looks."""
