"""Prepare: who comes, why we meet, how long it takes, what has been agreed to share."""
