"""Small widgets that every view uses; import them from ``basic``."""
