"""Programs that write content files. Pure, but for the one function in each module that writes."""
