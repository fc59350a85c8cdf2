"""Backups: made by themselves, looked into, restored, and the way on when the disk fails."""
