"""Small windows beside the one main window; none of them blocks it."""
