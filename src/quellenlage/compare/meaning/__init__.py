"""What words mean to each other: stems, weights, vectors, cues. Claims and numbers are compared by these."""
