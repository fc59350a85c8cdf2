"""Letting a course go: on its day, at once, or not after all."""
