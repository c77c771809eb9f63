"""Programs that make what is kept in the repository, and what shows it."""
