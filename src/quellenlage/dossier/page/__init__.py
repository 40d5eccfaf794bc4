"""The dossier as one self-contained page."""
