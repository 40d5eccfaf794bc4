"""Speed, as ratios to a peer in the same run: machines differ and are noisy."""
