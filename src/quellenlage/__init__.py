"""Quellenlage: many reports of one event in, one picture out in which every line leads to its proof."""

__version__ = "0.1.0"
