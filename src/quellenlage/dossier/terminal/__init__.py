"""The dossier and its explanations for the terminal, printed by rich."""
