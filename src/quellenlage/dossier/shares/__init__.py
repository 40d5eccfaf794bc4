"""Whose words the outlets print, as a page: plots and tables."""
