"""Quality as a ratchet: scores on the development corpora, pinned."""
