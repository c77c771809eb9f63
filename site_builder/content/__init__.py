"""One content file in, one `Document` out: front matter, Markdown, wiki links, candidate names."""
