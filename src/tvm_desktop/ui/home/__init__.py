"""The first page after unlocking: the next meeting, the list, what waits, and search."""
