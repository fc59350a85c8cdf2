"""One open meeting: commands, journal and undo, the live step, and what the projector may show."""
