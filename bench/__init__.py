"""Measurements: quality against corpora, speed against peers."""
