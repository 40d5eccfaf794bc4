"""Which languages the learned part was trained on."""

LANGUAGES = frozenset({"de"})


def can_read(language: str) -> bool:
    """Say whether the learned part knows this language (ISO 639-1)."""
    return language in LANGUAGES
