"""All effects: reading the site's files, running the pure stages over them, publishing what comes out."""
