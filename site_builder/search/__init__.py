"""What readers search in: the folding of words, the words of each entry, and an index of them cut into shards."""
