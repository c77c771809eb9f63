"""The facts of all files in, one encyclopedia out. The only place that sees the whole."""
