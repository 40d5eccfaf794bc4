"""Words as vectors, for those who compare: what is read knows the encoder, what is compared does not."""

from functools import partial

from quellenlage.api.options import Options
from quellenlage.compare.claims import WordVectors
from quellenlage.read.learned import can_read, load_model, word_vectors


def vectors_for(options: Options) -> WordVectors | None:
    """Return the vectors of words by the learned part; None with `fast`, or where it does not know the language."""
    if options.fast or not can_read(options.language):
        return None
    return partial(word_vectors, model=load_model())
